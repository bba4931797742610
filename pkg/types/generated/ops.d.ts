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
/** Options of `dot`. */
export interface DotOptions extends OutOption {
    /** Whether lhs is transposed first: its first axis goes to the end. Default: `False`. */
    transposeA?: boolean | undefined;
    /** Whether rhs is transposed first: its last axis comes to the front. Default: `False`. */
    transposeB?: boolean | undefined;
    /** Accepted for MXNet's sake; arrays are dense. Default: `None`. */
    forwardStype?: "default" | "csr" | "row_sparse" | null | undefined;
}
/**
 * The product over the last axis of lhs and the first of rhs: inner product of vectors, product of matrices, tensor product beyond.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand.
 */
export declare function dot(lhs: NDArray, rhs: NDArray, options?: DotOptions): NDArray;
/** Options of `batchDot`. */
export interface BatchDotOptions extends OutOption {
    /** Whether the matrices of lhs are transposed first. Default: `False`. */
    transposeA?: boolean | undefined;
    /** Whether the matrices of rhs are transposed first. Default: `False`. */
    transposeB?: boolean | undefined;
    /** Accepted for MXNet's sake; arrays are dense. Default: `None`. */
    forwardStype?: "default" | "csr" | "row_sparse" | null | undefined;
}
/**
 * The products of matrices in the last two axes; the leading axes of both operands are equal.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand.
 */
export declare function batchDot(lhs: NDArray, rhs: NDArray, options?: BatchDotOptions): NDArray;
/** Options of `FullyConnected`. */
export interface FullyConnectedOptions extends OutOption {
    /** The number of outputs. Required. */
    numHidden: number;
    /** Whether there is no bias. Default: `False`. */
    noBias?: boolean | undefined;
    /** Whether all axes but the first are taken together as inputs; else the last axis alone. Default: `True`. */
    flatten?: boolean | undefined;
}
/**
 * data · weightᵀ + bias
 *
 * @param data - The inputs, (batch, ...).
 * @param weight - The weight, (num_hidden, inputs).
 * @param bias - The bias, (num_hidden,); none with no_bias. Optional.
 */
export declare function FullyConnected(data: NDArray, weight: NDArray, options: FullyConnectedOptions): NDArray;
/**
 * data · weightᵀ + bias
 *
 * @param data - The inputs, (batch, ...).
 * @param weight - The weight, (num_hidden, inputs).
 * @param bias - The bias, (num_hidden,); none with no_bias. Optional.
 */
export declare function FullyConnected(data: NDArray, weight: NDArray, bias: NDArray | null, options: FullyConnectedOptions): NDArray;
/** Options of `Convolution`. */
export interface ConvolutionOptions extends OutOption {
    /** The size of the kernel; its length (1 to 3) is the number of spatial dimensions. Required. */
    kernel: number | readonly (number | null)[];
    /** The steps between windows; empty for 1. Default: `()`. */
    stride?: number | readonly (number | null)[] | undefined;
    /** The steps between the elements of a window; empty for 1. Default: `()`. */
    dilate?: number | readonly (number | null)[] | undefined;
    /** The zeros on both sides; empty for none. Default: `()`. */
    pad?: number | readonly (number | null)[] | undefined;
    /** The number of output channels. Required. */
    numFilter: number;
    /** The number of groups that channels are split into. Default: `1`. */
    numGroup?: number | undefined;
    /** Accepted for MXNet's sake. Default: `1024`. */
    workspace?: number | undefined;
    /** Whether there is no bias. Default: `False`. */
    noBias?: boolean | undefined;
    /** Accepted for MXNet's sake. Default: `None`. */
    cudnnTune?: "off" | "limited_workspace" | "fastest" | null | undefined;
    /** Accepted for MXNet's sake. Default: `False`. */
    cudnnOff?: boolean | undefined;
    /** The layout of data; the CPU knows NCW, NCHW and NCDHW, which None stands for. Default: `None`. */
    layout?: "NCW" | "NCHW" | "NCDHW" | "NHWC" | "NDHWC" | null | undefined;
}
/**
 * Convolution (cross-correlation) of 1 to 3 dimensions.
 *
 * @param data - (batch, channels, sizes...).
 * @param weight - (num_filter, channels / num_group, kernel...).
 * @param bias - The bias, (num_filter,); none with no_bias. Optional.
 */
export declare function Convolution(data: NDArray, weight: NDArray, options: ConvolutionOptions): NDArray;
/**
 * Convolution (cross-correlation) of 1 to 3 dimensions.
 *
 * @param data - (batch, channels, sizes...).
 * @param weight - (num_filter, channels / num_group, kernel...).
 * @param bias - The bias, (num_filter,); none with no_bias. Optional.
 */
export declare function Convolution(data: NDArray, weight: NDArray, bias: NDArray | null, options: ConvolutionOptions): NDArray;
/** Options of `Deconvolution`. */
export interface DeconvolutionOptions extends OutOption {
    /** The size of the kernel; its length (1 to 3) is the number of spatial dimensions. Required. */
    kernel: number | readonly (number | null)[];
    /** The steps between windows of the output; empty for 1. Default: `()`. */
    stride?: number | readonly (number | null)[] | undefined;
    /** The steps between the elements of a window; empty for 1. Default: `()`. */
    dilate?: number | readonly (number | null)[] | undefined;
    /** What is cut off on both sides of the output; empty for nothing. Default: `()`. */
    pad?: number | readonly (number | null)[] | undefined;
    /** What is added to the end of the output, less than the stride; empty for nothing. Default: `()`. */
    adj?: number | readonly (number | null)[] | undefined;
    /** The spatial sizes of the output; pad and adj follow from them. Default: `()`. */
    targetShape?: number | readonly (number | null)[] | undefined;
    /** The number of output channels. Required. */
    numFilter: number;
    /** The number of groups that channels are split into. Default: `1`. */
    numGroup?: number | undefined;
    /** Accepted for MXNet's sake. Default: `512`. */
    workspace?: number | undefined;
    /** Whether there is no bias. Default: `True`. */
    noBias?: boolean | undefined;
    /** Accepted for MXNet's sake. Default: `None`. */
    cudnnTune?: "off" | "limited_workspace" | "fastest" | null | undefined;
    /** Accepted for MXNet's sake. Default: `False`. */
    cudnnOff?: boolean | undefined;
    /** The layout of data; the CPU knows NCW, NCHW and NCDHW, which None stands for. Default: `None`. */
    layout?: "NCW" | "NCHW" | "NCDHW" | "NHWC" | "NDHWC" | null | undefined;
}
/**
 * Transposed convolution of 1 to 3 dimensions: the gradient of Convolution with respect to its data.
 *
 * @param data - (batch, channels, sizes...).
 * @param weight - (channels, num_filter / num_group, kernel...).
 * @param bias - The bias, (num_filter,); none with no_bias. Optional.
 */
export declare function Deconvolution(data: NDArray, weight: NDArray, options: DeconvolutionOptions): NDArray;
/**
 * Transposed convolution of 1 to 3 dimensions: the gradient of Convolution with respect to its data.
 *
 * @param data - (batch, channels, sizes...).
 * @param weight - (channels, num_filter / num_group, kernel...).
 * @param bias - The bias, (num_filter,); none with no_bias. Optional.
 */
export declare function Deconvolution(data: NDArray, weight: NDArray, bias: NDArray | null, options: DeconvolutionOptions): NDArray;
/** Options of `Pooling`. */
export interface PoolingOptions extends OutOption {
    /** The size of a window (1 to 3 dimensions); not needed with `global_pool`. Default: `()`. */
    kernel?: number | readonly (number | null)[] | undefined;
    /** What becomes of a window. Default: `max`. */
    poolType?: "max" | "avg" | "sum" | "lp" | undefined;
    /** Whether the window is the whole image. Default: `False`. */
    globalPool?: boolean | undefined;
    /** Accepted for MXNet's sake. Default: `False`. */
    cudnnOff?: boolean | undefined;
    /** How the number of windows is rounded. Default: `valid`. */
    poolingConvention?: "valid" | "full" | "same" | undefined;
    /** The steps between windows; empty for 1. Default: `()`. */
    stride?: number | readonly (number | null)[] | undefined;
    /** The padding on both sides; empty for none. Default: `()`. */
    pad?: number | readonly (number | null)[] | undefined;
    /** The power of `lp`: 1, 2 or 3. Default: `None`. */
    pValue?: number | null | undefined;
    /** Whether means count the padding; None for yes. Default: `None`. */
    countIncludePad?: boolean | null | undefined;
    /** The layout of data; the CPU knows NCW, NCHW and NCDHW, which None stands for. Default: `None`. */
    layout?: "NCW" | "NCHW" | "NCDHW" | "NWC" | "NHWC" | "NDHWC" | null | undefined;
}
/**
 * The maximum, mean, sum or p-norm of windows of 1 to 3 dimensions over data of (batch, channels, sizes...).
 *
 * @param data - The tensor.
 */
export declare function Pooling(data: NDArray, options?: PoolingOptions): NDArray;
/** Options of `Embedding`. */
export interface EmbeddingOptions extends OutOption {
    /** The number of rows. Required. */
    inputDim: number;
    /** The length of a row. Required. */
    outputDim: number;
    /** The element type that an unspecified weight gets. Default: `float32`. */
    dtype?: DType | undefined;
    /** Accepted for MXNet's sake; gradients are dense. Default: `False`. */
    sparseGrad?: boolean | undefined;
}
/**
 * The rows of weight at the indices in data; indices are truncated to integers and clipped.
 *
 * @param data - The indices, of any shape and dtype.
 * @param weight - The table, (input_dim, output_dim).
 */
export declare function Embedding(data: NDArray, weight: NDArray, options: EmbeddingOptions): NDArray;
/** Options of `Dropout`. */
export interface DropoutOptions extends OutOption {
    /** The probability of dropping an element. Default: `0.5`. */
    p?: number | undefined;
    /** When elements are dropped. Default: `training`. */
    mode?: "training" | "always" | undefined;
    /** The axes along which elements share their fate. Default: `()`. */
    axes?: number | readonly (number | null)[] | undefined;
    /** Accepted for MXNet's sake. Default: `False`. */
    cudnnOff?: boolean | undefined;
}
/**
 * Sets elements to 0 at random and scales the others by 1/(1-p) while training; else the identity.
 *
 * @param data - The tensor.
 */
