// Written by crates/codegen from the registry. Do not edit.
import type { DType } from "../nd/dtype.ts";
import { applyMethod, type OutOption } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";
import type {
  ArgmaxOptions,
  ArgminOptions,
  ArgsortOptions,
  BroadcastAxisOptions,
  BroadcastLikeOptions,
  BroadcastToOptions,
  ClipOptions,
  DepthToSpaceOptions,
  DiagOptions,
  ExpandDimsOptions,
  LogSoftmaxOptions,
  MaxOptions,
  MeanOptions,
  MinOptions,
  NanprodOptions,
  NansumOptions,
  NormOptions,
  OneHotOptions,
  PadOptions,
  PickOptions,
  ProdOptions,
  RepeatOptions,
  ReshapeLikeOptions,
  ReverseOptions,
  SliceAxisOptions,
  SliceChannelOptions,
  SliceLikeOptions,
  SoftmaxOptions,
  SoftminOptions,
  SortOptions,
  SpaceToDepthOptions,
  SqueezeOptions,
  SumOptions,
  SwapAxisOptions,
  TileOptions,
  TopkOptions,
  TransposeOptions,
} from "./ops.ts";

/** The methods of arrays that are operators: options by name in one object, or by position in MXNet's order. */
export abstract class NDArrayMethods {
  /** The absolute value |x|. Its gradient at 0 is 0. */
  abs(options?: OutOption): NDArray;
  abs(...args: unknown[]): unknown {
    return applyMethod("abs", this, args);
  }

  /** The inverse cosine, in radians. */
  arccos(options?: OutOption): NDArray;
  arccos(...args: unknown[]): unknown {
    return applyMethod("arccos", this, args);
  }

  /** The inverse hyperbolic cosine. */
  arccosh(options?: OutOption): NDArray;
  arccosh(...args: unknown[]): unknown {
    return applyMethod("arccosh", this, args);
  }

  /** The inverse sine, in radians. */
  arcsin(options?: OutOption): NDArray;
  arcsin(...args: unknown[]): unknown {
    return applyMethod("arcsin", this, args);
  }

  /** The inverse hyperbolic sine. */
  arcsinh(options?: OutOption): NDArray;
  arcsinh(...args: unknown[]): unknown {
    return applyMethod("arcsinh", this, args);
  }

  /** The inverse tangent, in radians. */
  arctan(options?: OutOption): NDArray;
  arctan(...args: unknown[]): unknown {
    return applyMethod("arctan", this, args);
  }

  /** The inverse hyperbolic tangent. */
  arctanh(options?: OutOption): NDArray;
  arctanh(...args: unknown[]): unknown {
    return applyMethod("arctanh", this, args);
  }

  /** The place of the largest element along an axis (the first one; that of a NaN if there is one), in the dtype of the data. */
  argmax(options?: ArgmaxOptions): NDArray;
  argmax(axis?: number | null, keepdims?: boolean): NDArray;
  argmax(...args: unknown[]): unknown {
    return applyMethod("argmax", this, args, ["axis", "keepdims"]);
  }

  /** The place of the largest element along axis 1. */
  argmaxChannel(options?: OutOption): NDArray;
  argmaxChannel(...args: unknown[]): unknown {
    return applyMethod("argmax_channel", this, args);
  }

  /** The place of the smallest element along an axis (the first one; that of a NaN if there is one), in the dtype of the data. */
  argmin(options?: ArgminOptions): NDArray;
  argmin(axis?: number | null, keepdims?: boolean): NDArray;
  argmin(...args: unknown[]): unknown {
    return applyMethod("argmin", this, args, ["axis", "keepdims"]);
  }

  /** The places of the elements along an axis, in the order of the elements. */
  argsort(options?: ArgsortOptions): NDArray;
  argsort(axis?: number | null, isAscend?: boolean, dtype?: DType): NDArray;
  argsort(...args: unknown[]): unknown {
    return applyMethod("argsort", this, args, ["axis", "isAscend", "dtype"]);
  }

