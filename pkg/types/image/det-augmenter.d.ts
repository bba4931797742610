import { NDArray } from "../nd/ndarray.ts";
import { Callable } from "../runtime/callable.ts";
import { Augmenter, type AugmenterOptions } from "./augmenter.ts";
/** An image and the objects in it: a row (class, left, top, right, bottom, …) each, in parts of the image's size. */
export type Labelled = [src: NDArray, label: NDArray];
/** An augmenter can be called. */
export interface DetAugmenter {
    /** The image and its objects, changed. */
    (src: NDArray, label: NDArray): Labelled;
}
/**
 * The base of augmenters for detection. A subclass overrides `augment`; instances are called: `aug(src, label)`, with a
 * label of shape (objects, 5 or more): class, left, top, right, bottom, in parts of the image's size.
 *
 * @example
 * ```ts
 * class Keep extends image.DetAugmenter {
 *   override augment(src, label) {
 *     return [src, label];
 *   }
 * }
 * const [, label] = new Keep()(nd.zeros([2, 2, 3]), nd.array([[7, 0, 0, 0.5, 1]]));
 * console.log(label.toArray()); // [ [ 7, 0, 0, 0.5, 1 ] ]
 * ```
 */
export declare abstract class DetAugmenter extends Callable {
    #private;
    /** @param options - what `dumps` tells besides the class */
    constructor(options?: AugmenterOptions);
    /** Changes an image and its objects; the given ones stay as they are. */
    abstract augment(src: NDArray, label: NDArray): Labelled;
    /** Class and options as JSON. */
    dumps(): string;
}
/**
 * An augmenter of images that leaves objects where they are.
 *
 * @example
 * ```ts
 * const aug = new image.DetBorrowAug(new image.ForceResizeAug([4, 4]));
 * console.log(aug(nd.zeros([2, 2, 3]), nd.array([[0, 0, 0, 1, 1]]))[0].shape); // [ 4, 4, 3 ]
 * ```
 */
export declare class DetBorrowAug extends DetAugmenter {
    readonly augmenter: Augmenter;
    constructor(augmenter: Augmenter);
    augment(src: NDArray, label: NDArray): Labelled;
    /** Class and augmenter as JSON. */
    dumps(): string;
}
/**
 * One of several augmenters by chance, or none.
 *
 * @param skipProb - the chance of none
 * @example
 * ```ts
 * const aug = new image.DetRandomSelectAug([new image.DetHorizontalFlipAug(1)], 0);
 * const [, label] = aug(nd.zeros([2, 2, 3]), nd.array([[7, 0, 0, 0.25, 1]]));
 * console.log(label.toArray()); // [ [ 7, 0.75, 0, 1, 1 ] ]
 * ```
 */
export declare class DetRandomSelectAug extends DetAugmenter {
    readonly augList: readonly DetAugmenter[];
    readonly skipProb: number;
    constructor(augList: DetAugmenter | readonly DetAugmenter[], skipProb?: number);
    augment(src: NDArray, label: NDArray): Labelled;
    /** Class and augmenters as JSON. */
    dumps(): string;
}
/**
 * Exchanges left and right with this chance.
 *
 * @example
 * ```ts
 * const [src, label] = [nd.array([[[1], [2]]]), nd.array([[7, 0, 0, 0.25, 1]])];
 * const [mirrored, boxes] = new image.DetHorizontalFlipAug(1)(src, label);
 * console.log(mirrored.toArray(), boxes.toArray()); // [ [ [ 2 ], [ 1 ] ] ] [ [ 7, 0.75, 0, 1, 1 ] ]
 * ```
 */
export declare class DetHorizontalFlipAug extends DetAugmenter {
    readonly p: number;
    constructor(p: number);
    augment(src: NDArray, label: NDArray): Labelled;
}
/** The rows of a label. */
export declare const boxes: (label: NDArray) => number[][];
/** The label with these rows. */
export declare const labelOf: (rows: readonly number[][]) => NDArray;
