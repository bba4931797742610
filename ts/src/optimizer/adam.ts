import { full } from "../nd/create.ts";
import { invoke } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { applyUpdate } from "./lazy.ts";
import { createZeros, Optimizer, type OptimizerState } from "./optimizer.ts";
import { type OptimizerOptions, readOptions } from "./options.ts";

/** What optimizers with two moments take. */
export interface MomentsOptions extends OptimizerOptions {
  /** The decay of the first moment; 0.9 by default. */
  beta1?: number | undefined;
  /** The decay of the second moment; 0.999 by default. */
  beta2?: number | undefined;
}

/** What `Adam` takes. */
export interface AdamOptions extends MomentsOptions {
  /** Keeps the denominator from 0; 1e-8 by default. */
  epsilon?: number | undefined;
  /** Whether row-sparse gradients update only the rows that they have; true by default. */
  lazyUpdate?: boolean | undefined;
}

/** What `AdamW` takes. */
export interface AdamWOptions extends MomentsOptions {
  /** Keeps the denominator from 0; 1e-6 by default. */
  epsilon?: number | undefined;
  /** Whether the learning rate makes up for moments that begin at 0; true by default. */
  correctBias?: boolean | undefined;
}

/** The learning rate of Adam at step t, which makes up for moments that begin at 0. */
function corrected(lr: number, beta1: number, beta2: number, t: number): number {
  return (lr * Math.sqrt(1 - beta2 ** t)) / (1 - beta1 ** t);
}

/**
 * Adam (Kingma and Ba 2014), with the learning rate 0.001 by default:
 * g = clip(rescaleGrad · grad + wd · w), m and v the moments of g, w -= lr · √(1 - β₂ᵗ) / (1 - β₁ᵗ) · m / (√v + ε).
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.Dense(1, { inUnits: 2 });
 * layer.initialize();
 * const trainer = new gluon.Trainer(layer.collectParams(), new optimizer.Adam({ learningRate: 0.001 }));
 * ```
 */
export class Adam extends Optimizer {
  static override readonly name: string = "Adam";
  beta1: number;
  beta2: number;
  epsilon: number;
  lazyUpdate: boolean;

  constructor(options: AdamOptions = {}) {
    const own = { learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, lazyUpdate: true };
    const read = readOptions("Adam", options, own);
    super(read);
    this.beta1 = read.beta1;
    this.beta2 = read.beta2;
    this.epsilon = read.epsilon;
    this.lazyUpdate = read.lazyUpdate;
  }

  override createState(_index: number, weight: NDArray): OptimizerState {
    return createZeros(weight, 2);
  }

  override update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void {
    const common = this.countedAttrs(index);
    const { beta1, beta2, epsilon } = this;
    const lr = corrected(common.lr, beta1, beta2, this.countOf(index));
    const attrs = { ...common, lr, beta1, beta2, epsilon };
    applyUpdate("adam_update", weight, grad, state as NDArray[], attrs, this.lazyUpdate);
  }
}

/**
 * Adam with the decay outside of the moments (Loshchilov and Hutter 2017), with the learning rate 0.001 by default:
 * g = clip(rescaleGrad · grad), m and v the moments of g, η = lr · √(1 - β₂ᵗ) / (1 - β₁ᵗ), w -= η · (m / (√v + ε) + wd · w).
 * MXNet 1.9.1 has its operator only, the class is MXNet 2's.
 *
 * @example
 * ```ts
 * new optimizer.AdamW({ learningRate: 0.001, wd: 0.01 });
 * ```
 */
export class AdamW extends Optimizer {
  static override readonly name: string = "AdamW";
  beta1: number;
  beta2: number;
  epsilon: number;
  correctBias: boolean;

  constructor(options: AdamWOptions = {}) {
    const own = { learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-6, correctBias: true };
    const read = readOptions("AdamW", options, own);
    super(read);
    this.beta1 = read.beta1;
    this.beta2 = read.beta2;
    this.epsilon = read.epsilon;
    this.correctBias = read.correctBias;
  }

  override createState(_index: number, weight: NDArray): OptimizerState {
    return createZeros(weight, 2);
  }

  override update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void {
    const { rescale_grad, lr, ...common } = this.countedAttrs(index);
    const { beta1, beta2, epsilon } = this;
    const eta = this.correctBias ? corrected(lr, beta1, beta2, this.countOf(index)) : lr;
    const rescale = full([1], rescale_grad);
    const attrs = { ...common, lr: 1, eta, beta1, beta2, epsilon };
    invoke("_adamw_update", [weight, grad, ...(state as NDArray[]), rescale], attrs, { out: weight });
  }
}