  /** Repeats the named axes of size 1 to new sizes. */
  broadcastAxes(options?: BroadcastAxisOptions): NDArray;
  broadcastAxes(axis?: number | readonly (number | null)[], size?: number | readonly (number | null)[]): NDArray;
  broadcastAxes(...args: unknown[]): unknown {
    return applyMethod("broadcast_axis", this, args, ["axis", "size"]);
  }

  /**
   * Repeats axes of size 1 of lhs to the sizes that rhs has.
   *
   * @param rhs - The tensor with the sizes; its values do not matter.
   */
  broadcastLike(rhs: NDArray, options?: BroadcastLikeOptions): NDArray;
  broadcastLike(rhs: NDArray, lhsAxes?: number | readonly (number | null)[] | null, rhsAxes?: number | readonly (number | null)[] | null): NDArray;
  broadcastLike(...args: unknown[]): unknown {
    return applyMethod("broadcast_like", this, args, ["lhsAxes", "rhsAxes"], 1);
  }

  /** Repeats axes of size 1 so that the result has the given shape. */
  broadcastTo(options: BroadcastToOptions): NDArray;
  broadcastTo(shape: number | readonly (number | null)[]): NDArray;
  broadcastTo(...args: unknown[]): unknown {
    return applyMethod("broadcast_to", this, args, ["shape"]);
  }

  /** The cube root. */
  cbrt(options?: OutOption): NDArray;
  cbrt(...args: unknown[]): unknown {
    return applyMethod("cbrt", this, args);
  }

  /** The smallest integer that is not less. */
  ceil(options?: OutOption): NDArray;
  ceil(...args: unknown[]): unknown {
    return applyMethod("ceil", this, args);
  }

  /** The elements limited to a_min and a_max. The gradient is 1 between them and at both. */
  clip(options: ClipOptions): NDArray;
  clip(aMin: number, aMax: number): NDArray;
  clip(...args: unknown[]): unknown {
    return applyMethod("clip", this, args, ["aMin", "aMax"]);
  }

  /** The cosine; x in radians. */
  cos(options?: OutOption): NDArray;
  cos(...args: unknown[]): unknown {
    return applyMethod("cos", this, args);
  }

  /** The hyperbolic cosine. */
  cosh(options?: OutOption): NDArray;
  cosh(...args: unknown[]): unknown {
    return applyMethod("cosh", this, args);
  }

  /** Radians to degrees. */
  degrees(options?: OutOption): NDArray;
  degrees(...args: unknown[]): unknown {
    return applyMethod("degrees", this, args);
  }

  /** (n, block²·c, h, w) as (n, c, h·block, w·block): channels become places of blocks. */
  depthToSpace(options: DepthToSpaceOptions): NDArray;
  depthToSpace(blockSize: number): NDArray;
  depthToSpace(...args: unknown[]): unknown {
    return applyMethod("depth_to_space", this, args, ["blockSize"]);
  }

  /** A diagonal of the data as the last axis; of 1-dimensional data (n,) the square matrix (n + |k|, n + |k|) with it. */
  diag(options?: DiagOptions): NDArray;
  diag(k?: number, axis1?: number, axis2?: number): NDArray;
  diag(...args: unknown[]): unknown {
    return applyMethod("diag", this, args, ["k", "axis1", "axis2"]);
  }

  /** The Gauss error function. */
  erf(options?: OutOption): NDArray;
  erf(...args: unknown[]): unknown {
    return applyMethod("erf", this, args);
  }

  /** The exponential eˣ. */
  exp(options?: OutOption): NDArray;
  exp(...args: unknown[]): unknown {
    return applyMethod("exp", this, args);
  }

  /** Inserts an axis of size 1. */
  expandDims(options: ExpandDimsOptions): NDArray;
  expandDims(axis: number): NDArray;
  expandDims(...args: unknown[]): unknown {
    return applyMethod("expand_dims", this, args, ["axis"]);
  }

