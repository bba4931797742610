import { type FileSource } from "../files/source.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { DataDesc } from "./data-desc.ts";
import { LinesIter } from "./lines-iter.ts";
/** What `LibSVMIter` takes. */
export interface LibSVMIterOptions {
    /** The file of the data: a path or its bytes. */
    dataLibsvm: FileSource;
    /** How many columns there are, as a shape. */
    dataShape: readonly number[];
    /** The file of the labels; without one they are what lines of the data begin with. */
    labelLibsvm?: FileSource | null | undefined;
    /** How many columns the labels have, as a shape. Default: `(1,)`. */
    labelShape?: readonly number[] | undefined;
    /** How many examples a batch has. */
    batchSize: number;
    /** Into how many parts the lines are cut. Default: 1. */
    numParts?: number | undefined;
    /** Which of the parts is read. Default: 0. */
    partIndex?: number | undefined;
    /** Default: `data`. */
    dataName?: string | undefined;
    /** Default: `softmax_label`. */
    labelName?: string | undefined;
}
/**
 * Batches of sparse rows, of lines like `1 0:0.5 7:2`: a label, then columns (from 0) with their values. The data comes in
 * csr storage. The last batch is filled with the first lines, and the next pass goes on behind them.
 *
 * @example
 * ```ts
 * const dataLibsvm = new TextEncoder().encode("1 0:0.5 2:2\n-1 1:3\n");
 * const iter = new io.LibSVMIter({ dataLibsvm, dataShape: [3], batchSize: 2 });
 * const { data, label } = iter.next()!;
 * console.log(data[0]!.stype, data[0]!.toArray(), label![0]!.toArray()); // csr [ [ 0.5, 0, 2 ], [ 0, 3, 0 ] ] [ 1, -1 ]
 * ```
 */
export declare class LibSVMIter extends LinesIter {
    #private;
    readonly provideData: readonly DataDesc[];
    readonly provideLabel: readonly DataDesc[];
    constructor(options: LibSVMIterOptions);
    getData(): readonly NDArray[];
    getLabel(): readonly NDArray[];
}
