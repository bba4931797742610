import { type Json } from "../init/json.ts";
/** The least and the greatest of something. */
export type Bounds = readonly [least: number, most: number];
/** A range, or one number for both ends. */
export declare function readBounds(value: number | Bounds, what: string): Bounds;
/** Ranges in JSON, where Python has floats. */
export declare const dumpBounds: (bounds: Bounds) => Json;
/** Whether ranges can be drawn from; says so if not, as what has them does nothing then. */
export declare function usable(what: string, area: Bounds, ratio: Bounds, least: number): boolean;
/** A ratio of width to height, and the heights that the least and the greatest area have with it. */
export declare function drawShape(area: Bounds, ratio: Bounds): [ratio: number, least: number, most: number];
/** The area of the box that begins at a place of a row; labels are float32, and so is what is computed with them. */
export declare function areaOf(row: readonly number[], at?: number): number;
