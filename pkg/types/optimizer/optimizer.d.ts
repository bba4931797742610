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
export declare function createZeros(weight: NDArray, count: number): NDArray[];
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
    idx2name: Readonly<Record<number, string>>;
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
    /** Sets multipliers of the learning rate, by name or index of the weight, besides those that the symbol gives. */
    setLrMult(multipliers: Readonly<Record<string, number>>): void;
    /** Sets multipliers of the decay, by name or index of the weight, besides those that names and the symbol give. */
    setWdMult(multipliers: Readonly<Record<string, number>>): void;
    /** Whether weights of this name have decay. */
    protected isDecayed(name: string): boolean;
    /** Counts an update of a weight. Learning rates are read after that. */
    protected updateCount(index: number): number;
    /** The updates that a weight has had. */
    protected countOf(index: number): number;
    /** The learning rate of a weight. */
    protected getLr(index: number): number;
    /** The decay of a weight. */
    protected getWd(index: number): number;
    /** Counts an update of a weight, and gives what its operator takes. */
    protected countedAttrs(index: number): UpdateAttrs;
    /** The gradient, rescaled and clipped, with the decay in it where one is given. */
    protected prepared(grad: NDArray, weight?: NDArray, wd?: number): NDArray;
    /** Numbers besides the counts that go on from update to update, which saved states keep; none by default. */
    get progress(): number[];
    set progress(_numbers: readonly number[]);
    /** What is kept for a weight; none by default. */
    createState(_index: number, _weight: NDArray): OptimizerState;
    /** Updates a weight in place. */
    abstract update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void;
    /** What is kept for a weight: of a float16 weight with `multiPrecision`, a float32 copy and the state of that. */
    createStateMultiPrecision(index: number, weight: NDArray): OptimizerState;
    /** Updates a weight in place, a float16 weight with `multiPrecision` through its copy. */
    updateMultiPrecision(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void;
}
