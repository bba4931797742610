import type { DType } from "../nd/dtype.ts";
import { type OutOption } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";
/**
 * The absolute value |x|. Its gradient at 0 is 0.
 *
 * @param data - The tensor.
 */
export declare function abs(data: NDArray, options?: OutOption): NDArray;
/**
 * The sign: -1, 0 or 1.
 *
 * @param data - The tensor.
 */
export declare function sign(data: NDArray, options?: OutOption): NDArray;
/**
 * The nearest integer; halves go away from zero.
 *
 * @param data - The tensor.
 */
export declare function round(data: NDArray, options?: OutOption): NDArray;
/**
 * The nearest integer; halves go to the lower number.
 *
 * @param data - The tensor.
 */
export declare function rint(data: NDArray, options?: OutOption): NDArray;
/**
 * The smallest integer that is not less.
 *
 * @param data - The tensor.
 */
export declare function ceil(data: NDArray, options?: OutOption): NDArray;
/**
 * The largest integer that is not greater.
 *
 * @param data - The tensor.
 */
export declare function floor(data: NDArray, options?: OutOption): NDArray;
/**
 * The integer part: towards zero.
 *
 * @param data - The tensor.
 */
export declare function trunc(data: NDArray, options?: OutOption): NDArray;
/**
 * The nearest integer towards zero.
 *
 * @param data - The tensor.
 */
export declare function fix(data: NDArray, options?: OutOption): NDArray;
/**
 * The negative -x.
 *
 * @param data - The tensor.
 */
export declare function negative(data: NDArray, options?: OutOption): NDArray;
/**
 * The reciprocal 1/x.
 *
 * @param data - The tensor.
 */
export declare function reciprocal(data: NDArray, options?: OutOption): NDArray;
/**
 * The square x².
 *
 * @param data - The tensor.
 */
export declare function square(data: NDArray, options?: OutOption): NDArray;
/**
 * The square root.
 *
 * @param data - The tensor.
 */
export declare function sqrt(data: NDArray, options?: OutOption): NDArray;
/**
 * The reciprocal of the square root, 1/√x.
 *
 * @param data - The tensor.
 */
export declare function rsqrt(data: NDArray, options?: OutOption): NDArray;
/**
 * The cube root.
 *
 * @param data - The tensor.
 */
export declare function cbrt(data: NDArray, options?: OutOption): NDArray;
/**
 * The reciprocal of the cube root.
 *
 * @param data - The tensor.
 */
export declare function rcbrt(data: NDArray, options?: OutOption): NDArray;
/**
 * The exponential eˣ.
 *
 * @param data - The tensor.
 */
export declare function exp(data: NDArray, options?: OutOption): NDArray;
/**
 * eˣ - 1, accurate near 0.
 *
 * @param data - The tensor.
 */
export declare function expm1(data: NDArray, options?: OutOption): NDArray;
/**
 * The natural logarithm.
 *
 * @param data - The tensor.
 */
export declare function log(data: NDArray, options?: OutOption): NDArray;
/**
 * The logarithm to base 10.
 *
 * @param data - The tensor.
 */
export declare function log10(data: NDArray, options?: OutOption): NDArray;
/**
 * The logarithm to base 2.
 *
 * @param data - The tensor.
 */
export declare function log2(data: NDArray, options?: OutOption): NDArray;
/**
 * ln(1 + x), accurate near 0.
 *
 * @param data - The tensor.
 */
export declare function log1p(data: NDArray, options?: OutOption): NDArray;
/**
 * The sine; x in radians.
 *
 * @param data - The tensor.
 */
export declare function sin(data: NDArray, options?: OutOption): NDArray;
/**
 * The cosine; x in radians.
 *
 * @param data - The tensor.
 */
export declare function cos(data: NDArray, options?: OutOption): NDArray;
/**
 * The tangent; x in radians.
 *
 * @param data - The tensor.
 */
export declare function tan(data: NDArray, options?: OutOption): NDArray;
/**
 * The inverse sine, in radians.
 *
 * @param data - The tensor.
 */
export declare function arcsin(data: NDArray, options?: OutOption): NDArray;
/**
 * The inverse cosine, in radians.
 *
 * @param data - The tensor.
 */