  /** eˣ - 1, accurate near 0. */
  expm1(options?: OutOption): NDArray;
  expm1(...args: unknown[]): unknown {
    return applyMethod("expm1", this, args);
  }

  /** The nearest integer towards zero. */
  fix(options?: OutOption): NDArray;
  fix(...args: unknown[]): unknown {
    return applyMethod("fix", this, args);
  }

  /** Merges all axes but the first: (n, …) becomes (n, size of …). */
  flatten(options?: OutOption): NDArray;
  flatten(...args: unknown[]): unknown {
    return applyMethod("Flatten", this, args);
  }

  /** The elements in reverse order along the given axes. */
  flip(options: ReverseOptions): NDArray;
  flip(axis: number | readonly (number | null)[]): NDArray;
  flip(...args: unknown[]): unknown {
    return applyMethod("reverse", this, args, ["axis"]);
  }

  /** The largest integer that is not greater. */
  floor(options?: OutOption): NDArray;
  floor(...args: unknown[]): unknown {
    return applyMethod("floor", this, args);
  }

  /** The natural logarithm. */
  log(options?: OutOption): NDArray;
  log(...args: unknown[]): unknown {
    return applyMethod("log", this, args);
  }

  /** The logarithm to base 10. */
  log10(options?: OutOption): NDArray;
  log10(...args: unknown[]): unknown {
    return applyMethod("log10", this, args);
  }

  /** ln(1 + x), accurate near 0. */
  log1p(options?: OutOption): NDArray;
  log1p(...args: unknown[]): unknown {
    return applyMethod("log1p", this, args);
  }

  /** The logarithm to base 2. */
  log2(options?: OutOption): NDArray;
  log2(...args: unknown[]): unknown {
    return applyMethod("log2", this, args);
  }

  /** The logarithm of softmax, computed stably. */
  logSoftmax(options?: LogSoftmaxOptions): NDArray;
  logSoftmax(axis?: number, temperature?: number | null, dtype?: "float16" | "float32" | "float64" | null, useLength?: boolean): NDArray;
  logSoftmax(...args: unknown[]): unknown {
    return applyMethod("log_softmax", this, args, ["axis", "temperature", "dtype", "useLength"]);
  }

  /** The largest element; NaN if there is one. */
  max(options?: MaxOptions): NDArray;
  max(axis?: number | readonly (number | null)[] | null, keepdims?: boolean, exclude?: boolean): NDArray;
  max(...args: unknown[]): unknown {
    return applyMethod("max", this, args, ["axis", "keepdims", "exclude"]);
  }

  /** The mean of the elements; of integers it is truncated. */
  mean(options?: MeanOptions): NDArray;
  mean(axis?: number | readonly (number | null)[] | null, keepdims?: boolean, exclude?: boolean): NDArray;
  mean(...args: unknown[]): unknown {
    return applyMethod("mean", this, args, ["axis", "keepdims", "exclude"]);
  }

  /** The smallest element; NaN if there is one. */
  min(options?: MinOptions): NDArray;
  min(axis?: number | readonly (number | null)[] | null, keepdims?: boolean, exclude?: boolean): NDArray;
  min(...args: unknown[]): unknown {
    return applyMethod("min", this, args, ["axis", "keepdims", "exclude"]);
  }

  /** The product of the elements that are not NaN. */
  nanprod(options?: NanprodOptions): NDArray;
  nanprod(axis?: number | readonly (number | null)[] | null, keepdims?: boolean, exclude?: boolean): NDArray;
  nanprod(...args: unknown[]): unknown {
    return applyMethod("nanprod", this, args, ["axis", "keepdims", "exclude"]);
  }

  /** The sum of the elements that are not NaN. */
  nansum(options?: NansumOptions): NDArray;
  nansum(axis?: number | readonly (number | null)[] | null, keepdims?: boolean, exclude?: boolean): NDArray;
  nansum(...args: unknown[]): unknown {
    return applyMethod("nansum", this, args, ["axis", "keepdims", "exclude"]);
  }

