import type { NDArray, Operand } from "../nd/ndarray.ts";
/** A size, (width, height). */
export type Size = readonly [width: number, height: number];
/** A part of an image: left and upper edge, width and height. */
export type Place = readonly [x: number, y: number, width: number, height: number];
/** Height and width of an image. */
export declare function sizeOf(src: NDArray, what: string): [height: number, width: number];
/** Checks a size. */
export declare function expectSize(size: unknown, what: string): [width: number, height: number];
/**
 * An image in another size.
 *
 * @param interp - 0 the nearest pixel, 1 linear, 2 cubic, 3 by area, 4 Lanczos, 9 cubic to enlarge and by area to shrink, 10
 * any of them by chance
 * @example
 * ```ts
 * console.log(image.imresize(nd.zeros([60, 80, 3], { dtype: "uint8" }), 40, 30).shape); // [ 30, 40, 3 ]
 * ```
 */
export declare function imresize(src: NDArray, w: number, h: number, interp?: number): NDArray;
/**
 * A size that fits into an image's, with its own ratio.
 *
 * @param srcSize - the image's, (width, height)
 * @example
 * ```ts
 * console.log(image.scaleDown([640, 480], [720, 120])); // [ 640, 106 ]
 * ```
 */
export declare function scaleDown(srcSize: Size, size: Size): [width: number, height: number];
/**
 * An image whose shorter side has this size.
 *
 * @param interp - see `imresize`; cubic by default
 * @example
 * ```ts
 * console.log(image.resizeShort(nd.zeros([60, 80, 3]), 30).shape); // [ 30, 40, 3 ]
 * ```
 */
export declare function resizeShort(src: NDArray, size: number, interp?: number): NDArray;
/**
 * A part of an image, in another size if asked.
 *
 * @param size - (width, height) of the result
 * @param interp - see `imresize`; cubic by default
 * @example
 * ```ts
 * const src = nd.arange(12).reshape([3, 4, 1]);
 * console.log(image.fixedCrop(src, 1, 0, 2, 1).toArray()); // [ [ [ 1 ], [ 2 ] ] ]
 * ```
 */
export declare function fixedCrop(src: NDArray, x0: number, y0: number, w: number, h: number, size?: Size | null, interp?: number): NDArray;
/**
 * A part at a random place, enlarged to the size if the image is smaller; and the place.
 *
 * @param size - (width, height)
 * @example
 * ```ts
 * image.seed(0);
 * const [part, place] = image.randomCrop(nd.zeros([60, 80, 3]), [20, 20]);
 * console.log(part.shape, place); // [ 20, 20, 3 ] [ 54, 24, 20, 20 ]
 * ```
 */
export declare function randomCrop(src: NDArray, size: Size, interp?: number): [part: NDArray, place: Place];
/**
 * The middle of an image, enlarged to the size if the image is smaller; and its place.
 *
 * @param size - (width, height)
 * @example
 * ```ts
 * const [part, place] = image.centerCrop(nd.zeros([60, 80, 3]), [40, 40]);
 * console.log(part.shape, place); // [ 40, 40, 3 ] [ 20, 10, 40, 40 ]
 * ```
 */
export declare function centerCrop(src: NDArray, size: Size, interp?: number): [part: NDArray, place: Place];
/** Python's `round`: halves to even. */
export declare function roundEven(x: number): number;
/**
 * A part of random area and ratio in the given size; and its place. After ten that do not fit, the middle.
 *
 * @param size - (width, height)
 * @param area - the least part of the image's area, or the least and the greatest
 * @param ratio - the least and the greatest width by height
 * @example
 * ```ts
 * const [part] = image.randomSizeCrop(nd.zeros([60, 80, 3]), [20, 20], [0.1, 1], [0.75, 1.33]);
 * console.log(part.shape); // [ 20, 20, 3 ]
 * ```
 */
export declare function randomSizeCrop(src: NDArray, size: Size, area: number | readonly [number, number], ratio: readonly [number, number], interp?: number): [part: NDArray, place: Place];
/**
 * (src - mean)/std, of channels.
 *
 * @param mean - an array that broadcasts, a number, or null for none
 * @param std - likewise
 * @example
 * ```ts
 * const src = nd.array([[[10, 20, 30]]]);
 * console.log(image.colorNormalize(src, nd.array([10, 10, 10]), nd.array([1, 2, 4])).toArray()); // [ [ [ 0, 5, 5 ] ] ]
 * ```
 */
export declare function colorNormalize(src: NDArray, mean: Operand | null, std?: Operand | null): NDArray;
