import type { DType } from "./dtype.ts";
import { type Context, NDArray } from "./ndarray.ts";
/** What every random function takes. */
export interface RandomOptions {
    /** The shape of the result; by default one element, or that of `out`. With arrays as parameters, draws for each element. */
    shape?: number | readonly number[] | undefined;
    /** The element type of the result. */
    dtype?: DType | undefined;
    /** Accepted for MXNet's sake: there is one device. */
    ctx?: Context | undefined;
    /** An array to write the result into. */
    out?: NDArray | undefined;
}
/** A parameter of a distribution: one number, or an array with one for each batch of draws. */
export type Parameter = number | NDArray;
/**
 * Seeds the streams. They start as after `seed(0)`.
 *
 * @param value - an integer; its lowest 32 bits count
 * @param options - `ctx`: "all" (the default), or a device. A device seeds the engine behind multinomial and shuffle with
 *   `value` itself instead of 127 times it, as MXNet does
 */
export declare function seed(value: number, options?: {
    ctx?: Context | "all";
}): void;
/**
 * Numbers spread evenly over [low, high].
 *
 * @example
 * ```ts
 * nd.random.uniform(-1, 1, [2, 3]);
 * nd.random.uniform({ shape: [10] });
 * ```
 */
export declare function uniform(options?: RandomOptions & {
    low?: Parameter;
    high?: Parameter;
}): NDArray;
export declare function uniform(low?: Parameter, high?: Parameter, shape?: number | readonly number[], options?: RandomOptions): NDArray;
/** Numbers of a normal distribution with mean `loc` and standard deviation `scale`. */
export declare function normal(options?: RandomOptions & {
    loc?: Parameter;
    scale?: Parameter;
}): NDArray;
export declare function normal(loc?: Parameter, scale?: Parameter, shape?: number | readonly number[], options?: RandomOptions): NDArray;
/** Normal numbers of a shape given size by size: `randn(2, 3, { scale: 0.1 })`. */
export declare function randn(...args: (number | (RandomOptions & {
    loc?: Parameter;
    scale?: Parameter;
}))[]): NDArray;
/** Integers from low to high - 1, of dtype int32 or int64. */
export declare function randint(options: RandomOptions & {
    low: number;
    high: number;
}): NDArray;
export declare function randint(low: number, high: number, shape?: number | readonly number[], options?: RandomOptions): NDArray;
/** Numbers of an exponential distribution with mean `scale`. */
export declare function exponential(options?: RandomOptions & {
    scale?: Parameter;
}): NDArray;
export declare function exponential(scale?: Parameter, shape?: number | readonly number[], options?: RandomOptions): NDArray;
/** Numbers of a gamma distribution with shape `alpha` and scale `beta`. */
export declare function gamma(options?: RandomOptions & {
    alpha?: Parameter;
    beta?: Parameter;
}): NDArray;
export declare function gamma(alpha?: Parameter, beta?: Parameter, shape?: number | readonly number[], options?: RandomOptions): NDArray;
/** Numbers of a Poisson distribution with mean `lam`. */
export declare function poisson(options?: RandomOptions & {
    lam?: Parameter;
}): NDArray;
export declare function poisson(lam?: Parameter, shape?: number | readonly number[], options?: RandomOptions): NDArray;
/** Failures before `k` successes of probability `p`. */
export declare function negativeBinomial(options?: RandomOptions & {
    k?: Parameter;
    p?: Parameter;
}): NDArray;
export declare function negativeBinomial(k?: Parameter, p?: Parameter, shape?: number | readonly number[], options?: RandomOptions): NDArray;
/** The same distribution by its mean `mu` and dispersion `alpha`. */
export declare function generalizedNegativeBinomial(options?: RandomOptions & {
    mu?: Parameter;
    alpha?: Parameter;
}): NDArray;
export declare function generalizedNegativeBinomial(mu?: Parameter, alpha?: Parameter, shape?: number | readonly number[], options?: RandomOptions): NDArray;
/**
 * Draws classes by the probabilities in the last axis.
 *
 * @param data - probabilities, of shape (…, classes)
 * @param options - `shape`: draws for each row; `getProb`: also returns the logarithm of each draw's probability
 */
export declare function multinomial(data: NDArray, options: {
    shape?: number | readonly number[];
    getProb: true;
    dtype?: DType;
}): [NDArray, NDArray];
export declare function multinomial(data: NDArray, options?: {
    shape?: number | readonly number[];
    getProb?: boolean;
    dtype?: DType;
}): NDArray;
/** The subarrays along the first axis in random order. */
export declare function shuffle(data: NDArray): NDArray;
/** 0 or 1, with probability `prob` for 1. */
export declare function bernoulli(prob?: number, options?: RandomOptions): NDArray;
