import { type OutOption } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";
/**
 * Images as float32 tensors between 0 and 1, (channels, height, width): divided by 255.
 *
 * @param data - (height, width, channels) or (batch, height, width, channels).
 *
 * @example
 * ```ts
 * const image = nd.array([[[0, 51, 255]]], { dtype: "uint8" });
 * const x = nd.image.toTensor(image);
 * console.log(x.shape, x.dtype); // [ 3, 1, 1 ] float32
 * console.log(x.reshape([3]));
 * // [0.  0.2 1. ]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare function toTensor(data: NDArray, options?: OutOption): NDArray;
/** Options of `normalize`. */
export interface NormalizeOptions extends OutOption {
    /** The mean of each channel, or one for all. Default: `(0.0,)`. */
    mean?: number | readonly number[] | undefined;
    /** The standard deviation of each channel, or one for all. Default: `(1.0,)`. */
    std?: number | readonly number[] | undefined;
}
/**
 * (x - mean)/std for each channel.
 *
 * @param data - (channels, height, width) or (batch, channels, height, width), floats.
 *
 * @example
 * ```ts
 * const x = nd.array([[[0.5]], [[1]], [[0.25]]]);
 * console.log(nd.image.normalize(x, { mean: [0.5, 0.5, 0.25], std: [0.5, 0.25, 1] }).toArray());
 * // [ [ [ 0 ] ], [ [ 2 ] ], [ [ 0 ] ] ]
 * ```
 */
export declare function normalize(data: NDArray, options?: NormalizeOptions): NDArray;
/** Options of `crop`. */
export interface CropOptions extends OutOption {
    /** The left edge. Required. */
    x: number;
    /** The upper edge. Required. */
    y: number;
    /** The width of the part. Required. */
    width: number;
    /** The height of the part. Required. */
    height: number;
}
/**
 * A part of images.
 *
 * @param data - (height, width, channels) or (batch, height, width, channels).
 *
 * @example
 * ```ts
 * const image = nd.arange(6).reshape([2, 3, 1]);
 * console.log(nd.image.crop(image, { x: 1, y: 0, width: 2, height: 1 }).toArray()); // [ [ [ 1 ], [ 2 ] ] ]
 * ```
 */
export declare function crop(data: NDArray, options: CropOptions): NDArray;
/**
 * Images with left and right exchanged.
 *
 * @param data - (height, width, channels) or (batch, height, width, channels).
 *
 * @example
 * ```ts
 * console.log(nd.image.flipLeftRight(nd.array([[[1], [2]], [[3], [4]]])).toArray());
 * // [ [ [ 2 ], [ 1 ] ], [ [ 4 ], [ 3 ] ] ]
 * ```
 */
export declare function flipLeftRight(data: NDArray, options?: OutOption): NDArray;
/**
 * Images upside down.
 *
 * @param data - (height, width, channels) or (batch, height, width, channels).
 *
 * @example
 * ```ts
 * console.log(nd.image.flipTopBottom(nd.array([[[1], [2]], [[3], [4]]])).toArray());
 * // [ [ [ 3 ], [ 4 ] ], [ [ 1 ], [ 2 ] ] ]
 * ```
 */
export declare function flipTopBottom(data: NDArray, options?: OutOption): NDArray;
/**
 * Images with left and right exchanged, or as they are: with equal chance, all of a batch alike.
 *
 * @param data - (height, width, channels) or (batch, height, width, channels).
 *
 * @example
 * ```ts
 * random.seed(0);
 * console.log(nd.image.randomFlipLeftRight(nd.array([[[1], [2]], [[3], [4]]])).toArray());
 * // [ [ [ 2 ], [ 1 ] ], [ [ 4 ], [ 3 ] ] ]
 * ```
 */
