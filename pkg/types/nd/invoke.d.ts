import type { Attrs, AttrValue } from "../runtime/attrs.ts";
import { NDArray } from "./ndarray.ts";
/** What every operator function takes besides its own options. */
export interface OutOption {
    /** An array, or a list of them, to write the results into; they are returned. */
    out?: NDArray | readonly NDArray[] | undefined;
    /** The name that the result has where it is a symbol; arrays have none. */
    name?: string | undefined;
}
/** Refuses what is not an array, naming the operator and the argument. */
export declare function expectNDArray(x: unknown, op: string, arg: string): asserts x is NDArray;
/** A value in a few words, for messages. */
export declare function describe(x: unknown): string;
/**
 * Calls any operator of the registry by MXNet's name.
 *
 * @param op - MXNet's name of the operator, or an alias
 * @param inputs - the tensors, in MXNet's order
 * @param attrs - attributes by name (MXNet's or camelCase), as MXNet's texts or plain values
 * @param options - `out`: arrays to write the results into
 * @returns all visible outputs
 * @throws MXNetError for an unknown operator or attribute, and for inputs that do not fit
 * @example
 * ```ts
 * const [y] = nd.invoke("_plus_scalar", [nd.ones([2])], { scalar: "1.5" });
 * ```
 */
export declare function invoke(op: string, inputs?: readonly NDArray[], attrs?: {
    readonly [name: string]: AttrValue;
}, options?: OutOption): NDArray[];
/** Splits the trailing options object off an operator function's arguments and calls the operator. */
export declare function apply(op: string, args: readonly unknown[]): NDArray | NDArray[];
/** The same for operators of any number of tensors, given one by one or as one list; `count` is their number's name. */
export declare function applyVariadic(op: string, count: string | null, args: readonly unknown[]): NDArray | NDArray[];
/** Calls an operator of one output. */
export declare function invoke1(op: string, inputs: readonly NDArray[], attrs?: Attrs): NDArray;
/** Calls an operator as a method: after so many arrays come attributes of these names, or options. */
export declare function applyMethod(op: string, self: unknown, args: readonly unknown[], names?: readonly string[], arrays?: number): NDArray | NDArray[];
/** A method's arguments as options: an options object, or the attributes by position. */
export declare function methodOptions(names: readonly string[], args: readonly unknown[]): Attrs & OutOption;
