// Arrays in sparse storage.
import { MXNetError } from "../../error.ts";
import type { Cell } from "../../runtime/cell.ts";
import { scratch } from "../../runtime/memory.ts";
import * as wasm from "../../runtime/wasm.ts";
import { array } from "../create.ts";
import type { DType, TypedArray } from "../dtype.ts";
import { getItem, type Index, setItem } from "../indexing.ts";
import { describe, invoke1 } from "../invoke.ts";
import { checkStype, NDArray, type Nested, type StorageType, sparseStorage } from "../ndarray.ts";
import { callSparse } from "./dispatch.ts";
import { addRows, fromDense, noParts, type Parts, places, type SparseType, toDense, unique } from "./parts.ts";

/** Where a sparse array's parts are. */
type Source =
  /** Its own. */
  | { readonly kind: "own"; parts: Parts }
  /** A variable is dense in the core, for the tape. */
  | { readonly kind: "variable"; readonly dense: NDArray }
  /** The gradient of this variable. */
  | { readonly kind: "gradient"; readonly of: Cell };

/**
 * What both sparse storages share. Operators that know no sparse arrays get dense copies.
 *
 * @example
 * ```ts
 * console.log(nd.sparse.zeros("csr", [2, 2]) instanceof nd.sparse.SparseNDArray); // true
 * ```
 */
export abstract class SparseNDArray extends NDArray {
  readonly #shape: readonly number[];
  readonly #dtype: DType;
  #source: Source;

  /** @internal */
  constructor(shape: readonly number[], dtype: DType, source: Parts | Source) {
    super();
    this.#shape = [...shape];
    this.#dtype = dtype;
    this.#source = "kind" in source ? source : { kind: "own", parts: source };
  }

  abstract override get stype(): SparseType;

