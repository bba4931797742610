import type { NDArray } from "../nd/ndarray.ts";
import type { AdaGradOptions } from "./adagrad.ts";
import { Optimizer, type OptimizerState } from "./optimizer.ts";
/**
 * AdaGrad with one learning rate for each row of a matrix: g = clip(rescaleGrad · grad), h += the mean of g² along the row,
 * w -= lr · g / √(h + ε). There is no decay; `eps` is 1e-5 by default.
 *
 * @example
 * ```ts
 * new optimizer.contrib.GroupAdaGrad({ learningRate: 0.1 });
 * ```
 */
export declare class GroupAdaGrad extends Optimizer {
    static readonly name: string;
    floatStableEps: number;
    constructor(options?: AdaGradOptions);
    createState(_index: number, weight: NDArray): OptimizerState;
    update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void;
}
