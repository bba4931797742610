import type { Pixels } from "./pixels.ts";
/** An image as a JPEG file. */
export declare function encodeJpeg(pixels: Pixels, quality: number): Uint8Array;
