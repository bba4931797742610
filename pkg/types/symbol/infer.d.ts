import { type DType } from "../nd/dtype.ts";
import type { GraphSymbol } from "./symbol.ts";
/** What is known of a value: sizes of 0 are unknown. */
export interface Inferred {
    readonly shape: number[] | null;
    readonly dtype: DType | null;
}
/** Arguments, outputs and auxiliary states. */
export type Three<T> = [args: T, outputs: T, auxiliary: T];
/** Whether all sizes are known. */
export declare const isFull: (shape: readonly number[] | null) => shape is number[];
/** Infers from what is known of arguments by name. */
export declare function infer(symbol: GraphSymbol, shapes: Readonly<Record<string, readonly number[] | null | undefined>>, types: Readonly<Record<string, string | null | undefined>>): Three<Inferred[]>;
/** What `inferShape` and `inferType` take: by name in one object, or by position. */
export declare function byName<T>(symbol: GraphSymbol, args: readonly unknown[], what: string): Record<string, T>;
