import { NDArray } from "./ndarray.ts";
/** Arrays by name. */
export type NDArrayDict = {
    [name: string]: NDArray;
};
/** What `nd.save` takes: an array, a list, or arrays by name. */
export type Saveable = NDArray | readonly NDArray[] | Readonly<NDArrayDict> | ReadonlyMap<string, NDArray>;
/**
 * Saves arrays in MXNet's .params format, byte for byte as MXNet writes it.
 *
 * @param path - the file to write; null for the bytes
 * @param data - an array, a list, or an object or Map of arrays by name
 * @returns the bytes when the path is null
 * @throws MXNetError if the file cannot be written
 * @example
 * ```ts
 * nd.save("weights.params", { w: nd.ones([2, 3]) });
 * const bytes = nd.save(null, [nd.zeros([4])]);
 * ```
 */
export declare function save(path: string, data: Saveable): void;
export declare function save(path: null, data: Saveable): Uint8Array;
export declare function save(path: string | null, data: Saveable): Uint8Array | undefined;
/**
 * Loads arrays from MXNet's .params format, of any version, and from NumPy's .npy and .npz and from safetensors. Booleans
 * come as uint8, bfloat16 as float32.
 *
 * @param source - a path (in Node, Deno and Bun) or the bytes
 * @returns the arrays by name, or a list when they have no names
 * @throws MXNetError for what is not such a file
 * @example
 * ```ts
 * const bytes = nd.save(null, { w: nd.ones([2]) });
 * const { w } = nd.load(bytes) as { w: NDArray };
 * console.log(w.toArray()); // [ 1, 1 ]
 * ```
 */
export declare function load(source: string | Uint8Array | ArrayBuffer): NDArray[] | NDArrayDict;
