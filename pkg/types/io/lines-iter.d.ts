import { DataIter } from "./data-iter.ts";
/** Batches of the lines of a file: a last batch that is not full takes the first lines. */
export declare abstract class LinesIter extends DataIter {
    #private;
    /** The numbers of the batch's lines. */
    protected readonly lines: number[];
    /**
     * @param count - how many lines there are
     * @param round - whether the next pass goes on behind the lines that filled the last batch
     */
    constructor(batchSize: number, count: number, round: boolean);
    reset(): void;
    iterNext(): boolean;
    getIndex(): readonly number[];
    getPad(): number;
}
