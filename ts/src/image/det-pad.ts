import { expectCount } from "../io/data-iter.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { drawInt } from "../random/python.ts";
import { copyMakeBorder } from "./border.ts";
import { boxes, DetAugmenter, type Labelled, labelOf } from "./det-augmenter.ts";
import { type Bounds, drawShape, dumpBounds, readBounds, usable } from "./det-geometry.ts";
import { roundEven, sizeOf } from "./transform.ts";

/** What `DetRandomPadAug` takes. */
export interface DetPadOptions {
  /** Width by height of the result: the least and the greatest. Default: 0.75 to 1.33. */
  aspectRatioRange?: number | Bounds | undefined;
  /** Its area by the image's: the least and the greatest. Default: 1 to 3. */
  areaRange?: number | Bounds | undefined;
  /** After how many sizes that do not fit the image is left as it is. Default: 50. */
  maxAttempts?: number | undefined;
  /** The colour around the image: a number for each channel, or one for all. Default: 128. */
  padVal?: number | readonly number[] | undefined;
}

const f = Math.fround;

/**
 * Puts the image at a random place of a larger one.
 *
 * @example
 * ```ts
 * image.seed(2);
 * const [padded, label] = new image.DetRandomPadAug()(nd.zeros([40, 60, 3]), nd.array([[7, 0, 0, 1, 1]]));
 * console.log(padded.shape[0]! > 40, label.shape); // true [ 1, 5 ]
 * ```
 */
export class DetRandomPadAug extends DetAugmenter {
  readonly aspectRatioRange: Bounds;
  readonly areaRange: Bounds;
  readonly maxAttempts: number;
  readonly padVal: number | readonly number[];
  /** Whether the ranges are such that it can do anything. */
  readonly enabled: boolean;

  constructor(options: DetPadOptions = {}) {
    const { maxAttempts = 50, padVal = [128, 128, 128] } = options;
    const ratio = readBounds(options.aspectRatioRange ?? [0.75, 1.33], "DetRandomPadAug: aspectRatioRange");
    const area = readBounds(options.areaRange ?? [1, 3], "DetRandomPadAug: areaRange");
    super({
      aspect_ratio_range: dumpBounds(ratio),
      area_range: dumpBounds(area),
      max_attempts: expectCount(maxAttempts, "DetRandomPadAug: maxAttempts", 0),
      pad_val: padVal,
    });
    this.aspectRatioRange = ratio;
    this.areaRange = area;
    this.maxAttempts = maxAttempts;
    this.padVal = padVal;
    this.enabled = usable("DetRandomPadAug", area, ratio, 1);
  }

  augment(src: NDArray, label: NDArray): Labelled {
    const [height, width] = sizeOf(src, "DetRandomPadAug");
    const area = this.areaRange.map((share) => share * height * width) as unknown as Bounds;
    for (let tries = 0; this.enabled && tries < this.maxAttempts; tries++) {
      const [ratio, least, most] = drawShape(area, this.aspectRatioRange);
      let h = roundEven(least * ratio) < width ? Math.trunc((width + 0.499999) / ratio) : least;
      h = Math.min(Math.max(h, height), most);
      if (h < most) h = drawInt(h, most);
      const w = roundEven(h * ratio);
      // Next to nothing around the image is of no use.
      if (h - height < 2 || w - width < 2) continue;
      const y = drawInt(0, h - height);
      const x = drawInt(0, w - width);
      const padded = copyMakeBorder(src, y, h - y - height, x, w - x - width, { values: this.padVal });
      const along = (value: number, size: number, from: number, whole: number): number =>
        f(f(f(value * size) + from) / whole);
      const rows = boxes(label).map(([id, left, top, right, bottom, ...more]) => [
        id as number,
        along(left as number, width, x, w),
        along(top as number, height, y, h),
        along(right as number, width, x, w),
        along(bottom as number, height, y, h),
        ...more,
      ]);
      return [padded, labelOf(rows)];
    }
    return [src, label];
  }
}
