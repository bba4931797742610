// Arithmetic and comparisons of symbols with symbols and numbers.
import { describe } from "../nd/invoke.ts";
import { numberText } from "../runtime/attrs.ts";
import { atomic } from "./create.ts";
import { Real } from "./real.ts";
import { GraphSymbol } from "./symbol.ts";

/** A symbol or a number. */
export type SymbolOperand = GraphSymbol | number;

/** Element by element; shapes are the same. */
export interface SymbolArithmetic {
  /** this + other, element by element. */
  add(other: SymbolOperand): GraphSymbol;
  /** this - other. */
  sub(other: SymbolOperand): GraphSymbol;
  /** other - this. */
  rsub(other: SymbolOperand): GraphSymbol;
  /** this · other. */
  mul(other: SymbolOperand): GraphSymbol;
  /** this / other. */
  div(other: SymbolOperand): GraphSymbol;
  /** other / this. */
  rdiv(other: SymbolOperand): GraphSymbol;
  /** The remainder of this / other. */
  mod(other: SymbolOperand): GraphSymbol;
  /** The remainder of other / this. */
  rmod(other: SymbolOperand): GraphSymbol;
  /** This to the power of other. */
  pow(other: SymbolOperand): GraphSymbol;
  /** Other to the power of this. */
  rpow(other: SymbolOperand): GraphSymbol;
  /** The negative. */
  neg(): GraphSymbol;
  /** 1 where this equals other, else 0. */
  equal(other: SymbolOperand): GraphSymbol;
  /** 1 where this differs from other, else 0. */
  notEqual(other: SymbolOperand): GraphSymbol;
  /** 1 where this is greater than other, else 0. */
  greater(other: SymbolOperand): GraphSymbol;
  /** 1 where this is at least other, else 0. */
  greaterEqual(other: SymbolOperand): GraphSymbol;
  /** 1 where this is less than other, else 0. */
  lesser(other: SymbolOperand): GraphSymbol;
  /** 1 where this is at most other, else 0. */
  lesserEqual(other: SymbolOperand): GraphSymbol;
}

/** An operator of two symbols and that of a symbol and a number, each with what automatic names begin with. */
type Pair = readonly [op: string, hint: string, scalarOp: string, scalarHint: string];

const PAIRS: Readonly<Record<Exclude<keyof SymbolArithmetic, "neg">, Pair>> = {
  add: ["elemwise_add", "_plus", "_plus_scalar", "_plusscalar"],
  sub: ["elemwise_sub", "_minus", "_minus_scalar", "_minusscalar"],
  rsub: ["elemwise_sub", "_minus", "_rminus_scalar", "_rminusscalar"],
  mul: ["elemwise_mul", "_mul", "_mul_scalar", "_mulscalar"],
  div: ["elemwise_div", "_div", "_div_scalar", "_divscalar"],
  rdiv: ["elemwise_div", "_div", "_rdiv_scalar", "_rdivscalar"],
  mod: ["_mod", "_mod", "_mod_scalar", "_modscalar"],
  rmod: ["_mod", "_mod", "_rmod_scalar", "_rmodscalar"],
  pow: ["_power", "_power", "_power_scalar", "_powerscalar"],
  rpow: ["_power", "_power", "_rpower_scalar", "_rpower_scalar"],
  equal: ["_equal", "_equal", "_equal_scalar", "_equal_scalar"],
  notEqual: ["_not_equal", "_not_equal", "_not_equal_scalar", "_not_equal_scalar"],
  greater: ["_greater", "_greater", "_greater_scalar", "_greater_scalar"],
  greaterEqual: ["_greater_equal", "_greater_equal", "_greater_equal_scalar", "_greater_equal_scalar"],
  lesser: ["_lesser", "_lesser", "_lesser_scalar", "_lesser_scalar"],
  lesserEqual: ["_lesser_equal", "_lesser_equal", "_lesser_equal_scalar", "_lesser_equal_scalar"],
};

