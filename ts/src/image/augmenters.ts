import { dot, flip } from "../generated/ops.ts";
import { array } from "../nd/create.ts";
import type { DType } from "../nd/dtype.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { normal } from "../np/random.ts";
import { drawRandom, drawUniform } from "../random/python.ts";
import { outsideScopes } from "../runtime/cell.ts";
import { Augmenter, RandomOrderAug } from "./augmenter.ts";
import {
  centerCrop,
  colorNormalize,
  imresize,
  randomCrop,
  randomSizeCrop,
  resizeShort,
  type Size,
} from "./transform.ts";

/** The share of red, green and blue in grey. */
const GREY = [0.299, 0.587, 0.114];

/**
 * Gives the shorter side this size.
 *
 * @example
 * ```ts
 * console.log(new image.ResizeAug(2)(nd.zeros([4, 6, 3])).shape); // [ 2, 3, 3 ]
 * ```
 */
export class ResizeAug extends Augmenter {
  readonly size: number;
  readonly interp: number;
  constructor(size: number, interp: number = 2) {
    super({ size, interp });
    this.size = size;
    this.interp = interp;
  }
  augment(src: NDArray): NDArray {
    return resizeShort(src, this.size, this.interp);
  }
}

abstract class SizedAug extends Augmenter {
  readonly size: Size;
  readonly interp: number;
  constructor(size: Size, interp: number = 2) {
    super({ size, interp });
    this.size = size;
    this.interp = interp;
  }
}

/**
 * Gives an image this (width, height), whatever its ratio.
 *
 * @example
 * ```ts
 * console.log(new image.ForceResizeAug([2, 5])(nd.zeros([4, 6, 3])).shape); // [ 5, 2, 3 ]
 * ```
 */
export class ForceResizeAug extends SizedAug {
  augment(src: NDArray): NDArray {
    return imresize(src, this.size[0], this.size[1], this.interp);
  }
}

/**
 * Cuts out a random part of this (width, height).
 *
 * @example
 * ```ts
 * console.log(new image.RandomCropAug([2, 3])(nd.zeros([4, 6, 3])).shape); // [ 3, 2, 3 ]
 * ```
 */
export class RandomCropAug extends SizedAug {
  augment(src: NDArray): NDArray {
    return randomCrop(src, this.size, this.interp)[0];
  }
}

/**
 * Cuts out the middle of this (width, height).
 *
 * @example
 * ```ts
 * console.log(new image.CenterCropAug([2, 3])(nd.zeros([4, 6, 3])).shape); // [ 3, 2, 3 ]
 * ```
 */
