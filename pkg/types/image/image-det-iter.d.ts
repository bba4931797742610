import { DataDesc } from "../io/data-desc.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { type DetAugmenterListOptions } from "./create-det-augmenter.ts";
import { type DetAugmenter } from "./det-augmenter.ts";
import { ImageBatches, type ImageBatchesOptions, type Row } from "./image-batches.ts";
import type { Sample } from "./image-source.ts";
/** What `ImageDetIter` takes besides batch size and shape. */
export interface ImageDetIterOptions extends DetAugmenterListOptions, ImageBatchesOptions {
    /** What is done to images and objects; by default what `CreateDetAugmenter` makes of the other options. */
    augList?: readonly DetAugmenter[] | null | undefined;
    /** Default: `label`. */
    labelName?: string | undefined;
}
/** The shape of an image's label: objects, and numbers for each. */
export type LabelShape = readonly [objects: number, width: number];
/**
 * Batches of images with the objects in them, from a file of records or from a list. Labels are lists of numbers: how many
 * stand before the objects (2 or more), how many an object has (5 or more), what else stands before them, and the objects:
 * class, left, top, right and bottom in parts of the image's size, and more. A batch's label has shape (batch, objects,
 * width); rows without an object are -1. Objects without an area are left out, and so are images of which no object is left.
 *
 * @example
 * ```ts
 * image.setCodecs(codecs);
 * const file = image.imencode(nd.full([8, 8, 3], 7, { dtype: "uint8" }));
 * const imglist = [[[2, 5, 3, 0, 0, 0.5, 0.5], file], [[2, 5, 1, 0, 0, 1, 1, 2, 0.5, 0.5, 1, 1], file]] as const;
 * const iter = new image.ImageDetIter(2, [3, 4, 4], { imglist });
 * console.log(iter.next()!.label![0]!.toArray()[0]); // [ [ 3, 0, 0, 0.5, 0.5 ], [ -1, -1, -1, -1, -1 ] ]
 * ```
 */
export declare class ImageDetIter extends ImageBatches<number[][]> {
    #private;
    provideLabel: readonly DataDesc[];
    /** What is done to images and objects. */
    readonly auglist: readonly DetAugmenter[];
    constructor(batchSize: number, dataShape: readonly number[], options?: ImageDetIterOptions);
    constructor(options: ImageDetIterOptions & {
        batchSize: number;
        dataShape: readonly number[];
    });
    /** The shape of an image's label. */
    get labelShape(): LabelShape;
    protected prepare(sample: Sample, decode: () => NDArray): Row<number[][]> | null;
    protected batchLabels(labels: readonly number[][][]): NDArray;
    /**
     * Changes the shapes of what is given.
     *
     * @param dataShape - of images, (channels, height, width), which the augmenters must give; null keeps it
     * @param labelShape - of labels, with the same number of numbers and no fewer objects; null keeps it
     * @example
     * ```ts
     * image.setCodecs(codecs);
     * const file = image.imencode(nd.full([8, 8, 3], 7, { dtype: "uint8" }));
     * const iter = new image.ImageDetIter(1, [3, 4, 4], { imglist: [[[2, 5, 3, 0, 0, 0.5, 0.5], file]] });
     * iter.reshape(null, [4, 5]);
     * console.log(iter.next()!.label![0]!.shape); // [ 1, 4, 5 ]
     * ```
     */
    reshape(dataShape?: readonly number[] | null, labelShape?: LabelShape | null): void;
    /** Refuses shapes that labels do not fit in. */
    checkLabelShape(labelShape: LabelShape): void;
    /**
     * Gives this iterator and another, such as those of training and of validation, the same shape of labels.
     *
     * @param it - the other, which is returned
     */
    syncLabelShape(it: ImageDetIter): ImageDetIter;
}