export declare function Dropout(data: NDArray, options?: DropoutOptions): NDArray;
/** Options of `softmax`. */
export interface SoftmaxOptions extends OutOption {
    /** The axis that sums to 1. Default: `-1`. */
    axis?: number | undefined;
    /** What the input is divided by; None for 1. Default: `None`. */
    temperature?: number | null | undefined;
    /** The element type of the result; None for the input's. Default: `None`. */
    dtype?: "float16" | "float32" | "float64" | null | undefined;
    /** Whether `length` tells how many elements of the axis count; the rest becomes 0. Default: `False`. */
    useLength?: boolean | undefined;
}
/**
 * exp(x/T) / Σ exp(x/T) along an axis.
 *
 * @param data - The tensor.
 * @param length - How many elements of the axis count, of data's shape without the axis. Optional.
 */
export declare function softmax(data: NDArray, options?: SoftmaxOptions): NDArray;
/**
 * exp(x/T) / Σ exp(x/T) along an axis.
 *
 * @param data - The tensor.
 * @param length - How many elements of the axis count, of data's shape without the axis. Optional.
 */
export declare function softmax(data: NDArray, length: NDArray | null, options?: SoftmaxOptions): NDArray;
/** Options of `logSoftmax`. */
export interface LogSoftmaxOptions extends OutOption {
    /** The axis that sums to 1. Default: `-1`. */
    axis?: number | undefined;
    /** What the input is divided by; None for 1. Default: `None`. */
    temperature?: number | null | undefined;
    /** The element type of the result; None for the input's. Default: `None`. */
    dtype?: "float16" | "float32" | "float64" | null | undefined;
    /** Whether `length` tells how many elements of the axis count; the rest becomes 0. Default: `False`. */
    useLength?: boolean | undefined;
}
/**
 * The logarithm of softmax, computed stably.
 *
 * @param data - The tensor.
 */
export declare function logSoftmax(data: NDArray, options?: LogSoftmaxOptions): NDArray;
/** Options of `softmin`. */
export interface SoftminOptions extends OutOption {
    /** The axis that sums to 1. Default: `-1`. */
    axis?: number | undefined;
    /** What the input is divided by; None for 1. Default: `None`. */
    temperature?: number | null | undefined;
    /** The element type of the result; None for the input's. Default: `None`. */
    dtype?: "float16" | "float32" | "float64" | null | undefined;
    /** Whether `length` tells how many elements of the axis count; the rest becomes 0. Default: `False`. */
    useLength?: boolean | undefined;
}
/**
 * The softmax of -x.
 *
 * @param data - The tensor.
 */
export declare function softmin(data: NDArray, options?: SoftminOptions): NDArray;
/** Options of `SoftmaxActivation`. */
export interface SoftmaxActivationOptions extends OutOption {
    /** What sums to 1. Default: `instance`. */
    mode?: "instance" | "channel" | undefined;
}
/**
 * Softmax over the last axis, or over the channels.
 *
 * @param data - The tensor.
 */
export declare function SoftmaxActivation(data: NDArray, options?: SoftmaxActivationOptions): NDArray;
/** Options of `Activation`. */
export interface ActivationOptions extends OutOption {
    /** Which function. Required. */
    actType: "relu" | "sigmoid" | "softrelu" | "softsign" | "tanh";
}
/**
 * An activation function, elementwise.
 *
 * @param data - The tensor.
 */
export declare function Activation(data: NDArray, options: ActivationOptions): NDArray;
/** Options of `hardSigmoid`. */
export interface HardSigmoidOptions extends OutOption {
    /** The slope. Default: `0.2`. */
    alpha?: number | undefined;
    /** The value at 0. Default: `0.5`. */
    beta?: number | undefined;
}
/**
 * alpha·x + beta, limited to 0 and 1.
 *
 * @param data - The tensor.
 */
export declare function hardSigmoid(data: NDArray, options?: HardSigmoidOptions): NDArray;
/** Options of `clip`. */
export interface ClipOptions extends OutOption {
    /** The least value. Required. */
    aMin: number;
    /** The greatest value. Required. */
    aMax: number;
}
/**
 * The elements limited to a_min and a_max. The gradient is 1 between them and at both.
 *
 * @param data - The tensor.
 */
export declare function clip(data: NDArray, options: ClipOptions): NDArray;
/** Options of `smoothL1`. */
export interface SmoothL1Options extends OutOption {
    /** σ: the loss is quadratic up to |x| = 1/σ². None for 1. Default: `None`. */
    scalar?: number | null | undefined;
}
/**
 * (σx)²/2 where |x| < 1/σ², else |x| - 1/(2σ²).
 *
 * @param data - The tensor.
 */
export declare function smoothL1(data: NDArray, options?: SmoothL1Options): NDArray;
/** Options of `LeakyReLU`. */
export interface LeakyReLUOptions extends OutOption {
    /** Which function. Default: `leaky`. */
    actType?: "elu" | "gelu" | "leaky" | "prelu" | "rrelu" | "selu" | undefined;
    /** The slope of `leaky` and `elu` for negative x. Default: `0.25`. */
    slope?: number | undefined;
    /** The least slope of `rrelu`. Default: `0.125`. */
    lowerBound?: number | undefined;
    /** The greatest slope of `rrelu`. Default: `0.334`. */
    upperBound?: number | undefined;
}
/**
 * x where positive, and something small that depends on act_type elsewhere.
 *
 * @param data - The tensor; channels are axis 1.
 * @param gamma - The slopes of `prelu`: one, or one for each channel. Optional.
 */
export declare function LeakyReLU(data: NDArray, options?: LeakyReLUOptions): NDArray;
/**
 * x where positive, and something small that depends on act_type elsewhere.
 *
 * @param data - The tensor; channels are axis 1.
 * @param gamma - The slopes of `prelu`: one, or one for each channel. Optional.
 */
export declare function LeakyReLU(data: NDArray, gamma: NDArray | null, options?: LeakyReLUOptions): NDArray;
/** Options of `BatchNorm`. */
export interface BatchNormOptions extends OutOption {
    /** Added to the variance. Default: `0.0010000000474974513`. */
    eps?: number | undefined;
    /** How much of the moving statistics stays at each step. Default: `0.9`. */
    momentum?: number | undefined;
    /** Whether gamma is set to 1 and gets no gradient. Default: `True`. */
    fixGamma?: boolean | undefined;
    /** Whether the moving statistics are used in training too. Default: `False`. */
    useGlobalStats?: boolean | undefined;
    /** Whether the mean and 1/√(variance + eps) are given as second and third output. Default: `False`. */
    outputMeanVar?: boolean | undefined;
    /** The axis of the channels. Default: `1`. */
    axis?: number | undefined;
    /** Accepted for MXNet's sake. Default: `False`. */
    cudnnOff?: boolean | undefined;
    /** Accepted for MXNet's sake. Default: `None`. */
    minCalibRange?: number | null | undefined;
    /** Accepted for MXNet's sake. Default: `None`. */
    maxCalibRange?: number | null | undefined;
}
/**
 * gamma·(x - mean)/√(variance + eps) + beta for each channel. In training mean and variance are the batch's, and backward moves the moving statistics towards them; else the moving statistics are used.
 *
 * @param data - The tensor.
 * @param gamma - The scale of each channel; set to 1 with fix_gamma.
 * @param beta - The shift of each channel.
 * @param movingMean - The moving mean of each channel; backward writes it.
 * @param movingVar - The moving variance of each channel; backward writes it.
 */
export declare function BatchNorm(data: NDArray, gamma: NDArray, beta: NDArray, movingMean: NDArray, movingVar: NDArray, options: BatchNormOptions & {
    outputMeanVar: true;
}): NDArray[];
/**
 * gamma·(x - mean)/√(variance + eps) + beta for each channel. In training mean and variance are the batch's, and backward moves the moving statistics towards them; else the moving statistics are used.
 *
 * @param data - The tensor.
 * @param gamma - The scale of each channel; set to 1 with fix_gamma.
 * @param beta - The shift of each channel.
 * @param movingMean - The moving mean of each channel; backward writes it.
 * @param movingVar - The moving variance of each channel; backward writes it.
 */
export declare function BatchNorm(data: NDArray, gamma: NDArray, beta: NDArray, movingMean: NDArray, movingVar: NDArray, options?: BatchNormOptions): NDArray;
/** Options of `LayerNorm`. */
export interface LayerNormOptions extends OutOption {
    /** The axis that is normalised. Default: `-1`. */
    axis?: number | undefined;
    /** Added to the variance. Default: `1e-05`. */
    eps?: number | undefined;
    /** Whether the mean and √(variance + eps) are given as second and third output. Default: `False`. */
    outputMeanVar?: boolean | undefined;
}
/**
 * gamma·(x - mean)/√(variance + eps) + beta along an axis.
 *
 * @param data - The tensor.
 * @param gamma - The scale, of the axis's length.
 * @param beta - The shift, of the axis's length.
 */
export declare function LayerNorm(data: NDArray, gamma: NDArray, beta: NDArray, options: LayerNormOptions & {
    outputMeanVar: true;
}): NDArray[];
/**
 * gamma·(x - mean)/√(variance + eps) + beta along an axis.
 *
 * @param data - The tensor.
 * @param gamma - The scale, of the axis's length.
 * @param beta - The shift, of the axis's length.
 */
export declare function LayerNorm(data: NDArray, gamma: NDArray, beta: NDArray, options?: LayerNormOptions): NDArray;
/** Options of `GroupNorm`. */
export interface GroupNormOptions extends OutOption {
    /** The number of groups; it divides the number of channels. Default: `1`. */
    numGroups?: number | undefined;
    /** Added to the variance. Default: `1e-05`. */
    eps?: number | undefined;
    /** Whether the mean and √(variance + eps) are given as second and third output. Default: `False`. */
    outputMeanVar?: boolean | undefined;
}
/**
 * gamma·(x - mean)/√(variance + eps) + beta over each group of channels of each example.
 *
 * @param data - (batch, channels, ...).
 * @param gamma - The scale of each group, (num_groups,).
 * @param beta - The shift of each group, (num_groups,).
 */
export declare function GroupNorm(data: NDArray, gamma: NDArray, beta: NDArray, options: GroupNormOptions & {
    outputMeanVar: true;
}): NDArray[];
/**
 * gamma·(x - mean)/√(variance + eps) + beta over each group of channels of each example.
 *
 * @param data - (batch, channels, ...).
 * @param gamma - The scale of each group, (num_groups,).
 * @param beta - The shift of each group, (num_groups,).
 */
