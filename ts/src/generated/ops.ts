// Written by crates/codegen from the registry. Do not edit.
import type { DType } from "../nd/dtype.ts";
import { apply, type OutOption } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";

/**
 * The absolute value |x|. Its gradient at 0 is 0.
 *
 * @param data - The tensor.
 */
export function abs(data: NDArray, options?: OutOption): NDArray;
export function abs(...args: unknown[]): unknown {
  return apply("abs", args);
}

/**
 * The sign: -1, 0 or 1.
 *
 * @param data - The tensor.
 */
export function sign(data: NDArray, options?: OutOption): NDArray;
export function sign(...args: unknown[]): unknown {
  return apply("sign", args);
}

/**
 * The nearest integer; halves go away from zero.
 *
 * @param data - The tensor.
 */
export function round(data: NDArray, options?: OutOption): NDArray;
export function round(...args: unknown[]): unknown {
  return apply("round", args);
}

/**
 * The nearest integer; halves go to the lower number.
 *
 * @param data - The tensor.
 */
export function rint(data: NDArray, options?: OutOption): NDArray;
export function rint(...args: unknown[]): unknown {
  return apply("rint", args);
}

/**
 * The smallest integer that is not less.
 *
 * @param data - The tensor.
 */
export function ceil(data: NDArray, options?: OutOption): NDArray;
export function ceil(...args: unknown[]): unknown {
  return apply("ceil", args);
}

/**
 * The largest integer that is not greater.
 *
 * @param data - The tensor.
 */
export function floor(data: NDArray, options?: OutOption): NDArray;
export function floor(...args: unknown[]): unknown {
  return apply("floor", args);
}

/**
 * The integer part: towards zero.
 *
 * @param data - The tensor.
 */
export function trunc(data: NDArray, options?: OutOption): NDArray;
export function trunc(...args: unknown[]): unknown {
  return apply("trunc", args);
}

/**
 * The nearest integer towards zero.
 *
 * @param data - The tensor.
 */
export function fix(data: NDArray, options?: OutOption): NDArray;
export function fix(...args: unknown[]): unknown {
  return apply("fix", args);
}

/**
 * The negative -x.
 *
 * @param data - The tensor.
 */
export function negative(data: NDArray, options?: OutOption): NDArray;
export function negative(...args: unknown[]): unknown {
  return apply("negative", args);
}

/**
 * The reciprocal 1/x.
 *
 * @param data - The tensor.
 */
export function reciprocal(data: NDArray, options?: OutOption): NDArray;
export function reciprocal(...args: unknown[]): unknown {
  return apply("reciprocal", args);
}

/**
 * The square x².
 *
 * @param data - The tensor.
 */
export function square(data: NDArray, options?: OutOption): NDArray;
export function square(...args: unknown[]): unknown {
  return apply("square", args);
}

/**
 * The square root.
 *
 * @param data - The tensor.
 */
export function sqrt(data: NDArray, options?: OutOption): NDArray;
export function sqrt(...args: unknown[]): unknown {
  return apply("sqrt", args);
}

/**
 * The reciprocal of the square root, 1/√x.
 *
 * @param data - The tensor.
 */
export function rsqrt(data: NDArray, options?: OutOption): NDArray;
export function rsqrt(...args: unknown[]): unknown {
  return apply("rsqrt", args);
}

/**
 * The cube root.
 *
 * @param data - The tensor.
 */
export function cbrt(data: NDArray, options?: OutOption): NDArray;
export function cbrt(...args: unknown[]): unknown {
  return apply("cbrt", args);
}

/**
 * The reciprocal of the cube root.
 *
 * @param data - The tensor.
 */
export function rcbrt(data: NDArray, options?: OutOption): NDArray;
export function rcbrt(...args: unknown[]): unknown {
  return apply("rcbrt", args);
}

/**
 * The exponential eˣ.
 *
 * @param data - The tensor.
 */
export function exp(data: NDArray, options?: OutOption): NDArray;
export function exp(...args: unknown[]): unknown {
  return apply("exp", args);
}

/**
 * eˣ - 1, accurate near 0.
 *
 * @param data - The tensor.
 */
