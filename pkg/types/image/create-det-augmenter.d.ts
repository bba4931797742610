import { type ColourOptions } from "./create-augmenter.ts";
import { type DetAugmenter, DetRandomSelectAug } from "./det-augmenter.ts";
import type { Bounds } from "./det-geometry.ts";
/** What `CreateMultiRandCropAugmenter` takes: lists are for one augmenter an item, and of one length. */
export interface MultiCropOptions {
    /** See `DetRandomCropAug`. Default: 0.1. */
    minObjectCovered?: number | readonly number[] | undefined;
    /** See `DetRandomCropAug`. Default: 0.75 to 1.33. */
    aspectRatioRange?: Bounds | readonly Bounds[] | undefined;
    /** See `DetRandomCropAug`. Default: 0.05 to 1. */
    areaRange?: Bounds | readonly Bounds[] | undefined;
    /** See `DetRandomCropAug`. Default: 0.3. */
    minEjectCoverage?: number | readonly number[] | undefined;
    /** See `DetRandomCropAug`. Default: 50. */
    maxAttempts?: number | readonly number[] | undefined;
    /** The chance that nothing is cut. Default: 0. */
    skipProb?: number | undefined;
}
/** What `CreateDetAugmenter` takes besides the shape. */
export interface DetAugmenterListOptions extends ColourOptions, Omit<MultiCropOptions, "skipProb"> {
    /** The size of the shorter side at the beginning; 0 leaves it. Default: 0. */
    resize?: number | undefined;
    /** The chance that a part is cut out. Default: 0. */
    randCrop?: number | undefined;
    /** The chance that the image is put into a larger one. Default: 0. */
    randPad?: number | undefined;
    /** Whether left and right are exchanged half of the time. Default: false. */
    randMirror?: boolean | undefined;
    /** How sizes change; see `imresize`. Default: 2. */
    interMethod?: number | undefined;
    /** The colour around images that are put into larger ones. Default: 127. */
    padVal?: number | readonly number[] | undefined;
}
/** The options' defaults. */
export declare const detDefaults: () => Readonly<Record<string, unknown>>;
/**
 * Cuts out a part by one of several rules, chosen by chance.
 *
 * @example
 * ```ts
 * const aug = image.CreateMultiRandCropAugmenter({ minObjectCovered: [0.1, 0.5, 0.9], skipProb: 0.5 });
 * console.log(aug.augList.length); // 3
 * ```
 */
export declare function CreateMultiRandCropAugmenter(options?: MultiCropOptions): DetRandomSelectAug;
/**
 * The usual list of augmenters for detection: parts, mirror images, larger images, size, float32, colours, normalization.
 *
 * @param dataShape - the shape of the results, (channels, height, width)
 * @example
 * ```ts
 * const augs = image.CreateDetAugmenter([3, 300, 300], { randMirror: true, mean: true });
 * for (const aug of augs.slice(0, 2)) console.log(aug.dumps());
 * // ["dethorizontalflipaug", {"p": 0.5}]
 * // ["detborrowaug", "[\"forceresizeaug\", {\"size\": [300, 300], \"interp\": 2}]"]
 * ```
 */
export declare function CreateDetAugmenter(dataShape: readonly number[], options?: DetAugmenterListOptions): DetAugmenter[];
