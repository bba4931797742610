import type { NDArray } from "../nd/ndarray.ts";
import type { BlockOptions } from "./block.ts";
import { HybridBlock } from "./hybrid-block.ts";
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
}
/**
 * The base of losses.
 *
 * @example
 * ```ts
 * class SquaredError extends gluon.loss.Loss {
 *   constructor() {
 *     super(null, 0);
 *   }
 *
 *   override forward(pred: NDArray, label: NDArray): NDArray {
 *     return this.sampleMean(this.weighted(nd.square(pred.sub(label)), null));
 *   }
 * }
 * console.log(new SquaredError()(nd.array([[1], [3]]), nd.zeros([2, 1])).toArray()); // [ 1, 9 ]
 * ```
 */
export declare abstract class Loss extends HybridBlock {
    #private;
    constructor(weight: number | null, batchAxis: number, options?: BlockOptions);
    /** Multiplies by the weights of samples and the weight of the loss. */
    protected weighted(loss: NDArray, sampleWeight: NDArray | null | undefined, factor?: number): NDArray;
    /** The mean over all axes but that of samples. */
    protected sampleMean(loss: NDArray): NDArray;
    /** The sum over all axes but that of samples. */
    protected sampleSum(loss: NDArray): NDArray;
    toString(): string;
}
/**
 * ½ · weight · mean (label - pred)²
 *
 * @example
 * ```ts
 * const loss = new gluon.loss.L2Loss();
 * console.log(loss(nd.array([[1, 2], [3, 4]]), nd.zeros([2, 2])).toArray()); // [ 1.25, 6.25 ]
 * ```
 */
export declare class L2Loss extends Loss {
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(options?: LossOptions);
    constructor(weight: number | null, batchAxis?: number, options?: BlockOptions);
    forward(pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray;
}
/**
 * weight · mean |label - pred|
 *
 * @example
 * ```ts
 * const loss = new gluon.loss.L1Loss();
 * console.log(loss(nd.array([[1, 2], [3, 4]]), nd.zeros([2, 2])).toArray()); // [ 1.5, 3.5 ]
 * ```
 */
export declare class L1Loss extends Loss {
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(options?: LossOptions);
    constructor(weight: number | null, batchAxis?: number, options?: BlockOptions);
    forward(pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray;
}
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
    forward(pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray;
}
export { SoftmaxCrossEntropyLoss as SoftmaxCELoss };
export interface SigmoidBinaryCrossEntropyLoss {
    /**
     * The loss of each sample.
     *
     * @param posWeight - multiplies the losses of positive labels; broadcasts
     */
    (pred: NDArray, label: NDArray, sampleWeight?: NDArray | null, posWeight?: NDArray | null): NDArray;
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
    forward(pred: NDArray, label: NDArray, sampleWeight?: NDArray | null, posWeight?: NDArray | null): NDArray;
}
export { SigmoidBinaryCrossEntropyLoss as SigmoidBCELoss };
/** What `HuberLoss` takes. */
export interface HuberOptions extends LossOptions {
    /** Where the loss turns from square to linear; 1 by default. */
    rho?: number | undefined;
}
/**
 * With d = |label - pred|: d - rho / 2 where d > rho, else d² / (2 rho).
 *
 * @example
 * ```ts
 * const loss = new gluon.loss.HuberLoss();
 * console.log(loss(nd.array([[0.5], [3]]), nd.zeros([2, 1])).toArray()); // [ 0.125, 2.5 ]
 * ```
 */
export declare class HuberLoss extends Loss {
    #private;
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(options?: HuberOptions);
    constructor(rho: number, weight?: number | null, batchAxis?: number, options?: BlockOptions);
    forward(pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray;
}
/** What `HingeLoss` takes. */
export interface HingeOptions extends LossOptions {
    /** How far on the right side a prediction must be; 1 by default. */
    margin?: number | undefined;
}
/**
 * max(0, margin - pred · label), for labels -1 and 1.
 *
 * @example
 * ```ts
 * const loss = new gluon.loss.HingeLoss();
 * console.log(loss(nd.array([[0.5], [2]]), nd.array([[1], [1]])).toArray()); // [ 0.5, 0 ]
 * ```
 */
export declare class HingeLoss extends Loss {
    #private;
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(options?: HingeOptions);
    constructor(margin: number, weight?: number | null, batchAxis?: number, options?: BlockOptions);
    forward(pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray;
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
    forward(pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray;
}
