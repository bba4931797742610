import type { SymbolInput, SymbolOptions } from "./create.ts";
import type { GraphSymbol } from "./symbol.ts";
/** An operator's options, those of all symbols, and the inputs by name. */
type Options<O, I extends string> = Omit<O, "out"> & SymbolOptions & {
    [input in I]?: GraphSymbol | undefined;
};
/** Whether options may be left out: none of them is required. */
type Given<O> = object extends Omit<O, "out"> ? "optional" : "required";
/** A function of symbols, given by position and then by name in the options; those left out become variables. */
export type SymbolFunction<O, I extends string> = (...args: Given<O> extends "optional" ? SymbolInput[] | [...SymbolInput[], Options<O, I>] : [...SymbolInput[], Options<O, I>]) => GraphSymbol;
/** A function of any number of symbols, given one by one or as a list. */
export type SymbolFunctionOfMany<O> = (...args: GraphSymbol[] | [...GraphSymbol[], Options<O, never>] | [readonly GraphSymbol[], Options<O, never>?]) => GraphSymbol;
export {};
