import { MXNetError } from "../error.ts";
import { readArguments } from "../init/arguments.ts";
import { CastAug, ColorNormalizeAug, ForceResizeAug, ResizeAug } from "./augmenters.ts";
import { COLOUR_DEFAULTS, type ColourOptions, colourAugmenters, type GivenColours } from "./create-augmenter.ts";
import { type DetAugmenter, DetBorrowAug, DetHorizontalFlipAug, DetRandomSelectAug } from "./det-augmenter.ts";
import { type DetCropOptions, DetRandomCropAug } from "./det-crop.ts";
import type { Bounds } from "./det-geometry.ts";
import { DetRandomPadAug } from "./det-pad.ts";

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

const CROP_DEFAULTS = {
  minObjectCovered: 0.1,
  aspectRatioRange: [0.75, 1.33],
  areaRange: [0.05, 1],
  minEjectCoverage: 0.3,
  maxAttempts: 50,
};

/** The options' defaults. */
export const detDefaults = (): Readonly<Record<string, unknown>> => ({
  resize: 0,
  randCrop: 0,
  randPad: 0,
  randMirror: false,
  ...COLOUR_DEFAULTS,
  interMethod: 2,
  ...CROP_DEFAULTS,
  areaRange: [0.05, 3],
  padVal: [127, 127, 127],
});

/** One of the options of several augmenters, each of which may be given once for all. */
function align(options: MultiCropOptions): DetCropOptions[] {
  const keys = Object.keys(CROP_DEFAULTS) as (keyof DetCropOptions)[];
  const lists = keys.map((key): readonly unknown[] => {
    const value = options[key] as number | readonly unknown[];
    const single = typeof value === "number" || (key.endsWith("Range") && typeof value[0] === "number");
    return single ? [value] : (value as readonly unknown[]);
  });
  const count = Math.max(...lists.map((list) => list.length));
  lists.forEach((list, i) => {
    if (list.length !== 1 && list.length !== count) {
      throw new MXNetError(`CreateMultiRandCropAugmenter: ${keys[i]} has ${list.length} items, expected 1 or ${count}`);
    }
  });
  return Array.from({ length: count }, (_, i) =>
    Object.fromEntries(keys.map((key, k) => [key, lists[k]?.[lists[k]?.length === 1 ? 0 : i]])),
  );
}

/**
 * Cuts out a part by one of several rules, chosen by chance.
 *
 * @example
 * ```ts
 * const aug = image.CreateMultiRandCropAugmenter({ minObjectCovered: [0.1, 0.5, 0.9], skipProb: 0.5 });
 * console.log(aug.augList.length); // 3
 * ```
 */
export function CreateMultiRandCropAugmenter(options: MultiCropOptions = {}): DetRandomSelectAug {
  const defaults: { readonly [name: string]: unknown } = { ...CROP_DEFAULTS, skipProb: 0 };
  const { skipProb, ...given } = readArguments("CreateMultiRandCropAugmenter", defaults, [options]) as MultiCropOptions;
  return new DetRandomSelectAug(
    align(given).map((crop) => new DetRandomCropAug(crop)),
    skipProb,
  );
}

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
export function CreateDetAugmenter(
  dataShape: readonly number[],
  options: DetAugmenterListOptions = {},
): DetAugmenter[] {
  const given = readArguments("CreateDetAugmenter", detDefaults(), [options]) as Required<DetAugmenterListOptions> &
    GivenColours & { readonly [K in "resize" | "randCrop" | "randPad" | "interMethod"]: number };
  const { minObjectCovered, aspectRatioRange, areaRange, minEjectCoverage, maxAttempts, interMethod } = given;
  const list: DetAugmenter[] = [];
  if (given.resize > 0) list.push(new DetBorrowAug(new ResizeAug(given.resize, interMethod)));
  if (given.randCrop > 0) {
    const crops = { minObjectCovered, aspectRatioRange, areaRange, minEjectCoverage, maxAttempts };
    list.push(CreateMultiRandCropAugmenter({ ...crops, skipProb: 1 - given.randCrop }));
  }
  if (given.randMirror) list.push(new DetHorizontalFlipAug(0.5));
  // As late as possible, to save computation.
  if (given.randPad > 0) {
    const [, most] = areaRange as Bounds;
    if (typeof most !== "number" || typeof maxAttempts !== "number") {
      throw new MXNetError("CreateDetAugmenter: with randPad, areaRange and maxAttempts cannot be lists");
    }
    const ranges = { aspectRatioRange: aspectRatioRange as Bounds, areaRange: [1, most] as const };
    const pad = new DetRandomPadAug({ ...ranges, maxAttempts, padVal: given.padVal as readonly number[] });
    list.push(new DetRandomSelectAug([pad], 1 - given.randPad));
  }
  const size = [dataShape[2] as number, dataShape[1] as number] as const;
  const colours = colourAugmenters(given, "CreateDetAugmenter", (mean, std) => new ColorNormalizeAug(mean, std));
  const last = [new ForceResizeAug(size, interMethod), new CastAug(), ...colours];
  return [...list, ...last.map((aug) => new DetBorrowAug(aug))];
}
