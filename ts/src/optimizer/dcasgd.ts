import type { NDArray } from "../nd/ndarray.ts";
import { Optimizer, type OptimizerState } from "./optimizer.ts";
import { readOptions } from "./options.ts";
import { createMomentum, type MomentumOptions } from "./sgd.ts";

/** What `DCASGD` takes. */
export interface DCASGDOptions extends MomentumOptions {
  /** The strength of the compensation; 0.04 by default. */
  lamda?: number | undefined;
}

/**
 * SGD that makes up for gradients of older weights (Zheng and others 2016): g = clip(rescaleGrad · grad),
 * m = momentum · m - lr · (g + wd · w + λ · g² · (w - w')), w' = w, w += m.
 *
 * @example
 * ```ts
 * new optimizer.DCASGD({ learningRate: 0.1 });
 * ```
 */
export class DCASGD extends Optimizer {
  static override readonly name: string = "DCASGD";
  momentum: number;
  lamda: number;

  constructor(options: DCASGDOptions = {}) {
    const read = readOptions("DCASGD", options, { momentum: 0, lamda: 0.04 });
    super(read);
    this.momentum = read.momentum;
    this.lamda = read.lamda;
  }

  override createState(_index: number, weight: NDArray): OptimizerState {
    return [createMomentum(this.momentum, weight), weight.copy()];
  }

  override update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void {
    const { lr, wd } = this.countedAttrs(index);
    const [momentum, previous] = state as [NDArray | null, NDArray];
    const g = this.prepared(grad);
    const compensation = g.square().mul(this.lamda).mul(weight.sub(previous));
    const descent = g.add(weight.mul(wd)).add(compensation).mul(-lr);
    previous.set(weight);
    weight.addi(momentum ? momentum.muli(this.momentum).addi(descent) : descent);
  }
}
