import type { NDArray } from "../nd/ndarray.ts";
import { DataBatch } from "./data-batch.ts";
import { DataDesc } from "./data-desc.ts";
import { DataIter } from "./data-iter.ts";
import { type DataSources } from "./sources.ts";
/** What becomes of rows that do not fill a batch. */
export type LastBatchHandle = "pad" | "discard" | "roll_over";
/** What `NDArrayIter` takes besides the arrays. */
export interface NDArrayIterOptions {
    /** How many examples a batch has. Default: 1. */
    batchSize?: number | undefined;
    /** Whether every pass is in another order, drawn from `mx.np.random`. Default: false. */
    shuffle?: boolean | undefined;
    /**
     * What becomes of rows that do not fill a batch: the first rows fill it (`"pad"`, the default), they are left out, or they
     * come first in the next pass.
     */
    lastBatchHandle?: LastBatchHandle | undefined;
    /** The name of the data, if it has none. Default: `data`. */
    dataName?: string | undefined;
    /** The name of the labels, if they have none. Default: `softmax_label`. */
    labelName?: string | undefined;
    /** What each axis is; batches are cut along N. Default: `NCHW`. */
    layout?: string | undefined;
}
/**
 * Batches of rows of arrays. Data and labels are one array each, lists of them, or arrays by name; other arguments come by
 * position in MXNet's order, or as options.
 *
 * @example
 * ```ts
 * const data = nd.arange(10).reshape([5, 2]);
 * const iter = new io.NDArrayIter(data, nd.arange(5), { batchSize: 2 });
 * for (const batch of iter) console.log(batch.label![0]!.toArray(), batch.pad);
 * // [ 0, 1 ] 0
 * // [ 2, 3 ] 0
 * // [ 4, 0 ] 1
 * iter.reset();
 * ```
 */
export declare class NDArrayIter extends DataIter {
    #private;
    /** The rows by name. */
    readonly data: readonly (readonly [name: string, array: NDArray])[];
    /** The labels by name. */
    readonly label: readonly (readonly [name: string, array: NDArray])[];
    /** How many rows there are. */
    readonly numData: number;
    readonly layout: string;
    readonly lastBatchHandle: LastBatchHandle;
    constructor(data: DataSources, options: NDArrayIterOptions);
    constructor(data: DataSources, label?: DataSources | null, options?: NDArrayIterOptions);
    constructor(data: DataSources, label: DataSources | null, batchSize: number, shuffle?: boolean, lastBatchHandle?: LastBatchHandle, dataName?: string, labelName?: string, layout?: string);
    get provideData(): readonly DataDesc[];
    get provideLabel(): readonly DataDesc[];
    reset(): void;
    /** Goes back to the start, and forgets the rows that are left of the pass before. */
    hardReset(): void;
    iterNext(): boolean;
    next(): DataBatch | null;
    getData(): readonly NDArray[];
    getLabel(): readonly NDArray[];
    getPad(): number;
}
