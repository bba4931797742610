import type { NDArray } from "../nd/ndarray.ts";
import { DataBatch } from "./data-batch.ts";
import type { DataDesc } from "./data-desc.ts";
/**
 * The base of data iterators. `next()` gives batch after batch, then null; `reset()` goes back to the start. Loops do the
 * same: `for (const batch of iter)`, or `for await`, which lets the event loop turn now and then.
 *
 * A subclass says what it gives (`provideData`, `provideLabel`), and either overrides `iterNext`, `getData`, `getLabel` and
 * `getPad`, or `next`.
 *
 * @example
 * ```ts
 * class Counting extends io.DataIter {
 *   at = -1;
 *   provideData = [new io.DataDesc("data", [1, 2])];
 *   provideLabel = [];
 *   reset() {
 *     this.at = -1;
 *   }
 *   override iterNext() {
 *     return ++this.at < 3;
 *   }
 *   override getData() {
 *     return [nd.full([1, 2], this.at)];
 *   }
 * }
 * console.log([...new Counting(1)].map((batch) => batch.data[0]!.toArray()));
 * // [ [ [ 0, 0 ] ], [ [ 1, 1 ] ], [ [ 2, 2 ] ] ]
 * ```
 */
export declare abstract class DataIter {
    readonly batchSize: number;
    /** @param batchSize - how many examples a batch has */
    constructor(batchSize?: number);
    /** What each batch's `data` holds. */
    abstract get provideData(): readonly DataDesc[];
    /** What each batch's `label` holds. */
    abstract get provideLabel(): readonly DataDesc[];
    /** Goes back to the start. */
    abstract reset(): void;
    /** The next batch, or null at the end. */
    next(): DataBatch | null;
    /** Moves to the next batch; false at the end. */
    iterNext(): boolean;
    /** The data of the batch that `iterNext` moved to. */
    getData(): readonly NDArray[];
    /** The labels of the batch that `iterNext` moved to. */
    getLabel(): readonly NDArray[];
    /** The numbers of the examples of that batch, where the iterator knows them. */
    getIndex(): readonly number[] | null;
    /** How many rows at the end of that batch are there only to fill it. */
    getPad(): number | null;
    [Symbol.iterator](): Generator<DataBatch, void, undefined>;
    [Symbol.asyncIterator](): AsyncGenerator<DataBatch, void, undefined>;
}
/** Checks a batch size. */
export declare function expectBatchSize(value: unknown, what: string): number;
/** Checks a whole number, at least `least`. */
export declare function expectCount(value: unknown, what: string, least: number): number;
