// Making sparse arrays.
import { MXNetError } from "../../error.ts";
import { type ArrayOptions, array, type CreateOptions, checkShape, zeros as denseZeros } from "../create.ts";
import { type AnyTypedArray, type DType, dtypeCode } from "../dtype.ts";
import { describe, expectNDArray } from "../invoke.ts";
import { checkStype, NDArray, type Nested, type StorageType } from "../ndarray.ts";
import { type CSRNDArray, type RowSparseNDArray, SparseNDArray, sparseOf, toStorage } from "./arrays.ts";
import { fault, noParts, type Parts, places, pointers, type SparseType } from "./parts.ts";

/** A list of numbers or of rows. */
export type List = NDArray | Nested | AnyTypedArray;

/** What `csrMatrix` takes: elements with their places, a dense matrix, a csr matrix, or the shape of an empty one. */
export type CSRSource =
  | { readonly data: List; readonly indices: List; readonly indptr: List }
  | { readonly data: List; readonly row: List; readonly col: List }
  | readonly [data: List, indices: List, indptr: List]
  | readonly [data: List, places: readonly [row: List, col: List]]
  | readonly [rows: number, columns: number]
  | NDArray
  | Nested;

/** What `rowSparseArray` takes: rows with their places, a dense or row-sparse array, or the shape of an empty one. */
export type RowSparseSource =
  | { readonly data: List; readonly indices: List }
  | readonly [data: List, indices: List]
  | readonly number[]
  | NDArray
  | Nested;

const isList = (x: unknown): x is List => Array.isArray(x) || ArrayBuffer.isView(x) || x instanceof NDArray;
const isShape = (x: unknown): x is number[] =>
  Array.isArray(x) && x.length > 0 && x.every((d) => typeof d === "number");
const lengthOf = (x: unknown): number => (isList(x) ? (x as ArrayLike<unknown>).length : -1);
const depthOf = (x: unknown): number =>
  x instanceof NDArray ? x.ndim : isList(x) ? 1 + (Array.isArray(x) ? Math.max(0, depthOf(x[0])) : 0) : 0;
/** What no dense nested list has. */
const hasArrays = (x: readonly unknown[]): boolean => x.some((part) => isList(part) && !Array.isArray(part));

function list(x: List, op: string, arg: string): Int32Array {
  if (!isList(x)) throw new TypeError(`${op}: ${arg} must be a list of whole numbers, got ${describe(x)}`);
  const numbers = Array.from(x instanceof NDArray ? x.toTypedArray() : (x as ArrayLike<number>), Number);
  const wrong = numbers.find((n) => !Number.isInteger(n) || Math.abs(n) > 0x7fffffff);
  if (wrong !== undefined) throw new MXNetError(`${op}: ${arg} has ${wrong}, expected whole numbers`);
  return Int32Array.from(numbers);
}

function elements(x: List, options: CreateOptions, op: string): NDArray {
  if (!isList(x)) throw new TypeError(`${op}: data must be a list or an NDArray, got ${describe(x)}`);
  // Of an array that is part of a graph the copy is, too: gradients reach the elements.
  if (x instanceof NDArray) return options.dtype ? x.astype(options.dtype) : x.copy();
  return array(x as Nested, { dtype: options.dtype });
}

function made<T extends SparseNDArray>(stype: SparseType, shape: readonly number[], parts: Parts, op: string): T {
  const wrong = fault(parts, shape);
  if (wrong) throw new MXNetError(`${op}: ${wrong} (the shape is (${shape}))`);
  return sparseOf(stype, shape, parts) as T;
}

/** What both makers take besides parts: an array, nested numbers, or a shape. */
function whole<T extends SparseNDArray>(stype: SparseType, source: unknown, options: ArrayOptions, op: string): T {
  if (isShape(source)) return zeros(stype, source, options) as T;
  if (!isList(source))
    throw new TypeError(`${op}: expected parts, an array, nested numbers or a shape, got ${describe(source)}`);
  const dense = source instanceof NDArray ? source : array(source as Nested, { dtype: options.dtype });
  const result = toStorage(dense, stype).astype(options.dtype ?? dense.dtype);
  if (options.shape && String(options.shape) !== String(result.shape)) {
    throw new MXNetError(`${op}: shape is (${options.shape}), but the data has (${result.shape})`);
  }
  return result as T;
}

const most = (numbers: Int32Array): number => numbers.reduce((n, x) => Math.max(n, x), -1);

