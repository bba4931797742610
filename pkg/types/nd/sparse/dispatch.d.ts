import { type Attrs } from "../../runtime/attrs.ts";
import type { NDArray } from "../ndarray.ts";
/** Calls an operator with sparse inputs; nothing where it wants them dense. */
export declare function callSparse(op: string, inputs: readonly NDArray[], attrs?: Attrs): NDArray[] | undefined;
/** Whole numbers within 0 to below `size`. */
export declare function clipped(x: NDArray, size: number, wrap?: boolean): Int32Array;
/**
 * Sets whether operators that turn sparse arrays into dense ones say so with a warning, once for each kind of call. They
 * do by default.
 *
 * @param on - whether they do
 * @returns the previous setting
 * @example
 * ```ts
 * const previous = nd.sparse.setFallbackWarning(false);
 * nd.exp(nd.sparse.zeros("csr", [2, 2])); // dense: exp(0) is 1
 * nd.sparse.setFallbackWarning(previous);
 * ```
 */
export declare function setFallbackWarning(on: boolean): boolean;
