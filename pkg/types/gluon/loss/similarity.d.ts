import { NDArray } from "../../nd/ndarray.ts";
import type { GraphSymbol } from "../../symbol/symbol.ts";
import type { BlockOptions } from "../block.ts";
import type { Functions } from "../hybrid-block.ts";
import { Loss, type LossOptions } from "./loss.ts";
/** What `TripletLoss` and `CosineEmbeddingLoss` take. */
export interface MarginOptions extends LossOptions {
    /** How far apart what is different must be. */
    margin?: number | undefined;
}
export interface TripletLoss {
    /**
     * The loss of each sample.
     *
     * @param positive - what predictions should be near to
     * @param negative - what they should be farther from
     */
    (pred: NDArray, positive: NDArray, negative: NDArray): NDArray;
    /** The same as a symbol. */
    (pred: GraphSymbol, positive: GraphSymbol, negative: GraphSymbol): GraphSymbol;
}
/**
 * max(0, Σ (positive - pred)² - Σ (negative - pred)² + margin)
 *
 * @example
 * ```ts
 * const loss = new gluon.loss.TripletLoss();
 * console.log(loss(nd.zeros([1, 2]), nd.array([[1, 1]]), nd.array([[1, 0]])).toArray()); // [ 2 ]
 * ```
 */
export declare class TripletLoss extends Loss {
    #private;
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(options?: MarginOptions);
    constructor(margin: number, weight?: number | null, batchAxis?: number, options?: BlockOptions);
    hybridForward(F: Functions, pred: NDArray, positive: NDArray, negative: NDArray): NDArray;
}
export interface CosineEmbeddingLoss {
    /**
     * The loss of each pair.
     *
     * @param label - 1 for pairs that should be alike, -1 for those that should not
     * @param sampleWeight - multiplies the losses; broadcasts
     */
    (input1: NDArray, input2: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray;
    /** The same as a symbol. */
    (input1: GraphSymbol, input2: GraphSymbol, label: GraphSymbol, sampleWeight?: GraphSymbol | null): GraphSymbol;
}
/**
 * With the cosine c of the angle between two vectors: 1 - c for pairs of label 1, max(0, c - margin) for those of label -1.
 *
 * @example
 * ```ts
 * const loss = new gluon.loss.CosineEmbeddingLoss();
 * const [a, b] = [nd.array([[1, 0], [1, 0]]), nd.array([[0, 1], [2, 0]])];
 * console.log(loss(a, b, nd.array([1, -1])).toArray()); // [ [ 1 ], [ 1 ] ]
 * ```
 */
export declare class CosineEmbeddingLoss extends Loss {
    #private;
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(options?: MarginOptions);
    constructor(weight: number | null, batchAxis?: number, margin?: number, options?: BlockOptions);
    hybridForward(F: Functions, input1: NDArray, input2: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray;
}
/** What `SDMLLoss` takes. */
export interface SDMLOptions extends LossOptions {
    /** The probability that is shared by the wrong pairs; 0.3 by default. */
    smoothingParameter?: number | undefined;
}
/**
 * Rows of the first input should be nearer to the rows of the second in the same place than to all others: the
 * Kullback-Leibler divergence of smoothed labels and the softmax of the negative squared distances. It needs the number of
 * rows, which symbols do not have.
 *
 * @example
 * ```ts
 * const loss = new gluon.loss.SDMLLoss();
 * console.log(loss(nd.array([[0, 1], [9, 9]]), nd.array([[0, 2], [8, 9]])).shape); // [ 2 ]
 * ```
 */
export declare class SDMLLoss extends Loss {
    #private;
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(options?: SDMLOptions);
    constructor(smoothingParameter: number, weight?: number | null, batchAxis?: number, options?: BlockOptions);
    hybridForward(F: Functions, x1: NDArray, x2: NDArray): NDArray;
}
