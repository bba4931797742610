// Operators that know sparse arrays. All others get dense copies, as in MXNet.
import { type Attrs, attrText, snake } from "../../runtime/attrs.ts";
import * as wasm from "../../runtime/wasm.ts";
import { array } from "../create.ts";
import { invoke1 } from "../invoke.ts";
import type { NDArray } from "../ndarray.ts";
import { type SparseNDArray, sparseOf } from "./arrays.ts";
import { matrixProduct, reduced } from "./dot.ts";
import {
  addRows,
  type MatrixParts,
  noParts,
  type Parts,
  places,
  pointers,
  rowOfEach,
  rowsAt,
  unique,
} from "./parts.ts";

/** Functions of one array that keep zeros. */
const KEEP_ZERO =
  "abs sign negative sqrt square relu sin tan arcsin arctan sinh tanh arcsinh arctanh expm1 log1p round rint fix floor ceil trunc cbrt radians degrees Cast _copyto _copy BlockGrad make_loss _mul_scalar _div_scalar".split(
    " ",
  );
/** What keeps zeros with some attributes. */
const MAY_KEEP_ZERO = /^(clip|_(not_)?equal_scalar|_(greater|lesser)(_equal)?_scalar)$/;
/** Operators that have dense results in MXNet, too. */
const DENSE_RESULT = /^(sum|mean|norm|cast_storage|Embedding|dot)$/;
const SAME = new Map([
  ["identity", "_copy"],
  ["stop_gradient", "BlockGrad"],
  ["cast", "Cast"],
  ["ElementWiseSum", "add_n"],
]);

const isSparse = (x: NDArray | undefined): x is SparseNDArray => x !== undefined && x.stype !== "default";

/** Whether the tape must see this array: it is what was recorded, or a variable. */
const recorded = (x: NDArray): boolean => (isSparse(x) ? x.inGraph : wasm.in_graph(x.handle));

/** Calls an operator with sparse inputs; nothing where it wants them dense. */
export function callSparse(op: string, inputs: readonly NDArray[], attrs: Attrs = {}): NDArray[] | undefined {
  const name = op.replace(/^_sparse_(?!retain)/, "");
  const known = SAME.get(name) ?? name;
  // What is recorded is dense: the tape knows no other arrays.
  const taped = wasm.is_recording() && inputs.some(recorded);
  const result = own(known, inputs, attrs, taped);
  if (result) return [result];
  if (!taped && !DENSE_RESULT.test(known) && inputs.some(isSparse)) warn(op, inputs, attrs);
  return undefined;
}

function own(op: string, inputs: readonly NDArray[], attrs: Attrs, taped: boolean): NDArray | undefined {
  const [lhs, rhs] = inputs as [NDArray, NDArray | undefined];
  if (op === "dot" && rhs && inputs.length === 2) return matrixProduct(lhs, rhs, attrs, taped);
  if (taped) return undefined;
  if (inputs.length === 1 && isSparse(lhs)) return unary(op, lhs, attrs);
  const binary = /^(?:elemwise|broadcast|_?)_?(add|plus|sub|minus|mul)$/i.exec(op)?.[1];
  if (binary && rhs) return elementwise(binary.toLowerCase(), lhs, rhs);
  if (op === "_sparse_retain" && rhs && lhs.stype === "row_sparse") return retained(lhs as SparseNDArray, rhs);
  if (op === "add_n" && inputs.every((x) => x.stype === "row_sparse")) {
    return inputs.reduce((sum, x) => elementwise("add", sum, x) ?? sum);
  }
  if (op === "take" && isSparse(lhs) && lhs.stype === "csr" && rhs && !Number(attrs.axis ?? 0)) {
    return csrRows(lhs, clipped(rhs, lhs.length, attrs.mode === "wrap"));
  }
  if (op === "Concat" && inputs.every((x) => x.stype === "csr") && Number(attrs.dim ?? 1) === 0) {
    return stacked(inputs as SparseNDArray[]);
  }
  return undefined;
}

