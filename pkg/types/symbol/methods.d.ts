import { NDArrayMethods } from "../generated/methods.ts";
import type { SliceOptions, TakeOptions } from "../generated/ops.ts";
import type { DType } from "../nd/dtype.ts";
import { type SymbolIndex } from "./slice.ts";
import { GraphSymbol } from "./symbol.ts";
/** A method that is an operator: options by name in one object, or by position in MXNet's order; `name` among them. */
type SymbolMethod = (...args: unknown[]) => GraphSymbol;
/** What symbols compute by methods, as arrays do: `x.exp()`, `x.sum({ axis: 1 })`, `x.reshape([0, -1])`. */
export type SymbolMethods = {
    readonly [K in keyof NDArrayMethods]: SymbolMethod;
} & {
    /** With another shape; 0 keeps a size, -1 takes the rest. */
    reshape(shape: readonly number[], options?: {
        reverse?: boolean;
        name?: string;
    }): GraphSymbol;
    /** With another element type. */
    astype(dtype: DType, options?: {
        name?: string;
    }): GraphSymbol;
    /**
     * A part: for each axis a place, a Python slice as text (`"1:3"`, `"::2"`, `":"`), or null for a new axis, as arrays are
     * indexed; or the options of `sym.slice`.
     */
    slice(...index: SymbolIndex[]): GraphSymbol;
    slice(options: SliceOptions & {
        name?: string;
    }): GraphSymbol;
    /** The parts along an axis that are in the places of the indices. */
    take(indices: GraphSymbol, options?: TakeOptions & {
        name?: string;
    }): GraphSymbol;
};
/** Gives a prototype the methods, the first time that a symbol is made. */
export declare function addMethods(prototype: object): void;
export {};
