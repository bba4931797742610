import { maximum } from "../nd/binary.ts";
import type { NDArray } from "../nd/ndarray.ts";
import type { MomentsOptions } from "./adam.ts";
import { createZeros, Optimizer, type OptimizerState } from "./optimizer.ts";
import { readOptions } from "./options.ts";

/**
 * AdaMax, Adam with the infinity norm (Kingma and Ba 2014), with the learning rate 0.002 by default:
 * g = clip(rescaleGrad · grad + wd · w), m the first moment of g, u = max(β₂ · u, |g|), w -= lr / (1 - β₁ᵗ) · m / u.
 *
 * @example
 * ```ts
 * new optimizer.Adamax({ learningRate: 0.002 });
 * ```
 */
export class Adamax extends Optimizer {
  static override readonly name: string = "Adamax";
  beta1: number;
  beta2: number;

  constructor(options: MomentsOptions = {}) {
    const read = readOptions("Adamax", options, { learningRate: 0.002, beta1: 0.9, beta2: 0.999 });
    super(read);
    this.beta1 = read.beta1;
    this.beta2 = read.beta2;
  }

  override createState(_index: number, weight: NDArray): OptimizerState {
    return createZeros(weight, 2);
  }

  override update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void {
    const { lr, wd } = this.countedAttrs(index);
    const [mean, norm] = state as [NDArray, NDArray];
    const g = this.prepared(grad, weight, wd);
    mean.muli(this.beta1).addi(g.mul(1 - this.beta1));
    norm.set(maximum(norm.mul(this.beta2), g.abs()));
    weight.subi(mean.mul(lr / (1 - this.beta1 ** this.countOf(index))).div(norm));
  }
}
