// sym.random: draws at every forward.
import { MXNetError } from "../error.ts";
import type { DType } from "../nd/dtype.ts";
import { describe } from "../nd/invoke.ts";
import { attrText, snake } from "../runtime/attrs.ts";
import { atomic, expectSymbol, isOptions, type SymbolOptions } from "./create.ts";
import { GraphSymbol } from "./symbol.ts";

/** A parameter of a distribution: a number, or a symbol with one for each batch of draws. */
export type Parameter = number | GraphSymbol;

/** What every function takes besides the parameters. */
export interface RandomOptions extends SymbolOptions {
  /** The shape of the draws; with symbols as parameters, of those for each element. */
  shape?: number | readonly number[] | undefined;
  /** The element type. */
  dtype?: DType | undefined;
}

/** Parameters by position and then the shape or options, or all of them in options. */
type Draw<T extends readonly unknown[], P extends string> = {
  (options?: RandomOptions & { [name in P]?: Parameter }): GraphSymbol;
  (...args: [...T, options?: RandomOptions | RandomOptions["shape"]]): GraphSymbol;
};

function draw(
  op: string,
  defaults: Readonly<Record<string, number | undefined>>,
  args: readonly unknown[],
): GraphSymbol {
  const last = args.at(-1);
  const { name, attr, ...options } = (isOptions(last) ? last : {}) as SymbolOptions & Record<string, unknown>;
  const given: Record<string, unknown> = { ...options };
  const params = Object.keys(defaults);
  const known = [...params, "shape", "dtype"];
  (isOptions(last) ? args.slice(0, -1) : args).forEach((value, i) => {
    if (!known[i]) throw new TypeError(`random.${op}: too many arguments; there are ${known.join(", ")}`);
    given[known[i]] = value;
  });
  const attrs: Record<string, string> = {};
  for (const [key, value] of Object.entries(given)) {
    if (!known.includes(key)) {
      throw new MXNetError(`random.${op}: unknown option ${key}; the options are: ${known.join(", ")}`);
    }
    if (!params.includes(key) && value !== undefined) attrs[key] = attrText(value as number);
  }
  const values = params.map((param) => given[param] ?? defaults[param]);
  if (values.some((value) => value instanceof GraphSymbol)) {
    const inputs = values.map((value, i) => {
      if (!(value instanceof GraphSymbol)) {
        throw new TypeError(`random.${op}: ${params.join(" and ")} must be all numbers or all Symbols`);
      }
      return [snake(params[i] as string), value] as const;
    });
    return atomic(
      `_sample_${op}`,
      `_sample_${op}`,
      inputs.map(([, value]) => ["", value] as const),
      attrs,
      { name, attr },
    );
  }
  values.forEach((value, i) => {
    if (typeof value !== "number") {
      throw new TypeError(`random.${op}: ${params[i]} must be a number or a Symbol, got ${describe(value)}`);
    }
    attrs[params[i] as string] = attrText(value);
  });
  return atomic(`_random_${op}`, `_random_${op}`, [], attrs, { name, attr });
}

/**
 * Numbers spread evenly over [low, high].
 *
 * @example
 * ```ts
 * console.log(sym.random.uniform({ shape: [2] }).name); // _random_uniform0
 * ```
 */
export const uniform: Draw<[low: Parameter, high: Parameter], "low" | "high"> = (...args: unknown[]) =>
  draw("uniform", { low: 0, high: 1 }, args);

/**
 * Numbers of a normal distribution.
 *
 * @example
 * ```ts
 * sym.random.normal(0, 1, { shape: [2, 3] });
 * ```
 */
export const normal: Draw<[loc: Parameter, scale: Parameter], "loc" | "scale"> = (...args: unknown[]) =>
  draw("normal", { loc: 0, scale: 1 }, args);

/**
 * Numbers of a gamma distribution.
 *
 * @example
 * ```ts
 * sym.random.gamma({ alpha: 2, shape: [3] });
 * ```
 */
export const gamma: Draw<[alpha: Parameter, beta: Parameter], "alpha" | "beta"> = (...args: unknown[]) =>
  draw("gamma", { alpha: 1, beta: 1 }, args);