export class CenterCropAug extends SizedAug {
  augment(src: NDArray): NDArray {
    return centerCrop(src, this.size, this.interp)[0];
  }
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
export class RandomSizedCropAug extends Augmenter {
  readonly size: Size;
  readonly area: number | readonly [number, number];
  readonly ratio: readonly [number, number];
  readonly interp: number;
  constructor(
    size: Size,
    area: number | readonly [number, number],
    ratio: readonly [number, number],
    interp: number = 2,
  ) {
    super({ size, area, ratio, interp });
    this.size = size;
    this.area = area;
    this.ratio = ratio;
    this.interp = interp;
  }
  augment(src: NDArray): NDArray {
    return randomSizeCrop(src, this.size, this.area, this.ratio, this.interp)[0];
  }
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
export class BrightnessJitterAug extends Augmenter {
  readonly brightness: number;
  constructor(brightness: number) {
    super({ brightness });
    this.brightness = brightness;
  }
  augment(src: NDArray): NDArray {
    return src.mul(1 + drawUniform(-this.brightness, this.brightness));
  }
}

/** The grey of each pixel, weighed: (height, width, 3). */
function weighed(src: NDArray): NDArray {
  return src.mul(array(GREY, { shape: [1, 1, 3] }));
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
export class ContrastJitterAug extends Augmenter {
  readonly contrast: number;
  constructor(contrast: number) {
    super({ contrast });
    this.contrast = contrast;
  }
  augment(src: NDArray): NDArray {
    const alpha = 1 + drawUniform(-this.contrast, this.contrast);
    const grey = weighed(src);
    const mean = grey.sum().mul((3 * (1 - alpha)) / grey.size);
    return src.mul(alpha).add(mean);
  }
}

/**
 * Changes the saturation by up to this part.
 *
 * @example
 * ```ts
 * console.log(new image.SaturationJitterAug(0.5)(nd.full([1, 1, 3], 8)).shape); // [ 1, 1, 3 ]
 * ```
 */
export class SaturationJitterAug extends Augmenter {
  readonly saturation: number;
  constructor(saturation: number) {
    super({ saturation });
    this.saturation = saturation;
  }
  augment(src: NDArray): NDArray {
    const alpha = 1 + drawUniform(-this.saturation, this.saturation);
    const grey = weighed(src)
      .sum({ axis: 2, keepdims: true })
      .mul(1 - alpha);
    return src.mul(alpha).add(grey);
  }
}

const TO_YIQ = [
  [0.299, 0.587, 0.114],
  [0.596, -0.274, -0.321],
  [0.211, -0.523, 0.311],
];
const FROM_YIQ = [
  [1, 0.956, 0.621],
  [1, -0.272, -0.647],
  [1, -1.107, 1.705],
];

function product(a: number[][], b: number[][]): number[][] {
  return a.map((row) => (b[0] as number[]).map((_, j) => row.reduce((n, x, k) => n + x * (b[k]?.[j] as number), 0)));
}

/**
 * Turns the hue by up to this part of half a circle.
 *
 * @example
 * ```ts
 * console.log(new image.HueJitterAug(0.5)(nd.ones([1, 1, 3])).shape); // [ 1, 1, 3 ]
 * ```
 */
export class HueJitterAug extends Augmenter {
  readonly hue: number;
  constructor(hue: number) {
    super({ hue });
    this.hue = hue;
  }
  augment(src: NDArray): NDArray {
    const angle = drawUniform(-this.hue, this.hue) * Math.PI;
    const [u, w] = [Math.cos(angle), Math.sin(angle)];
    const turn = [
      [1, 0, 0],
      [0, u, -w],
      [0, w, u],
    ];
    return dot(src, array(product(product(FROM_YIQ, turn), TO_YIQ)), { transposeB: true });
  }
}

/**
 * Changes brightness, contrast and saturation, in random order.
 *
 * @example
 * ```ts
 * console.log(new image.ColorJitterAug(0.5, 0, 0.5).ts.length); // 2
 * ```
 */
export class ColorJitterAug extends RandomOrderAug {
  constructor(brightness: number, contrast: number, saturation: number) {
    super([
      ...(brightness > 0 ? [new BrightnessJitterAug(brightness)] : []),
      ...(contrast > 0 ? [new ContrastJitterAug(contrast)] : []),
      ...(saturation > 0 ? [new SaturationJitterAug(saturation)] : []),
    ]);
  }
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
export class LightingAug extends Augmenter {
  readonly alphastd: number;
  readonly eigval: readonly number[];
  readonly eigvec: readonly (readonly number[])[];
  constructor(alphastd: number, eigval: readonly number[], eigvec: readonly (readonly number[])[]) {
    super({ alphastd, eigval, eigvec });
    this.alphastd = alphastd;
    this.eigval = eigval;
    this.eigvec = eigvec;
  }
  augment(src: NDArray): NDArray {
    const alpha = normal(0, this.alphastd, 3);
    const light = this.eigvec.map((row) =>
      row.reduce((n, x, k) => n + x * (alpha[k] as number) * (this.eigval[k] as number), 0),
    );
    return src.add(array(light));
  }
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
export class ColorNormalizeAug extends Augmenter {
  readonly mean: NDArray | null;
  readonly std: NDArray | null;
  constructor(mean: NDArray | readonly number[] | null, std: NDArray | readonly number[] | null) {
    super({ mean, std });
    const made = (x: NDArray | readonly number[] | null): NDArray | null =>
      x === null ? null : outsideScopes(() => array(x as NDArray));
    this.mean = made(mean);
    this.std = made(std);
  }
  augment(src: NDArray): NDArray {
    return colorNormalize(src, this.mean, this.std);
  }
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
export class RandomGrayAug extends Augmenter {
  readonly p: number;
  constructor(p: number) {
    super({ p });
    this.p = p;
  }
  augment(src: NDArray): NDArray {
    if (drawRandom() >= this.p) return src;
    return dot(src, array([0.21, 0.72, 0.07].map((share) => [share, share, share])));
  }
}

/**
 * Exchanges left and right with this chance.
 *
 * @example
 * ```ts
 * console.log(new image.HorizontalFlipAug(1)(nd.array([[[1], [2]]])).toArray()); // [ [ [ 2 ], [ 1 ] ] ]
 * ```
 */
export class HorizontalFlipAug extends Augmenter {
  readonly p: number;
  constructor(p: number) {
    super({ p });
    this.p = p;
  }
  augment(src: NDArray): NDArray {
    return drawRandom() < this.p ? flip(src, { axis: 1 }) : src;
  }
}

/**
 * Gives an image another element type.
 *
 * @example
 * ```ts
 * console.log(new image.CastAug()(nd.zeros([1, 1, 3], { dtype: "uint8" })).dtype); // float32
 * ```
 */
export class CastAug extends Augmenter {
  readonly typ: DType;
  constructor(typ: DType = "float32") {
    super({ type: typ });
    this.typ = typ;
  }
  augment(src: NDArray): NDArray {
    return src.astype(this.typ);
  }
}
