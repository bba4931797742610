import type { NDArray } from "../../nd/ndarray.ts";
import type { GraphSymbol } from "../../symbol/symbol.ts";
import type { BlockOptions } from "../block.ts";
import type { Functions } from "../hybrid-block.ts";
import { Loss, type LossOptions } from "./loss.ts";
/** What `SoftmaxCrossEntropyLoss` takes. */
export interface SoftmaxCrossEntropyOptions extends LossOptions {
    /** The axis of classes; the last by default. */
    axis?: number | undefined;
    /** Whether labels are numbers of classes (the default), not probabilities of all. */
    sparseLabel?: boolean | undefined;
    /** Whether predictions are log-probabilities already. */
    fromLogits?: boolean | undefined;
}
/**
 * The cross entropy of labels and the softmax of predictions: -log softmax(pred)[label].
 *
 * @example
 * ```ts
 * const loss = new gluon.loss.SoftmaxCrossEntropyLoss();
 * const scores = nd.zeros([2, 10]);
 * scores.attachGrad();
 * autograd.record(() => loss(scores, nd.array([3, 7]))).backward();
 * ```
 */
export declare class SoftmaxCrossEntropyLoss extends Loss {
    #private;
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(options?: SoftmaxCrossEntropyOptions);
    constructor(axis: number, sparseLabel?: boolean, fromLogits?: boolean, options?: LossOptions);
    hybridForward(F: Functions, pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray;
}
export interface SigmoidBinaryCrossEntropyLoss {
    /**
     * The loss of each sample.
     *
     * @param posWeight - multiplies the losses of positive labels; broadcasts
     */
    (pred: NDArray, label: NDArray, sampleWeight?: NDArray | null, posWeight?: NDArray | null): NDArray;
    /** The same as a symbol. */
    (pred: GraphSymbol, label: GraphSymbol, sampleWeight?: GraphSymbol | null, posWeight?: GraphSymbol | null): GraphSymbol;
}
/** What `SigmoidBinaryCrossEntropyLoss` takes. */
export interface SigmoidBinaryCrossEntropyOptions extends LossOptions {
    /** Whether predictions are probabilities already. */
    fromSigmoid?: boolean | undefined;
}
/**
 * The cross entropy of labels 0 and 1 and the sigmoid of predictions.
 *
 * @example
 * ```ts
 * const loss = new gluon.loss.SigmoidBinaryCrossEntropyLoss();
 * console.log(loss(nd.zeros([2, 1]), nd.array([[0], [1]])).shape); // [ 2 ]
 * ```
 */
export declare class SigmoidBinaryCrossEntropyLoss extends Loss {
    #private;
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(options?: SigmoidBinaryCrossEntropyOptions);
    constructor(fromSigmoid: boolean, weight?: number | null, batchAxis?: number, options?: BlockOptions);
    hybridForward(F: Functions, pred: NDArray, label: NDArray, sampleWeight?: NDArray | null, posWeight?: NDArray | null): NDArray;
}
/** What `LogisticLoss` takes. */
export interface LogisticOptions extends LossOptions {
    /** Whether labels are -1 and 1, the default, or 0 and 1. */
    labelFormat?: "signed" | "binary" | undefined;
}
/**
 * log(1 + exp(-pred · label)), for labels -1 and 1, or 0 and 1.
 *
 * @example
 * ```ts
 * const loss = new gluon.loss.LogisticLoss({ labelFormat: "binary" });
 * console.log(loss(nd.zeros([2, 1]), nd.array([[0], [1]])).toArray()); // [ 0.6931471824645996, 0.6931471824645996 ]
 * ```
 */
export declare class LogisticLoss extends Loss {
    #private;
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(options?: LogisticOptions);
    constructor(weight: number | null, batchAxis?: number, labelFormat?: "signed" | "binary", options?: BlockOptions);
    hybridForward(F: Functions, pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray;
}
/** What `KLDivLoss` takes. */
export interface KLDivOptions extends LossOptions {
    /** Whether predictions are log-probabilities (the default); else their log softmax is taken. */
    fromLogits?: boolean | undefined;
    /** The axis of classes; the last by default. */
    axis?: number | undefined;
}
/**
 * The Kullback-Leibler divergence, summed over the classes: Σ label · (log label - pred).
 *
 * @example
 * ```ts
 * const loss = new gluon.loss.KLDivLoss({ fromLogits: false });
 * console.log(loss(nd.zeros([1, 2]), nd.array([[0.5, 0.5]])).shape); // [ 1 ]
 * ```
 */
export declare class KLDivLoss extends Loss {
    #private;
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(options?: KLDivOptions);
    constructor(fromLogits: boolean, axis?: number, weight?: number | null, batchAxis?: number, options?: BlockOptions);
    hybridForward(F: Functions, pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray;
}