  /** The norm of the elements over axes. The gradient of the Euclidean norm of zeros is NaN. */
  norm(options?: NormOptions): NDArray;
  norm(ord?: number, axis?: number | readonly (number | null)[] | null, outDtype?: DType | null, keepdims?: boolean): NDArray;
  norm(...args: unknown[]): unknown {
    return applyMethod("norm", this, args, ["ord", "axis", "outDtype", "keepdims"]);
  }

  /** For each index a vector with one value at the index and another elsewhere. Indices out of range give vectors without the first. */
  oneHot(options: OneHotOptions): NDArray;
  oneHot(depth: number, onValue?: number, offValue?: number, dtype?: DType): NDArray;
  oneHot(...args: unknown[]): unknown {
    return applyMethod("one_hot", this, args, ["depth", "onValue", "offValue", "dtype"]);
  }

  /** Ones of the input's shape and dtype. */
  onesLike(options?: OutOption): NDArray;
  onesLike(...args: unknown[]): unknown {
    return applyMethod("ones_like", this, args);
  }

  /** The tensor with a border. Any number of axes may be padded; MXNet pads axes 2 and later of 4 or 5. */
  pad(options: PadOptions): NDArray;
  pad(mode: "constant" | "edge" | "reflect", padWidth: number | readonly (number | null)[], constantValue?: number): NDArray;
  pad(...args: unknown[]): unknown {
    return applyMethod("Pad", this, args, ["mode", "padWidth", "constantValue"]);
  }

  /**
   * One element of each line along an axis.
   *
   * @param index - Where along the axis; of data's shape without the axis, or with size 1 there.
   */
  pick(index: NDArray, options?: PickOptions): NDArray;
  pick(index: NDArray, axis?: number | null, keepdims?: boolean, mode?: "clip" | "wrap"): NDArray;
  pick(...args: unknown[]): unknown {
    return applyMethod("pick", this, args, ["axis", "keepdims", "mode"], 1);
  }

  /** The product of the elements. */
  prod(options?: ProdOptions): NDArray;
  prod(axis?: number | readonly (number | null)[] | null, keepdims?: boolean, exclude?: boolean): NDArray;
  prod(...args: unknown[]): unknown {
    return applyMethod("prod", this, args, ["axis", "keepdims", "exclude"]);
  }

  /** Degrees to radians. */
  radians(options?: OutOption): NDArray;
  radians(...args: unknown[]): unknown {
    return applyMethod("radians", this, args);
  }

  /** The reciprocal of the cube root. */
  rcbrt(options?: OutOption): NDArray;
  rcbrt(...args: unknown[]): unknown {
    return applyMethod("rcbrt", this, args);
  }

  /** The reciprocal 1/x. */
  reciprocal(options?: OutOption): NDArray;
  reciprocal(...args: unknown[]): unknown {
    return applyMethod("reciprocal", this, args);
  }

  /** The rectifier max(x, 0). Its gradient at 0 is 0. */
  relu(options?: OutOption): NDArray;
  relu(...args: unknown[]): unknown {
    return applyMethod("relu", this, args);
  }

  /** Each element several times in a row. */
  repeat(options: RepeatOptions): NDArray;
  repeat(repeats: number, axis?: number | null): NDArray;
  repeat(...args: unknown[]): unknown {
    return applyMethod("repeat", this, args, ["repeats", "axis"]);
  }

  /**
   * The elements of lhs under the shape of rhs (or with some axes replaced by axes of rhs).
   *
   * @param rhs - The tensor with the shape; its values do not matter.
   */
  reshapeLike(rhs: NDArray, options?: ReshapeLikeOptions): NDArray;
  reshapeLike(rhs: NDArray, lhsBegin?: number | null, lhsEnd?: number | null, rhsBegin?: number | null, rhsEnd?: number | null): NDArray;
  reshapeLike(...args: unknown[]): unknown {
    return applyMethod("reshape_like", this, args, ["lhsBegin", "lhsEnd", "rhsBegin", "rhsEnd"], 1);
  }

