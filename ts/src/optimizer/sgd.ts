import { zeros } from "../nd/create.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { applyUpdate } from "./lazy.ts";
import { checkOptions, Optimizer, type OptimizerOptions, type OptimizerState } from "./optimizer.ts";

/** What `SGD` takes. */
export interface SGDOptions extends OptimizerOptions {
  /** The part of the last step that is added to the next; 0 by default. */
  momentum?: number | undefined;
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
    checkOptions("SGD", options, ["momentum", "lazyUpdate"]);
    super(options);
    this.momentum = options.momentum ?? 0;
    this.lazyUpdate = options.lazyUpdate ?? true;
  }

  override createState(_index: number, weight: NDArray): OptimizerState {
    return this.momentum === 0 ? null : zeros(weight.shape, { dtype: weight.dtype });
  }

  override update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void {
    this.updateCount(index);
    const attrs = {
      lr: this.getLr(index),
      wd: this.getWd(index),
      rescale_grad: this.rescaleGrad,
      clip_gradient: this.clipGradient ?? undefined,
    };
    if (state) {
      const more = { ...attrs, momentum: this.momentum };
      applyUpdate("sgd_mom_update", weight, grad, [state as NDArray], more, this.lazyUpdate);
    } else {
      applyUpdate("sgd_update", weight, grad, [], attrs, this.lazyUpdate);
    }
  }
}