export function expm1(data: NDArray, options?: OutOption): NDArray;
export function expm1(...args: unknown[]): unknown {
  return apply("expm1", args);
}

/**
 * The natural logarithm.
 *
 * @param data - The tensor.
 */
export function log(data: NDArray, options?: OutOption): NDArray;
export function log(...args: unknown[]): unknown {
  return apply("log", args);
}

/**
 * The logarithm to base 10.
 *
 * @param data - The tensor.
 */
export function log10(data: NDArray, options?: OutOption): NDArray;
export function log10(...args: unknown[]): unknown {
  return apply("log10", args);
}

/**
 * The logarithm to base 2.
 *
 * @param data - The tensor.
 */
export function log2(data: NDArray, options?: OutOption): NDArray;
export function log2(...args: unknown[]): unknown {
  return apply("log2", args);
}

/**
 * ln(1 + x), accurate near 0.
 *
 * @param data - The tensor.
 */
export function log1p(data: NDArray, options?: OutOption): NDArray;
export function log1p(...args: unknown[]): unknown {
  return apply("log1p", args);
}

/**
 * The sine; x in radians.
 *
 * @param data - The tensor.
 */
export function sin(data: NDArray, options?: OutOption): NDArray;
export function sin(...args: unknown[]): unknown {
  return apply("sin", args);
}

/**
 * The cosine; x in radians.
 *
 * @param data - The tensor.
 */
export function cos(data: NDArray, options?: OutOption): NDArray;
export function cos(...args: unknown[]): unknown {
  return apply("cos", args);
}

/**
 * The tangent; x in radians.
 *
 * @param data - The tensor.
 */
export function tan(data: NDArray, options?: OutOption): NDArray;
export function tan(...args: unknown[]): unknown {
  return apply("tan", args);
}

/**
 * The inverse sine, in radians.
 *
 * @param data - The tensor.
 */
export function arcsin(data: NDArray, options?: OutOption): NDArray;
export function arcsin(...args: unknown[]): unknown {
  return apply("arcsin", args);
}

/**
 * The inverse cosine, in radians.
 *
 * @param data - The tensor.
 */
export function arccos(data: NDArray, options?: OutOption): NDArray;
export function arccos(...args: unknown[]): unknown {
  return apply("arccos", args);
}

/**
 * The inverse tangent, in radians.
 *
 * @param data - The tensor.
 */
export function arctan(data: NDArray, options?: OutOption): NDArray;
export function arctan(...args: unknown[]): unknown {
  return apply("arctan", args);
}

/**
 * The hyperbolic sine.
 *
 * @param data - The tensor.
 */
export function sinh(data: NDArray, options?: OutOption): NDArray;
export function sinh(...args: unknown[]): unknown {
  return apply("sinh", args);
}

/**
 * The hyperbolic cosine.
 *
 * @param data - The tensor.
 */
export function cosh(data: NDArray, options?: OutOption): NDArray;
export function cosh(...args: unknown[]): unknown {
  return apply("cosh", args);
}

/**
 * The hyperbolic tangent.
 *
 * @param data - The tensor.
 */
export function tanh(data: NDArray, options?: OutOption): NDArray;
export function tanh(...args: unknown[]): unknown {
  return apply("tanh", args);
}

/**
 * The inverse hyperbolic sine.
 *
 * @param data - The tensor.
 */
export function arcsinh(data: NDArray, options?: OutOption): NDArray;
export function arcsinh(...args: unknown[]): unknown {
  return apply("arcsinh", args);
}

/**
 * The inverse hyperbolic cosine.
 *
 * @param data - The tensor.
 */
export function arccosh(data: NDArray, options?: OutOption): NDArray;
export function arccosh(...args: unknown[]): unknown {
  return apply("arccosh", args);
}

/**
 * The inverse hyperbolic tangent.
 *
 * @param data - The tensor.
 */
export function arctanh(data: NDArray, options?: OutOption): NDArray;
export function arctanh(...args: unknown[]): unknown {
  return apply("arctanh", args);
}

/**
 * Radians to degrees.
 *
 * @param data - The tensor.
 */