export declare function randomFlipLeftRight(data: NDArray, options?: OutOption): NDArray;
/**
 * Images upside down, or as they are: with equal chance, all of a batch alike.
 *
 * @param data - (height, width, channels) or (batch, height, width, channels).
 *
 * @example
 * ```ts
 * random.seed(0);
 * console.log(nd.image.randomFlipTopBottom(nd.array([[[1], [2]], [[3], [4]]])).toArray());
 * // [ [ [ 3 ], [ 4 ] ], [ [ 1 ], [ 2 ] ] ]
 * ```
 */
export declare function randomFlipTopBottom(data: NDArray, options?: OutOption): NDArray;
/** Options of `resize`. */
export interface ResizeOptions extends OutOption {
    /** (width, height), or one number for both. Default: `()`. */
    size?: number | readonly (number | null)[] | undefined;
    /** Whether one number is the size of the shorter side, and the other side keeps the ratio. Default: `False`. */
    keepRatio?: boolean | undefined;
    /** 0 the nearest pixel, 1 linear, 2 cubic, 3 by area, 4 Lanczos. Default: `1`. */
    interp?: number | undefined;
}
/**
 * Images in another size.
 *
 * @param data - (height, width, channels) or (batch, height, width, channels).
 *
 * @example
 * ```ts
 * console.log(nd.image.resize(nd.zeros([60, 80, 3], { dtype: "uint8" }), { size: [40, 30] }).shape); // [ 30, 40, 3 ]
 * console.log(nd.image.resize(nd.zeros([60, 80, 3], { dtype: "uint8" }), { size: 30, keepRatio: true }).shape);
 * // [ 30, 40, 3 ]
 * console.log(nd.image.resize(nd.array([[[1], [2]]]), { size: [4, 1], interp: 0 }).toArray());
 * // [ [ [ 1 ], [ 1 ], [ 2 ], [ 2 ] ] ]
 * ```
 */
export declare function resize(data: NDArray, options?: ResizeOptions): NDArray;
/** Options of `randomBrightness`. */
export interface RandomBrightnessOptions extends OutOption {
    /** The least factor, not negative. Required. */
    minFactor: number;
    /** The greatest factor. Required. */
    maxFactor: number;
}
/**
 * An image with its brightness multiplied by a random factor.
 *
 * @param data - (height, width, 3 or 1); 0 to 255 for bytes.
 *
 * @example
 * ```ts
 * random.seed(0);
 * console.log(nd.image.randomBrightness(nd.array([[[10, 20, 30]]]), { minFactor: 0.5, maxFactor: 1.5 }));
 * // [[[10.488136 20.976273 31.464407]]]
 * // <NDArray 1x1x3 @cpu(0)>
 * ```
 */
export declare function randomBrightness(data: NDArray, options: RandomBrightnessOptions): NDArray;
/** Options of `randomContrast`. */
export interface RandomContrastOptions extends OutOption {
    /** The least factor, not negative. Required. */
    minFactor: number;
    /** The greatest factor. Required. */
    maxFactor: number;
}
/**
 * An image with its distance from its mean grey multiplied by a random factor.
 *
 * @param data - (height, width, 3 or 1); 0 to 255 for bytes.
 *
 * @example
 * ```ts
 * random.seed(0);
 * console.log(nd.image.randomContrast(nd.array([[[10, 20, 30]]]), { minFactor: 0.5, maxFactor: 1.5 }));
 * // [[[ 9.60217  20.090305 30.57844 ]]]
 * // <NDArray 1x1x3 @cpu(0)>
 * ```
 */
export declare function randomContrast(data: NDArray, options: RandomContrastOptions): NDArray;
/** Options of `randomSaturation`. */
export interface RandomSaturationOptions extends OutOption {
    /** The least factor, not negative. Required. */
    minFactor: number;
    /** The greatest factor. Required. */
    maxFactor: number;
}
/**
 * An image with the distance of its pixels from grey multiplied by a random factor.
 *
 * @param data - (height, width, 3 or 1); 0 to 255 for bytes.
 *
 * @example
 * ```ts
 * random.seed(0);
 * console.log(nd.image.randomSaturation(nd.array([[[10, 20, 30]]]), { minFactor: 0.5, maxFactor: 1.5 }));
 * // [[[ 9.60217  20.090305 30.57844 ]]]
 * // <NDArray 1x1x3 @cpu(0)>
 * ```
 */
