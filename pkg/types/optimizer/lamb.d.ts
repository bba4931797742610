import type { NDArray } from "../nd/ndarray.ts";
import type { MomentsOptions } from "./adam.ts";
import { Optimizer, type OptimizerState } from "./optimizer.ts";
/** What `LAMB` takes. */
export interface LAMBOptions extends MomentsOptions {
    /** Keeps the denominator from 0; 1e-6 by default. */
    epsilon?: number | undefined;
    /** The least that the norm of the weight counts for. */
    lowerBound?: number | null | undefined;
    /** The most that the norm of the weight counts for. */
    upperBound?: number | null | undefined;
    /** Whether moments are made up for having begun at 0; true by default. */
    biasCorrection?: boolean | undefined;
}
/**
 * Adam whose step is as long as the weight (You and others 2019), for large batches; with the learning rate 0.001 by
 * default: m and v the moments of clip(rescaleGrad · grad), u = m / (√v + ε) + wd · w, w -= lr · |w| / |u| · u.
 *
 * @example
 * ```ts
 * new optimizer.LAMB({ learningRate: 0.002, wd: 0.01 });
 * ```
 */
export declare class LAMB extends Optimizer {
    static readonly name: string;
    beta1: number;
    beta2: number;
    epsilon: number;
    lowerBound: number | null;
    upperBound: number | null;
    biasCorrection: boolean;
    constructor(options?: LAMBOptions);
    createState(_index: number, weight: NDArray): OptimizerState;
    update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void;
}