/**
 * A matrix in compressed sparse rows.
 *
 * @param source - `{ data, indices, indptr }`: elements row by row with their columns, and where each row begins;
 * `{ data, row, col }`: elements and their places; both also as lists, as in MXNet; a dense or csr matrix; a shape, for zeros
 * @param options - `shape` (by default as small as the places allow), `dtype`
 * @throws MXNetError for places outside of the shape
 * @example
 * ```ts
 * const x = nd.sparse.csrMatrix({ data: [1, 2, 3], indices: [1, 0, 2], indptr: [0, 1, 3] }, { shape: [2, 3] });
 * console.log(x.toArray()); // [ [ 0, 1, 0 ], [ 2, 0, 3 ] ]
 * ```
 */
export function csrMatrix(source: CSRSource, options: ArrayOptions = {}): CSRNDArray {
  const op = "csrMatrix";
  const parts = csrParts(source, options);
  if (!parts) return whole("csr", source, options, op);
  const data = elements(parts.data, options, op);
  if ("row" in parts) {
    const [row, col] = [list(parts.row, op, "row"), list(parts.col, op, "col")];
    const shape = matrixShape(options.shape ?? [most(row) + 1, most(col) + 1], op);
    if (row.length !== col.length || row.some((r) => r < 0 || r >= shape[0])) {
      throw new MXNetError(`${op}: row must have ${col.length} numbers of 0 to below ${shape[0]}, got ${row.length}`);
    }
    const order = Int32Array.from(row.keys()).sort((a, b) => (row[a] as number) - (row[b] as number) || a - b);
    const sorted = data.shape[0] === row.length && row.length > 0 ? data.take(array(order)) : data;
    const pointed = pointers(row, shape[0]);
    return made("csr", shape, { data: sorted, indices: order.map((i) => col[i] as number), indptr: pointed }, op);
  }
  const [indices, indptr] = [list(parts.indices, op, "indices"), list(parts.indptr, op, "indptr")];
  const shape = matrixShape(options.shape ?? [indptr.length - 1, most(indices) + 1], op);
  return made("csr", shape, { data, indices, indptr }, op);
}

function matrixShape(shape: readonly number[], op: string): [number, number] {
  const checked = checkShape(shape, op);
  if (checked.length !== 2) throw new MXNetError(`${op}: shape is (${shape}), expected two sizes`);
  return checked as [number, number];
}

type CSRParts = { data: List; indices: List; indptr: List } | { data: List; row: List; col: List };

/** The parts that a source names, if it is not a whole matrix. */
function csrParts(source: CSRSource, { shape }: ArrayOptions): CSRParts | undefined {
  if (!Array.isArray(source)) return isPlain(source) && "data" in source ? (source as CSRParts) : undefined;
  const [data, second, indptr] = source as [List, List, List];
  if (source.length === 2 && Array.isArray(second) && second.length === 2 && depthOf(data) === 1 && isList(second[0])) {
    return { data, row: second[0], col: second[1] as List };
  }
  if (source.length !== 3 || !source.every((part) => depthOf(part) === 1)) return undefined;
  // Three lists could also be the rows of a matrix.
  const uneven = new Set(source.map(lengthOf)).size > 1;
  const fits = shape !== undefined && shape[0] === lengthOf(indptr) - 1 && shape[0] !== 3;
  return uneven || fits || hasArrays(source) ? { data, indices: second, indptr } : undefined;
}

const isPlain = (x: unknown): x is object => typeof x === "object" && x !== null && !isList(x);

/**
 * An array of which only some rows are stored.
 *
 * @param source - `{ data, indices }`: rows and where they belong, also as a list, as in MXNet; a dense or row-sparse
 * array; a shape, for zeros
 * @param options - `shape` (by default as small as the indices allow), `dtype`
 * @throws MXNetError for indices outside of the shape
 * @example
 * ```ts
 * const x = nd.sparse.rowSparseArray({ data: [[1, 2]], indices: [1] }, { shape: [3, 2] });
 * console.log(x.toArray()); // [ [ 0, 0 ], [ 1, 2 ], [ 0, 0 ] ]
 * ```
 */
export function rowSparseArray(source: RowSparseSource, options: ArrayOptions = {}): RowSparseNDArray {
  const op = "rowSparseArray";
  const parts = rowParts(source, options);
  if (!parts) return whole("row_sparse", source, options, op);
  const data = elements(parts.data, options, op);
  const indices = list(parts.indices, op, "indices");
  const shape = checkShape(options.shape ?? [most(indices) + 1, ...data.shape.slice(1)], op);
  // Without rows the data may be a plain empty list.
  const rows = indices.length === 0 && data.size === 0 ? noParts("row_sparse", shape, data.dtype).data : data;
  return made("row_sparse", shape, { data: rows, indices }, op);
}

