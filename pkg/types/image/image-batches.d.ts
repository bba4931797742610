import { DataBatch } from "../io/data-batch.ts";
import { DataDesc } from "../io/data-desc.ts";
import { DataIter } from "../io/data-iter.ts";
import type { LastBatchHandle } from "../io/ndarray-iter.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { type ImageSourceOptions, type Sample } from "./image-source.ts";
/** What all image iterators take besides where they read from. */
export interface ImageBatchesOptions extends ImageSourceOptions {
    /** Default: `data`. */
    dataName?: string | undefined;
    /** What becomes of images that do not fill a batch: see `io.NDArrayIter`. Default: `pad`. */
    lastBatchHandle?: LastBatchHandle | undefined;
}
/** Defaults that image iterators share, in MXNet's order; undefined must be given. */
export declare const SHARED_DEFAULTS: {
    pathImgrec: null;
    pathImglist: null;
    pathRoot: null;
    pathImgidx: null;
    shuffle: boolean;
    partIndex: number;
    numParts: number;
    augList: null;
    imglist: null;
    dataName: string;
};
/** The same with what is given by position, too. */
export type GivenBatches = ImageBatchesOptions & {
    batchSize: number;
    dataShape: readonly number[];
};
/** An image and its label, ready for a batch. */
export type Row<Label> = readonly [image: NDArray, label: Label];
/** Batches of decoded images; what becomes of an image and of the labels is a subclass's. */
export declare abstract class ImageBatches<Label> extends DataIter {
    #private;
    provideData: readonly DataDesc[];
    readonly lastBatchHandle: LastBatchHandle;
    constructor(what: string, given: GivenBatches);
    /** What is given of images of a shape. */
    protected describeData(name: string, dataShape: readonly number[]): DataDesc;
    /** What a batch is made of; null for an image that is left out. */
    protected abstract prepare(sample: Sample, decode: () => NDArray): Row<Label> | null;
    /** The labels of a batch. */
    protected abstract batchLabels(labels: readonly Label[]): NDArray;
    /** The next image's labels and file, or null at the end. */
    protected nextSample(): Sample | null;
    reset(): void;
    /** Goes back to the start, and forgets the images that are left of the pass before. */
    hardReset(): void;
    /** Pixels as batches hold them: float32, channels first. */
    protected planes(pixels: NDArray): NDArray;
    next(): DataBatch | null;
}
