import type { NDArray } from "../nd/ndarray.ts";
/** Labels or predictions of a batch: one array, or a list of them. */
export type Arrays = NDArray | readonly NDArray[];
/** A metric's name with its value, NaN before the first update; composite metrics have lists of both. */
export type NameAndValue = [name: string | string[], value: number | number[]];
/** What every metric takes. */
export interface MetricOptions {
    /** The name that results have. */
    name?: string | undefined;
    /** The predictions that count when they come by name; all by default. */
    outputNames?: readonly string[] | null | undefined;
    /** The labels that count when they come by name; all by default. */
    labelNames?: readonly string[] | null | undefined;
}
/** What a metric's constructor has read; what is its own goes into `getConfig`. */
export interface MetricConfig {
    readonly name: string;
    readonly outputNames: readonly string[] | null;
    readonly labelNames: readonly string[] | null;
    readonly [option: string]: unknown;
}
/**
 * A metric's arguments by name: its own, the name and the names that count.
 *
 * @param name - the metric's name unless another is given
 * @param own - its own parameters in MXNet's order, in front of the name
 * @param more - its own parameters behind the others
 */
export declare function readMetric<T extends object, U extends object = object>(what: string, name: string, own: T, args: readonly unknown[], more?: U): T & U & MetricConfig;
/**
 * The base of metrics: a sum over all that was seen, divided by how much it was. A subclass has `update`, which calls `tally`.
 * Besides the values since the last `resetLocal` there are global ones since the last `reset`.
 *
 * @example
 * ```ts
 * class Largest extends metric.EvalMetric {
 *   constructor() {
 *     super("largest");
 *   }
 *   override update(_labels: metric.Arrays, preds: NDArray[]): void {
 *     for (const pred of preds) this.tally(pred.max().asscalar(), 1);
 *   }
 * }
 * const largest = new Largest();
 * largest.update([], [nd.array([1, 5, 2])]);
 * console.log(largest.get()); // [ 'largest', 5 ]
 * ```
 */
export declare abstract class EvalMetric {
    #private;
    readonly name: string;
    readonly outputNames: readonly string[] | null;
    readonly labelNames: readonly string[] | null;
    sumMetric: number;
    numInst: number;
    globalSumMetric: number;
    globalNumInst: number;
    constructor(name: string | MetricConfig);
    /** Takes in a batch. */
    abstract update(labels: Arrays, preds: Arrays): void;
    /** Takes in a batch whose arrays come by name. */
    updateDict(labels: Readonly<Record<string, NDArray>>, preds: Readonly<Record<string, NDArray>>): void;
    /** Adds to both sums. */
    protected tally(sum: number, count: number): void;
    /** Forgets all. */
    reset(): void;
    /** Forgets all but the global values. */
    resetLocal(): void;
    /** The name and the value. */
    get(): NameAndValue;
    /** The name and the value over all since the last `reset`. */
    getGlobal(): NameAndValue;
    /** What a sum comes to. */
    protected value(sum: number, count: number): number;
    /** Pairs of name and value. */
    getNameValue(): [name: string, value: number][];
    /** Pairs of name and value over all since the last `reset`. */
    getGlobalNameValue(): [name: string, value: number][];
    /** An object that `create` makes the same metric of. */
    getConfig(): Record<string, unknown>;
    /** As Python prints it. */
    toString(): string;
}
