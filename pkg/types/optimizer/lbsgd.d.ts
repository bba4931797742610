import type { NDArray } from "../nd/ndarray.ts";
import { Optimizer, type OptimizerState } from "./optimizer.ts";
import { type MomentumOptions } from "./sgd.ts";
/** How `LBSGD` comes to its learning rate. */
export type WarmupStrategy = "linear" | "power2" | "sqrt" | "lars";
/** What `LBSGD` takes. */
export interface LBSGDOptions extends MomentumOptions {
    /** How the learning rate is multiplied; "linear" by default. "lars" goes by norms, and any other name means 1. */
    warmupStrategy?: WarmupStrategy | (string & {}) | undefined;
    /** The epochs until the learning rate is multiplied by `batchScale`; 5 by default. */
    warmupEpochs?: number | undefined;
    /** The number of gradients that are averaged for one update; 1 by default. */
    batchScale?: number | undefined;
    /** The updates of an epoch; 32 by default. */
    updatesPerEpoch?: number | undefined;
    /** The epoch to begin with. */
    beginEpoch?: number | undefined;
    /** Accepted for MXNet's sake. */
    numEpochs?: number | undefined;
}
/**
 * SGD for large batches: each update takes the mean of `batchScale` gradients, with a learning rate that grows to
 * `batchScale` times its value over the epochs of warm-up.
 *
 * @example
 * ```ts
 * new optimizer.LBSGD({ learningRate: 0.1, momentum: 0.9, batchScale: 4 });
 * ```
 */
export declare class LBSGD extends Optimizer {
    #private;
    static readonly name: string;
    momentum: number;
    warmupStrategy: string;
    warmupEpochs: number;
    batchScale: number;
    updatesPerEpoch: number;
    constructor(options?: LBSGDOptions);
    createState(_index: number, weight: NDArray): OptimizerState;
    update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void;
}