export declare function GroupNorm(data: NDArray, gamma: NDArray, beta: NDArray, options?: GroupNormOptions): NDArray;
/** Options of `InstanceNorm`. */
export interface InstanceNormOptions extends OutOption {
    /** Added to the variance. Default: `0.001`. */
    eps?: number | undefined;
}
/**
 * gamma·(x - mean)/√(variance + eps) + beta over each channel of each example.
 *
 * @param data - (batch, channels, ...).
 * @param gamma - The scale of each channel.
 * @param beta - The shift of each channel.
 */
export declare function InstanceNorm(data: NDArray, gamma: NDArray, beta: NDArray, options?: InstanceNormOptions): NDArray;
/** Options of `L2Normalization`. */
export interface L2NormalizationOptions extends OutOption {
    /** Added to the sum of squares. Default: `1e-10`. */
    eps?: number | undefined;
    /** What is normalised together. Default: `instance`. */
    mode?: "channel" | "instance" | "spatial" | undefined;
}
/**
 * x/√(Σx² + eps) over each example, over the channels, or over the places of each channel.
 *
 * @param data - The tensor.
 */
export declare function L2Normalization(data: NDArray, options?: L2NormalizationOptions): NDArray;
/** Options of `LRN`. */
export interface LRNOptions extends OutOption {
    /** The factor of the mean of squares. Default: `1e-04`. */
    alpha?: number | undefined;
    /** The exponent. Default: `0.75`. */
    beta?: number | undefined;
    /** The constant added. Default: `2.0`. */
    knorm?: number | undefined;
    /** How many neighbouring channels count; odd. Required. */
    nsize: number;
}
/**
 * Local response normalisation: x/(knorm + alpha/nsize·Σx²)^beta, summed over nsize neighbouring channels.
 *
 * @param data - The tensor.
 */
export declare function LRN(data: NDArray, options: LRNOptions): NDArray;
/** Options of `SoftmaxOutput`. */
export interface SoftmaxOutputOptions extends OutOption {
    /** The factor of the gradient. Default: `1.0`. */
    gradScale?: number | undefined;
    /** The label that does not count, with `use_ignore` or in the normalization `valid`. Default: `-1.0`. */
    ignoreLabel?: number | undefined;
    /** Whether axis 1 are the classes and there is a label for each place. Default: `False`. */
    multiOutput?: boolean | undefined;
    /** Whether `ignore_label` gives no gradient. Default: `False`. */
    useIgnore?: boolean | undefined;
    /** Whether the last axis are the classes; else all axes but the first are flattened. Default: `False`. */
    preserveShape?: boolean | undefined;
    /** What the gradient is divided by. Default: `null`. */
    normalization?: "null" | "batch" | "valid" | undefined;
    /** Whether the gradient is multiplied by the output. (MXNet documents the head gradient here, but computes this.) Default: `False`. */
    outGrad?: boolean | undefined;
    /** How much of the label's probability is spread over the other classes. Default: `0.0`. */
    smoothAlpha?: number | undefined;
}
/**
 * Softmax whose gradient is that of the cross entropy with the label: (p - onehot(label))·grad_scale, whatever the head gradient. A label of data's shape is taken as probabilities.
 *
 * @param data - The scores.
 * @param label - The classes, or their probabilities.
 */
export declare function SoftmaxOutput(data: NDArray, label: NDArray, options?: SoftmaxOutputOptions): NDArray;
/** Another name of `SoftmaxOutput`. */
export declare const Softmax: typeof SoftmaxOutput;
/**
 * The sum of -log softmax(data)[label] over all rows, where probabilities below 10⁻⁸ count as that.
 *
 * @param data - The scores, (batch, classes).
 * @param label - The classes, (batch,).
 */
export declare function softmaxCrossEntropy(data: NDArray, label: NDArray, options?: OutOption): NDArray;
/** Options of `LinearRegressionOutput`. */
export interface LinearRegressionOutputOptions extends OutOption {
    /** The factor of the gradient. Default: `1.0`. */
    gradScale?: number | undefined;
}
/**
 * The data; the gradient is that of the squared error: (x - label)·grad_scale/outputs, outputs an example.
 *
 * @param data - The predictions.
 * @param label - The targets, as many as predictions.
 */
export declare function LinearRegressionOutput(data: NDArray, label: NDArray, options?: LinearRegressionOutputOptions): NDArray;
/** Options of `MAERegressionOutput`. */
export interface MAERegressionOutputOptions extends OutOption {
    /** The factor of the gradient. Default: `1.0`. */
    gradScale?: number | undefined;
}
/**
 * The data; the gradient is that of the absolute error: sign(x - label)·grad_scale/outputs, outputs an example.
 *
 * @param data - The predictions.
 * @param label - The targets, as many as predictions.
 */
export declare function MAERegressionOutput(data: NDArray, label: NDArray, options?: MAERegressionOutputOptions): NDArray;
/** Options of `LogisticRegressionOutput`. */
export interface LogisticRegressionOutputOptions extends OutOption {
    /** The factor of the gradient. Default: `1.0`. */
    gradScale?: number | undefined;
}
/**
 * sigmoid(x); the gradient is that of the cross entropy: (sigmoid(x) - label)·grad_scale/outputs.
 *
 * @param data - The predictions.
 * @param label - The targets, as many as predictions.
 */
export declare function LogisticRegressionOutput(data: NDArray, label: NDArray, options?: LogisticRegressionOutputOptions): NDArray;
/** Options of `SVMOutput`. */
export interface SVMOutputOptions extends OutOption {
    /** Scores closer to the boundary than this give a gradient. Default: `1.0`. */
    margin?: number | undefined;
    /** The factor of the gradient. Default: `1.0`. */
    regularizationCoefficient?: number | undefined;
    /** Whether the loss is linear (L1) instead of quadratic (L2). Default: `False`. */
    useLinear?: boolean | undefined;
}
/**
 * The data; the gradient is that of one-against-all support vector machines with a hinge loss, or its square.
 *
 * @param data - The scores, (batch, classes).
 * @param label - The classes, (batch,).
 */
export declare function SVMOutput(data: NDArray, label: NDArray, options?: SVMOutputOptions): NDArray;
/** Options of `MakeLoss`. */
export interface MakeLossOptions extends OutOption {
    /** The gradient. Default: `1.0`. */
    gradScale?: number | undefined;
    /** Elements above this are valid. Default: `0.0`. */
    validThresh?: number | undefined;
    /** What the gradient is divided by: nothing, the number of examples, or of valid elements. Default: `null`. */
    normalization?: "null" | "batch" | "valid" | undefined;
}
/**
 * The data, as a loss: its gradient is grad_scale, whatever the head gradient.
 *
 * @param data - The tensor.
 */
export declare function MakeLoss(data: NDArray, options?: MakeLossOptions): NDArray;
/**
 * The data, as a loss: its gradient is 1, whatever the head gradient.
 *
 * @param data - The tensor.
 */
export declare function makeLoss(data: NDArray, options?: OutOption): NDArray;
/**
 * The data; no gradient passes.
 *
 * @param data - The tensor.
 */
export declare function BlockGrad(data: NDArray, options?: OutOption): NDArray;
/** Another name of `BlockGrad`. */
export declare const stopGradient: typeof BlockGrad;
/** Options of `UpSampling`. */
export interface UpSamplingOptions extends OutOption {
    /** How many times larger the first image becomes; the others become as large as it. Required. */
    scale: number;
    /** The number of channels, for `bilinear`. Default: `0`. */
    numFilter?: number | undefined;
    /** How elements between the given ones are made. Required. */
    sampleType: "bilinear" | "nearest";
    /** What becomes of several inputs, for `nearest`. Default: `concat`. */
    multiInputMode?: "concat" | "sum" | undefined;
    /** The number of inputs. Required. */
    numArgs?: number | undefined;
    /** Accepted for MXNet's sake. Default: `512`. */
    workspace?: number | undefined;
}
/**
 * Larger images: of repeated elements, or of a transposed convolution of the data (first input) with a bilinear kernel (second input).
 *
 * @param args - Images, (batch, channels, height, width); for `bilinear` one and the weight.
 */
export declare function UpSampling(args: readonly NDArray[], options: UpSamplingOptions): NDArray;
/**
 * Larger images: of repeated elements, or of a transposed convolution of the data (first input) with a bilinear kernel (second input).
 *
 * @param args - Images, (batch, channels, height, width); for `bilinear` one and the weight.
 */
export declare function UpSampling(...args: [...NDArray[], UpSamplingOptions] | NDArray[]): NDArray;
/** Options of `SequenceMask`. */
export interface SequenceMaskOptions extends OutOption {
    /** Whether sequence_length is given; without it nothing is masked. Default: `False`. */
    useSequenceLength?: boolean | undefined;
    /** What the elements behind the end become. Default: `0.0`. */
    value?: number | undefined;
    /** The axis of the steps: 0 or 1. Default: `0`. */
    axis?: number | undefined;
}
/**
 * Sets the elements behind the end of each sequence to a value.
 *
 * @param data - Sequences, (steps, batch, ...); with axis 1, (batch, steps, ...).
 * @param sequenceLength - The length of each sequence, (batch,); only with use_sequence_length. Optional.
 */
export declare function SequenceMask(data: NDArray, options?: SequenceMaskOptions): NDArray;
/**
 * Sets the elements behind the end of each sequence to a value.
 *
 * @param data - Sequences, (steps, batch, ...); with axis 1, (batch, steps, ...).
 * @param sequenceLength - The length of each sequence, (batch,); only with use_sequence_length. Optional.
 */
export declare function SequenceMask(data: NDArray, sequenceLength: NDArray | null, options?: SequenceMaskOptions): NDArray;
/** Options of `SequenceLast`. */
export interface SequenceLastOptions extends OutOption {
    /** Whether sequence_length is given; without it all sequences are full. Default: `False`. */
    useSequenceLength?: boolean | undefined;
    /** The axis of the steps: 0 or 1. Default: `0`. */
    axis?: number | undefined;
}
/**
 * The last element of each sequence: data without the axis of the steps.
 *
 * @param data - Sequences, (steps, batch, ...); with axis 1, (batch, steps, ...).
 * @param sequenceLength - The length of each sequence, (batch,); only with use_sequence_length. Optional.
 */
export declare function SequenceLast(data: NDArray, options?: SequenceLastOptions): NDArray;
/**
 * The last element of each sequence: data without the axis of the steps.
 *
 * @param data - Sequences, (steps, batch, ...); with axis 1, (batch, steps, ...).
 * @param sequenceLength - The length of each sequence, (batch,); only with use_sequence_length. Optional.
 */
