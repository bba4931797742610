import type { InitializerLike } from "../../init/index.ts";
import type { DType } from "../../nd/dtype.ts";
import type { NDArray } from "../../nd/ndarray.ts";
import type { BlockOptions } from "../block.ts";
import { type Functions, HybridBlock, type ParameterValues } from "../hybrid-block.ts";
import type { Parameter } from "../parameter.ts";
/** What both normalisations take. */
export interface NormOptions extends BlockOptions {
    /** The axis of channels. */
    axis?: number | undefined;
    /** Keeps the denominator from 0; 1e-5 by default. */
    epsilon?: number | undefined;
    /** Whether beta is added; true by default. */
    center?: boolean | undefined;
    /** Whether the result is multiplied by gamma; true by default. */
    scale?: boolean | undefined;
    betaInitializer?: InitializerLike | undefined;
    gammaInitializer?: InitializerLike | undefined;
    /** The number of channels; found at the first call when it is 0. */
    inChannels?: number | undefined;
}
/** What `BatchNorm` takes. */
export interface BatchNormOptions extends NormOptions {
    /** How much of the running statistics stays at each step; 0.9 by default. */
    momentum?: number | undefined;
    /** Whether the running statistics are used in training, too. */
    useGlobalStats?: boolean | undefined;
    runningMeanInitializer?: InitializerLike | undefined;
    runningVarianceInitializer?: InitializerLike | undefined;
}
/**
 * Normalises each channel over the batch, and learns a scale and a shift. In training with the batch's statistics, of
 * which it keeps running means; in prediction with these.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.BatchNorm();
 * layer.initialize();
 * console.log(layer(nd.ones([2, 3, 4, 4])).shape); // [ 2, 3, 4, 4 ]
 * ```
 */
export declare class BatchNorm extends HybridBlock {
    #private;
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    readonly gamma: Parameter;
    readonly beta: Parameter;
    readonly runningMean: Parameter;
    readonly runningVar: Parameter;
    constructor(options?: BatchNormOptions);
    constructor(axis: number, momentum?: number, epsilon?: number, options?: BatchNormOptions);
    /** float16 data is normalised with float32 parameters. */
    cast(dtype: DType): void;
    protected fieldParams(): Map<string, Parameter>;
    inferShape(x: NDArray): void;
    hybridForward(F: Functions, x: NDArray, values: ParameterValues): NDArray;
    toString(): string;
}
/**
 * Normalises along one axis of each sample, and learns a scale and a shift.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.LayerNorm();
 * layer.initialize();
 * console.log(layer(nd.ones([2, 3])).shape); // [ 2, 3 ]
 * ```
 */
export declare class LayerNorm extends HybridBlock {
    #private;
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    readonly gamma: Parameter;
    readonly beta: Parameter;
    constructor(options?: NormOptions);
    constructor(axis: number, epsilon?: number, options?: NormOptions);
    inferShape(x: NDArray): void;
    hybridForward(F: Functions, x: NDArray, { gamma, beta }: ParameterValues): NDArray;
    toString(): string;
}
