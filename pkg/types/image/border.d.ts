import type { NDArray } from "../nd/ndarray.ts";
/** What `copyMakeBorder` takes besides the widths. */
export interface BorderOptions {
    /** OpenCV's code: 0 one colour, 1 the edge, 2 the mirror image, 3 the other side, 4 the mirror image with the edge once. Default: 0. */
    type?: number | undefined;
    /** The colour: a number for each channel, or one for all. Default: 0. */
    values?: number | readonly number[] | undefined;
}
/**
 * An image with a border around it.
 *
 * @example
 * ```ts
 * const src = nd.array([[[1], [2], [3]]]);
 * console.log(image.copyMakeBorder(src, 0, 0, 1, 2, { type: 4 }).reshape([6]).toArray()); // [ 2, 1, 2, 3, 2, 1 ]
 * ```
 */
export declare function copyMakeBorder(src: NDArray, top: number, bot: number, left: number, right: number, options?: BorderOptions): NDArray;
