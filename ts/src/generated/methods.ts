// Written by crates/codegen from the registry. Do not edit.
import { apply, methodOptions, type OutOption } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";
import type {
  BroadcastAxisOptions,
  BroadcastLikeOptions,
  BroadcastToOptions,
  ExpandDimsOptions,
  MaxOptions,
  MeanOptions,
  MinOptions,
  NanprodOptions,
  NansumOptions,
  ProdOptions,
  ReshapeLikeOptions,
  SqueezeOptions,
  SumOptions,
  SwapAxisOptions,
  TransposeOptions,
} from "./ops.ts";

/** The methods of arrays that are operators: options by name in one object, or by position in MXNet's order. */
export abstract class NDArrayMethods {
  /** The absolute value |x|. Its gradient at 0 is 0. */
  abs(options?: OutOption): NDArray;
  abs(...args: unknown[]): unknown {
    return apply("abs", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The inverse cosine, in radians. */
  arccos(options?: OutOption): NDArray;
  arccos(...args: unknown[]): unknown {
    return apply("arccos", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The inverse hyperbolic cosine. */
  arccosh(options?: OutOption): NDArray;
  arccosh(...args: unknown[]): unknown {
    return apply("arccosh", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The inverse sine, in radians. */
  arcsin(options?: OutOption): NDArray;
  arcsin(...args: unknown[]): unknown {
    return apply("arcsin", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The inverse hyperbolic sine. */
  arcsinh(options?: OutOption): NDArray;
  arcsinh(...args: unknown[]): unknown {
    return apply("arcsinh", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The inverse tangent, in radians. */
  arctan(options?: OutOption): NDArray;
  arctan(...args: unknown[]): unknown {
    return apply("arctan", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The inverse hyperbolic tangent. */
  arctanh(options?: OutOption): NDArray;
  arctanh(...args: unknown[]): unknown {
    return apply("arctanh", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** Repeats the named axes of size 1 to new sizes. */
  broadcastAxes(options?: BroadcastAxisOptions): NDArray;
  broadcastAxes(axis?: number | readonly (number | null)[], size?: number | readonly (number | null)[]): NDArray;
  broadcastAxes(...args: unknown[]): unknown {
    return apply("broadcast_axis", [this, ...args.slice(0, 0), methodOptions(["axis", "size"], args.slice(0))]);
  }

  /**
   * Repeats axes of size 1 of lhs to the sizes that rhs has.
   *
   * @param rhs - The tensor with the sizes; its values do not matter.
   */
  broadcastLike(rhs: NDArray, options?: BroadcastLikeOptions): NDArray;
  broadcastLike(rhs: NDArray, lhsAxes?: number | readonly (number | null)[] | null, rhsAxes?: number | readonly (number | null)[] | null): NDArray;
  broadcastLike(...args: unknown[]): unknown {
    return apply("broadcast_like", [this, ...args.slice(0, 1), methodOptions(["lhsAxes", "rhsAxes"], args.slice(1))]);
  }

  /** Repeats axes of size 1 so that the result has the given shape. */
  broadcastTo(options: BroadcastToOptions): NDArray;
  broadcastTo(shape: number | readonly (number | null)[]): NDArray;
  broadcastTo(...args: unknown[]): unknown {
    return apply("broadcast_to", [this, ...args.slice(0, 0), methodOptions(["shape"], args.slice(0))]);
  }

  /** The cube root. */
  cbrt(options?: OutOption): NDArray;
  cbrt(...args: unknown[]): unknown {
    return apply("cbrt", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The smallest integer that is not less. */
  ceil(options?: OutOption): NDArray;
  ceil(...args: unknown[]): unknown {
    return apply("ceil", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The cosine; x in radians. */
  cos(options?: OutOption): NDArray;
  cos(...args: unknown[]): unknown {
    return apply("cos", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The hyperbolic cosine. */
  cosh(options?: OutOption): NDArray;
  cosh(...args: unknown[]): unknown {
    return apply("cosh", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** Radians to degrees. */
  degrees(options?: OutOption): NDArray;
  degrees(...args: unknown[]): unknown {
    return apply("degrees", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The Gauss error function. */
  erf(options?: OutOption): NDArray;
  erf(...args: unknown[]): unknown {
    return apply("erf", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The exponential eˣ. */
  exp(options?: OutOption): NDArray;
  exp(...args: unknown[]): unknown {
    return apply("exp", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** Inserts an axis of size 1. */
  expandDims(options: ExpandDimsOptions): NDArray;
  expandDims(axis: number): NDArray;
  expandDims(...args: unknown[]): unknown {
    return apply("expand_dims", [this, ...args.slice(0, 0), methodOptions(["axis"], args.slice(0))]);
  }

  /** eˣ - 1, accurate near 0. */
  expm1(options?: OutOption): NDArray;
  expm1(...args: unknown[]): unknown {
    return apply("expm1", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The nearest integer towards zero. */
  fix(options?: OutOption): NDArray;
  fix(...args: unknown[]): unknown {
    return apply("fix", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** Merges all axes but the first: (n, …) becomes (n, size of …). */
  flatten(options?: OutOption): NDArray;
  flatten(...args: unknown[]): unknown {
    return apply("Flatten", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The largest integer that is not greater. */
  floor(options?: OutOption): NDArray;
  floor(...args: unknown[]): unknown {
    return apply("floor", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The natural logarithm. */
  log(options?: OutOption): NDArray;
  log(...args: unknown[]): unknown {
    return apply("log", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The logarithm to base 10. */
  log10(options?: OutOption): NDArray;
  log10(...args: unknown[]): unknown {
    return apply("log10", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** ln(1 + x), accurate near 0. */
  log1p(options?: OutOption): NDArray;
  log1p(...args: unknown[]): unknown {
    return apply("log1p", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The logarithm to base 2. */
  log2(options?: OutOption): NDArray;
  log2(...args: unknown[]): unknown {
    return apply("log2", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The largest element; NaN if there is one. */
  max(options?: MaxOptions): NDArray;
  max(axis?: number | readonly (number | null)[] | null, keepdims?: boolean, exclude?: boolean): NDArray;
  max(...args: unknown[]): unknown {
    return apply("max", [this, ...args.slice(0, 0), methodOptions(["axis", "keepdims", "exclude"], args.slice(0))]);
  }

  /** The mean of the elements; of integers it is truncated. */
  mean(options?: MeanOptions): NDArray;
  mean(axis?: number | readonly (number | null)[] | null, keepdims?: boolean, exclude?: boolean): NDArray;
  mean(...args: unknown[]): unknown {
    return apply("mean", [this, ...args.slice(0, 0), methodOptions(["axis", "keepdims", "exclude"], args.slice(0))]);
  }

  /** The smallest element; NaN if there is one. */
  min(options?: MinOptions): NDArray;
  min(axis?: number | readonly (number | null)[] | null, keepdims?: boolean, exclude?: boolean): NDArray;
  min(...args: unknown[]): unknown {
    return apply("min", [this, ...args.slice(0, 0), methodOptions(["axis", "keepdims", "exclude"], args.slice(0))]);
  }

  /** The product of the elements that are not NaN. */
  nanprod(options?: NanprodOptions): NDArray;
  nanprod(axis?: number | readonly (number | null)[] | null, keepdims?: boolean, exclude?: boolean): NDArray;
  nanprod(...args: unknown[]): unknown {
    return apply("nanprod", [this, ...args.slice(0, 0), methodOptions(["axis", "keepdims", "exclude"], args.slice(0))]);
  }

  /** The sum of the elements that are not NaN. */
  nansum(options?: NansumOptions): NDArray;
  nansum(axis?: number | readonly (number | null)[] | null, keepdims?: boolean, exclude?: boolean): NDArray;
  nansum(...args: unknown[]): unknown {
    return apply("nansum", [this, ...args.slice(0, 0), methodOptions(["axis", "keepdims", "exclude"], args.slice(0))]);
  }

  /** Ones of the input's shape and dtype. */
  onesLike(options?: OutOption): NDArray;
  onesLike(...args: unknown[]): unknown {
    return apply("ones_like", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The product of the elements. */
  prod(options?: ProdOptions): NDArray;
  prod(axis?: number | readonly (number | null)[] | null, keepdims?: boolean, exclude?: boolean): NDArray;
  prod(...args: unknown[]): unknown {
    return apply("prod", [this, ...args.slice(0, 0), methodOptions(["axis", "keepdims", "exclude"], args.slice(0))]);
  }

  /** Degrees to radians. */
  radians(options?: OutOption): NDArray;
  radians(...args: unknown[]): unknown {
    return apply("radians", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The reciprocal of the cube root. */
  rcbrt(options?: OutOption): NDArray;
  rcbrt(...args: unknown[]): unknown {
    return apply("rcbrt", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The reciprocal 1/x. */
  reciprocal(options?: OutOption): NDArray;
  reciprocal(...args: unknown[]): unknown {
    return apply("reciprocal", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The rectifier max(x, 0). Its gradient at 0 is 0. */
  relu(options?: OutOption): NDArray;
  relu(...args: unknown[]): unknown {
    return apply("relu", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /**
   * The elements of lhs under the shape of rhs (or with some axes replaced by axes of rhs).
   *
   * @param rhs - The tensor with the shape; its values do not matter.
   */
  reshapeLike(rhs: NDArray, options?: ReshapeLikeOptions): NDArray;
  reshapeLike(rhs: NDArray, lhsBegin?: number | null, lhsEnd?: number | null, rhsBegin?: number | null, rhsEnd?: number | null): NDArray;
  reshapeLike(...args: unknown[]): unknown {
    return apply("reshape_like", [this, ...args.slice(0, 1), methodOptions(["lhsBegin", "lhsEnd", "rhsBegin", "rhsEnd"], args.slice(1))]);
  }

  /** The nearest integer; halves go to the lower number. */
  rint(options?: OutOption): NDArray;
  rint(...args: unknown[]): unknown {
    return apply("rint", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The nearest integer; halves go away from zero. */
  round(options?: OutOption): NDArray;
  round(...args: unknown[]): unknown {
    return apply("round", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The reciprocal of the square root, 1/√x. */
  rsqrt(options?: OutOption): NDArray;
  rsqrt(...args: unknown[]): unknown {
    return apply("rsqrt", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The logistic function 1/(1 + e⁻ˣ). */
  sigmoid(options?: OutOption): NDArray;
  sigmoid(...args: unknown[]): unknown {
    return apply("sigmoid", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The sign: -1, 0 or 1. */
  sign(options?: OutOption): NDArray;
  sign(...args: unknown[]): unknown {
    return apply("sign", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The sine; x in radians. */
  sin(options?: OutOption): NDArray;
  sin(...args: unknown[]): unknown {
    return apply("sin", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The hyperbolic sine. */
  sinh(options?: OutOption): NDArray;
  sinh(...args: unknown[]): unknown {
    return apply("sinh", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The square root. */
  sqrt(options?: OutOption): NDArray;
  sqrt(...args: unknown[]): unknown {
    return apply("sqrt", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The square x². */
  square(options?: OutOption): NDArray;
  square(...args: unknown[]): unknown {
    return apply("square", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** Removes axes of size 1. */
  squeeze(options?: SqueezeOptions): NDArray;
  squeeze(axis?: number | readonly (number | null)[] | null): NDArray;
  squeeze(...args: unknown[]): unknown {
    return apply("squeeze", [this, ...args.slice(0, 0), methodOptions(["axis"], args.slice(0))]);
  }

  /** The sum of the elements. */
  sum(options?: SumOptions): NDArray;
  sum(axis?: number | readonly (number | null)[] | null, keepdims?: boolean, exclude?: boolean): NDArray;
  sum(...args: unknown[]): unknown {
    return apply("sum", [this, ...args.slice(0, 0), methodOptions(["axis", "keepdims", "exclude"], args.slice(0))]);
  }

  /** Exchanges two axes. */
  swapaxes(options?: SwapAxisOptions): NDArray;
  swapaxes(dim1?: number, dim2?: number): NDArray;
  swapaxes(...args: unknown[]): unknown {
    return apply("SwapAxis", [this, ...args.slice(0, 0), methodOptions(["dim1", "dim2"], args.slice(0))]);
  }

  /** The tangent; x in radians. */
  tan(options?: OutOption): NDArray;
  tan(...args: unknown[]): unknown {
    return apply("tan", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The hyperbolic tangent. */
  tanh(options?: OutOption): NDArray;
  tanh(...args: unknown[]): unknown {
    return apply("tanh", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** The axes in another order; reversed by default. */
  transpose(options?: TransposeOptions): NDArray;
  transpose(axes?: number | readonly (number | null)[]): NDArray;
  transpose(...args: unknown[]): unknown {
    return apply("transpose", [this, ...args.slice(0, 0), methodOptions(["axes"], args.slice(0))]);
  }

  /** The integer part: towards zero. */
  trunc(options?: OutOption): NDArray;
  trunc(...args: unknown[]): unknown {
    return apply("trunc", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

  /** Zeros of the input's shape and dtype. */
  zerosLike(options?: OutOption): NDArray;
  zerosLike(...args: unknown[]): unknown {
    return apply("zeros_like", [this, ...args.slice(0, 0), methodOptions([], args.slice(0))]);
  }

}