export declare function SequenceLast(data: NDArray, sequenceLength: NDArray | null, options?: SequenceLastOptions): NDArray;
/** Options of `SequenceReverse`. */
export interface SequenceReverseOptions extends OutOption {
    /** Whether sequence_length is given; without it all sequences are full. Default: `False`. */
    useSequenceLength?: boolean | undefined;
    /** The axis of the steps: only 0. Default: `0`. */
    axis?: number | undefined;
}
/**
 * Each sequence reversed; what is behind its end stays.
 *
 * @param data - Sequences, (steps, batch, ...); with axis 1, (batch, steps, ...).
 * @param sequenceLength - The length of each sequence, (batch,); only with use_sequence_length. Optional.
 */
export declare function SequenceReverse(data: NDArray, options?: SequenceReverseOptions): NDArray;
/**
 * Each sequence reversed; what is behind its end stays.
 *
 * @param data - Sequences, (steps, batch, ...); with axis 1, (batch, steps, ...).
 * @param sequenceLength - The length of each sequence, (batch,); only with use_sequence_length. Optional.
 */
export declare function SequenceReverse(data: NDArray, sequenceLength: NDArray | null, options?: SequenceReverseOptions): NDArray;
/** Options of `RNN`. */
export interface RNNOptions extends OutOption {
    /** The size of the state. Required. */
    stateSize: number;
    /** The number of layers. Required. */
    numLayers: number;
    /** Whether each layer runs in both directions. Default: `False`. */
    bidirectional?: boolean | undefined;
    /** The recurrence. lstm has the gates i, f, g, o; gru r, z, n. Required. */
    mode: "rnn_relu" | "rnn_tanh" | "lstm" | "gru";
    /** The probability of dropping an output between layers while training. Default: `0.0`. */
    p?: number | undefined;
    /** Whether the last states are outputs as well. Default: `False`. */
    stateOutputs?: boolean | undefined;
    /** The size that the state of lstm is projected to; None for no projection. Default: `None`. */
    projectionSize?: number | null | undefined;
    /** The least value of lstm's cell state. Default: `None`. */
    lstmStateClipMin?: number | null | undefined;
    /** The greatest value of lstm's cell state. Default: `None`. */
    lstmStateClipMax?: number | null | undefined;
    /** Accepted for MXNet's sake: NaN passes through clipping. Default: `False`. */
    lstmStateClipNan?: boolean | undefined;
    /** Whether sequence_length is given: what is behind the end of a sequence is not read, and the output is 0 there. Default: `False`. */
    useSequenceLength?: boolean | undefined;
}
/**
 * Recurrent layers over whole sequences: rnn_relu, rnn_tanh, lstm or gru, in one or both directions.
 *
 * @param data - The sequences, (steps, batch, inputs).
 * @param parameters - All weights, then all biases, flat. For each layer and direction: the weight of the input (gates · state_size, inputs), of the state (gates · state_size, state), of the projection (projection_size, state_size); the bias of the input, the bias of the state.
 * @param state - The first states, (num_layers · directions, batch, state_size or projection_size).
 * @param stateCell - The first cell states of lstm, (num_layers · directions, batch, state_size). Optional.
 * @param sequenceLength - The lengths of the sequences, (batch,); only with use_sequence_length. Optional.
 */
export declare function RNN(data: NDArray, parameters: NDArray, state: NDArray, options: RNNOptions & {
    stateOutputs: true;
}): NDArray[];
/**
 * Recurrent layers over whole sequences: rnn_relu, rnn_tanh, lstm or gru, in one or both directions.
 *
 * @param data - The sequences, (steps, batch, inputs).
 * @param parameters - All weights, then all biases, flat. For each layer and direction: the weight of the input (gates · state_size, inputs), of the state (gates · state_size, state), of the projection (projection_size, state_size); the bias of the input, the bias of the state.
 * @param state - The first states, (num_layers · directions, batch, state_size or projection_size).
 * @param stateCell - The first cell states of lstm, (num_layers · directions, batch, state_size). Optional.
 * @param sequenceLength - The lengths of the sequences, (batch,); only with use_sequence_length. Optional.
 */
export declare function RNN(data: NDArray, parameters: NDArray, state: NDArray, options: RNNOptions): NDArray;
/**
 * Recurrent layers over whole sequences: rnn_relu, rnn_tanh, lstm or gru, in one or both directions.
 *
 * @param data - The sequences, (steps, batch, inputs).
 * @param parameters - All weights, then all biases, flat. For each layer and direction: the weight of the input (gates · state_size, inputs), of the state (gates · state_size, state), of the projection (projection_size, state_size); the bias of the input, the bias of the state.
 * @param state - The first states, (num_layers · directions, batch, state_size or projection_size).
 * @param stateCell - The first cell states of lstm, (num_layers · directions, batch, state_size). Optional.
 * @param sequenceLength - The lengths of the sequences, (batch,); only with use_sequence_length. Optional.
 */
export declare function RNN(data: NDArray, parameters: NDArray, state: NDArray, stateCell: NDArray | null, options: RNNOptions & {
    stateOutputs: true;
}): NDArray[];
/**
 * Recurrent layers over whole sequences: rnn_relu, rnn_tanh, lstm or gru, in one or both directions.
 *
 * @param data - The sequences, (steps, batch, inputs).
 * @param parameters - All weights, then all biases, flat. For each layer and direction: the weight of the input (gates · state_size, inputs), of the state (gates · state_size, state), of the projection (projection_size, state_size); the bias of the input, the bias of the state.
 * @param state - The first states, (num_layers · directions, batch, state_size or projection_size).
 * @param stateCell - The first cell states of lstm, (num_layers · directions, batch, state_size). Optional.
 * @param sequenceLength - The lengths of the sequences, (batch,); only with use_sequence_length. Optional.
 */
export declare function RNN(data: NDArray, parameters: NDArray, state: NDArray, stateCell: NDArray | null, options: RNNOptions): NDArray;
/**
 * Recurrent layers over whole sequences: rnn_relu, rnn_tanh, lstm or gru, in one or both directions.
 *
 * @param data - The sequences, (steps, batch, inputs).
 * @param parameters - All weights, then all biases, flat. For each layer and direction: the weight of the input (gates · state_size, inputs), of the state (gates · state_size, state), of the projection (projection_size, state_size); the bias of the input, the bias of the state.
 * @param state - The first states, (num_layers · directions, batch, state_size or projection_size).
 * @param stateCell - The first cell states of lstm, (num_layers · directions, batch, state_size). Optional.
 * @param sequenceLength - The lengths of the sequences, (batch,); only with use_sequence_length. Optional.
 */
export declare function RNN(data: NDArray, parameters: NDArray, state: NDArray, stateCell: NDArray | null, sequenceLength: NDArray | null, options: RNNOptions & {
    stateOutputs: true;
}): NDArray[];
/**
 * Recurrent layers over whole sequences: rnn_relu, rnn_tanh, lstm or gru, in one or both directions.
 *
 * @param data - The sequences, (steps, batch, inputs).
 * @param parameters - All weights, then all biases, flat. For each layer and direction: the weight of the input (gates · state_size, inputs), of the state (gates · state_size, state), of the projection (projection_size, state_size); the bias of the input, the bias of the state.
 * @param state - The first states, (num_layers · directions, batch, state_size or projection_size).
 * @param stateCell - The first cell states of lstm, (num_layers · directions, batch, state_size). Optional.
 * @param sequenceLength - The lengths of the sequences, (batch,); only with use_sequence_length. Optional.
 */
export declare function RNN(data: NDArray, parameters: NDArray, state: NDArray, stateCell: NDArray | null, sequenceLength: NDArray | null, options: RNNOptions): NDArray;
/** Options of `CTCLoss`. */
export interface CTCLossOptions extends OutOption {
    /** Whether data_lengths are given. Default: `False`. */
    useDataLengths?: boolean | undefined;
    /** Whether label_lengths are given; else labels end at the first padding. Default: `False`. */
    useLabelLengths?: boolean | undefined;
    /** Which class is the blank: the first, and padding is 0, or the last, and padding is -1. Default: `first`. */
    blankLabel?: "first" | "last" | undefined;
}
/**
 * The negative log-likelihood of label sequences whose alignment is unknown, (batch,). It is 0 where there are fewer steps than the labels need.
 *
 * @param data - Activations before softmax, (steps, batch, classes).
 * @param label - The labels, (batch, labels).
 * @param dataLengths - The number of steps of each sequence, (batch,); only with use_data_lengths. Optional.
 * @param labelLengths - The number of labels of each sequence, (batch,); only with use_label_lengths. Optional.
 */
export declare function CTCLoss(data: NDArray, label: NDArray, options?: CTCLossOptions): NDArray;
/**
 * The negative log-likelihood of label sequences whose alignment is unknown, (batch,). It is 0 where there are fewer steps than the labels need.
 *
 * @param data - Activations before softmax, (steps, batch, classes).
 * @param label - The labels, (batch, labels).
 * @param dataLengths - The number of steps of each sequence, (batch,); only with use_data_lengths. Optional.
 * @param labelLengths - The number of labels of each sequence, (batch,); only with use_label_lengths. Optional.
 */
export declare function CTCLoss(data: NDArray, label: NDArray, dataLengths: NDArray | null, options?: CTCLossOptions): NDArray;
/**
 * The negative log-likelihood of label sequences whose alignment is unknown, (batch,). It is 0 where there are fewer steps than the labels need.
 *
 * @param data - Activations before softmax, (steps, batch, classes).
 * @param label - The labels, (batch, labels).
 * @param dataLengths - The number of steps of each sequence, (batch,); only with use_data_lengths. Optional.
 * @param labelLengths - The number of labels of each sequence, (batch,); only with use_label_lengths. Optional.
 */
export declare function CTCLoss(data: NDArray, label: NDArray, dataLengths: NDArray | null, labelLengths: NDArray | null, options?: CTCLossOptions): NDArray;
/** Another name of `CTCLoss`. */
export declare const ctcLoss: typeof CTCLoss;
/** Options of `slice`. */
export interface SliceOptions extends OutOption {
    /** The first index along each of the leading axes; negative ones count from the end, None is the start. Required. */
    begin: number | readonly (number | null)[];
    /** The end (not included) along these axes; None is the end of the axis. Required. */
    end: number | readonly (number | null)[];
    /** The distance between indices; negative ones go backwards. None and an empty list mean 1. Default: `()`. */
    step?: number | readonly (number | null)[] | undefined;
}
/**
 * The part begin:end:step along the leading axes.
 *
 * @param data - The tensor.
 */
