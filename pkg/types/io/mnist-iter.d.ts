import { type FileSource } from "../files/source.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { DataDesc } from "./data-desc.ts";
import { DataIter } from "./data-iter.ts";
/** What `MNISTIter` takes. */
export interface MNISTIterOptions {
    /** The images: a path or bytes, gzipped or not. Default: `./train-images-idx3-ubyte`. */
    image?: FileSource | undefined;
    /** The labels: a path or bytes, gzipped or not. Default: `./train-labels-idx1-ubyte`. */
    label?: FileSource | undefined;
    /** How many examples a batch has. Default: 128. */
    batchSize?: number | undefined;
    /** Whether the images are put into another order when they are read. Default: true. */
    shuffle?: boolean | undefined;
    /** Whether an image is a row of numbers instead of (1, height, width). Default: false. */
    flat?: boolean | undefined;
    /** The seed of the order. Default: 0. */
    seed?: number | undefined;
    /** Accepted for MXNet's sake: nothing is printed. */
    silent?: boolean | undefined;
    /** Into how many parts the images are cut. Default: 1. */
    numParts?: number | undefined;
    /** Which of the parts is read. Default: 0. */
    partIndex?: number | undefined;
    /** Default: `data`. */
    dataName?: string | undefined;
    /** Default: `softmax_label`. */
    labelName?: string | undefined;
}
/**
 * Batches of the MNIST files, or of others in their format (IDX): images from 0 to 255/256, in MXNet's order. Images that do
 * not fill a batch are left out.
 *
 * @example
 * ```ts
 * const image = Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 64, 128, 192);
 * const label = Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 2, 5, 7);
 * const iter = new io.MNISTIter({ image, label, batchSize: 2, flat: true, shuffle: false });
 * const batch = iter.next()!;
 * console.log(batch.data[0]!.toArray(), batch.label![0]!.toArray()); // [ [ 0, 0.25 ], [ 0.5, 0.75 ] ] [ 5, 7 ]
 * ```
 */
export declare class MNISTIter extends DataIter {
    #private;
    readonly provideData: readonly DataDesc[];
    readonly provideLabel: readonly DataDesc[];
    constructor(options?: MNISTIterOptions);
    reset(): void;
    iterNext(): boolean;
    getIndex(): readonly number[];
    getData(): readonly NDArray[];
    getLabel(): readonly NDArray[];
}