function binary(
  lhs: GraphSymbol,
  rhs: unknown,
  [op, hint, scalarOp, scalarHint]: Pair,
  reflected = false,
): GraphSymbol {
  const key = "";
  if (rhs instanceof GraphSymbol) {
    const [a, b] = reflected ? [rhs, lhs] : [lhs, rhs];
    return atomic(
      op,
      hint,
      [
        [key, a],
        [key, b],
      ],
      {},
    );
  }
  if (typeof rhs !== "number" && !(rhs instanceof Real)) {
    throw new TypeError(`${op}: the operand must be a Symbol or a number, got ${describe(rhs)}`);
  }
  const scalar = typeof rhs === "number" ? numberText(rhs) : rhs.text;
  return atomic(scalarOp, scalarHint, [[key, lhs]], { scalar });
}

/** The methods by name. */
export function arithmetic(): Record<string, (this: GraphSymbol, ...args: unknown[]) => GraphSymbol> {
  const methods: ReturnType<typeof arithmetic> = {
    neg() {
      return binary(this, new Real(-1), ["", "", "_mul_scalar", "_mulscalar"]);
    },
  };
  for (const [name, pair] of Object.entries(PAIRS)) {
    const reflected = name[0] === "r";
    methods[name] = function (other) {
      return binary(this, other, pair, reflected);
    };
  }
  return methods;
}

/** A function of two operands of which one is a symbol at least. */
function function2(name: string, lhs: SymbolOperand, rhs: SymbolOperand, pair: Pair, reflected: Pair): GraphSymbol {
  if (lhs instanceof GraphSymbol) return binary(lhs, rhs, pair);
  if (rhs instanceof GraphSymbol) return binary(rhs, lhs, reflected, true);
  throw new TypeError(`${name}: one of the operands must be a Symbol, got ${describe(lhs)} and ${describe(rhs)}`);
}

const symmetric = (name: string, lhs: SymbolOperand, rhs: SymbolOperand): GraphSymbol => {
  const pair: Pair = [`_${name}`, `_${name}`, `_${name}_scalar`, `_${name}scalar`];
  return function2(name, lhs, rhs, pair, pair);
};

/**
 * The larger one, element by element.
 *
 * @example
 * ```ts
 * const y = sym.maximum(sym.Variable("x"), 2);
 * console.log(y.eval({ x: nd.array([1, 3]) })[0].toArray()); // [ 2, 3 ]
 * ```
 */
export const maximum = (lhs: SymbolOperand, rhs: SymbolOperand): GraphSymbol => symmetric("maximum", lhs, rhs);

/**
 * The smaller one, element by element.
 *
 * @example
 * ```ts
 * const y = sym.minimum(sym.Variable("x"), 2);
 * console.log(y.eval({ x: nd.array([1, 3]) })[0].toArray()); // [ 1, 2 ]
 * ```
 */
export const minimum = (lhs: SymbolOperand, rhs: SymbolOperand): GraphSymbol => symmetric("minimum", lhs, rhs);

/**
 * √(lhs² + rhs²), element by element.
 *
 * @example
 * ```ts
 * const y = sym.hypot(sym.Variable("x"), 4);
 * console.log(y.eval({ x: nd.array([3]) })[0].toArray()); // [ 5 ]
 * ```
 */
export const hypot = (lhs: SymbolOperand, rhs: SymbolOperand): GraphSymbol => symmetric("hypot", lhs, rhs);

/**
 * lhs to the power of rhs, element by element.
 *
 * @example
 * ```ts
 * const y = sym.power(2, sym.Variable("x"));
 * console.log(y.eval({ x: nd.array([3]) })[0].toArray()); // [ 8 ]
 * ```
 */
export const power = (lhs: SymbolOperand, rhs: SymbolOperand): GraphSymbol =>
  function2("power", lhs, rhs, PAIRS.pow, ["_power", "_power", "_rpower_scalar", "_rpowerscalar"]);

/** Another name of `power`. */
export const pow: typeof power = power;