export declare function slice(data: NDArray, options: SliceOptions): NDArray;
/** Another name of `slice`. */
export declare const crop: typeof slice;
/** Options of `sliceAxis`. */
export interface SliceAxisOptions extends OutOption {
    /** The axis; negative ones count from the end. Required. */
    axis: number;
    /** The first index; negative ones count from the end. Required. */
    begin: number;
    /** The end (not included); None is the end of the axis. Required. */
    end: number | null;
}
/**
 * The part begin:end along one axis.
 *
 * @param data - The tensor.
 */
export declare function sliceAxis(data: NDArray, options: SliceAxisOptions): NDArray;
/** Options of `sliceLike`. */
export interface SliceLikeOptions extends OutOption {
    /** The axes that get the other tensor's sizes; all when empty. Default: `()`. */
    axes?: number | readonly (number | null)[] | undefined;
}
/**
 * The leading part of the data that has the other tensor's size along the given axes.
 *
 * @param data - The tensor to cut.
 * @param shapeLike - The tensor with the sizes; its values do not matter.
 */
export declare function sliceLike(data: NDArray, shapeLike: NDArray, options?: SliceLikeOptions): NDArray;
/** Options of `reverse`. */
export interface ReverseOptions extends OutOption {
    /** The axes to reverse; negative ones count from the end. Required. */
    axis: number | readonly (number | null)[];
}
/**
 * The elements in reverse order along the given axes.
 *
 * @param data - The tensor.
 */
export declare function reverse(data: NDArray, options: ReverseOptions): NDArray;
/** Another name of `reverse`. */
export declare const flip: typeof reverse;
/** Options of `Concat`. */
export interface ConcatOptions extends OutOption {
    /** How many tensors there are. Required. */
    numArgs?: number | undefined;
    /** The axis to join along; negative ones count from the end. Default: `1`. */
    dim?: number | undefined;
}
/**
 * Joins tensors along an axis.
 *
 * @param args - Tensors that differ in nothing but the joined axis.
 */
export declare function Concat(args: readonly NDArray[], options?: ConcatOptions): NDArray;
/**
 * Joins tensors along an axis.
 *
 * @param args - Tensors that differ in nothing but the joined axis.
 */
export declare function Concat(...args: [...NDArray[], ConcatOptions] | NDArray[]): NDArray;
/** Another name of `Concat`. */
export declare const concat: typeof Concat;
/** Options of `stack`. */
export interface StackOptions extends OutOption {
    /** The place of the new axis in the result; negative ones count from the end. Default: `0`. */
    axis?: number | undefined;
    /** How many tensors there are. Required. */
    numArgs?: number | undefined;
}
/**
 * Joins tensors of one shape along a new axis.
 *
 * @param args - Tensors of one shape.
 */
export declare function stack(args: readonly NDArray[], options?: StackOptions): NDArray;
/**
 * Joins tensors of one shape along a new axis.
 *
 * @param args - Tensors of one shape.
 */
export declare function stack(...args: [...NDArray[], StackOptions] | NDArray[]): NDArray;
/** Options of `SliceChannel`. */
export interface SliceChannelOptions extends OutOption {
    /** The number of parts; it divides the size of the axis. Required. */
    numOutputs: number;
    /** The axis; negative ones count from the end. Default: `1`. */
    axis?: number | undefined;
    /** Whether the axis is dropped; the parts must then have size 1 along it. Default: `False`. */
    squeezeAxis?: boolean | undefined;
}
/**
 * Splits a tensor into equal parts along an axis.
 *
 * @param data - The tensor.
 */
export declare function SliceChannel(data: NDArray, options: SliceChannelOptions): NDArray[];
/** Another name of `SliceChannel`. */
export declare const split: typeof SliceChannel;
/** Options of `tile`. */
export interface TileOptions extends OutOption {
    /** The repetitions along each axis, positive. Missing leading ones are 1; longer than the shape, they add axes. Required. */
    reps: number | readonly (number | null)[];
}
/**
 * The tensor repeated as a whole along axes.
 *
 * @param data - The tensor.
 */
export declare function tile(data: NDArray, options: TileOptions): NDArray;
/** Options of `repeat`. */
export interface RepeatOptions extends OutOption {
    /** How often each element is repeated. Required. */
    repeats: number;
    /** The axis along which; negative ones count from the end. None repeats the elements of the flattened tensor. Default: `None`. */
    axis?: number | null | undefined;
}
/**
 * Each element several times in a row.
 *
 * @param data - The tensor.
 */
export declare function repeat(data: NDArray, options: RepeatOptions): NDArray;
/** Options of `Pad`. */
export interface PadOptions extends OutOption {
    /** What fills the border: one value, the nearest element, or the mirrored tensor. Required. */
    mode: "constant" | "edge" | "reflect";
    /** For each axis how many elements are added before and after it: (before₀, after₀, before₁, …). Required. */
    padWidth: number | readonly (number | null)[];
    /** The value with mode `constant`, cast to the dtype. Default: `0.0`. */
    constantValue?: number | undefined;
}
/**
 * The tensor with a border. Any number of axes may be padded; MXNet pads axes 2 and later of 4 or 5.
 *
 * @param data - The tensor.
 */
export declare function Pad(data: NDArray, options: PadOptions): NDArray;
/** Another name of `Pad`. */
export declare const pad: typeof Pad;
/** Options of `diag`. */
export interface DiagOptions extends OutOption {
    /** The diagonal: 0 the main one, positive ones above it (further along `axis2`), negative ones below. Default: `0`. */
    k?: number | undefined;
    /** The axis of the rows; negative ones count from the end. Default: `0`. */
    axis1?: number | undefined;
    /** The axis of the columns; negative ones count from the end. Default: `1`. */
    axis2?: number | undefined;
}
/**
 * A diagonal of the data as the last axis; of 1-dimensional data (n,) the square matrix (n + |k|, n + |k|) with it.
 *
 * @param data - The tensor.
 */
export declare function diag(data: NDArray, options?: DiagOptions): NDArray;
/** Options of `take`. */
export interface TakeOptions extends OutOption {
    /** The axis; negative ones count from the end. Default: `0`. */
    axis?: number | undefined;
    /** What becomes of an index out of range: the nearest one (so that -1 is 0), modulo the size, or an error. Default: `clip`. */
    mode?: "clip" | "raise" | "wrap" | undefined;
}
/**
 * The slices of `a` at the indices along an axis: the axis is replaced by the shape of the indices.
 *
 * @param a - The tensor.
 * @param indices - Whole numbers of any dtype.
 */
export declare function take(a: NDArray, indices: NDArray, options?: TakeOptions): NDArray;
/** Options of `pick`. */
export interface PickOptions extends OutOption {
    /** The axis; negative ones count from the end. Default: `-1`. */
    axis?: number | null | undefined;
    /** Whether the axis stays, with size 1. Default: `False`. */
    keepdims?: boolean | undefined;
    /** What becomes of an index out of range: the nearest one, or modulo the size. Default: `clip`. */
    mode?: "clip" | "wrap" | undefined;
}
/**
 * One element of each line along an axis.
 *
 * @param data - The tensor.
 * @param index - Where along the axis; of data's shape without the axis, or with size 1 there.
 */
export declare function pick(data: NDArray, index: NDArray, options?: PickOptions): NDArray;
/** Another name of `pick`. */
export declare const chooseElement0index: typeof pick;
/**
 * One element of each row: a[i, indices[i]]. Indices out of range are clipped.
 *
 * @param a - A matrix (n, m).
 * @param indices - The column for each row, (n,).
 */
export declare function batchTake(a: NDArray, indices: NDArray, options?: OutOption): NDArray;
/**
 * The elements (or slices) that index tuples name.
 *
 * @param data - The tensor.
 * @param indices - (m, …): column by column, the indices along the first m axes. Negative ones count from the end.
 */
export declare function gatherNd(data: NDArray, indices: NDArray, options?: OutOption): NDArray;
/** Options of `scatterNd`. */
export interface ScatterNdOptions extends OutOption {
    /** The shape of the result. Required. */
    shape: number | readonly (number | null)[];
}
/**
 * Zeros of `shape` with the data where the index tuples say. Of several writes to a place the last stays, but all of them get its gradient.
 *
 * @param data - The elements (or slices) to place.
 * @param indices - (m, …): column by column, the indices along the first m axes. Negative ones count from the end.
 */
export declare function scatterNd(data: NDArray, indices: NDArray, options: ScatterNdOptions): NDArray;
/** Options of `oneHot`. */
export interface OneHotOptions extends OutOption {
    /** The length of each vector. Required. */
    depth: number;
    /** The value at the index. Default: `1.0`. */
    onValue?: number | undefined;
    /** The value elsewhere. Default: `0.0`. */
    offValue?: number | undefined;
    /** The element type of the result. Default: `float32`. */
    dtype?: DType | undefined;
}
/**
 * For each index a vector with one value at the index and another elsewhere. Indices out of range give vectors without the first.
 *
 * @param indices - Whole numbers of any dtype.
 */
export declare function oneHot(indices: NDArray, options: OneHotOptions): NDArray;
/** Options of `sort`. */
export interface SortOptions extends OutOption {
    /** The axis; negative ones count from the end. None sorts the flattened tensor. Default: `-1`. */
    axis?: number | null | undefined;
    /** Whether smaller elements come first. Default: `True`. */
    isAscend?: boolean | undefined;
}
/**
 * The elements in order along an axis. Equal ones keep their order; NaN comes last.
 *
 * @param data - The tensor.
 */
export declare function sort(data: NDArray, options?: SortOptions): NDArray;
/** Options of `argsort`. */
export interface ArgsortOptions extends OutOption {
    /** The axis; negative ones count from the end. None sorts the flattened tensor. Default: `-1`. */
    axis?: number | null | undefined;
    /** Whether smaller elements come first. Default: `True`. */
    isAscend?: boolean | undefined;
    /** The element type of the places; types of few bits cannot hold large ones. Default: `float32`. */
    dtype?: DType | undefined;
}
/**
 * The places of the elements along an axis, in the order of the elements.
 *
 * @param data - The tensor.
 */
