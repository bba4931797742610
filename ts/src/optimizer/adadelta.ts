import type { NDArray } from "../nd/ndarray.ts";
import { createZeros, Optimizer, type OptimizerState } from "./optimizer.ts";
import { type OptimizerOptions, readOptions } from "./options.ts";

/** What `AdaDelta` takes. */
export interface AdaDeltaOptions extends OptimizerOptions {
  /** The decay of both mean squares; 0.9 by default. */
  rho?: number | undefined;
  /** Keeps roots from 0; 1e-5 by default. */
  epsilon?: number | undefined;
}

/**
 * AdaDelta (Zeiler 2012), which has no learning rate: g = clip(rescaleGrad · grad), a = ρ · a + (1 - ρ) · g²,
 * δ = √(b + ε) / √(a + ε) · g, b = ρ · b + (1 - ρ) · δ², w -= δ + wd · w.
 *
 * @example
 * ```ts
 * new optimizer.AdaDelta({ rho: 0.95 });
 * ```
 */
export class AdaDelta extends Optimizer {
  static override readonly name: string = "AdaDelta";
  rho: number;
  epsilon: number;

  constructor(options: AdaDeltaOptions = {}) {
    const read = readOptions("AdaDelta", options, { rho: 0.9, epsilon: 1e-5 });
    super(read);
    this.rho = read.rho;
    this.epsilon = read.epsilon;
  }

  override createState(_index: number, weight: NDArray): OptimizerState {
    return createZeros(weight, 2);
  }

  override update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void {
    const { wd } = this.countedAttrs(index);
    const [squares, deltas] = state as [NDArray, NDArray];
    const { rho, epsilon } = this;
    const g = this.prepared(grad);
    squares.muli(rho).addi(g.square().mul(1 - rho));
    const delta = deltas.add(epsilon).sqrt().div(squares.add(epsilon).sqrt()).mul(g);
    deltas.muli(rho).addi(delta.square().mul(1 - rho));
    weight.subi(delta.add(weight.mul(wd)));
  }
}
