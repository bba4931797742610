import type { Attrs } from "../../runtime/attrs.ts";
import type { NDArray } from "../ndarray.ts";
import { type SparseNDArray } from "./arrays.ts";
/**
 * `dot` where one operand is csr and the other is not. The gradients with respect to the dense operand and the csr matrix's
 * elements are the tape's; what is recorded is dense, also where MXNet gives a sparse array.
 */
export declare function matrixProduct(lhs: NDArray, rhs: NDArray, attrs: Attrs, taped: boolean): NDArray | undefined;
/** `sum`, `mean` and `norm` of a sparse array without a dense copy, where they are over all elements or one axis of csr. */
export declare function reduced(op: string, x: SparseNDArray, attrs: Attrs): NDArray | undefined;
