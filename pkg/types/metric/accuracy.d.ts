import { type Arrays, EvalMetric, type MetricOptions } from "./eval-metric.ts";
/** What `Accuracy` takes. */
export interface AccuracyOptions extends MetricOptions {
    /** The axis of classes; 1 by default. */
    axis?: number | undefined;
}
/** What `TopKAccuracy` takes. */
export interface TopKAccuracyOptions extends MetricOptions {
    /** Among how many of the best classes the label may be; more than 1. */
    topK: number;
}
/**
 * How often the class of the greatest score is the label. Predictions of the labels' shape are classes already.
 *
 * @example
 * ```ts
 * const accuracy = new metric.Accuracy();
 * accuracy.update(nd.array([0, 1, 1]), nd.array([[0.3, 0.7], [0, 1], [0.4, 0.6]]));
 * console.log(accuracy.get()[1].toFixed(3)); // 0.667
 * ```
 */
export declare class Accuracy extends EvalMetric {
    static readonly name: string;
    readonly axis: number;
    constructor(options?: AccuracyOptions);
    constructor(axis?: number, options?: MetricOptions);
    update(labels: Arrays, preds: Arrays): void;
}
/**
 * How often the label is among the classes of the `topK` greatest scores. Of equal scores the first counts as greater.
 *
 * @example
 * ```ts
 * const accuracy = metric.create("top_k_accuracy", { topK: 2 });
 * accuracy.update(nd.array([0, 1]), nd.array([[0.3, 0.1, 0.6], [0.3, 0.1, 0.6]]));
 * console.log(accuracy.get()); // [ 'top_k_accuracy_2', 0.5 ]
 * ```
 */
export declare class TopKAccuracy extends EvalMetric {
    static readonly name: string;
    readonly topK: number;
    constructor(options?: TopKAccuracyOptions);
    constructor(topK?: number, options?: MetricOptions);
    update(labels: Arrays, preds: Arrays): void;
    getConfig(): Record<string, unknown>;
}
