import { LRScheduler, type LRSchedulerOptions } from "./scheduler.ts";
/** What `CosineScheduler` takes. */
export interface CosineSchedulerOptions extends LRSchedulerOptions {
    /** The update at which the learning rate has reached its end. */
    maxUpdate: number;
    /** The learning rate at the end; 0 by default. */
    finalLr?: number | undefined;
}
/** What `PolyScheduler` takes. */
export interface PolySchedulerOptions extends CosineSchedulerOptions {
    /** The power; 2 by default. */
    pwr?: number | undefined;
}
/** From the base to the final learning rate, by a curve that falls from 1 to 0. */
declare abstract class Curve extends LRScheduler {
    #private;
    readonly maxUpdate: number;
    readonly finalLr: number;
    constructor(what: string, maxUpdate: number, finalLr: number, common: LRSchedulerOptions);
    protected after(numUpdate: number): number;
    protected abstract curve(part: number): number;
}
/**
 * Lets the learning rate fall by a power of the part of updates that are left.
 *
 * @example
 * ```ts
 * const schedule = new lrScheduler.PolyScheduler({ maxUpdate: 2, baseLr: 1 });
 * console.log([0, 1, 2, 3].map((n) => schedule(n))); // [ 1, 0.25, 0, 0 ]
 * ```
 */
export declare class PolyScheduler extends Curve {
    readonly power: number;
    constructor(options: PolySchedulerOptions);
    constructor(maxUpdate: number, baseLr?: number, options?: Omit<PolySchedulerOptions, "maxUpdate" | "baseLr">);
    protected curve(part: number): number;
}
/**
 * Lets the learning rate fall by half a period of the cosine.
 *
 * @example
 * ```ts
 * const schedule = new lrScheduler.CosineScheduler({ maxUpdate: 2, baseLr: 1 });
 * console.log(schedule(0), schedule(1).toFixed(3), schedule(2)); // 1 0.500 0
 * ```
 */
export declare class CosineScheduler extends Curve {
    constructor(options: CosineSchedulerOptions);
    constructor(maxUpdate: number, baseLr?: number, options?: Omit<CosineSchedulerOptions, "maxUpdate" | "baseLr">);
    protected curve(part: number): number;
}
export {};
