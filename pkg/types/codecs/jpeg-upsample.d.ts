import type { Component, Frame } from "./jpeg-frame.ts";
/** The row `y` of the image from a component's samples. */
export declare function upsampledRow({ h, v, width, height, blocksAcross }: Component, samples: Uint8ClampedArray, { maxH, maxV }: Frame, y: number, row: Uint8ClampedArray): void;
