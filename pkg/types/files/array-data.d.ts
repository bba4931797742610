import { type DType } from "../nd/dtype.ts";
import { NDArray } from "../nd/ndarray.ts";
/** An array that a reader found. */
export interface ArrayData {
    readonly name: string;
    readonly shape: readonly number[];
    readonly type: ElementType;
    /** The elements, in row-major order. */
    readonly data: Uint8Array;
}
/** An element type of a file: its size, and what becomes of it here. */
export interface ElementType {
    readonly size: number;
    readonly dtype: DType;
    /** Reads an element of a type that is not ours. */
    readonly read?: (view: DataView, at: number) => number | bigint;
}
/**
 * The element type of a kind and bits, `f32`: ours, and those that fit into them. Brain floats become float32. A function,
 * so that bundlers can leave it out.
 */
export declare function elementType(name: string): ElementType | undefined;
/** The number of elements of a shape, or NaN if it is none or more than an array can have. */
export declare function elementsOf(shape: readonly unknown[]): number;
/** Arrays of what a reader found. What has no dimension gets one. */
export declare function makeArrays(list: readonly ArrayData[]): NDArray[];
/** The same by name. */
export declare function makeNamed(list: readonly ArrayData[]): {
    [name: string]: NDArray;
};
/** The kind and bits of our type. */
export declare function elementName(dtype: DType): string;
