import type { NDArray } from "../nd/ndarray.ts";
import type { DataBatch } from "./data-batch.ts";
import type { DataDesc } from "./data-desc.ts";
import { DataIter } from "./data-iter.ts";
/**
 * Another iterator with passes of a given number of batches: it begins anew within a pass, or ends before its end.
 *
 * @example
 * ```ts
 * const inner = new io.NDArrayIter(nd.arange(4), null, { batchSize: 2 });
 * const iter = new io.ResizeIter(inner, 3);
 * console.log([...iter].map(({ data }) => data[0]!.toArray())); // [ [ 0, 1 ], [ 2, 3 ], [ 0, 1 ] ]
 * ```
 */
export declare class ResizeIter extends DataIter {
    #private;
    readonly dataIter: DataIter;
    /** How many batches a pass has. */
    readonly size: number;
    /**
     * @param dataIter - the other iterator
     * @param size - how many batches a pass has
     * @param resetInternal - whether `reset` resets the other iterator, too
     */
    constructor(dataIter: DataIter, size: number, resetInternal?: boolean);
    get provideData(): readonly DataDesc[];
    get provideLabel(): readonly DataDesc[];
    reset(): void;
    iterNext(): boolean;
    /** The batch as the other iterator gave it. */
    next(): DataBatch | null;
    getData(): readonly NDArray[];
    getLabel(): readonly NDArray[];
    getIndex(): readonly number[] | null;
    getPad(): number | null;
}
