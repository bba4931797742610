import { invoke } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { applyUpdate } from "./lazy.ts";
import { createZeros, Optimizer, type OptimizerState } from "./optimizer.ts";
import { type OptimizerOptions, readOptions } from "./options.ts";

/** What `Ftrl` takes. */
export interface FtrlOptions extends OptimizerOptions {
  /** The strength of L1 regularization; 0.01 by default. */
  lamda1?: number | undefined;
  /** Keeps the learning rates of single elements from infinity; 1 by default. */
  beta?: number | undefined;
}

/** What `FTML` takes. */
export interface FTMLOptions extends OptimizerOptions {
  /** The decay of the first moment; 0.6 by default. */
  beta1?: number | undefined;
  /** The decay of the second moment; 0.999 by default. */
  beta2?: number | undefined;
  /** Keeps the denominator from 0; 1e-8 by default. */
  epsilon?: number | undefined;
}

/**
 * Follow the regularized leader (McMahan and others 2013), which makes weights 0; with the learning rate 0.1 by default:
 * g = clip(rescaleGrad · grad), z += g - (√(n + g²) - √n) / lr · w, n += g²,
 * w = (sign(z) · λ₁ - z) / ((β + √n) / lr + wd) where |z| > λ₁, and 0 elsewhere.
 *
 * @example
 * ```ts
 * new optimizer.Ftrl({ lamda1: 0.1 });
 * ```
 */
export class Ftrl extends Optimizer {
  static override readonly name: string = "Ftrl";
  lamda1: number;
  beta: number;

  constructor(options: FtrlOptions = {}) {
    const read = readOptions("Ftrl", options, { learningRate: 0.1, lamda1: 0.01, beta: 1 });
    // Unlike elsewhere, the learning rate does not go before a schedule's.
    super({ ...read, learningRate: null });
    this.lr = read.learningRate;
    this.lamda1 = read.lamda1;
    this.beta = read.beta;
  }

  override createState(_index: number, weight: NDArray): OptimizerState {
    return createZeros(weight, 2);
  }

  override update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void {
    const attrs = { ...this.countedAttrs(index), lamda1: this.lamda1, beta: this.beta };
    // MXNet updates single rows where the weight is row-sparse, too.
    applyUpdate("ftrl_update", weight, grad, state as NDArray[], attrs, weight.stype === "row_sparse");
  }
}

/**
 * Follow the moving leader (Zheng and Kwok 2017): g = clip(rescaleGrad · grad + wd · w), v the second moment of g,
 * d' = (1 - β₁ᵗ) / lr · (√(v / (1 - β₂ᵗ)) + ε), z = β₁ · z + (1 - β₁) · g - (d' - β₁ · d) · w, w = -z / d'.
 *
 * @example
 * ```ts
 * new optimizer.FTML({ learningRate: 0.0025 });
 * ```
 */
export class FTML extends Optimizer {
  static override readonly name: string = "FTML";
  beta1: number;
  beta2: number;
  epsilon: number;

  constructor(options: FTMLOptions = {}) {
    const read = readOptions("FTML", options, { beta1: 0.6, beta2: 0.999, epsilon: 1e-8 });
    super(read);
    this.beta1 = read.beta1;
    this.beta2 = read.beta2;
    this.epsilon = read.epsilon;
  }

  override createState(_index: number, weight: NDArray): OptimizerState {
    return createZeros(weight, 3);
  }

  override update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void {
    // The operator calls it clip_grad.
    const { clip_gradient: clip_grad, ...common } = this.countedAttrs(index);
    const { beta1, beta2, epsilon } = this;
    const attrs = { ...common, clip_grad, beta1, beta2, epsilon, t: this.countOf(index) };
    invoke("ftml_update", [weight, grad, ...(state as NDArray[])], attrs, { out: weight });
  }
}
