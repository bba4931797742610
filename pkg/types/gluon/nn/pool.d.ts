import type { NDArray } from "../../nd/ndarray.ts";
import type { BlockOptions } from "../block.ts";
import { type Functions, HybridBlock } from "../hybrid-block.ts";
import type { ConvLayout, Sizes } from "./conv.ts";
/** What max pooling takes. */
export interface MaxPoolOptions extends BlockOptions {
    /** The size of windows; 2 by default. */
    poolSize?: Sizes | undefined;
    /** The steps between windows; their size by default. */
    strides?: Sizes | null | undefined;
    /** The padding on both sides; 0 by default. */
    padding?: Sizes | undefined;
    /** The order of axes: batch, channels, sizes. */
    layout?: ConvLayout | undefined;
    /** Whether a window that is cut off at the end counts. */
    ceilMode?: boolean | undefined;
}
/** What average pooling takes. */
export interface AvgPoolOptions extends MaxPoolOptions {
    /** Whether the padding counts as elements; true by default. */
    countIncludePad?: boolean | undefined;
}
/** What pooling of everything takes. */
export interface GlobalPoolOptions extends BlockOptions {
    /** The order of axes: batch, channels, sizes. */
    layout?: ConvLayout | undefined;
}
/** The arguments of max pooling. */
export type MaxPoolArguments = [options?: MaxPoolOptions] | [poolSize: Sizes, options?: MaxPoolOptions] | [poolSize: Sizes, strides: Sizes | null, options?: MaxPoolOptions] | [poolSize: Sizes, strides: Sizes | null, padding: Sizes, options?: MaxPoolOptions];
/** The arguments of average pooling. */
export type AvgPoolArguments = [options?: AvgPoolOptions] | [poolSize: Sizes, options?: AvgPoolOptions] | [poolSize: Sizes, strides: Sizes | null, options?: AvgPoolOptions] | [poolSize: Sizes, strides: Sizes | null, padding: Sizes, options?: AvgPoolOptions];
interface PoolValues extends BlockOptions {
    readonly poolSize: Sizes;
    readonly strides: Sizes | null;
    readonly padding: Sizes;
    readonly layout: ConvLayout;
    readonly ceilMode: boolean;
    readonly countIncludePad?: boolean;
}
declare abstract class Pool extends HybridBlock {
    #private;
    constructor(what: string, poolType: "max" | "avg", layout: ConvLayout, values: PoolValues, globalPool?: boolean);
    hybridForward(F: Functions, x: NDArray): NDArray;
    toString(): string;
}
/**
 * The greatest element of each window, along one axis.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.MaxPool1D(2, 2);
 * layer.initialize();
 * console.log(layer(nd.ones([1, 2, 8])).shape); // [ 1, 2, 4 ]
 * ```
 */
export declare class MaxPool1D extends Pool {
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(...args: MaxPoolArguments);
}
/**
 * The greatest element of each window, along two axes.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.MaxPool2D(2, 2);
 * layer.initialize();
 * console.log(layer(nd.ones([1, 2, 8, 8])).shape); // [ 1, 2, 4, 4 ]
 * ```
 */
export declare class MaxPool2D extends Pool {
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(...args: MaxPoolArguments);
}
/**
 * The greatest element of each window, along three axes.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.MaxPool3D(2, 2);
 * layer.initialize();
 * console.log(layer(nd.ones([1, 2, 8, 8, 8])).shape); // [ 1, 2, 4, 4, 4 ]
 * ```
 */
export declare class MaxPool3D extends Pool {
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(...args: MaxPoolArguments);
}
/**
 * The mean of each window, along one axis.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.AvgPool1D(2, 2);
 * layer.initialize();
 * console.log(layer(nd.ones([1, 2, 8])).shape); // [ 1, 2, 4 ]
 * ```
 */
export declare class AvgPool1D extends Pool {
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(...args: AvgPoolArguments);
}
/**
 * The mean of each window, along two axes.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.AvgPool2D(2, 2);
 * layer.initialize();
 * console.log(layer(nd.ones([1, 2, 8, 8])).shape); // [ 1, 2, 4, 4 ]
 * ```
 */
export declare class AvgPool2D extends Pool {
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(...args: AvgPoolArguments);
}
/**
 * The mean of each window, along three axes.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.AvgPool3D(2, 2);
 * layer.initialize();
 * console.log(layer(nd.ones([1, 2, 8, 8, 8])).shape); // [ 1, 2, 4, 4, 4 ]
 * ```
 */
export declare class AvgPool3D extends Pool {
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(...args: AvgPoolArguments);
}
/**
 * The greatest element of each channel, along one axis.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.GlobalMaxPool1D();
 * layer.initialize();
 * console.log(layer(nd.ones([1, 2, 8])).shape); // [ 1, 2, 1 ]
 * ```
 */
export declare class GlobalMaxPool1D extends Pool {
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(options?: GlobalPoolOptions);
}
/**
 * The greatest element of each channel, along two axes.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.GlobalMaxPool2D();
 * layer.initialize();
 * console.log(layer(nd.ones([1, 2, 8, 8])).shape); // [ 1, 2, 1, 1 ]
 * ```
 */
export declare class GlobalMaxPool2D extends Pool {
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(options?: GlobalPoolOptions);
}
/**
 * The greatest element of each channel, along three axes.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.GlobalMaxPool3D();
 * layer.initialize();
 * console.log(layer(nd.ones([1, 2, 8, 8, 8])).shape); // [ 1, 2, 1, 1, 1 ]
 * ```
 */
export declare class GlobalMaxPool3D extends Pool {
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(options?: GlobalPoolOptions);
}
/**
 * The mean of each channel, along one axis.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.GlobalAvgPool1D();
 * layer.initialize();
 * console.log(layer(nd.ones([1, 2, 8])).shape); // [ 1, 2, 1 ]
 * ```
 */
export declare class GlobalAvgPool1D extends Pool {
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(options?: GlobalPoolOptions);
}
/**
 * The mean of each channel, along two axes.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.GlobalAvgPool2D();
 * layer.initialize();
 * console.log(layer(nd.ones([1, 2, 8, 8])).shape); // [ 1, 2, 1, 1 ]
 * ```
 */
export declare class GlobalAvgPool2D extends Pool {
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(options?: GlobalPoolOptions);
}
/**
 * The mean of each channel, along three axes.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.GlobalAvgPool3D();
 * layer.initialize();
 * console.log(layer(nd.ones([1, 2, 8, 8, 8])).shape); // [ 1, 2, 1, 1, 1 ]
 * ```
 */
export declare class GlobalAvgPool3D extends Pool {
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(options?: GlobalPoolOptions);
}
export {};
