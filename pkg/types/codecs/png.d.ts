import type { DecodeOptions, Pixels } from "./pixels.ts";
export declare const SIGNATURE: readonly number[];
/** Whether a file is a PNG. */
export declare function isPng(bytes: Uint8Array): boolean;
/** The pixels of a PNG file. */
export declare function decodePng(bytes: Uint8Array, { channels: asked }: DecodeOptions): Pixels;
/** Of three neighbours the one nearest to left + up - corner. */
export declare function paeth(left: number, up: number, corner: number): number;
