import { NDArrayMethods } from "../generated/methods.ts";
import { type Cell } from "../runtime/cell.ts";
import { type DType, type TypedArray } from "./dtype.ts";
import { type Index } from "./indexing.ts";
import type { CSRNDArray, RowSparseNDArray } from "./sparse/arrays.ts";
/** Numbers nested as deep as the array has dimensions. */
export type Nested = number | bigint | readonly Nested[];
/** What backward does with a gradient: replaces the buffer, adds to it, or nothing. */
export type GradReq = "write" | "add" | "null";
/** The code of a `gradReq`. */
export declare function gradReqCode(req: string): number;
/** Checks the name of a storage. */
export declare function checkStype(stype: string, op: string): StorageType;
/** Cuts the tie between a variable that is marked anew and the array of its old gradient, which keeps its buffer. */
export declare function forgetGrad(cell: Cell): void;
/** How elements are stored. */
export type StorageType = "default" | "row_sparse" | "csr";
/** What `attachGrad` takes besides `gradReq`. */
export interface AttachGradOptions {
    /** How the gradient is stored; as the array itself by default. */
    stype?: StorageType | undefined;
}
/** Whether some of these arrays are sparse. */
export declare function anySparse(arrays: readonly NDArray[]): boolean;
/** The one device there is. */
export interface Context {
    readonly deviceType: "cpu";
    readonly deviceId: number;
    toString(): string;
}
/** A number, or anything that broadcasts. */
export type Operand = NDArray | number;
/**
 * A dense, row-major array of one element type. It lives in the core's memory, which frees itself; `dispose`, `using`
 * and `mx.scope` give memory back sooner.
 *
 * @example
 * ```ts
 * const x = nd.array([[1, 2], [3, 4]]);
 * console.log(x.mul(2).add(1).toArray()); // [ [ 3, 5 ], [ 7, 9 ] ]
 * ```
 */
