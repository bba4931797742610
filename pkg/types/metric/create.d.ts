import type { NDArray } from "../nd/ndarray.ts";
import { type EvalFunction } from "./custom.ts";
import { type Arrays, EvalMetric, type MetricOptions, type NameAndValue } from "./eval-metric.ts";
/** What `create` makes a metric of. */
export type MetricLike = string | EvalMetric | EvalFunction | readonly MetricLike[] | {
    readonly metric: string;
    readonly [option: string]: unknown;
};
/** A class of metrics. */
export type MetricClass = new (...args: never[]) => EvalMetric;
/** What `CompositeEvalMetric` takes. */
export interface CompositeOptions extends MetricOptions {
    /** The metrics, or their names. */
    metrics?: readonly MetricLike[] | null | undefined;
}
/**
 * Several metrics as one.
 *
 * @example
 * ```ts
 * const both = metric.create(["acc", "ce"]);
 * both.update(nd.array([0, 1]), nd.array([[1, 0], [0, 1]]));
 * console.log(both.get()[0]); // [ 'accuracy', 'cross-entropy' ]
 * ```
 */
export declare class CompositeEvalMetric extends EvalMetric {
    static readonly name: string;
    readonly metrics: EvalMetric[];
    constructor(options?: CompositeOptions);
    constructor(metrics?: readonly MetricLike[] | null, options?: MetricOptions);
    /** Adds a metric. */
    add(metric: MetricLike): void;
    /** One of the metrics. */
    getMetric(index: number): EvalMetric;
    update(labels: Arrays, preds: Arrays): void;
    updateDict(labels: Readonly<Record<string, NDArray>>, preds: Readonly<Record<string, NDArray>>): void;
    reset(): void;
    resetLocal(): void;
    get(): NameAndValue;
    getGlobal(): NameAndValue;
    getConfig(): Record<string, unknown>;
}
/**
 * Makes a class known by its name in lower case, or another name.
 *
 * @returns the class
 * @example
 * ```ts
 * class Precise extends metric.Accuracy {}
 * metric.register(Precise);
 * console.log(metric.create("precise") instanceof Precise); // true
 * ```
 */
export declare function register<T extends MetricClass>(klass: T, name?: string): T;
/**
 * Makes a class known by more names: `metric.alias("exact")(Accurate)`, or as a decorator.
 *
 * @example
 * ```ts
 * class Exact extends metric.Accuracy {}
 * metric.alias("ex")(Exact);
 * console.log(metric.create("ex") instanceof Exact); // true
 * ```
 */
export declare function alias(...names: string[]): <T extends MetricClass>(klass: T, context?: ClassDecoratorContext) => T;
/**
 * A metric by name, in any case; of a function, a `CustomMetric`; of a list, all of them as one; of what `getConfig` gave, the
 * same; or itself.
 *
 * @param metric - for example `"acc"` or `["acc", "mse"]`
 * @param args - what the constructor takes
 * @throws MXNetError for names that nobody registered
 * @example
 * ```ts
 * console.log(metric.create("accuracy").name); // accuracy
 * console.log(metric.create("top_k_accuracy", { topK: 3 }).name); // top_k_accuracy_3
 * ```
 */
export declare function create(metric: MetricLike, ...args: unknown[]): EvalMetric;
