import { invoke } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { Optimizer, type OptimizerState } from "./optimizer.ts";
import { readOptions } from "./options.ts";
import { createMomentum, type MomentumOptions } from "./sgd.ts";

/** What `Signum` takes; the momentum is 0.9 by default. */
export interface SignumOptions extends MomentumOptions {
  /** The decay of weights outside of the sign; 0 by default. */
  wdLh?: number | undefined;
}

/**
 * Steps of the sign of the momentum (Bernstein and others 2018): m = momentum · m - (1 - momentum) · (clip(rescaleGrad ·
 * grad) + wd · w), w = (1 - lr · wdLh) · w + lr · sign(m). Without momentum it is signSGD: w -= lr · (sign(grad) + wd · w).
 *
 * @example
 * ```ts
 * new optimizer.Signum({ learningRate: 0.01, momentum: 0 });
 * ```
 */
export class Signum extends Optimizer {
  static override readonly name: string = "Signum";
  momentum: number;
  wdLh: number;

  constructor(options: SignumOptions = {}) {
    const read = readOptions("Signum", options, { learningRate: 0.01, momentum: 0.9, wdLh: 0 });
    super(read);
    this.momentum = read.momentum;
    this.wdLh = read.wdLh;
  }

  override createState(_index: number, weight: NDArray): OptimizerState {
    return createMomentum(this.momentum, weight);
  }

  override update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void {
    const common = this.countedAttrs(index);
    if (state) {
      const attrs = { ...common, momentum: this.momentum, wd_lh: this.wdLh };
      invoke("signum_update", [weight, grad, state as NDArray], attrs, { out: weight });
    } else {
      invoke("signsgd_update", [weight, grad], { ...common }, { out: weight });
    }
  }
}
