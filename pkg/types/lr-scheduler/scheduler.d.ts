import { Callable } from "../runtime/callable.ts";
/** How the learning rate goes during warm-up: in a straight line to the base, or it stays. */
export type WarmupMode = "linear" | "constant";
/** What every scheduler takes. */
export interface LRSchedulerOptions {
    /** The learning rate to start from after warm-up; 0.01 by default. */
    baseLr?: number | undefined;
    /** The number of updates of warm-up; 0 by default. */
    warmupSteps?: number | undefined;
    /** The learning rate that warm-up begins with; 0 by default. */
    warmupBeginLr?: number | undefined;
    /** How warm-up goes; "linear" by default. */
    warmupMode?: WarmupMode | undefined;
}
/** The common options with their defaults, in MXNet's order. */
export declare const COMMON: {
    baseLr: number;
    warmupSteps: number;
    warmupBeginLr: number;
    warmupMode: WarmupMode;
};
/** A constructor's arguments by name; those that must be numbers are checked. */
export declare function readSchedule<T extends Record<string, unknown>>(what: string, defaults: T, args: readonly unknown[]): T;
/** Refuses what is no positive whole number, with MXNet's message. */
export declare function expectPositive(value: number, name: string, message: string): void;
export interface LRScheduler {
    /** The learning rate of an update, by its number. */
    (numUpdate: number): number;
}
/**
 * The base of schedulers: a subclass says in `after` how the learning rate goes after warm-up. An instance is called with the
 * number of updates; optimizers do that.
 *
 * @example
 * ```ts
 * class Halved extends lrScheduler.LRScheduler {
 *   protected override after(numUpdate: number): number {
 *     return this.baseLr / (1 + numUpdate);
 *   }
 * }
 * console.log(new Halved(1, 2)(1), new Halved(1)(3)); // 0.5 0.25
 * ```
 */
export declare abstract class LRScheduler extends Callable {
    /** The learning rate after warm-up; some schedulers change it as they go on. */
    baseLr: number;
    readonly warmupSteps: number;
    readonly warmupBeginLr: number;
    readonly warmupFinalLr: number;
    readonly warmupMode: WarmupMode;
    constructor(options?: LRSchedulerOptions);
    constructor(baseLr?: number, warmupSteps?: number, warmupBeginLr?: number, warmupMode?: WarmupMode);
    /** The learning rate of an update of warm-up. */
    getWarmupLr(numUpdate: number): number;
    /** The learning rate of an update after warm-up. */
    protected abstract after(numUpdate: number): number;
}
