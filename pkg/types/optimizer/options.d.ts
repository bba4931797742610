import type { SymbolInfo } from "./optimizer.ts";
/** Gives the learning rate for a number of updates. A `baseLr` is replaced by the optimizer's `learningRate`. */
export interface LRSchedule {
    (numUpdate: number): number;
    baseLr?: number;
}
/** What the optimizer asks of a parameter (a `gluon.Parameter` is one). */
export interface Multipliers {
    readonly lrMult: number;
    readonly wdMult: number;
}
/** What every optimizer takes. */
export interface OptimizerOptions {
    /** Multiplies gradients; 1 by default. A Trainer divides it by the batch size. */
    rescaleGrad?: number | undefined;
    /** The decay of weights; 0 by default. */
    wd?: number | undefined;
    /** Clips each element of the rescaled gradient to [-clipGradient, clipGradient]; null for no clipping. */
    clipGradient?: number | null | undefined;
    /** The learning rate; goes before the schedule's own. */
    learningRate?: number | null | undefined;
    /** A learning rate that depends on the number of updates. */
    lrScheduler?: LRSchedule | null | undefined;
    /** The number of updates to begin with. */
    beginNumUpdate?: number | undefined;
    /** Whether float16 weights are updated through a float32 copy. */
    multiPrecision?: boolean | undefined;
    /** Names of weights by index. Weights whose names do not end in `_weight` or `_gamma` then have no decay. */
    paramIdx2name?: Readonly<Record<number, string>> | null | undefined;
    /** Parameters by index, whose `lrMult` and `wdMult` multiply the learning rate and the decay. */
    paramDict?: Readonly<Record<number, Multipliers>> | null | undefined;
    /** The symbol that is trained: its attributes `__lr_mult__` and `__wd_mult__` count. */
    sym?: SymbolInfo | null | undefined;
}
declare const COMMON: {
    rescaleGrad: number;
    wd: number;
    clipGradient: number | null;
    learningRate: number | null;
    lrScheduler: LRSchedule | null;
    beginNumUpdate: number;
    multiPrecision: boolean;
    paramIdx2name: Readonly<Record<number, string>> | null;
    paramDict: Readonly<Record<number, Multipliers>> | null;
    sym: SymbolInfo | null;
};
/** All options that optimizers have in common. */
export type CommonOptions = typeof COMMON;
/**
 * An optimizer's options with its defaults; names may be spelt MXNet's way, too.
 *
 * @param own - the options beyond what all have, with their defaults
 */
export declare function readOptions<T extends {
    readonly [name: string]: unknown;
}>(name: string, options: unknown, own: T): T & CommonOptions;
export {};
