import { NDArray } from "../nd/ndarray.ts";
import { type RecordData } from "./record-io.ts";
/**
 * What stands before an image in a record: a flag, one label or several, and a number in two parts.
 *
 * @example
 * ```ts
 * const header = new recordio.IRHeader(0, 4, 2574, 0);
 * console.log(String(header)); // HEADER(flag=0, label=4, id=2574, id2=0)
 * ```
 */
export declare class IRHeader {
    /** How many labels follow the header; 0 for the one in it. */
    readonly flag: number;
    readonly label: number | ArrayLike<number> | NDArray;
    readonly id: number | bigint;
    readonly id2: number | bigint;
    constructor(flag: number, label: IRHeader["label"], id: number | bigint, id2: number | bigint);
    [Symbol.iterator](): Generator<IRHeader["label"] | bigint, void, undefined>;
    toString(): string;
}
/**
 * A record of a header and bytes. Several labels stand between the two, and their number is the flag.
 *
 * @param header - an `IRHeader`, or its four fields
 * @param data - the image file, or other bytes
 * @example
 * ```ts
 * const record = recordio.pack(new recordio.IRHeader(0, [1, 2], 7, 0), "bytes");
 * const [header, data] = recordio.unpack(record);
 * console.log(String(header), data.length); // HEADER(flag=2, label=[1, 2], id=7, id2=0) 5
 * ```
 */
export declare function pack(header: IRHeader | readonly [flag: number, label: IRHeader["label"], id: number | bigint, id2: number | bigint], data: RecordData): Uint8Array;
/**
 * Header and bytes of a record that `pack` made. Several labels come as a `Float32Array`, and ids beyond 2⁵³ as bigints.
 *
 * @example
 * ```ts
 * const [header] = recordio.unpack(recordio.pack([0, 0.5, 3, 0], ""));
 * console.log(header.label, header.id); // 0.5 3
 * ```
 */
export declare function unpack(record: Uint8Array | ArrayBuffer): [header: IRHeader, data: Uint8Array];
