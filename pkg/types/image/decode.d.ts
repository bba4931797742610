import type { Pixels } from "../codecs/pixels.ts";
import { type FileSource } from "../files/source.ts";
import { NDArray } from "../nd/ndarray.ts";
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
export declare function arrayOf({ width, height, channels, data }: Pixels): NDArray;
/** What a decoder throws, as an error of the library. */
export declare function decodePixels(bytes: Uint8Array, channels: 1 | 3 | null, action: string): Pixels;
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
export declare function imdecode(source: Uint8Array | ArrayBuffer | NDArray, options?: ImdecodeOptions): NDArray;
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
export declare function imread(source: FileSource, options?: ImdecodeOptions): NDArray;
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
export declare function imdecodeAsync(source: Uint8Array | ArrayBuffer | BlobLike, options?: ImdecodeOptions): Promise<NDArray>;
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
export declare function pixelsOf(x: NDArray, fromRgb: boolean, action: string): Pixels;
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
export declare function imencode(src: NDArray, options?: ImencodeOptions | ImageFormat): Uint8Array;
/**
 * Writes an image to a file, of the kind that its name ends in.
 *
 * @example
 * ```ts
 * image.setCodecs(codecs);
 * image.imwrite("grey.png", nd.array([[0, 128], [200, 255]]));
 * ```
 */
export declare function imwrite(path: string, src: NDArray, options?: Omit<ImencodeOptions, "imgFmt">): void;
