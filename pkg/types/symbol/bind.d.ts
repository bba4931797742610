import { type GradReq, NDArray } from "../nd/ndarray.ts";
import { Executor, type ReshapeOptions } from "./executor.ts";
import type { GraphSymbol, Shapes, Types } from "./symbol.ts";
export type { Executor } from "./executor.ts";
/** Arrays in order, or by name. */
export type Arrays = readonly (NDArray | null)[] | Readonly<Record<string, NDArray | null>>;
/** One `gradReq` for all arguments, one for each, or some by name (none for the others). */
export type GradReqs = GradReq | readonly GradReq[] | Readonly<Record<string, GradReq>>;
/** What `bind` takes, by name. */
export interface BindOptions {
    /** The arguments' arrays. */
    args: Arrays;
    /** Arrays for their gradients. */
    argsGrad?: Arrays | null | undefined;
    /** What backward does with each. */
    gradReq?: GradReqs | undefined;
    /** The auxiliary states' arrays. */
    auxStates?: Arrays | null | undefined;
}
/** What `simpleBind` takes. */
export interface SimpleBindOptions {
    /** What backward does with the gradients; `write` by default. */
    gradReq?: GradReqs | undefined;
    /** Types of arguments by name; float32 where nothing says otherwise. */
    typeDict?: Types | undefined;
    /** Shapes of arguments by name; the others follow. */
    shapes?: Shapes | undefined;
}
/** Everything that an executor stands on. */
export interface Bindings {
    readonly symbol: GraphSymbol;
    readonly argNames: readonly string[];
    readonly auxNames: readonly string[];
    readonly args: readonly NDArray[];
    readonly grads: readonly (NDArray | null)[];
    /** A digit for each argument: 0 null, 1 write, 2 add. */
    readonly reqs: string;
    readonly aux: readonly NDArray[];
}
/** `Symbol.bind` */
export declare function bind(symbol: GraphSymbol, _ctx: unknown, args: Arrays | BindOptions, argsGrad?: Arrays | null, gradReq?: GradReqs, auxStates?: Arrays | null): Executor;
/** `Symbol.simpleBind` */
export declare function simpleBind(symbol: GraphSymbol, given: readonly unknown[]): Executor;
/** The bindings of `Executor.reshape`. */
export declare function reshaped(old: Bindings, shapes: Readonly<Record<string, readonly number[]>>, { partialShaping, allowUpSizing }: ReshapeOptions): Bindings;
