import { type OpDescription } from "../nd/registry.ts";
import { type AttrTexts } from "./attribute.ts";
import { GraphSymbol } from "./symbol.ts";
/** What every operator's function takes besides the operator's own options. */
export interface SymbolOptions {
    /** The name; by default the operator's in lower case and a number. */
    name?: string | null | undefined;
    /** Attributes of the node, such as `__lr_mult__`. */
    attr?: AttrTexts | null | undefined;
}
/** A symbol, or nothing: what is left out becomes a variable. */
export type SymbolInput = GraphSymbol | null | undefined;
/** Whether a value is the options at the end of a call. */
export declare const isOptions: (x: unknown) => x is Record<string, unknown>;
/** Refuses what is not a symbol. */
export declare function expectSymbol(x: unknown, op: string, arg: string): asserts x is GraphSymbol;
/** Makes the symbol of an operator. */
export declare function atomic(op: string, hint: string, inputs: readonly (readonly [key: string, symbol: GraphSymbol])[], attrs: Readonly<Record<string, string>>, options?: SymbolOptions): GraphSymbol;
/** Reads the arguments of an operator's function: symbols, then options, among which symbols may be, too. */
export declare function makeSymbol(op: OpDescription, hint: string, args: readonly unknown[]): GraphSymbol;
/**
 * Makes the symbol of any operator by MXNet's name.
 *
 * @param op - MXNet's name of the operator, or an alias
 * @param inputs - the symbols, in MXNet's order; what is left out becomes a variable
 * @param attrs - attributes by name, and `name` and `attr`
 * @example
 * ```ts
 * console.log(sym.invoke("_plus_scalar", [sym.Variable("x")], { scalar: 1, name: "y" }).listOutputs()); // [ 'y_output' ]
 * ```
 */
export declare function invoke(op: string, inputs?: readonly SymbolInput[], attrs?: SymbolOptions & {
    readonly [name: string]: unknown;
}): GraphSymbol;