export function degrees(data: NDArray, options?: OutOption): NDArray;
export function degrees(...args: unknown[]): unknown {
  return apply("degrees", args);
}

/**
 * Degrees to radians.
 *
 * @param data - The tensor.
 */
export function radians(data: NDArray, options?: OutOption): NDArray;
export function radians(...args: unknown[]): unknown {
  return apply("radians", args);
}

/**
 * The rectifier max(x, 0). Its gradient at 0 is 0.
 *
 * @param data - The tensor.
 */
export function relu(data: NDArray, options?: OutOption): NDArray;
export function relu(...args: unknown[]): unknown {
  return apply("relu", args);
}

/**
 * The logistic function 1/(1 + e⁻ˣ).
 *
 * @param data - The tensor.
 */
export function sigmoid(data: NDArray, options?: OutOption): NDArray;
export function sigmoid(...args: unknown[]): unknown {
  return apply("sigmoid", args);
}

/**
 * x/(1 + |x|).
 *
 * @param data - The tensor.
 */
export function softsign(data: NDArray, options?: OutOption): NDArray;
export function softsign(...args: unknown[]): unknown {
  return apply("softsign", args);
}

/**
 * The Gauss error function.
 *
 * @param data - The tensor.
 */
export function erf(data: NDArray, options?: OutOption): NDArray;
export function erf(...args: unknown[]): unknown {
  return apply("erf", args);
}

/**
 * The inverse of the error function.
 *
 * @param data - The tensor.
 */
export function erfinv(data: NDArray, options?: OutOption): NDArray;
export function erfinv(...args: unknown[]): unknown {
  return apply("erfinv", args);
}

/**
 * The gamma function.
 *
 * @param data - The tensor.
 */
export function gamma(data: NDArray, options?: OutOption): NDArray;
export function gamma(...args: unknown[]): unknown {
  return apply("gamma", args);
}

/**
 * The logarithm of the absolute value of the gamma function.
 *
 * @param data - The tensor.
 */
export function gammaln(data: NDArray, options?: OutOption): NDArray;
export function gammaln(...args: unknown[]): unknown {
  return apply("gammaln", args);
}

/**
 * The logical complement: 1 where x is 0, else 0.
 *
 * @param data - The tensor.
 */
export function logicalNot(data: NDArray, options?: OutOption): NDArray;
export function logicalNot(...args: unknown[]): unknown {
  return apply("logical_not", args);
}

/**
 * The sum a + b.
 * Both operands have one shape.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand, of lhs's shape.
 */
