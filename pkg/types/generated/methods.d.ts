import type { DType } from "../nd/dtype.ts";
import { type OutOption } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";
import type { ArgmaxOptions, ArgminOptions, ArgsortOptions, BroadcastAxisOptions, BroadcastLikeOptions, BroadcastToOptions, ClipOptions, DepthToSpaceOptions, DiagOptions, ExpandDimsOptions, LogSoftmaxOptions, MaxOptions, MeanOptions, MinOptions, NanprodOptions, NansumOptions, NormOptions, OneHotOptions, PadOptions, PickOptions, ProdOptions, RepeatOptions, ReshapeLikeOptions, ReverseOptions, SliceAxisOptions, SliceChannelOptions, SliceLikeOptions, SoftmaxOptions, SoftminOptions, SortOptions, SpaceToDepthOptions, SqueezeOptions, SumOptions, SwapAxisOptions, TileOptions, TopkOptions, TransposeOptions } from "./ops.ts";
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
    /** The place of the largest element along an axis (the first one; that of a NaN if there is one), in the dtype of the data. */
    argmax(options?: ArgmaxOptions): NDArray;
    argmax(axis?: number | null, keepdims?: boolean): NDArray;
    /** The place of the largest element along axis 1. */
    argmaxChannel(options?: OutOption): NDArray;
    /** The place of the smallest element along an axis (the first one; that of a NaN if there is one), in the dtype of the data. */
    argmin(options?: ArgminOptions): NDArray;
    argmin(axis?: number | null, keepdims?: boolean): NDArray;
    /** The places of the elements along an axis, in the order of the elements. */
    argsort(options?: ArgsortOptions): NDArray;
    argsort(axis?: number | null, isAscend?: boolean, dtype?: DType): NDArray;
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
    /** The elements limited to a_min and a_max. The gradient is 1 between them and at both. */
    clip(options: ClipOptions): NDArray;
    clip(aMin: number, aMax: number): NDArray;
    /** The cosine; x in radians. */
    cos(options?: OutOption): NDArray;
    /** The hyperbolic cosine. */
    cosh(options?: OutOption): NDArray;
    /** Radians to degrees. */
    degrees(options?: OutOption): NDArray;
    /** (n, block²·c, h, w) as (n, c, h·block, w·block): channels become places of blocks. */
    depthToSpace(options: DepthToSpaceOptions): NDArray;
    depthToSpace(blockSize: number): NDArray;
    /** A diagonal of the data as the last axis; of 1-dimensional data (n,) the square matrix (n + |k|, n + |k|) with it. */
    diag(options?: DiagOptions): NDArray;
    diag(k?: number, axis1?: number, axis2?: number): NDArray;
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
    /** The elements in reverse order along the given axes. */
    flip(options: ReverseOptions): NDArray;
    flip(axis: number | readonly (number | null)[]): NDArray;
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
    /** The logarithm of softmax, computed stably. */
    logSoftmax(options?: LogSoftmaxOptions): NDArray;
    logSoftmax(axis?: number, temperature?: number | null, dtype?: "float16" | "float32" | "float64" | null, useLength?: boolean): NDArray;
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
    /** The norm of the elements over axes. The gradient of the Euclidean norm of zeros is NaN. */
    norm(options?: NormOptions): NDArray;
    norm(ord?: number, axis?: number | readonly (number | null)[] | null, outDtype?: DType | null, keepdims?: boolean): NDArray;
    /** For each index a vector with one value at the index and another elsewhere. Indices out of range give vectors without the first. */
    oneHot(options: OneHotOptions): NDArray;
    oneHot(depth: number, onValue?: number, offValue?: number, dtype?: DType): NDArray;
    /** Ones of the input's shape and dtype. */
    onesLike(options?: OutOption): NDArray;
    /** The tensor with a border. Any number of axes may be padded; MXNet pads axes 2 and later of 4 or 5. */
    pad(options: PadOptions): NDArray;
    pad(mode: "constant" | "edge" | "reflect", padWidth: number | readonly (number | null)[], constantValue?: number): NDArray;
    /**
     * One element of each line along an axis.
     *
     * @param index - Where along the axis; of data's shape without the axis, or with size 1 there.
     */
    pick(index: NDArray, options?: PickOptions): NDArray;
    pick(index: NDArray, axis?: number | null, keepdims?: boolean, mode?: "clip" | "wrap"): NDArray;
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
    /** Each element several times in a row. */
    repeat(options: RepeatOptions): NDArray;
    repeat(repeats: number, axis?: number | null): NDArray;
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
    /** The shape as a 1-dimensional int64 tensor. */
    shapeArray(options?: OutOption): NDArray;
    /** The logistic function 1/(1 + e⁻ˣ). */
    sigmoid(options?: OutOption): NDArray;
    /** The sign: -1, 0 or 1. */
    sign(options?: OutOption): NDArray;
    /** The sine; x in radians. */
    sin(options?: OutOption): NDArray;
    /** The hyperbolic sine. */
    sinh(options?: OutOption): NDArray;
    /** The number of elements as an int64 tensor (1,). */
    sizeArray(options?: OutOption): NDArray;
    /** The part begin:end along one axis. */
    sliceAxis(options: SliceAxisOptions): NDArray;
    sliceAxis(axis: number, begin: number, end: number | null): NDArray;
    /**
     * The leading part of the data that has the other tensor's size along the given axes.
     *
     * @param shapeLike - The tensor with the sizes; its values do not matter.
     */
    sliceLike(shapeLike: NDArray, options?: SliceLikeOptions): NDArray;
    sliceLike(shapeLike: NDArray, axes?: number | readonly (number | null)[]): NDArray;
    /** exp(x/T) / Σ exp(x/T) along an axis. */
    softmax(options?: SoftmaxOptions): NDArray;
    softmax(axis?: number, temperature?: number | null, dtype?: "float16" | "float32" | "float64" | null, useLength?: boolean): NDArray;
    /** The softmax of -x. */
    softmin(options?: SoftminOptions): NDArray;
    softmin(axis?: number, temperature?: number | null, dtype?: "float16" | "float32" | "float64" | null, useLength?: boolean): NDArray;
    /** The elements in order along an axis. Equal ones keep their order; NaN comes last. */
    sort(options?: SortOptions): NDArray;
    sort(axis?: number | null, isAscend?: boolean): NDArray;
    /** (n, c, h·block, w·block) as (n, block²·c, h, w): places of blocks become channels. */
    spaceToDepth(options: SpaceToDepthOptions): NDArray;
    spaceToDepth(blockSize: number): NDArray;
    /** Splits a tensor into equal parts along an axis. */
    split(options: SliceChannelOptions): NDArray[];
    split(numOutputs: number, axis?: number, squeezeAxis?: boolean): NDArray[];
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
    /** The tensor repeated as a whole along axes. */
    tile(options: TileOptions): NDArray;
    tile(reps: number | readonly (number | null)[]): NDArray;
    /** The largest (or smallest) elements along an axis, in order, or their places. Of equal ones the first are chosen. */
    topk(options?: TopkOptions): NDArray;
    topk(axis?: number | null, k?: number, retTyp?: "both" | "indices" | "mask" | "value", isAscend?: boolean, dtype?: DType): NDArray;
    /** The axes in another order; reversed by default. */
    transpose(options?: TransposeOptions): NDArray;
    transpose(axes?: number | readonly (number | null)[]): NDArray;
    /** The integer part: towards zero. */
    trunc(options?: OutOption): NDArray;
    /** Zeros of the input's shape and dtype. */
    zerosLike(options?: OutOption): NDArray;
}
