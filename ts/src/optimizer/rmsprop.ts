import { invoke } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { createZeros, Optimizer, type OptimizerState } from "./optimizer.ts";
import { type OptimizerOptions, readOptions } from "./options.ts";

/** What `RMSProp` takes. */
export interface RMSPropOptions extends OptimizerOptions {
  /** The decay of the mean square of gradients; 0.9 by default. */
  gamma1?: number | undefined;
  /** The momentum of the centered version; 0.9 by default. */
  gamma2?: number | undefined;
  /** Keeps the denominator from 0; 1e-8 by default. */
  epsilon?: number | undefined;
  /** Whether the variance of gradients is taken (Graves) instead of the mean square (Tieleman and Hinton). */
  centered?: boolean | undefined;
  /** Limits weights to [-clipWeights, clipWeights]. */
  clipWeights?: number | null | undefined;
}

/**
 * RMSProp, with the learning rate 0.001 by default: g = clip(rescaleGrad · grad + wd · w), n = γ₁ · n + (1 - γ₁) · g²,
 * w -= lr · g / √(n + ε). Centered: also the mean of g, whose square is taken from n, and a momentum γ₂.
 *
 * @example
 * ```ts
 * new optimizer.RMSProp({ learningRate: 0.01, centered: true });
 * ```
 */
export class RMSProp extends Optimizer {
  static override readonly name: string = "RMSProp";
  gamma1: number;
  gamma2: number;
  epsilon: number;
  centered: boolean;
  clipWeights: number | null;

  constructor(options: RMSPropOptions = {}) {
    const read = readOptions("RMSProp", options, {
      learningRate: 0.001,
      gamma1: 0.9,
      gamma2: 0.9,
      epsilon: 1e-8,
      centered: false,
      clipWeights: null as number | null,
    });
    super(read);
    this.gamma1 = read.gamma1;
    this.gamma2 = read.gamma2;
    this.epsilon = read.epsilon;
    this.centered = read.centered;
    this.clipWeights = read.clipWeights;
  }

  override createState(_index: number, weight: NDArray): OptimizerState {
    return createZeros(weight, this.centered ? 3 : 1);
  }

  override update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void {
    const { gamma1, gamma2, epsilon } = this;
    const attrs = { ...this.countedAttrs(index), gamma1, epsilon, clip_weights: this.clipWeights || undefined };
    const inputs = [weight, grad, ...(state as NDArray[])];
    if (this.centered) invoke("rmspropalex_update", inputs, { ...attrs, gamma2 }, { out: weight });
    else invoke("rmsprop_update", inputs, attrs, { out: weight });
  }
}
