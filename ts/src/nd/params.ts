// MXNet's .params files: lists of arrays, with or without names. Little-endian throughout.
//
//   u64 magic 0x112, u64 0, u64 count, the arrays, u64 number of names (0 or count), names as u64 length + UTF-8
//
// An array of version 2 (what MXNet 1.x writes): u32 magic, i32 storage type, of sparse ones the shape of what is stored,
// the shape, i32 device type and number, i32 dtype, of sparse ones i32 dtype and shape of each list of places, elements,
// the lists (of csr indptr, then indices). A shape is i32 ndim and i64 sizes. Version 3 allows scalars, version 1 has no
// storage type, and before that the u32 was the number of dimensions and sizes were u32.
import { bytesOf } from "../files/source.ts";
import { notePressure, readBytes, relieve, writeArray } from "../runtime/cell.ts";
import * as wasm from "../runtime/wasm.ts";
import { dtypeCode } from "./dtype.ts";
import { readFile, writeFile } from "./files.ts";
import { loadOther } from "./formats.ts";
import { describe } from "./invoke.ts";
import { NDArray } from "./ndarray.ts";
import { LIST_MAGIC, type ReadArray, Reader, STORAGE_TYPES, V2 } from "./params-reader.ts";
import { SparseNDArray, sparseOf } from "./sparse/arrays.ts";

/** Arrays by name. */
export type NDArrayDict = { [name: string]: NDArray };

/** What `nd.save` takes: an array, a list, or arrays by name. */
export type Saveable = NDArray | readonly NDArray[] | Readonly<NDArrayDict> | ReadonlyMap<string, NDArray>;

const CPU = 1;
const INT64 = dtypeCode("int64");

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
export function save(path: string, data: Saveable): void;
export function save(path: null, data: Saveable): Uint8Array;
export function save(path: string | null, data: Saveable): Uint8Array | undefined;
export function save(path: string | null, data: Saveable): Uint8Array | undefined {
  const [arrays, names] = entries(data);
  const bytes = encode(arrays, names);
  if (path === null) return bytes;
  if (typeof path !== "string") throw new TypeError(`save: the path must be a text or null, got ${describe(path)}`);
  writeFile(path, bytes, "save");
  return undefined;
}

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
export function load(source: string | Uint8Array | ArrayBuffer): NDArray[] | NDArrayDict {
  const bytes = typeof source === "string" ? readFile(source, "load") : source;
  if (!(bytes instanceof ArrayBuffer) && !ArrayBuffer.isView(bytes)) {
    throw new TypeError(`load: expected a path or bytes, got ${describe(source)}`);
  }
  const other = loadOther(bytesOf(bytes, "load"));
  if (other) return other;
  const { list, names } = new Reader(bytes).list();
  relieve();
  const arrays = list.map(made);
  notePressure(wasm.memory_presses());
  if (names.length === 0) return arrays;
  // Without a prototype no name is special.
  const dict: NDArrayDict = Object.create(null);
  names.forEach((name, i) => {
    dict[name] = arrays[i] as NDArray;
  });
  return dict;
}

function made({ shape, dtype, data, sparse }: ReadArray): NDArray {
  if (!sparse) return NDArray.fromHandle(writeArray(shape, dtype, data));
  const { stype, stored, indices, indptr } = sparse;
  return sparseOf(stype, shape, { data: NDArray.fromHandle(writeArray(stored, dtype, data)), indices, indptr });
}

function entries(data: unknown): [NDArray[], string[]] {
  const refuse = (x: unknown): never => {
    throw new TypeError(`save only accept dict str->NDArray or list of NDArray, got ${describe(x)}`);
  };
  if (data instanceof NDArray) return [[data], []];
  if (typeof data !== "object" || data === null) return refuse(data);
  const list = Array.isArray(data);
  const pairs: [string, unknown][] = list
    ? data.map((x) => ["", x])
    : data instanceof Map
      ? [...data]
      : Object.entries(data);
  for (const [name, x] of pairs) if (typeof name !== "string" || !(x instanceof NDArray)) refuse(x);
  return [pairs.map(([, x]) => x as NDArray), list ? [] : pairs.map(([name]) => name)];
}

function encode(arrays: readonly NDArray[], names: readonly string[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const raw = (data: ArrayLike<number> & ArrayBufferView): void => {
    chunks.push(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  };
  const i32 = (...values: number[]): void => raw(Int32Array.from(values));
  const i64 = (...values: (number | bigint)[]): void => {
    chunks.push(new Uint8Array(BigInt64Array.from(values, BigInt).buffer));
  };
  const shape = (sizes: readonly number[]): void => {
    i32(sizes.length);
    i64(...sizes);
  };
  const write = (x: NDArray): void => {
    i32(V2 | 0, STORAGE_TYPES.indexOf(x.stype));
    const parts = x instanceof SparseNDArray ? x.parts : undefined;
    const stored = parts?.data ?? x;
    const places = parts ? [parts.indptr, parts.indices].filter((list) => list !== undefined) : [];
    if (parts) shape(stored.shape);
    shape(x.shape);
    i32(CPU, 0, dtypeCode(x.dtype));
    for (const { length } of places) {
      i32(INT64);
      shape([length]);
    }
    raw(readBytes(stored.handle));
    for (const list of places) chunks.push(new Uint8Array(BigInt64Array.from(list, BigInt).buffer));
  };
  i64(LIST_MAGIC, 0, arrays.length);
  arrays.forEach(write);
  i64(names.length);
  for (const name of names) {
    const key = new TextEncoder().encode(name);
    i64(key.length);
    chunks.push(key);
  }
  const bytes = new Uint8Array(chunks.reduce((n, chunk) => n + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
