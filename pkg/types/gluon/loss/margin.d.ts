import type { NDArray } from "../../nd/ndarray.ts";
import type { BlockOptions } from "../block.ts";
import type { Functions } from "../hybrid-block.ts";
import { Loss, type LossOptions } from "./loss.ts";
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
    hybridForward(F: Functions, pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray;
}
/**
 * max(0, margin - pred · label)², for labels -1 and 1.
 *
 * @example
 * ```ts
 * const loss = new gluon.loss.SquaredHingeLoss();
 * console.log(loss(nd.array([[0.5], [2]]), nd.array([[1], [1]])).toArray()); // [ 0.25, 0 ]
 * ```
 */
export declare class SquaredHingeLoss extends Loss {
    #private;
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(options?: HingeOptions);
    constructor(margin: number, weight?: number | null, batchAxis?: number, options?: BlockOptions);
    hybridForward(F: Functions, pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray;
}
