import { LRScheduler, type LRSchedulerOptions } from "./scheduler.ts";
/** What `FactorScheduler` takes. */
export interface FactorSchedulerOptions extends LRSchedulerOptions {
    /** The number of updates between changes. */
    step: number;
    /** What the learning rate is multiplied by, at most 1; 1 by default. */
    factor?: number | undefined;
    /** The learning rate that it does not fall below; 1e-8 by default. */
    stopFactorLr?: number | undefined;
}
/** What `MultiFactorScheduler` takes. */
export interface MultiFactorSchedulerOptions extends LRSchedulerOptions {
    /** The updates after which the learning rate changes, in rising order. */
    step: readonly number[];
    /** What the learning rate is multiplied by, at most 1; 1 by default. */
    factor?: number | undefined;
}
/**
 * Multiplies the learning rate by a factor after every `step` updates. It goes on with the updates, and never back.
 *
 * @example
 * ```ts
 * const schedule = new lrScheduler.FactorScheduler({ step: 2, factor: 0.5, baseLr: 1 });
 * console.log([1, 2, 3, 4, 5].map((n) => schedule(n))); // [ 1, 1, 0.5, 0.5, 0.25 ]
 * ```
 */
export declare class FactorScheduler extends LRScheduler {
    #private;
    readonly step: number;
    readonly factor: number;
    readonly stopFactorLr: number;
    constructor(options: FactorSchedulerOptions);
    constructor(step: number, factor?: number, options?: Omit<FactorSchedulerOptions, "step" | "factor">);
    protected after(numUpdate: number): number;
}
/**
 * Multiplies the learning rate by a factor after given numbers of updates. It goes on with the updates, and never back.
 *
 * @example
 * ```ts
 * const schedule = new lrScheduler.MultiFactorScheduler({ step: [1, 3], factor: 0.5, baseLr: 1 });
 * console.log([1, 2, 3, 4].map((n) => schedule(n))); // [ 1, 0.5, 0.5, 0.25 ]
 * ```
 */
export declare class MultiFactorScheduler extends LRScheduler {
    #private;
    readonly step: readonly number[];
    readonly factor: number;
    constructor(options: MultiFactorSchedulerOptions);
    constructor(step: readonly number[], factor?: number, options?: LRSchedulerOptions);
    protected after(numUpdate: number): number;
}