  /** The nearest integer; halves go to the lower number. */
  rint(options?: OutOption): NDArray;
  rint(...args: unknown[]): unknown {
    return applyMethod("rint", this, args);
  }

  /** The nearest integer; halves go away from zero. */
  round(options?: OutOption): NDArray;
  round(...args: unknown[]): unknown {
    return applyMethod("round", this, args);
  }

  /** The reciprocal of the square root, 1/√x. */
  rsqrt(options?: OutOption): NDArray;
  rsqrt(...args: unknown[]): unknown {
    return applyMethod("rsqrt", this, args);
  }

  /** The shape as a 1-dimensional int64 tensor. */
  shapeArray(options?: OutOption): NDArray;
  shapeArray(...args: unknown[]): unknown {
    return applyMethod("shape_array", this, args);
  }

  /** The logistic function 1/(1 + e⁻ˣ). */
  sigmoid(options?: OutOption): NDArray;
  sigmoid(...args: unknown[]): unknown {
    return applyMethod("sigmoid", this, args);
  }

  /** The sign: -1, 0 or 1. */
  sign(options?: OutOption): NDArray;
  sign(...args: unknown[]): unknown {
    return applyMethod("sign", this, args);
  }

  /** The sine; x in radians. */
  sin(options?: OutOption): NDArray;
  sin(...args: unknown[]): unknown {
    return applyMethod("sin", this, args);
  }

  /** The hyperbolic sine. */
  sinh(options?: OutOption): NDArray;
  sinh(...args: unknown[]): unknown {
    return applyMethod("sinh", this, args);
  }

  /** The number of elements as an int64 tensor (1,). */
  sizeArray(options?: OutOption): NDArray;
  sizeArray(...args: unknown[]): unknown {
    return applyMethod("size_array", this, args);
  }

  /** The part begin:end along one axis. */
  sliceAxis(options: SliceAxisOptions): NDArray;
  sliceAxis(axis: number, begin: number, end: number | null): NDArray;
  sliceAxis(...args: unknown[]): unknown {
    return applyMethod("slice_axis", this, args, ["axis", "begin", "end"]);
  }

  /**
   * The leading part of the data that has the other tensor's size along the given axes.
   *
   * @param shapeLike - The tensor with the sizes; its values do not matter.
   */
  sliceLike(shapeLike: NDArray, options?: SliceLikeOptions): NDArray;
  sliceLike(shapeLike: NDArray, axes?: number | readonly (number | null)[]): NDArray;
  sliceLike(...args: unknown[]): unknown {
    return applyMethod("slice_like", this, args, ["axes"], 1);
  }

  /** exp(x/T) / Σ exp(x/T) along an axis. */
  softmax(options?: SoftmaxOptions): NDArray;
  softmax(axis?: number, temperature?: number | null, dtype?: "float16" | "float32" | "float64" | null, useLength?: boolean): NDArray;
  softmax(...args: unknown[]): unknown {
    return applyMethod("softmax", this, args, ["axis", "temperature", "dtype", "useLength"]);
  }

  /** The softmax of -x. */
  softmin(options?: SoftminOptions): NDArray;
  softmin(axis?: number, temperature?: number | null, dtype?: "float16" | "float32" | "float64" | null, useLength?: boolean): NDArray;
  softmin(...args: unknown[]): unknown {
    return applyMethod("softmin", this, args, ["axis", "temperature", "dtype", "useLength"]);
  }

  /** The elements in order along an axis. Equal ones keep their order; NaN comes last. */
  sort(options?: SortOptions): NDArray;
  sort(axis?: number | null, isAscend?: boolean): NDArray;
  sort(...args: unknown[]): unknown {
    return applyMethod("sort", this, args, ["axis", "isAscend"]);
  }

