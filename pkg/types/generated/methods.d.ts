import { type OutOption } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";
import type { BroadcastAxisOptions, BroadcastLikeOptions, BroadcastToOptions, ExpandDimsOptions, MaxOptions, MeanOptions, MinOptions, NanprodOptions, NansumOptions, ProdOptions, ReshapeLikeOptions, SqueezeOptions, SumOptions, SwapAxisOptions, TransposeOptions } from "./ops.ts";
/** The methods of arrays that are operators: options by name in one object, or by position in MXNet's order. */
export declare abstract class NDArrayMethods {
    /** The absolute value |x|. Its gradient at 0 is 0. */
    abs(options?: OutOption): NDArray;
    /** The inverse cosine, in radians. */
    arccos(options?: OutOption): NDArray;
    /** The inverse hyperbolic cosine. */
    arccosh(options?: OutOption): NDArray;
    /** The inverse sine, in radians. */
    arcsin(options?: OutOption): NDArray;
    /** The inverse hyperbolic sine. */
    arcsinh(options?: OutOption): NDArray;
    /** The inverse tangent, in radians. */
    arctan(options?: OutOption): NDArray;
    /** The inverse hyperbolic tangent. */
    arctanh(options?: OutOption): NDArray;
    /** Repeats the named axes of size 1 to new sizes. */
    broadcastAxes(options?: BroadcastAxisOptions): NDArray;
    broadcastAxes(axis?: number | readonly (number | null)[], size?: number | readonly (number | null)[]): NDArray;
    /**
     * Repeats axes of size 1 of lhs to the sizes that rhs has.
     *
     * @param rhs - The tensor with the sizes; its values do not matter.
     */
    broadcastLike(rhs: NDArray, options?: BroadcastLikeOptions): NDArray;
    broadcastLike(rhs: NDArray, lhsAxes?: number | readonly (number | null)[] | null, rhsAxes?: number | readonly (number | null)[] | null): NDArray;
    /** Repeats axes of size 1 so that the result has the given shape. */
    broadcastTo(options: BroadcastToOptions): NDArray;
    broadcastTo(shape: number | readonly (number | null)[]): NDArray;
    /** The cube root. */
    cbrt(options?: OutOption): NDArray;
    /** The smallest integer that is not less. */
    ceil(options?: OutOption): NDArray;
    /** The cosine; x in radians. */
    cos(options?: OutOption): NDArray;
    /** The hyperbolic cosine. */
    cosh(options?: OutOption): NDArray;
    /** Radians to degrees. */
    degrees(options?: OutOption): NDArray;
    /** The Gauss error function. */
    erf(options?: OutOption): NDArray;
    /** The exponential eˣ. */
    exp(options?: OutOption): NDArray;
    /** Inserts an axis of size 1. */
    expandDims(options: ExpandDimsOptions): NDArray;
    expandDims(axis: number): NDArray;
    /** eˣ - 1, accurate near 0. */
    expm1(options?: OutOption): NDArray;
    /** The nearest integer towards zero. */
    fix(options?: OutOption): NDArray;
    /** Merges all axes but the first: (n, …) becomes (n, size of …). */
    flatten(options?: OutOption): NDArray;
    /** The largest integer that is not greater. */
    floor(options?: OutOption): NDArray;
    /** The natural logarithm. */
    log(options?: OutOption): NDArray;
    /** The logarithm to base 10. */
    log10(options?: OutOption): NDArray;
    /** ln(1 + x), accurate near 0. */
    log1p(options?: OutOption): NDArray;
    /** The logarithm to base 2. */
    log2(options?: OutOption): NDArray;
    /** The largest element; NaN if there is one. */
    max(options?: MaxOptions): NDArray;
    max(axis?: number | readonly (number | null)[] | null, keepdims?: boolean, exclude?: boolean): NDArray;
    /** The mean of the elements; of integers it is truncated. */
    mean(options?: MeanOptions): NDArray;
    mean(axis?: number | readonly (number | null)[] | null, keepdims?: boolean, exclude?: boolean): NDArray;
    /** The smallest element; NaN if there is one. */
    min(options?: MinOptions): NDArray;
    min(axis?: number | readonly (number | null)[] | null, keepdims?: boolean, exclude?: boolean): NDArray;
    /** The product of the elements that are not NaN. */
    nanprod(options?: NanprodOptions): NDArray;
    nanprod(axis?: number | readonly (number | null)[] | null, keepdims?: boolean, exclude?: boolean): NDArray;
    /** The sum of the elements that are not NaN. */
    nansum(options?: NansumOptions): NDArray;
    nansum(axis?: number | readonly (number | null)[] | null, keepdims?: boolean, exclude?: boolean): NDArray;
    /** Ones of the input's shape and dtype. */
    onesLike(options?: OutOption): NDArray;
    /** The product of the elements. */
    prod(options?: ProdOptions): NDArray;
    prod(axis?: number | readonly (number | null)[] | null, keepdims?: boolean, exclude?: boolean): NDArray;
    /** Degrees to radians. */
    radians(options?: OutOption): NDArray;
    /** The reciprocal of the cube root. */
    rcbrt(options?: OutOption): NDArray;
    /** The reciprocal 1/x. */
    reciprocal(options?: OutOption): NDArray;
    /** The rectifier max(x, 0). Its gradient at 0 is 0. */
    relu(options?: OutOption): NDArray;
    /**
     * The elements of lhs under the shape of rhs (or with some axes replaced by axes of rhs).
     *
     * @param rhs - The tensor with the shape; its values do not matter.
     */
    reshapeLike(rhs: NDArray, options?: ReshapeLikeOptions): NDArray;
    reshapeLike(rhs: NDArray, lhsBegin?: number | null, lhsEnd?: number | null, rhsBegin?: number | null, rhsEnd?: number | null): NDArray;
    /** The nearest integer; halves go to the lower number. */
    rint(options?: OutOption): NDArray;
    /** The nearest integer; halves go away from zero. */
    round(options?: OutOption): NDArray;
    /** The reciprocal of the square root, 1/√x. */
    rsqrt(options?: OutOption): NDArray;
    /** The logistic function 1/(1 + e⁻ˣ). */
    sigmoid(options?: OutOption): NDArray;
    /** The sign: -1, 0 or 1. */
    sign(options?: OutOption): NDArray;
    /** The sine; x in radians. */
    sin(options?: OutOption): NDArray;
    /** The hyperbolic sine. */
    sinh(options?: OutOption): NDArray;
    /** The square root. */
    sqrt(options?: OutOption): NDArray;
    /** The square x². */
    square(options?: OutOption): NDArray;
    /** Removes axes of size 1. */
    squeeze(options?: SqueezeOptions): NDArray;
    squeeze(axis?: number | readonly (number | null)[] | null): NDArray;
    /** The sum of the elements. */
    sum(options?: SumOptions): NDArray;
    sum(axis?: number | readonly (number | null)[] | null, keepdims?: boolean, exclude?: boolean): NDArray;
    /** Exchanges two axes. */
    swapaxes(options?: SwapAxisOptions): NDArray;
    swapaxes(dim1?: number, dim2?: number): NDArray;
    /** The tangent; x in radians. */
    tan(options?: OutOption): NDArray;
    /** The hyperbolic tangent. */
    tanh(options?: OutOption): NDArray;
    /** The axes in another order; reversed by default. */
    transpose(options?: TransposeOptions): NDArray;
    transpose(axes?: number | readonly (number | null)[]): NDArray;
    /** The integer part: towards zero. */
    trunc(options?: OutOption): NDArray;
    /** Zeros of the input's shape and dtype. */
    zerosLike(options?: OutOption): NDArray;
}
