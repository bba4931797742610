import type { NDArray } from "../nd/ndarray.ts";
import { Optimizer, type OptimizerState } from "./optimizer.ts";
import { type OptimizerOptions } from "./options.ts";
/** What `AdaGrad` takes. */
export interface AdaGradOptions extends OptimizerOptions {
    /** Keeps the denominator from 0; 1e-7 by default. */
    eps?: number | undefined;
}
/**
 * AdaGrad (Duchi, Hazan and Singer 2011): g = clip(rescaleGrad · grad), h += g², w -= lr · (g / √(h + ε) + wd · w).
 *
 * @example
 * ```ts
 * new optimizer.AdaGrad({ learningRate: 0.1 });
 * ```
 */
export declare class AdaGrad extends Optimizer {
    static readonly name: string;
    floatStableEps: number;
    constructor(options?: AdaGradOptions);
    createState(_index: number, weight: NDArray): OptimizerState;
    update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void;
}
