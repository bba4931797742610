import { type FileSource } from "../files/source.ts";
import { type DType } from "../nd/dtype.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { DataDesc } from "./data-desc.ts";
import { LinesIter } from "./lines-iter.ts";
/** What `CSVIter` takes. */
export interface CSVIterOptions {
    /** The file of the data: a path or its bytes. */
    dataCsv: FileSource;
    /** The shape of one example, which a line holds. */
    dataShape: readonly number[];
    /** The file of the labels; without one they are 0. */
    labelCsv?: FileSource | null | undefined;
    /** The shape of one label. Default: `(1,)`. */
    labelShape?: readonly number[] | undefined;
    /** How many examples a batch has. */
    batchSize: number;
    /** Whether the last batch is filled with the first lines, and the next pass goes on behind them. Default: true. */
    roundBatch?: boolean | undefined;
    /** The element type. Default: float32. */
    dtype?: DType | undefined;
    /** Default: `data`. */
    dataName?: string | undefined;
    /** Default: `softmax_label`. */
    labelName?: string | undefined;
}
/**
 * Batches of lines of numbers, parted by commas.
 *
 * @example
 * ```ts
 * const dataCsv = new TextEncoder().encode("1,2\n3,4\n5,6\n");
 * const iter = new io.CSVIter({ dataCsv, dataShape: [2], batchSize: 2 });
 * for (const batch of iter) console.log(batch.data[0]!.toArray(), batch.pad);
 * // [ [ 1, 2 ], [ 3, 4 ] ] 0
 * // [ [ 5, 6 ], [ 1, 2 ] ] 1
 * ```
 */
export declare class CSVIter extends LinesIter {
    #private;
    readonly provideData: readonly DataDesc[];
    readonly provideLabel: readonly DataDesc[];
    constructor(options: CSVIterOptions);
    getData(): readonly NDArray[];
    getLabel(): readonly NDArray[];
}
/** Numbers as C reads them; NaN and infinities by name. */
export declare function numberOf(text: string): number | null;
