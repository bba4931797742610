import type { NDArray } from "../nd/ndarray.ts";
import { normal } from "../nd/random.ts";
import { Optimizer } from "./optimizer.ts";
import { type OptimizerOptions, readOptions } from "./options.ts";

/**
 * Stochastic gradient Langevin dynamics (Welling and Teh 2011), which samples weights from their posterior:
 * w -= lr / 2 · (clip(rescaleGrad · grad) + wd · w), w += noise of variance lr.
 *
 * @example
 * ```ts
 * new optimizer.SGLD({ learningRate: 0.01 });
 * ```
 */
export class SGLD extends Optimizer {
  static override readonly name: string = "SGLD";

  constructor(options: OptimizerOptions = {}) {
    super(readOptions("SGLD", options, {}));
  }

  override update(index: number, weight: NDArray, grad: NDArray): void {
    const { lr, wd } = this.countedAttrs(index);
    weight.subi(
      this.prepared(grad)
        .add(weight.mul(wd))
        .mul(lr / 2),
    );
    weight.addi(normal(0, Math.sqrt(lr), { shape: weight.shape, dtype: weight.dtype }));
  }
}
