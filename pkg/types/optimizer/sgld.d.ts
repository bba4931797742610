import type { NDArray } from "../nd/ndarray.ts";
import { Optimizer } from "./optimizer.ts";
import { type OptimizerOptions } from "./options.ts";
/**
 * Stochastic gradient Langevin dynamics (Welling and Teh 2011), which samples weights from their posterior:
 * w -= lr / 2 · (clip(rescaleGrad · grad) + wd · w), w += noise of variance lr.
 *
 * @example
 * ```ts
 * new optimizer.SGLD({ learningRate: 0.01 });
 * ```
 */
export declare class SGLD extends Optimizer {
    static readonly name: string;
    constructor(options?: OptimizerOptions);
    update(index: number, weight: NDArray, grad: NDArray): void;
}