function rowParts(source: RowSparseSource, { shape }: ArrayOptions): { data: List; indices: List } | undefined {
  if (!Array.isArray(source)) {
    return isPlain(source) && "data" in source ? (source as { data: List; indices: List }) : undefined;
  }
  const [data, indices] = source as [List, List];
  if (source.length !== 2 || depthOf(indices) !== 1) return undefined;
  return depthOf(data) > 1 || hasArrays(source) || shape?.length === 1 ? { data, indices } : undefined;
}

/**
 * Zeros in a storage: nothing is stored in the sparse ones.
 *
 * @example
 * ```ts
 * console.log(nd.sparse.zeros("csr", [2, 3])); // <CSRNDArray 2x3 @cpu(0)>
 * ```
 */
export function zeros(
  stype: StorageType,
  shape: number | readonly number[],
  options: CreateOptions | DType = {},
): NDArray {
  const dtype = typeof options === "string" ? options : (options.dtype ?? "float32");
  dtypeCode(dtype);
  const sizes = checkShape(shape, "zeros");
  if (checkStype(stype, "zeros") === "default") return denseZeros(sizes, { dtype });
  if (stype === "csr") matrixShape(sizes, "zeros");
  return sparseOf(stype as SparseType, sizes, noParts(stype as SparseType, sizes, dtype));
}

/**
 * The same as `zeros`: an array without stored elements.
 *
 * @example
 * ```ts
 * console.log(nd.sparse.empty("row_sparse", [2, 3]).toArray()); // [ [ 0, 0, 0 ], [ 0, 0, 0 ] ]
 * ```
 */
export function empty(
  stype: StorageType,
  shape: number | readonly number[],
  options: CreateOptions | DType = {},
): NDArray {
  return zeros(stype, shape, options);
}

/** A copy of a sparse array. */
function sparseArray(source: NDArray, options: CreateOptions = {}): SparseNDArray {
  expectNDArray(source, "array", "source");
  if (!(source instanceof SparseNDArray)) {
    throw new TypeError("Please use `tostype` to create RowSparseNDArray or CSRNDArray from an NDArray");
  }
  return (options.dtype ? source.astype(options.dtype) : source.copy()) as SparseNDArray;
}

/**
 * A copy of a sparse array, in another dtype if `dtype` says so.
 *
 * @throws TypeError for what is not sparse: `tostype` makes sparse arrays of dense ones
 * @example
 * ```ts
 * const x = nd.array([[0, 1]]).tostype("csr");
 * console.log(nd.sparse.array(x, { dtype: "int32" }).data.toArray()); // [ 1 ]
 * ```
 */
export { sparseArray as array };

/**
 * The same elements in another storage.
 *
 * @param data - the array
 * @param options - `stype`: `"default"`, `"row_sparse"` or `"csr"`
 * @throws MXNetError for a csr array of other than two dimensions, and between the sparse storages
 * @example
 * ```ts
 * const x = nd.castStorage(nd.array([[0, 0], [1, 2]]), { stype: "row_sparse" });
 * console.log(x.stype, x.indices.toArray()); // row_sparse [ 1n ]
 * ```
 */
export function castStorage(data: NDArray, options: { stype: "csr" }): CSRNDArray;
export function castStorage(data: NDArray, options: { stype: "row_sparse" }): RowSparseNDArray;
export function castStorage(data: NDArray, options: { stype: StorageType }): NDArray;
export function castStorage(data: NDArray, options: { stype: StorageType }): NDArray {
  expectNDArray(data, "castStorage", "data");
  const stype = checkStype(options?.stype, "castStorage");
  return stype === data.stype ? data.copy() : toStorage(data, stype);
}

/**
 * The rows at these indices of a row-sparse array; the others become zero.
 *
 * @param data - a row-sparse array
 * @param indices - which rows
 * @example
 * ```ts
 * const x = nd.array([[1, 2], [3, 4], [5, 6]]).tostype("row_sparse");
 * console.log(nd.sparse.retain(x, nd.array([0, 2])).toArray()); // [ [ 1, 2 ], [ 0, 0 ], [ 5, 6 ] ]
 * ```
 */
export function retain(data: NDArray, indices: NDArray): RowSparseNDArray {
  expectNDArray(data, "retain", "data");
  expectNDArray(indices, "retain", "indices");
  if (data.stype !== "row_sparse") {
    throw new MXNetError(`retain: data must be row_sparse, but it is stored as ${data.stype}`);
  }
  const wrong = places(indices).find((i) => i < 0 || i >= data.length);
  if (wrong !== undefined)
    throw new MXNetError(`retain: index ${wrong} is out of bounds, expected 0 to below ${data.length}`);
  return (data as RowSparseNDArray).retain(indices) as RowSparseNDArray;
}
