// Written by crates/codegen from the registry. Do not edit.
import { apply, type OutOption } from "../nd/invoke.ts";
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
 */
export function BatchNormWithReLU(data: NDArray, gamma: NDArray, beta: NDArray, movingMean: NDArray, movingVar: NDArray, options: BatchNormWithReLUOptions & { outputMeanVar: true }): NDArray[];
/**
 * Batch normalisation and the rectifier max(x, 0).
 *
 * @param data - The tensor.
 * @param gamma - The scale of each channel; set to 1 with fix_gamma.
 * @param beta - The shift of each channel.
 * @param movingMean - The moving mean of each channel; backward writes it.
 * @param movingVar - The moving variance of each channel; backward writes it.
 */
export function BatchNormWithReLU(data: NDArray, gamma: NDArray, beta: NDArray, movingMean: NDArray, movingVar: NDArray, options?: BatchNormWithReLUOptions): NDArray;
export function BatchNormWithReLU(...args: unknown[]): unknown {
  return apply("_contrib_BatchNormWithReLU", args);
}

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
 */
export function SyncBatchNorm(data: NDArray, gamma: NDArray, beta: NDArray, movingMean: NDArray, movingVar: NDArray, options: SyncBatchNormOptions & { outputMeanVar: true }): NDArray[];
/**
 * Batch normalisation of the channels in axis 1. There is one device, so that it is the plain one.
 *
 * @param data - The tensor.
 * @param gamma - The scale of each channel; set to 1 with fix_gamma.
 * @param beta - The shift of each channel.
 * @param movingMean - The moving mean of each channel; backward writes it.
 * @param movingVar - The moving variance of each channel; backward writes it.
 */
export function SyncBatchNorm(data: NDArray, gamma: NDArray, beta: NDArray, movingMean: NDArray, movingVar: NDArray, options: SyncBatchNormOptions): NDArray;
export function SyncBatchNorm(...args: unknown[]): unknown {
  return apply("_contrib_SyncBatchNorm", args);
}

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
 */
export function quadratic(data: NDArray, options?: QuadraticOptions): NDArray;
export function quadratic(...args: unknown[]): unknown {
  return apply("_contrib_quadratic", args);
}

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
 */
export function gradientmultiplier(data: NDArray, options?: GradientmultiplierOptions): NDArray;
export function gradientmultiplier(...args: unknown[]): unknown {
  return apply("_contrib_gradientmultiplier", args);
}

/**
 * The nearest integer; the gradient passes straight through.
 *
 * @param data - The tensor.
 */
export function roundSte(data: NDArray, options?: OutOption): NDArray;
export function roundSte(...args: unknown[]): unknown {
  return apply("_contrib_round_ste", args);
}

/**
 * The sign: -1, 0 or 1; the gradient passes straight through.
 *
 * @param data - The tensor.
 */
export function signSte(data: NDArray, options?: OutOption): NDArray;
export function signSte(...args: unknown[]): unknown {
  return apply("_contrib_sign_ste", args);
}

/**
 * The tensor divided by the square root of the size of its last axis, as attention scales its scores.
 *
 * @param data - The tensor.
 */
export function divSqrtDim(data: NDArray, options?: OutOption): NDArray;
export function divSqrtDim(...args: unknown[]): unknown {
  return apply("_contrib_div_sqrt_dim", args);
}

/** Options of `interleavedMatmulSelfattQk`. */
export interface InterleavedMatmulSelfattQkOptions extends OutOption {
  /** The number of heads. Required. */
  heads: number;
}

/**
 * The scores of self-attention, (batch·heads, length, length): queries/√size times keys.
 *
 * @param queriesKeysValues - (length, batch, heads·3·size): for each head its query, key and value.
 */
export function interleavedMatmulSelfattQk(queriesKeysValues: NDArray, options: InterleavedMatmulSelfattQkOptions): NDArray;
export function interleavedMatmulSelfattQk(...args: unknown[]): unknown {
  return apply("_contrib_interleaved_matmul_selfatt_qk", args);
}

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
 */
export function interleavedMatmulSelfattValatt(queriesKeysValues: NDArray, attention: NDArray, options: InterleavedMatmulSelfattValattOptions): NDArray;
export function interleavedMatmulSelfattValatt(...args: unknown[]): unknown {
  return apply("_contrib_interleaved_matmul_selfatt_valatt", args);
}

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
 */
export function interleavedMatmulEncdecQk(queries: NDArray, keysValues: NDArray, options: InterleavedMatmulEncdecQkOptions): NDArray;
export function interleavedMatmulEncdecQk(...args: unknown[]): unknown {
  return apply("_contrib_interleaved_matmul_encdec_qk", args);
}

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
 */
export function interleavedMatmulEncdecValatt(keysValues: NDArray, attention: NDArray, options: InterleavedMatmulEncdecValattOptions): NDArray;
export function interleavedMatmulEncdecValatt(...args: unknown[]): unknown {
  return apply("_contrib_interleaved_matmul_encdec_valatt", args);
}

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
 */
export function arangeLike(data: NDArray, options?: ArangeLikeOptions): NDArray;
export function arangeLike(...args: unknown[]): unknown {
  return apply("_contrib_arange_like", args);
}

/** Options of `indexArray`. */
export interface IndexArrayOptions extends OutOption {
  /** The axes whose indices are given; None for all. Default: `None`. */
  axes?: number | readonly (number | null)[] | null | undefined;
}

/**
 * For each element its indices (int64), along a new last axis.
 *
 * @param data - The tensor.
 */
export function indexArray(data: NDArray, options?: IndexArrayOptions): NDArray;
export function indexArray(...args: unknown[]): unknown {
  return apply("_contrib_index_array", args);
}

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
 */
export function allclose(a: NDArray, b: NDArray, options?: AllcloseOptions): NDArray;
export function allclose(...args: unknown[]): unknown {
  return apply("_contrib_allclose", args);
}

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
 */
export function booleanMask(data: NDArray, index: NDArray, options?: BooleanMaskOptions): NDArray;
export function booleanMask(...args: unknown[]): unknown {
  return apply("_contrib_boolean_mask", args);
}

/**
 * old_tensor with the rows that index_vector names replaced by those of new_tensor; of several for one row the last stays.
 *
 * @param oldTensor - The whole.
 * @param indexVector - (n,): the rows to replace.
 * @param newTensor - The n new rows.
 */
export function indexCopy(oldTensor: NDArray, indexVector: NDArray, newTensor: NDArray, options?: OutOption): NDArray;
export function indexCopy(...args: unknown[]): unknown {
  return apply("_contrib_index_copy", args);
}

export {
  CTCLoss,
  CTCLoss as ctcLoss,
} from "./ops.ts";
