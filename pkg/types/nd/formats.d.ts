import { type Metadata } from "../files/safetensors.ts";
import { type FileSource } from "../files/source.ts";
import { NDArray } from "./ndarray.ts";
/** Arrays by name, or a list of them. */
type Arrays = readonly NDArray[] | {
    readonly [name: string]: NDArray;
} | ReadonlyMap<string, NDArray>;
/** The arrays of a file of one of these formats, or null for others; `load` asks first. */
export declare function loadOther(bytes: Uint8Array): NDArray[] | {
    [name: string]: NDArray;
} | null;
/**
 * Saves an array as NumPy's `np.save` does. `nd.load` reads such files.
 *
 * @param path - the file to write; null for the bytes
 * @example
 * ```ts
 * const bytes = nd.saveNpy(null, nd.arange(3));
 * console.log((nd.load(bytes) as NDArray[])[0]!.toArray()); // [ 0, 1, 2 ]
 * ```
 */
export declare function saveNpy(path: string, x: NDArray): void;
export declare function saveNpy(path: null, x: NDArray): Uint8Array;
/**
 * Saves arrays as NumPy's `np.savez` does; those of a list are called `arr_0`, `arr_1`, … `nd.load` reads such files,
 * compressed ones too.
 *
 * @param path - the file to write; null for the bytes
 * @example
 * ```ts
 * const bytes = nd.saveNpz(null, { w: nd.ones([2, 2]), b: nd.zeros([2]) });
 * console.log(Object.keys(nd.load(bytes))); // [ 'w', 'b' ]
 * ```
 */
export declare function saveNpz(path: string, arrays: Arrays): void;
export declare function saveNpz(path: null, arrays: Arrays): Uint8Array;
/**
 * Saves arrays in the format of safetensors. `nd.load` reads such files; brain floats (BF16) come as float32.
 *
 * @param path - the file to write; null for the bytes
 * @param metadata - texts by name that go with them
 * @example
 * ```ts
 * const bytes = nd.saveSafetensors(null, { w: nd.ones([2, 2]) }, { format: "pt" });
 * console.log(Object.keys(nd.load(bytes)), nd.safetensorsMetadata(bytes).format); // [ 'w' ] pt
 * ```
 */
export declare function saveSafetensors(path: string, arrays: Exclude<Arrays, readonly NDArray[]>, metadata?: Metadata): void;
export declare function saveSafetensors(path: null, arrays: Exclude<Arrays, readonly NDArray[]>, metadata?: Metadata): Uint8Array;
/**
 * The texts that go with the arrays of a safetensors file.
 *
 * @param source - the path (in Node, Deno and Bun) or the bytes
 * @example
 * ```ts
 * console.log(nd.safetensorsMetadata(nd.saveSafetensors(null, { x: nd.ones([1]) }, { by: "me" }))); // { by: 'me' }
 * ```
 */
export declare function safetensorsMetadata(source: FileSource): {
    [name: string]: string;
};
export {};
