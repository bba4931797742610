// What sparse arrays are made of. Places are JavaScript's, elements are arrays of the core.
import { MXNetError } from "../../error.ts";
import { array, zeros } from "../create.ts";
import { invoke1 } from "../invoke.ts";
import type { NDArray, StorageType } from "../ndarray.ts";

/** The storages that are not dense. */
export type SparseType = Exclude<StorageType, "default">;

/**
 * The parts of a sparse array, which never change. Row sparse: the rows at these indices. Csr: the elements row by row
 * in these columns, row i from `indptr[i]` to below `indptr[i + 1]`.
 */
export interface Parts {
  readonly data: NDArray;
  readonly indices: Int32Array;
  readonly indptr?: Int32Array | undefined;
}

/** Those of a csr matrix. */
export type MatrixParts = Parts & { readonly indptr: Int32Array };

/** Whole numbers of an array or a list. */
export function places(x: NDArray | ArrayLike<number | bigint>): Int32Array {
  const list = "toTypedArray" in x ? x.toTypedArray() : x;
  return Int32Array.from(list as ArrayLike<number>, Number);
}

/** The rows of `x` at these places; differentiable. */
export function rowsAt(x: NDArray, at: Int32Array): NDArray {
  return at.length === 0 ? zeros([0, ...x.shape.slice(1)], { dtype: x.dtype }) : invoke1("take", [x, array(at)]);
}

/** Zeros with rows of `x` added at these places; differentiable. */
export function addRows(x: NDArray, at: Int32Array, count: number): NDArray {
  const shape = [count, ...x.shape.slice(1)];
  return at.length === 0 ? zeros(shape, { dtype: x.dtype }) : invoke1("_take_grad", [x, array(at)], { shape });
}

/** The row of each element of a csr matrix. */
export function rowOfEach(indptr: Int32Array): Int32Array {
  const rows = new Int32Array(indptr.at(-1) as number);
  for (let row = 1; row < indptr.length; row++) rows.fill(row - 1, indptr[row - 1], indptr[row]);
  return rows;
}

/** Where the rows of a csr matrix begin, from the row of each element in order. */
export function pointers(rows: Int32Array, count: number): Int32Array {
  const indptr = new Int32Array(count + 1);
  for (const row of rows) (indptr[row + 1] as number)++;
  for (let row = 0; row < count; row++) (indptr[row + 1] as number) += indptr[row] as number;
  return indptr;
}

/** The dense array of these parts; differentiable. */
export function toDense({ data, indices, indptr }: Parts, shape: readonly number[]): NDArray {
  if (indices.length === 0) return zeros(shape, { dtype: data.dtype });
  const count = indices.length;
  const at = new Int32Array(indptr ? 2 * count : count);
  if (indptr) at.set(rowOfEach(indptr));
  at.set(indices, at.length - count);
  const tuples = array(at, { shape: [at.length / count, count] });
  return invoke1("scatter_nd", [data, tuples], { shape });
}

/** The parts of a dense array: the rows that are not zero, or the elements. */
export function fromDense(x: NDArray, stype: SparseType): Parts {
  const { shape } = x;
  if (stype === "csr" && shape.length !== 2) {
    throw new MXNetError(
      `To convert to a CSR, the NDArray should be 2 Dimensional. Current shape is (${shape.join(", ")}${shape.length === 1 ? "," : ""})`,
    );
  }
  const flat = x.toTypedArray();
  const [rows, length] = [shape[0] as number, shape.slice(1).reduce((n, d) => n * d, 1)];
  const found: number[] = [];
  for (let row = 0, at = 0; row < rows; row++, at += length) {
    for (let i = at; i < at + length; i++) {
      if (Number(flat[i]) === 0) continue;
      found.push(stype === "csr" ? i : row);
      if (stype !== "csr") break;
    }
  }
  const at = Int32Array.from(found);
  if (stype === "row_sparse") return { data: rowsAt(x, at), indices: at };
  const data = rowsAt(invoke1("Reshape", [x], { shape: [-1] }), at);
  return {
    data,
    indices: at.map((i) => i % length),
    indptr: pointers(
      at.map((i) => Math.floor(i / length)),
      rows,
    ),
  };
}

/** No elements. */
export function noParts(stype: SparseType, shape: readonly number[], dtype: NDArray["dtype"]): Parts {
  const rest = stype === "csr" ? [] : shape.slice(1);
  return {
    data: zeros([0, ...rest], { dtype }),
    indices: new Int32Array(0),
    indptr: stype === "csr" ? new Int32Array((shape[0] as number) + 1) : undefined,
  };
}

/** Distinct numbers in order, and the place among them of each number. */
export function unique(all: Int32Array): { sorted: Int32Array; inverse: Int32Array } {
  const sorted = Int32Array.from(new Set(all)).sort();
  const where = new Map(Array.from(sorted, (value, i) => [value, i]));
  return { sorted, inverse: all.map((value) => where.get(value) as number) };
}

/** What is wrong with parts of an array of this shape, if anything. */
export function fault({ data, indices, indptr }: Parts, shape: readonly number[]): string | undefined {
  const count = indices.length;
  const rest = indptr ? [] : shape.slice(1);
  if (String(data.shape) !== String([count, ...rest])) {
    return `data has shape (${data.shape}), expected (${[count, ...rest]}) for ${count} indices`;
  }
  return badPlaces(indices, indptr, shape);
}

/** The same of the places alone. */
export function badPlaces(
  indices: ArrayLike<number | bigint>,
  indptr: ArrayLike<number | bigint> | undefined,
  shape: readonly number[],
): string | undefined {
  const bound = (indptr ? shape[1] : shape[0]) as number;
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i] as number | bigint;
    if (!(index >= 0 && index < bound)) return `index ${index} is out of bounds, expected 0 to below ${bound}`;
  }
  if (!indptr) return undefined;
  const rows = shape[0] as number;
  if (indptr.length !== rows + 1) return `indptr has ${indptr.length} numbers, expected ${rows + 1}`;
  if (Number(indptr[0]) !== 0 || Number(indptr[rows]) !== indices.length) {
    return `indptr goes from ${indptr[0]} to ${indptr[rows]}, expected 0 to ${indices.length}`;
  }
  for (let row = 0; row < rows; row++) {
    if ((indptr[row] as number) > (indptr[row + 1] as number)) return `indptr decreases after row ${row}`;
  }
  return undefined;
}
