import { NDArray } from "../nd/ndarray.ts";
/**
 * A Python float: `init.float(1)` is written `1.0`, where the number 1 is written `1`.
 *
 * @example
 * ```ts
 * console.log(new init.Normal(init.float(1)).dumps()); // ["normal", {"sigma": 1.0}]
 * ```
 */
export declare class Float {
    readonly value: number;
    constructor(value: number);
    valueOf(): number;
    /** Python's text of the float. */
    toString(): string;
}
/**
 * Marks a number as a Python float, for `dumps()` only: whole JavaScript numbers are written as ints otherwise.
 *
 * @example
 * ```ts
 * new init.Uniform(1).dumps(); // ["uniform", {"scale": 1}]
 * new init.Uniform(init.float(1)).dumps(); // ["uniform", {"scale": 1.0}]
 * ```
 */
export declare function float(value: number): Float;
/** A number as initializers take it. */
export type Real = number | Float;
/** A number or one marked as float, as a number; anything else is a TypeError. */
export declare function toNumber(value: unknown, what: string): number;
/** Numbers nested in lists, without the marks of floats. */
export declare function unmark(value: Json): Json;
/** What an initializer's parameters can be. */
export type Json = null | boolean | string | Real | bigint | NDArray | ArrayBufferView | readonly Json[] | {
    readonly [key: string]: Json;
};
/** `json.dumps(value)`: separators `", "` and `": "`, ASCII only; arrays become nested lists. */
export declare function dumpJson(value: Json): string;
/** `json.loads(text)`: floats that are whole come as `Float`, so that they are written as floats again. */
export declare function loadJson(text: string): Json;
/** Whether two parameters are equal, as Python's `==` on them: 1 equals 1.0; arrays are compared by shape and elements. */
export declare function equalJson(a: unknown, b: unknown): boolean;
