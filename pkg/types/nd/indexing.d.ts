import type { TypedArray } from "./dtype.ts";
import { NDArray, type Nested } from "./ndarray.ts";
/**
 * One axis of an index: a place, a Python slice as text (`"1:3"`, `":"`, `"::-1"`), places as a list or an NDArray, or null
 * for a new axis.
 */
export type Index = number | string | null | readonly number[] | NDArray;
/** `x[index]` */
export declare function getItem(x: NDArray, index: readonly Index[]): NDArray;
/** `x.take(indices)` */
export declare function takeItem(x: NDArray, indices: NDArray | readonly number[], options: {
    axis?: number;
    mode?: "clip" | "wrap" | "raise";
}): NDArray;
/** `x[index] = value` */
export declare function setItem(x: NDArray, value: NDArray | Nested | TypedArray, index: readonly Index[]): void;
