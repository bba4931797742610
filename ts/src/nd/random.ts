// Random numbers: MXNet's streams on the CPU, bit for bit.
import { MXNetError } from "../error.ts";
import { relieve } from "../runtime/cell.ts";
import * as wasm from "../runtime/wasm.ts";
import type { AttrValue } from "../runtime/attrs.ts";
import type { DType } from "./dtype.ts";
import { describe, invoke } from "./invoke.ts";
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

type Options = RandomOptions & { readonly [name: string]: unknown };

/** Reads arguments by position or from a trailing options object. */
function read(name: string, params: readonly string[], args: readonly unknown[]): Record<string, unknown> {
  const last = args.at(-1);
  const isOptions = typeof last === "object" && last !== null && !Array.isArray(last) && !(last instanceof NDArray);
  const known = [...params, "shape", "dtype", "ctx", "out"];
  const given: Record<string, unknown> = {};
  (isOptions ? args.slice(0, -1) : args).forEach((value, i) => {
    const key = known[i];
    if (key === undefined) throw new TypeError(`random.${name}: too many arguments; there are ${known.join(", ")}`);
    if (value !== undefined && value !== null) given[key] = value;
  });
  if (isOptions) {
    for (const [key, value] of Object.entries(last as Options)) {
      if (!known.includes(key)) {
        throw new MXNetError(`random.${name}: unknown option ${key}; the options are: ${known.join(", ")}`);
      }
      if (value !== undefined) given[key] = value;
    }
  }
  return given;
}

