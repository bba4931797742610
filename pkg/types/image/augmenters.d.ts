import type { DType } from "../nd/dtype.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { Augmenter, RandomOrderAug } from "./augmenter.ts";
import { type Size } from "./transform.ts";
/**
 * Gives the shorter side this size.
 *
 * @example
 * ```ts
 * console.log(new image.ResizeAug(2)(nd.zeros([4, 6, 3])).shape); // [ 2, 3, 3 ]
 * ```
 */
export declare class ResizeAug extends Augmenter {
    readonly size: number;
    readonly interp: number;
    constructor(size: number, interp?: number);
    augment(src: NDArray): NDArray;
}
declare abstract class SizedAug extends Augmenter {
    readonly size: Size;
    readonly interp: number;
    constructor(size: Size, interp?: number);
}
/**
 * Gives an image this (width, height), whatever its ratio.
 *
 * @example
 * ```ts
 * console.log(new image.ForceResizeAug([2, 5])(nd.zeros([4, 6, 3])).shape); // [ 5, 2, 3 ]
 * ```
 */
export declare class ForceResizeAug extends SizedAug {
    augment(src: NDArray): NDArray;
}
/**
 * Cuts out a random part of this (width, height).
 *
 * @example
 * ```ts
 * console.log(new image.RandomCropAug([2, 3])(nd.zeros([4, 6, 3])).shape); // [ 3, 2, 3 ]
 * ```
 */
export declare class RandomCropAug extends SizedAug {
    augment(src: NDArray): NDArray;
}
/**
 * Cuts out the middle of this (width, height).
 *
 * @example
 * ```ts
 * console.log(new image.CenterCropAug([2, 3])(nd.zeros([4, 6, 3])).shape); // [ 3, 2, 3 ]
 * ```
 */
export declare class CenterCropAug extends SizedAug {
    augment(src: NDArray): NDArray;
}
/**
 * Cuts out a part of random area and ratio, and gives it this (width, height).
 *
 * @example
 * ```ts
 * const aug = new image.RandomSizedCropAug([2, 3], 0.5, [0.75, 1.33]);
 * console.log(aug(nd.zeros([4, 6, 3])).shape); // [ 3, 2, 3 ]
 * ```
 */
export declare class RandomSizedCropAug extends Augmenter {
    readonly size: Size;
    readonly area: number | readonly [number, number];
    readonly ratio: readonly [number, number];
    readonly interp: number;
    constructor(size: Size, area: number | readonly [number, number], ratio: readonly [number, number], interp?: number);
    augment(src: NDArray): NDArray;
}
/**
 * Changes the brightness by up to this part.
 *
 * @example
 * ```ts
 * image.seed(0);
 * console.log(new image.BrightnessJitterAug(0.5)(nd.array([[[100]]])).toArray()); // [ [ [ 134.4421844482422 ] ] ]
 * ```
 */
export declare class BrightnessJitterAug extends Augmenter {
    readonly brightness: number;
    constructor(brightness: number);
    augment(src: NDArray): NDArray;
}
/**
 * Changes the contrast by up to this part.
 *
 * @example
 * ```ts
 * image.seed(0);
 * const y = new image.ContrastJitterAug(0.5)(nd.array([[[0, 0, 0], [100, 100, 100]]]));
 * console.log(y.toArray()[0]!.map((pixel) => Math.round(pixel[0]))); // [ -17, 117 ]
 * ```
 */
export declare class ContrastJitterAug extends Augmenter {
    readonly contrast: number;
    constructor(contrast: number);
    augment(src: NDArray): NDArray;
}
/**
 * Changes the saturation by up to this part.
 *
 * @example
 * ```ts
 * console.log(new image.SaturationJitterAug(0.5)(nd.full([1, 1, 3], 8)).shape); // [ 1, 1, 3 ]
 * ```
 */
export declare class SaturationJitterAug extends Augmenter {
    readonly saturation: number;
    constructor(saturation: number);
    augment(src: NDArray): NDArray;
}
/**
 * Turns the hue by up to this part of half a circle.
 *
 * @example
 * ```ts
 * console.log(new image.HueJitterAug(0.5)(nd.ones([1, 1, 3])).shape); // [ 1, 1, 3 ]
 * ```
 */
export declare class HueJitterAug extends Augmenter {
    readonly hue: number;
    constructor(hue: number);
    augment(src: NDArray): NDArray;
}
/**
 * Changes brightness, contrast and saturation, in random order.
 *
 * @example
 * ```ts
 * console.log(new image.ColorJitterAug(0.5, 0, 0.5).ts.length); // 2
 * ```
 */
export declare class ColorJitterAug extends RandomOrderAug {
    constructor(brightness: number, contrast: number, saturation: number);
}
/**
 * Adds light along the main axes of the colours of a set of images. Draws from `mx.np.random`, as MXNet does.
 *
 * @example
 * ```ts
 * const aug = new image.LightingAug(0.1, [55.46, 4.794, 1.148], [[1, 0, 0], [0, 1, 0], [0, 0, 1]]);
 * console.log(aug(nd.zeros([1, 1, 3])).shape); // [ 1, 1, 3 ]
 * ```
 */
export declare class LightingAug extends Augmenter {
    readonly alphastd: number;
    readonly eigval: readonly number[];
    readonly eigvec: readonly (readonly number[])[];
    constructor(alphastd: number, eigval: readonly number[], eigvec: readonly (readonly number[])[]);
    augment(src: NDArray): NDArray;
}
/**
 * Subtracts a mean and divides by a standard deviation, of each channel.
 *
 * @example
 * ```ts
 * const aug = new image.ColorNormalizeAug([1, 2, 3], [1, 1, 2]);
 * console.log(aug(nd.array([[[1, 3, 7]]])).toArray()); // [ [ [ 0, 1, 2 ] ] ]
 * ```
 */
export declare class ColorNormalizeAug extends Augmenter {
    readonly mean: NDArray | null;
    readonly std: NDArray | null;
    constructor(mean: NDArray | readonly number[] | null, std: NDArray | readonly number[] | null);
    augment(src: NDArray): NDArray;
}
/**
 * Makes an image grey with this chance; it keeps three channels.
 *
 * @example
 * ```ts
 * const y = new image.RandomGrayAug(1)(nd.array([[[100, 0, 0]]]));
 * console.log(y.toArray()[0]![0]!.map(Math.round)); // [ 21, 21, 21 ]
 * ```
 */
export declare class RandomGrayAug extends Augmenter {
    readonly p: number;
    constructor(p: number);
    augment(src: NDArray): NDArray;
}
/**
 * Exchanges left and right with this chance.
 *
 * @example
 * ```ts
 * console.log(new image.HorizontalFlipAug(1)(nd.array([[[1], [2]]])).toArray()); // [ [ [ 2 ], [ 1 ] ] ]
 * ```
 */
export declare class HorizontalFlipAug extends Augmenter {
    readonly p: number;
    constructor(p: number);
    augment(src: NDArray): NDArray;
}
/**
 * Gives an image another element type.
 *
 * @example
 * ```ts
 * console.log(new image.CastAug()(nd.zeros([1, 1, 3], { dtype: "uint8" })).dtype); // float32
 * ```
 */
export declare class CastAug extends Augmenter {
    readonly typ: DType;
    constructor(typ?: DType);
    augment(src: NDArray): NDArray;
}
export {};
