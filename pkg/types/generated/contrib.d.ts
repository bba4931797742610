import { type OutOption } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";
/** Options of `BatchNormWithReLU`. */
export interface BatchNormWithReLUOptions extends OutOption {
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
 * Batch normalisation and the rectifier max(x, 0).
 *
 * @param data - The tensor.
 * @param gamma - The scale of each channel; set to 1 with fix_gamma.
 * @param beta - The shift of each channel.
 * @param movingMean - The moving mean of each channel; backward writes it.
 * @param movingVar - The moving variance of each channel; backward writes it.
 *
 * @example
 * ```ts
 * const x = nd.array([[1, 10], [3, 30]]);
 * const [gamma, beta, mean, variance] = [nd.ones([2]), nd.zeros([2]), nd.zeros([2]), nd.ones([2])];
 * const y = autograd.record(() => nd.contrib.BatchNormWithReLU(x, gamma, beta, mean, variance));
 * console.log(y.round().toArray()); // [ [ 0, 0 ], [ 1, 1 ] ]
 * ```
 */
export declare function BatchNormWithReLU(data: NDArray, gamma: NDArray, beta: NDArray, movingMean: NDArray, movingVar: NDArray, options: BatchNormWithReLUOptions & {
    outputMeanVar: true;
}): NDArray[];
/**
 * Batch normalisation and the rectifier max(x, 0).
 *
 * @param data - The tensor.
 * @param gamma - The scale of each channel; set to 1 with fix_gamma.
 * @param beta - The shift of each channel.
 * @param movingMean - The moving mean of each channel; backward writes it.
 * @param movingVar - The moving variance of each channel; backward writes it.
 *
 * @example
 * ```ts
 * const x = nd.array([[1, 10], [3, 30]]);
 * const [gamma, beta, mean, variance] = [nd.ones([2]), nd.zeros([2]), nd.zeros([2]), nd.ones([2])];
 * const y = autograd.record(() => nd.contrib.BatchNormWithReLU(x, gamma, beta, mean, variance));
 * console.log(y.round().toArray()); // [ [ 0, 0 ], [ 1, 1 ] ]
 * ```
 */
export declare function BatchNormWithReLU(data: NDArray, gamma: NDArray, beta: NDArray, movingMean: NDArray, movingVar: NDArray, options?: BatchNormWithReLUOptions): NDArray;
/** Options of `SyncBatchNorm`. */
export interface SyncBatchNormOptions extends OutOption {
    /** Added to the variance. Default: `0.001`. */
    eps?: number | undefined;
    /** How much of the moving statistics stays at each step. Default: `0.9`. */
    momentum?: number | undefined;
    /** Whether gamma is set to 1 and gets no gradient. Default: `True`. */
    fixGamma?: boolean | undefined;
    /** Whether the moving statistics are used in training too. Default: `False`. */
    useGlobalStats?: boolean | undefined;
    /** Whether the mean and 1/√(variance + eps) are given as second and third output. Default: `False`. */
    outputMeanVar?: boolean | undefined;
    /** Accepted for MXNet's sake; there is one device. Default: `1`. */
    ndev?: number | undefined;
    /** Accepted for MXNet's sake: what the devices of a layer share. Required. */
    key: string;
}
/**
 * Batch normalisation of the channels in axis 1. There is one device, so that it is the plain one.
 *
 * @param data - The tensor.
 * @param gamma - The scale of each channel; set to 1 with fix_gamma.
 * @param beta - The shift of each channel.
 * @param movingMean - The moving mean of each channel; backward writes it.
 * @param movingVar - The moving variance of each channel; backward writes it.
 *
 * @example
 * ```ts
 * const x = nd.array([[1, 10], [3, 30]]);
 * const [gamma, beta, mean, variance] = [nd.ones([2]), nd.zeros([2]), nd.zeros([2]), nd.ones([2])];
 * const y = autograd.record(() => nd.contrib.SyncBatchNorm(x, gamma, beta, mean, variance, { key: "bn0" }));
 * console.log(y.round().toArray()); // [ [ -1, -1 ], [ 1, 1 ] ]
 * ```
 */
export declare function SyncBatchNorm(data: NDArray, gamma: NDArray, beta: NDArray, movingMean: NDArray, movingVar: NDArray, options: SyncBatchNormOptions & {
    outputMeanVar: true;
}): NDArray[];
/**
 * Batch normalisation of the channels in axis 1. There is one device, so that it is the plain one.
 *
 * @param data - The tensor.
 * @param gamma - The scale of each channel; set to 1 with fix_gamma.
 * @param beta - The shift of each channel.
 * @param movingMean - The moving mean of each channel; backward writes it.
 * @param movingVar - The moving variance of each channel; backward writes it.
 *
 * @example
 * ```ts
 * const x = nd.array([[1, 10], [3, 30]]);
 * const [gamma, beta, mean, variance] = [nd.ones([2]), nd.zeros([2]), nd.zeros([2]), nd.ones([2])];
 * const y = autograd.record(() => nd.contrib.SyncBatchNorm(x, gamma, beta, mean, variance, { key: "bn0" }));
 * console.log(y.round().toArray()); // [ [ -1, -1 ], [ 1, 1 ] ]
 * ```
 */
export declare function SyncBatchNorm(data: NDArray, gamma: NDArray, beta: NDArray, movingMean: NDArray, movingVar: NDArray, options: SyncBatchNormOptions): NDArray;
/** Options of `boxIou`. */
export interface BoxIouOptions extends OutOption {
    /** Whether boxes are (left, top, right, bottom) or (x, y, width, height). Default: `corner`. */
    format?: "center" | "corner" | undefined;
}
/**
 * The overlap of every box of lhs with every box of rhs: the area in common as a part of the area of both.
 *
 * @param lhs - Boxes, (…, 4).
 * @param rhs - Boxes, (…, 4).
 *
 * @example
 * ```ts
 * const [box, others] = [nd.array([[0, 0, 2, 2]]), nd.array([[0, 0, 2, 1], [1, 0, 2, 1], [4, 4, 5, 5]])];
 * console.log(nd.contrib.boxIou(box, others).toArray()); // [ [ 0.5, 0.25, 0 ] ]
 * ```
 */
export declare function boxIou(lhs: NDArray, rhs: NDArray, options?: BoxIouOptions): NDArray;
/**
 * The normalized offsets from anchors to the boxes that they match, and 1 where a sample counts: both (batch, anchors, 4), 0 elsewhere.
 *
 * @param samples - Above 0.5 where a sample counts, (batch, anchors).
 * @param matches - The place of the box in refs that an anchor matches, (batch, anchors).
 * @param anchors - Anchors by their corners, (batch, anchors, 4).
 * @param refs - Boxes by their corners, (batch, boxes, 4).
 * @param means - What is subtracted from the offsets, (4,).
 * @param stds - What the offsets are then divided by, (4,).
 *
 * @example
 * ```ts
 * const anchors = nd.array([[[0, 0, 2, 2], [0, 0, 4, 4]]]);
 * const boxes = nd.array([[[1, 0, 3, 2]]]);
 * const [samples, matches] = [nd.array([[1, 0]]), nd.array([[0, 0]])];
 * const [offsets, mask] = nd.contrib.boxEncode(samples, matches, anchors, boxes, nd.zeros([4]), nd.ones([4]));
 * console.log(offsets!.toArray()); // [ [ [ 0.5, 0, 0, 0 ], [ 0, 0, 0, 0 ] ] ]
 * console.log(mask!.toArray()); // [ [ [ 1, 1, 1, 1 ], [ 0, 0, 0, 0 ] ] ]
 * ```
 */
export declare function boxEncode(samples: NDArray, matches: NDArray, anchors: NDArray, refs: NDArray, means: NDArray, stds: NDArray, options?: OutOption): NDArray[];
/** Options of `boxDecode`. */
export interface BoxDecodeOptions extends OutOption {
    /** What the offset of x is multiplied with. Default: `1.0`. */
    std0?: number | undefined;
    /** What the offset of y is multiplied with. Default: `1.0`. */
    std1?: number | undefined;
    /** What the offset of the width is multiplied with. Default: `1.0`. */
    std2?: number | undefined;
    /** What the offset of the height is multiplied with. Default: `1.0`. */
    std3?: number | undefined;
    /** The largest logarithm of a size, if above 0. Default: `-1.0`. */
    clip?: number | undefined;
    /** Whether anchors are (left, top, right, bottom) or (x, y, width, height). Default: `center`. */
    format?: "center" | "corner" | undefined;
}
/**
 * The corners of the boxes that are given by offsets from anchors, (batch, anchors, 4).
 *
 * @param data - Offsets, (batch, anchors, 4).
 * @param anchors - Anchors, (1, anchors, 4).
 *
 * @example
 * ```ts
 * const anchors = nd.array([[[0, 0, 2, 2]]]);
 * console.log(nd.contrib.boxDecode(nd.array([[[0.5, 0, 0, 0]]]), anchors, { format: "corner" }).toArray());
 * // [ [ [ 1, 0, 3, 2 ] ] ]
 * ```
 */
export declare function boxDecode(data: NDArray, anchors: NDArray, options?: BoxDecodeOptions): NDArray;
/** Options of `bipartiteMatching`. */
export interface BipartiteMatchingOptions extends OutOption {
    /** Whether small scores are the good ones. Default: `False`. */
    isAscend?: boolean | undefined;
    /** Pairs match whose score is above this (below it with is_ascend). Required. */
    threshold: number;
    /** If above 0, no pairs are added once there are more than these: MXNet matches one more. Default: `-1`. */
    topk?: number | undefined;
}
/**
 * Pairs of rows and columns, the best score first, each in one pair at most: for every row its column and for every column its row, -1 where there is none.
 *
 * @param data - Scores, (…, rows, columns).
 *
 * @example
 * ```ts
 * const scores = nd.array([[0.5, 0.6], [0.1, 0.2], [0.3, 0.4]]);
 * const [columns, rows] = nd.contrib.bipartiteMatching(scores, { threshold: 0.01 });
 * console.log(columns!.toArray(), rows!.toArray()); // [ 1, -1, 0 ] [ 2, 0 ]
 * ```
 */
export declare function bipartiteMatching(data: NDArray, options: BipartiteMatchingOptions): NDArray[];
/** Options of `MultiBoxPrior`. */
export interface MultiBoxPriorOptions extends OutOption {
    /** The sizes of anchors, as parts of the image's. Default: `(1.0,)`. */
    sizes?: number | readonly number[] | undefined;
    /** Width by height. Every size comes with the first ratio, every other ratio with the first size. Default: `(1.0,)`. */
    ratios?: number | readonly number[] | undefined;
    /** Whether anchors are cut at the borders of the image. Default: `False`. */
    clip?: boolean | undefined;
    /** The distances of anchors (y, x); those of the feature map's places if not positive. Default: `(-1.0, -1.0)`. */
    steps?: number | readonly number[] | undefined;
    /** Where in its place an anchor has its middle (y, x), 0 to 1. Default: `(0.5, 0.5)`. */
    offsets?: number | readonly number[] | undefined;
}
/**
 * Anchors around every place of a feature map by their corners, (1, height * width * (sizes + ratios - 1), 4).
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * const anchors = nd.contrib.MultiBoxPrior(nd.zeros([1, 3, 1, 2]), { sizes: [0.5, 0.25], ratios: [1, 2] });
 * console.log(anchors.shape); // [ 1, 6, 4 ]
 * console.log(nd.contrib.MultiBoxPrior(nd.zeros([1, 3, 1, 2]), { sizes: 0.5 }).toArray());
 * // [ [ [ 0.125, 0.25, 0.375, 0.75 ], [ 0.625, 0.25, 0.875, 0.75 ] ] ]
 * ```
 */
export declare function MultiBoxPrior(data: NDArray, options?: MultiBoxPriorOptions): NDArray;
/** Options of `MultiBoxDetection`. */
export interface MultiBoxDetectionOptions extends OutOption {
    /** Whether boxes are cut at the borders of the image. Default: `True`. */
    clip?: boolean | undefined;
    /** The least probability of a detection. Default: `0.01`. */
    threshold?: number | undefined;
    /** Accepted for MXNet's sake: the background is class 0. Default: `0`. */
    backgroundId?: number | undefined;
    /** The overlap from which on the less probable of two boxes goes; none goes unless it is above 0 and at most 1. Default: `0.5`. */
    nmsThreshold?: number | undefined;
    /** Whether boxes go for those of other classes too. Default: `False`. */
    forceSuppress?: boolean | undefined;
    /** What the offsets of x, y, width and height are multiplied with. Default: `(0.1, 0.1, 0.2, 0.2)`. */
    variances?: number | readonly number[] | undefined;
    /** How many of the most probable boxes are kept, if above 0. Default: `-1`. */
    nmsTopk?: number | undefined;
}
/**
 * Detections from predictions, the most probable first, (batch, anchors, 6): class (counted without the background; -1 for a box that is not kept), probability, left, top, right, bottom; the rest of the rows is -1.
 *
 * @param clsProb - The probabilities of classes, (batch, classes, anchors).
 * @param locPred - Offsets from the anchors, (batch, anchors * 4).
 * @param anchor - Anchors by their corners, (1, anchors, 4).
 *
 * @example
 * ```ts
 * const anchors = nd.array([[[0, 0, 0.5, 0.5], [0.5, 0.5, 1, 1]]]);
 * const probabilities = nd.array([[[0.25, 1], [0.75, 0]]]);
 * console.log(nd.contrib.MultiBoxDetection(probabilities, nd.zeros([1, 8]), anchors));
 * // [[[ 0.    0.75  0.    0.    0.5   0.5 ]
 * //   [-1.   -1.   -1.   -1.   -1.   -1.  ]]]
 * // <NDArray 1x2x6 @cpu(0)>
 * ```
 */
export declare function MultiBoxDetection(clsProb: NDArray, locPred: NDArray, anchor: NDArray, options?: MultiBoxDetectionOptions): NDArray;
/** Options of `boxNms`. */
export interface BoxNmsOptions extends OutOption {
    /** The overlap above which the box with the smaller score goes. Default: `0.5`. */
    overlapThresh?: number | undefined;
    /** Only boxes with a score above this are kept. Default: `0.0`. */
    validThresh?: number | undefined;
    /** How many boxes with the best scores are looked at; all if below 0, and 0 keeps the data as it is. Default: `-1`. */
    topk?: number | undefined;
    /** Where the four coordinates begin. Default: `2`. */
    coordStart?: number | undefined;
    /** Where the score is. Default: `1`. */
    scoreIndex?: number | undefined;
    /** Where the class is; -1 if there is none. Default: `-1`. */
    idIndex?: number | undefined;
    /** The class whose boxes are not kept. Default: `-1`. */
    backgroundId?: number | undefined;
    /** Whether boxes go for those of other classes too. Default: `False`. */
    forceSuppress?: boolean | undefined;
    /** Whether boxes are (left, top, right, bottom) or (x, y, width, height). Default: `corner`. */
    inFormat?: "center" | "corner" | undefined;
    /** How boxes are written to the output. Default: `corner`. */
    outFormat?: "center" | "corner" | undefined;
}
/**
 * The rows of boxes that do not overlap one with a better score, the best first; the rest of the rows is -1.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * const boxes = nd.array([[0, 0.7, 0, 0, 2, 2], [0, 0.9, 0, 0, 2, 1.5], [1, 0.8, 4, 4, 5, 5]]);
 * console.log(nd.contrib.boxNms(boxes, { overlapThresh: 0.5, coordStart: 2, scoreIndex: 1, idIndex: 0 }));
 * // [[ 0.   0.9  0.   0.   2.   1.5]
 * //  [ 1.   0.8  4.   4.   5.   5. ]
 * //  [-1.  -1.  -1.  -1.  -1.  -1. ]]
 * // <NDArray 3x6 @cpu(0)>
 * ```
 */
export declare function boxNms(data: NDArray, options?: BoxNmsOptions): NDArray;
/** Another name of `boxNms`. */
export declare const boxNonMaximumSuppression: typeof boxNms;
/** Options of `MultiBoxTarget`. */
export interface MultiBoxTargetOptions extends OutOption {
    /** The overlap above which an anchor belongs to a box that is not its best; 0 or less: none does. Default: `0.5`. */
    overlapThreshold?: number | undefined;
    /** The class of anchors that do not count. Default: `-1.0`. */
    ignoreLabel?: number | undefined;
    /** How many background anchors count for each matched one, the hardest first; all of them unless above 0. Default: `-1.0`. */
    negativeMiningRatio?: number | undefined;
    /** The overlap below which an anchor may be background, when not all are. Default: `0.5`. */
    negativeMiningThresh?: number | undefined;
    /** The least number of background anchors, when not all are. Default: `0`. */
    minimumNegativeSamples?: number | undefined;
    /** What the offsets of x, y, width and height are divided by. Default: `(0.1, 0.1, 0.2, 0.2)`. */
    variances?: number | readonly number[] | undefined;
}
/**
 * Targets of training: offsets from anchors to the boxes that they match, (batch, anchors * 4), 1 where there are such offsets, (batch, anchors * 4), and classes, (batch, anchors): 0 for the background, else that of the box plus 1.
 *
 * @param anchor - Anchors by their corners, (1, anchors, 4).
 * @param label - Boxes, (batch, labels, at least 5): class, left, top, right, bottom; a class of -1 ends them.
 * @param clsPred - Predictions before softmax, (batch, classes, anchors).
 *
 * @example
 * ```ts
 * const anchors = nd.array([[[0, 0, 0.5, 0.5], [0.5, 0.5, 1, 1]]]);
 * const labels = nd.array([[[2, 0.0625, 0, 0.5625, 0.5]]]);
 * const [offsets, mask, classes] = nd.contrib.MultiBoxTarget(anchors, labels, nd.zeros([1, 4, 2]));
 * console.log(offsets!.reshape([2, 4]).toArray()); // [ [ 1.25, 0, 0, 0 ], [ 0, 0, 0, 0 ] ]
 * console.log(mask!.reshape([2, 4]).toArray()); // [ [ 1, 1, 1, 1 ], [ 0, 0, 0, 0 ] ]
 * console.log(classes!.toArray()); // [ [ 3, 0 ] ]
 * ```
 */
export declare function MultiBoxTarget(anchor: NDArray, label: NDArray, clsPred: NDArray, options?: MultiBoxTargetOptions): NDArray[];
/** Options of `PSROIPooling`. */
export interface PSROIPoolingOptions extends OutOption {
    /** The size of the data as a part of that which regions are given for. Required. */
    spatialScale: number;
    /** The number of channels of the result. Required. */
    outputDim: number;
    /** The height and width of the result. Required. */
    pooledSize: number;
    /** Into how many groups of channels a side of the result is divided; 0: as many as pooled_size. Default: `0`. */
    groupSize?: number | undefined;
}
/**
 * Means of parts of regions of images, each part from channels of its own: (regions, output_dim, pooled_size, pooled_size); the data have output_dim * group_size * group_size channels. 0 for parts outside.
 *
 * @param data - Images, (batch, channels, height, width).
 * @param rois - Regions, (regions, 5): the image, left, top, right, bottom. They get no gradient.
 *
 * @example
 * ```ts
 * const image = nd.arange(16).reshape([1, 4, 2, 2]);
 * const regions = nd.array([[0, 0, 0, 1, 1]]);
 * console.log(nd.contrib.PSROIPooling(image, regions, { spatialScale: 1, outputDim: 1, pooledSize: 2 }));
 * // [[[[ 0.  5.]
 * //    [10. 15.]]]]
 * // <NDArray 1x1x2x2 @cpu(0)>
 * ```
 */
export declare function PSROIPooling(data: NDArray, rois: NDArray, options: PSROIPoolingOptions): NDArray;
/** Options of `ROIAlign`. */
export interface ROIAlignOptions extends OutOption {
    /** The height and width of the result. Required. */
    pooledSize: number | readonly (number | null)[];
    /** The size of the data as a part of that which regions are given for, 0 to 1. Required. */
    spatialScale: number;
    /** How many points along each side of a part are looked at; about one an element unless above 0. Default: `-1`. */
    sampleRatio?: number | undefined;
    /** Whether each part is from channels of its own, so that the result has fewer of them by the size of pooled_size. Default: `False`. */
    positionSensitive?: boolean | undefined;
    /** Whether elements are points in the middle of their squares. Default: `False`. */
    aligned?: boolean | undefined;
}
/**
 * Means of interpolated points in parts of regions of images, (regions, channels, height, width); 0 for a region of image -1.
 *
 * @param data - Images, (batch, channels, height, width).
 * @param rois - Regions, (regions, 5): the image, left, top, right, bottom. They get no gradient.
 *
 * @example
 * ```ts
 * const image = nd.arange(16).reshape([1, 1, 4, 4]);
 * const regions = nd.array([[0, 0, 0, 2, 2]]);
 * console.log(nd.contrib.ROIAlign(image, regions, { pooledSize: [2, 2], spatialScale: 1, sampleRatio: 1 }));
 * // [[[[2.5 3.5]
 * //    [6.5 7.5]]]]
 * // <NDArray 1x1x2x2 @cpu(0)>
 * ```
 */
export declare function ROIAlign(data: NDArray, rois: NDArray, options: ROIAlignOptions): NDArray;
/** Options of `BilinearResize2D`. */
export interface BilinearResize2DOptions extends OutOption {
    /** The height of the result, in mode `size` without scale_height. Default: `1`. */
    height?: number | undefined;
    /** The width of the result, in mode `size` without scale_width. Default: `1`. */
    width?: number | undefined;
    /** How much higher the result is, in the modes `size` and `odd_scale`. Default: `None`. */
    scaleHeight?: number | null | undefined;
    /** How much wider the result is, in the modes `size` and `odd_scale`. Default: `None`. */
    scaleWidth?: number | null | undefined;
    /** Where the size of the result comes from; only `like` takes a second input. Default: `size`. */
    mode?: "size" | "odd_scale" | "like" | "to_even_down" | "to_even_up" | "to_odd_down" | "to_odd_up" | undefined;
    /** Whether the middles of the corner elements stay where they are, not the corners of the image. Default: `True`. */
    alignCorners?: boolean | undefined;
}
/**
 * Images of another size, interpolated between the four nearest elements.
 *
 * @param data - Images, (batch, channels, height, width).
 * @param like - Images of the size of the result, for the mode `like`. Optional.
 *
 * @example
 * ```ts
 * console.log(nd.contrib.BilinearResize2D(nd.array([[[[0, 2], [4, 6]]]]), { height: 3, width: 3 }));
 * // [[[[0. 1. 2.]
 * //    [2. 3. 4.]
 * //    [4. 5. 6.]]]]
 * // <NDArray 1x1x3x3 @cpu(0)>
 * ```
 */
export declare function BilinearResize2D(data: NDArray, options?: BilinearResize2DOptions): NDArray;
/**
 * Images of another size, interpolated between the four nearest elements.
 *
 * @param data - Images, (batch, channels, height, width).
 * @param like - Images of the size of the result, for the mode `like`. Optional.
 *
 * @example
 * ```ts
 * console.log(nd.contrib.BilinearResize2D(nd.array([[[[0, 2], [4, 6]]]]), { height: 3, width: 3 }));
 * // [[[[0. 1. 2.]
 * //    [2. 3. 4.]
 * //    [4. 5. 6.]]]]
 * // <NDArray 1x1x3x3 @cpu(0)>
 * ```
 */
export declare function BilinearResize2D(data: NDArray, like: NDArray | null, options?: BilinearResize2DOptions): NDArray;
/** Options of `AdaptiveAvgPooling2D`. */
export interface AdaptiveAvgPooling2DOptions extends OutOption {
    /** (height, width) of the result, or one number for both; empty: 1. Default: `()`. */
    outputSize?: number | readonly (number | null)[] | undefined;
}
/**
 * Means over as many parts of images as told; neighbouring parts overlap where the sizes do not divide.
 *
 * @param data - Images, (batch, channels, height, width).
 *
 * @example
 * ```ts
 * console.log(nd.contrib.AdaptiveAvgPooling2D(nd.array([[[[1, 2, 3], [4, 5, 6]]]]), { outputSize: [1, 2] }));
 * // [[[[3. 4.]]]]
 * // <NDArray 1x1x1x2 @cpu(0)>
 * ```
 */
export declare function AdaptiveAvgPooling2D(data: NDArray, options?: AdaptiveAvgPooling2DOptions): NDArray;
/** Options of `DeformableConvolution`. */
export interface DeformableConvolutionOptions extends OutOption {
    /** The size of the kernel, (height, width). Required. */
    kernel: number | readonly (number | null)[];
    /** The steps between windows; empty for 1. Default: `()`. */
    stride?: number | readonly (number | null)[] | undefined;
    /** The steps between the elements of a window; empty for 1. Default: `()`. */
    dilate?: number | readonly (number | null)[] | undefined;
    /** The zeros on both sides of the data; empty for none. Default: `()`. */
    pad?: number | readonly (number | null)[] | undefined;
    /** The number of output channels. Required. */
    numFilter: number;
    /** The number of groups that channels are split into. Default: `1`. */
    numGroup?: number | undefined;
    /** The number of groups of channels with offsets of their own. Default: `1`. */
    numDeformableGroup?: number | undefined;
    /** Accepted for MXNet's sake. Default: `1024`. */
    workspace?: number | undefined;
    /** Whether there is no bias. Default: `False`. */
    noBias?: boolean | undefined;
    /** Accepted for MXNet's sake, which has it in ModulatedDeformableConvolution only. Default: `64`. */
    im2colStep?: number | undefined;
    /** The layout of data: NCHW, which None stands for. Default: `None`. */
    layout?: "NCW" | "NCHW" | "NCDHW" | "NHWC" | "NDHWC" | null | undefined;
}
/**
 * Convolution whose windows look at points moved by offsets, interpolated; 0 outside.
 *
 * @param data - Images, (batch, channels, height, width).
 * @param offset - How far points are moved, (batch, num_deformable_group * kernel * 2, height, width) of the output: for every element of the kernel down and to the right.
 * @param weight - (num_filter, channels / num_group, kernel...).
 * @param bias - The bias, (num_filter,); none with no_bias. Optional.
 *
 * @example
 * ```ts
 * const image = nd.array([[[[1, 2, 4, 8]]]]);
 * const [down, right] = [nd.zeros([1, 1, 1, 4]), nd.array([[[[1, 1, 0.5, 0]]]])];
 * const options = { kernel: [1, 1], numFilter: 1, noBias: true };
 * console.log(nd.contrib.DeformableConvolution(image, nd.concat(down, right), nd.ones([1, 1, 1, 1]), options));
 * // [[[[2. 4. 6. 8.]]]]
 * // <NDArray 1x1x1x4 @cpu(0)>
 * ```
 */
export declare function DeformableConvolution(data: NDArray, offset: NDArray, weight: NDArray, options: DeformableConvolutionOptions): NDArray;
/**
 * Convolution whose windows look at points moved by offsets, interpolated; 0 outside.
 *
 * @param data - Images, (batch, channels, height, width).
 * @param offset - How far points are moved, (batch, num_deformable_group * kernel * 2, height, width) of the output: for every element of the kernel down and to the right.
 * @param weight - (num_filter, channels / num_group, kernel...).
 * @param bias - The bias, (num_filter,); none with no_bias. Optional.
 *
 * @example
 * ```ts
 * const image = nd.array([[[[1, 2, 4, 8]]]]);
 * const [down, right] = [nd.zeros([1, 1, 1, 4]), nd.array([[[[1, 1, 0.5, 0]]]])];
 * const options = { kernel: [1, 1], numFilter: 1, noBias: true };
 * console.log(nd.contrib.DeformableConvolution(image, nd.concat(down, right), nd.ones([1, 1, 1, 1]), options));
 * // [[[[2. 4. 6. 8.]]]]
 * // <NDArray 1x1x1x4 @cpu(0)>
 * ```
 */
export declare function DeformableConvolution(data: NDArray, offset: NDArray, weight: NDArray, bias: NDArray | null, options: DeformableConvolutionOptions): NDArray;
/** Options of `ModulatedDeformableConvolution`. */
export interface ModulatedDeformableConvolutionOptions extends OutOption {
    /** The size of the kernel, (height, width). Required. */
    kernel: number | readonly (number | null)[];
    /** The steps between windows; empty for 1. Default: `()`. */
    stride?: number | readonly (number | null)[] | undefined;
    /** The steps between the elements of a window; empty for 1. Default: `()`. */
    dilate?: number | readonly (number | null)[] | undefined;
    /** The zeros on both sides of the data; empty for none. Default: `()`. */
    pad?: number | readonly (number | null)[] | undefined;
    /** The number of output channels. Required. */
    numFilter: number;
    /** The number of groups that channels are split into. Default: `1`. */
    numGroup?: number | undefined;
    /** The number of groups of channels with offsets of their own. Default: `1`. */
    numDeformableGroup?: number | undefined;
    /** Accepted for MXNet's sake. Default: `1024`. */
    workspace?: number | undefined;
    /** Whether there is no bias. Default: `False`. */
    noBias?: boolean | undefined;
    /** Accepted for MXNet's sake, which has it in ModulatedDeformableConvolution only. Default: `64`. */
    im2colStep?: number | undefined;
    /** The layout of data: NCHW, which None stands for. Default: `None`. */
    layout?: "NCW" | "NCHW" | "NCDHW" | "NHWC" | "NDHWC" | null | undefined;
}
/**
 * Convolution whose windows look at points moved by offsets, interpolated and multiplied with a mask; 0 outside.
 *
 * @param data - Images, (batch, channels, height, width).
 * @param offset - How far points are moved, (batch, num_deformable_group * kernel * 2, height, width) of the output: for every element of the kernel down and to the right.
 * @param mask - What points count, (batch, num_deformable_group * kernel, height, width) of the output.
 * @param weight - (num_filter, channels / num_group, kernel...).
 * @param bias - The bias, (num_filter,); none with no_bias. Optional.
 *
 * @example
 * ```ts
 * const [image, offset] = [nd.array([[[[1, 2, 4, 8]]]]), nd.zeros([1, 2, 1, 4])];
 * const mask = nd.array([[[[1, 1, 0.5, 0]]]]);
 * const options = { kernel: [1, 1], numFilter: 1, noBias: true };
 * console.log(nd.contrib.ModulatedDeformableConvolution(image, offset, mask, nd.ones([1, 1, 1, 1]), options));
 * // [[[[1. 2. 2. 0.]]]]
 * // <NDArray 1x1x1x4 @cpu(0)>
 * ```
 */
export declare function ModulatedDeformableConvolution(data: NDArray, offset: NDArray, mask: NDArray, weight: NDArray, options: ModulatedDeformableConvolutionOptions): NDArray;
/**
 * Convolution whose windows look at points moved by offsets, interpolated and multiplied with a mask; 0 outside.
 *
 * @param data - Images, (batch, channels, height, width).
 * @param offset - How far points are moved, (batch, num_deformable_group * kernel * 2, height, width) of the output: for every element of the kernel down and to the right.
 * @param mask - What points count, (batch, num_deformable_group * kernel, height, width) of the output.
 * @param weight - (num_filter, channels / num_group, kernel...).
 * @param bias - The bias, (num_filter,); none with no_bias. Optional.
 *
 * @example
 * ```ts
 * const [image, offset] = [nd.array([[[[1, 2, 4, 8]]]]), nd.zeros([1, 2, 1, 4])];
 * const mask = nd.array([[[[1, 1, 0.5, 0]]]]);
 * const options = { kernel: [1, 1], numFilter: 1, noBias: true };
 * console.log(nd.contrib.ModulatedDeformableConvolution(image, offset, mask, nd.ones([1, 1, 1, 1]), options));
 * // [[[[1. 2. 2. 0.]]]]
 * // <NDArray 1x1x1x4 @cpu(0)>
 * ```
 */
export declare function ModulatedDeformableConvolution(data: NDArray, offset: NDArray, mask: NDArray, weight: NDArray, bias: NDArray | null, options: ModulatedDeformableConvolutionOptions): NDArray;
/** Options of `Proposal`. */
export interface ProposalOptions extends OutOption {
    /** How many of the best proposals are looked at; all unless above 0. Default: `6000`. */
    rpnPreNmsTopN?: number | undefined;
    /** How many proposals there are of an image; they are repeated if too few are left. Default: `300`. */
    rpnPostNmsTopN?: number | undefined;
    /** The overlap above which the proposal with the smaller score goes. Default: `0.7`. */
    threshold?: number | undefined;
    /** The least height and width of a proposal, before the image was scaled. Default: `16`. */
    rpnMinSize?: number | undefined;
    /** The sizes of anchors, in steps of the feature map. Default: `(4.0, 8.0, 16.0, 32.0)`. */
    scales?: number | readonly number[] | undefined;
    /** Height by width of anchors. Default: `(0.5, 1.0, 2.0)`. */
    ratios?: number | readonly number[] | undefined;
    /** How many elements of the image a step of the feature map is. Default: `16`. */
    featureStride?: number | undefined;
    /** Whether the scores are an output too. Default: `False`. */
    outputScore?: boolean | undefined;
    /** Whether offsets are of the corners, in elements. Default: `False`. */
    iouLoss?: boolean | undefined;
}
/**
 * The regions that are proposed for an image, the best first, (rpn_post_nms_top_n, 5): 0, left, top, right, bottom.
 *
 * @param clsProb - Probabilities of background and of objects, (batch, 2 * anchors, height, width).
 * @param bboxPred - Offsets from the anchors, (batch, 4 * anchors, height, width).
 * @param imInfo - Height, width and scale of images, (batch, 3).
 *
 * @example
 * ```ts
 * const scores = nd.array([[[[0.1, 0.8]], [[0.9, 0.2]]]]);
 * const options = { scales: 2, ratios: 1, featureStride: 16, rpnPostNmsTopN: 2, rpnMinSize: 1 };
 * console.log(nd.contrib.Proposal(scores, nd.zeros([1, 4, 1, 2]), nd.array([[16, 32, 1]]), options).toArray());
 * // [ [ 0, 0, 0, 23, 15 ], [ 0, 8, 0, 31, 15 ] ]
 * ```
 */
export declare function Proposal(clsProb: NDArray, bboxPred: NDArray, imInfo: NDArray, options: ProposalOptions & {
    outputScore: true;
}): NDArray[];
/**
 * The regions that are proposed for an image, the best first, (rpn_post_nms_top_n, 5): 0, left, top, right, bottom.
 *
 * @param clsProb - Probabilities of background and of objects, (batch, 2 * anchors, height, width).
 * @param bboxPred - Offsets from the anchors, (batch, 4 * anchors, height, width).
 * @param imInfo - Height, width and scale of images, (batch, 3).
 *
 * @example
 * ```ts
 * const scores = nd.array([[[[0.1, 0.8]], [[0.9, 0.2]]]]);
 * const options = { scales: 2, ratios: 1, featureStride: 16, rpnPostNmsTopN: 2, rpnMinSize: 1 };
 * console.log(nd.contrib.Proposal(scores, nd.zeros([1, 4, 1, 2]), nd.array([[16, 32, 1]]), options).toArray());
 * // [ [ 0, 0, 0, 23, 15 ], [ 0, 8, 0, 31, 15 ] ]
 * ```
 */
export declare function Proposal(clsProb: NDArray, bboxPred: NDArray, imInfo: NDArray, options?: ProposalOptions): NDArray;
/** Options of `MultiProposal`. */
export interface MultiProposalOptions extends OutOption {
    /** How many of the best proposals are looked at; all unless above 0. Default: `6000`. */
    rpnPreNmsTopN?: number | undefined;
    /** How many proposals there are of an image; they are repeated if too few are left. Default: `300`. */
    rpnPostNmsTopN?: number | undefined;
    /** The overlap above which the proposal with the smaller score goes. Default: `0.7`. */
    threshold?: number | undefined;
    /** The least height and width of a proposal, before the image was scaled. Default: `16`. */
    rpnMinSize?: number | undefined;
    /** The sizes of anchors, in steps of the feature map. Default: `(4.0, 8.0, 16.0, 32.0)`. */
    scales?: number | readonly number[] | undefined;
    /** Height by width of anchors. Default: `(0.5, 1.0, 2.0)`. */
    ratios?: number | readonly number[] | undefined;
    /** How many elements of the image a step of the feature map is. Default: `16`. */
    featureStride?: number | undefined;
    /** Whether the scores are an output too. Default: `False`. */
    outputScore?: boolean | undefined;
    /** Whether offsets are of the corners, in elements. Default: `False`. */
    iouLoss?: boolean | undefined;
}
/**
 * The regions that are proposed for images, of each the best first, (batch * rpn_post_nms_top_n, 5): image, left, top, right, bottom.
 *
 * @param clsProb - Probabilities of background and of objects, (batch, 2 * anchors, height, width).
 * @param bboxPred - Offsets from the anchors, (batch, 4 * anchors, height, width).
 * @param imInfo - Height, width and scale of images, (batch, 3).
 *
 * @example
 * ```ts
 * const scores = nd.array([[[[0.1, 0.8]], [[0.9, 0.2]]], [[[0.5, 0.4]], [[0.5, 0.6]]]]);
 * const options = { scales: 2, ratios: 1, featureStride: 16, rpnPostNmsTopN: 2, rpnMinSize: 1 };
 * const sizes = nd.array([[16, 32, 1], [16, 32, 1]]);
 * console.log(nd.contrib.MultiProposal(scores, nd.zeros([2, 4, 1, 2]), sizes, options).shape); // [ 4, 5 ]
 * ```
 */
export declare function MultiProposal(clsProb: NDArray, bboxPred: NDArray, imInfo: NDArray, options: MultiProposalOptions & {
    outputScore: true;
}): NDArray[];
/**
 * The regions that are proposed for images, of each the best first, (batch * rpn_post_nms_top_n, 5): image, left, top, right, bottom.
 *
 * @param clsProb - Probabilities of background and of objects, (batch, 2 * anchors, height, width).
 * @param bboxPred - Offsets from the anchors, (batch, 4 * anchors, height, width).
 * @param imInfo - Height, width and scale of images, (batch, 3).
 *
 * @example
 * ```ts
 * const scores = nd.array([[[[0.1, 0.8]], [[0.9, 0.2]]], [[[0.5, 0.4]], [[0.5, 0.6]]]]);
 * const options = { scales: 2, ratios: 1, featureStride: 16, rpnPostNmsTopN: 2, rpnMinSize: 1 };
 * const sizes = nd.array([[16, 32, 1], [16, 32, 1]]);
 * console.log(nd.contrib.MultiProposal(scores, nd.zeros([2, 4, 1, 2]), sizes, options).shape); // [ 4, 5 ]
 * ```
 */
export declare function MultiProposal(clsProb: NDArray, bboxPred: NDArray, imInfo: NDArray, options?: MultiProposalOptions): NDArray;
/** Options of `quadratic`. */
export interface QuadraticOptions extends OutOption {
    /** The factor of x². Default: `0.0`. */
    a?: number | undefined;
    /** The factor of x. Default: `0.0`. */
    b?: number | undefined;
    /** The constant. Default: `0.0`. */
    c?: number | undefined;
}
/**
 * a·x² + b·x + c.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.contrib.quadratic(nd.array([0, 1, 2]), { a: 1, b: 2, c: 3 }).toArray()); // [ 3, 6, 11 ]
 * ```
 */
export declare function quadratic(data: NDArray, options?: QuadraticOptions): NDArray;
/** Options of `gradientmultiplier`. */
export interface GradientmultiplierOptions extends OutOption {
    /** The factor on the gradient. Default: `1.0`. */
    scalar?: number | undefined;
    /** Accepted for MXNet's sake. Default: `True`. */
    isInt?: boolean | undefined;
}
/**
 * A copy of the input, whose gradient is multiplied by a number; a negative one reverses it.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * const x = nd.array([1, 2]);
 * x.attachGrad();
 * const y = autograd.record(() => nd.contrib.gradientmultiplier(x, { scalar: -0.5 }));
 * y.backward();
 * console.log(y.toArray(), x.grad!.toArray()); // [ 1, 2 ] [ -0.5, -0.5 ]
 * ```
 */
export declare function gradientmultiplier(data: NDArray, options?: GradientmultiplierOptions): NDArray;
/**
 * The nearest integer; the gradient passes straight through.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * const x = nd.array([0.4, 1.6]);
 * x.attachGrad();
 * const y = autograd.record(() => nd.contrib.roundSte(x));
 * y.backward();
 * console.log(y.toArray(), x.grad!.toArray()); // [ 0, 2 ] [ 1, 1 ]
 * ```
 */
export declare function roundSte(data: NDArray, options?: OutOption): NDArray;
/**
 * The sign: -1, 0 or 1; the gradient passes straight through.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * const x = nd.array([-0.4, 1.6]);
 * x.attachGrad();
 * const y = autograd.record(() => nd.contrib.signSte(x));
 * y.backward();
 * console.log(y.toArray(), x.grad!.toArray()); // [ -1, 1 ] [ 1, 1 ]
 * ```
 */
export declare function signSte(data: NDArray, options?: OutOption): NDArray;
/**
 * The tensor divided by the square root of the size of its last axis, as attention scales its scores.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.contrib.divSqrtDim(nd.array([[2, 4, 6, 8]])).toArray()); // [ [ 1, 2, 3, 4 ] ]
 * ```
 */
export declare function divSqrtDim(data: NDArray, options?: OutOption): NDArray;
/** Options of `interleavedMatmulSelfattQk`. */
export interface InterleavedMatmulSelfattQkOptions extends OutOption {
    /** The number of heads. Required. */
    heads: number;
}
/**
 * The scores of self-attention, (batch·heads, length, length): queries/√size times keys.
 *
 * @param queriesKeysValues - (length, batch, heads·3·size): for each head its query, key and value.
 *
 * @example
 * ```ts
 * // Two steps; one head, whose query, key and value have one number each.
 * const projected = nd.array([[[1, 2, 10]], [[3, 4, 20]]]);
 * console.log(nd.contrib.interleavedMatmulSelfattQk(projected, { heads: 1 }).toArray()); // [ [ [ 2, 4 ], [ 6, 12 ] ] ]
 * ```
 */
export declare function interleavedMatmulSelfattQk(queriesKeysValues: NDArray, options: InterleavedMatmulSelfattQkOptions): NDArray;
/** Options of `interleavedMatmulSelfattValatt`. */
export interface InterleavedMatmulSelfattValattOptions extends OutOption {
    /** The number of heads. Required. */
    heads: number;
}
/**
 * The values of self-attention, weighed: (length, batch, heads·size).
 *
 * @param queriesKeysValues - (length, batch, heads·3·size): for each head its query, key and value.
 * @param attention - (batch·heads, queries, keys), the weights of the values.
 *
 * @example
 * ```ts
 * const projected = nd.array([[[1, 2, 10]], [[3, 4, 20]]]);
 * const attention = nd.array([[[1, 0], [0.5, 0.5]]]);
 * console.log(nd.contrib.interleavedMatmulSelfattValatt(projected, attention, { heads: 1 }).toArray());
 * // [ [ [ 10 ] ], [ [ 15 ] ] ]
 * ```
 */
export declare function interleavedMatmulSelfattValatt(queriesKeysValues: NDArray, attention: NDArray, options: InterleavedMatmulSelfattValattOptions): NDArray;
/** Options of `interleavedMatmulEncdecQk`. */
export interface InterleavedMatmulEncdecQkOptions extends OutOption {
    /** The number of heads. Required. */
    heads: number;
}
/**
 * The scores of attention to another sequence, (batch·heads, queries, keys): queries/√size times keys.
 *
 * @param queries - (queries, batch, heads·size).
 * @param keysValues - (length, batch, heads·2·size): for each head its key and value.
 *
 * @example
 * ```ts
 * const [queries, keysValues] = [nd.array([[[1]]]), nd.array([[[2, 10]], [[4, 20]]])];
 * console.log(nd.contrib.interleavedMatmulEncdecQk(queries, keysValues, { heads: 1 }).toArray()); // [ [ [ 2, 4 ] ] ]
 * ```
 */
export declare function interleavedMatmulEncdecQk(queries: NDArray, keysValues: NDArray, options: InterleavedMatmulEncdecQkOptions): NDArray;
/** Options of `interleavedMatmulEncdecValatt`. */
export interface InterleavedMatmulEncdecValattOptions extends OutOption {
    /** The number of heads. Required. */
    heads: number;
}
/**
 * The values of another sequence, weighed: (queries, batch, heads·size).
 *
 * @param keysValues - (length, batch, heads·2·size): for each head its key and value.
 * @param attention - (batch·heads, queries, keys), the weights of the values.
 *
 * @example
 * ```ts
 * const [keysValues, attention] = [nd.array([[[2, 10]], [[4, 20]]]), nd.array([[[0.25, 0.75]]])];
 * console.log(nd.contrib.interleavedMatmulEncdecValatt(keysValues, attention, { heads: 1 }).toArray());
 * // [ [ [ 17.5 ] ] ]
 * ```
 */
export declare function interleavedMatmulEncdecValatt(keysValues: NDArray, attention: NDArray, options: InterleavedMatmulEncdecValattOptions): NDArray;
/** Options of `arangeLike`. */
export interface ArangeLikeOptions extends OutOption {
    /** The first number. Default: `0.0`. */
    start?: number | undefined;
    /** The distance between numbers. Default: `1.0`. */
    step?: number | undefined;
    /** How often each number is repeated. Default: `1`. */
    repeat?: number | undefined;
    /** Accepted for MXNet's sake; there is one device. */
    ctx?: string | undefined;
    /** The axis whose size is the number of numbers; None for as many as data has elements, in its shape. Default: `None`. */
    axis?: number | null | undefined;
}
/**
 * The numbers start, start + step, …, each `repeat` times, as many as there are elements (or places along an axis).
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.contrib.arangeLike(nd.zeros([2, 3]), { start: 10 }).toArray()); // [ [ 10, 11, 12 ], [ 13, 14, 15 ] ]
 * console.log(nd.contrib.arangeLike(nd.zeros([2, 3]), { axis: 1 }).toArray()); // [ 0, 1, 2 ]
 * ```
 */
export declare function arangeLike(data: NDArray, options?: ArangeLikeOptions): NDArray;
/** Options of `indexArray`. */
export interface IndexArrayOptions extends OutOption {
    /** The axes whose indices are given; None for all. Default: `None`. */
    axes?: number | readonly (number | null)[] | null | undefined;
}
/**
 * For each element its indices (int64), along a new last axis.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.contrib.indexArray(nd.zeros([2, 2]), { axes: [1] }).toArray());
 * // [ [ [ 0n ], [ 1n ] ], [ [ 0n ], [ 1n ] ] ]
 * console.log(nd.contrib.indexArray(nd.zeros([3])).toArray()); // [ [ 0n ], [ 1n ], [ 2n ] ]
 * ```
 */
export declare function indexArray(data: NDArray, options?: IndexArrayOptions): NDArray;
/** Options of `allclose`. */
export interface AllcloseOptions extends OutOption {
    /** The tolerance relative to b. Default: `1e-05`. */
    rtol?: number | undefined;
    /** The absolute tolerance. Default: `1e-08`. */
    atol?: number | undefined;
    /** Whether NaN is near NaN. Default: `True`. */
    equalNan?: boolean | undefined;
}
/**
 * 1 (uint8) if |a - b| is at most atol + rtol·|b| everywhere, else 0.
 *
 * @param a - The first tensor.
 * @param b - The second, of its shape and dtype.
 *
 * @example
 * ```ts
 * console.log(nd.contrib.allclose(nd.array([1, 2]), nd.array([1, 2.001])).toArray()); // [ 0 ]
 * console.log(nd.contrib.allclose(nd.array([1, 2]), nd.array([1, 2.001]), { atol: 0.01 }).toArray()); // [ 1 ]
 * ```
 */
export declare function allclose(a: NDArray, b: NDArray, options?: AllcloseOptions): NDArray;
/** Options of `booleanMask`. */
export interface BooleanMaskOptions extends OutOption {
    /** The axis; negative ones count from the end. Default: `0`. */
    axis?: number | undefined;
}
/**
 * The slices of data along an axis where the index is not 0.
 *
 * @param data - The tensor.
 * @param index - (n,) for an axis of size n, of any dtype: which slices are chosen.
 *
 * @example
 * ```ts
 * console.log(nd.contrib.booleanMask(nd.array([[1, 2], [3, 4], [5, 6]]), nd.array([0, 1, 1])).toArray());
 * // [ [ 3, 4 ], [ 5, 6 ] ]
 * ```
 */
export declare function booleanMask(data: NDArray, index: NDArray, options?: BooleanMaskOptions): NDArray;
/**
 * old_tensor with the rows that index_vector names replaced by those of new_tensor; of several for one row the last stays.
 *
 * @param oldTensor - The whole.
 * @param indexVector - (n,): the rows to replace.
 * @param newTensor - The n new rows.
 *
 * @example
 * ```ts
 * const rows = nd.array([2, 0], { dtype: "int64" });
 * console.log(nd.contrib.indexCopy(nd.zeros([3, 2]), rows, nd.array([[1, 2], [3, 4]])).toArray());
 * // [ [ 3, 4 ], [ 0, 0 ], [ 1, 2 ] ]
 * ```
 */
export declare function indexCopy(oldTensor: NDArray, indexVector: NDArray, newTensor: NDArray, options?: OutOption): NDArray;
export { CTCLoss, CTCLoss as ctcLoss, } from "./ops.ts";
