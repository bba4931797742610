import type { NDArray } from "../../nd/ndarray.ts";
import type { GraphSymbol } from "../../symbol/symbol.ts";
import type { BlockOptions } from "../block.ts";
import type { Functions } from "../hybrid-block.ts";
import { Loss, type LossOptions } from "./loss.ts";
/** What `PoissonNLLLoss` takes. */
export interface PoissonNLLOptions extends LossOptions {
    /** Whether predictions are logarithms of rates; true by default. */
    fromLogits?: boolean | undefined;
    /** Whether Stirling's approximation of log(target!) is added, for targets above 1. */
    computeFull?: boolean | undefined;
    /** Added to rates before their logarithm is taken; 1e-8 by default. */
    epsilon?: number | undefined;
}
/**
 * The mean of exp(pred) - target · pred over everything, for counts.
 *
 * @example
 * ```ts
 * const loss = new gluon.loss.PoissonNLLLoss({ fromLogits: false });
 * console.log(loss(nd.array([[1], [3]]), nd.zeros([2, 1])).toArray()); // [ 2 ]
 * ```
 */
export declare class PoissonNLLLoss extends Loss {
    #private;
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(options?: PoissonNLLOptions);
    constructor(weight: number | null, fromLogits?: boolean, batchAxis?: number, computeFull?: boolean, options?: BlockOptions);
    hybridForward(F: Functions, pred: NDArray, target: NDArray, sampleWeight?: NDArray | null): NDArray;
}
/** What `CTCLoss` takes. */
export interface CTCOptions extends BlockOptions {
    /** The axes of predictions: samples, time steps and classes; "NTC" by default. */
    layout?: "NTC" | "TNC" | undefined;
    /** The axes of labels; "NT" by default. */
    labelLayout?: "NT" | "TN" | undefined;
    /** Multiplies the loss. */
    weight?: number | null | undefined;
}
export interface CTCLoss {
    /**
     * The loss of each sample.
     *
     * @param pred - activations before softmax; the last class is the blank
     * @param label - classes; padded with -1 where no lengths are given
     * @param predLengths - the number of steps of each sample
     * @param labelLengths - the number of labels of each sample
     */
    (pred: NDArray, label: NDArray, predLengths?: NDArray | null, labelLengths?: NDArray | null, sampleWeight?: NDArray | null): NDArray;
    /** The same as a symbol. */
    (pred: GraphSymbol, label: GraphSymbol, predLengths?: GraphSymbol | null, labelLengths?: GraphSymbol | null, sampleWeight?: GraphSymbol | null): GraphSymbol;
}
/**
 * The negative log-likelihood of label sequences whose alignment with the predictions is unknown.
 *
 * @example
 * ```ts
 * const loss = new gluon.loss.CTCLoss();
 * console.log(loss(nd.zeros([1, 2, 3]), nd.array([[1, -1]])).toArray()); // [ 1.0986123085021973 ]
 * ```
 */
export declare class CTCLoss extends Loss {
    #private;
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(options?: CTCOptions);
    constructor(layout: "NTC" | "TNC", labelLayout?: "NT" | "TN", weight?: number | null, options?: BlockOptions);
    hybridForward(F: Functions, pred: NDArray, label: NDArray, predLengths?: NDArray | null, labelLengths?: NDArray | null, sampleWeight?: NDArray | null): NDArray;
}
