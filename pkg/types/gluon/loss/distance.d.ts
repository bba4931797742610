import type { NDArray } from "../../nd/ndarray.ts";
import type { BlockOptions } from "../block.ts";
import type { Functions } from "../hybrid-block.ts";
import { Loss, type LossOptions } from "./loss.ts";
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
    hybridForward(F: Functions, pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray;
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
    hybridForward(F: Functions, pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray;
}
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
    hybridForward(F: Functions, pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray;
}
