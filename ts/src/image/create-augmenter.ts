import { MXNetError } from "../error.ts";
import { readArguments } from "../init/arguments.ts";
import { array } from "../nd/create.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { outsideScopes } from "../runtime/cell.ts";
import type { Augmenter } from "./augmenter.ts";
import {
  CastAug,
  CenterCropAug,
  ColorJitterAug,
  ColorNormalizeAug,
  HorizontalFlipAug,
  HueJitterAug,
  LightingAug,
  RandomCropAug,
  RandomGrayAug,
  RandomSizedCropAug,
  ResizeAug,
} from "./augmenters.ts";

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
export type GivenColours = { readonly [key in keyof ColourOptions]-?: NonNullable<ColourOptions[key]> };

/** The options' defaults. */
export const COLOUR_DEFAULTS = {
  mean: null,
  std: null,
  brightness: 0,
  contrast: 0,
  saturation: 0,
  hue: 0,
  pcaNoise: 0,
  randGray: 0,
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
export const augmenterDefaults = (): Readonly<Record<string, unknown>> => ({
  resize: 0,
  randCrop: false,
  randResize: false,
  randMirror: false,
  ...COLOUR_DEFAULTS,
  interMethod: 2,
});

const MEAN = [123.68, 116.28, 103.53];
const STD = [58.395, 57.12, 57.375];
const EIGVAL = [55.46, 4.794, 1.148];
const EIGVEC = [
  [-0.5675, 0.7192, 0.4009],
  [-0.5808, -0.0045, -0.814],
  [-0.5836, -0.6948, 0.4203],
];

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
export function CreateAugmenter(dataShape: readonly number[], options: AugmenterListOptions = {}): Augmenter[] {
  const given = readArguments("CreateAugmenter", augmenterDefaults(), [options]) as {
    [key in keyof AugmenterListOptions]-?: NonNullable<AugmenterListOptions[key]>;
  };
  const { interMethod } = given;
  const size = [dataShape[2] as number, dataShape[1] as number] as const;
  const list: Augmenter[] = [];
  if (given.resize > 0) list.push(new ResizeAug(given.resize, interMethod));
  if (given.randResize) {
    if (!given.randCrop) throw new MXNetError("CreateAugmenter: randResize needs randCrop");
    list.push(new RandomSizedCropAug(size, 0.08, [3 / 4, 4 / 3], interMethod));
  } else if (given.randCrop) list.push(new RandomCropAug(size, interMethod));
  else list.push(new CenterCropAug(size, interMethod));
  if (given.randMirror) list.push(new HorizontalFlipAug(0.5));
  return [...list, new CastAug(), ...colourAugmenters(given, "CreateAugmenter", normalizer)];
}

/** Holds the numbers as float32, and writes them so. */
function normalizer(mean: Channels, std: Channels): Augmenter {
  const [a, b] = [mean, std].map((x) => x && outsideScopes(() => array(x as NDArray))) as [
    NDArray | null,
    NDArray | null,
  ];
  return new ColorNormalizeAug(a, b);
}

/** A number for each channel. */
type Channels = NDArray | readonly number[] | null;

/** What is done to the colours, in MXNet's order. */
export function colourAugmenters(
  given: GivenColours,
  what: string,
  normalizer: (mean: Channels, std: Channels) => Augmenter,
): Augmenter[] {
  const { brightness, contrast, saturation } = given;
  const list: Augmenter[] = [];
  if (brightness || contrast || saturation) list.push(new ColorJitterAug(brightness, contrast, saturation));
  if (given.hue) list.push(new HueJitterAug(given.hue));
  if (given.pcaNoise > 0) list.push(new LightingAug(given.pcaNoise, EIGVAL, EIGVEC));
  if (given.randGray > 0) list.push(new RandomGrayAug(given.randGray));
  const mean = perChannel(given.mean, MEAN, `${what}: mean`);
  const std = perChannel(given.std, STD, `${what}: std`);
  if (mean || std) list.push(normalizer(mean, std));
  return list;
}

function perChannel(
  value: NDArray | readonly number[] | boolean | null,
  usual: readonly number[],
  what: string,
): Channels {
  if (value === null || value === false) return null;
  const list = value === true ? usual : value;
  const count = Array.isArray(list) ? list.length : (list as NDArray).shape[0];
  if (count !== 1 && count !== 3) throw new MXNetError(`${what} has ${count} numbers, expected 1 or 3`);
  return list as NDArray | readonly number[];
}
