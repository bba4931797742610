import type { AveragedOptions } from "./binary.ts";
import { type Arrays, EvalMetric, type MetricOptions, type NameAndValue } from "./eval-metric.ts";
/**
 * Pearson's correlation of labels and predictions.
 *
 * @example
 * ```ts
 * const pearson = new metric.PearsonCorrelation();
 * pearson.update(nd.array([1, 2, 3]), nd.array([1, 2, 6]));
 * console.log(pearson.get()[1].toFixed(3)); // 0.945
 * ```
 */
export declare class PearsonCorrelation extends EvalMetric {
    #private;
    static readonly name: string;
    readonly average: "macro" | "micro";
    constructor(options?: AveragedOptions);
    constructor(name?: string, options?: AveragedOptions);
    update(labels: Arrays, preds: Arrays): void;
    reset(): void;
    resetLocal(): void;
    get(): NameAndValue;
    getGlobal(): NameAndValue;
}
/**
 * The correlation of classes with labels, of any number of classes: with two it is `MCC`.
 *
 * @example
 * ```ts
 * const pcc = new metric.PCC();
 * pcc.update(nd.array([0, 1, 2, 2]), nd.array([0, 1, 2, 1]));
 * console.log(pcc.get()[1].toFixed(3)); // 0.700
 * ```
 */
export declare class PCC extends EvalMetric {
    #private;
    static readonly name: string;
    constructor(options?: MetricOptions);
    constructor(name?: string, options?: MetricOptions);
    update(labels: Arrays, preds: Arrays): void;
    reset(): void;
    resetLocal(): void;
    get(): NameAndValue;
    getGlobal(): NameAndValue;
}
