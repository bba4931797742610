import type { NDArray } from "../nd/ndarray.ts";
import { Optimizer, type OptimizerState } from "./optimizer.ts";
import { type SGDOptions } from "./sgd.ts";
/** What `LARS` takes. */
export interface LARSOptions extends SGDOptions {
    /** The trust in a weight's norm; 0.001 by default. */
    eta?: number | undefined;
    /** Keeps the denominator from 0; 0 by default. */
    eps?: number | undefined;
    /** Whether the momentum follows changes of the learning rate; true by default. */
    momentumCorrection?: boolean | undefined;
}
/**
 * SGD whose learning rate each weight scales by its norm (You, Gitman and Ginsburg 2017), for large batches:
 * lr · η · |w| / (|g| + wd · |w| + ε). Weights whose names end in gamma, beta or bias are not scaled, and only those with
 * names that end in `_weight` decay.
 *
 * @example
 * ```ts
 * new optimizer.LARS({ learningRate: 0.1, momentum: 0.9, eta: 0.01 });
 * ```
 */
export declare class LARS extends Optimizer {
    #private;
    static readonly name: string;
    momentum: number;
    eta: number;
    eps: number;
    momentumCorrection: boolean;
    lazyUpdate: boolean;
    constructor(options?: LARSOptions);
    get progress(): number[];
    set progress(pairs: readonly number[]);
    protected isDecayed(name: string): boolean;
    createState(_index: number, weight: NDArray): OptimizerState;
    update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void;
}
