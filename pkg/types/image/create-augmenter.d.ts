import type { NDArray } from "../nd/ndarray.ts";
import type { Augmenter } from "./augmenter.ts";
/** What is done to colours. */
export interface ColourOptions {
    /** The mean of the channels; true for ImageNet's. Default: none. */
    mean?: NDArray | readonly number[] | boolean | null | undefined;
    /** The standard deviation of the channels; true for ImageNet's. Default: none. */
    std?: NDArray | readonly number[] | boolean | null | undefined;
    /** By which part brightness varies. Default: 0. */
    brightness?: number | undefined;
    /** By which part contrast varies. Default: 0. */
    contrast?: number | undefined;
    /** By which part saturation varies. Default: 0. */
    saturation?: number | undefined;
    /** By which part of half a circle the hue varies. Default: 0. */
    hue?: number | undefined;
    /** How much light varies along the axes of ImageNet's colours. Default: 0. */
    pcaNoise?: number | undefined;
    /** The chance of becoming grey. Default: 0. */
    randGray?: number | undefined;
}
/** The same with nothing left out. */
export type GivenColours = {
    readonly [key in keyof ColourOptions]-?: NonNullable<ColourOptions[key]>;
};
/** The options' defaults. */
export declare const COLOUR_DEFAULTS: {
    mean: null;
    std: null;
    brightness: number;
    contrast: number;
    saturation: number;
    hue: number;
    pcaNoise: number;
    randGray: number;
};
/** What `CreateAugmenter` takes besides the shape. */
export interface AugmenterListOptions extends ColourOptions {
    /** The size of the shorter side before cutting; 0 leaves it. Default: 0. */
    resize?: number | undefined;
    /** Whether a random part is cut out instead of the middle. Default: false. */
    randCrop?: boolean | undefined;
    /** Whether the part is of random size; needs `randCrop`. Default: false. */
    randResize?: boolean | undefined;
    /** Whether left and right are exchanged half of the time. Default: false. */
    randMirror?: boolean | undefined;
    /** How sizes change; see `imresize`. Default: 2. */
    interMethod?: number | undefined;
}
/** The options' defaults. */
export declare const augmenterDefaults: () => Readonly<Record<string, unknown>>;
/**
 * The usual list of augmenters: sizes, mirror images, float32, colours, normalization.
 *
 * @param dataShape - the shape of the results, (channels, height, width)
 * @example
 * ```ts
 * const augs = image.CreateAugmenter([3, 4, 4], { resize: 6, randMirror: true, mean: true });
 * for (const aug of augs.slice(0, 3)) console.log(aug.dumps());
 * // ["resizeaug", {"size": 6, "interp": 2}]
 * // ["centercropaug", {"size": [4, 4], "interp": 2}]
 * // ["horizontalflipaug", {"p": 0.5}]
 * ```
 */
export declare function CreateAugmenter(dataShape: readonly number[], options?: AugmenterListOptions): Augmenter[];
/** A number for each channel. */
type Channels = NDArray | readonly number[] | null;
/** What is done to the colours, in MXNet's order. */
export declare function colourAugmenters(given: GivenColours, what: string, normalizer: (mean: Channels, std: Channels) => Augmenter): Augmenter[];
export {};
