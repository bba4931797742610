// Convolutions.
import { MXNetError } from "../../error.ts";
import type { InitializerLike } from "../../init/index.ts";
import type { NDArray } from "../../nd/ndarray.ts";
import { attrText } from "../../runtime/attrs.ts";
import { perAxis, readBlock } from "../arguments.ts";
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
export type ConvArguments =
  | [options: ConvOptions & { channels: number; kernelSize: Sizes }]
  | [channels: number, kernelSize: Sizes, options?: ConvOptions]
  | [
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
      options?: ConvOptions,
    ];

abstract class Conv extends HybridBlock {
  readonly weight: Parameter;
  readonly bias: Parameter | null;
  readonly act: Activation | null;
  readonly #options: {
    readonly kernel: readonly number[];
    readonly stride: readonly number[];
    readonly dilate: readonly number[];
    readonly pad: readonly number[];
    readonly numFilter: number;
    readonly numGroup: number;
    readonly noBias: boolean;
    readonly layout: ConvLayout;
    readonly name: string;
  };

  constructor(what: string, layout: ConvLayout, args: readonly unknown[]) {
    const values = readBlock(
      what,
      {
        channels: undefined as unknown as number,
        kernelSize: undefined as unknown as Sizes,
        strides: 1 as Sizes,
        padding: 0 as Sizes,
        dilation: 1 as Sizes,
        groups: 1,
        layout,
        activation: null as ActivationType | null,
        useBias: true,
        weightInitializer: null as InitializerLike | null,
        biasInitializer: "zeros" as InitializerLike | null,
        inChannels: 0,
      },
      args,
    );
    if (values.layout !== layout) throw new MXNetError(`${what}: Only supports '${layout}' layout for now`);
    super({ ...values, hint: "conv" });
    const { channels, groups, activation, inChannels } = values;
    const axes = layout.length - 2;
    const kernel = perAxis("kernel_size", values.kernelSize, axes);
    this.#options = {
      kernel,
      stride: perAxis("strides", values.strides, axes),
      dilate: perAxis("dilation", values.dilation, axes),
      pad: perAxis("padding", values.padding, axes),
      numFilter: channels,
      numGroup: groups,
      noBias: !values.useBias,
      layout,
      name: "fwd",
    };
    const shape = [channels, Math.floor(inChannels / groups), ...kernel];
    this.weight = this.params.get("weight", { shape, init: values.weightInitializer, allowDeferredInit: true });
    this.bias = values.useBias
      ? this.params.get("bias", { shape: [channels], init: values.biasInitializer, allowDeferredInit: true })
      : null;
    this.act = activation ? this.nameScope(() => new Activation(activation, { prefix: `${activation}_` })) : null;
  }

  override inferShape(x: NDArray): void {
    const { numFilter, numGroup, kernel, layout } = this.#options;
    const channels = x.shape[1];
    if (x.ndim !== layout.length || channels === undefined) {
      throw new MXNetError(`${this.constructor.name}: the input has shape (${x.shape}), expected the layout ${layout}`);
    }
    this.weight.shape = [numFilter, Math.floor(channels / numGroup), ...kernel];
  }

  override hybridForward(F: Functions, x: NDArray, { weight, bias }: ParameterValues): NDArray {
    const y = F.Convolution(x, weight as NDArray, bias ?? null, this.#options);
    return this.act ? this.act(y) : y;
  }

  override toString(): string {
    const { kernel, stride, pad, dilate, numGroup } = this.#options;
    const [channels, inChannels] = this.weight.shape as readonly number[];
    let text = `${this.constructor.name}(${inChannels || "None"} -> ${channels}`;
    text += `, kernel_size=${attrText(kernel)}, stride=${attrText(stride)}`;
    if (pad.some((p) => p !== 0)) text += `, padding=${attrText(pad)}`;
    if (dilate.some((d) => d !== 1)) text += `, dilation=${attrText(dilate)}`;
    if (numGroup !== 1) text += `, groups=${numGroup}`;
    if (!this.bias) text += ", bias=False";
    return `${text}${this.act ? `, ${this.act}` : ""})`;
  }
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
export class Conv1D extends Conv {
  static override readonly ownsTemporaries: boolean = true;
  // Names are given, because minifiers change those of classes.
  static override readonly name: string = "Conv1D";

  constructor(...args: ConvArguments) {
    super("Conv1D", "NCW", args);
  }
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
export class Conv2D extends Conv {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "Conv2D";

  constructor(...args: ConvArguments) {
    super("Conv2D", "NCHW", args);
  }
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
export class Conv3D extends Conv {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "Conv3D";

  constructor(...args: ConvArguments) {
    super("Conv3D", "NCDHW", args);
  }
}
