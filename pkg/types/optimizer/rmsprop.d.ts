import type { NDArray } from "../nd/ndarray.ts";
import { Optimizer, type OptimizerState } from "./optimizer.ts";
import { type OptimizerOptions } from "./options.ts";
/** What `RMSProp` takes. */
export interface RMSPropOptions extends OptimizerOptions {
    /** The decay of the mean square of gradients; 0.9 by default. */
    gamma1?: number | undefined;
    /** The momentum of the centered version; 0.9 by default. */
    gamma2?: number | undefined;
    /** Keeps the denominator from 0; 1e-8 by default. */
    epsilon?: number | undefined;
    /** Whether the variance of gradients is taken (Graves) instead of the mean square (Tieleman and Hinton). */
    centered?: boolean | undefined;
    /** Limits weights to [-clipWeights, clipWeights]. */
    clipWeights?: number | null | undefined;
}
/**
 * RMSProp, with the learning rate 0.001 by default: g = clip(rescaleGrad · grad + wd · w), n = γ₁ · n + (1 - γ₁) · g²,
 * w -= lr · g / √(n + ε). Centered: also the mean of g, whose square is taken from n, and a momentum γ₂.
 *
 * @example
 * ```ts
 * new optimizer.RMSProp({ learningRate: 0.01, centered: true });
 * ```
 */
export declare class RMSProp extends Optimizer {
    static readonly name: string;
    gamma1: number;
    gamma2: number;
    epsilon: number;
    centered: boolean;
    clipWeights: number | null;
    constructor(options?: RMSPropOptions);
    createState(_index: number, weight: NDArray): OptimizerState;
    update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void;
}
