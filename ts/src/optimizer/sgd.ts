import type { NDArray } from "../nd/ndarray.ts";
import { applyUpdate } from "./lazy.ts";
import { createZeros, Optimizer, type OptimizerState, type UpdateAttrs } from "./optimizer.ts";
import { type OptimizerOptions, readOptions } from "./options.ts";

/** What optimizers with a momentum take. */
export interface MomentumOptions extends OptimizerOptions {
  /** The part of the last step that is added to the next; 0 by default. */
  momentum?: number | undefined;
}

/** What `SGD` takes. */
export interface SGDOptions extends MomentumOptions {
  /** Whether row-sparse gradients update only the rows that they have; true by default. */
  lazyUpdate?: boolean | undefined;
}

/**
 * Stochastic gradient descent with momentum and decay of weights:
 * g = clip(rescaleGrad · grad) + wd · w, m = momentum · m - lr · g, w += m.
 *
 * @example
 * ```ts
 * new optimizer.SGD({ learningRate: 0.1, momentum: 0.9 });
 * ```
 */
export class SGD extends Optimizer {
  // Given, because minifiers change names of classes.
  static override readonly name: string = "SGD";
  momentum: number;
  lazyUpdate: boolean;

  constructor(options: SGDOptions = {}) {
    const read = readOptions("SGD", options, { momentum: 0, lazyUpdate: true });
    super(read);
    this.momentum = read.momentum;
    this.lazyUpdate = read.lazyUpdate;
  }

  override createState(_index: number, weight: NDArray): OptimizerState {
    return createMomentum(this.momentum, weight);
  }

  override update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void {
    step("sgd_mom_update", weight, grad, state, this.momentum, this.countedAttrs(index), this.lazyUpdate);
  }
}

/**
 * Nesterov's accelerated gradient: as SGD, but the gradient is followed from where the momentum leads.
 *
 * @example
 * ```ts
 * new optimizer.NAG({ learningRate: 0.1, momentum: 0.9 });
 * ```
 */
export class NAG extends Optimizer {
  static override readonly name: string = "NAG";
  momentum: number;

  constructor(options: MomentumOptions = {}) {
    const read = readOptions("NAG", options, { momentum: 0 });
    super(read);
    this.momentum = read.momentum;
  }

  override createState(_index: number, weight: NDArray): OptimizerState {
    return createMomentum(this.momentum, weight);
  }

  override update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void {
    step("nag_mom_update", weight, grad, state, this.momentum, this.countedAttrs(index));
  }
}

/** What is kept for a weight: the last step, unless there is no momentum. */
export function createMomentum(momentum: number, weight: NDArray): NDArray | null {
  return momentum === 0 ? null : (createZeros(weight, 1)[0] as NDArray);
}

/**
 * A step of descent: with a momentum by the operator named, without one by the plain formula. Nesterov's knows no lazy
 * updates.
 */
export function step(
  withMomentum: "sgd_mom_update" | "nag_mom_update",
  weight: NDArray,
  grad: NDArray,
  state: OptimizerState,
  momentum: number,
  attrs: UpdateAttrs,
  lazy = true,
): void {
  const op = state ? withMomentum : "sgd_update";
  const states = state ? [state as NDArray] : [];
  const all = state ? { ...attrs, momentum } : { ...attrs };
  applyUpdate(op, weight, grad, states, all, lazy && op !== "nag_mom_update");
}
