import type { DType } from "../nd/dtype.ts";
import { type SymbolOptions } from "./create.ts";
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
    (options?: RandomOptions & {
        [name in P]?: Parameter;
    }): GraphSymbol;
    (...args: [...T, options?: RandomOptions | RandomOptions["shape"]]): GraphSymbol;
};
/**
 * Numbers spread evenly over [low, high].
 *
 * @example
 * ```ts
 * console.log(sym.random.uniform({ shape: [2] }).name); // _random_uniform0
 * ```
 */
export declare const uniform: Draw<[low: Parameter, high: Parameter], "low" | "high">;
/**
 * Numbers of a normal distribution.
 *
 * @example
 * ```ts
 * sym.random.normal(0, 1, { shape: [2, 3] });
 * ```
 */
export declare const normal: Draw<[loc: Parameter, scale: Parameter], "loc" | "scale">;
/**
 * Numbers of a gamma distribution.
 *
 * @example
 * ```ts
 * sym.random.gamma({ alpha: 2, shape: [3] });
 * ```
 */
export declare const gamma: Draw<[alpha: Parameter, beta: Parameter], "alpha" | "beta">;
/**
 * Numbers of an exponential distribution with rate `lam`.
 *
 * @example
 * ```ts
 * sym.random.exponential({ lam: 4, shape: [3] });
 * ```
 */
export declare const exponential: Draw<[lam: Parameter], "lam">;
/**
 * Numbers of a Poisson distribution with mean `lam`.
 *
 * @example
 * ```ts
 * sym.random.poisson({ lam: 4, shape: [3] });
 * ```
 */
export declare const poisson: Draw<[lam: Parameter], "lam">;
/**
 * Failures before `k` successes of probability `p`.
 *
 * @example
 * ```ts
 * sym.random.negativeBinomial({ k: 3, p: 0.5, shape: [3] });
 * ```
 */
export declare const negativeBinomial: Draw<[k: Parameter, p: Parameter], "k" | "p">;
/**
 * The same distribution by its mean `mu` and dispersion `alpha`.
 *
 * @example
 * ```ts
 * sym.random.generalizedNegativeBinomial({ mu: 2, alpha: 0.5, shape: [3] });
 * ```
 */
export declare const generalizedNegativeBinomial: Draw<[mu: Parameter, alpha: Parameter], "mu" | "alpha">;
/**
 * Integers from `low` up to `high`, which is not drawn.
 *
 * @example
 * ```ts
 * sym.random.randint(0, 10, { shape: [3] });
 * ```
 */
export declare function randint(low: number, high: number, options?: RandomOptions): GraphSymbol;
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
export declare function multinomial(data: GraphSymbol, options?: MultinomialOptions): GraphSymbol;
/**
 * The rows in a random order.
 *
 * @example
 * ```ts
 * console.log(sym.random.shuffle(sym.Variable("x"), { name: "mixed" }).listOutputs()); // [ 'mixed_output' ]
 * ```
 */
export declare function shuffle(data: GraphSymbol, options?: SymbolOptions): GraphSymbol;
/**
 * Numbers of a normal distribution in a shape that is given size by size.
 *
 * @example
 * ```ts
 * console.log(sym.random.randn(2, 3, { scale: 0.1 }).eval({})[0].shape); // [ 2, 3 ]
 * ```
 */
export declare function randn(...args: number[] | [...number[], Omit<RandomOptions, "shape"> & {
    loc?: number;
    scale?: number;
}]): GraphSymbol;
export {};
