// Random numbers: MXNet's streams on the CPU, bit for bit.
import { MXNetError } from "../error.ts";
import { type AttrValue, numberText } from "../runtime/attrs.ts";
import { relieve } from "../runtime/cell.ts";
import * as wasm from "../runtime/wasm.ts";
import { array, checkShape } from "./create.ts";
import { type DType, dtypeCode } from "./dtype.ts";
import { describe, invoke } from "./invoke.ts";
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
export type Trailing =
  | [shape?: Shape | undefined, dtype?: DType | undefined, ctx?: Context | undefined, out?: NDArray | undefined]
  | [options: RandomOptions]
  | [shape: Shape | undefined, options: RandomOptions]
  | [shape: Shape | undefined, dtype: DType | undefined, options: RandomOptions];

type Given = Record<string, unknown>;

/** Whether a value is an options object. A device is not. */
function isOptions(x: unknown): x is Given {
  return typeof x === "object" && x !== null && !Array.isArray(x) && !(x instanceof NDArray) && !("deviceType" in x);
}

/** Reads arguments by position or from a trailing options object. */
function read(name: string, known: readonly string[], args: readonly unknown[]): Given {
  const options = isOptions(args.at(-1)) ? (args.at(-1) as Given) : {};
  const given: Given = {};
  (isOptions(args.at(-1)) ? args.slice(0, -1) : args).forEach((value, i) => {
    const key = known[i];
    if (key === undefined) throw new TypeError(`random.${name}: too many arguments; there are ${known.join(", ")}`);
    if (value !== undefined && value !== null) given[key] = value;
  });
  for (const [key, value] of Object.entries(options)) {
    if (!known.includes(key)) {
      throw new TypeError(`random.${name}: unknown option ${key}; the options are: ${known.join(", ")}`);
    }
    if (value !== undefined && value !== null) given[key] = value;
  }
  if (given.out !== undefined && !(given.out instanceof NDArray)) {
    throw new TypeError(`random.${name}: out must be an NDArray, got ${describe(given.out)}`);
  }
  return given;
}

function draw(
  name: string,
  defaults: { readonly [name: string]: number | undefined },
  args: readonly unknown[],
): NDArray {
  const params = Object.keys(defaults);
  const given = read(name, [...params, "shape", "dtype", "ctx", "out"], args);
  const values = params.map((param) => given[param] ?? defaults[param]);
  const missing = params.find((_, i) => values[i] === undefined);
  if (missing) throw new TypeError(`random.${name}: ${missing} is missing`);
  const out = given.out as NDArray | undefined;
  const option = out ? { out } : {};
  const attrs: Record<string, AttrValue> = {
    shape: given.shape as Shape | undefined,
    dtype: (given.dtype ?? out?.dtype) as DType | undefined,
  };
  if (values.some((v) => v instanceof NDArray)) {
    if (!values.every((v) => v instanceof NDArray)) {
      throw new TypeError(`random.${name}: ${params.join(" and ")} must be all numbers or all NDArrays`);
    }
    return invoke(`_sample_${OPS[name] ?? name}`, values as NDArray[], attrs, option)[0] as NDArray;
  }
  if (out) attrs.shape ??= out.shape;
  params.forEach((param, i) => {
    const value = values[i];
    if (typeof value !== "number" && !(typeof value === "bigint" && name === "randint")) {
      throw new TypeError(`random.${name}: ${param} must be a number or an NDArray, got ${describe(value)}`);
    }
    // Integers are written out: 1e+16 is no int64.
    attrs[param] = name === "randint" && Number.isInteger(value) ? BigInt(value) : value;
  });
  return invoke(`_random_${OPS[name] ?? name}`, [], attrs, option)[0] as NDArray;
}

/** Names that differ between functions and operators. */
const OPS: Readonly<Record<string, string>> = {
  negativeBinomial: "negative_binomial",
  generalizedNegativeBinomial: "generalized_negative_binomial",
};

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
export function seed(value: number | bigint, options: { ctx?: Context | "all" | undefined } = {}): void {
  if (typeof value !== "bigint" && !Number.isInteger(value)) {
    throw new TypeError(`random.seed: the seed must be an integer, got ${describe(value)}`);
  }
  const low = Number(BigInt.asUintN(32, BigInt(value)));
  wasm.random_seed(low, options.ctx !== undefined && options.ctx !== "all");
  relieve();
}