  override get cell(): Cell {
    const source = this.#source;
    return source.kind === "variable" ? source.dense.cell : toDense(this.parts, this.#shape).cell;
  }

  override get cells(): readonly Cell[] {
    const source = this.#source;
    if (source.kind === "own") return [source.parts.data.cell];
    return source.kind === "variable" ? [source.dense.cell] : [];
  }

  override get shape(): number[] {
    return [...this.#shape];
  }

  override get dtype(): DType {
    return this.#dtype;
  }

  /** @internal What the array is made of. */
  get parts(): Parts {
    const source = this.#source;
    if (source.kind === "own") return source.parts;
    if (source.kind === "variable") return fromDense(source.dense, this.stype);
    return gradientParts(source.of, this.#shape, this.#dtype);
  }

  /** @internal Replaces the elements. */
  replace(parts: Parts): void {
    const source = this.#source;
    if (source.kind === "own") {
      source.parts = parts;
    } else if (source.kind === "variable") {
      toDense(parts, this.#shape).copyto(source.dense);
    } else {
      wasm.set_grad_rows(handleOfVariable(source.of), array(parts.indices).handle, parts.data.handle);
    }
  }

  /** @internal From now on this is the gradient of a variable. */
  follow(variable: NDArray): void {
    this.#source = { kind: "gradient", of: variable.cell };
  }

  /** @internal Whether a recorded call depends on this array. */
  get inGraph(): boolean {
    const source = this.#source;
    return source.kind === "variable" && wasm.in_graph(source.dense.handle);
  }

  protected override variable(): NDArray {
    if (this.#source.kind !== "variable") {
      this.#source = { kind: "variable", dense: toDense(this.parts, this.#shape).copy().detach() };
    }
    return this.#source.dense;
  }

  override get grad(): NDArray | null {
    return this.#source.kind === "variable" ? this.#source.dense.grad : null;
  }

  /** A copy of the stored elements: of csr a list, of row sparse the rows. */
  get data(): NDArray {
    return this.parts.data.copy();
  }

  /** Where the stored elements belong: of csr their columns, of row sparse the rows. */
  get indices(): NDArray {
    return array(this.parts.indices, { dtype: "int64" });
  }

  override toString(): string {
    return `\n<${this.stype === "csr" ? "CSRNDArray" : "RowSparseNDArray"} ${this.#shape.join("x")} @cpu(0)>`;
  }

  override set(value: NDArray | Nested | TypedArray, ...index: Index[]): this {
    if (index.some((i) => i !== ":")) {
      throw new MXNetError(`set: sparse arrays only support [:] for assignment, got ${JSON.stringify(index)}`);
    }
    if (value === 0) {
      this.replace(noParts(this.stype, this.#shape, this.#dtype));
    } else if (value instanceof NDArray && String(value.shape) === String(this.#shape)) {
      assign(this, value);
    } else {
      const dense = NDArray.fromCell(toDense(this.parts, this.#shape).cell);
      setItem(dense, value, []);
      assign(this, dense);
    }
    return this;
  }

  override reshape(): never {
    throw new MXNetError(`reshape: not supported for ${this.stype} arrays; tostype("default") gives a dense one`);
  }

  override detach(): NDArray {
    const { data, ...rest } = this.parts;
    return sparseOf(this.stype, this.#shape, { ...rest, data: data.detach() });
  }
}

/**
 * A matrix in compressed sparse rows: the elements that are not zero, row by row.
 *
 * @example
 * ```ts
 * const x = nd.sparse.csrMatrix([[0, 1, 0], [2, 0, 3]]);
 * console.log(x.data.toArray(), x.indices.toArray(), x.indptr.toArray()); // [ 1, 2, 3 ] [ 1n, 0n, 2n ] [ 0n, 1n, 3n ]
 * ```
 */
export class CSRNDArray extends SparseNDArray {
  override get stype(): "csr" {
    return "csr";
  }

  /** Where each row begins among the elements; one more number, where the last ends. */
  get indptr(): NDArray {
    return array(this.parts.indptr as Int32Array, { dtype: "int64" });
  }

  /** The row at an index as a csr matrix, as in MXNet. */
  override at(...index: number[]): NDArray {
    const [row] = index;
    if (index.length !== 1 || typeof row !== "number")
      throw new MXNetError("at: Multi-dimension indexing is not supported");
    const { length } = this;
    if (!Number.isInteger(row) || row < -length || row >= length) {
      throw new MXNetError(`index ${row} is out of bounds for axis 0 with size ${length}`);
    }
    const begin = row < 0 ? row + length : row;
    return invoke1("slice", [this], { begin: [begin], end: [begin + 1] });
  }

  /** Rows as a csr matrix: one index or a slice of the first axis. */
  override slice(...index: Index[]): NDArray {
    const [rows] = index;
    if (index.length === 1 && typeof rows === "number") return this.at(rows);
    const step = typeof rows === "string" ? rows.split(":")[2] : "1";
    if (index.length !== 1 || typeof rows !== "string" || (step && Number(step) !== 1)) {
      throw new MXNetError("slice: CSRNDArray only supports continuous slicing on axis 0");
    }
    // A dense array of the row numbers knows what the slice means.
    const kept = places(getItem(array(Int32Array.from({ length: this.length }, (_, i) => i)), [rows]));
    const begin = kept[0] ?? 0;
    return invoke1("slice", [this], { begin: [begin], end: [begin + kept.length] });
  }
}

/**
 * An array of which only some rows are stored; the others are zero. Gradients of tables are such.
 *
 * @example
 * ```ts
 * const x = nd.sparse.rowSparseArray([[[1, 2], [3, 4]], [0, 2]], { shape: [4, 2] });
 * console.log(x.toArray()); // [ [ 1, 2 ], [ 0, 0 ], [ 3, 4 ], [ 0, 0 ] ]
 * ```
 */
export class RowSparseNDArray extends SparseNDArray {
  override get stype(): "row_sparse" {
    return "row_sparse";
  }

  /** The rows at these indices alone. */
  retain(indices: NDArray): NDArray {
    return invoke1("_sparse_retain", [this, indices]);
  }

  override at(): never {
    throw new MXNetError("at: not supported for RowSparseNDArray");
  }

  override slice(...index: Index[]): NDArray {
    if (index.length !== 1 || index[0] !== ":") throw new MXNetError("slice: RowSparseNDArray only supports [:]");
    return this;
  }
}

/** A sparse array of these parts. */
export function sparseOf(stype: SparseType, shape: readonly number[], parts: Parts): SparseNDArray {
  return new (stype === "csr" ? CSRNDArray : RowSparseNDArray)(shape, parts.data.dtype, parts);
}

/** The same elements in another storage. */
export function toStorage(x: NDArray, stype: StorageType): NDArray {
  checkStype(stype, "tostype");
  if (x.stype === stype) return x;
  if (stype === "default") return NDArray.fromCell(x.cell);
  if (x.stype !== "default") throw new MXNetError(`cast_storage from ${x.stype} to ${stype} is not supported`);
  return sparseOf(stype, x.shape, fromDense(x, stype));
}

/** Replaces what a sparse array holds by the elements of another array of its shape. */
function assign(target: NDArray, value: NDArray): void {
  if (!(target instanceof SparseNDArray))
    throw new TypeError(`assign: expected a sparse array, got ${describe(target)}`);
  if (String(value.shape) !== String(target.shape)) {
    throw new MXNetError(`copyto: the target has shape (${target.shape}), expected (${value.shape})`);
  }
  const typed = value.dtype === target.dtype ? value : value.astype(target.dtype);
  if (typed instanceof SparseNDArray && typed.stype === target.stype) target.replace(typed.parts);
  else target.replace(fromDense(NDArray.fromCell(typed.cell), target.stype));
}

const handleOfVariable = (cell: Cell): number => NDArray.fromCell(cell).handle;

/** The row-sparse gradient of a variable: all that backward gave, with one row a place. */
function gradientParts(of: Cell, shape: readonly number[], dtype: DType): Parts {
  const variable = NDArray.fromCell(of);
  const given: { at: Int32Array; rows: NDArray }[] = [];
  const last = (shape[0] as number) - 1;
  for (let i = 0; wasm.grad_rows(variable.handle, i); i++) {
    const [at, rows] = Array.from(scratch().slice(0, 2), NDArray.fromHandle) as [NDArray, NDArray];
    const clipped = Int32Array.from(at.toTypedArray() as Float64Array, (v) =>
      Math.min(Math.max(Math.trunc(Number(v)) || 0, 0), last),
    );
    given.push({
      at: clipped,
      rows: invoke1("Reshape", [rows.astype(dtype, false)], { shape: [-1, ...shape.slice(1)] }),
    });
  }
  const dense = wasm.grad_of(variable.handle);
  if (dense) {
    const { data, indices } = fromDense(NDArray.fromHandle(dense), "row_sparse");
    given.push({ at: indices, rows: data });
  }
  const filled = given.filter(({ at }) => at.length > 0);
  if (filled.length === 0) return noParts("row_sparse", shape, dtype);
  const { sorted, inverse } = unique(Int32Array.from(filled.flatMap(({ at }) => [...at])));
  const rows = filled.map((part) => part.rows);
  const [only] = rows as [NDArray];
  const all = rows.length === 1 ? only : invoke1("Concat", rows, { dim: 0, num_args: rows.length });
  const parts = { data: addRows(all, inverse, sorted.length), indices: sorted };
  wasm.set_grad_rows(variable.handle, array(sorted).handle, parts.data.handle);
  return parts;
}

/** A variable's gradient in sparse storage. */
function gradOf(x: NDArray, stype: StorageType): NDArray {
  if (stype === "row_sparse") return new RowSparseNDArray(x.shape, x.dtype, { kind: "gradient", of: x.cell });
  return toStorage(NDArray.fromHandle(wasm.grad_of(x.handle)), stype);
}

Object.assign(sparseStorage, { cast: toStorage, assign, gradOf, call: callSparse });
