import type { NDArray } from "../nd/ndarray.ts";
import { Optimizer, type OptimizerState } from "./optimizer.ts";
import { readOptions } from "./options.ts";
import { createMomentum, type SGDOptions, step } from "./sgd.ts";

/** What `LARS` takes. */
export interface LARSOptions extends SGDOptions {
  /** The trust in a weight's norm; 0.001 by default. */
  eta?: number | undefined;
  /** Keeps the denominator from 0; 0 by default. */
  eps?: number | undefined;
  /** Whether the momentum follows changes of the learning rate; true by default. */
  momentumCorrection?: boolean | undefined;
}

/**
 * SGD whose learning rate each weight scales by its norm (You, Gitman and Ginsburg 2017), for large batches:
 * lr · η · |w| / (|g| + wd · |w| + ε). Weights whose names end in gamma, beta or bias are not scaled, and only those with
 * names that end in `_weight` decay.
 *
 * @example
 * ```ts
 * new optimizer.LARS({ learningRate: 0.1, momentum: 0.9, eta: 0.01 });
 * ```
 */
export class LARS extends Optimizer {
  static override readonly name: string = "LARS";
  momentum: number;
  eta: number;
  eps: number;
  momentumCorrection: boolean;
  lazyUpdate: boolean;
  /** The learning rate of a weight's last update, before its multipliers. */
  readonly #lastLr: Map<number, number> = new Map();

  constructor(options: LARSOptions = {}) {
    const own = { momentum: 0, lazyUpdate: true, eta: 0.001, eps: 0, momentumCorrection: true };
    const read = readOptions("LARS", options, own);
    super(read);
    this.momentum = read.momentum;
    this.eta = read.eta;
    this.eps = read.eps;
    this.momentumCorrection = read.momentumCorrection;
    this.lazyUpdate = read.lazyUpdate;
  }

  override get progress(): number[] {
    return [...this.#lastLr].flat();
  }

  override set progress(pairs: readonly number[]) {
    this.#lastLr.clear();
    for (let i = 0; i < pairs.length; i += 2) this.#lastLr.set(pairs[i] as number, pairs[i + 1] as number);
  }

  protected override isDecayed(name: string): boolean {
    return name.endsWith("_weight");
  }

  override createState(_index: number, weight: NDArray): OptimizerState {
    return createMomentum(this.momentum, weight);
  }

  override update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void {
    const attrs = this.countedAttrs(index);
    attrs.lr *= this.#trust(index, weight, grad, attrs.wd);
    const momentum = this.momentum * this.#correction(index);
    step("sgd_mom_update", weight, grad, state, momentum, attrs, this.lazyUpdate);
  }

  #trust(index: number, weight: NDArray, grad: NDArray, wd: number): number {
    if (/(gamma|beta|bias)$/.test(this.idx2name[index] ?? "")) return 1;
    const size = weight.norm().asscalar();
    const slope = grad.mul(this.rescaleGrad).norm().asscalar();
    return size > 0 && slope > 0 ? (this.eta * size) / (slope + wd * size + this.eps) : 1;
  }

  #correction(index: number): number {
    const lr = this.learningRate;
    const last = this.#lastLr.get(index) ?? lr;
    this.#lastLr.set(index, lr);
    return this.momentumCorrection && last !== 0 ? lr / last : 1;
  }
}
