// What cutting and padding of images with objects share.
import { MXNetError } from "../error.ts";
import { float, type Json } from "../init/json.ts";
import { describe } from "../nd/invoke.ts";
import { drawUniform } from "../random/python.ts";
import { roundEven } from "./transform.ts";

/** The least and the greatest of something. */
export type Bounds = readonly [least: number, most: number];

/** A range, or one number for both ends. */
export function readBounds(value: number | Bounds, what: string): Bounds {
  const list = typeof value === "number" ? [value, value] : value;
  if (!Array.isArray(list) || list.length !== 2 || list.some((x) => typeof x !== "number" || Number.isNaN(x))) {
    throw new MXNetError(`${what} must be a number or [least, greatest], got ${describe(value)}`);
  }
  return list as unknown as Bounds;
}

/** Ranges in JSON, where Python has floats. */
export const dumpBounds = (bounds: Bounds): Json => bounds.map(float) as Json;

/** Whether ranges can be drawn from; says so if not, as what has them does nothing then. */
export function usable(what: string, area: Bounds, ratio: Bounds, least: number): boolean {
  const bad =
    area[1] <= least || area[0] > area[1]
      ? "areaRange"
      : ratio[0] <= 0 || ratio[0] > ratio[1]
        ? "aspectRatioRange"
        : null;
  if (bad) console.warn(`Skip ${what} due to invalid ${bad}: ${JSON.stringify(bad === "areaRange" ? area : ratio)}`);
  return bad === null;
}

/** A ratio of width to height, and the heights that the least and the greatest area have with it. */
export function drawShape(area: Bounds, ratio: Bounds): [ratio: number, least: number, most: number] {
  const drawn = drawUniform(...ratio);
  return [drawn, roundEven(Math.sqrt(area[0] / drawn)), roundEven(Math.sqrt(area[1] / drawn))];
}

const f = Math.fround;

/** The area of the box that begins at a place of a row; labels are float32, and so is what is computed with them. */
export function areaOf(row: readonly number[], at = 1): number {
  const [left, top, right, bottom] = row.slice(at, at + 4) as [number, number, number, number];
  return f(Math.max(0, f(bottom - top)) * Math.max(0, f(right - left)));
}
