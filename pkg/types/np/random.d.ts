/**
 * Seeds the generator. It starts as after `seed(0)`.
 *
 * @param value - an integer from 0 to 2³² - 1
 * @example
 * ```ts
 * mx.np.random.seed(0);
 * console.log(mx.np.random.randint(0, 10)); // 5
 * ```
 */
export declare function seed(value: number): void;
/**
 * The numbers 0 to n - 1, or the items of a list, in random order.
 *
 * @example
 * ```ts
 * mx.np.random.seed(0);
 * mx.np.random.permutation(5); // [2, 0, 1, 3, 4]
 * ```
 */
export declare function permutation(n: number): number[];
export declare function permutation<T>(items: readonly T[]): T[];
/**
 * Puts the items of a list into random order, in place.
 *
 * @example
 * ```ts
 * mx.np.random.seed(0);
 * const list = [0, 1, 2, 3, 4];
 * mx.np.random.shuffle(list);
 * console.log(list); // [ 2, 0, 1, 3, 4 ]
 * ```
 */
export declare function shuffle<T>(items: T[]): void;
/**
 * A number spread evenly over [low, high), or `size` of them.
 *
 * @example
 * ```ts
 * mx.np.random.seed(0);
 * console.log(mx.np.random.uniform(-1, 1)); // 0.0976270078546495
 * ```
 */
export declare function uniform(low?: number, high?: number): number;
export declare function uniform(low: number, high: number, size: number): Float64Array;
/**
 * A number of [0, 1), or `size` of them.
 *
 * @example
 * ```ts
 * mx.np.random.seed(0);
 * console.log(mx.np.random.randomSample()); // 0.5488135039273248
 * ```
 */
export declare function randomSample(): number;
export declare function randomSample(size: number): Float64Array;
/**
 * A number of a normal distribution with mean `loc` and standard deviation `scale`, or `size` of them.
 *
 * @example
 * ```ts
 * mx.np.random.seed(0);
 * console.log(mx.np.random.normal()); // 1.764052345967664
 * ```
 */
export declare function normal(loc?: number, scale?: number): number;
export declare function normal(loc: number, scale: number, size: number): Float64Array;
/**
 * An integer from low to high - 1 (from 0 to low - 1 without `high`), or `size` of them.
 *
 * @example
 * ```ts
 * mx.np.random.seed(0);
 * console.log(mx.np.random.randint(0, 10)); // 5
 * ```
 */
export declare function randint(low: number, high?: number | null): number;
export declare function randint(low: number, high: number | null, size: number): number[];
