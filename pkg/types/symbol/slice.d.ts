import type { GraphSymbol } from "./symbol.ts";
/** An index of an axis: a place, a Python slice as text, or null for a new axis. */
export type SymbolIndex = number | string | null;
/** A part of a symbol, of which only the axes that are named have to exist. */
export declare function sliceSymbol(x: GraphSymbol, index: readonly unknown[]): GraphSymbol;
