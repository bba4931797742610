// MXNet's .params files: lists of arrays, with or without names. Little-endian throughout.
//
//   u64 magic 0x112, u64 0, u64 count, the arrays, u64 number of names (0 or count), names as u64 length + UTF-8
//
// An array of version 2 (what MXNet 1.x writes): u32 magic, i32 storage type, i32 ndim, i64 sizes, i32 device type and
// number, i32 dtype, elements. Version 3 allows scalars, version 1 has no storage type, and before that the u32 was the
// number of dimensions and sizes were u32.
import { MXNetError } from "../error.ts";
import { bytesOf } from "../files/source.ts";
import { notePressure, readBytes, relieve, writeArray } from "../runtime/cell.ts";
import * as wasm from "../runtime/wasm.ts";
import { DTYPES, dtypeCode, ITEM_SIZE } from "./dtype.ts";
import { readFile, writeFile } from "./files.ts";
import { loadOther } from "./formats.ts";
import { describe } from "./invoke.ts";
import { NDArray } from "./ndarray.ts";

/** Arrays by name. */
export type NDArrayDict = { [name: string]: NDArray };

/** What `nd.save` takes: an array, a list, or arrays by name. */
export type Saveable = NDArray | readonly NDArray[] | Readonly<NDArrayDict> | ReadonlyMap<string, NDArray>;

const LIST_MAGIC = 0x112n;
const V1 = 0xf993fac8;
const V2 = 0xf993fac9;
const V3 = 0xf993faca;
const CPU = 1;
const STORAGE_TYPES = ["dense", "row_sparse", "csr"];
/** More dimensions than any array has. */
const MOST_DIMENSIONS = 64;
const MOST_ELEMENTS = 2 ** 31 - 1;

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
 * Loads arrays from MXNet's .params format, of any version, and from NumPy's .npy and .npz and from safetensors.
 *
 * @param source - a path (in Node, Deno and Bun) or the bytes
 * @returns the arrays by name, or a list when they have no names
 * @throws MXNetError for what is not such a file, and for sparse arrays
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
  const { specs, names } = new Reader(bytes).list();
  relieve();
  const arrays = specs.map(({ shape, dtype, data }) => NDArray.fromHandle(writeArray(shape, dtype, data)));
  notePressure(wasm.memory_presses());
  if (names.length === 0) return arrays;
  // Without a prototype no name is special.
  const dict: NDArrayDict = Object.create(null);
  names.forEach((name, i) => {
    dict[name] = arrays[i] as NDArray;
  });
  return dict;
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
  const keys = names.map((name) => new TextEncoder().encode(name));
  const shapes = arrays.map((x) => x.shape);
  const sizes = arrays.map((x, i) => 24 + 8 * (shapes[i] as number[]).length + x.size * ITEM_SIZE[x.dtype]);
  const total = 32 + sizes.reduce((n, size) => n + size, 0) + keys.reduce((n, key) => n + 8 + key.length, 0);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const i32 = (value: number): void => {
    view.setInt32(at, value, true);
    at += 4;
  };
  const i64 = (value: number | bigint): void => {
    view.setBigUint64(at, BigInt(value), true);
    at += 8;
  };
  const raw = (data: Uint8Array): void => {
    bytes.set(data, at);
    at += data.length;
  };
  i64(LIST_MAGIC);
  i64(0);
  i64(arrays.length);
  arrays.forEach((x, i) => {
    const shape = shapes[i] as number[];
    i32(V2 | 0);
    i32(0);
    i32(shape.length);
    shape.forEach(i64);
    i32(CPU);
    i32(0);
    i32(dtypeCode(x.dtype));
    raw(readBytes(x.handle));
  });
  i64(keys.length);
  for (const key of keys) {
    i64(key.length);
    raw(key);
  }
  return bytes;
}

/** An array as it stands in the file. */
interface Spec {
  readonly shape: readonly number[];
  readonly dtype: number;
  readonly data: Uint8Array;
}

