import type { NDArray } from "../nd/ndarray.ts";
import type { MomentsOptions } from "./adam.ts";
import { Optimizer, type OptimizerState } from "./optimizer.ts";
/**
 * AdaMax, Adam with the infinity norm (Kingma and Ba 2014), with the learning rate 0.002 by default:
 * g = clip(rescaleGrad · grad + wd · w), m the first moment of g, u = max(β₂ · u, |g|), w -= lr / (1 - β₁ᵗ) · m / u.
 *
 * @example
 * ```ts
 * new optimizer.Adamax({ learningRate: 0.002 });
 * ```
 */
export declare class Adamax extends Optimizer {
    static readonly name: string;
    beta1: number;
    beta2: number;
    constructor(options?: MomentsOptions);
    createState(_index: number, weight: NDArray): OptimizerState;
    update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void;
}
