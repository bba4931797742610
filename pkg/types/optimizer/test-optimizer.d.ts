import type { NDArray } from "../nd/ndarray.ts";
import { Optimizer, type OptimizerState } from "./optimizer.ts";
import { type OptimizerOptions } from "./options.ts";
/**
 * MXNet's optimizer for tests: w += rescaleGrad · grad, and the state is the weight.
 *
 * @example
 * ```ts
 * const weight = nd.ones([2]);
 * optimizer.getUpdater(new optimizer.Test())(0, nd.ones([2]), weight);
 * console.log(weight.toArray()); // [ 2, 2 ]
 * ```
 */
export declare class Test extends Optimizer {
    static readonly name: string;
    constructor(options?: OptimizerOptions);
    createState(_index: number, weight: NDArray): OptimizerState;
    update(_index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void;
}
