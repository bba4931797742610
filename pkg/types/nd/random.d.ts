import { type DType } from "./dtype.ts";
import { type Context, NDArray } from "./ndarray.ts";
/** What every random function takes. */
export interface RandomOptions {
    /** The shape of the result; by default one element, or that of `out`. With arrays as parameters, draws for each element. */
    shape?: Shape | undefined;
    /** The element type of the result. */
    dtype?: DType | undefined;
    /** Accepted for MXNet's sake: there is one device. */
    ctx?: Context | undefined;
    /** An array to write the result into. */
    out?: NDArray | undefined;
}
/** A parameter of a distribution: one number, or an array with one for each batch of draws. */
export type Parameter = number | NDArray;
/** A shape; a number is a shape of one axis. */
export type Shape = number | readonly number[];
/** What comes after the parameters: MXNet's shape, dtype, ctx and out by position, as far as given, then options. */
export type Trailing = [shape?: Shape | undefined, dtype?: DType | undefined, ctx?: Context | undefined, out?: NDArray | undefined] | [options: RandomOptions] | [shape: Shape | undefined, options: RandomOptions] | [shape: Shape | undefined, dtype: DType | undefined, options: RandomOptions];
/**
 * Seeds the streams. They start as after `seed(0)`.
 *
 * @param value - an integer; its lowest 32 bits count
 * @param options - `ctx`: "all" (the default), or a device. A device seeds the engine behind multinomial and shuffle with
 *   `value` itself instead of 127 times it, as MXNet does
 * @example
 * ```ts
 * mx.random.seed(7);
 * const first = nd.random.uniform({ shape: [3] }).toArray();
 * mx.random.seed(7);
 * console.log(String(nd.random.uniform({ shape: [3] }).toArray()) === String(first)); // true
 * ```
 */
