import type { DType } from "../nd/dtype.ts";
import { type SymbolOptions } from "./create.ts";
import type { GraphSymbol } from "./symbol.ts";
/** What they take besides the operators' own options. */
export interface CreationOptions extends SymbolOptions {
    /** The element type; float32 by default. */
    dtype?: DType | undefined;
}
/**
 * Zeros of a shape; sizes of 0 are inferred.
 *
 * @example
 * ```ts
 * console.log(sym.zeros([2, 3]).inferShape({})[1]); // [ [ 2, 3 ] ]
 * ```
 */
export declare function zeros(shape: number | readonly number[], options?: CreationOptions): GraphSymbol;
/**
 * Ones of a shape; sizes of 0 are inferred.
 *
 * @example
 * ```ts
 * console.log(sym.ones([2]).eval({})[0].toArray()); // [ 1, 1 ]
 * ```
 */
export declare function ones(shape: number | readonly number[], options?: CreationOptions): GraphSymbol;
/**
 * One number in a shape.
 *
 * @example
 * ```ts
 * console.log(sym.full([2], 1.5).eval({})[0].toArray()); // [ 1.5, 1.5 ]
 * ```
 */
export declare function full(shape: number | readonly number[], value: number, options?: CreationOptions): GraphSymbol;
/**
 * Evenly spaced numbers from `start` (0 if there is only one bound) up to `stop`, each `repeat` times.
 *
 * @example
 * ```ts
 * console.log(sym.arange(3).eval({})[0].toArray()); // [ 0, 1, 2 ]
 * ```
 */
export declare function arange(start: number, stop?: number | null, options?: CreationOptions & {
    step?: number;
    repeat?: number;
}): GraphSymbol;
/**
 * A matrix with ones on a diagonal.
 *
 * @example
 * ```ts
 * console.log(sym.eye(2).eval({})[0].toArray()); // [ [ 1, 0 ], [ 0, 1 ] ]
 * ```
 */
export declare function eye(N: number, M?: number, k?: number, options?: CreationOptions): GraphSymbol;
/**
 * `num` evenly spaced numbers from start to stop, which `endpoint: false` leaves out.
 *
 * @example
 * ```ts
 * console.log(sym.linspace(0, 1, 5).eval({})[0].toArray()); // [ 0, 0.25, 0.5, 0.75, 1 ]
 * ```
 */
export declare function linspace(start: number, stop: number, num: number, options?: CreationOptions & {
    endpoint?: boolean;
}): GraphSymbol;