export declare function randomSaturation(data: NDArray, options: RandomSaturationOptions): NDArray;
/** Options of `randomHue`. */
export interface RandomHueOptions extends OutOption {
    /** The least factor, not negative. Required. */
    minFactor: number;
    /** The greatest factor. Required. */
    maxFactor: number;
}
/**
 * An image with its hues turned by a random part of the circle.
 *
 * @param data - (height, width, 3 or 1); 0 to 255 for bytes.
 *
 * @example
 * ```ts
 * random.seed(0);
 * console.log(nd.image.randomHue(nd.array([[[10, 20, 30]]]), { minFactor: 0.5, maxFactor: 1.5 }));
 * // [[[10.      14.14238 30.     ]]]
 * // <NDArray 1x1x3 @cpu(0)>
 * ```
 */
export declare function randomHue(data: NDArray, options: RandomHueOptions): NDArray;
/** Options of `randomColorJitter`. */
export interface RandomColorJitterOptions extends OutOption {
    /** How far the factor of the brightness lies from 1. Required. */
    brightness: number;
    /** How far the factor of the contrast lies from 1. Required. */
    contrast: number;
    /** How far the factor of the saturation lies from 1. Required. */
    saturation: number;
    /** How far the hues turn, in parts of the circle. Required. */
    hue: number;
}
/**
 * An image with brightness, contrast, saturation and hue changed by chance, in random order. What is not above 0 stays.
 *
 * @param data - (height, width, 3 or 1); 0 to 255 for bytes.
 *
 * @example
 * ```ts
 * const image = nd.array([[[10, 20, 30]]], { dtype: "uint8" });
 * random.seed(0);
 * console.log(nd.image.randomColorJitter(image, { brightness: 0.5, contrast: 0, saturation: 0.5, hue: 0 }));
 * // [[[11 26 41]]]
 * // <NDArray 1x1x3 @cpu(0)>
 * ```
 */
export declare function randomColorJitter(data: NDArray, options: RandomColorJitterOptions): NDArray;
/** Options of `adjustLighting`. */
export interface AdjustLightingOptions extends OutOption {
    /** How far the image moves in the three directions in which photographs vary. Required. */
    alpha: number | readonly number[];
}
/**
 * An image with light added as AlexNet does: along the principal components of the colours of photographs.
 *
 * @param data - (height, width, 3 or 1); 0 to 255 for bytes.
 *
 * @example
 * ```ts
 * console.log(nd.image.adjustLighting(nd.array([[[10, 20, 30]]]), { alpha: [0.1, 0, 0] }));
 * // [[[ 6.852645 16.778883 26.763355]]]
 * // <NDArray 1x1x3 @cpu(0)>
 * ```
 */
export declare function adjustLighting(data: NDArray, options: AdjustLightingOptions): NDArray;
/** Options of `randomLighting`. */
export interface RandomLightingOptions extends OutOption {
    /** The standard deviation of how far the image moves in each direction. Default: `0.05`. */
    alphaStd?: number | undefined;
}
/**
 * An image with random light added along the principal components of the colours of photographs.
 *
 * @param data - (height, width, 3 or 1); 0 to 255 for bytes.
 *
 * @example
 * ```ts
 * random.seed(0);
 * console.log(nd.image.randomLighting(nd.array([[[10, 20, 30]]]), { alphaStd: 0.1 }));
 * // [[[ 3.4740348 12.799387  22.48981  ]]]
 * // <NDArray 1x1x3 @cpu(0)>
 * ```
 */
export declare function randomLighting(data: NDArray, options?: RandomLightingOptions): NDArray;
