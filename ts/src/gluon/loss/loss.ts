import type { NDArray } from "../../nd/ndarray.ts";
import { floatText } from "../../runtime/attrs.ts";
import { Real } from "../../symbol/real.ts";
import { GraphSymbol } from "../../symbol/symbol.ts";
import { readBlock } from "../arguments.ts";
import type { BlockOptions } from "../block.ts";
import { type Functions, HybridBlock, type ParameterValues } from "../hybrid-block.ts";

/** What every loss takes. */
export interface LossOptions extends BlockOptions {
  /** Multiplies the loss. */
  weight?: number | null | undefined;
  /** The axis of samples; 0 by default. */
  batchAxis?: number | undefined;
}

export interface Loss {
  /**
   * The loss of each sample.
   *
   * @param pred - predictions
   * @param label - what they should be
   * @param sampleWeight - multiplies the losses; broadcasts
   */
  (pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray;
  /** The same as a symbol. */
  (pred: GraphSymbol, label: GraphSymbol, sampleWeight?: GraphSymbol | null): GraphSymbol;
}

/**
 * The base of losses. What is left out of a call is left out of that of `hybridForward`.
 *
 * @example
 * ```ts
 * class SquaredError extends gluon.loss.Loss {
 *   constructor() {
 *     super(null, 0);
 *   }
 *
 *   override hybridForward(F: gluon.Functions, pred: NDArray, label: NDArray, sampleWeight?: NDArray): NDArray {
 *     return this.sampleMean(this.weighted(F, F.square(pred.sub(label)), sampleWeight));
 *   }
 * }
 * console.log(new SquaredError()(nd.array([[1], [3]]), nd.zeros([2, 1])).toArray()); // [ 1, 9 ]
 * ```
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: instances can be called, which only an interface can say
export abstract class Loss extends HybridBlock {
  readonly #weight: number | null;
  readonly #batchAxis: number;

  constructor(weight: number | null, batchAxis: number, options: BlockOptions = {}) {
    if (weight !== null && typeof weight !== "number") throw new TypeError("weight must be a number");
    super(options);
    this.#weight = weight;
    this.#batchAxis = batchAxis;
  }

  /** @internal Inputs may be left out: only losses with parameters get their values after them. */
  protected override callHybridForward(F: Functions, inputs: readonly unknown[], params: ParameterValues): unknown {
    const more = Object.keys(params).length > 0 ? [params] : [];
    return this.hybridForward(F, ...([...inputs, ...more] as never[]));
  }

  /**
   * Multiplies by the weights of samples and the weight of the loss.
   *
   * @param divisor - of the weight
   */
  protected weighted(F: Functions, loss: NDArray, sampleWeight: NDArray | null | undefined, divisor = 1): NDArray {
    const sampled = sampleWeight ? F.broadcastMul(loss, sampleWeight) : loss;
    const weight = this.#weight;
    if (weight === null) return sampled;
    return sampled.mul(divisor === 1 ? weight : real(loss, weight / divisor));
  }

  /** The mean over all axes but that of samples. */
  protected sampleMean(loss: NDArray): NDArray {
    return loss.mean({ axis: this.#batchAxis, exclude: true });
  }

  /** The sum over all axes but that of samples. */
  protected sampleSum(loss: NDArray): NDArray {
    return loss.sum({ axis: this.#batchAxis, exclude: true });
  }

  override toString(): string {
    return `${this.constructor.name}(batch_axis=${this.#batchAxis}, w=${floatText(this.#weight)})`;
  }
}

/** Arguments of a loss that come before the weight or after it, in MXNet's order. */
type Defaults = Readonly<Record<string, unknown>>;

/** Reads the arguments of a loss's constructor. */
export function readLoss<Before extends Defaults, After extends Defaults>(
  what: string,
  before: Before,
  args: readonly unknown[],
  after: After = {} as After,
  weight: number | null = null,
): Before & After & { weight: number | null; batchAxis: number } & BlockOptions {
  return readBlock(what, { ...before, weight, batchAxis: 0, ...after }, args);
}

/** A number that MXNet writes with a point: how symbols write numbers, arrays do not care. */
export const real = (x: unknown, value: number): number =>
  (x instanceof GraphSymbol ? new Real(value) : value) as number;