function unary(op: string, x: SparseNDArray, attrs: Attrs): NDArray | undefined {
  const { shape, stype } = x;
  if (op === "zeros_like") return sparseOf(stype, shape, noParts(stype, shape, x.dtype));
  if (op === "slice" && stype === "csr") return csrSlice(x, attrs);
  if (/^(sum|mean|norm)$/.test(op)) return reduced(op, x, attrs);
  const keeps =
    KEEP_ZERO.includes(op) ||
    (MAY_KEEP_ZERO.test(op) && invoke1(op, [array([0], { dtype: x.dtype })], attrs).asscalar() === 0);
  if (!keeps || (op === "_div_scalar" && Number(attrs.scalar) === 0)) return undefined;
  const { data, ...rest } = x.parts;
  // Operators of MXNet's core take no empty arrays, ours do; their results have the dtype of the call.
  return sparseOf(stype, shape, { ...rest, data: invoke1(op, [data], attrs) });
}

/** Sums, differences and products of arrays of one storage, and products with dense arrays. */
function elementwise(op: string, lhs: NDArray, rhs: NDArray): NDArray | undefined {
  const { shape, stype, dtype } = lhs;
  if (String(rhs.shape) !== String(shape) || rhs.dtype !== dtype) return undefined;
  if (op === "mul" && isSparse(lhs) !== isSparse(rhs))
    return isSparse(lhs) ? scaled(lhs, rhs) : scaled(rhs as SparseNDArray, lhs);
  if (!isSparse(lhs) || !isSparse(rhs) || rhs.stype !== stype) return undefined;
  const [a, b] = [lhs.parts, rhs.parts];
  const [at, to] = [flatPlaces(a, shape), flatPlaces(b, shape)];
  const { sorted, inverse } = unique(Int32Array.from([...at, ...to]));
  const spread = (data: NDArray, from: number, count: number): NDArray =>
    addRows(data, inverse.subarray(from, from + count), sorted.length);
  const tensor = op === "mul" ? "elemwise_mul" : /^(sub|minus)$/.test(op) ? "elemwise_sub" : "elemwise_add";
  const data =
    sorted.length === 0
      ? a.data
      : invoke1(tensor, [spread(a.data, 0, at.length), spread(b.data, at.length, to.length)]);
  if (!a.indptr) return sparseOf(stype as "row_sparse", shape, { data, indices: sorted });
  // Of csr matrices elements that became zero are dropped.
  const width = shape[1] as number;
  const flat = data.toTypedArray();
  const kept = Int32Array.from(sorted.keys()).filter((i) => Number(flat[i]) !== 0);
  const parts = {
    data: rowsAt(data, kept),
    indices: kept.map((i) => (sorted[i] as number) % width),
    indptr: pointers(
      kept.map((i) => Math.floor((sorted[i] as number) / width)),
      shape[0] as number,
    ),
  };
  return sparseOf("csr", shape, parts);
}

/** The place of each element, or row, in the array. */
function flatPlaces({ indices, indptr }: Parts, shape: readonly number[]): Int32Array {
  if (!indptr) return indices;
  const rows = rowOfEach(indptr);
  return indices.map((column, i) => (rows[i] as number) * (shape[1] as number) + column);
}

function scaled(x: SparseNDArray, dense: NDArray): NDArray {
  const parts = x.parts;
  const from = parts.indptr ? invoke1("Reshape", [dense], { shape: [-1] }) : dense;
  const factor = rowsAt(from, flatPlaces(parts, x.shape));
  const { data, ...rest } = parts;
  return sparseOf(x.stype, x.shape, { ...rest, data: invoke1("elemwise_mul", [data, factor]) });
}

/** The rows at these indices; rows that are not stored come as zeros where they are in the list. */
function retained(x: SparseNDArray, indices: NDArray): NDArray {
  const { data, indices: stored } = x.parts;
  const wanted = places(indices);
  const where = new Map(Array.from(stored, (row, i) => [row, i]));
  const found = Int32Array.from(wanted.keys()).filter((i) => where.has(wanted[i] as number));
  const rows = rowsAt(
    data,
    found.map((i) => where.get(wanted[i] as number) as number),
  );
  return sparseOf("row_sparse", x.shape, { data: addRows(rows, found, wanted.length), indices: wanted });
}

/** Whole numbers within 0 to below `size`. */
export function clipped(x: NDArray, size: number, wrap = false): Int32Array {
  return places(x).map((i) => (wrap ? ((i % size) + size) % size : Math.min(Math.max(i, 0), size - 1)));
}

