// Written by crates/codegen from the registry. Do not edit.
import { apply, type OutOption } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";

/**
 * Images as float32 tensors between 0 and 1, (channels, height, width): divided by 255.
 *
 * @param data - (height, width, channels) or (batch, height, width, channels).
 */
export function toTensor(data: NDArray, options?: OutOption): NDArray;
export function toTensor(...args: unknown[]): unknown {
  return apply("_image_to_tensor", args);
}

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
 */
export function normalize(data: NDArray, options?: NormalizeOptions): NDArray;
export function normalize(...args: unknown[]): unknown {
  return apply("_image_normalize", args);
}

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
 */
export function crop(data: NDArray, options: CropOptions): NDArray;
export function crop(...args: unknown[]): unknown {
  return apply("_image_crop", args);
}

/**
 * Images with left and right exchanged.
 *
 * @param data - (height, width, channels) or (batch, height, width, channels).
 */
export function flipLeftRight(data: NDArray, options?: OutOption): NDArray;
export function flipLeftRight(...args: unknown[]): unknown {
  return apply("_image_flip_left_right", args);
}

/**
 * Images upside down.
 *
 * @param data - (height, width, channels) or (batch, height, width, channels).
 */
export function flipTopBottom(data: NDArray, options?: OutOption): NDArray;
export function flipTopBottom(...args: unknown[]): unknown {
  return apply("_image_flip_top_bottom", args);
}

/**
 * Images with left and right exchanged, or as they are: with equal chance, all of a batch alike.
 *
 * @param data - (height, width, channels) or (batch, height, width, channels).
 */
export function randomFlipLeftRight(data: NDArray, options?: OutOption): NDArray;
export function randomFlipLeftRight(...args: unknown[]): unknown {
  return apply("_image_random_flip_left_right", args);
}

/**
 * Images upside down, or as they are: with equal chance, all of a batch alike.
 *
 * @param data - (height, width, channels) or (batch, height, width, channels).
 */
export function randomFlipTopBottom(data: NDArray, options?: OutOption): NDArray;
export function randomFlipTopBottom(...args: unknown[]): unknown {
  return apply("_image_random_flip_top_bottom", args);
}

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
 */
export function resize(data: NDArray, options?: ResizeOptions): NDArray;
export function resize(...args: unknown[]): unknown {
  return apply("_image_resize", args);
}

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
 */
export function randomBrightness(data: NDArray, options: RandomBrightnessOptions): NDArray;
export function randomBrightness(...args: unknown[]): unknown {
  return apply("_image_random_brightness", args);
}

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
 */
export function randomContrast(data: NDArray, options: RandomContrastOptions): NDArray;
export function randomContrast(...args: unknown[]): unknown {
  return apply("_image_random_contrast", args);
}

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
 */
export function randomSaturation(data: NDArray, options: RandomSaturationOptions): NDArray;
export function randomSaturation(...args: unknown[]): unknown {
  return apply("_image_random_saturation", args);
}

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
 */
export function randomHue(data: NDArray, options: RandomHueOptions): NDArray;
export function randomHue(...args: unknown[]): unknown {
  return apply("_image_random_hue", args);
}

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
 */
export function randomColorJitter(data: NDArray, options: RandomColorJitterOptions): NDArray;
export function randomColorJitter(...args: unknown[]): unknown {
  return apply("_image_random_color_jitter", args);
}

/** Options of `adjustLighting`. */
export interface AdjustLightingOptions extends OutOption {
  /** How far the image moves in the three directions in which photographs vary. Required. */
  alpha: number | readonly number[];
}

/**
 * An image with light added as AlexNet does: along the principal components of the colours of photographs.
 *
 * @param data - (height, width, 3 or 1); 0 to 255 for bytes.
 */
export function adjustLighting(data: NDArray, options: AdjustLightingOptions): NDArray;
export function adjustLighting(...args: unknown[]): unknown {
  return apply("_image_adjust_lighting", args);
}

/** Options of `randomLighting`. */
export interface RandomLightingOptions extends OutOption {
  /** The standard deviation of how far the image moves in each direction. Default: `0.05`. */
  alphaStd?: number | undefined;
}

/**
 * An image with random light added along the principal components of the colours of photographs.
 *
 * @param data - (height, width, 3 or 1); 0 to 255 for bytes.
 */
export function randomLighting(data: NDArray, options?: RandomLightingOptions): NDArray;
export function randomLighting(...args: unknown[]): unknown {
  return apply("_image_random_lighting", args);
}