export declare function arccos(data: NDArray, options?: OutOption): NDArray;
/**
 * The inverse tangent, in radians.
 *
 * @param data - The tensor.
 */
export declare function arctan(data: NDArray, options?: OutOption): NDArray;
/**
 * The hyperbolic sine.
 *
 * @param data - The tensor.
 */
export declare function sinh(data: NDArray, options?: OutOption): NDArray;
/**
 * The hyperbolic cosine.
 *
 * @param data - The tensor.
 */
export declare function cosh(data: NDArray, options?: OutOption): NDArray;
/**
 * The hyperbolic tangent.
 *
 * @param data - The tensor.
 */
export declare function tanh(data: NDArray, options?: OutOption): NDArray;
/**
 * The inverse hyperbolic sine.
 *
 * @param data - The tensor.
 */
export declare function arcsinh(data: NDArray, options?: OutOption): NDArray;
/**
 * The inverse hyperbolic cosine.
 *
 * @param data - The tensor.
 */
export declare function arccosh(data: NDArray, options?: OutOption): NDArray;
/**
 * The inverse hyperbolic tangent.
 *
 * @param data - The tensor.
 */
export declare function arctanh(data: NDArray, options?: OutOption): NDArray;
/**
 * Radians to degrees.
 *
 * @param data - The tensor.
 */
export declare function degrees(data: NDArray, options?: OutOption): NDArray;
/**
 * Degrees to radians.
 *
 * @param data - The tensor.
 */
export declare function radians(data: NDArray, options?: OutOption): NDArray;
/**
 * The rectifier max(x, 0). Its gradient at 0 is 0.
 *
 * @param data - The tensor.
 */
export declare function relu(data: NDArray, options?: OutOption): NDArray;
/**
 * The logistic function 1/(1 + e⁻ˣ).
 *
 * @param data - The tensor.
 */
export declare function sigmoid(data: NDArray, options?: OutOption): NDArray;
/**
 * x/(1 + |x|).
 *
 * @param data - The tensor.
 */
export declare function softsign(data: NDArray, options?: OutOption): NDArray;
/**
 * The Gauss error function.
 *
 * @param data - The tensor.
 */
export declare function erf(data: NDArray, options?: OutOption): NDArray;
/**
 * The inverse of the error function.
 *
 * @param data - The tensor.
 */
export declare function erfinv(data: NDArray, options?: OutOption): NDArray;
/**
 * The gamma function.
 *
 * @param data - The tensor.
 */
export declare function gamma(data: NDArray, options?: OutOption): NDArray;
/**
 * The logarithm of the absolute value of the gamma function.
 *
 * @param data - The tensor.
 */
export declare function gammaln(data: NDArray, options?: OutOption): NDArray;
/**
 * The logical complement: 1 where x is 0, else 0.
 *
 * @param data - The tensor.
 */
export declare function logicalNot(data: NDArray, options?: OutOption): NDArray;
/**
 * The sum a + b.
 * Both operands have one shape.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand, of lhs's shape.
 */
