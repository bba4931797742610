// Products of csr matrices and dense ones.
import type { Attrs } from "../../runtime/attrs.ts";
import { array } from "../create.ts";
import { invoke1 } from "../invoke.ts";
import type { NDArray } from "../ndarray.ts";
import { cast, SparseNDArray, sparseOf } from "./arrays.ts";
import { rowOfEach, unique } from "./parts.ts";

const flag = (attrs: Attrs, camel: string, snake: string): boolean =>
  ["true", "1"].includes(String(attrs[camel] ?? attrs[snake] ?? false).toLowerCase());

/**
 * `dot` where one operand is csr. The gradients with respect to the dense operand and the csr matrix's elements are the
 * tape's; what is recorded is dense, also where MXNet gives a sparse array.
 */
export function matrixProduct(lhs: NDArray, rhs: NDArray, attrs: Attrs, taped: boolean): NDArray | undefined {
  const [ta, tb] = [flag(attrs, "transposeA", "transpose_a"), flag(attrs, "transposeB", "transpose_b")];
  const [sparse, dense] = lhs.stype === "csr" ? [lhs, rhs] : [rhs, lhs];
  if (!(sparse instanceof SparseNDArray) || sparse.stype !== "csr" || sparse.inGraph) return undefined;
  const fits = dense.stype !== "csr" && dense.shape.length === 2 && dense.dtype === sparse.dtype;
  if (!fits || (sparse === lhs ? tb : ta)) return undefined;
  const [rows, columns] = sparse.shape as [number, number];
  if (sparse === lhs) {
    const [out, inner] = ta ? [columns, rows] : [rows, columns];
    if (dense.shape[0] !== inner) return undefined;
    const wanted = String(attrs.forwardStype ?? attrs.forward_stype ?? "");
    if (!ta || taped || wanted === "default") return product(sparse, dense, ta, out);
    // The rows of the transpose that have elements.
    const { data, indices, indptr } = sparse.parts;
    const { sorted, inverse } = unique(indices);
    const operands = [data, array(inverse), array(rowOfEach(indptr as Int32Array)), dense];
    const parts = { data: invoke1("_coo_dot", operands, { rows: sorted.length }), indices: sorted };
    return sparseOf("row_sparse", [out, dense.shape[1] as number], parts);
  }
  // dense · csr = (csrᵀ · denseᵀ)ᵀ
  const [out, inner] = tb ? [rows, columns] : [columns, rows];
  if (dense.shape[1] !== inner) return undefined;
  const result = invoke1("transpose", [product(sparse, invoke1("transpose", [dense]), !tb, out)]);
  return taped ? result : cast(result, "csr");
}

function product(x: SparseNDArray, dense: NDArray, transposed: boolean, rows: number): NDArray {
  const { data, indices, indptr } = x.parts;
  const places = [rowOfEach(indptr as Int32Array), indices].map((list) => array(list)) as [NDArray, NDArray];
  const [to, from] = transposed ? places.reverse() : places;
  return invoke1("_coo_dot", [data, to as NDArray, from as NDArray, dense], { rows });
}
