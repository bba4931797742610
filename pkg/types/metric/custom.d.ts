import { NDArray } from "../nd/ndarray.ts";
import { type Arrays, EvalMetric, type MetricOptions } from "./eval-metric.ts";
/** Rates predictions: a value of the batch, or a sum with what it is to be divided by. Arrays it makes are freed. */
export type EvalFunction = (label: NDArray, pred: NDArray) => number | readonly [sum: number, count: number];
/** What `CustomMetric` takes. */
export interface CustomMetricOptions extends MetricOptions {
    /** Whether there may be more predictions than labels. */
    allowExtraOutputs?: boolean | undefined;
}
/**
 * A metric that a function computes. Its name is the function's.
 *
 * @example
 * ```ts
 * const worst = new metric.CustomMetric((label, pred) => label.sub(pred).abs().max().asscalar(), "worst");
 * worst.update(nd.array([1, 2]), nd.array([1.5, 5]));
 * console.log(worst.get()); // [ 'worst', 3 ]
 * ```
 */
export declare class CustomMetric extends EvalMetric {
    #private;
    static readonly name: string;
    constructor(feval: EvalFunction, options?: CustomMetricOptions);
    constructor(feval: EvalFunction, name?: string | null, allowExtraOutputs?: boolean, options?: MetricOptions);
    update(labels: Arrays, preds: Arrays): void;
    getConfig(): Record<string, unknown>;
}
/**
 * A metric that a function computes: MXNet's name of `new CustomMetric(...)`.
 *
 * @param feval - gets a label and a prediction
 * @example
 * ```ts
 * const bias = metric.np((label, pred) => pred.sub(label).mean().asscalar(), "bias");
 * bias.update(nd.array([1, 2]), nd.array([1.5, 2.5]));
 * console.log(bias.get()); // [ 'bias', 0.5 ]
 * ```
 */
export declare function np(feval: EvalFunction, name?: string | null, allowExtraOutputs?: boolean): CustomMetric;