export function elemwiseAdd(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
export function elemwiseAdd(...args: unknown[]): unknown {
  return apply("elemwise_add", args);
}

/**
 * The sum a + b.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export function broadcastAdd(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
export function broadcastAdd(...args: unknown[]): unknown {
  return apply("broadcast_add", args);
}

/** Another name of `broadcastAdd`. */
export const broadcastPlus: typeof broadcastAdd = broadcastAdd;

/**
 * The difference a - b.
 * Both operands have one shape.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand, of lhs's shape.
 */
export function elemwiseSub(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
export function elemwiseSub(...args: unknown[]): unknown {
  return apply("elemwise_sub", args);
}

/**
 * The difference a - b.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export function broadcastSub(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
export function broadcastSub(...args: unknown[]): unknown {
  return apply("broadcast_sub", args);
}

/** Another name of `broadcastSub`. */
export const broadcastMinus: typeof broadcastSub = broadcastSub;

/**
 * The product a·b.
 * Both operands have one shape.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand, of lhs's shape.
 */
export function elemwiseMul(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
export function elemwiseMul(...args: unknown[]): unknown {
  return apply("elemwise_mul", args);
}

/**
 * The product a·b.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export function broadcastMul(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
export function broadcastMul(...args: unknown[]): unknown {
  return apply("broadcast_mul", args);
}

/**
 * The quotient a/b; of integers it is truncated towards zero.
 * Both operands have one shape.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand, of lhs's shape.
 */
export function elemwiseDiv(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
export function elemwiseDiv(...args: unknown[]): unknown {
  return apply("elemwise_div", args);
}

/**
 * The quotient a/b; of integers it is truncated towards zero.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export function broadcastDiv(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
export function broadcastDiv(...args: unknown[]): unknown {
  return apply("broadcast_div", args);
}

/**
 * The remainder of a/b with the sign of b; 0 where b is 0.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export function broadcastMod(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
export function broadcastMod(...args: unknown[]): unknown {
  return apply("broadcast_mod", args);
}

/**
 * The power a to the b.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export function broadcastPower(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
export function broadcastPower(...args: unknown[]): unknown {
  return apply("broadcast_power", args);
}

/**
 * The length √(a² + b²) of the hypotenuse.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export function broadcastHypot(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
export function broadcastHypot(...args: unknown[]): unknown {
  return apply("broadcast_hypot", args);
}

/**
 * The larger one. Where both are equal, the gradient goes to lhs.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export function broadcastMaximum(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
export function broadcastMaximum(...args: unknown[]): unknown {
  return apply("broadcast_maximum", args);
}

/**
 * The smaller one. Where both are equal, the gradient goes to lhs.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export function broadcastMinimum(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
export function broadcastMinimum(...args: unknown[]): unknown {
  return apply("broadcast_minimum", args);
}

/**
 * 1 where a = b, else 0, in the operands' dtype.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export function broadcastEqual(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
export function broadcastEqual(...args: unknown[]): unknown {
  return apply("broadcast_equal", args);
}

/**
 * 1 where a ≠ b, else 0, in the operands' dtype.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export function broadcastNotEqual(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
export function broadcastNotEqual(...args: unknown[]): unknown {
  return apply("broadcast_not_equal", args);
}

/**
 * 1 where a > b, else 0, in the operands' dtype.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export function broadcastGreater(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
export function broadcastGreater(...args: unknown[]): unknown {
  return apply("broadcast_greater", args);
}

/**
 * 1 where a ≥ b, else 0, in the operands' dtype.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export function broadcastGreaterEqual(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
export function broadcastGreaterEqual(...args: unknown[]): unknown {
  return apply("broadcast_greater_equal", args);
}

/**
 * 1 where a < b, else 0, in the operands' dtype.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export function broadcastLesser(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
export function broadcastLesser(...args: unknown[]): unknown {
  return apply("broadcast_lesser", args);
}

/**
 * 1 where a ≤ b, else 0, in the operands' dtype.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export function broadcastLesserEqual(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
export function broadcastLesserEqual(...args: unknown[]): unknown {
  return apply("broadcast_lesser_equal", args);
}

/**
 * 1 where both are not 0, else 0.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export function broadcastLogicalAnd(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
export function broadcastLogicalAnd(...args: unknown[]): unknown {
  return apply("broadcast_logical_and", args);
}

/**
 * 1 where at least one is not 0, else 0.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export function broadcastLogicalOr(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
export function broadcastLogicalOr(...args: unknown[]): unknown {
  return apply("broadcast_logical_or", args);
}

/**
 * 1 where exactly one is not 0, else 0.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export function broadcastLogicalXor(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
export function broadcastLogicalXor(...args: unknown[]): unknown {
  return apply("broadcast_logical_xor", args);
}

/** Options of `sum`. */
export interface SumOptions extends OutOption {
  /** The axes to reduce; negative ones count from the end. None or an empty list reduces all of them. Default: `None`. */
  axis?: number | readonly (number | null)[] | null | undefined;
  /** Whether reduced axes stay, with size 1. Default: `False`. */
  keepdims?: boolean | undefined;
  /** Whether `axis` names the axes to keep instead. Default: `False`. */
  exclude?: boolean | undefined;
}

/**
 * The sum of the elements.
 *
 * @param data - The tensor.
 */
export function sum(data: NDArray, options?: SumOptions): NDArray;
export function sum(...args: unknown[]): unknown {
  return apply("sum", args);
}

/** Another name of `sum`. */
export const sumAxis: typeof sum = sum;

/** Options of `mean`. */
export interface MeanOptions extends OutOption {
  /** The axes to reduce; negative ones count from the end. None or an empty list reduces all of them. Default: `None`. */
  axis?: number | readonly (number | null)[] | null | undefined;
  /** Whether reduced axes stay, with size 1. Default: `False`. */
  keepdims?: boolean | undefined;
  /** Whether `axis` names the axes to keep instead. Default: `False`. */
  exclude?: boolean | undefined;
}

/**
 * The mean of the elements; of integers it is truncated.
 *
 * @param data - The tensor.
 */
export function mean(data: NDArray, options?: MeanOptions): NDArray;
export function mean(...args: unknown[]): unknown {
  return apply("mean", args);
}

/** Options of `prod`. */
export interface ProdOptions extends OutOption {
  /** The axes to reduce; negative ones count from the end. None or an empty list reduces all of them. Default: `None`. */
  axis?: number | readonly (number | null)[] | null | undefined;
  /** Whether reduced axes stay, with size 1. Default: `False`. */
  keepdims?: boolean | undefined;
  /** Whether `axis` names the axes to keep instead. Default: `False`. */
  exclude?: boolean | undefined;
}

/**
 * The product of the elements.
 *
 * @param data - The tensor.
 */
export function prod(data: NDArray, options?: ProdOptions): NDArray;
export function prod(...args: unknown[]): unknown {
  return apply("prod", args);
}

/** Options of `max`. */
export interface MaxOptions extends OutOption {
  /** The axes to reduce; negative ones count from the end. None or an empty list reduces all of them. Default: `None`. */
  axis?: number | readonly (number | null)[] | null | undefined;
  /** Whether reduced axes stay, with size 1. Default: `False`. */
  keepdims?: boolean | undefined;
  /** Whether `axis` names the axes to keep instead. Default: `False`. */
  exclude?: boolean | undefined;
}

/**
 * The largest element; NaN if there is one.
 *
 * @param data - The tensor.
 */
export function max(data: NDArray, options?: MaxOptions): NDArray;
export function max(...args: unknown[]): unknown {
  return apply("max", args);
}

/** Another name of `max`. */
export const maxAxis: typeof max = max;

/** Options of `min`. */
export interface MinOptions extends OutOption {
  /** The axes to reduce; negative ones count from the end. None or an empty list reduces all of them. Default: `None`. */
  axis?: number | readonly (number | null)[] | null | undefined;
  /** Whether reduced axes stay, with size 1. Default: `False`. */
  keepdims?: boolean | undefined;
  /** Whether `axis` names the axes to keep instead. Default: `False`. */
  exclude?: boolean | undefined;
}

/**
 * The smallest element; NaN if there is one.
 *
 * @param data - The tensor.
 */
export function min(data: NDArray, options?: MinOptions): NDArray;
export function min(...args: unknown[]): unknown {
  return apply("min", args);
}

/** Another name of `min`. */
export const minAxis: typeof min = min;

/** Options of `nansum`. */
export interface NansumOptions extends OutOption {
  /** The axes to reduce; negative ones count from the end. None or an empty list reduces all of them. Default: `None`. */
  axis?: number | readonly (number | null)[] | null | undefined;
  /** Whether reduced axes stay, with size 1. Default: `False`. */
  keepdims?: boolean | undefined;
  /** Whether `axis` names the axes to keep instead. Default: `False`. */
  exclude?: boolean | undefined;
}

/**
 * The sum of the elements that are not NaN.
 *
 * @param data - The tensor.
 */
export function nansum(data: NDArray, options?: NansumOptions): NDArray;
export function nansum(...args: unknown[]): unknown {
  return apply("nansum", args);
}

/** Options of `nanprod`. */
export interface NanprodOptions extends OutOption {
  /** The axes to reduce; negative ones count from the end. None or an empty list reduces all of them. Default: `None`. */
  axis?: number | readonly (number | null)[] | null | undefined;
  /** Whether reduced axes stay, with size 1. Default: `False`. */
  keepdims?: boolean | undefined;
  /** Whether `axis` names the axes to keep instead. Default: `False`. */
  exclude?: boolean | undefined;
}

/**
 * The product of the elements that are not NaN.
 *
 * @param data - The tensor.
 */
export function nanprod(data: NDArray, options?: NanprodOptions): NDArray;
export function nanprod(...args: unknown[]): unknown {
  return apply("nanprod", args);
}

/**
 * Zeros of the input's shape and dtype.
 *
 * @param data - The tensor.
 */
export function zerosLike(data: NDArray, options?: OutOption): NDArray;
export function zerosLike(...args: unknown[]): unknown {
  return apply("zeros_like", args);
}

/**
 * Ones of the input's shape and dtype.
 *
 * @param data - The tensor.
 */
export function onesLike(data: NDArray, options?: OutOption): NDArray;
export function onesLike(...args: unknown[]): unknown {
  return apply("ones_like", args);
}

/** Options of `Cast`. */
export interface CastOptions extends OutOption {
  /** The element type of the result. Required. */
  dtype: DType;
}

/**
 * The elements in another type. Floats are truncated to integers; the gradient passes through, cast back.
 *
 * @param data - The tensor.
 */
export function Cast(data: NDArray, options: CastOptions): NDArray;
export function Cast(...args: unknown[]): unknown {
  return apply("Cast", args);
}

/** Another name of `Cast`. */
export const cast: typeof Cast = Cast;

/**
 * A copy of the input.
 *
 * @param data - The tensor.
 */
export function identity(data: NDArray, options?: OutOption): NDArray;
export function identity(...args: unknown[]): unknown {
  return apply("_copy", args);
}

/** Options of `Reshape`. */
export interface ReshapeOptions extends OutOption {
  /**
   * The new shape. 0 keeps the input's size at this place, -1 is inferred, -2 keeps all remaining sizes,
   * -3 merges the next two, -4 splits the next one into the two sizes that follow (one may be -1). Default: `()`.
   */
  shape?: number | readonly (number | null)[] | undefined;
  /** Whether the code is matched from the right. Default: `False`. */
  reverse?: boolean | undefined;
  /** Deprecated: the target shape, where 0 is inferred. Default: `()`. */
  targetShape?: number | readonly (number | null)[] | undefined;
  /** Deprecated: with `target_shape`, keeps the first size. Default: `False`. */
  keepHighest?: boolean | undefined;
}

/**
 * The elements under another shape.
 *
 * @param data - The tensor.
 */
export function Reshape(data: NDArray, options?: ReshapeOptions): NDArray;
export function Reshape(...args: unknown[]): unknown {
  return apply("Reshape", args);
}

/** Another name of `Reshape`. */
export const reshape: typeof Reshape = Reshape;

/**
 * Merges all axes but the first: (n, …) becomes (n, size of …).
 *
 * @param data - The tensor.
 */
export function Flatten(data: NDArray, options?: OutOption): NDArray;
export function Flatten(...args: unknown[]): unknown {
  return apply("Flatten", args);
}

/** Another name of `Flatten`. */
export const flatten: typeof Flatten = Flatten;

/** Options of `expandDims`. */
export interface ExpandDimsOptions extends OutOption {
  /** Where the new axis stands in the result; negative ones count from the end. Required. */
  axis: number;
}

/**
 * Inserts an axis of size 1.
 *
 * @param data - The tensor.
 */
export function expandDims(data: NDArray, options: ExpandDimsOptions): NDArray;
export function expandDims(...args: unknown[]): unknown {
  return apply("expand_dims", args);
}

/** Options of `squeeze`. */
export interface SqueezeOptions extends OutOption {
  /** The axes to remove, each of size 1; all axes of size 1 when None. Default: `None`. */
  axis?: number | readonly (number | null)[] | null | undefined;
}

/**
 * Removes axes of size 1.
 *
 * @param data - The tensor.
 */
export function squeeze(data: NDArray, options?: SqueezeOptions): NDArray;
export function squeeze(...args: unknown[]): unknown {
  return apply("squeeze", args);
}

/** Options of `reshapeLike`. */
export interface ReshapeLikeOptions extends OutOption {
  /** The first axis of lhs to replace. Default: `None`. */
  lhsBegin?: number | null | undefined;
  /** The end (not included) of the axes of lhs to replace. Default: `None`. */
  lhsEnd?: number | null | undefined;
  /** The first axis of rhs to take. Default: `None`. */
  rhsBegin?: number | null | undefined;
  /** The end (not included) of the axes of rhs to take. Default: `None`. */
  rhsEnd?: number | null | undefined;
}

/**
 * The elements of lhs under the shape of rhs (or with some axes replaced by axes of rhs).
 *
 * @param lhs - The tensor.
 * @param rhs - The tensor with the shape; its values do not matter.
 */
export function reshapeLike(lhs: NDArray, rhs: NDArray, options?: ReshapeLikeOptions): NDArray;
export function reshapeLike(...args: unknown[]): unknown {
  return apply("reshape_like", args);
}

/** Options of `transpose`. */
export interface TransposeOptions extends OutOption {
  /** The axes of the input in the order that the result has them; empty for the reverse order. Default: `()`. */
  axes?: number | readonly (number | null)[] | undefined;
}

/**
 * The axes in another order; reversed by default.
 *
 * @param data - The tensor.
 */
export function transpose(data: NDArray, options?: TransposeOptions): NDArray;
export function transpose(...args: unknown[]): unknown {
  return apply("transpose", args);
}

/** Options of `SwapAxis`. */
export interface SwapAxisOptions extends OutOption {
  /** One axis. Default: `0`. */
  dim1?: number | undefined;
  /** The other axis. Default: `0`. */
  dim2?: number | undefined;
}

/**
 * Exchanges two axes.
 *
 * @param data - The tensor.
 */
export function SwapAxis(data: NDArray, options?: SwapAxisOptions): NDArray;
export function SwapAxis(...args: unknown[]): unknown {
  return apply("SwapAxis", args);
}

/** Another name of `SwapAxis`. */
export const swapaxes: typeof SwapAxis = SwapAxis;

/** Options of `broadcastTo`. */
export interface BroadcastToOptions extends OutOption {
  /** The shape of the result; 0 keeps an axis as it is. Required. */
  shape: number | readonly (number | null)[];
}

/**
 * Repeats axes of size 1 so that the result has the given shape.
 *
 * @param data - The tensor.
 */
export function broadcastTo(data: NDArray, options: BroadcastToOptions): NDArray;
export function broadcastTo(...args: unknown[]): unknown {
  return apply("broadcast_to", args);
}

/** Options of `broadcastAxis`. */
export interface BroadcastAxisOptions extends OutOption {
  /** The axes to repeat, each of size 1. Default: `()`. */
  axis?: number | readonly (number | null)[] | undefined;
  /** Their new sizes. Default: `()`. */
  size?: number | readonly (number | null)[] | undefined;
}

/**
 * Repeats the named axes of size 1 to new sizes.
 *
 * @param data - The tensor.
 */
export function broadcastAxis(data: NDArray, options?: BroadcastAxisOptions): NDArray;
export function broadcastAxis(...args: unknown[]): unknown {
  return apply("broadcast_axis", args);
}

/** Another name of `broadcastAxis`. */
export const broadcastAxes: typeof broadcastAxis = broadcastAxis;

/** Options of `broadcastLike`. */
export interface BroadcastLikeOptions extends OutOption {
  /** The axes of lhs to repeat; all when None. Default: `None`. */
  lhsAxes?: number | readonly (number | null)[] | null | undefined;
  /** The axes of rhs whose sizes they get. Default: `None`. */
  rhsAxes?: number | readonly (number | null)[] | null | undefined;
}

/**
 * Repeats axes of size 1 of lhs to the sizes that rhs has.
 *
 * @param lhs - The tensor to repeat.
 * @param rhs - The tensor with the sizes; its values do not matter.
 */
export function broadcastLike(lhs: NDArray, rhs: NDArray, options?: BroadcastLikeOptions): NDArray;
export function broadcastLike(...args: unknown[]): unknown {
  return apply("broadcast_like", args);
}

/**
 * Elements of x where the condition is not 0, of y elsewhere. Only the chosen one gets a gradient.
 *
 * @param condition - Of x's shape, or 1-dimensional over x's first axis; of any dtype.
 * @param x - Taken where the condition is not 0.
 * @param y - Taken where it is 0; of x's shape and dtype.
 */
export function where(condition: NDArray, x: NDArray, y: NDArray, options?: OutOption): NDArray;
export function where(...args: unknown[]): unknown {
  return apply("where", args);
}