export declare function argsort(data: NDArray, options?: ArgsortOptions): NDArray;
/** Options of `topk`. */
export interface TopkOptions extends OutOption {
    /** The axis; negative ones count from the end. None chooses from the flattened tensor. Default: `-1`. */
    axis?: number | null | undefined;
    /** How many; 0 for all. Default: `1`. */
    k?: number | undefined;
    /** What to give: places, values, both (values first), or a mask of the input's shape and dtype. Default: `indices`. */
    retTyp?: "both" | "indices" | "mask" | "value" | undefined;
    /** Whether the smallest are chosen. Default: `False`. */
    isAscend?: boolean | undefined;
    /** The element type of the places; types of few bits cannot hold large ones. Default: `float32`. */
    dtype?: DType | undefined;
}
/**
 * The largest (or smallest) elements along an axis, in order, or their places. Of equal ones the first are chosen.
 *
 * @param data - The tensor.
 */
export declare function topk(data: NDArray, options: TopkOptions & {
    retTyp: "both";
}): NDArray[];
/**
 * The largest (or smallest) elements along an axis, in order, or their places. Of equal ones the first are chosen.
 *
 * @param data - The tensor.
 */
export declare function topk(data: NDArray, options?: TopkOptions): NDArray;
/** Options of `argmax`. */
export interface ArgmaxOptions extends OutOption {
    /** The axis; negative ones count from the end. None takes the flattened tensor. Default: `None`. */
    axis?: number | null | undefined;
    /** Whether the axis stays, with size 1. Default: `False`. */
    keepdims?: boolean | undefined;
}
/**
 * The place of the largest element along an axis (the first one; that of a NaN if there is one), in the dtype of the data.
 *
 * @param data - The tensor.
 */
export declare function argmax(data: NDArray, options?: ArgmaxOptions): NDArray;
/** Options of `argmin`. */
export interface ArgminOptions extends OutOption {
    /** The axis; negative ones count from the end. None takes the flattened tensor. Default: `None`. */
    axis?: number | null | undefined;
    /** Whether the axis stays, with size 1. Default: `False`. */
    keepdims?: boolean | undefined;
}
/**
 * The place of the smallest element along an axis (the first one; that of a NaN if there is one), in the dtype of the data.
 *
 * @param data - The tensor.
 */
export declare function argmin(data: NDArray, options?: ArgminOptions): NDArray;
/**
 * The place of the largest element along axis 1.
 *
 * @param data - The tensor.
 */
export declare function argmaxChannel(data: NDArray, options?: OutOption): NDArray;
/** Options of `norm`. */
export interface NormOptions extends OutOption {
    /** 1 for the sum of absolute values, 2 for the Euclidean norm. Default: `2`. */
    ord?: number | undefined;
    /** The axes to reduce; negative ones count from the end. None or an empty list reduces all of them. Default: `None`. */
    axis?: number | readonly (number | null)[] | null | undefined;
    /** The element type of the result; the data's when None. Default: `None`. */
    outDtype?: DType | null | undefined;
    /** Whether reduced axes stay, with size 1. Default: `False`. */
    keepdims?: boolean | undefined;
}
/**
 * The norm of the elements over axes. The gradient of the Euclidean norm of zeros is NaN.
 *
 * @param data - The tensor.
 */
export declare function norm(data: NDArray, options?: NormOptions): NDArray;
/** Options of `moments`. */
export interface MomentsOptions extends OutOption {
    /** The axes to reduce; negative ones count from the end. None or an empty list reduces all of them. Default: `None`. */
    axes?: number | readonly (number | null)[] | null | undefined;
    /** Whether reduced axes stay, with size 1. Default: `False`. */
    keepdims?: boolean | undefined;
}
/**
 * The mean and the (biased) variance over axes.
 *
 * @param data - The tensor.
 */
export declare function moments(data: NDArray, options?: MomentsOptions): NDArray[];
/** Options of `addN`. */
export interface AddNOptions extends OutOption {
    /** How many tensors there are. Required. */
    numArgs?: number | undefined;
}
/**
 * The sum of tensors of one shape.
 *
 * @param args - Tensors of one shape and dtype.
 */
export declare function addN(args: readonly NDArray[], options?: AddNOptions): NDArray;
/**
 * The sum of tensors of one shape.
 *
 * @param args - Tensors of one shape and dtype.
 */
export declare function addN(...args: [...NDArray[], AddNOptions] | NDArray[]): NDArray;
/** Another name of `addN`. */
export declare const ElementWiseSum: typeof addN;
/**
 * The shape as a 1-dimensional int64 tensor.
 *
 * @param data - The tensor.
 */
export declare function shapeArray(data: NDArray, options?: OutOption): NDArray;
/**
 * The number of elements as an int64 tensor (1,).
 *
 * @param data - The tensor.
 */
export declare function sizeArray(data: NDArray, options?: OutOption): NDArray;
/** Options of `linalgGemm`. */
export interface LinalgGemmOptions extends OutOption {
    /** Whether A is transposed first. Default: `False`. */
    transposeA?: boolean | undefined;
    /** Whether B is transposed first. Default: `False`. */
    transposeB?: boolean | undefined;
    /** The factor of the product. Default: `1.0`. */
    alpha?: number | undefined;
    /** The factor of C. Default: `1.0`. */
    beta?: number | undefined;
    /** The axis of the rows; that of the columns is the last. Default: `-2`. */
    axis?: number | undefined;
}
/**
 * alpha · op(A) · op(B) + beta · C
 *
 * @param A - Matrices, (..., rows, columns).
 * @param B - Matrices, as many as in A.
 * @param C - Matrices of the product's shape.
 */
export declare function linalgGemm(A: NDArray, B: NDArray, C: NDArray, options?: LinalgGemmOptions): NDArray;
/** Options of `linalgGemm2`. */
export interface LinalgGemm2Options extends OutOption {
    /** Whether A is transposed first. Default: `False`. */
    transposeA?: boolean | undefined;
    /** Whether B is transposed first. Default: `False`. */
    transposeB?: boolean | undefined;
    /** The factor of the product. Default: `1.0`. */
    alpha?: number | undefined;
    /** The axis of the rows; that of the columns is the last. Default: `-2`. */
    axis?: number | undefined;
}
/**
 * alpha · op(A) · op(B)
 *
 * @param A - Matrices, (..., rows, columns).
 * @param B - Matrices, as many as in A.
 */
export declare function linalgGemm2(A: NDArray, B: NDArray, options?: LinalgGemm2Options): NDArray;
/** Options of `linalgTrmm`. */
export interface LinalgTrmmOptions extends OutOption {
    /** Whether A is transposed first. Default: `False`. */
    transpose?: boolean | undefined;
    /** Whether A stands on the right. Default: `False`. */
    rightside?: boolean | undefined;
    /** Whether A's lower triangle is meant, else the upper one. Default: `True`. */
    lower?: boolean | undefined;
    /** The factor. Default: `1.0`. */
    alpha?: number | undefined;
}
/**
 * alpha · op(A) · B for a triangle A, or alpha · B · op(A) with rightside.
 *
 * @param A - Square matrices of which one triangle is read.
 * @param B - Matrices, as many as in A.
 */
export declare function linalgTrmm(A: NDArray, B: NDArray, options?: LinalgTrmmOptions): NDArray;
/** Options of `linalgSyrk`. */
export interface LinalgSyrkOptions extends OutOption {
    /** Whether it is Aᵀ·A, else A·Aᵀ. Default: `False`. */
    transpose?: boolean | undefined;
    /** The factor. Default: `1.0`. */
    alpha?: number | undefined;
}
/**
 * alpha · A · Aᵀ, or alpha · Aᵀ · A
 *
 * @param A - Matrices, (..., rows, columns).
 */
export declare function linalgSyrk(A: NDArray, options?: LinalgSyrkOptions): NDArray;
/** Options of `linalgTrsm`. */
export interface LinalgTrsmOptions extends OutOption {
    /** Whether A is transposed first. Default: `False`. */
    transpose?: boolean | undefined;
    /** Whether A stands on the right. Default: `False`. */
    rightside?: boolean | undefined;
    /** Whether A's lower triangle is meant, else the upper one. Default: `True`. */
    lower?: boolean | undefined;
    /** The factor of B. Default: `1.0`. */
    alpha?: number | undefined;
}
/**
 * X of op(A) · X = alpha · B for a triangle A, or of X · op(A) = alpha · B with rightside.
 *
 * @param A - Square matrices of which one triangle is read.
 * @param B - As many matrices.
 */
export declare function linalgTrsm(A: NDArray, B: NDArray, options?: LinalgTrsmOptions): NDArray;
/**
 * The inverses of matrices.
 *
 * @param A - Square matrices, (..., n, n).
 */
export declare function linalgInverse(A: NDArray, options?: OutOption): NDArray;
/**
 * The determinants of matrices.
 *
 * @param A - Square matrices, (..., n, n).
 */
export declare function linalgDet(A: NDArray, options?: OutOption): NDArray;
/**
 * The sign of the determinants of matrices, and the logarithm of their magnitude. The sign has a gradient of zero.
 *
 * @param A - Square matrices, (..., n, n).
 */
export declare function linalgSlogdet(A: NDArray, options?: OutOption): NDArray[];
/** Options of `linalgPotrf`. */
export interface LinalgPotrfOptions extends OutOption {
    /** Whether the factor is a lower triangle L of A = L·Lᵀ, else an upper one of A = Lᵀ·L. The same triangle of A is read. Default: `True`. */
    lower?: boolean | undefined;
}
/**
 * The Cholesky factors of symmetric positive definite matrices. The gradient is symmetric.
 *
 * @param A - Symmetric positive definite matrices, (..., n, n).
 */
export declare function linalgPotrf(A: NDArray, options?: LinalgPotrfOptions): NDArray;
/** Options of `linalgPotri`. */
export interface LinalgPotriOptions extends OutOption {
    /** Whether the factor is a lower triangle, else an upper one. Default: `True`. */
    lower?: boolean | undefined;
}
/**
 * The inverses of the matrices whose Cholesky factors are given.
 *
 * @param A - Cholesky factors, (..., n, n), of which one triangle is read.
 */
export declare function linalgPotri(A: NDArray, options?: LinalgPotriOptions): NDArray;
/**
 * A = L·Q with orthonormal rows in Q and a lower triangle L.
 *
 * @param A - Matrices (..., m, n) of full rank with m ≤ n.
 */
export declare function linalgGelqf(A: NDArray, options?: OutOption): NDArray[];
/**
 * A = Uᵀ·diag(L)·U: the eigenvectors of symmetric matrices as rows of U, and the eigenvalues, rising. The element of greatest magnitude of each eigenvector is positive. The gradient is symmetric, and not finite where eigenvalues are equal.
 *
 * @param A - Symmetric matrices, (..., n, n), of which the lower triangle is read.
 */
