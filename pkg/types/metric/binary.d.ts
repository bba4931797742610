import { type Arrays, EvalMetric, type MetricOptions } from "./eval-metric.ts";
/** How updates come together: the mean of their values, or one value of all their samples. */
export type Average = "macro" | "micro";
/** What `F1`, `MCC` and `PearsonCorrelation` take. */
export interface AveragedOptions extends MetricOptions {
    /** "macro" (the default) for the mean of the updates' values, "micro" for the value of all samples. */
    average?: Average | undefined;
}
/** Numbers of right and wrong answers. */
declare class Counts {
    truePositives: number;
    falsePositives: number;
    falseNegatives: number;
    trueNegatives: number;
    add(wanted: ArrayLike<number>, classes: ArrayLike<number>): void;
    get total(): number;
}
/** What F1 and MCC share. */
declare abstract class BinaryMetric extends EvalMetric {
    #private;
    readonly average: Average;
    constructor(what: string, name: string, args: readonly unknown[]);
    update(labels: Arrays, preds: Arrays): void;
    reset(): void;
    resetLocal(): void;
    protected abstract score(counts: Counts): number;
}
/**
 * The harmonic mean of precision and recall of class 1.
 *
 * @example
 * ```ts
 * const f1 = new metric.F1();
 * f1.update(nd.array([0, 1, 1]), nd.array([[0.3, 0.7], [0, 1], [0.4, 0.6]]));
 * console.log(f1.get()); // [ 'f1', 0.8 ]
 * ```
 */
export declare class F1 extends BinaryMetric {
    static readonly name: string;
    constructor(options?: AveragedOptions);
    constructor(name?: string, options?: AveragedOptions);
    protected score({ truePositives, falsePositives, falseNegatives }: Counts): number;
}
/**
 * Matthews' correlation of class 1 with the label.
 *
 * @example
 * ```ts
 * const mcc = new metric.MCC();
 * mcc.update(nd.array([0, 1, 1]), nd.array([[0.7, 0.3], [0, 1], [0.4, 0.6]]));
 * console.log(mcc.get()); // [ 'mcc', 1 ]
 * ```
 */
export declare class MCC extends BinaryMetric {
    static readonly name: string;
    constructor(options?: AveragedOptions);
    constructor(name?: string, options?: AveragedOptions);
    protected score(counts: Counts): number;
}
export {};
