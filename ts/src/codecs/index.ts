/**
 * `mxgrad/codecs`: PNG and JPEG files. Apart from the library, which most programs use without image files.
 *
 * @packageDocumentation
 */
import { MXNetError } from "../error.ts";
import { decodeJpeg, isJpeg } from "./jpeg.ts";
import { encodeJpeg } from "./jpeg-encode.ts";
import type { DecodeOptions, Pixels } from "./pixels.ts";
import { decodePng, isPng } from "./png.ts";
import { encodePng } from "./png-encode.ts";

/** Sizes of JPEG files have 16 bits. */
const MOST = 0xffff;

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
export function decode(bytes: Uint8Array, options: DecodeOptions = { channels: null }): Pixels {
  if (isPng(bytes)) return decodePng(bytes, options);
  if (isJpeg(bytes)) return decodeJpeg(bytes, options);
  throw new MXNetError(`imdecode: invalid image file: it is neither PNG nor JPEG, its ${bytes.length} bytes begin with \
${Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, "0")).join(" ")}`);
}

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
export function encode(pixels: Pixels, format: "png" | "jpeg", quality: number = 95): Uint8Array {
  if (format === "png") return encodePng(pixels);
  const { width, height } = pixels;
  if (Math.max(width, height) > MOST) {
    throw new MXNetError(`imencode: a JPEG file has at most ${MOST} pixels a side, the image has ${width} x ${height}`);
  }
  return encodeJpeg(pixels, quality);
}
