import type { Pixels } from "../codecs/pixels.ts";
import { MXNetError } from "../error.ts";
import { bytesOf, type FileSource } from "../files/source.ts";
import { flip } from "../generated/ops.ts";
import { array } from "../nd/create.ts";
import { writeFile } from "../nd/files.ts";
import { describe, expectNDArray } from "../nd/invoke.ts";
import { NDArray } from "../nd/ndarray.ts";
import { scope } from "../scope.ts";
import { codecsFor, hasCodecs } from "./codecs.ts";

/** What `imdecode` and `imread` take besides the file. */
export interface ImdecodeOptions {
  /** 1 for three colours, 0 for grey. Default: 1. */
  flag?: 0 | 1 | undefined;
  /** Whether the colours are red, green, blue; else blue, green, red. Default: true. */
  toRgb?: boolean | 0 | 1 | undefined;
  /** An array to write the result into. */
  out?: NDArray | undefined;
}

/** A `Blob` or `File`. */
export interface BlobLike {
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** An image's pixels as an array. */
export function arrayOf({ width, height, channels, data }: Pixels): NDArray {
  return array(data, { shape: [height, width, channels] });
}

function channelsOf(flag: unknown, action: string): 1 | 3 {
  if (flag !== 0 && flag !== 1) throw new MXNetError(`${action}: flag must be 0 or 1, got ${describe(flag)}`);
  return flag === 1 ? 3 : 1;
}

/** What a decoder throws, as an error of the library. */
export function decodePixels(bytes: Uint8Array, channels: 1 | 3 | null, action: string): Pixels {
  const codecs = codecsFor(action);
  if (bytes.length === 0) throw new MXNetError(`${action}: invalid image file: it is empty`);
  try {
    return codecs.decode(bytes, { channels });
  } catch (error) {
    throw error instanceof MXNetError ? error : new MXNetError((error as Error).message);
  }
}

function finish(pixels: Pixels, { toRgb = true, out }: ImdecodeOptions): NDArray {
  return scope(() => {
    const decoded = arrayOf(pixels);
    const x = toRgb || pixels.channels === 1 ? decoded : flip(decoded, { axis: 2 });
    return out ? x.copyto(out) : x;
  });
}

/**
 * The image in a PNG or JPEG file as bytes of shape (height, width, channels), the same as MXNet's. Needs `setCodecs`.
 *
 * @param source - the bytes of the file, as such or as an array of uint8
 * @throws MXNetError for files of other kinds, and for damaged ones
 * @example
 * ```ts
 * image.setCodecs(codecs);
 * const file = image.imencode(nd.array([[[255, 0, 0], [0, 0, 255]]], { dtype: "uint8" }));
 * console.log(image.imdecode(file).toArray()); // [ [ [ 255, 0, 0 ], [ 0, 0, 255 ] ] ]
 * console.log(image.imdecode(file, { flag: 0 }).toArray()); // [ [ [ 76 ], [ 29 ] ] ]
 * ```
 */
export function imdecode(source: Uint8Array | ArrayBuffer | NDArray, options: ImdecodeOptions = {}): NDArray {
  const channels = channelsOf(options.flag ?? 1, "imdecode");
  return finish(decodePixels(fileBytes(source), channels, "imdecode"), options);
}

function fileBytes(source: Uint8Array | ArrayBuffer | NDArray): Uint8Array {
  if (typeof source === "string") throw new TypeError("imdecode: expected the bytes of a file, got a text; see imread");
  return source instanceof NDArray ? Uint8Array.from(source.toTypedArray(), Number) : bytesOf(source, "imdecode");
}

/**
 * The image in a file.
 *
 * @param source - its path (in Node, Deno and Bun), or its bytes
 * @example
 * ```ts
 * image.setCodecs(codecs);
 * image.imwrite("dot.png", nd.full([2, 2, 3], 128, { dtype: "uint8" }));
 * console.log(image.imread("dot.png", { flag: 0 }).shape); // [ 2, 2, 1 ]
 * ```
 */
export function imread(source: FileSource, options: ImdecodeOptions = {}): NDArray {
  const channels = channelsOf(options.flag ?? 1, "imread");
  return finish(decodePixels(bytesOf(source, "imread"), channels, "imread"), options);
}

/**
 * Like `imdecode`, with the browser's own decoders where it has them: for all its formats, and off the main thread. Colours
 * may differ by a level or two, and transparent pixels by more. Elsewhere it does what `imdecode` does.
 *
 * @example
 * ```ts
 * image.setCodecs(codecs);
 * const file = image.imencode(nd.zeros([4, 6, 3], { dtype: "uint8" }));
 * console.log((await image.imdecodeAsync(file)).shape); // [ 4, 6, 3 ]
 * ```
 */
export async function imdecodeAsync(
  source: Uint8Array | ArrayBuffer | BlobLike,
  options: ImdecodeOptions = {},
): Promise<NDArray> {
  const channels = channelsOf(options.flag ?? 1, "imdecodeAsync");
  const blob = typeof source === "object" && source !== null && "arrayBuffer" in source;
  const whole = blob ? await source.arrayBuffer() : source;
  // Deno has canvases that cannot be drawn on.
  const draws = typeof createImageBitmap === "function" && typeof OffscreenCanvas === "function";
  const canvas = draws ? new OffscreenCanvas(1, 1) : null;
  const context = canvas?.getContext("2d", { willReadFrequently: true });
  if (!canvas || !context) return imdecode(whole, options);
  const bytes = bytesOf(whole, "imdecodeAsync");
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(new Blob([withoutExif(bytes)]), {
      colorSpaceConversion: "none",
      premultiplyAlpha: "none",
    });
  } catch (error) {
    if (hasCodecs()) return imdecode(bytes, options);
    throw new MXNetError(`imdecodeAsync: invalid image file: ${(error as Error).message}`);
  }
  const { width, height } = bitmap;
  [canvas.width, canvas.height] = [width, height];
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const rgba = context.getImageData(0, 0, width, height).data;
  const data = new Uint8Array(width * height * channels);
  for (let i = 0; i < width * height; i++) {
    const [r, g, b] = [rgba[4 * i] as number, rgba[4 * i + 1] as number, rgba[4 * i + 2] as number];
    if (channels === 3) data.set([r, g, b], 3 * i);
    else data[i] = (4899 * r + 9617 * g + 1868 * b + 8192) >> 14;
  }
  return finish({ width, height, channels, data }, options);
}

