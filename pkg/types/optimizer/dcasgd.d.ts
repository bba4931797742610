import type { NDArray } from "../nd/ndarray.ts";
import { Optimizer, type OptimizerState } from "./optimizer.ts";
import { type MomentumOptions } from "./sgd.ts";
/** What `DCASGD` takes. */
export interface DCASGDOptions extends MomentumOptions {
    /** The strength of the compensation; 0.04 by default. */
    lamda?: number | undefined;
}
/**
 * SGD that makes up for gradients of older weights (Zheng and others 2016): g = clip(rescaleGrad · grad),
 * m = momentum · m - lr · (g + wd · w + λ · g² · (w - w')), w' = w, w += m.
 *
 * @example
 * ```ts
 * new optimizer.DCASGD({ learningRate: 0.1 });
 * ```
 */
export declare class DCASGD extends Optimizer {
    static readonly name: string;
    momentum: number;
    lamda: number;
    constructor(options?: DCASGDOptions);
    createState(_index: number, weight: NDArray): OptimizerState;
    update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void;
}
