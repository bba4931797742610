import type { NDArray } from "../nd/ndarray.ts";
import type { Attrs } from "../runtime/attrs.ts";
/**
 * Updates a weight and its states in place. With `lazy` and a row-sparse gradient `update` sees only the gradient's rows, of
 * the weight and of the states: the others stay as they are, also where momentum or decay would have changed them.
 */
export declare function updateRows(lazy: boolean, weight: NDArray, grad: NDArray, states: readonly NDArray[], update: (weight: NDArray, grad: NDArray, states: readonly NDArray[]) => void): void;
/** The same by an operator that takes weight, gradient and states. */
export declare function applyUpdate(op: string, weight: NDArray, grad: NDArray, states: readonly NDArray[], attrs: Attrs, lazy: boolean): void;
