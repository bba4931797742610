import type { NDArray } from "../nd/ndarray.ts";
/** Fills an array of shape (…, …, height, width) with the kernel of bilinear interpolation, as MXNet's `Bilinear` does. */
export declare function fillBilinear(name: string | {
    toString(): string;
}, arr: NDArray): void;
