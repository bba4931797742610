import type { Pixels } from "./pixels.ts";
/** An image as a PNG file of 8 bits. */
export declare function encodePng({ width, height, channels, data }: Pixels): Uint8Array;
