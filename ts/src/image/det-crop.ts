import { float } from "../init/json.ts";
import { expectCount } from "../io/data-iter.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { drawInt } from "../random/python.ts";
import { boxes, DetAugmenter, type Labelled, labelOf } from "./det-augmenter.ts";
import { areaOf, type Bounds, drawShape, dumpBounds, readBounds, usable } from "./det-geometry.ts";
import { fixedCrop, roundEven, sizeOf } from "./transform.ts";

/** What `DetRandomCropAug` takes. */
export interface DetCropOptions {
  /** Which part of each object that is cut must stay. Default: 0.1. */
  minObjectCovered?: number | undefined;
  /** Width by height of the part: the least and the greatest. Default: 0.75 to 1.33. */
  aspectRatioRange?: number | Bounds | undefined;
  /** Its share of the image's area: the least and the greatest. Default: 0.05 to 1. */
  areaRange?: number | Bounds | undefined;
  /** Objects of which no more than this part is left are dropped. Default: 0.3. */
  minEjectCoverage?: number | undefined;
  /** After how many parts that do not fit the image is left as it is. Default: 50. */
  maxAttempts?: number | undefined;
}

const f = Math.fround;

/**
 * Cuts out a random part that has objects in it.
 *
 * @example
 * ```ts
 * image.seed(2);
 * const aug = new image.DetRandomCropAug({ areaRange: [0.3, 0.6] });
 * const [part, label] = aug(nd.zeros([40, 60, 3]), nd.array([[7, 0.25, 0.25, 0.75, 0.75]]));
 * console.log(part.shape[0]! < 40, label.shape); // true [ 1, 5 ]
 * ```
 */
export class DetRandomCropAug extends DetAugmenter {
  readonly minObjectCovered: number;
  readonly aspectRatioRange: Bounds;
  readonly areaRange: Bounds;
  readonly minEjectCoverage: number;
  readonly maxAttempts: number;
  /** Whether the ranges are such that it can do anything. */
  readonly enabled: boolean;

  constructor(options: DetCropOptions = {}) {
    const { minObjectCovered = 0.1, minEjectCoverage = 0.3, maxAttempts = 50 } = options;
    const ratio = readBounds(options.aspectRatioRange ?? [0.75, 1.33], "DetRandomCropAug: aspectRatioRange");
    const area = readBounds(options.areaRange ?? [0.05, 1], "DetRandomCropAug: areaRange");
    super({
      min_object_covered: float(minObjectCovered),
      aspect_ratio_range: dumpBounds(ratio),
      area_range: dumpBounds(area),
      min_eject_coverage: float(minEjectCoverage),
      max_attempts: expectCount(maxAttempts, "DetRandomCropAug: maxAttempts", 0),
    });
    this.minObjectCovered = minObjectCovered;
    this.aspectRatioRange = ratio;
    this.areaRange = area;
    this.minEjectCoverage = minEjectCoverage;
    this.maxAttempts = maxAttempts;
    this.enabled = usable("DetRandomCropAug", area, ratio, 0);
  }

  augment(src: NDArray, label: NDArray): Labelled {
    const [height, width] = sizeOf(src, "DetRandomCropAug");
    const rows = boxes(label);
    for (let tries = 0; this.enabled && tries < this.maxAttempts; tries++) {
      const size = this.#drawSize(height, width);
      if (!size) continue;
      const [w, h] = size;
      const y = drawInt(0, Math.max(0, height - h));
      const x = drawInt(0, Math.max(0, width - w));
      if (!this.#covers(rows, [x, y, w, h], width, height)) continue;
      const kept = this.#keep(rows, [x / width, y / height, w / width, h / height]);
      if (kept.length > 0) return [fixedCrop(src, x, y, w, h), labelOf(kept)];
    }
    return [src, label];
  }

  #drawSize(height: number, width: number): [width: number, height: number] | null {
    const [least, most] = this.areaRange.map((share) => share * height * width) as [number, number];
    const [ratio, minH, maxH] = drawShape([least, most], this.aspectRatioRange);
    let highest = roundEven(maxH * ratio) > width ? Math.trunc((width + 0.4999999) / ratio) : maxH;
    highest = Math.min(highest, height);
    let h = minH < highest ? drawInt(minH, highest) : highest;
    let w = roundEven(h * ratio);
    // Rounding may have left the range.
    if (w * h < least) w = roundEven(++h * ratio);
    if (w * h > most) w = roundEven(--h * ratio);
    const fits = least <= w * h && w * h <= most && w <= width && h <= height && w >= 0 && h >= 0;
    return fits ? [w, h] : null;
  }

  /** Whether the part has a piece of an object, and enough of each that it has a piece of. */
  #covers(rows: readonly number[][], [x, y, w, h]: readonly number[], width: number, height: number): boolean {
    const [left, top, wide, high] = [x, y, w, h] as [number, number, number, number];
    if (wide * high < 2) return false;
    const [x1, y1, x2, y2] = [left / width, top / height, (left + wide) / width, (top + high) / height].map(f) as [
      number,
      number,
      number,
      number,
    ];
    const coverages = rows.flatMap((row) => {
      const area = areaOf(row);
      if (!(f(f(area * width) * height) > 2)) return [];
      const [l, t, r, b] = row.slice(1, 5) as [number, number, number, number];
      const piece = [Math.max(l, x1), Math.max(t, y1), Math.min(r, x2), Math.min(b, y2)];
      const coverage = f(areaOf(piece, 0) / area);
      return coverage > 0 ? [coverage] : [];
    });
    return coverages.length > 0 && Math.min(...coverages) > this.minObjectCovered;
  }

  /** The objects in a part, in parts of its size. */
  #keep(rows: readonly number[][], part: readonly number[]): number[][] {
    const [x, y, w, h] = part.map(f) as [number, number, number, number];
    const inside = (value: number, from: number, size: number): number =>
      Math.min(1, Math.max(0, f(f(value - from) / size)));
    return rows.flatMap((row) => {
      const [id, left, top, right, bottom, ...more] = row as [number, number, number, number, number];
      const box = [inside(left, x, w), inside(top, y, h), inside(right, x, w), inside(bottom, y, h)];
      const [l, t, r, b] = box as [number, number, number, number];
      const coverage = f(f(f(areaOf(box, 0) * w) * h) / areaOf(row));
      return r > l && b > t && coverage > f(this.minEjectCoverage) ? [[id, ...box, ...more]] : [];
    });
  }
}
