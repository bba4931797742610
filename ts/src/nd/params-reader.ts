// Reading the structure of MXNet's .params files; params.ts tells what it is.
import { MXNetError } from "../error.ts";
import { DTYPES, ITEM_SIZE } from "./dtype.ts";
import type { StorageType } from "./ndarray.ts";
import { badPlaces, type SparseType } from "./sparse/parts.ts";

export const LIST_MAGIC = 0x112n;
const V1 = 0xf993fac8;
export const V2 = 0xf993fac9;
const V3 = 0xf993faca;
export const STORAGE_TYPES: readonly StorageType[] = ["default", "row_sparse", "csr"];
/** More dimensions than any array has. */
const MOST_DIMENSIONS = 64;
const MOST_ELEMENTS = 2 ** 31 - 1;
/** Types of elements that there are in files only: what they are read as, and their size in bytes. */
const BOOL = 7;
const BFLOAT16 = 12;

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

const product = (sizes: readonly number[]): number => sizes.reduce((n, d) => n * d, 1);

/** Reads a file's structure; nothing is allocated before all of it was found to be sound. */
export class Reader {
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

  list(): { list: ReadArray[]; names: string[] } {
    if (this.#u64("the header") !== LIST_MAGIC) this.#fail("it does not begin with MXNet's magic number");
    this.#u64("the header");
    const count = this.#count(this.#u64("the number of arrays"), 4, "arrays");
    const list: ReadArray[] = [];
    for (let i = 0; i < count; i++) list.push(this.#array(`array ${i}`));
    const names: string[] = [];
    const named = this.#count(this.#u64("the number of names"), 8, "names");
    if (named !== 0 && named !== count) this.#fail(`it has ${count} arrays, but ${named} names`);
    for (let i = 0; i < named; i++) names.push(this.#name(`name ${i}`));
    return { list, names };
  }

  #array(what: string): ReadArray {
    const first = this.#u32(what);
    const isV2 = first === V2 || first === V3;
    const storage = isV2 ? this.#i32(what) : 0;
    const stype = STORAGE_TYPES[storage];
    if (!stype) this.#fail(`${what} has storage type ${storage}`);
    const stored = stype === "default" ? undefined : this.#shape(what, this.#i32(what));
    const old = !isV2 && first !== V1;
    const ndim = old ? first : this.#i32(what);
    // An array that holds nothing ends here; in version 3 no dimensions mean a scalar, and -1 nothing.
    if (first === V3 ? ndim === -1 : ndim === 0) return { shape: [0], dtype: 0, data: new Uint8Array(0) };
    const shape = this.#shape(what, ndim, old);
    this.#i32(what);
    this.#i32(what);
    const dtype = this.#i32(what);
    if (stored) return this.#sparse(what, stype as SparseType, stored, shape, dtype);
    return { shape: shape.length === 0 ? [1] : shape, ...this.#elements(what, this.#checked(what, shape), dtype) };
  }

  /** A shape of `ndim` sizes. */
  #shape(what: string, ndim: number, old = false): number[] {
    if (ndim < 0 || ndim > MOST_DIMENSIONS) this.#fail(`${what} has ${ndim} dimensions`);
    const shape: number[] = [];
    for (let axis = 0; axis < ndim; axis++) {
      const size = old ? this.#u32(what) : Number(this.#i64(what));
      if (size < 0 || size > MOST_ELEMENTS) {
        this.#fail(`${what} has an impossible shape: size ${size} along axis ${axis}`);
      }
      shape.push(size);
    }
    return shape;
  }

  /** The number of elements of a shape that memory can hold. */
  #checked(what: string, shape: readonly number[]): number {
    const count = product(shape);
    if (!(count <= MOST_ELEMENTS)) this.#fail(`${what} has an impossible shape: (${shape})`);
    return count;
  }

  /** Elements in a type that there is here. */
  #elements(what: string, count: number, dtype: number): { dtype: number; data: Uint8Array } {
    if (dtype === BOOL) return { dtype: DTYPES.indexOf("uint8"), data: this.#take(count, what) };
    if (dtype === BFLOAT16) {
      const bytes = this.#take(2 * count, what);
      const data = new Uint8Array(4 * count);
      for (let i = 0; i < 2 * count; i++) data[2 * (i & -2) + 2 + (i & 1)] = bytes[i] as number;
      return { dtype: DTYPES.indexOf("float32"), data };
    }
    const name = DTYPES[dtype];
    if (!name)
      throw new MXNetError(`load: ${what} has the dtype number ${dtype}; the dtypes are: ${DTYPES.join(", ")}`);
    return { dtype, data: this.#take(count * ITEM_SIZE[name], what) };
  }

  #sparse(what: string, stype: SparseType, stored: number[], shape: number[], dtype: number): ReadArray {
    const csr = stype === "csr";
    const wanted = csr ? 2 : 1;
    if (csr ? shape.length !== 2 : shape.length === 0) this.#fail(`${what} is ${stype}, but has shape (${shape})`);
    const lists = Array.from({ length: wanted }, () => {
      const type = DTYPES[this.#i32(what)];
      if (type !== "int64" && type !== "int32") return this.#fail(`${what} has places that are no integers`);
      const sizes = this.#shape(what, this.#i32(what));
      if (sizes.length !== 1) this.#fail(`${what} has places of shape (${sizes})`);
      return { type, length: sizes[0] as number };
    });
    const count = stored[0] ?? 0;
    const rest = csr ? [] : shape.slice(1);
    if (String(stored) !== String([count, ...rest]) || lists.at(-1)?.length !== count) {
      this.#fail(`${what} stores (${stored}) with ${lists.at(-1)?.length} places, but has shape (${shape})`);
    }
    const elements = this.#elements(what, this.#checked(what, stored), dtype);
    const read = lists.map(({ type, length }) => {
      const bytes = this.#take(length * ITEM_SIZE[type], what).slice().buffer;
      return type === "int64" ? new BigInt64Array(bytes) : new Int32Array(bytes);
    });
    const indptr = csr ? read[0] : undefined;
    // What operators of MXNet give may have room for more elements than there are.
    const used = Math.min(count, Number(indptr?.at(-1) ?? count));
    const indices = (read.at(-1) as Int32Array).subarray(0, Math.max(used, 0));
    const wrong = badPlaces(indices, indptr, shape);
    if (wrong) this.#fail(`${what}: ${wrong}`);
    const data = elements.data.subarray(0, used * product(rest) * ITEM_SIZE[DTYPES[elements.dtype] as "int8"]);
    const numbers = (list: ArrayLike<number | bigint>): Int32Array => Int32Array.from(list as Int32Array, Number);
    return {
      shape,
      dtype: elements.dtype,
      data,
      sparse: { stype, stored: [used, ...rest], indices: numbers(indices), indptr: indptr && numbers(indptr) },
    };
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