/** The rows of a csr matrix at these places; of them the columns from `low` to below `high`. */
function csrRows(x: SparseNDArray, rows: Int32Array, low = 0, high: number = x.shape[1] as number): NDArray {
  const { data, indices, indptr } = x.parts as MatrixParts;
  const kept: number[] = [];
  const of: number[] = [];
  rows.forEach((row, to) => {
    for (let i = indptr[row] as number; i < (indptr[row + 1] as number); i++) {
      const column = indices[i] as number;
      if (column < low || column >= high) continue;
      kept.push(i);
      of.push(to);
    }
  });
  const at = Int32Array.from(kept);
  const parts = {
    data: rowsAt(data, at),
    indices: at.map((i) => (indices[i] as number) - low),
    indptr: pointers(Int32Array.from(of), rows.length),
  };
  return sparseOf("csr", [rows.length, high - low], parts);
}

function csrSlice(x: SparseNDArray, attrs: Attrs): NDArray | undefined {
  const lists = [attrs.begin, attrs.end, attrs.step ?? []];
  if (!lists.every(Array.isArray)) return undefined;
  const [begin, end, step] = lists as (number | null)[][] as [number[], number[], number[]];
  if (step.some((s) => (s ?? 1) !== 1) || begin.length > 2) return undefined;
  const [rows, columns] = x.shape.map((size, axis) => {
    const clamp = (n: number | null | undefined, other: number): number =>
      Math.min(Math.max((n ?? other) < 0 ? (n as number) + size : (n ?? other), 0), size);
    return [clamp(begin[axis], 0), clamp(end[axis], size)] as const;
  }) as [readonly [number, number], readonly [number, number]];
  // What is empty is the operator's own to refuse.
  if (rows[0] >= rows[1] || columns[0] >= columns[1]) return undefined;
  return csrRows(
    x,
    Int32Array.from({ length: rows[1] - rows[0] }, (_, i) => rows[0] + i),
    ...columns,
  );
}

function stacked(list: readonly SparseNDArray[]): NDArray | undefined {
  const [first] = list as [SparseNDArray];
  if (list.some((x) => x.shape[1] !== first.shape[1] || x.dtype !== first.dtype)) return undefined;
  const all = list.map((x) => x.parts as MatrixParts);
  const filled = all.filter(({ indices }) => indices.length > 0).map(({ data }) => data);
  const rows = list.reduce((n, x) => n + x.length, 0);
  let above = 0;
  const of = all.flatMap(({ indptr }) => {
    const own = [...rowOfEach(indptr)].map((row) => row + above);
    above += indptr.length - 1;
    return own;
  });
  return sparseOf("csr", [rows, first.shape[1] as number], {
    data:
      filled.length > 1
        ? invoke1("Concat", filled, { dim: 0, num_args: filled.length })
        : (filled[0] ?? first.parts.data),
    indices: Int32Array.from(all.flatMap(({ indices }) => [...indices])),
    indptr: pointers(Int32Array.from(of), rows),
  });
}

// ---- the warning

const warned = new Set<string>();
let logs = true;

/**
 * Sets whether operators that turn sparse arrays into dense ones say so with a warning, once for each kind of call. They
 * do by default.
 *
 * @param on - whether they do
 * @returns the previous setting
 * @example
 * ```ts
 * const previous = nd.sparse.setFallbackWarning(false);
 * nd.exp(nd.sparse.zeros("csr", [2, 2])); // dense: exp(0) is 1
 * nd.sparse.setFallbackWarning(previous);
 * ```
 */
export function setFallbackWarning(on: boolean): boolean {
  const previous = logs;
  logs = Boolean(on);
  return previous;
}

function warn(op: string, inputs: readonly NDArray[], attrs: Attrs): void {
  if (!logs) return;
  const given = Object.entries(attrs).filter(([, value]) => value !== undefined);
  const params = given.map(([key, value]) => `"${snake(key)}" : ${attrText(value)}, `).join("");
  const text = `
Storage type fallback detected:
operator = ${op}
input storage types = [${inputs.map((x) => `${x.stype}, `).join("")}]
output storage types = [default, ]
params = {${params}}
context.dev_mask = cpu
The operator with default storage type will be dispatched for execution. You're seeing this warning message because the operator above is unable to process the given ndarrays with specified storage types, context and parameter. Temporary dense ndarrays are generated in order to execute the operator. This does not affect the correctness of the programme. nd.sparse.setFallbackWarning(false) suppresses this warning.`;
  if (warned.has(text)) return;
  warned.add(text);
  console.warn(text);
}
