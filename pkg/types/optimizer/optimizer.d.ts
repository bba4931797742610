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
export declare abstract class Optimizer {
    #private;
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
    readonly updateCounts: Map<number, number>;
    constructor(options?: OptimizerOptions);
    /** The current learning rate. */
    get learningRate(): number;
    /**
     * Sets the learning rate.
     *
     * @throws MXNetError if there is a schedule
     */
    setLearningRate(lr: number): void;
    /** Sets multipliers of the learning rate, by name or index of the weight. */
    setLrMult(multipliers: Readonly<Record<string, number>>): void;
    /** Sets multipliers of the decay, by name or index of the weight, besides those that names give. */
    setWdMult(multipliers: Readonly<Record<string, number>>): void;
    /** Counts an update of a weight. Learning rates are read after that. */
    protected updateCount(index: number): number;
    /** The learning rate of a weight. */
    protected getLr(index: number): number;
    /** The decay of a weight. */
    protected getWd(index: number): number;
    /** What is kept for a weight; none by default. */
    createState(_index: number, _weight: NDArray): OptimizerState;
    /** Updates a weight in place. */
    abstract update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void;
    /** What is kept for a weight: of a float16 weight with `multiPrecision`, a float32 copy and the state of that. */
    createStateMultiPrecision(index: number, weight: NDArray): OptimizerState;
    /** Updates a weight in place, a float16 weight with `multiPrecision` through its copy. */
    updateMultiPrecision(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void;
}
/** Checks an optimizer's options; `own` are those beyond what all have. */
export declare function checkOptions(name: string, options: unknown, own: readonly string[]): void;
