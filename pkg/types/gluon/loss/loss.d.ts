import type { NDArray } from "../../nd/ndarray.ts";
import { GraphSymbol } from "../../symbol/symbol.ts";
import type { BlockOptions } from "../block.ts";
import { type Functions, HybridBlock } from "../hybrid-block.ts";
/** What every loss takes. */
export interface LossOptions extends BlockOptions {
    /** Multiplies the loss. */
    weight?: number | null | undefined;
    /** The axis of samples; 0 by default. */
    batchAxis?: number | undefined;
}
export interface Loss {
    /**
     * The loss of each sample.
     *
     * @param pred - predictions
     * @param label - what they should be
     * @param sampleWeight - multiplies the losses; broadcasts
     */
    (pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray;
    /** The same as a symbol. */
    (pred: GraphSymbol, label: GraphSymbol, sampleWeight?: GraphSymbol | null): GraphSymbol;
}
/**
 * The base of losses. What is left out of a call is left out of that of `hybridForward`.
 *
 * @example
 * ```ts
 * class SquaredError extends gluon.loss.Loss {
 *   constructor() {
 *     super(null, 0);
 *   }
 *
 *   override hybridForward(F: gluon.Functions, pred: NDArray, label: NDArray, sampleWeight?: NDArray): NDArray {
 *     return this.sampleMean(this.weighted(F, F.square(pred.sub(label)), sampleWeight));
 *   }
 * }
 * console.log(new SquaredError()(nd.array([[1], [3]]), nd.zeros([2, 1])).toArray()); // [ 1, 9 ]
 * ```
 */
export declare abstract class Loss extends HybridBlock {
    #private;
    constructor(weight: number | null, batchAxis: number, options?: BlockOptions);
    /**
     * Multiplies by the weights of samples and the weight of the loss.
     *
     * @param divisor - of the weight
     */
    protected weighted(F: Functions, loss: NDArray, sampleWeight: NDArray | null | undefined, divisor?: number): NDArray;
    /** The mean over all axes but that of samples. */
    protected sampleMean(loss: NDArray): NDArray;
    /** The sum over all axes but that of samples. */
    protected sampleSum(loss: NDArray): NDArray;
    toString(): string;
}
/** Arguments of a loss that come before the weight or after it, in MXNet's order. */
type Defaults = Readonly<Record<string, unknown>>;
/** Reads the arguments of a loss's constructor. */
export declare function readLoss<Before extends Defaults, After extends Defaults>(what: string, before: Before, args: readonly unknown[], after?: After, weight?: number | null): Before & After & {
    weight: number | null;
    batchAxis: number;
} & BlockOptions;
/** A number that MXNet writes with a point: how symbols write numbers, arrays do not care. */
export declare const real: (x: unknown, value: number) => number;
export {};