  /** (n, c, h·block, w·block) as (n, block²·c, h, w): places of blocks become channels. */
  spaceToDepth(options: SpaceToDepthOptions): NDArray;
  spaceToDepth(blockSize: number): NDArray;
  spaceToDepth(...args: unknown[]): unknown {
    return applyMethod("space_to_depth", this, args, ["blockSize"]);
  }

  /** Splits a tensor into equal parts along an axis. */
  split(options: SliceChannelOptions): NDArray[];
  split(numOutputs: number, axis?: number, squeezeAxis?: boolean): NDArray[];
  split(...args: unknown[]): unknown {
    return applyMethod("SliceChannel", this, args, ["numOutputs", "axis", "squeezeAxis"]);
  }

  /** The square root. */
  sqrt(options?: OutOption): NDArray;
  sqrt(...args: unknown[]): unknown {
    return applyMethod("sqrt", this, args);
  }

  /** The square x². */
  square(options?: OutOption): NDArray;
  square(...args: unknown[]): unknown {
    return applyMethod("square", this, args);
  }

  /** Removes axes of size 1. */
  squeeze(options?: SqueezeOptions): NDArray;
  squeeze(axis?: number | readonly (number | null)[] | null): NDArray;
  squeeze(...args: unknown[]): unknown {
    return applyMethod("squeeze", this, args, ["axis"]);
  }

  /** The sum of the elements. */
  sum(options?: SumOptions): NDArray;
  sum(axis?: number | readonly (number | null)[] | null, keepdims?: boolean, exclude?: boolean): NDArray;
  sum(...args: unknown[]): unknown {
    return applyMethod("sum", this, args, ["axis", "keepdims", "exclude"]);
  }

  /** Exchanges two axes. */
  swapaxes(options?: SwapAxisOptions): NDArray;
  swapaxes(dim1?: number, dim2?: number): NDArray;
  swapaxes(...args: unknown[]): unknown {
    return applyMethod("SwapAxis", this, args, ["dim1", "dim2"]);
  }

  /** The tangent; x in radians. */
  tan(options?: OutOption): NDArray;
  tan(...args: unknown[]): unknown {
    return applyMethod("tan", this, args);
  }

  /** The hyperbolic tangent. */
  tanh(options?: OutOption): NDArray;
  tanh(...args: unknown[]): unknown {
    return applyMethod("tanh", this, args);
  }

  /** The tensor repeated as a whole along axes. */
  tile(options: TileOptions): NDArray;
  tile(reps: number | readonly (number | null)[]): NDArray;
  tile(...args: unknown[]): unknown {
    return applyMethod("tile", this, args, ["reps"]);
  }

  /** The largest (or smallest) elements along an axis, in order, or their places. Of equal ones the first are chosen. */
  topk(options?: TopkOptions): NDArray;
  topk(axis?: number | null, k?: number, retTyp?: "both" | "indices" | "mask" | "value", isAscend?: boolean, dtype?: DType): NDArray;
  topk(...args: unknown[]): unknown {
    return applyMethod("topk", this, args, ["axis", "k", "retTyp", "isAscend", "dtype"]);
  }

  /** The axes in another order; reversed by default. */
  transpose(options?: TransposeOptions): NDArray;
  transpose(axes?: number | readonly (number | null)[]): NDArray;
  transpose(...args: unknown[]): unknown {
    return applyMethod("transpose", this, args, ["axes"]);
  }

  /** The integer part: towards zero. */
  trunc(options?: OutOption): NDArray;
  trunc(...args: unknown[]): unknown {
    return applyMethod("trunc", this, args);
  }

  /** Zeros of the input's shape and dtype. */
  zerosLike(options?: OutOption): NDArray;
  zerosLike(...args: unknown[]): unknown {
    return applyMethod("zeros_like", this, args);
  }

}
