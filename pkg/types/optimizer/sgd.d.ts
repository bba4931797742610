import type { NDArray } from "../nd/ndarray.ts";
import { Optimizer, type OptimizerState, type UpdateAttrs } from "./optimizer.ts";
import { type OptimizerOptions } from "./options.ts";
/** What optimizers with a momentum take. */
export interface MomentumOptions extends OptimizerOptions {
    /** The part of the last step that is added to the next; 0 by default. */
    momentum?: number | undefined;
}
/** What `SGD` takes. */
export interface SGDOptions extends MomentumOptions {
    /** Whether row-sparse gradients update only the rows that they have; true by default. */
    lazyUpdate?: boolean | undefined;
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
    lazyUpdate: boolean;
    constructor(options?: SGDOptions);
    createState(_index: number, weight: NDArray): OptimizerState;
    update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void;
}
/**
 * Nesterov's accelerated gradient: as SGD, but the gradient is followed from where the momentum leads.
 *
 * @example
 * ```ts
 * new optimizer.NAG({ learningRate: 0.1, momentum: 0.9 });
 * ```
 */
export declare class NAG extends Optimizer {
    static readonly name: string;
    momentum: number;
    constructor(options?: MomentumOptions);
    createState(_index: number, weight: NDArray): OptimizerState;
    update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void;
}
/** What is kept for a weight: the last step, unless there is no momentum. */
export declare function createMomentum(momentum: number, weight: NDArray): NDArray | null;
/**
 * A step of descent: with a momentum by the operator named, without one by the plain formula. Nesterov's knows no lazy
 * updates.
 */
export declare function step(withMomentum: "sgd_mom_update" | "nag_mom_update", weight: NDArray, grad: NDArray, state: OptimizerState, momentum: number, attrs: UpdateAttrs, lazy?: boolean): void;