/** Reads a file's structure; nothing is allocated before all of it was found to be sound. */
class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(source: ArrayBuffer | ArrayBufferView) {
    this.#bytes =
      source instanceof ArrayBuffer
        ? new Uint8Array(source)
        : new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
    this.#view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength);
  }

  list(): { specs: Spec[]; names: string[] } {
    if (this.#u64("the header") !== LIST_MAGIC) this.#fail("it does not begin with MXNet's magic number");
    this.#u64("the header");
    const count = this.#count(this.#u64("the number of arrays"), 4, "arrays");
    const specs: Spec[] = [];
    for (let i = 0; i < count; i++) specs.push(this.#array(`array ${i}`));
    const names: string[] = [];
    const named = this.#count(this.#u64("the number of names"), 8, "names");
    if (named !== 0 && named !== count) this.#fail(`it has ${count} arrays, but ${named} names`);
    for (let i = 0; i < named; i++) names.push(this.#name(`name ${i}`));
    return { specs, names };
  }

  #array(what: string): Spec {
    const first = this.#u32(what);
    const isV2 = first === V2 || first === V3;
    if (isV2) {
      const storage = this.#i32(what);
      if (storage === 1 || storage === 2) {
        throw new MXNetError(`load: ${what} is sparse (${STORAGE_TYPES[storage]}); only dense arrays can be loaded`);
      }
      if (storage !== 0) this.#fail(`${what} has storage type ${storage}`);
    }
    const old = !isV2 && first !== V1;
    const ndim = old ? first : this.#i32(what);
    // An array that holds nothing ends here; in version 3 no dimensions mean a scalar, and -1 nothing.
    if (first === V3 ? ndim === -1 : ndim === 0) return { shape: [0], dtype: 0, data: new Uint8Array(0) };
    if (ndim < 0 || ndim > MOST_DIMENSIONS) this.#fail(`${what} has ${ndim} dimensions`);
    const shape: number[] = [];
    let elements = 1;
    for (let axis = 0; axis < ndim; axis++) {
      const size = old ? this.#u32(what) : Number(this.#i64(what));
      elements *= size;
      if (size < 0 || size > MOST_ELEMENTS || elements > MOST_ELEMENTS) {
        this.#fail(`${what} has an impossible shape: size ${size} along axis ${axis}`);
      }
      shape.push(size);
    }
    this.#i32(what);
    this.#i32(what);
    const dtype = this.#i32(what);
    const name = DTYPES[dtype];
    if (!name)
      throw new MXNetError(`load: ${what} has the dtype number ${dtype}; the dtypes are: ${DTYPES.join(", ")}`);
    const data = this.#take(elements * ITEM_SIZE[name], what);
    return { shape: shape.length === 0 ? [1] : shape, dtype, data };
  }

  #name(what: string): string {
    const bytes = this.#take(this.#count(this.#u64(what), 1, "bytes of a name"), what);
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return this.#fail(`${what} is not UTF-8`);
    }
  }

  /** A count that the rest of the file can hold, when each item takes at least `least` bytes. */
  #count(value: bigint, least: number, what: string): number {
    const rest = this.#bytes.length - this.#at;
    if (value * BigInt(least) > BigInt(rest))
      this.#fail(`it promises ${value} ${what}, but has only ${rest} bytes more`);
    return Number(value);
  }

  #take(length: number, what: string): Uint8Array {
    const from = this.#at;
    const rest = this.#bytes.length - from;
    if (length > rest) this.#fail(`it is truncated: ${what} needs ${length} bytes, but only ${rest} are left`);
    this.#at += length;
    return this.#bytes.subarray(from, this.#at);
  }

  #u32(what: string): number {
    this.#take(4, what);
    return this.#view.getUint32(this.#at - 4, true);
  }

  #i32(what: string): number {
    this.#take(4, what);
    return this.#view.getInt32(this.#at - 4, true);
  }

  #u64(what: string): bigint {
    this.#take(8, what);
    return this.#view.getBigUint64(this.#at - 8, true);
  }

  #i64(what: string): bigint {
    this.#take(8, what);
    return this.#view.getBigInt64(this.#at - 8, true);
  }

  #fail(why: string): never {
    throw new MXNetError(`load: Invalid NDArray file format: ${why}`);
  }
}
