import { DataDesc } from "../io/data-desc.ts";
import { type DType } from "../nd/dtype.ts";
import type { NDArray } from "../nd/ndarray.ts";
import type { Augmenter } from "./augmenter.ts";
import { type AugmenterListOptions } from "./create-augmenter.ts";
import { ImageBatches, type ImageBatchesOptions, type Row } from "./image-batches.ts";
import type { Sample } from "./image-source.ts";
/** What `ImageIter` takes besides batch size and shape. */
export interface ImageIterOptions extends AugmenterListOptions, ImageBatchesOptions {
    /** How many labels an image has. Default: 1. */
    labelWidth?: number | undefined;
    /** What is done to the images; by default what `CreateAugmenter` makes of the other options. */
    augList?: readonly Augmenter[] | null | undefined;
    /** Default: `softmax_label`. */
    labelName?: string | undefined;
    /** The element type of the labels. Default: float32. */
    dtype?: DType | undefined;
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
export declare class ImageIter extends ImageBatches<ArrayLike<number>> {
    #private;
    readonly provideLabel: readonly DataDesc[];
    /** What is done to the images. */
    readonly auglist: readonly Augmenter[];
    constructor(batchSize: number, dataShape: readonly number[], options?: ImageIterOptions);
    constructor(options: ImageIterOptions & {
        batchSize: number;
        dataShape: readonly number[];
    });
    protected prepare({ label }: Sample, decode: () => NDArray): Row<ArrayLike<number>>;
    protected batchLabels(labels: readonly ArrayLike<number>[]): NDArray;
}
