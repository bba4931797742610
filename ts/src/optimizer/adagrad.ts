import type { NDArray } from "../nd/ndarray.ts";
import { createZeros, Optimizer, type OptimizerState } from "./optimizer.ts";
import { type OptimizerOptions, readOptions } from "./options.ts";

/** What `AdaGrad` takes. */
export interface AdaGradOptions extends OptimizerOptions {
  /** Keeps the denominator from 0; 1e-7 by default. */
  eps?: number | undefined;
}

/**
 * AdaGrad (Duchi, Hazan and Singer 2011): g = clip(rescaleGrad · grad), h += g², w -= lr · (g / √(h + ε) + wd · w).
 *
 * @example
 * ```ts
 * new optimizer.AdaGrad({ learningRate: 0.1 });
 * ```
 */
export class AdaGrad extends Optimizer {
  static override readonly name: string = "AdaGrad";
  floatStableEps: number;

  constructor(options: AdaGradOptions = {}) {
    const read = readOptions("AdaGrad", options, { eps: 1e-7 });
    super(read);
    this.floatStableEps = read.eps;
  }

  override createState(_index: number, weight: NDArray): OptimizerState {
    return createZeros(weight, 1);
  }

  override update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void {
    const { lr, wd } = this.countedAttrs(index);
    const [history] = state as [NDArray];
    const g = this.prepared(grad);
    history.addi(g.square());
    weight.subi(g.div(history.add(this.floatStableEps).sqrt()).add(weight.mul(wd)).mul(lr));
  }
}
