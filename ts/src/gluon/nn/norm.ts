// Normalisation.
import type { InitializerLike } from "../../init/index.ts";
import type { DType } from "../../nd/dtype.ts";
import type { NDArray } from "../../nd/ndarray.ts";
import { attrText } from "../../runtime/attrs.ts";
import { readBlock } from "../arguments.ts";
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
export class BatchNorm extends HybridBlock {
  static override readonly ownsTemporaries: boolean = true;
  // Names are given, because minifiers change those of classes.
  static override readonly name: string = "BatchNorm";
  readonly gamma: Parameter;
  readonly beta: Parameter;
  readonly runningMean: Parameter;
  readonly runningVar: Parameter;
  readonly #options: {
    readonly axis: number;
    readonly eps: number;
    readonly momentum: number;
    readonly fixGamma: boolean;
    readonly useGlobalStats: boolean;
    readonly name: string;
  };

  constructor(options?: BatchNormOptions);
  constructor(axis: number, momentum?: number, epsilon?: number, options?: BatchNormOptions);
  constructor(...args: unknown[]) {
    const values = readBlock(
      "BatchNorm",
      {
        axis: 1,
        momentum: 0.9,
        epsilon: 1e-5,
        center: true,
        scale: true,
        useGlobalStats: false,
        betaInitializer: "zeros" as InitializerLike,
        gammaInitializer: "ones" as InitializerLike,
        runningMeanInitializer: "zeros" as InitializerLike,
        runningVarianceInitializer: "ones" as InitializerLike,
        inChannels: 0,
      },
      args,
    );
    super(values);
    const { axis, momentum, epsilon: eps, scale, center, useGlobalStats } = values;
    this.#options = { axis, eps, momentum, fixGamma: !scale, useGlobalStats, name: "fwd" };
    const make = (name: string, init: InitializerLike, differentiable: boolean): Parameter =>
      this.params.get(name, { shape: [values.inChannels], init, differentiable, allowDeferredInit: true });
    this.gamma = make("gamma", values.gammaInitializer, scale);
    this.beta = make("beta", values.betaInitializer, center);
    this.runningMean = make("running_mean", values.runningMeanInitializer, false);
    this.runningVar = make("running_var", values.runningVarianceInitializer, false);
  }

  /** float16 data is normalised with float32 parameters. */
  override cast(dtype: DType): void {
    super.cast(dtype === "float16" ? "float32" : dtype);
  }

  protected override fieldParams(): Map<string, Parameter> {
    // Files have MXNet's names.
    return new Map([
      ["gamma", this.gamma],
      ["beta", this.beta],
      ["running_mean", this.runningMean],
      ["running_var", this.runningVar],
    ]);
  }

  override inferShape(x: NDArray): void {
    const channels = x.shape.at(this.#options.axis) as number;
    for (const param of this.fieldParams().values()) param.shape = [channels];
  }

  override hybridForward(F: Functions, x: NDArray, values: ParameterValues): NDArray {
    const { gamma, beta, running_mean: mean, running_var: variance } = values as Readonly<Record<string, NDArray>>;
    const [g, b, m, v] = [gamma, beta, mean, variance] as [NDArray, NDArray, NDArray, NDArray];
    return F.BatchNorm(x, g, b, m, v, this.#options) as NDArray;
  }

  override toString(): string {
    const { axis, eps, momentum, fixGamma, useGlobalStats } = this.#options;
    const flags = `fix_gamma=${attrText(fixGamma)}, use_global_stats=${attrText(useGlobalStats)}`;
    const channels = this.gamma.shape?.[0] || "None";
    const numbers = `axis=${axis}, eps=${attrText(eps)}, momentum=${attrText(momentum)}`;
    return `${this.constructor.name}(${numbers}, ${flags}, in_channels=${channels})`;
  }
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
export class LayerNorm extends HybridBlock {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "LayerNorm";
  readonly gamma: Parameter;
  readonly beta: Parameter;
  readonly #options: { readonly axis: number; readonly eps: number; readonly center: boolean; readonly scale: boolean };

  constructor(options?: NormOptions);
  constructor(axis: number, epsilon?: number, options?: NormOptions);
  constructor(...args: unknown[]) {
    const values = readBlock(
      "LayerNorm",
      {
        axis: -1,
        epsilon: 1e-5,
        center: true,
        scale: true,
        betaInitializer: "zeros" as InitializerLike,
        gammaInitializer: "ones" as InitializerLike,
        inChannels: 0,
      },
      args,
    );
    super(values);
    const { axis, epsilon: eps, center, scale } = values;
    this.#options = { axis, eps, center, scale };
    const make = (name: string, init: InitializerLike, trained: boolean): Parameter =>
      this.params.get(name, {
        gradReq: trained ? "write" : "null",
        shape: [values.inChannels],
        init,
        allowDeferredInit: true,
      });
    this.gamma = make("gamma", values.gammaInitializer, scale);
    this.beta = make("beta", values.betaInitializer, center);
  }

  override inferShape(x: NDArray): void {
    const channels = x.shape.at(this.#options.axis) as number;
    this.gamma.shape = [channels];
    this.beta.shape = [channels];
  }

  override hybridForward(F: Functions, x: NDArray, { gamma, beta }: ParameterValues): NDArray {
    const { axis, eps } = this.#options;
    return F.LayerNorm(x, gamma as NDArray, beta as NDArray, { axis, eps }) as NDArray;
  }

  override toString(): string {
    const { axis, eps, center, scale } = this.#options;
    const flags = `center=${attrText(center)}, scale=${attrText(scale)}`;
    return `${this.constructor.name}(eps=${attrText(eps)}, axis=${axis}, ${flags}, in_channels=${this.gamma.shape?.[0]})`;
  }
}
