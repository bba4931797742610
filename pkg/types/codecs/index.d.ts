import type { DecodeOptions, Pixels } from "./pixels.ts";
export type { Codecs, DecodeOptions, Pixels } from "./pixels.ts";
/**
 * The pixels of a PNG or JPEG file, the same as MXNet gets: those of libpng and libjpeg, without transparency.
 *
 * @param bytes - the file
 * @param options - `channels`: 1 for grey, 3 for colours, null (the default) for what the file has
 * @throws Error for files of other kinds, and for damaged ones
 * @example
 * ```ts
 * const data = Uint8Array.of(255, 0, 0, 0, 0, 255);
 * const file = codecs.encode({ width: 2, height: 1, channels: 3, data }, "png");
 * const { width, height, data: again } = codecs.decode(file);
 * console.log(width, height, again.join()); // 2 1 255,0,0,0,0,255
 * ```
 */
export declare function decode(bytes: Uint8Array, options?: DecodeOptions): Pixels;
/**
 * An image as a PNG or JPEG file.
 *
 * @param quality - of JPEG files, 1 to 100
 * @example
 * ```ts
 * const grey = { width: 2, height: 2, channels: 1 as const, data: Uint8Array.of(0, 80, 160, 240) };
 * console.log(codecs.decode(codecs.encode(grey, "png")).data.join()); // 0,80,160,240
 * ```
 */
export declare function encode(pixels: Pixels, format: "png" | "jpeg", quality?: number): Uint8Array;
