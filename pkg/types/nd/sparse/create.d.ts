import { type ArrayOptions, type CreateOptions } from "../create.ts";
import { type AnyTypedArray, type DType } from "../dtype.ts";
import { NDArray, type Nested, type StorageType } from "../ndarray.ts";
import { type CSRNDArray, type RowSparseNDArray, SparseNDArray } from "./arrays.ts";
/** A list of numbers or of rows. */
export type List = NDArray | Nested | AnyTypedArray;
/** What `csrMatrix` takes: elements with their places, a dense matrix, a csr matrix, or the shape of an empty one. */
export type CSRSource = {
    readonly data: List;
    readonly indices: List;
    readonly indptr: List;
} | {
    readonly data: List;
    readonly row: List;
    readonly col: List;
} | readonly [data: List, indices: List, indptr: List] | readonly [data: List, places: readonly [row: List, col: List]] | readonly [rows: number, columns: number] | NDArray | Nested;
/** What `rowSparseArray` takes: rows with their places, a dense or row-sparse array, or the shape of an empty one. */
export type RowSparseSource = {
    readonly data: List;
    readonly indices: List;
} | readonly [data: List, indices: List] | readonly number[] | NDArray | Nested;
/**
 * A matrix in compressed sparse rows.
 *
 * @param source - `{ data, indices, indptr }`: elements row by row with their columns, and where each row begins;
 * `{ data, row, col }`: elements and their places; both also as lists, as in MXNet; a dense or csr matrix; a shape, for zeros
 * @param options - `shape` (by default as small as the places allow), `dtype`
 * @throws MXNetError for places outside of the shape
 * @example
 * ```ts
 * const x = nd.sparse.csrMatrix({ data: [1, 2, 3], indices: [1, 0, 2], indptr: [0, 1, 3] }, { shape: [2, 3] });
 * console.log(x.toArray()); // [ [ 0, 1, 0 ], [ 2, 0, 3 ] ]
 * ```
 */
export declare function csrMatrix(source: CSRSource, options?: ArrayOptions): CSRNDArray;
/**
 * An array of which only some rows are stored.
 *
 * @param source - `{ data, indices }`: rows and where they belong, also as a list, as in MXNet; a dense or row-sparse
 * array; a shape, for zeros
 * @param options - `shape` (by default as small as the indices allow), `dtype`
 * @throws MXNetError for indices outside of the shape
 * @example
 * ```ts
 * const x = nd.sparse.rowSparseArray({ data: [[1, 2]], indices: [1] }, { shape: [3, 2] });
 * console.log(x.toArray()); // [ [ 0, 0 ], [ 1, 2 ], [ 0, 0 ] ]
 * ```
 */
export declare function rowSparseArray(source: RowSparseSource, options?: ArrayOptions): RowSparseNDArray;
/**
 * Zeros in a storage: nothing is stored in the sparse ones.
 *
 * @example
 * ```ts
 * console.log(nd.sparse.zeros("csr", [2, 3])); // <CSRNDArray 2x3 @cpu(0)>
 * ```
 */
export declare function zeros(stype: StorageType, shape: number | readonly number[], options?: CreateOptions | DType): NDArray;
/**
 * The same as `zeros`: an array without stored elements.
 *
 * @example
 * ```ts
 * console.log(nd.sparse.empty("row_sparse", [2, 3]).toArray()); // [ [ 0, 0, 0 ], [ 0, 0, 0 ] ]
 * ```
 */
export declare function empty(stype: StorageType, shape: number | readonly number[], options?: CreateOptions | DType): NDArray;
/** A copy of a sparse array. */
declare function sparseArray(source: NDArray, options?: CreateOptions): SparseNDArray;
/**
 * A copy of a sparse array, in another dtype if `dtype` says so.
 *
 * @throws TypeError for what is not sparse: `tostype` makes sparse arrays of dense ones
 * @example
 * ```ts
 * const x = nd.array([[0, 1]]).tostype("csr");
 * console.log(nd.sparse.array(x, { dtype: "int32" }).data.toArray()); // [ 1 ]
 * ```
 */
export { sparseArray as array };
/**
 * The same elements in another storage.
 *
 * @param data - the array
 * @param options - `stype`: `"default"`, `"row_sparse"` or `"csr"`
 * @throws MXNetError for a csr array of other than two dimensions, and between the sparse storages
 * @example
 * ```ts
 * const x = nd.castStorage(nd.array([[0, 0], [1, 2]]), { stype: "row_sparse" });
 * console.log(x.stype, x.indices.toArray()); // row_sparse [ 1n ]
 * ```
 */
export declare function castStorage(data: NDArray, options: {
    stype: "csr";
}): CSRNDArray;
export declare function castStorage(data: NDArray, options: {
    stype: "row_sparse";
}): RowSparseNDArray;
export declare function castStorage(data: NDArray, options: {
    stype: StorageType;
}): NDArray;
/**
 * The rows at these indices of a row-sparse array; the others become zero.
 *
 * @param data - a row-sparse array
 * @param indices - which rows
 * @example
 * ```ts
 * const x = nd.array([[1, 2], [3, 4], [5, 6]]).tostype("row_sparse");
 * console.log(nd.sparse.retain(x, nd.array([0, 2])).toArray()); // [ [ 1, 2 ], [ 0, 0 ], [ 5, 6 ] ]
 * ```
 */
export declare function retain(data: NDArray, indices: NDArray): RowSparseNDArray;
