// mx.optimizer.contrib
import { MXNetError } from "../error.ts";
import { zeros } from "../nd/create.ts";
import type { NDArray } from "../nd/ndarray.ts";
import type { AdaGradOptions } from "./adagrad.ts";
import { updateRows } from "./lazy.ts";
import { Optimizer, type OptimizerState } from "./optimizer.ts";
import { readOptions } from "./options.ts";

/**
 * AdaGrad with one learning rate for each row of a matrix: g = clip(rescaleGrad · grad), h += the mean of g² along the row,
 * w -= lr · g / √(h + ε). There is no decay; `eps` is 1e-5 by default.
 *
 * @example
 * ```ts
 * new optimizer.contrib.GroupAdaGrad({ learningRate: 0.1 });
 * ```
 */
export class GroupAdaGrad extends Optimizer {
  static override readonly name: string = "GroupAdaGrad";
  floatStableEps: number;

  constructor(options: AdaGradOptions = {}) {
    const read = readOptions("GroupAdaGrad", options, { eps: 1e-5 });
    super(read);
    this.floatStableEps = read.eps;
  }

  override createState(_index: number, weight: NDArray): OptimizerState {
    const [rows, ...rest] = weight.shape;
    if (rest.length !== 1) throw new MXNetError(`GroupAdaGrad: weight has shape (${weight.shape}), expected a matrix`);
    return zeros([rows as number, 1], { dtype: weight.dtype });
  }

  override update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void {
    const { lr, wd } = this.countedAttrs(index);
    if (wd !== 0) throw new MXNetError("Weight decay is not supported for GroupAdaGrad");
    // Row-sparse gradients update their rows alone.
    updateRows(true, weight, grad, [state as NDArray], (w, rows, [history]) => {
      const g = this.prepared(rows);
      const sums = (history as NDArray).addi(g.square().mean({ axis: 1, keepdims: true }));
      w.subi(g.mul(lr).div(sums.add(this.floatStableEps).sqrt()));
    });
  }
}
