// What all optimizers share.
import { MXNetError } from "../error.ts";
import { zeros } from "../nd/create.ts";
import type { NDArray } from "../nd/ndarray.ts";
import type { LRSchedule, Multipliers, OptimizerOptions } from "./options.ts";

/** What the optimizer asks of a symbol. */
export interface SymbolInfo {
  attrDict(): Readonly<Record<string, Readonly<Record<string, string>>>>;
  listArguments(): string[];
}

/** What an optimizer keeps for a weight between updates. */
export type OptimizerState = NDArray | null | readonly OptimizerState[];

/** Attributes that update operators share. */
export interface UpdateAttrs {
  lr: number;
  wd: number;
  rescale_grad: number;
  clip_gradient: number | undefined;
}

/** As many arrays of zeros as are asked for, of a weight's shape and dtype. */
export function createZeros(weight: NDArray, count: number): NDArray[] {
  const { shape, dtype } = weight;
  return Array.from({ length: count }, () => zeros(shape, { dtype }));
}

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
  idx2name: Readonly<Record<number, string>>;
  /** The updates of each weight, by index. */
  readonly updateCounts: Map<number, number> = new Map();
  readonly #symbol: SymbolInfo | null;
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
    this.idx2name = { ...options.paramIdx2name };
    this.paramDict = options.paramDict ?? {};
    this.#symbol = options.sym ?? null;
    this.setLrMult({});
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

  /** Sets multipliers of the learning rate, by name or index of the weight, besides those that the symbol gives. */
  setLrMult(multipliers: Readonly<Record<string, number>>): void {
    this.#lrMult = { ...this.#attributes("__lr_mult__"), ...multipliers };
  }

  /** Sets multipliers of the decay, by name or index of the weight, besides those that names and the symbol give. */
  setWdMult(multipliers: Readonly<Record<string, number>>): void {
    const undecayed = Object.values(this.idx2name).filter((name) => !this.isDecayed(name));
    const byName = Object.fromEntries(undecayed.map((name) => [name, 0]));
    this.#wdMult = { ...byName, ...this.#attributes("__wd_mult__"), ...multipliers };
  }

  /** Whether weights of this name have decay. */
  protected isDecayed(name: string): boolean {
    return /_(weight|gamma)$/.test(name);
  }

  /** The numbers that arguments of the symbol have as an attribute. */
  #attributes(key: string): Record<string, number> {
    if (!this.#symbol) return {};
    const attrs = this.#symbol.attrDict();
    const given = this.#symbol.listArguments().filter((name) => attrs[name]?.[key] !== undefined);
    return Object.fromEntries(given.map((name) => [name, Number(attrs[name]?.[key])]));
  }

  /** Counts an update of a weight. Learning rates are read after that. */
  protected updateCount(index: number): number {
    const count = this.countOf(index) + 1;
    this.updateCounts.set(index, count);
    this.numUpdate = Math.max(count, this.numUpdate);
    return count;
  }

  /** The updates that a weight has had. */
  protected countOf(index: number): number {
    return this.updateCounts.get(index) ?? this.beginNumUpdate;
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

  /** Counts an update of a weight, and gives what its operator takes. */
  protected countedAttrs(index: number): UpdateAttrs {
    this.updateCount(index);
    return {
      lr: this.getLr(index),
      wd: this.getWd(index),
      rescale_grad: this.rescaleGrad,
      clip_gradient: this.clipGradient || undefined,
    };
  }

  /** The gradient, rescaled and clipped, with the decay in it where one is given. */
  protected prepared(grad: NDArray, weight?: NDArray, wd = 0): NDArray {
    const rescaled = grad.mul(this.rescaleGrad);
    const g = weight && wd !== 0 ? rescaled.add(weight.mul(wd)) : rescaled;
    return this.clipGradient === null ? g : g.clip(-this.clipGradient, this.clipGradient);
  }

  /** Numbers besides the counts that go on from update to update, which saved states keep; none by default. */
  get progress(): number[] {
    return [];
  }

  set progress(_numbers: readonly number[]) {}

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