export declare function linalgSyevd(A: NDArray, options?: OutOption): NDArray[];
/** Options of `linalgExtractdiag`. */
export interface LinalgExtractdiagOptions extends OutOption {
    /** The diagonal: 0 the main one, positive ones above it, negative ones below. Default: `0`. */
    offset?: number | undefined;
}
/**
 * A diagonal of matrices.
 *
 * @param A - Square matrices, (..., n, n).
 */
export declare function linalgExtractdiag(A: NDArray, options?: LinalgExtractdiagOptions): NDArray;
/** Options of `linalgMakediag`. */
export interface LinalgMakediagOptions extends OutOption {
    /** The diagonal: 0 the main one, positive ones above it, negative ones below. Default: `0`. */
    offset?: number | undefined;
}
/**
 * Matrices with these diagonals, 0 elsewhere.
 *
 * @param A - Vectors, (..., n).
 */
export declare function linalgMakediag(A: NDArray, options?: LinalgMakediagOptions): NDArray;
/** Options of `linalgExtracttrian`. */
export interface LinalgExtracttrianOptions extends OutOption {
    /** Where the triangle begins: positive ones are above the main diagonal and upper, negative ones below and lower. Default: `0`. */
    offset?: number | undefined;
    /** Whether it is a lower triangle; read only with offset 0. Default: `True`. */
    lower?: boolean | undefined;
}
/**
 * A triangle of matrices, row by row.
 *
 * @param A - Square matrices, (..., n, n).
 */
export declare function linalgExtracttrian(A: NDArray, options?: LinalgExtracttrianOptions): NDArray;
/** Options of `linalgMaketrian`. */
export interface LinalgMaketrianOptions extends OutOption {
    /** Where the triangle begins: positive ones are above the main diagonal and upper, negative ones below and lower. Default: `0`. */
    offset?: number | undefined;
    /** Whether it is a lower triangle; read only with offset 0. Default: `True`. */
    lower?: boolean | undefined;
}
/**
 * Matrices with these triangles, 0 elsewhere.
 *
 * @param A - Vectors, (..., n).
 */
export declare function linalgMaketrian(A: NDArray, options?: LinalgMaketrianOptions): NDArray;
/**
 * The sums of the logarithms of the diagonals.
 *
 * @param A - Square matrices, (..., n, n).
 */
export declare function linalgSumlogdiag(A: NDArray, options?: OutOption): NDArray;
/** Options of `sgdUpdate`. */
export interface SgdUpdateOptions extends OutOption {
    /** The learning rate. Required. */
    lr: number;
    /** The weight decay. Default: `0.0`. */
    wd?: number | undefined;
    /** The factor on the gradient. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradient's elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
    /** Accepted for MXNet's sake; there are no sparse gradients. Default: `True`. */
    lazyUpdate?: boolean | undefined;
}
/**
 * Gradient descent: weight - lr·(clip(rescale_grad·grad) + wd·weight).
 *
 * @param weight - The parameter; pass it as `out`, too, to update it in place.
 * @param grad - Its gradient.
 */
export declare function sgdUpdate(weight: NDArray, grad: NDArray, options: SgdUpdateOptions): NDArray;
/** Options of `sgdMomUpdate`. */
export interface SgdMomUpdateOptions extends OutOption {
    /** The learning rate. Required. */
    lr: number;
    /** The decay of the momentum. Default: `0.0`. */
    momentum?: number | undefined;
    /** The weight decay. Default: `0.0`. */
    wd?: number | undefined;
    /** The factor on the gradient. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradient's elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
    /** Accepted for MXNet's sake; there are no sparse gradients. Default: `True`. */
    lazyUpdate?: boolean | undefined;
}
/**
 * Gradient descent with momentum: mom = momentum·mom - lr·(clip(rescale_grad·grad) + wd·weight); weight + mom.
 *
 * @param weight - The parameter; pass it as `out`, too, to update it in place.
 * @param grad - Its gradient.
 * @param mom - The momentum.
 */
