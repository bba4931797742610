// Pooling.
import { MXNetError } from "../../error.ts";
import type { NDArray } from "../../nd/ndarray.ts";
import { attrText } from "../../runtime/attrs.ts";
import { perAxis, readBlock } from "../arguments.ts";
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
export type MaxPoolArguments =
  | [options?: MaxPoolOptions]
  | [poolSize: Sizes, options?: MaxPoolOptions]
  | [poolSize: Sizes, strides: Sizes | null, options?: MaxPoolOptions]
  | [poolSize: Sizes, strides: Sizes | null, padding: Sizes, options?: MaxPoolOptions];

/** The arguments of average pooling. */
export type AvgPoolArguments =
  | [options?: AvgPoolOptions]
  | [poolSize: Sizes, options?: AvgPoolOptions]
  | [poolSize: Sizes, strides: Sizes | null, options?: AvgPoolOptions]
  | [poolSize: Sizes, strides: Sizes | null, padding: Sizes, options?: AvgPoolOptions];

interface PoolValues extends BlockOptions {
  readonly poolSize: Sizes;
  readonly strides: Sizes | null;
  readonly padding: Sizes;
  readonly layout: ConvLayout;
  readonly ceilMode: boolean;
  readonly countIncludePad?: boolean;
}

abstract class Pool extends HybridBlock {
  readonly #options: {
    readonly kernel: readonly number[];
    readonly stride: readonly number[];
    readonly pad: readonly number[];
    readonly globalPool: boolean;
    readonly poolType: "max" | "avg";
    readonly layout: ConvLayout;
    readonly poolingConvention: "full" | "valid";
    readonly countIncludePad?: boolean;
    readonly name: string;
  };

  constructor(what: string, poolType: "max" | "avg", layout: ConvLayout, values: PoolValues, globalPool = false) {
    if (values.layout !== layout) throw new MXNetError(`${what}: Only supports the '${layout}' layout`);
    super({ ...values, hint: "pool" });
    const axes = layout.length - 2;
    const { countIncludePad } = values;
    const kernel = perAxis("pool_size", values.poolSize, axes);
    this.#options = {
      kernel,
      stride: values.strides === null ? kernel : perAxis("strides", values.strides, axes),
      pad: perAxis("padding", values.padding, axes),
      globalPool,
      poolType,
      layout,
      poolingConvention: values.ceilMode ? "full" : "valid",
      ...(countIncludePad === undefined ? {} : { countIncludePad }),
      name: "fwd",
    };
  }

  override hybridForward(F: Functions, x: NDArray): NDArray {
    return F.Pooling(x, this.#options);
  }

  override toString(): string {
    const { kernel, stride, pad, poolingConvention, globalPool, poolType, layout } = this.#options;
    const sizes = `size=${attrText(kernel)}, stride=${attrText(stride)}, padding=${attrText(pad)}`;
    const modes = `ceil_mode=${attrText(poolingConvention === "full")}, global_pool=${attrText(globalPool)}`;
    return `${this.constructor.name}(${sizes}, ${modes}, pool_type=${poolType}, layout=${layout})`;
  }
}

function readMax(what: string, layout: ConvLayout, args: readonly unknown[]): PoolValues {
  const sizes = { poolSize: 2 as Sizes, strides: null as Sizes | null, padding: 0 as Sizes };
  // MXNet has these two in another order for three axes.
  return layout === "NCDHW"
    ? readBlock(what, { ...sizes, ceilMode: false, layout }, args)
    : readBlock(what, { ...sizes, layout, ceilMode: false }, args);
}

function readAvg(what: string, layout: ConvLayout, args: readonly unknown[]): PoolValues {
  const sizes = { poolSize: 2 as Sizes, strides: null as Sizes | null, padding: 0 as Sizes };
  // MXNet has these two in another order for one axis.
  return layout === "NCW"
    ? readBlock(what, { ...sizes, layout, ceilMode: false, countIncludePad: true }, args)
    : readBlock(what, { ...sizes, ceilMode: false, layout, countIncludePad: true }, args);
}

function readGlobal(what: string, layout: ConvLayout, args: readonly unknown[]): PoolValues {
  return { ...readBlock(what, { layout }, args), poolSize: 1, strides: null, padding: 0, ceilMode: true };
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
export class MaxPool1D extends Pool {
  static override readonly ownsTemporaries: boolean = true;
  // Names are given, because minifiers change those of classes.
  static override readonly name: string = "MaxPool1D";

  constructor(...args: MaxPoolArguments) {
    super("MaxPool1D", "max", "NCW", readMax("MaxPool1D", "NCW", args));
  }
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
export class MaxPool2D extends Pool {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "MaxPool2D";

  constructor(...args: MaxPoolArguments) {
    super("MaxPool2D", "max", "NCHW", readMax("MaxPool2D", "NCHW", args));
  }
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
export class MaxPool3D extends Pool {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "MaxPool3D";

  constructor(...args: MaxPoolArguments) {
    super("MaxPool3D", "max", "NCDHW", readMax("MaxPool3D", "NCDHW", args));
  }
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
export class AvgPool1D extends Pool {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "AvgPool1D";

  constructor(...args: AvgPoolArguments) {
    super("AvgPool1D", "avg", "NCW", readAvg("AvgPool1D", "NCW", args));
  }
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
export class AvgPool2D extends Pool {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "AvgPool2D";

  constructor(...args: AvgPoolArguments) {
    super("AvgPool2D", "avg", "NCHW", readAvg("AvgPool2D", "NCHW", args));
  }
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
export class AvgPool3D extends Pool {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "AvgPool3D";

  constructor(...args: AvgPoolArguments) {
    super("AvgPool3D", "avg", "NCDHW", readAvg("AvgPool3D", "NCDHW", args));
  }
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
export class GlobalMaxPool1D extends Pool {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "GlobalMaxPool1D";

  constructor(options?: GlobalPoolOptions) {
    super("GlobalMaxPool1D", "max", "NCW", readGlobal("GlobalMaxPool1D", "NCW", [options]), true);
  }
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
export class GlobalMaxPool2D extends Pool {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "GlobalMaxPool2D";

  constructor(options?: GlobalPoolOptions) {
    super("GlobalMaxPool2D", "max", "NCHW", readGlobal("GlobalMaxPool2D", "NCHW", [options]), true);
  }
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
export class GlobalMaxPool3D extends Pool {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "GlobalMaxPool3D";

  constructor(options?: GlobalPoolOptions) {
    super("GlobalMaxPool3D", "max", "NCDHW", readGlobal("GlobalMaxPool3D", "NCDHW", [options]), true);
  }
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
export class GlobalAvgPool1D extends Pool {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "GlobalAvgPool1D";

  constructor(options?: GlobalPoolOptions) {
    super("GlobalAvgPool1D", "avg", "NCW", readGlobal("GlobalAvgPool1D", "NCW", [options]), true);
  }
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
export class GlobalAvgPool2D extends Pool {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "GlobalAvgPool2D";

  constructor(options?: GlobalPoolOptions) {
    super("GlobalAvgPool2D", "avg", "NCHW", readGlobal("GlobalAvgPool2D", "NCHW", [options]), true);
  }
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
export class GlobalAvgPool3D extends Pool {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "GlobalAvgPool3D";

  constructor(options?: GlobalPoolOptions) {
    super("GlobalAvgPool3D", "avg", "NCDHW", readGlobal("GlobalAvgPool3D", "NCDHW", [options]), true);
  }
}