export declare function seed(value: number | bigint, options?: {
    ctx?: Context | "all" | undefined;
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
export declare function uniform(low?: Parameter, high?: Parameter, ...trailing: Trailing): NDArray;
/**
 * Numbers of a normal distribution with mean `loc` and standard deviation `scale`.
 *
 * @example
 * ```ts
 * mx.random.seed(0);
 * console.log(nd.random.normal(0, 1, [2, 3]).shape); // [ 2, 3 ]
 * ```
 */
export declare function normal(options?: RandomOptions & {
    loc?: Parameter;
    scale?: Parameter;
}): NDArray;
export declare function normal(loc?: Parameter, scale?: Parameter, ...trailing: Trailing): NDArray;
/**
 * Normal numbers of a shape given size by size: `randn(2, 3, { scale: 0.1 })`.
 *
 * @example
 * ```ts
 * mx.random.seed(0);
 * console.log(nd.random.randn(2, 3).shape); // [ 2, 3 ]
 * ```
 */
export declare function randn(...args: (number | (Omit<RandomOptions, "shape"> & {
    loc?: Parameter;
    scale?: Parameter;
}))[]): NDArray;
/**
 * Integers from low to high - 1, of dtype int32 or int64.
 *
 * @example
 * ```ts
 * mx.random.seed(0);
 * console.log(nd.random.randint(0, 10, [3]).shape); // [ 3 ]
 * ```
 */
export declare function randint(options: RandomOptions & {
    low: number | bigint;
    high: number | bigint;
}): NDArray;
export declare function randint(low: number | bigint, high: number | bigint, ...trailing: Trailing): NDArray;
/**
 * Numbers of an exponential distribution with mean `scale`.
 *
 * @example
 * ```ts
 * mx.random.seed(0);
 * console.log(nd.random.exponential(1, [3]).shape); // [ 3 ]
 * ```
 */
export declare function exponential(options?: RandomOptions & {
    scale?: Parameter;
}): NDArray;
export declare function exponential(scale?: Parameter, ...trailing: Trailing): NDArray;
/**
 * Numbers of a gamma distribution with shape `alpha` and scale `beta`.
 *
 * @example
 * ```ts
 * mx.random.seed(0);
 * console.log(nd.random.gamma(2, 1, [3]).shape); // [ 3 ]
 * ```
 */
export declare function gamma(options?: RandomOptions & {
    alpha?: Parameter;
    beta?: Parameter;
}): NDArray;
export declare function gamma(alpha?: Parameter, beta?: Parameter, ...trailing: Trailing): NDArray;
/**
 * Numbers of a Poisson distribution with mean `lam`.
 *
 * @example
 * ```ts
 * mx.random.seed(0);
 * console.log(nd.random.poisson(4, [3]).shape); // [ 3 ]
 * ```
 */
export declare function poisson(options?: RandomOptions & {
    lam?: Parameter;
}): NDArray;
export declare function poisson(lam?: Parameter, ...trailing: Trailing): NDArray;
/**
 * Failures before `k` successes of probability `p`.
 *
 * @example
 * ```ts
 * mx.random.seed(0);
 * console.log(nd.random.negativeBinomial(3, 0.5, [3]).shape); // [ 3 ]
 * ```
 */
export declare function negativeBinomial(options?: RandomOptions & {
    k?: Parameter;
    p?: Parameter;
}): NDArray;
export declare function negativeBinomial(k?: Parameter, p?: Parameter, ...trailing: Trailing): NDArray;
/**
 * The same distribution by its mean `mu` and dispersion `alpha`.
 *
 * @example
 * ```ts
 * mx.random.seed(0);
 * console.log(nd.random.generalizedNegativeBinomial(2, 0.5, [3]).shape); // [ 3 ]
 * ```
 */
export declare function generalizedNegativeBinomial(options?: RandomOptions & {
    mu?: Parameter;
    alpha?: Parameter;
}): NDArray;
export declare function generalizedNegativeBinomial(mu?: Parameter, alpha?: Parameter, ...trailing: Trailing): NDArray;
/** What `multinomial` takes besides the probabilities. */
export interface MultinomialOptions {
    /** Draws for each row; by default one. */
    shape?: Shape | undefined;
    /** Whether to return the logarithm of each draw's probability, too. */
    getProb?: boolean | undefined;
    /** An array to write the draws into. */
    out?: NDArray | undefined;
    /** The element type of the draws: int32 by default. */
    dtype?: DType | undefined;
}
/**
 * Draws classes by the probabilities in the last axis.
 *
 * @param data - probabilities, of shape (…, classes); they should sum to 1
 * @example
 * ```ts
 * nd.random.multinomial(nd.array([0.2, 0.8]), 10); // ten zeros and ones
 * ```
 */
export declare function multinomial(data: NDArray, options: MultinomialOptions & {
    getProb: true;
}): [NDArray, NDArray];
export declare function multinomial(data: NDArray, shape: Shape | undefined, getProb: true): [NDArray, NDArray];
export declare function multinomial(data: NDArray, options?: MultinomialOptions & {
    getProb?: false;
}): NDArray;
export declare function multinomial(data: NDArray, shape?: Shape, getProb?: false, out?: NDArray, dtype?: DType): NDArray;
/**
 * The subarrays along the first axis in random order; with `out`, written there.
 *
 * @example
 * ```ts
 * mx.random.seed(0);
 * console.log(nd.random.shuffle(nd.arange(5)).shape); // [ 5 ]
 * ```
 */
export declare function shuffle(data: NDArray, options?: {
    out?: NDArray | undefined;
}): NDArray;
/**
 * 0 or 1, with probability `prob` for 1 (MXNet's `npx.random.bernoulli`).
 *
 * @throws MXNetError unless prob lies in [0, 1]
 * @example
 * ```ts
 * mx.random.seed(0);
 * console.log(nd.random.bernoulli({ prob: 0.3, shape: [2, 3] }).shape); // [ 2, 3 ]
 * ```
 */
export declare function bernoulli(options: RandomOptions & {
    prob: number;
}): NDArray;
export declare function bernoulli(prob: number, ...trailing: Trailing): NDArray;
