// NumPy's legacy generator (`numpy.random`), bit for bit. Data iterators and samplers shuffle with it, as MXNet's do.
import { MXNetError } from "../error.ts";
import { describe } from "../nd/invoke.ts";
import { relieve } from "../runtime/cell.ts";
import * as wasm from "../runtime/wasm.ts";

function expectCount(value: unknown, what: string): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value > 0xffff_ffff) {
    throw new MXNetError(`np.random.${what} must be an integer from 0 to 4294967295, got ${describe(value)}`);
  }
  return value;
}

function expectNumber(value: unknown, what: string): number {
  if (typeof value !== "number") throw new TypeError(`np.random.${what} must be a number, got ${describe(value)}`);
  return value;
}

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
export function seed(value: number): void {
  wasm.numpy_seed(expectCount(value, "seed: seed"));
}

/**
 * The numbers 0 to n - 1, or the items of a list, in random order.
 *
 * @example
 * ```ts
 * mx.np.random.seed(0);
 * mx.np.random.permutation(5); // [2, 0, 1, 3, 4]
 * ```
 */
export function permutation(n: number): number[];
export function permutation<T>(items: readonly T[]): T[];
export function permutation<T>(what: number | readonly T[]): (number | T)[] {
  const order = orderOf(typeof what === "number" ? expectCount(what, "permutation: n") : what.length);
  return typeof what === "number" ? Array.from(order) : Array.from(order, (i) => what[i] as T);
}

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
export function shuffle<T>(items: T[]): void {
  permutation(items).forEach((item, i) => {
    items[i] = item;
  });
}

function orderOf(count: number): Uint32Array {
  relieve();
  return wasm.numpy_permutation(count);
}

/**
 * A number spread evenly over [low, high), or `size` of them.
 *
 * @example
 * ```ts
 * mx.np.random.seed(0);
 * console.log(mx.np.random.uniform(-1, 1)); // 0.0976270078546495
 * ```
 */
export function uniform(low?: number, high?: number): number;
export function uniform(low: number, high: number, size: number): Float64Array;
export function uniform(low = 0, high = 1, size?: number): number | Float64Array {
  const from = expectNumber(low, "uniform: low");
  const to = expectNumber(high, "uniform: high");
  relieve();
  const draws = wasm.numpy_uniform(from, to, size === undefined ? 1 : expectCount(size, "uniform: size"));
  return size === undefined ? (draws[0] as number) : draws;
}

/**
 * A number of [0, 1), or `size` of them.
 *
 * @example
 * ```ts
 * mx.np.random.seed(0);
 * console.log(mx.np.random.randomSample()); // 0.5488135039273248
 * ```
 */
export function randomSample(): number;
export function randomSample(size: number): Float64Array;
export function randomSample(size?: number): number | Float64Array {
  return size === undefined ? uniform(0, 1) : uniform(0, 1, size);
}

/**
 * A number of a normal distribution with mean `loc` and standard deviation `scale`, or `size` of them.
 *
 * @example
 * ```ts
 * mx.np.random.seed(0);
 * console.log(mx.np.random.normal()); // 1.764052345967664
 * ```
 */
export function normal(loc?: number, scale?: number): number;
export function normal(loc: number, scale: number, size: number): Float64Array;
export function normal(loc = 0, scale = 1, size?: number): number | Float64Array {
  const mean = expectNumber(loc, "normal: loc");
  const deviation = expectNumber(scale, "normal: scale");
  if (!(deviation >= 0))
    throw new MXNetError(`np.random.normal: scale is ${deviation}, expected a non-negative number`);
  relieve();
  const draws = wasm.numpy_normal(mean, deviation, size === undefined ? 1 : expectCount(size, "normal: size"));
  return size === undefined ? (draws[0] as number) : draws;
}

/**
 * An integer from low to high - 1 (from 0 to low - 1 without `high`), or `size` of them.
 *
 * @example
 * ```ts
 * mx.np.random.seed(0);
 * console.log(mx.np.random.randint(0, 10)); // 5
 * ```
 */
export function randint(low: number, high?: number | null): number;
export function randint(low: number, high: number | null, size: number): number[];
export function randint(low: number, high: number | null = null, size?: number): number | number[] {
  const [from, to] = high === null ? [0, low] : [low, high];
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to)) {
    throw new MXNetError(`np.random.randint: low and high must be integers, got ${from} and ${to}`);
  }
  relieve();
  const count = size === undefined ? 1 : expectCount(size, "randint: size");
  const draws = Array.from(wasm.numpy_randint(BigInt(from), BigInt(to), count), Number);
  return size === undefined ? (draws[0] as number) : draws;
}