export declare class NDArray extends NDArrayMethods {
    #private;
    /** How the elements are stored: `"default"`, `"row_sparse"` or `"csr"`. */
    get stype(): StorageType;
    /** The same elements in another storage; this array if it is stored so. A sparse one becomes dense by `"default"`. */
    tostype(stype: "csr"): CSRNDArray;
    tostype(stype: "row_sparse"): RowSparseNDArray;
    tostype(stype: StorageType): NDArray;
    /** The dimensions, outermost first. */
    get shape(): number[];
    /** The element type. */
    get dtype(): DType;
    /** The number of elements. */
    get size(): number;
    /** The number of dimensions. */
    get ndim(): number;
    /** The size of the first dimension. */
    get length(): number;
    /** The axes in reverse order; differentiable. */
    get T(): NDArray;
    /** The device. */
    get context(): Context;
    /** The device, under Python's other name. */
    get ctx(): Context;
    /** A copy of the elements, flat and row-major. float16 comes as a `Float32Array`, int64 as a `BigInt64Array`. */
    toTypedArray(): TypedArray;
    /** A copy of the elements as nested arrays; int64 elements are bigints. */
    toArray(): Nested[];
    /** The one element of an array of size 1, as a number. */
    asscalar(): number;
    /** MXNet's name for `asscalar`. */
    item(): number;
    /** What Python prints. */
    toString(): string;
    /** The subarrays along the first axis; the numbers of a 1-dimensional array come as arrays of shape (1,), as in MXNet. */
    [Symbol.iterator](): Generator<NDArray, void, undefined>;
    /**
     * The subarray at an index of the first axes; negative ones count from the end. Outside of recording it shares memory.
     */
    at(...index: number[]): NDArray;
    /**
     * A part of the array: one index an axis. An index is a number, a Python slice as text (`"1:3"`, `"::2"`), `":"` for all,
     * a list or an NDArray of places, or null for a new axis.
     */
    slice(...index: Index[]): NDArray;
    /** Writes a value (a number, an array that broadcasts, or nested numbers) to the place that an index names, or to all. */
    set(value: NDArray | Nested | TypedArray, ...index: Index[]): this;
    /** The subarrays at these places of an axis (`axis: 0`); places out of range are clipped (`mode: "clip"`) or wrapped. */
    take(indices: NDArray | readonly number[], options?: {
        axis?: number;
        mode?: "clip" | "wrap" | "raise";
    }): NDArray;
    /** this + other */
    add(other: Operand): NDArray;
    /** this - other */
    sub(other: Operand): NDArray;
    /** this · other */
    mul(other: Operand): NDArray;
    /** this / other */
    div(other: Operand): NDArray;
    /** The remainder of this / other, with the sign of other. */
    mod(other: Operand): NDArray;
    /** this to the other */
    pow(other: Operand): NDArray;
    /** -this */
    neg(): NDArray;
    /** other - this */
    rsub(other: Operand): NDArray;
    /** other / this */
    rdiv(other: Operand): NDArray;
    /** The remainder of other / this, with the sign of this. */
    rmod(other: Operand): NDArray;
    /** other to the this */
    rpow(other: Operand): NDArray;
    /** 1 where equal, else 0, in this dtype. */
    equal(other: Operand): NDArray;
    /** 1 where not equal, else 0, in this dtype. */
    notEqual(other: Operand): NDArray;
    /** 1 where this > other, else 0, in this dtype. */
    greater(other: Operand): NDArray;
    /** 1 where this ≥ other, else 0, in this dtype. */
    greaterEqual(other: Operand): NDArray;
    /** 1 where this < other, else 0, in this dtype. */
    lesser(other: Operand): NDArray;
    /** 1 where this ≤ other, else 0, in this dtype. */
    lesserEqual(other: Operand): NDArray;
    /** this += other, in place. */
    addi(other: Operand): this;
    /** this -= other, in place. */
    subi(other: Operand): this;
    /** this *= other, in place. */
    muli(other: Operand): this;
    /** this /= other, in place. */
    divi(other: Operand): this;
    /** this %= other, in place. */
    modi(other: Operand): this;
    /**
     * The elements under another shape, in MXNet's code (0 keeps, -1 infers, -2 keeps the rest, -3 merges two, -4 splits
     * one). Outside of recording the result shares memory.
     */
    reshape(...args: [shape: readonly number[], options?: {
        reverse?: boolean;
    }] | number[]): NDArray;
    /** The elements in another type; a copy unless `copy` is false and the type is this one. Differentiable. */
    astype(dtype: DType, copy?: boolean): NDArray;
    /** A copy in memory of its own; differentiable. */
    copy(): NDArray;
    /** Copies the elements into another array of this shape, and returns that; differentiable. */
    copyto(target: NDArray): NDArray;
    /** This array: there is one device. */
    asInContext(_context: Context): NDArray;
    /** The gradient buffer, or null for an array without one. */
    get grad(): NDArray | null;
    /**
     * Makes this array a variable: backward stores its gradient in a new buffer of zeros. Its own history is cut.
     *
     * @param gradReq - what backward does with the buffer: `"write"`, `"add"` or `"null"`
     * @param options - `stype`: how the gradient is stored. A `"row_sparse"` one holds only the rows that it has: those that
     * `Embedding` with `sparseGrad`, `take` and products with csr matrices reach
     */
    attachGrad(gradReq?: GradReq, options?: AttachGradOptions): void;
    /** The same memory outside of every graph. */
    detach(): NDArray;
    /**
     * Computes the gradients of this array with respect to the variables it came from.
     *
     * @param outGrad - the weight of each element; ones by default
     */
    backward(outGrad?: NDArray | null, options?: {
        retainGraph?: boolean;
        trainMode?: boolean;
    }): void;
    /** Frees the array at once. Reading it afterwards is an error; graphs keep what they need of it. */
    dispose(): void;
    /** Does nothing: every call has finished when it returns. */
    waitToRead(): void;
}
