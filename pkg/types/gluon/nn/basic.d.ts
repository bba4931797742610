import type { InitializerLike } from "../../init/index.ts";
import type { DType } from "../../nd/dtype.ts";
import type { NDArray } from "../../nd/ndarray.ts";
import { Block, type BlockOptions } from "../block.ts";
import { type Functions, HybridBlock, type ParameterValues } from "../hybrid-block.ts";
import type { Parameter } from "../parameter.ts";
/** In training, sets a part of the elements to 0 and scales the others up. */
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
/** All axes but the first as one. */
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
}
/** The rows of a table that integers stand for. */
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
    constructor(inputDim: number, outputDim: number, dtype: DType, weightInitializer?: InitializerLike | null, options?: BlockOptions);
    hybridForward(F: Functions, x: NDArray, { weight }: ParameterValues): NDArray;
    toString(): string;
}
/** Wraps a function: `new nn.Lambda("tanh")`, `new nn.Lambda((x) => x.mul(2))`. */
export declare class Lambda extends Block {
    #private;
    static readonly name: string;
    constructor(fn: string | ((...inputs: NDArray[]) => unknown), options?: BlockOptions);
    forward(...inputs: never[]): unknown;
    toString(): string;
}
/** Wraps a function of `nd` by name, or one that gets `nd` before its inputs: `(F, x) => F.relu(x)`. */
export declare class HybridLambda extends HybridBlock {
    #private;
    static readonly name: string;
    constructor(fn: string | ((F: Functions, ...inputs: NDArray[]) => unknown), options?: BlockOptions);
    forward(...inputs: never[]): unknown;
    toString(): string;
}