/**
 * Numbers of an exponential distribution with rate `lam`.
 *
 * @example
 * ```ts
 * sym.random.exponential({ lam: 4, shape: [3] });
 * ```
 */
export const exponential: Draw<[lam: Parameter], "lam"> = (...args: unknown[]) => draw("exponential", { lam: 1 }, args);

/**
 * Numbers of a Poisson distribution with mean `lam`.
 *
 * @example
 * ```ts
 * sym.random.poisson({ lam: 4, shape: [3] });
 * ```
 */
export const poisson: Draw<[lam: Parameter], "lam"> = (...args: unknown[]) => draw("poisson", { lam: 1 }, args);

/**
 * Failures before `k` successes of probability `p`.
 *
 * @example
 * ```ts
 * sym.random.negativeBinomial({ k: 3, p: 0.5, shape: [3] });
 * ```
 */
export const negativeBinomial: Draw<[k: Parameter, p: Parameter], "k" | "p"> = (...args: unknown[]) =>
  draw("negative_binomial", { k: 1, p: 1 }, args);

/**
 * The same distribution by its mean `mu` and dispersion `alpha`.
 *
 * @example
 * ```ts
 * sym.random.generalizedNegativeBinomial({ mu: 2, alpha: 0.5, shape: [3] });
 * ```
 */
export const generalizedNegativeBinomial: Draw<[mu: Parameter, alpha: Parameter], "mu" | "alpha"> = (
  ...args: unknown[]
) => draw("generalized_negative_binomial", { mu: 1, alpha: 1 }, args);

/**
 * Integers from `low` up to `high`, which is not drawn.
 *
 * @example
 * ```ts
 * sym.random.randint(0, 10, { shape: [3] });
 * ```
 */
export function randint(low: number, high: number, options: RandomOptions = {}): GraphSymbol {
  return draw("randint", { low: undefined, high: undefined }, [low, high, options]);
}

/** What `multinomial` takes. */
export interface MultinomialOptions extends RandomOptions {
  /** Whether the logarithms of the draws' probabilities are a second output. */
  getProb?: boolean | undefined;
}

/**
 * Numbers of classes, drawn with the probabilities in the last axis.
 *
 * @example
 * ```ts
 * const draws = sym.random.multinomial(sym.Variable("p"), { shape: [4], getProb: true, name: "m" });
 * console.log(draws.listOutputs()); // [ 'm_output0', 'm_output1' ]
 * ```
 */
export function multinomial(data: GraphSymbol, options: MultinomialOptions = {}): GraphSymbol {
  expectSymbol(data, "random.multinomial", "data");
  const { shape, getProb = false, dtype = "int32", ...rest } = options;
  const attrs = { get_prob: attrText(getProb), dtype, ...(shape === undefined ? {} : { shape: attrText(shape) }) };
  return atomic("_sample_multinomial", "_sample_multinomial", [["", data]], attrs, rest);
}

/**
 * The rows in a random order.
 *
 * @example
 * ```ts
 * console.log(sym.random.shuffle(sym.Variable("x"), { name: "mixed" }).listOutputs()); // [ 'mixed_output' ]
 * ```
 */
export function shuffle(data: GraphSymbol, options: SymbolOptions = {}): GraphSymbol {
  expectSymbol(data, "random.shuffle", "data");
  return atomic("_shuffle", "_shuffle", [["", data]], {}, options);
}

/**
 * Numbers of a normal distribution in a shape that is given size by size.
 *
 * @example
 * ```ts
 * console.log(sym.random.randn(2, 3, { scale: 0.1 }).eval({})[0].shape); // [ 2, 3 ]
 * ```
 */
export function randn(
  ...args: number[] | [...number[], Omit<RandomOptions, "shape"> & { loc?: number; scale?: number }]
): GraphSymbol {
  const last = args.at(-1);
  const options = isOptions(last) ? last : {};
  const shape = (isOptions(last) ? args.slice(0, -1) : args) as number[];
  return draw("normal", { loc: 0, scale: 1 }, [{ shape, ...options }]);
}
