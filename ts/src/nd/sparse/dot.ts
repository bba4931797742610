// Products of csr matrices and others, and sums.
import type { Attrs } from "../../runtime/attrs.ts";
import { array, ones } from "../create.ts";
import { invoke1 } from "../invoke.ts";
import type { NDArray } from "../ndarray.ts";
import { CSRNDArray, RowSparseNDArray, type SparseNDArray, sparseOf, toStorage } from "./arrays.ts";
import { rowOfEach, rowsAt, unique } from "./parts.ts";

const flag = (attrs: Attrs, camel: string, snake: string): boolean =>
  ["true", "1"].includes(String(attrs[camel] ?? attrs[snake] ?? false).toLowerCase());

/**
 * `dot` where one operand is csr and the other is not. The gradients with respect to the dense operand and the csr matrix's
 * elements are the tape's; what is recorded is dense, also where MXNet gives a sparse array.
 */
export function matrixProduct(lhs: NDArray, rhs: NDArray, attrs: Attrs, taped: boolean): NDArray | undefined {
  const [ta, tb] = [flag(attrs, "transposeA", "transpose_a"), flag(attrs, "transposeB", "transpose_b")];
  const [x, other] = lhs instanceof CSRNDArray ? [lhs, rhs] : [rhs, lhs];
  const left = x === lhs;
  if (!(x instanceof CSRNDArray) || x.inGraph || other instanceof CSRNDArray) return undefined;
  if (left && other.shape.length === 1) {
    const column = invoke1("Reshape", [other], { shape: [-1, 1] });
    const result = matrixProduct(x, column, { ...attrs, forwardStype: "default" }, taped);
    return result && invoke1("Reshape", [result], { shape: [-1] });
  }
  if (other.shape.length !== 2 || other.dtype !== x.dtype || (left ? tb : ta)) return undefined;
  const [rows, columns] = x.shape as [number, number];
  // Which of the axes meets the other matrix.
  const overRows = left ? ta : !tb;
  if (other.shape[left ? 0 : 1] !== (overRows ? rows : columns)) return undefined;
  const count = overRows ? columns : rows;
  if (left) {
    const sparse = ta && !taped && String(attrs.forwardStype ?? attrs.forward_stype) !== "default";
    return product(x, other, overRows, count, sparse);
  }
  if (other.stype !== "default") return undefined;
  // other · x = (xᵀ · otherᵀ)ᵀ
  const result = invoke1("transpose", [product(x, invoke1("transpose", [other]), overRows, count, false)]);
  return taped ? result : toStorage(result, "csr");
}

/** x · other, or xᵀ · other; a sparse result has the rows that some element reaches. */
function product(x: CSRNDArray, other: NDArray, transposed: boolean, count: number, sparse: boolean): NDArray {
  const { data, indices, indptr } = x.parts;
  const rows = rowOfEach(indptr as Int32Array);
  let elements = data;
  let [to, from] = transposed ? [indices, rows] : [rows, indices];
  let matrix = other;
  if (other instanceof RowSparseNDArray && !other.inGraph) {
    const stored = other.parts;
    const where = new Map(Array.from(stored.indices, (row, i) => [row, i]));
    const [places, source] = [to, from];
    const met = Int32Array.from(source.keys()).filter((i) => where.has(source[i] as number));
    elements = rowsAt(data, met);
    to = met.map((i) => places[i] as number);
    from = met.map((i) => where.get(source[i] as number) as number);
    matrix = stored.data;
  }
  const { sorted, inverse } = sparse ? unique(to) : { sorted: undefined, inverse: to };
  const operands = [elements, array(inverse), array(from), matrix];
  const result = invoke1("_coo_dot", operands, { rows: sorted?.length ?? count });
  return sorted ? sparseOf("row_sparse", [count, other.shape[1] as number], { data: result, indices: sorted }) : result;
}

/** `sum`, `mean` and `norm` of a sparse array without a dense copy, where they are over all elements or one axis of csr. */
export function reduced(op: string, x: SparseNDArray, attrs: Attrs): NDArray | undefined {
  const { axis, keepdims, exclude, ...rest } = attrs;
  if (exclude || Object.keys(rest).some((key) => rest[key] !== undefined)) return undefined;
  const axes = axis === undefined || axis === null ? [] : [axis].flat();
  const { data } = x.parts;
  const scaled = (sum: NDArray, count: number): NDArray =>
    op === "mean" ? invoke1("_div_scalar", [sum], { scalar: count }) : sum;
  if (axes.length === 0 && !keepdims && data.size > 0) {
    return op === "norm" ? invoke1(op, [data]) : scaled(invoke1("sum", [data]), x.size);
  }
  const along = Number(axes[0]);
  if (!(x instanceof CSRNDArray) || !x.dtype.startsWith("float") || op === "norm" || axes.length !== 1)
    return undefined;
  if (![-2, -1, 0, 1].includes(along)) return undefined;
  const overRows = along === 0 || along === -2;
  const [rows, columns] = x.shape as [number, number];
  const [summed, count] = overRows ? [rows, columns] : [columns, rows];
  const total = scaled(product(x, ones([summed, 1], x.dtype), overRows, count, false), summed);
  return invoke1("Reshape", [total], { shape: keepdims ? (overRows ? [1, count] : [count, 1]) : [count] });
}
