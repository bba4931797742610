import type { Cell } from "../../runtime/cell.ts";
import type { DType, TypedArray } from "../dtype.ts";
import { type Index } from "../indexing.ts";
import { NDArray, type Nested, type StorageType } from "../ndarray.ts";
import { type Parts, type SparseType } from "./parts.ts";
/**
 * What both sparse storages share. Operators that know no sparse arrays get dense copies.
 *
 * @example
 * ```ts
 * console.log(nd.sparse.zeros("csr", [2, 2]) instanceof nd.sparse.SparseNDArray); // true
 * ```
 */
export declare abstract class SparseNDArray extends NDArray {
    #private;
    abstract get stype(): SparseType;
    get cell(): Cell;
    get cells(): readonly Cell[];
    get shape(): number[];
    get dtype(): DType;
    protected variable(): NDArray;
    get grad(): NDArray | null;
    /** A copy of the stored elements: of csr a list, of row sparse the rows. */
    get data(): NDArray;
    /** Where the stored elements belong: of csr their columns, of row sparse the rows. */
    get indices(): NDArray;
    toString(): string;
    set(value: NDArray | Nested | TypedArray, ...index: Index[]): this;
    reshape(): never;
    detach(): NDArray;
}
/**
 * A matrix in compressed sparse rows: the elements that are not zero, row by row.
 *
 * @example
 * ```ts
 * const x = nd.sparse.csrMatrix([[0, 1, 0], [2, 0, 3]]);
 * console.log(x.data.toArray(), x.indices.toArray(), x.indptr.toArray()); // [ 1, 2, 3 ] [ 1n, 0n, 2n ] [ 0n, 1n, 3n ]
 * ```
 */
export declare class CSRNDArray extends SparseNDArray {
    get stype(): "csr";
    /** Where each row begins among the elements; one more number, where the last ends. */
    get indptr(): NDArray;
    /** The row at an index as a csr matrix, as in MXNet. */
    at(...index: number[]): NDArray;
    /** Rows as a csr matrix: one index or a slice of the first axis. */
    slice(...index: Index[]): NDArray;
}
/**
 * An array of which only some rows are stored; the others are zero. Gradients of tables are such.
 *
 * @example
 * ```ts
 * const x = nd.sparse.rowSparseArray([[[1, 2], [3, 4]], [0, 2]], { shape: [4, 2] });
 * console.log(x.toArray()); // [ [ 1, 2 ], [ 0, 0 ], [ 3, 4 ], [ 0, 0 ] ]
 * ```
 */
export declare class RowSparseNDArray extends SparseNDArray {
    get stype(): "row_sparse";
    /** The rows at these indices alone. */
    retain(indices: NDArray): NDArray;
    at(): never;
    slice(...index: Index[]): NDArray;
}
/** A sparse array of these parts. */
export declare function sparseOf(stype: SparseType, shape: readonly number[], parts: Parts): SparseNDArray;
/** The same elements in another storage. */
export declare function toStorage(x: NDArray, stype: StorageType): NDArray;
