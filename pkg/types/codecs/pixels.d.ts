/** A decoded image: rows of pixels, each of one grey or of red, green and blue. */
export interface Pixels {
    readonly width: number;
    readonly height: number;
    readonly channels: 1 | 3;
    readonly data: Uint8Array;
}
/** What a decoder is asked for. */
export interface DecodeOptions {
    /** 1 for grey, 3 for colours, null for what the file has. */
    readonly channels: 1 | 3 | null;
}
/** Decoders and encoders of image files, as `mxgrad/codecs` has them. */
export interface Codecs {
    /** The pixels of an image file. */
    decode(bytes: Uint8Array, options: DecodeOptions): Pixels;
    /** An image as a file; quality, of lossy formats, is 1 to 100. */
    encode?(pixels: Pixels, format: "png" | "jpeg", quality: number): Uint8Array;
}