/**
 * Numbers spread evenly over [low, high].
 *
 * @example
 * ```ts
 * nd.random.uniform(-1, 1, [2, 3]);
 * nd.random.uniform({ shape: [10] });
 * ```
 */
export function uniform(options?: RandomOptions & { low?: Parameter; high?: Parameter }): NDArray;
export function uniform(low?: Parameter, high?: Parameter, ...trailing: Trailing): NDArray;
export function uniform(...args: unknown[]): NDArray {
  return draw("uniform", { low: 0, high: 1 }, args);
}

/**
 * Numbers of a normal distribution with mean `loc` and standard deviation `scale`.
 *
 * @example
 * ```ts
 * mx.random.seed(0);
 * console.log(nd.random.normal(0, 1, [2, 3]).shape); // [ 2, 3 ]
 * ```
 */
export function normal(options?: RandomOptions & { loc?: Parameter; scale?: Parameter }): NDArray;
export function normal(loc?: Parameter, scale?: Parameter, ...trailing: Trailing): NDArray;
export function normal(...args: unknown[]): NDArray {
  return draw("normal", { loc: 0, scale: 1 }, args);
}

/**
 * Normal numbers of a shape given size by size: `randn(2, 3, { scale: 0.1 })`.
 *
 * @example
 * ```ts
 * mx.random.seed(0);
 * console.log(nd.random.randn(2, 3).shape); // [ 2, 3 ]
 * ```
 */
export function randn(
  ...args: (number | (Omit<RandomOptions, "shape"> & { loc?: Parameter; scale?: Parameter }))[]
): NDArray {
  const options = isOptions(args.at(-1)) ? (args.at(-1) as Given) : {};
  const shape = isOptions(args.at(-1)) ? args.slice(0, -1) : args;
  const wrong = shape.find((size) => typeof size !== "number");
  if (wrong !== undefined) throw new TypeError(`random.randn: sizes must be numbers, got ${describe(wrong)}`);
  return draw("normal", { loc: 0, scale: 1 }, [shape.length > 0 ? { ...options, shape } : options]);
}

/**
 * Integers from low to high - 1, of dtype int32 or int64.
 *
 * @example
 * ```ts
 * mx.random.seed(0);
 * console.log(nd.random.randint(0, 10, [3]).shape); // [ 3 ]
 * ```
 */
export function randint(options: RandomOptions & { low: number | bigint; high: number | bigint }): NDArray;
export function randint(low: number | bigint, high: number | bigint, ...trailing: Trailing): NDArray;
export function randint(...args: unknown[]): NDArray {
  return draw("randint", { low: undefined, high: undefined }, args);
}

/**
 * Numbers of an exponential distribution with mean `scale`.
 *
 * @example
 * ```ts
 * mx.random.seed(0);
 * console.log(nd.random.exponential(1, [3]).shape); // [ 3 ]
 * ```
 */
export function exponential(options?: RandomOptions & { scale?: Parameter }): NDArray;
export function exponential(scale?: Parameter, ...trailing: Trailing): NDArray;
export function exponential(...args: unknown[]): NDArray {
  const { scale = 1, ...rest } = read("exponential", ["scale", "shape", "dtype", "ctx", "out"], args);
  // The operator takes the rate.
  if (scale instanceof NDArray) return draw("exponential", { lam: undefined }, [{ ...rest, lam: scale.rdiv(1) }]);
  if (typeof scale !== "number") {
    throw new TypeError(`random.exponential: scale must be a number or an NDArray, got ${describe(scale)}`);
  }
  if (scale === 0) throw new MXNetError("random.exponential: scale is 0, expected a positive number");
  return draw("exponential", { lam: 1 }, [{ ...rest, lam: 1 / scale }]);
}

/**
 * Numbers of a gamma distribution with shape `alpha` and scale `beta`.
 *
 * @example
 * ```ts
 * mx.random.seed(0);
 * console.log(nd.random.gamma(2, 1, [3]).shape); // [ 3 ]
 * ```
 */
export function gamma(options?: RandomOptions & { alpha?: Parameter; beta?: Parameter }): NDArray;
export function gamma(alpha?: Parameter, beta?: Parameter, ...trailing: Trailing): NDArray;
export function gamma(...args: unknown[]): NDArray {
  return draw("gamma", { alpha: 1, beta: 1 }, args);
}

