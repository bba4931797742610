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
/** The methods by name. */
export declare function arithmetic(): Record<string, (this: GraphSymbol, ...args: unknown[]) => GraphSymbol>;
/**
 * The larger one, element by element.
 *
 * @example
 * ```ts
 * const y = sym.maximum(sym.Variable("x"), 2);
 * console.log(y.eval({ x: nd.array([1, 3]) })[0].toArray()); // [ 2, 3 ]
 * ```
 */
export declare const maximum: (lhs: SymbolOperand, rhs: SymbolOperand) => GraphSymbol;
/**
 * The smaller one, element by element.
 *
 * @example
 * ```ts
 * const y = sym.minimum(sym.Variable("x"), 2);
 * console.log(y.eval({ x: nd.array([1, 3]) })[0].toArray()); // [ 1, 2 ]
 * ```
 */
export declare const minimum: (lhs: SymbolOperand, rhs: SymbolOperand) => GraphSymbol;
/**
 * √(lhs² + rhs²), element by element.
 *
 * @example
 * ```ts
 * const y = sym.hypot(sym.Variable("x"), 4);
 * console.log(y.eval({ x: nd.array([3]) })[0].toArray()); // [ 5 ]
 * ```
 */
export declare const hypot: (lhs: SymbolOperand, rhs: SymbolOperand) => GraphSymbol;
/**
 * lhs to the power of rhs, element by element.
 *
 * @example
 * ```ts
 * const y = sym.power(2, sym.Variable("x"));
 * console.log(y.eval({ x: nd.array([3]) })[0].toArray()); // [ 8 ]
 * ```
 */
export declare const power: (lhs: SymbolOperand, rhs: SymbolOperand) => GraphSymbol;
/** Another name of `power`. */
export declare const pow: typeof power;
