import type { NDArray } from "../nd/ndarray.ts";
import { Optimizer, type OptimizerState } from "./optimizer.ts";
import { type OptimizerOptions } from "./options.ts";
/** What `AdaDelta` takes. */
export interface AdaDeltaOptions extends OptimizerOptions {
    /** The decay of both mean squares; 0.9 by default. */
    rho?: number | undefined;
    /** Keeps roots from 0; 1e-5 by default. */
    epsilon?: number | undefined;
}
/**
 * AdaDelta (Zeiler 2012), which has no learning rate: g = clip(rescaleGrad · grad), a = ρ · a + (1 - ρ) · g²,
 * δ = √(b + ε) / √(a + ε) · g, b = ρ · b + (1 - ρ) · δ², w -= δ + wd · w.
 *
 * @example
 * ```ts
 * new optimizer.AdaDelta({ rho: 0.95 });
 * ```
 */
export declare class AdaDelta extends Optimizer {
    static readonly name: string;
    rho: number;
    epsilon: number;
    constructor(options?: AdaDeltaOptions);
    createState(_index: number, weight: NDArray): OptimizerState;
    update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void;
}