/**
 * Numbers of a Poisson distribution with mean `lam`.
 *
 * @example
 * ```ts
 * mx.random.seed(0);
 * console.log(nd.random.poisson(4, [3]).shape); // [ 3 ]
 * ```
 */
export function poisson(options?: RandomOptions & { lam?: Parameter }): NDArray;
export function poisson(lam?: Parameter, ...trailing: Trailing): NDArray;
export function poisson(...args: unknown[]): NDArray {
  return draw("poisson", { lam: 1 }, args);
}

/**
 * Failures before `k` successes of probability `p`.
 *
 * @example
 * ```ts
 * mx.random.seed(0);
 * console.log(nd.random.negativeBinomial(3, 0.5, [3]).shape); // [ 3 ]
 * ```
 */
export function negativeBinomial(options?: RandomOptions & { k?: Parameter; p?: Parameter }): NDArray;
export function negativeBinomial(k?: Parameter, p?: Parameter, ...trailing: Trailing): NDArray;
export function negativeBinomial(...args: unknown[]): NDArray {
  return draw("negativeBinomial", { k: 1, p: 1 }, args);
}

/**
 * The same distribution by its mean `mu` and dispersion `alpha`.
 *
 * @example
 * ```ts
 * mx.random.seed(0);
 * console.log(nd.random.generalizedNegativeBinomial(2, 0.5, [3]).shape); // [ 3 ]
 * ```
 */
export function generalizedNegativeBinomial(options?: RandomOptions & { mu?: Parameter; alpha?: Parameter }): NDArray;
export function generalizedNegativeBinomial(mu?: Parameter, alpha?: Parameter, ...trailing: Trailing): NDArray;
export function generalizedNegativeBinomial(...args: unknown[]): NDArray {
  return draw("generalizedNegativeBinomial", { mu: 1, alpha: 1 }, args);
}

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
export function multinomial(data: NDArray, options: MultinomialOptions & { getProb: true }): [NDArray, NDArray];
export function multinomial(data: NDArray, shape: Shape | undefined, getProb: true): [NDArray, NDArray];
export function multinomial(data: NDArray, options?: MultinomialOptions & { getProb?: false }): NDArray;
export function multinomial(data: NDArray, shape?: Shape, getProb?: false, out?: NDArray, dtype?: DType): NDArray;
export function multinomial(data: NDArray, ...args: unknown[]): NDArray | [NDArray, NDArray] {
  const { out, ...attrs } = read("multinomial", ["shape", "getProb", "out", "dtype"], args) as MultinomialOptions;
  const results = invoke("_sample_multinomial", [data], attrs as Record<string, AttrValue>, out ? { out } : {});
  return results.length === 1 ? (results[0] as NDArray) : (results as [NDArray, NDArray]);
}

/**
 * The subarrays along the first axis in random order; with `out`, written there.
 *
 * @example
 * ```ts
 * mx.random.seed(0);
 * console.log(nd.random.shuffle(nd.arange(5)).shape); // [ 5 ]
 * ```
 */
export function shuffle(data: NDArray, options: { out?: NDArray | undefined } = {}): NDArray {
  const { out } = read("shuffle", ["out"], [options]) as { out?: NDArray };
  return invoke("_shuffle", [data], {}, out ? { out } : {})[0] as NDArray;
}

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
export function bernoulli(options: RandomOptions & { prob: number }): NDArray;
export function bernoulli(prob: number, ...trailing: Trailing): NDArray;
export function bernoulli(...args: unknown[]): NDArray {
  const given = read("bernoulli", ["prob", "shape", "dtype", "ctx", "out"], args);
  const { prob, out } = given as { prob: number; out?: NDArray };
  if (typeof prob !== "number") throw new TypeError(`random.bernoulli: prob must be a number, got ${describe(prob)}`);
  const shape = checkShape(given.shape ?? out?.shape ?? 1, "random.bernoulli");
  const dtype = (given.dtype ?? out?.dtype ?? "float32") as DType;
  dtypeCode(dtype);
  relieve();
  const draws = wasm.random_bernoulli(
    shape.reduce((n, d) => n * d, 1),
    numberText(prob),
  );
  const result = array(draws, { dtype, shape });
  return out ? out.set(result) : result;
}
