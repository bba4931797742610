import type { DecodeOptions, Pixels } from "./pixels.ts";
/** Whether a file is a JPEG. */
export declare function isJpeg(bytes: Uint8Array): boolean;
/** The pixels of a JPEG file. */
export declare function decodeJpeg(bytes: Uint8Array, { channels }: DecodeOptions): Pixels;
