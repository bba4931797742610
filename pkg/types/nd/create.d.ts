import { type AnyTypedArray, type DType } from "./dtype.ts";
import { type Context, NDArray, type Nested } from "./ndarray.ts";
/** What the making functions take besides the shape. */
export interface CreateOptions {
    /** The element type; float32 by default. */
    dtype?: DType | undefined;
    /** Accepted for MXNet's sake: there is one device. */
    ctx?: Context | undefined;
}
/** What `nd.array` takes. */
export interface ArrayOptions extends CreateOptions {
    /** The shape, for flat data; the nesting gives it otherwise. */
    shape?: readonly number[] | undefined;
}
/** Checks a shape. */
export declare function checkShape(shape: unknown, op: string): number[];
/**
 * An array of these values, converted to the dtype.
 *
 * @param source - nested numbers, a number, a typed array or an NDArray (which is copied)
 * @param options - `dtype` (by default that of a typed array or NDArray, else float32) and `shape` for flat data
 * @example
 * ```ts
 * nd.array([[1, 2], [3, 4]], { dtype: "int32" });
 * nd.array(new Float32Array(6), { shape: [2, 3] });
 * ```
 */
export declare function array(source: Nested | AnyTypedArray | NDArray, options?: ArrayOptions | DType): NDArray;
/**
 * An array of zeros.
 *
 * @example
 * ```ts
 * console.log(nd.zeros([2, 2]).toArray()); // [ [ 0, 0 ], [ 0, 0 ] ]
 * ```
 */
export declare function zeros(shape: number | readonly number[], options?: CreateOptions | DType): NDArray;
/**
 * An array of ones.
 *
 * @example
 * ```ts
 * console.log(nd.ones([2, 2], { dtype: "int32" }).toArray()); // [ [ 1, 1 ], [ 1, 1 ] ]
 * ```
 */
export declare function ones(shape: number | readonly number[], options?: CreateOptions | DType): NDArray;
/**
 * An array of one value.
 *
 * @example
 * ```ts
 * console.log(nd.full([2], 7).toArray()); // [ 7, 7 ]
 * ```
 */
export declare function full(shape: number | readonly number[], value: number, options?: CreateOptions | DType): NDArray;
/**
 * An array whose values do not matter (zeros).
 *
 * @example
 * ```ts
 * const buffer = nd.empty([2, 3]);
 * nd.exp(nd.ones([2, 3]), { out: buffer });
 * ```
 */
export declare function empty(shape: number | readonly number[], options?: CreateOptions | DType): NDArray;
/**
 * The numbers start, start + step, … below stop, each repeated `repeat` times.
 *
 * @param start - the first number; the end when `stop` is missing (then the range starts at 0)
 * @param stop - the end, not included
 * @param step - the distance between numbers
 * @example
 * ```ts
 * nd.arange(3).toArray(); // [0, 1, 2]
 * nd.arange(1, 2, 0.5).toArray(); // [1, 1.5]
 * ```
 */
export declare function arange(start: number, stop?: number | null | (CreateOptions & {
    repeat?: number;
    step?: number;
    stop?: number;
}), step?: number | (CreateOptions & {
    repeat?: number;
}), options?: CreateOptions & {
    repeat?: number;
}): NDArray;
/**
 * `num` evenly spaced numbers from start to stop.
 *
 * @example
 * ```ts
 * console.log(nd.linspace(0, 1, 5).toArray()); // [ 0, 0.25, 0.5, 0.75, 1 ]
 * ```
 */
export declare function linspace(start: number, stop: number, num: number, options?: CreateOptions & {
    endpoint?: boolean;
}): NDArray;
/**
 * A matrix with ones on diagonal `k`; square when `M` is 0.
 *
 * @example
 * ```ts
 * console.log(nd.eye(2).toArray()); // [ [ 1, 0 ], [ 0, 1 ] ]
 * ```
 */
export declare function eye(N: number, M?: number, k?: number, options?: CreateOptions): NDArray;
