import type { NDArray } from "../nd/ndarray.ts";
import { updateRows } from "./lazy.ts";
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
    // Row-sparse gradients update their rows alone.
    updateRows(true, weight, grad, state as NDArray[], (w, rows, [history]) => {
      const g = this.prepared(rows);
      const sums = (history as NDArray).addi(g.square());
      w.subi(g.div(sums.add(this.floatStableEps).sqrt()).add(w.mul(wd)).mul(lr));
    });
  }
}
