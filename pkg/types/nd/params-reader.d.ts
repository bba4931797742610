import type { StorageType } from "./ndarray.ts";
import { type SparseType } from "./sparse/parts.ts";
export declare const LIST_MAGIC = 274n;
export declare const V2 = 4187224777;
export declare const STORAGE_TYPES: readonly StorageType[];
/** An array as it stands in the file. */
export interface ReadArray {
    readonly shape: readonly number[];
    readonly dtype: number;
    readonly data: Uint8Array;
    /** Of a sparse array, where its elements belong; `stored` is the shape of the data. */
    readonly sparse?: {
        readonly stype: SparseType;
        readonly stored: readonly number[];
        readonly indices: Int32Array;
        readonly indptr?: Int32Array | undefined;
    };
}
/** Reads a file's structure; nothing is allocated before all of it was found to be sound. */
export declare class Reader {
    #private;
    constructor(source: ArrayBuffer | ArrayBufferView);
    list(): {
        list: ReadArray[];
        names: string[];
    };
}