/** A copy of a file; a JPEG file loses what it says of its orientation, which browsers heed, and MXNet does not. */
function withoutExif(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes);
  for (let at = 2; copy[0] === 0xff && copy[1] === 0xd8 && copy[at] === 0xff && copy[at + 1] !== 0xda; ) {
    // The segment stays, under a number that nobody reads.
    if (copy[at + 1] === 0xe1) copy[at + 1] = 0xef;
    at += 2 + (((copy[at + 2] ?? 0) << 8) | (copy[at + 3] ?? 0));
  }
  return copy;
}

/** Kinds of files that are written. */
export type ImageFormat = ".png" | ".jpg" | ".jpeg" | "png" | "jpg" | "jpeg";

/** What `imencode` and `imwrite` take besides the image. */
export interface ImencodeOptions {
  /** The kind of file. Default: `.png`. */
  imgFmt?: ImageFormat | undefined;
  /** The quality of JPEG files, 1 to 100. Default: 95. */
  quality?: number | undefined;
  /** Whether the colours are red, green, blue; else blue, green, red. Default: true. */
  fromRgb?: boolean | undefined;
}

/** Pixels of an array of shape (height, width, 1 or 3) or (height, width); others than bytes are rounded and cut. */
export function pixelsOf(x: NDArray, fromRgb: boolean, action: string): Pixels {
  expectNDArray(x, action, "the image");
  const [height = 0, width = 0, channels = 1, ...more] = x.shape;
  if (x.ndim < 2 || more.length > 0 || (channels !== 1 && channels !== 3) || x.size === 0) {
    throw new MXNetError(`${action}: the image has shape (${x.shape}), expected (height, width, 1 or 3)`);
  }
  const values = x.toTypedArray();
  const data =
    values instanceof Uint8Array
      ? values
      : new Uint8Array(Uint8ClampedArray.from(values, Number).buffer as ArrayBuffer);
  if (!fromRgb && channels === 3) {
    for (let i = 0; i < data.length; i += 3) [data[i], data[i + 2]] = [data[i + 2] as number, data[i] as number];
  }
  return { width, height, channels, data };
}

/**
 * An image as the bytes of a PNG file, or another kind. Needs `setCodecs`.
 *
 * @param src - (height, width, 3), (height, width, 1) or (height, width); values are 0 to 255
 * @param options - the kind of file, or options
 * @example
 * ```ts
 * image.setCodecs(codecs);
 * const file = image.imencode(nd.zeros([2, 2, 3], { dtype: "uint8" }));
 * console.log(new TextDecoder().decode(file.subarray(1, 4))); // PNG
 * ```
 */
export function imencode(src: NDArray, options: ImencodeOptions | ImageFormat = {}): Uint8Array {
  const given = typeof options === "string" ? { imgFmt: options } : options;
  const { imgFmt = ".png", quality = 95, fromRgb = true } = given as ImencodeOptions;
  const format = /^\.?png$/i.test(imgFmt) ? "png" : /^\.?jpe?g$/i.test(imgFmt) ? "jpeg" : null;
  if (!format) throw new MXNetError(`imencode: imgFmt is ${JSON.stringify(imgFmt)}, expected .png, .jpg or .jpeg`);
  if (!(Number.isInteger(quality) && quality >= 1 && quality <= 100)) {
    throw new MXNetError(`imencode: quality is ${quality}, expected 1 to 100`);
  }
  const codecs = codecsFor("imencode");
  const pixels = pixelsOf(src, fromRgb, "imencode");
  if (!codecs.encode) throw new MXNetError("imencode: these codecs do not write files");
  try {
    return codecs.encode(pixels, format, quality);
  } catch (error) {
    throw error instanceof MXNetError ? error : new MXNetError((error as Error).message);
  }
}

/**
 * Writes an image to a file, of the kind that its name ends in.
 *
 * @example
 * ```ts
 * image.setCodecs(codecs);
 * image.imwrite("grey.png", nd.array([[0, 128], [200, 255]]));
 * ```
 */
export function imwrite(path: string, src: NDArray, options: Omit<ImencodeOptions, "imgFmt"> = {}): void {
  if (typeof path !== "string") throw new TypeError(`imwrite: the path must be a text, got ${describe(path)}`);
  const imgFmt = (/\.[^.]*$/.exec(path)?.[0] ?? "") as ".png";
  writeFile(path, imencode(src, { ...options, imgFmt }), "imwrite");
}
