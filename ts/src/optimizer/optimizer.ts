// What all optimizers share.
import { MXNetError } from "../error.ts";
import { isPlainObject } from "../init/arguments.ts";
import type { NDArray } from "../nd/ndarray.ts";

/** Gives the learning rate for a number of updates. A `baseLr` is replaced by the optimizer's `learningRate`. */
export interface LRSchedule {
  (numUpdate: number): number;
  baseLr?: number;
}

/** What the optimizer asks of a parameter (a `gluon.Parameter` is one). */
export interface Multipliers {
  readonly lrMult: number;
  readonly wdMult: number;
}

/** What an optimizer keeps for a weight between updates. */
export type OptimizerState = NDArray | null | readonly OptimizerState[];

/** What every optimizer takes. */
export interface OptimizerOptions {
  /** Multiplies gradients; 1 by default. A Trainer divides it by the batch size. */
  rescaleGrad?: number | undefined;
  /** The decay of weights; 0 by default. */
  wd?: number | undefined;
  /** Clips each element of the rescaled gradient to [-clipGradient, clipGradient]; null for no clipping. */
  clipGradient?: number | null | undefined;
  /** The learning rate; goes before the schedule's own. */
  learningRate?: number | null | undefined;
  /** A learning rate that depends on the number of updates. */
  lrScheduler?: LRSchedule | null | undefined;
  /** The number of updates to begin with. */
  beginNumUpdate?: number | undefined;
  /** Whether float16 weights are updated through a float32 copy. */
  multiPrecision?: boolean | undefined;
  /** Names of weights by index. Weights whose names do not end in `_weight` or `_gamma` then have no decay. */
  paramIdx2Name?: Readonly<Record<number, string>> | undefined;
  /** Parameters by index, whose `lrMult` and `wdMult` multiply the learning rate and the decay. */
  paramDict?: Readonly<Record<number, Multipliers>> | undefined;
}

const COMMON = [
  "rescaleGrad",
  "wd",
  "clipGradient",
  "learningRate",
  "lrScheduler",
  "beginNumUpdate",
  "multiPrecision",
  "paramIdx2Name",
  "paramDict",
];

/**
 * The base of optimizers. A subclass has `createState` and `update`; `register` makes it known by name.
 *
 * @example
 * ```ts
 * class Half extends optimizer.Optimizer {
 *   override update(index: number, weight: NDArray, grad: NDArray) {
 *     this.updateCount(index);
 *     weight.subi(grad.mul(this.getLr(index) / 2));
 *   }
 * }
 * ```
 */
export abstract class Optimizer {
  rescaleGrad: number;
  wd: number;
  clipGradient: number | null;
  lrScheduler: LRSchedule | null;
  multiPrecision: boolean;
  paramDict: Readonly<Record<number, Multipliers>>;
  /** The learning rate where there is no schedule. */
  lr: number;
  /** The most updates that any weight has had. */
  numUpdate: number;
  readonly beginNumUpdate: number;
  readonly idx2name: Readonly<Record<number, string>>;
  /** The updates of each weight, by index. */
  readonly updateCounts: Map<number, number> = new Map();
  #lrMult: Readonly<Record<string, number>> = {};
  #wdMult: Readonly<Record<string, number>> = {};

  constructor(options: OptimizerOptions = {}) {
    this.rescaleGrad = options.rescaleGrad ?? 1;
    this.wd = options.wd ?? 0;
    this.clipGradient = options.clipGradient ?? null;
    this.lrScheduler = options.lrScheduler ?? null;
    this.lr = options.learningRate ?? 0.01;
    if (this.lrScheduler && typeof options.learningRate === "number") this.lrScheduler.baseLr = options.learningRate;
    this.multiPrecision = options.multiPrecision ?? false;
    this.beginNumUpdate = options.beginNumUpdate ?? 0;
    this.numUpdate = this.beginNumUpdate;
    this.idx2name = { ...options.paramIdx2Name };
    this.paramDict = options.paramDict ?? {};
    this.setWdMult({});
  }

  /** The current learning rate. */
  get learningRate(): number {
    return this.lrScheduler ? this.lrScheduler(this.numUpdate) : this.lr;
  }

  /**
   * Sets the learning rate.
   *
   * @throws MXNetError if there is a schedule
   */
  setLearningRate(lr: number): void {
    if (this.lrScheduler) {
      throw new MXNetError(
        "LRScheduler of the optimizer has already been defined. Note that set_learning_rate can mutate the value of the learning rate of the optimizer only when the LRScheduler of the optimizer is undefined.",
      );
    }
    this.lr = lr;
  }

  /** Sets multipliers of the learning rate, by name or index of the weight. */
  setLrMult(multipliers: Readonly<Record<string, number>>): void {
    this.#lrMult = { ...multipliers };
  }

  /** Sets multipliers of the decay, by name or index of the weight, besides those that names give. */
  setWdMult(multipliers: Readonly<Record<string, number>>): void {
    const undecayed = Object.values(this.idx2name).filter((name) => !/_(weight|gamma)$/.test(name));
    this.#wdMult = { ...Object.fromEntries(undecayed.map((name) => [name, 0])), ...multipliers };
  }

  /** Counts an update of a weight. Learning rates are read after that. */
  protected updateCount(index: number): number {
    const count = (this.updateCounts.get(index) ?? this.beginNumUpdate) + 1;
    this.updateCounts.set(index, count);
    this.numUpdate = Math.max(count, this.numUpdate);
    return count;
  }

  /** The learning rate of a weight. */
  protected getLr(index: number): number {
    return this.learningRate * (this.paramDict[index]?.lrMult ?? this.#multiplier(this.#lrMult, index));
  }

  /** The decay of a weight. */
  protected getWd(index: number): number {
    return this.wd * (this.paramDict[index]?.wdMult ?? this.#multiplier(this.#wdMult, index));
  }

  #multiplier(multipliers: Readonly<Record<string, number>>, index: number): number {
    return multipliers[index] ?? multipliers[this.idx2name[index] ?? ""] ?? 1;
  }

  /** What is kept for a weight; none by default. */
  createState(_index: number, _weight: NDArray): OptimizerState {
    return null;
  }

  /** Updates a weight in place. */
  abstract update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void;

  /** What is kept for a weight: of a float16 weight with `multiPrecision`, a float32 copy and the state of that. */
  createStateMultiPrecision(index: number, weight: NDArray): OptimizerState {
    if (!this.#usesCopy(weight)) return this.createState(index, weight);
    const copy = weight.astype("float32").detach();
    return [copy, this.createState(index, copy)];
  }

  /** Updates a weight in place, a float16 weight with `multiPrecision` through its copy. */
  updateMultiPrecision(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void {
    if (!this.#usesCopy(weight)) {
      this.update(index, weight, grad, state);
      return;
    }
    const [copy, inner] = state as [NDArray, OptimizerState];
    this.update(index, copy, grad.astype("float32"), inner);
    copy.copyto(weight);
  }

  #usesCopy(weight: NDArray): boolean {
    return this.multiPrecision && weight.dtype === "float16";
  }
}

/** Checks an optimizer's options; `own` are those beyond what all have. */
export function checkOptions(name: string, options: unknown, own: readonly string[]): void {
  if (!isPlainObject(options)) throw new TypeError(`${name}: the options must be an object`);
  const known = [...own, ...COMMON];
  for (const key of Object.keys(options)) {
    if (!known.includes(key))
      throw new TypeError(`${name}: unknown option ${key}; the options are: ${known.join(", ")}`);
  }
}
