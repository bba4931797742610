import type { NDArray, StorageType } from "../ndarray.ts";
/** The storages that are not dense. */
export type SparseType = Exclude<StorageType, "default">;
/**
 * The parts of a sparse array, which never change. Row sparse: the rows at these indices. Csr: the elements row by row
 * in these columns, row i from `indptr[i]` to below `indptr[i + 1]`.
 */
export interface Parts {
    readonly data: NDArray;
    readonly indices: Int32Array;
    readonly indptr?: Int32Array | undefined;
}
/** Those of a csr matrix. */
export type MatrixParts = Parts & {
    readonly indptr: Int32Array;
};
/** Whole numbers of an array or a list. */
export declare function places(x: NDArray | ArrayLike<number | bigint>): Int32Array;
/** The rows of `x` at these places; differentiable. */
export declare function rowsAt(x: NDArray, at: Int32Array): NDArray;
/** Zeros with rows of `x` added at these places; differentiable. */
export declare function addRows(x: NDArray, at: Int32Array, count: number): NDArray;
/** The row of each element of a csr matrix. */
export declare function rowOfEach(indptr: Int32Array): Int32Array;
/** Where the rows of a csr matrix begin, from the row of each element in order. */
export declare function pointers(rows: Int32Array, count: number): Int32Array;
/** The dense array of these parts; differentiable. */
export declare function toDense({ data, indices, indptr }: Parts, shape: readonly number[]): NDArray;
/** The parts of a dense array: the rows that are not zero, or the elements. */
export declare function fromDense(x: NDArray, stype: SparseType): Parts;
/** No elements. */
export declare function noParts(stype: SparseType, shape: readonly number[], dtype: NDArray["dtype"]): Parts;
/** Distinct numbers in order, and the place among them of each number. */
export declare function unique(all: Int32Array): {
    sorted: Int32Array;
    inverse: Int32Array;
};
/** What is wrong with parts of an array of this shape, if anything. */
export declare function fault({ data, indices, indptr }: Parts, shape: readonly number[]): string | undefined;
/** The same of the places alone. */
export declare function badPlaces(indices: ArrayLike<number | bigint>, indptr: ArrayLike<number | bigint> | undefined, shape: readonly number[]): string | undefined;
