import type { NDArray } from "../nd/ndarray.ts";
import { Optimizer, type OptimizerState } from "./optimizer.ts";
import { type OptimizerOptions } from "./options.ts";
/** What `Ftrl` takes. */
export interface FtrlOptions extends OptimizerOptions {
    /** The strength of L1 regularization; 0.01 by default. */
    lamda1?: number | undefined;
    /** Keeps the learning rates of single elements from infinity; 1 by default. */
    beta?: number | undefined;
}
/** What `FTML` takes. */
export interface FTMLOptions extends OptimizerOptions {
    /** The decay of the first moment; 0.6 by default. */
    beta1?: number | undefined;
    /** The decay of the second moment; 0.999 by default. */
    beta2?: number | undefined;
    /** Keeps the denominator from 0; 1e-8 by default. */
    epsilon?: number | undefined;
}
/**
 * Follow the regularized leader (McMahan and others 2013), which makes weights 0; with the learning rate 0.1 by default:
 * g = clip(rescaleGrad · grad), z += g - (√(n + g²) - √n) / lr · w, n += g²,
 * w = (sign(z) · λ₁ - z) / ((β + √n) / lr + wd) where |z| > λ₁, and 0 elsewhere.
 *
 * @example
 * ```ts
 * new optimizer.Ftrl({ lamda1: 0.1 });
 * ```
 */
export declare class Ftrl extends Optimizer {
    static readonly name: string;
    lamda1: number;
    beta: number;
    constructor(options?: FtrlOptions);
    createState(_index: number, weight: NDArray): OptimizerState;
    update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void;
}
/**
 * Follow the moving leader (Zheng and Kwok 2017): g = clip(rescaleGrad · grad + wd · w), v the second moment of g,
 * d' = (1 - β₁ᵗ) / lr · (√(v / (1 - β₂ᵗ)) + ε), z = β₁ · z + (1 - β₁) · g - (d' - β₁ · d) · w, w = -z / d'.
 *
 * @example
 * ```ts
 * new optimizer.FTML({ learningRate: 0.0025 });
 * ```
 */
export declare class FTML extends Optimizer {
    static readonly name: string;
    beta1: number;
    beta2: number;
    epsilon: number;
    constructor(options?: FTMLOptions);
    createState(_index: number, weight: NDArray): OptimizerState;
    update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void;
}
