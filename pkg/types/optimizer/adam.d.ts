import type { NDArray } from "../nd/ndarray.ts";
import { Optimizer, type OptimizerState } from "./optimizer.ts";
import { type OptimizerOptions } from "./options.ts";
/** What optimizers with two moments take. */
export interface MomentsOptions extends OptimizerOptions {
    /** The decay of the first moment; 0.9 by default. */
    beta1?: number | undefined;
    /** The decay of the second moment; 0.999 by default. */
    beta2?: number | undefined;
}
/** What `Adam` takes. */
export interface AdamOptions extends MomentsOptions {
    /** Keeps the denominator from 0; 1e-8 by default. */
    epsilon?: number | undefined;
    /** Whether row-sparse gradients update only the rows that they have; true by default. */
    lazyUpdate?: boolean | undefined;
}
/** What `AdamW` takes. */
export interface AdamWOptions extends MomentsOptions {
    /** Keeps the denominator from 0; 1e-6 by default. */
    epsilon?: number | undefined;
    /** Whether the learning rate makes up for moments that begin at 0; true by default. */
    correctBias?: boolean | undefined;
}
/**
 * Adam (Kingma and Ba 2014), with the learning rate 0.001 by default:
 * g = clip(rescaleGrad · grad + wd · w), m and v the moments of g, w -= lr · √(1 - β₂ᵗ) / (1 - β₁ᵗ) · m / (√v + ε).
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.Dense(1, { inUnits: 2 });
 * layer.initialize();
 * const trainer = new gluon.Trainer(layer.collectParams(), new optimizer.Adam({ learningRate: 0.001 }));
 * ```
 */
export declare class Adam extends Optimizer {
    static readonly name: string;
    beta1: number;
    beta2: number;
    epsilon: number;
    lazyUpdate: boolean;
    constructor(options?: AdamOptions);
    createState(_index: number, weight: NDArray): OptimizerState;
    update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void;
}
/**
 * Adam with the decay outside of the moments (Loshchilov and Hutter 2017), with the learning rate 0.001 by default:
 * g = clip(rescaleGrad · grad), m and v the moments of g, η = lr · √(1 - β₂ᵗ) / (1 - β₁ᵗ), w -= η · (m / (√v + ε) + wd · w).
 * MXNet 1.9.1 has its operator only, the class is MXNet 2's.
 *
 * @example
 * ```ts
 * new optimizer.AdamW({ learningRate: 0.001, wd: 0.01 });
 * ```
 */
export declare class AdamW extends Optimizer {
    static readonly name: string;
    beta1: number;
    beta2: number;
    epsilon: number;
    correctBias: boolean;
    constructor(options?: AdamWOptions);
    createState(_index: number, weight: NDArray): OptimizerState;
    update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void;
}
