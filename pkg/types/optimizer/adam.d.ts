import type { NDArray } from "../nd/ndarray.ts";
import { Optimizer, type OptimizerOptions, type OptimizerState } from "./optimizer.ts";
/** What `Adam` takes. */
export interface AdamOptions extends OptimizerOptions {
    /** The decay of the first moment; 0.9 by default. */
    beta1?: number | undefined;
    /** The decay of the second moment; 0.999 by default. */
    beta2?: number | undefined;
    /** Keeps the denominator from 0; 1e-8 by default. */
    epsilon?: number | undefined;
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
    constructor(options?: AdamOptions);
    createState(_index: number, weight: NDArray): OptimizerState;
    update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void;
}
