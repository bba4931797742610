import type { BlockOptions } from "./block.ts";
/**
 * The arguments of a block's constructor by name: by position in MXNet's order, or in an options object at the end.
 *
 * @param what - the class, for messages
 * @param defaults - the parameters in MXNet's order; undefined for those that must be given
 * @param args - what was passed
 */
export declare function readBlock<T extends {
    readonly [name: string]: unknown;
}>(what: string, defaults: T, args: readonly unknown[]): T & BlockOptions;
/** A number once for each axis, or the numbers themselves; null stays null. */
export declare function perAxis(what: string, value: number | readonly number[], axes: number): readonly number[];
