import type { InitializerLike } from "../../init/index.ts";
import type { DType } from "../../nd/dtype.ts";
import type { NDArray } from "../../nd/ndarray.ts";
import { Block, type BlockOptions } from "../block.ts";
import { type Functions, HybridBlock, type ParameterValues } from "../hybrid-block.ts";
import type { Parameter } from "../parameter.ts";
/**
 * In training, sets a part of the elements to 0 and scales the others up.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.Dropout(0.5);
 * layer.initialize();
 * console.log(layer(nd.ones([2, 4])).shape); // [ 2, 4 ]
 * ```
 */
export declare class Dropout extends HybridBlock {
    #private;
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    /**
     * @param rate - the part that is dropped
     * @param axes - axes along which elements share their fate
     */
    constructor(rate: number, options?: BlockOptions & {
        axes?: readonly number[];
    });
    constructor(rate: number, axes: readonly number[], options?: BlockOptions);
    hybridForward(F: Functions, x: NDArray): NDArray;
    toString(): string;
}
/**
 * All axes but the first as one.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.Flatten();
 * layer.initialize();
 * console.log(layer(nd.ones([2, 3, 4])).shape); // [ 2, 12 ]
 * ```
 */
export declare class Flatten extends HybridBlock {
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    hybridForward(F: Functions, x: NDArray): NDArray;
    toString(): string;
}
/** What `Embedding` takes besides its sizes. */
export interface EmbeddingOptions extends BlockOptions {
    dtype?: DType | undefined;
    weightInitializer?: InitializerLike | null | undefined;
    /** Whether the weight's gradient is row-sparse: it holds only the rows that were looked up. */
    sparseGrad?: boolean | undefined;
}
/**
 * The rows of a table that integers stand for.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.Embedding(10, 4);
 * layer.initialize();
 * console.log(layer(nd.ones([2, 3])).shape); // [ 2, 3, 4 ]
 * ```
 */
export declare class Embedding extends HybridBlock {
    #private;
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    readonly weight: Parameter;
    /**
     * @param inputDim - the number of rows
     * @param outputDim - their size
     */
    constructor(inputDim: number, outputDim: number, options?: EmbeddingOptions);
    constructor(inputDim: number, outputDim: number, dtype: DType, weightInitializer?: InitializerLike | null, sparseGrad?: boolean, options?: BlockOptions);
    hybridForward(F: Functions, x: NDArray, { weight }: ParameterValues): NDArray;
    toString(): string;
}
/**
 * Wraps a function: `new nn.Lambda("tanh")`, `new nn.Lambda((x) => x.mul(2))`.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.Lambda((x: NDArray) => x.mul(2));
 * console.log(layer(nd.ones([2])).toArray()); // [ 2, 2 ]
 * ```
 */
export declare class Lambda extends Block {
    #private;
    static readonly name: string;
    constructor(fn: string | ((...inputs: NDArray[]) => unknown), options?: BlockOptions);
    forward(...inputs: never[]): unknown;
    toString(): string;
}
/**
 * Wraps a function of `nd` by name, or one that gets `nd` before its inputs: `(F, x) => F.relu(x)`.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.HybridLambda("tanh");
 * console.log(layer(nd.zeros([2])).toArray()); // [ 0, 0 ]
 * ```
 */
export declare class HybridLambda extends HybridBlock {
    #private;
    static readonly name: string;
    constructor(fn: string | ((F: Functions, ...inputs: NDArray[]) => unknown), options?: BlockOptions);
    hybridForward(F: Functions, ...args: never[]): unknown;
    toString(): string;
}