export declare function sgdMomUpdate(weight: NDArray, grad: NDArray, mom: NDArray, options: SgdMomUpdateOptions): NDArray;
/** Options of `nagMomUpdate`. */
export interface NagMomUpdateOptions extends OutOption {
    /** The learning rate. Required. */
    lr: number;
    /** The decay of the momentum. Default: `0.0`. */
    momentum?: number | undefined;
    /** The weight decay. Default: `0.0`. */
    wd?: number | undefined;
    /** The factor on the gradient. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradient's elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
}
/**
 * Nesterov's accelerated gradient descent.
 *
 * @param weight - The parameter; pass it as `out`, too, to update it in place.
 * @param grad - Its gradient.
 * @param mom - The momentum.
 */
export declare function nagMomUpdate(weight: NDArray, grad: NDArray, mom: NDArray, options: NagMomUpdateOptions): NDArray;
/** Options of `adamUpdate`. */
export interface AdamUpdateOptions extends OutOption {
    /** The learning rate. Required. */
    lr: number;
    /** The decay of the mean. Default: `0.9`. */
    beta1?: number | undefined;
    /** The decay of the mean of squares. Default: `0.999`. */
    beta2?: number | undefined;
    /** What keeps the divisor from 0. Default: `1e-08`. */
    epsilon?: number | undefined;
    /** The weight decay. Default: `0.0`. */
    wd?: number | undefined;
    /** The factor on the gradient. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradient's elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
    /** Accepted for MXNet's sake; there are no sparse gradients. Default: `True`. */
    lazyUpdate?: boolean | undefined;
}
/**
 * Adam without bias correction, which callers fold into lr: mean and var are the running means of the gradient
 * (with weight decay, clipped) and its square; weight - lr·mean/(√var + epsilon).
 *
 * @param weight - The parameter; pass it as `out`, too, to update it in place.
 * @param grad - Its gradient.
 * @param mean - The running mean of gradients.
 * @param var_ - The running mean of their squares.
 */
export declare function adamUpdate(weight: NDArray, grad: NDArray, mean: NDArray, var_: NDArray, options: AdamUpdateOptions): NDArray;
/** Options of `ftrlUpdate`. */
export interface FtrlUpdateOptions extends OutOption {
    /** The learning rate. Required. */
    lr: number;
    /** The strength of the L1 term. Default: `0.01`. */
    lamda1?: number | undefined;
    /** The smoothing of the learning rate. Default: `1.0`. */
    beta?: number | undefined;
    /** The weight decay. Default: `0.0`. */
    wd?: number | undefined;
    /** The factor on the gradient. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradient's elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
}
/**
 * FTRL-Proximal.
 *
 * @param weight - The parameter; pass it as `out`, too, to update it in place.
 * @param grad - Its gradient.
 * @param z - The accumulated gradients.
 * @param n - The accumulated squares.
 */
export declare function ftrlUpdate(weight: NDArray, grad: NDArray, z: NDArray, n: NDArray, options: FtrlUpdateOptions): NDArray;
/** Options of `signsgdUpdate`. */
export interface SignsgdUpdateOptions extends OutOption {
    /** The learning rate. Required. */
    lr: number;
    /** The weight decay. Default: `0.0`. */
    wd?: number | undefined;
    /** The factor on the gradient. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradient's elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
}
/**
 * Steps by sign: (1 - lr·wd)·weight - lr·sign(grad).
 *
 * @param weight - The parameter; pass it as `out`, too, to update it in place.
 * @param grad - Its gradient.
 */
export declare function signsgdUpdate(weight: NDArray, grad: NDArray, options: SignsgdUpdateOptions): NDArray;
/** Options of `signumUpdate`. */
export interface SignumUpdateOptions extends OutOption {
    /** The learning rate. Required. */
    lr: number;
    /** The decay of the momentum. Default: `0.0`. */
    momentum?: number | undefined;
    /** Weight decay that is not part of the gradient (Loshchilov and Hutter). Default: `0.0`. */
    wdLh?: number | undefined;
    /** The weight decay. Default: `0.0`. */
    wd?: number | undefined;
    /** The factor on the gradient. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradient's elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
}
/**
 * Steps by the sign of the momentum: mom = momentum·mom - (1 - momentum)·(clip(rescale_grad·grad) + wd·weight);
 * (1 - lr·wd_lh)·weight + lr·sign(mom).
 *
 * @param weight - The parameter; pass it as `out`, too, to update it in place.
 * @param grad - Its gradient.
 * @param mom - The momentum.
 */
export declare function signumUpdate(weight: NDArray, grad: NDArray, mom: NDArray, options: SignumUpdateOptions): NDArray;
/** Options of `rmspropUpdate`. */
export interface RmspropUpdateOptions extends OutOption {
    /** The learning rate. Required. */
    lr: number;
    /** The decay of the mean. Default: `0.95`. */
    gamma1?: number | undefined;
    /** What keeps the divisor from 0. Default: `1e-08`. */
    epsilon?: number | undefined;
    /** The bound on the weights; negative for none. Default: `-1.0`. */
    clipWeights?: number | undefined;
    /** The weight decay. Default: `0.0`. */
    wd?: number | undefined;
    /** The factor on the gradient. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradient's elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
}
/**
 * RMSProp: n is the running mean of squared gradients (with weight decay, clipped); weight - lr·grad/√(n + epsilon).
 *
 * @param weight - The parameter; pass it as `out`, too, to update it in place.
 * @param grad - Its gradient.
 * @param n - The running mean of squared gradients.
 */
export declare function rmspropUpdate(weight: NDArray, grad: NDArray, n: NDArray, options: RmspropUpdateOptions): NDArray;
/** Options of `rmspropalexUpdate`. */
export interface RmspropalexUpdateOptions extends OutOption {
    /** The learning rate. Required. */
    lr: number;
    /** The decay of the means. Default: `0.95`. */
    gamma1?: number | undefined;
    /** The decay of the last step. Default: `0.9`. */
    gamma2?: number | undefined;
    /** What keeps the divisor from 0. Default: `1e-08`. */
    epsilon?: number | undefined;
    /** The bound on the weights; negative for none. Default: `-1.0`. */
    clipWeights?: number | undefined;
    /** The weight decay. Default: `0.0`. */
    wd?: number | undefined;
    /** The factor on the gradient. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradient's elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
}
/**
 * Centred RMSProp with momentum (Graves 2013).
 *
 * @param weight - The parameter; pass it as `out`, too, to update it in place.
 * @param grad - Its gradient.
 * @param n - The running mean of squared gradients.
 * @param g - The running mean of gradients.
 * @param delta - The last step.
 */
export declare function rmspropalexUpdate(weight: NDArray, grad: NDArray, n: NDArray, g: NDArray, delta: NDArray, options: RmspropalexUpdateOptions): NDArray;
/** Options of `randomUniform`. */
export interface RandomUniformOptions extends OutOption {
    /** The lower bound. Default: `0.0`. */
    low?: number | undefined;
    /** The upper bound; it can come out itself. Default: `1.0`. */
    high?: number | undefined;
    /** The shape of the result; (1,) when None. Default: `None`. */
    shape?: number | readonly (number | null)[] | null | undefined;
    /** Accepted for MXNet's sake; there is one device. */
    ctx?: string | undefined;
    /** The element type of the result: a float type, float32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/** Uniform draws from low to high. */
export declare function randomUniform(options?: RandomUniformOptions): NDArray;
/** Another name of `randomUniform`. */
export declare const uniform: typeof randomUniform;
/** Options of `normal`. */
export interface NormalOptions extends OutOption {
    /** The mean. Default: `0.0`. */
    loc?: number | undefined;
    /** The standard deviation, positive. Default: `1.0`. */
    scale?: number | undefined;
    /** The shape of the result; (1,) when None. Default: `None`. */
    shape?: number | readonly (number | null)[] | null | undefined;
    /** Accepted for MXNet's sake; there is one device. */
    ctx?: string | undefined;
    /** The element type of the result: a float type, float32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/** Normal (Gaussian) draws. */
export declare function normal(options?: NormalOptions): NDArray;
/** Another name of `normal`. */
export declare const randomNormal: typeof normal;
/** Options of `randomExponential`. */
export interface RandomExponentialOptions extends OutOption {
    /** The rate (the reciprocal of the mean), positive. Default: `1.0`. */
    lam?: number | undefined;
    /** The shape of the result; (1,) when None. Default: `None`. */
    shape?: number | readonly (number | null)[] | null | undefined;
    /** Accepted for MXNet's sake; there is one device. */
    ctx?: string | undefined;
    /** The element type of the result: a float type, float32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/** Exponential draws. */
export declare function randomExponential(options?: RandomExponentialOptions): NDArray;
/** Options of `randomGamma`. */
export interface RandomGammaOptions extends OutOption {
    /** The distribution's shape, positive. Default: `1.0`. */
    alpha?: number | undefined;
    /** The distribution's scale, positive. Default: `1.0`. */
    beta?: number | undefined;
    /** The shape of the result; (1,) when None. Default: `None`. */
    shape?: number | readonly (number | null)[] | null | undefined;
    /** Accepted for MXNet's sake; there is one device. */
    ctx?: string | undefined;
    /** The element type of the result: a float type, float32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/** Draws from a gamma distribution. */
export declare function randomGamma(options?: RandomGammaOptions): NDArray;
/** Options of `randomPoisson`. */
export interface RandomPoissonOptions extends OutOption {
    /** The mean, not negative. Default: `1.0`. */
    lam?: number | undefined;
    /** The shape of the result; (1,) when None. Default: `None`. */
    shape?: number | readonly (number | null)[] | null | undefined;
    /** Accepted for MXNet's sake; there is one device. */
    ctx?: string | undefined;
    /** The element type of the result: a float type, float32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/** Draws from a Poisson distribution, as floats. */
export declare function randomPoisson(options?: RandomPoissonOptions): NDArray;
/** Options of `randomNegativeBinomial`. */
export interface RandomNegativeBinomialOptions extends OutOption {
    /** The number of successes. Default: `1`. */
    k?: number | undefined;
    /** The probability of a success. Default: `1.0`. */
    p?: number | undefined;
    /** The shape of the result; (1,) when None. Default: `None`. */
    shape?: number | readonly (number | null)[] | null | undefined;
    /** Accepted for MXNet's sake; there is one device. */
    ctx?: string | undefined;
    /** The element type of the result: a float type, float32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/** Draws from a negative binomial distribution: failures before k successes, as floats. */
export declare function randomNegativeBinomial(options?: RandomNegativeBinomialOptions): NDArray;
/** Options of `randomGeneralizedNegativeBinomial`. */
export interface RandomGeneralizedNegativeBinomialOptions extends OutOption {
    /** The mean, not negative. Default: `1.0`. */
    mu?: number | undefined;
    /** The dispersion, not negative; 0 gives a Poisson distribution. Default: `1.0`. */
    alpha?: number | undefined;
    /** The shape of the result; (1,) when None. Default: `None`. */
    shape?: number | readonly (number | null)[] | null | undefined;
    /** Accepted for MXNet's sake; there is one device. */
    ctx?: string | undefined;
    /** The element type of the result: a float type, float32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/** Draws from a generalized negative binomial distribution (mean and dispersion), as floats. */
export declare function randomGeneralizedNegativeBinomial(options?: RandomGeneralizedNegativeBinomialOptions): NDArray;
/** Options of `randomRandint`. */
export interface RandomRandintOptions extends OutOption {
    /** The smallest integer. Required. */
    low: number;
    /** The end of the range, not included. Required. */
    high: number;
    /** The shape of the result; (1,) when None. Default: `None`. */
    shape?: number | readonly (number | null)[] | null | undefined;
    /** Accepted for MXNet's sake; there is one device. */
    ctx?: string | undefined;
    /** The element type of the result: int32 or int64, int32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/** Uniform draws of integers from low to high - 1. */
export declare function randomRandint(options: RandomRandintOptions): NDArray;
/** Options of `sampleUniform`. */
export interface SampleUniformOptions extends OutOption {
    /** The shape of the draws for each parameter; one draw when empty. Default: `()`. */
    shape?: number | readonly (number | null)[] | undefined;
    /** The element type of the result: a float type, float32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/**
 * Uniform draws for each pair of bounds.
 *
 * @param low - The lower bounds.
 * @param high - The upper bounds.
 */
export declare function sampleUniform(low: NDArray, high: NDArray, options?: SampleUniformOptions): NDArray;
/** Options of `sampleNormal`. */
export interface SampleNormalOptions extends OutOption {
    /** The shape of the draws for each parameter; one draw when empty. Default: `()`. */
    shape?: number | readonly (number | null)[] | undefined;
    /** The element type of the result: a float type, float32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/**
 * Normal draws for each mean and standard deviation.
 *
 * @param mu - The means.
 * @param sigma - The standard deviations.
 */
export declare function sampleNormal(mu: NDArray, sigma: NDArray, options?: SampleNormalOptions): NDArray;
/** Options of `sampleGamma`. */
export interface SampleGammaOptions extends OutOption {
    /** The shape of the draws for each parameter; one draw when empty. Default: `()`. */
    shape?: number | readonly (number | null)[] | undefined;
    /** The element type of the result: a float type, float32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/**
 * Gamma draws for each shape and scale.
 *
 * @param alpha - The distributions' shapes.
 * @param beta - The distributions' scales.
 */
export declare function sampleGamma(alpha: NDArray, beta: NDArray, options?: SampleGammaOptions): NDArray;
/** Options of `sampleExponential`. */
export interface SampleExponentialOptions extends OutOption {
    /** The shape of the draws for each parameter; one draw when empty. Default: `()`. */
    shape?: number | readonly (number | null)[] | undefined;
    /** The element type of the result: a float type, float32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/**
 * Exponential draws for each rate.
 *
 * @param lam - The rates, the reciprocals of the means.
 */
export declare function sampleExponential(lam: NDArray, options?: SampleExponentialOptions): NDArray;
/** Options of `samplePoisson`. */
export interface SamplePoissonOptions extends OutOption {
    /** The shape of the draws for each parameter; one draw when empty. Default: `()`. */
    shape?: number | readonly (number | null)[] | undefined;
    /** The element type of the result: a float type, float32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/**
 * Poisson draws for each mean, as floats.
 *
 * @param lam - The means.
 */
export declare function samplePoisson(lam: NDArray, options?: SamplePoissonOptions): NDArray;
/** Options of `sampleNegativeBinomial`. */
export interface SampleNegativeBinomialOptions extends OutOption {
    /** The shape of the draws for each parameter; one draw when empty. Default: `()`. */
    shape?: number | readonly (number | null)[] | undefined;
    /** The element type of the result: a float type, float32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/**
 * Negative binomial draws for each number of successes and probability, as floats.
 *
 * @param k - The numbers of successes.
 * @param p - The probabilities of a success.
 */
export declare function sampleNegativeBinomial(k: NDArray, p: NDArray, options?: SampleNegativeBinomialOptions): NDArray;
/** Options of `sampleGeneralizedNegativeBinomial`. */
export interface SampleGeneralizedNegativeBinomialOptions extends OutOption {
    /** The shape of the draws for each parameter; one draw when empty. Default: `()`. */
    shape?: number | readonly (number | null)[] | undefined;
    /** The element type of the result: a float type, float32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/**
 * Generalized negative binomial draws for each mean and dispersion, as floats.
 *
 * @param mu - The means.
 * @param alpha - The dispersions.
 */
export declare function sampleGeneralizedNegativeBinomial(mu: NDArray, alpha: NDArray, options?: SampleGeneralizedNegativeBinomialOptions): NDArray;
/** Options of `sampleMultinomial`. */
export interface SampleMultinomialOptions extends OutOption {
    /** The shape of the draws for each distribution; one draw when empty. Default: `()`. */
    shape?: number | readonly (number | null)[] | undefined;
    /** Whether the logarithms of the drawn classes' probabilities are a second output, through which gradients flow. Default: `False`. */
    getProb?: boolean | undefined;
    /** The element type of the classes. Default: `int32`. */
    dtype?: DType | undefined;
}
/**
 * Classes drawn from distributions over k classes.
 *
 * @param data - The probabilities (…, k), used as they are: each distribution should sum to 1.
 */
export declare function sampleMultinomial(data: NDArray, options: SampleMultinomialOptions & {
    getProb: true;
}): NDArray[];
/**
 * Classes drawn from distributions over k classes.
 *
 * @param data - The probabilities (…, k), used as they are: each distribution should sum to 1.
 */
export declare function sampleMultinomial(data: NDArray, options?: SampleMultinomialOptions): NDArray;
/**
 * The data with its first axis in random order.
 *
 * @param data - The tensor.
 */
export declare function shuffle(data: NDArray, options?: OutOption): NDArray;