export declare function elemwiseAdd(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * The sum a + b.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export declare function broadcastAdd(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/** Another name of `broadcastAdd`. */
export declare const broadcastPlus: typeof broadcastAdd;
/**
 * The difference a - b.
 * Both operands have one shape.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand, of lhs's shape.
 */
export declare function elemwiseSub(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * The difference a - b.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export declare function broadcastSub(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/** Another name of `broadcastSub`. */
export declare const broadcastMinus: typeof broadcastSub;
/**
 * The product a·b.
 * Both operands have one shape.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand, of lhs's shape.
 */
export declare function elemwiseMul(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * The product a·b.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export declare function broadcastMul(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * The quotient a/b; of integers it is truncated towards zero.
 * Both operands have one shape.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand, of lhs's shape.
 */
export declare function elemwiseDiv(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * The quotient a/b; of integers it is truncated towards zero.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export declare function broadcastDiv(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * The remainder of a/b with the sign of b; 0 where b is 0.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export declare function broadcastMod(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * The power a to the b.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export declare function broadcastPower(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * The length √(a² + b²) of the hypotenuse.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export declare function broadcastHypot(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * The larger one. Where both are equal, the gradient goes to lhs.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export declare function broadcastMaximum(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * The smaller one. Where both are equal, the gradient goes to lhs.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export declare function broadcastMinimum(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * 1 where a = b, else 0, in the operands' dtype.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export declare function broadcastEqual(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * 1 where a ≠ b, else 0, in the operands' dtype.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export declare function broadcastNotEqual(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * 1 where a > b, else 0, in the operands' dtype.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export declare function broadcastGreater(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * 1 where a ≥ b, else 0, in the operands' dtype.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export declare function broadcastGreaterEqual(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * 1 where a < b, else 0, in the operands' dtype.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export declare function broadcastLesser(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * 1 where a ≤ b, else 0, in the operands' dtype.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export declare function broadcastLesserEqual(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * 1 where both are not 0, else 0.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export declare function broadcastLogicalAnd(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * 1 where at least one is not 0, else 0.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export declare function broadcastLogicalOr(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * 1 where exactly one is not 0, else 0.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 */
export declare function broadcastLogicalXor(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
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
export declare function sum(data: NDArray, options?: SumOptions): NDArray;
/** Another name of `sum`. */
export declare const sumAxis: typeof sum;
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
export declare function mean(data: NDArray, options?: MeanOptions): NDArray;
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
export declare function prod(data: NDArray, options?: ProdOptions): NDArray;
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
export declare function max(data: NDArray, options?: MaxOptions): NDArray;
/** Another name of `max`. */
export declare const maxAxis: typeof max;
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
export declare function min(data: NDArray, options?: MinOptions): NDArray;
/** Another name of `min`. */
export declare const minAxis: typeof min;
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
export declare function nansum(data: NDArray, options?: NansumOptions): NDArray;
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
export declare function nanprod(data: NDArray, options?: NanprodOptions): NDArray;
/**
 * Zeros of the input's shape and dtype.
 *
 * @param data - The tensor.
 */
export declare function zerosLike(data: NDArray, options?: OutOption): NDArray;
/**
 * Ones of the input's shape and dtype.
 *
 * @param data - The tensor.
 */
export declare function onesLike(data: NDArray, options?: OutOption): NDArray;
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
export declare function Cast(data: NDArray, options: CastOptions): NDArray;
/** Another name of `Cast`. */
export declare const cast: typeof Cast;
/**
 * A copy of the input.
 *
 * @param data - The tensor.
 */
export declare function identity(data: NDArray, options?: OutOption): NDArray;
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
export declare function Reshape(data: NDArray, options?: ReshapeOptions): NDArray;
/** Another name of `Reshape`. */
export declare const reshape: typeof Reshape;
/**
 * Merges all axes but the first: (n, …) becomes (n, size of …).
 *
 * @param data - The tensor.
 */
export declare function Flatten(data: NDArray, options?: OutOption): NDArray;
/** Another name of `Flatten`. */
export declare const flatten: typeof Flatten;
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
export declare function expandDims(data: NDArray, options: ExpandDimsOptions): NDArray;
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
export declare function squeeze(data: NDArray, options?: SqueezeOptions): NDArray;
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
export declare function reshapeLike(lhs: NDArray, rhs: NDArray, options?: ReshapeLikeOptions): NDArray;
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
export declare function transpose(data: NDArray, options?: TransposeOptions): NDArray;
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
export declare function SwapAxis(data: NDArray, options?: SwapAxisOptions): NDArray;
/** Another name of `SwapAxis`. */
export declare const swapaxes: typeof SwapAxis;
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
export declare function broadcastTo(data: NDArray, options: BroadcastToOptions): NDArray;
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
export declare function broadcastAxis(data: NDArray, options?: BroadcastAxisOptions): NDArray;
/** Another name of `broadcastAxis`. */
export declare const broadcastAxes: typeof broadcastAxis;
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
export declare function broadcastLike(lhs: NDArray, rhs: NDArray, options?: BroadcastLikeOptions): NDArray;
/**
 * Elements of x where the condition is not 0, of y elsewhere. Only the chosen one gets a gradient.
 *
 * @param condition - Of x's shape, or 1-dimensional over x's first axis; of any dtype.
 * @param x - Taken where the condition is not 0.
 * @param y - Taken where it is 0; of x's shape and dtype.
 */
export declare function where(condition: NDArray, x: NDArray, y: NDArray, options?: OutOption): NDArray;
