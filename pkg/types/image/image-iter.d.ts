import { type FileSource } from "../files/source.ts";
import { DataBatch } from "../io/data-batch.ts";
import { DataDesc } from "../io/data-desc.ts";
import { DataIter } from "../io/data-iter.ts";
import type { LastBatchHandle } from "../io/ndarray-iter.ts";
import { type DType } from "../nd/dtype.ts";
import type { Augmenter } from "./augmenter.ts";
import { type AugmenterListOptions } from "./create-augmenter.ts";
/** A label or several, and the image file: its path below `pathRoot`, or its bytes. */
export type ImageListItem = readonly [label: number | readonly number[], file: FileSource];
/** What `ImageIter` takes besides batch size and shape. */
export interface ImageIterOptions extends AugmenterListOptions {
    /** How many labels an image has. Default: 1. */
    labelWidth?: number | undefined;
    /** A file of records that hold images: a path or bytes. */
    pathImgrec?: FileSource | null | undefined;
    /** The index of that file; needed to shuffle it and to part it. */
    pathImgidx?: FileSource | null | undefined;
    /** A list of images: lines of number, labels and path, parted by tabs. */
    pathImglist?: FileSource | null | undefined;
    /** The folder of the list's images. */
    pathRoot?: string | null | undefined;
    /** The list itself. */
    imglist?: readonly ImageListItem[] | null | undefined;
    /** Whether every pass is in another order. Default: false. */
    shuffle?: boolean | undefined;
    /** Which part of the images is read. Default: 0. */
    partIndex?: number | undefined;
    /** Into how many parts they are cut. Default: 1. */
    numParts?: number | undefined;
    /** What is done to the images; by default what `CreateAugmenter` makes of the other options. */
    augList?: readonly Augmenter[] | null | undefined;
    /** Default: `data`. */
    dataName?: string | undefined;
    /** Default: `softmax_label`. */
    labelName?: string | undefined;
    /** The element type of the labels. Default: float32. */
    dtype?: DType | undefined;
    /** What becomes of images that do not fill a batch: see `io.NDArrayIter`. Default: `pad`. */
    lastBatchHandle?: LastBatchHandle | undefined;
}
/**
 * Batches of images from a file of records or from a list, decoded (see `setCodecs`) and augmented. Batches have shape
 * (batch, channels, height, width) and type float32.
 *
 * @example
 * ```ts
 * image.setCodecs(codecs);
 * const file = image.imencode(nd.full([8, 8, 3], 7, { dtype: "uint8" }));
 * const iter = new image.ImageIter(2, [3, 4, 4], { imglist: [[0, file], [1, file]] });
 * const batch = iter.next()!;
 * console.log(batch.data[0]!.shape, batch.label![0]!.toArray()); // [ 2, 3, 4, 4 ] [ 0, 1 ]
 * ```
 */
export declare class ImageIter extends DataIter {
    #private;
    readonly provideData: readonly DataDesc[];
    readonly provideLabel: readonly DataDesc[];
    /** What is done to the images. */
    readonly auglist: readonly Augmenter[];
    readonly lastBatchHandle: LastBatchHandle;
    constructor(batchSize: number, dataShape: readonly number[], options?: ImageIterOptions);
    constructor(options: ImageIterOptions & {
        batchSize: number;
        dataShape: readonly number[];
    });
    reset(): void;
    /** Goes back to the start, and forgets the images that are left of the pass before. */
    hardReset(): void;
    next(): DataBatch | null;
}
