import type { NDArray } from "../nd/ndarray.ts";
import { DataBatch } from "./data-batch.ts";
import { DataDesc } from "./data-desc.ts";
import { DataIter } from "./data-iter.ts";
/** New names by old ones, for each iterator. */
export type Renames = readonly {
    readonly [name: string]: string;
}[];
/**
 * Several iterators as one, whose batches hold what all of theirs hold, under other names if asked. MXNet reads ahead in
 * threads; here a batch is read when it is asked for.
 *
 * @example
 * ```ts
 * const [a, b] = [nd.ones([4, 2]), nd.zeros([4, 3])].map((x) => new io.NDArrayIter(x, null, { batchSize: 2 }));
 * const iter = new io.PrefetchingIter([a!, b!], [{ data: "left" }, { data: "right" }]);
 * console.log(iter.provideData.map(String).join());
 * // DataDesc[left,(2, 2),float32,NCHW],DataDesc[right,(2, 3),float32,NCHW]
 * ```
 */
export declare class PrefetchingIter extends DataIter {
    #private;
    readonly iters: readonly DataIter[];
    /**
     * @param iters - the iterators, which must have equally many batches
     * @param renameData - for each the new names of its data
     * @param renameLabel - for each the new names of its labels
     */
    constructor(iters: DataIter | readonly DataIter[], renameData?: Renames | null, renameLabel?: Renames | null);
    get provideData(): readonly DataDesc[];
    get provideLabel(): readonly DataDesc[];
    reset(): void;
    iterNext(): boolean;
    next(): DataBatch | null;
    getData(): readonly NDArray[];
    getLabel(): readonly NDArray[];
    getIndex(): readonly number[] | null;
    getPad(): number | null;
}
