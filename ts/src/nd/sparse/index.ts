// mx.nd.sparse
export { dot } from "../../generated/ops.ts";
export { add, divide, multiply, subtract } from "../binary.ts";
export { CSRNDArray, RowSparseNDArray, SparseNDArray } from "./arrays.ts";
export {
  array,
  type CSRSource,
  castStorage,
  csrMatrix,
  empty,
  type List,
  type RowSparseSource,
  retain,
  rowSparseArray,
  zeros,
} from "./create.ts";
export { setFallbackWarning } from "./dispatch.ts";
