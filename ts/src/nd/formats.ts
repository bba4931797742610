// Arrays in the files of others: NumPy's .npy and .npz, and safetensors.
import { makeArrays, makeNamed } from "../files/array-data.ts";
import { isNpy, readNpy, writeNpy } from "../files/npy.ts";
import { isSafetensors, type Metadata, readSafetensors, writeSafetensors } from "../files/safetensors.ts";
import { bytesOf, type FileSource } from "../files/source.ts";
import { isZip, unzip, zip } from "../files/zip.ts";
import { writeFile } from "./files.ts";
import { describe, expectNDArray } from "./invoke.ts";
import { NDArray } from "./ndarray.ts";

/** Arrays by name, or a list of them. */
type Arrays = readonly NDArray[] | { readonly [name: string]: NDArray } | ReadonlyMap<string, NDArray>;

/** The arrays of a file of one of these formats, or null for others; `load` asks first. */
export function loadOther(bytes: Uint8Array): NDArray[] | { [name: string]: NDArray } | null {
  if (isNpy(bytes)) return [fromNpy(bytes, "")];
  if (isZip(bytes)) {
    const files = unzip(bytes, "load").map(({ name, data }) => readNpy(data, name.replace(/\.npy$/, "")));
    const dict = makeNamed(files);
    for (const { name, reversed } of files) if (reversed) dict[name] = turned(dict[name] as NDArray);
    return dict;
  }
  return isSafetensors(bytes) ? makeNamed(readSafetensors(bytes, "load").list) : null;
}

function fromNpy(bytes: Uint8Array, name: string): NDArray {
  const read = readNpy(bytes, name);
  const [x] = makeArrays([read]) as [NDArray];
  return read.reversed ? turned(x) : x;
}

/** An array whose axes came reversed. */
function turned(x: NDArray): NDArray {
  const result = x.transpose().detach();
  x.dispose();
  return result;
}

function pairsOf(arrays: unknown, what: string): [string, NDArray][] {
  const named: unknown =
    arrays instanceof Map ? [...arrays] : typeof arrays === "object" && arrays !== null ? Object.entries(arrays) : null;
  if (!named || arrays instanceof NDArray) {
    throw new TypeError(`${what}: expected arrays by name, got ${describe(arrays)}`);
  }
  for (const [name, x] of named as [unknown, unknown][]) {
    if (typeof name !== "string") throw new TypeError(`${what}: a name must be a text, got ${describe(name)}`);
    expectNDArray(x, what, `array ${JSON.stringify(name)}`);
  }
  return named as [string, NDArray][];
}

function deliver(path: string | null, bytes: Uint8Array, what: string): Uint8Array | undefined {
  if (path === null) return bytes;
  if (typeof path !== "string") throw new TypeError(`${what}: the path must be a text or null, got ${describe(path)}`);
  writeFile(path, bytes, what);
  return undefined;
}

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
export function saveNpy(path: string, x: NDArray): void;
export function saveNpy(path: null, x: NDArray): Uint8Array;
export function saveNpy(path: string | null, x: NDArray): Uint8Array | undefined {
  expectNDArray(x, "saveNpy", "x");
  return deliver(path, writeNpy(x), "saveNpy");
}

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
export function saveNpz(path: string, arrays: Arrays): void;
export function saveNpz(path: null, arrays: Arrays): Uint8Array;
export function saveNpz(path: string | null, arrays: Arrays): Uint8Array | undefined {
  const prefix = Array.isArray(arrays) ? "arr_" : "";
  const entries = pairsOf(arrays, "saveNpz").map(([name, x]) => ({ name: `${prefix}${name}.npy`, data: writeNpy(x) }));
  return deliver(path, zip(entries), "saveNpz");
}

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
export function saveSafetensors(path: string, arrays: Exclude<Arrays, readonly NDArray[]>, metadata?: Metadata): void;
export function saveSafetensors(
  path: null,
  arrays: Exclude<Arrays, readonly NDArray[]>,
  metadata?: Metadata,
): Uint8Array;
export function saveSafetensors(
  path: string | null,
  arrays: Exclude<Arrays, readonly NDArray[]>,
  metadata: Metadata | null = null,
): Uint8Array | undefined {
  if (Array.isArray(arrays)) throw new TypeError("saveSafetensors: expected arrays by name, got a list");
  for (const [name, text] of Object.entries(metadata ?? {})) {
    if (typeof text !== "string") throw new TypeError(`saveSafetensors: ${name} must be a text, got ${describe(text)}`);
  }
  return deliver(path, writeSafetensors(pairsOf(arrays, "saveSafetensors"), metadata), "saveSafetensors");
}

/**
 * The texts that go with the arrays of a safetensors file.
 *
 * @param source - the path (in Node, Deno and Bun) or the bytes
 * @example
 * ```ts
 * console.log(nd.safetensorsMetadata(nd.saveSafetensors(null, { x: nd.ones([1]) }, { by: "me" }))); // { by: 'me' }
 * ```
 */
export function safetensorsMetadata(source: FileSource): { [name: string]: string } {
  return { ...readSafetensors(bytesOf(source, "safetensorsMetadata"), "safetensorsMetadata").metadata };
}