function draw(name: string, defaults: { readonly [name: string]: number | undefined }, args: readonly unknown[]): NDArray {
  const params = Object.keys(defaults);
  const given = read(name, params, args);
  const values = params.map((param) => given[param] ?? defaults[param]);
  const missing = params.find((_, i) => values[i] === undefined);
  if (missing) throw new MXNetError(`random.${name}: ${missing} is missing`);
  const out = given.out as NDArray | undefined;
  const rest: Record<string, AttrValue> = {};
  if (given.shape !== undefined) rest.shape = given.shape as AttrValue;
  else if (out) rest.shape = out.shape;
  if (given.dtype !== undefined) rest.dtype = given.dtype as string;
  else if (out) rest.dtype = out.dtype;
  const option = out ? { out } : {};
  if (values.some((v) => v instanceof NDArray)) {
    if (!values.every((v) => v instanceof NDArray)) {
      throw new MXNetError(`random.${name}: ${params.join(" and ")} must be all numbers or all NDArrays`);
    }
    return invoke(`_sample_${OPS[name] ?? name}`, values as NDArray[], rest, option)[0] as NDArray;
  }
  const attrs: Record<string, AttrValue> = { ...rest };
  params.forEach((param, i) => {
    if (typeof values[i] !== "number") {
      throw new TypeError(`random.${name}: ${param} must be a number or an NDArray, got ${describe(values[i])}`);
    }
    attrs[param] = values[i] as number;
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
 */
export function seed(value: number, options: { ctx?: Context | "all" } = {}): void {
  if (!Number.isInteger(value)) throw new MXNetError(`random.seed: seed is ${value}, expected an integer`);
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
export function uniform(low?: Parameter, high?: Parameter, shape?: number | readonly number[], options?: RandomOptions): NDArray;
export function uniform(...args: unknown[]): NDArray {
  return draw("uniform", { low: 0, high: 1 }, args);
}

/** Numbers of a normal distribution with mean `loc` and standard deviation `scale`. */
export function normal(options?: RandomOptions & { loc?: Parameter; scale?: Parameter }): NDArray;
export function normal(loc?: Parameter, scale?: Parameter, shape?: number | readonly number[], options?: RandomOptions): NDArray;
export function normal(...args: unknown[]): NDArray {
  return draw("normal", { loc: 0, scale: 1 }, args);
}

/** Normal numbers of a shape given size by size: `randn(2, 3, { scale: 0.1 })`. */
export function randn(...args: (number | (RandomOptions & { loc?: Parameter; scale?: Parameter }))[]): NDArray {
  const last = args.at(-1);
  const options = typeof last === "object" ? last : {};
  const shape = args.filter((a): a is number => typeof a === "number");
  return normal({ ...options, ...(shape.length > 0 ? { shape } : {}) });
}

/** Integers from low to high - 1, of dtype int32 or int64. */
export function randint(options: RandomOptions & { low: number; high: number }): NDArray;
export function randint(low: number, high: number, shape?: number | readonly number[], options?: RandomOptions): NDArray;
export function randint(...args: unknown[]): NDArray {
  return draw("randint", { low: undefined, high: undefined }, args);
}

/** Numbers of an exponential distribution with mean `scale`. */
export function exponential(options?: RandomOptions & { scale?: Parameter }): NDArray;
export function exponential(scale?: Parameter, shape?: number | readonly number[], options?: RandomOptions): NDArray;
export function exponential(...args: unknown[]): NDArray {
  const { scale = 1, ...rest } = read("exponential", ["scale"], args) as { scale?: Parameter } & RandomOptions;
  // The operator takes the rate.
  if (scale instanceof NDArray) return draw("exponential", { lam: undefined }, [{ ...rest, lam: scale.rdiv(1) }]);
  if (scale === 0) throw new MXNetError("random.exponential: scale is 0, expected a positive number");
  return draw("exponential", { lam: 1 }, [{ ...rest, lam: 1 / scale }]);
}

/** Numbers of a gamma distribution with shape `alpha` and scale `beta`. */
export function gamma(options?: RandomOptions & { alpha?: Parameter; beta?: Parameter }): NDArray;
export function gamma(alpha?: Parameter, beta?: Parameter, shape?: number | readonly number[], options?: RandomOptions): NDArray;
export function gamma(...args: unknown[]): NDArray {
  return draw("gamma", { alpha: 1, beta: 1 }, args);
}

/** Numbers of a Poisson distribution with mean `lam`. */
export function poisson(options?: RandomOptions & { lam?: Parameter }): NDArray;
export function poisson(lam?: Parameter, shape?: number | readonly number[], options?: RandomOptions): NDArray;
export function poisson(...args: unknown[]): NDArray {
  return draw("poisson", { lam: 1 }, args);
}

/** Failures before `k` successes of probability `p`. */
export function negativeBinomial(options?: RandomOptions & { k?: Parameter; p?: Parameter }): NDArray;
export function negativeBinomial(k?: Parameter, p?: Parameter, shape?: number | readonly number[], options?: RandomOptions): NDArray;
export function negativeBinomial(...args: unknown[]): NDArray {
  return draw("negativeBinomial", { k: 1, p: 1 }, args);
}

/** The same distribution by its mean `mu` and dispersion `alpha`. */
export function generalizedNegativeBinomial(options?: RandomOptions & { mu?: Parameter; alpha?: Parameter }): NDArray;
export function generalizedNegativeBinomial(
  mu?: Parameter,
  alpha?: Parameter,
  shape?: number | readonly number[],
  options?: RandomOptions,
): NDArray;
export function generalizedNegativeBinomial(...args: unknown[]): NDArray {
  return draw("generalizedNegativeBinomial", { mu: 1, alpha: 1 }, args);
}

/**
 * Draws classes by the probabilities in the last axis.
 *
 * @param data - probabilities, of shape (…, classes)
 * @param options - `shape`: draws for each row; `getProb`: also returns the logarithm of each draw's probability
 */
export function multinomial(
  data: NDArray,
  options: { shape?: number | readonly number[]; getProb: true; dtype?: DType },
): [NDArray, NDArray];
export function multinomial(
  data: NDArray,
  options?: { shape?: number | readonly number[]; getProb?: boolean; dtype?: DType },
): NDArray;
export function multinomial(
  data: NDArray,
  options: { shape?: number | readonly number[]; getProb?: boolean; dtype?: DType } = {},
): NDArray | [NDArray, NDArray] {
  const results = invoke("_sample_multinomial", [data], options);
  return results.length === 1 ? (results[0] as NDArray) : (results as [NDArray, NDArray]);
}

/** The subarrays along the first axis in random order. */
export function shuffle(data: NDArray): NDArray {
  return invoke("_shuffle", [data])[0] as NDArray;
}

/** 0 or 1, with probability `prob` for 1. */
export function bernoulli(prob = 0.5, options: RandomOptions = {}): NDArray {
  if (!(prob >= 0 && prob <= 1)) throw new MXNetError(`random.bernoulli: prob is ${prob}, expected 0 to 1`);
  const { dtype, ...rest } = options;
  const draws = uniform({ ...rest, shape: rest.shape ?? 1 }).lesser(prob);
  return dtype ? draws.astype(dtype) : draws;
}
