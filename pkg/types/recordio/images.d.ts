import { type ImencodeOptions } from "../image/decode.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { type IRHeader } from "./header.ts";
/**
 * A record of a header and an image, which becomes a JPEG file or another. Needs `image.setCodecs`.
 *
 * @param header - an `IRHeader`, or its four fields
 * @param img - the image, (height, width, channels): blue, green, red
 * @param options - `quality`, 1 to 100 (95), and `imgFmt` (`.jpg`)
 * @example
 * ```ts
 * image.setCodecs(codecs);
 * const pixels = nd.full([4, 6, 3], 100, { dtype: "uint8" });
 * const record = recordio.packImg([0, 1, 2, 0], pixels, { imgFmt: ".png" });
 * const [header, again] = recordio.unpackImg(record);
 * console.log(header.id, again.shape); // 2 [ 4, 6, 3 ]
 * ```
 */
export declare function packImg(header: IRHeader | readonly [flag: number, label: IRHeader["label"], id: number | bigint, id2: number | bigint], img: NDArray, options?: Pick<ImencodeOptions, "imgFmt" | "quality">): Uint8Array;
/**
 * Header and image of a record. Needs `image.setCodecs`.
 *
 * @param iscolor - 1 for (height, width, 3): blue, green, red; 0 for grey, (height, width); -1, the default, for what the
 * file has
 * @example
 * ```ts
 * image.setCodecs(codecs);
 * const record = recordio.packImg([0, 1, 2, 0], nd.array([[0, 255]]), { imgFmt: ".png" });
 * console.log(recordio.unpackImg(record)[1].toArray()); // [ [ 0, 255 ] ]
 * ```
 */
export declare function unpackImg(record: Uint8Array | ArrayBuffer, iscolor?: -1 | 0 | 1): [IRHeader, NDArray];
