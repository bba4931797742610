import { zeros } from "../nd/create.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { applyUpdate } from "./lazy.ts";
import { checkOptions, Optimizer, type OptimizerOptions, type OptimizerState } from "./optimizer.ts";

/** What `Adam` takes. */
export interface AdamOptions extends OptimizerOptions {
  /** The decay of the first moment; 0.9 by default. */
  beta1?: number | undefined;
  /** The decay of the second moment; 0.999 by default. */
  beta2?: number | undefined;
  /** Keeps the denominator from 0; 1e-8 by default. */
  epsilon?: number | undefined;
  /** Whether row-sparse gradients update only the rows that they have; true by default. */
  lazyUpdate?: boolean | undefined;
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
  // Given, because minifiers change names of classes.
  static override readonly name: string = "Adam";
  beta1: number;
  beta2: number;
  epsilon: number;
  lazyUpdate: boolean;

  constructor(options: AdamOptions = {}) {
    checkOptions("Adam", options, ["beta1", "beta2", "epsilon", "lazyUpdate"]);
    super({ ...options, learningRate: options.learningRate ?? 0.001 });
    this.beta1 = options.beta1 ?? 0.9;
    this.beta2 = options.beta2 ?? 0.999;
    this.epsilon = options.epsilon ?? 1e-8;
    this.lazyUpdate = options.lazyUpdate ?? true;
  }

  override createState(_index: number, weight: NDArray): OptimizerState {
    const { shape, dtype } = weight;
    return [zeros(shape, { dtype }), zeros(shape, { dtype })];
  }

  override update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void {
    const t = this.updateCount(index);
    const attrs = {
      lr: (this.getLr(index) * Math.sqrt(1 - this.beta2 ** t)) / (1 - this.beta1 ** t),
      wd: this.getWd(index),
      beta1: this.beta1,
      beta2: this.beta2,
      epsilon: this.epsilon,
      rescale_grad: this.rescaleGrad,
      clip_gradient: this.clipGradient ?? undefined,
    };
    applyUpdate("adam_update", weight, grad, state as [NDArray, NDArray], attrs, this.lazyUpdate);
  }
}
