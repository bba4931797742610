import type { NDArray } from "../nd/ndarray.ts";
import { createZeros, Optimizer, type OptimizerState } from "./optimizer.ts";
import { type OptimizerOptions, readOptions } from "./options.ts";

/**
 * MXNet's optimizer for tests: w += rescaleGrad · grad, and the state is the weight.
 *
 * @example
 * ```ts
 * const weight = nd.ones([2]);
 * optimizer.getUpdater(new optimizer.Test())(0, nd.ones([2]), weight);
 * console.log(weight.toArray()); // [ 2, 2 ]
 * ```
 */
export class Test extends Optimizer {
  static override readonly name: string = "Test";

  constructor(options: OptimizerOptions = {}) {
    super(readOptions("Test", options, {}));
  }

  override createState(_index: number, weight: NDArray): OptimizerState {
    return createZeros(weight, 1);
  }

  override update(_index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void {
    weight.addi(grad.mul(this.rescaleGrad));
    (state as [NDArray])[0].set(weight);
  }
}
