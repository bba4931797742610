export { abs, adamUpdate, addN, arccos, arccosh, arcsin, arcsinh, arctan, arctanh, broadcastAdd, broadcastDiv, broadcastMul, broadcastSub, cbrt, ceil, clip, cos, cosh, degrees, dot, Embedding, elemwiseAdd, elemwiseDiv, elemwiseMul, elemwiseSub, exp, expm1, FullyConnected, fix, floor, ftrlUpdate, gamma, gammaln, LinearRegressionOutput, LogisticRegressionOutput, log, log1p, log2, log10, MAERegressionOutput, makeLoss, mean, negative, norm, radians, relu, rint, round, rsqrt, sgdMomUpdate, sgdUpdate, sigmoid, sign, sin, sinh, slice, sqrt, square, sum, tan, tanh, trunc, where, zerosLike, } from "../../generated/ops.ts";
export { add, divide, multiply, subtract } from "../binary.ts";
export { CSRNDArray, RowSparseNDArray, SparseNDArray } from "./arrays.ts";
export { array, type CSRSource, castStorage, csrMatrix, empty, type List, type RowSparseSource, retain, rowSparseArray, zeros, } from "./create.ts";
export { setFallbackWarning } from "./dispatch.ts";
