import type { InitializerLike } from "../../init/index.ts";
import type { NDArray } from "../../nd/ndarray.ts";
import type { BlockOptions } from "../block.ts";
import { type Functions, HybridBlock, type ParameterValues } from "../hybrid-block.ts";
import type { Parameter } from "../parameter.ts";
import { Activation, type ActivationType } from "./activation.ts";
/** A size for all axes, or one an axis. */
export type Sizes = number | readonly number[];
/** The layouts that there are. */
export type ConvLayout = "NCW" | "NCHW" | "NCDHW";
/** What convolutions take besides the channels and the size of the kernel. */
export interface ConvOptions extends BlockOptions {
    /** The steps between windows; 1 by default. */
    strides?: Sizes | undefined;
    /** The zeros on both sides; none by default. */
    padding?: Sizes | undefined;
    /** The steps between the elements of a window; 1 by default. */
    dilation?: Sizes | undefined;
    /** The number of groups that channels are split into; 1 by default. */
    groups?: number | undefined;
    /** The order of axes: batch, channels, sizes. */
    layout?: ConvLayout | undefined;
    /** A function applied to the result. */
    activation?: ActivationType | null | undefined;
    /** Whether there is a bias; true by default. */
    useBias?: boolean | undefined;
    weightInitializer?: InitializerLike | null | undefined;
    biasInitializer?: InitializerLike | null | undefined;
    /** The number of input channels; found at the first call when it is 0. */
    inChannels?: number | undefined;
}
/** The arguments of a convolution, all of which can be given by position. */
export type ConvArguments = [options: ConvOptions & {
    channels: number;
    kernelSize: Sizes;
}] | [channels: number, kernelSize: Sizes, options?: ConvOptions] | [
    channels: number,
    kernelSize: Sizes,
    strides: Sizes,
    padding?: Sizes,
    dilation?: Sizes,
    groups?: number,
    layout?: ConvLayout,
    activation?: ActivationType | null,
    useBias?: boolean,
    weightInitializer?: InitializerLike | null,
    biasInitializer?: InitializerLike | null,
    inChannels?: number,
    options?: ConvOptions
];
declare abstract class Conv extends HybridBlock {
    #private;
    readonly weight: Parameter;
    readonly bias: Parameter | null;
    readonly act: Activation | null;
    constructor(what: string, layout: ConvLayout, args: readonly unknown[]);
    inferShape(x: NDArray): void;
    hybridForward(F: Functions, x: NDArray, { weight, bias }: ParameterValues): NDArray;
    toString(): string;
}
/**
 * A convolution along one axis, of arrays (batch, channels, width).
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.Conv1D(4, 3, { activation: "relu" });
 * layer.initialize();
 * console.log(layer(nd.ones([1, 2, 8])).shape); // [ 1, 4, 6 ]
 * ```
 */
export declare class Conv1D extends Conv {
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(...args: ConvArguments);
}
/**
 * A convolution along two axes, of arrays (batch, channels, height, width).
 *
 * @example
 * ```ts
 * new gluon.nn.Conv2D(20, 5, { activation: "relu" });
 * new gluon.nn.Conv2D({ channels: 8, kernelSize: [3, 3], padding: 1 });
 * ```
 */
export declare class Conv2D extends Conv {
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(...args: ConvArguments);
}
/**
 * A convolution along three axes, of arrays (batch, channels, depth, height, width).
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.Conv3D(4, 3, { activation: "relu" });
 * layer.initialize();
 * console.log(layer(nd.ones([1, 2, 8, 8, 8])).shape); // [ 1, 4, 6, 6, 6 ]
 * ```
 */
export declare class Conv3D extends Conv {
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(...args: ConvArguments);
}
export {};
