import type { NDArray } from "../nd/ndarray.ts";
import { Optimizer, type OptimizerState } from "./optimizer.ts";
import { type MomentumOptions } from "./sgd.ts";
/** What `Signum` takes; the momentum is 0.9 by default. */
export interface SignumOptions extends MomentumOptions {
    /** The decay of weights outside of the sign; 0 by default. */
    wdLh?: number | undefined;
}
/**
 * Steps of the sign of the momentum (Bernstein and others 2018): m = momentum · m - (1 - momentum) · (clip(rescaleGrad ·
 * grad) + wd · w), w = (1 - lr · wdLh) · w + lr · sign(m). Without momentum it is signSGD: w -= lr · (sign(grad) + wd · w).
 *
 * @example
 * ```ts
 * new optimizer.Signum({ learningRate: 0.01, momentum: 0 });
 * ```
 */
export declare class Signum extends Optimizer {
    static readonly name: string;
    momentum: number;
    wdLh: number;
    constructor(options?: SignumOptions);
    createState(_index: number, weight: NDArray): OptimizerState;
    update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void;
}
