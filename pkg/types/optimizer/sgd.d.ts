import type { NDArray } from "../nd/ndarray.ts";
import { Optimizer, type OptimizerOptions, type OptimizerState } from "./optimizer.ts";
/** What `SGD` takes. */
export interface SGDOptions extends OptimizerOptions {
    /** The part of the last step that is added to the next; 0 by default. */
    momentum?: number | undefined;
}
/**
 * Stochastic gradient descent with momentum and decay of weights:
 * g = clip(rescaleGrad · grad) + wd · w, m = momentum · m - lr · g, w += m.
 *
 * @example
 * ```ts
 * new optimizer.SGD({ learningRate: 0.1, momentum: 0.9 });
 * ```
 */
export declare class SGD extends Optimizer {
    static readonly name: string;
    momentum: number;
    constructor(options?: SGDOptions);
    createState(_index: number, weight: NDArray): OptimizerState;
    update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void;
}
