import { MXNetError } from "../error.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { outsideScopes } from "../runtime/cell.ts";
import { Optimizer, type OptimizerState } from "./optimizer.ts";
import { readOptions } from "./options.ts";
import { createMomentum, type MomentumOptions, step } from "./sgd.ts";

/** How `LBSGD` comes to its learning rate. */
export type WarmupStrategy = "linear" | "power2" | "sqrt" | "lars";

/** What `LBSGD` takes. */
export interface LBSGDOptions extends MomentumOptions {
  /** How the learning rate is multiplied; "linear" by default. "lars" goes by norms, and any other name means 1. */
  warmupStrategy?: WarmupStrategy | (string & {}) | undefined;
  /** The epochs until the learning rate is multiplied by `batchScale`; 5 by default. */
  warmupEpochs?: number | undefined;
  /** The number of gradients that are averaged for one update; 1 by default. */
  batchScale?: number | undefined;
  /** The updates of an epoch; 32 by default. */
  updatesPerEpoch?: number | undefined;
  /** The epoch to begin with. */
  beginEpoch?: number | undefined;
  /** Accepted for MXNet's sake. */
  numEpochs?: number | undefined;
}

/** Gradients that wait for the others of their update. */
interface Gathered {
  sum: NDArray | null;
  count: number;
}

/**
 * SGD for large batches: each update takes the mean of `batchScale` gradients, with a learning rate that grows to
 * `batchScale` times its value over the epochs of warm-up.
 *
 * @example
 * ```ts
 * new optimizer.LBSGD({ learningRate: 0.1, momentum: 0.9, batchScale: 4 });
 * ```
 */
export class LBSGD extends Optimizer {
  static override readonly name: string = "LBSGD";
  momentum: number;
  warmupStrategy: string;
  warmupEpochs: number;
  batchScale: number;
  updatesPerEpoch: number;
  readonly #firstUpdate: number;
  readonly #gathered: Map<number, Gathered> = new Map();

  constructor(options: LBSGDOptions = {}) {
    const read = readOptions("LBSGD", options, {
      momentum: 0,
      warmupStrategy: "linear",
      warmupEpochs: 5,
      batchScale: 1,
      updatesPerEpoch: 32,
      beginEpoch: 0,
      numEpochs: 60,
    });
    if (!Number.isInteger(read.batchScale) || read.batchScale < 1) {
      throw new MXNetError(`LBSGD: batchScale is ${read.batchScale}, expected a positive integer`);
    }
    super(read);
    this.momentum = read.momentum;
    this.warmupStrategy = read.warmupStrategy;
    this.warmupEpochs = read.warmupEpochs;
    this.batchScale = read.batchScale;
    this.updatesPerEpoch = read.updatesPerEpoch;
    this.#firstUpdate = read.beginEpoch * read.updatesPerEpoch;
  }

  override createState(_index: number, weight: NDArray): OptimizerState {
    return createMomentum(this.momentum, weight);
  }

  override update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void {
    // The learning rate is read before the update is counted, unlike elsewhere.
    const lr = this.getLr(index);
    const attrs = this.countedAttrs(index);
    const gathered = this.#gather(index, grad);
    if (gathered.count % this.batchScale !== 0 || !gathered.sum) return;
    const mean = gathered.sum.div(this.batchScale);
    gathered.sum.dispose();
    gathered.sum = null;
    const factor = this.warmupStrategy === "lars" ? trust(weight, mean, attrs.wd) : this.#warmup(gathered.count);
    step("sgd_mom_update", weight, mean, state, this.momentum, { ...attrs, lr: lr * factor });
  }

  #gather(index: number, grad: NDArray): Gathered {
    const gathered = this.#gathered.get(index) ?? { sum: null, count: this.#firstUpdate };
    this.#gathered.set(index, gathered);
    gathered.count++;
    if (gathered.sum) gathered.sum.addi(grad);
    else gathered.sum = outsideScopes(() => grad.copy());
    return gathered;
  }

  #warmup(count: number): number {
    const length = this.warmupEpochs * this.updatesPerEpoch;
    if (count >= length) return this.batchScale;
    if (length <= 1) return 1;
    const part = count / length;
    const growth = { linear: part, power2: part ** 2, sqrt: Math.sqrt(part) }[this.warmupStrategy] ?? 0;
    return 1 + (this.batchScale - 1) * growth;
  }
}

function trust(weight: NDArray, grad: NDArray, wd: number): number {
  const size = weight.square().sum().asscalar();
  const slope = grad.square().sum().asscalar();
  return Math.min(100, Math.max(0.01, Math.sqrt(size / (slope + wd * size + 1e-18))));
}
