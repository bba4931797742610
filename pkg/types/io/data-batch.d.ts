import { NDArray } from "../nd/ndarray.ts";
import type { DataDesc } from "./data-desc.ts";
/** What a `DataBatch` holds besides its data. */
export interface DataBatchOptions {
    /** The labels; none by default. */
    label?: readonly NDArray[] | null | undefined;
    /** How many rows at the end are there only to fill the batch. */
    pad?: number | null | undefined;
    /** The numbers of the examples. */
    index?: readonly number[] | null | undefined;
    /** Which bucket the batch belongs to, for models of several lengths. */
    bucketKey?: unknown;
    /** What `data` holds, if it differs from what the iterator says. */
    provideData?: readonly DataDesc[] | null | undefined;
    /** What `label` holds, if it differs from what the iterator says. */
    provideLabel?: readonly DataDesc[] | null | undefined;
}
/**
 * One step's inputs and labels. Arguments come by position in MXNet's order, or as options behind the data.
 *
 * @example
 * ```ts
 * const batch = new io.DataBatch([nd.ones([2, 3])], { label: [nd.zeros([2])], pad: 0 });
 * console.log(String(batch)); // DataBatch: data shapes: [(2, 3)] label shapes: [(2,)]
 * ```
 */
export declare class DataBatch {
    data: readonly NDArray[];
    label: readonly NDArray[] | null;
    pad: number | null;
    index: readonly number[] | null;
    bucketKey: unknown;
    provideData: readonly DataDesc[] | null;
    provideLabel: readonly DataDesc[] | null;
    constructor(data: readonly NDArray[], options?: DataBatchOptions);
    constructor(data: readonly NDArray[], label: readonly NDArray[] | null, pad?: number | null, index?: readonly number[] | null, bucketKey?: unknown, provideData?: readonly DataDesc[] | null, provideLabel?: readonly DataDesc[] | null);
    /** Frees the batch's arrays at once. Never a duty. */
    dispose(): void;
    toString(): string;
}
