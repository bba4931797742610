import { type Json } from "../init/json.ts";
import { NDArray } from "../nd/ndarray.ts";
import { Callable } from "../runtime/callable.ts";
/** What an augmenter was made with, by MXNet's names. */
export type AugmenterOptions = {
    readonly [name: string]: unknown;
};
/** Options as JSON has them; the numbers of arrays are Python's floats. */
export declare function plain(value: unknown): Json;
/** An augmenter can be called. */
export interface Augmenter {
    /** The image, changed. */
    (src: NDArray): NDArray;
}
/**
 * The base of augmenters. A subclass overrides `augment`; instances are called: `aug(src)`.
 *
 * @example
 * ```ts
 * class Invert extends image.Augmenter {
 *   override augment(src) {
 *     return src.rsub(255);
 *   }
 * }
 * console.log(new Invert()(nd.array([[[0, 55, 255]]])).toArray()); // [ [ [ 255, 200, 0 ] ] ]
 * ```
 */
export declare abstract class Augmenter extends Callable {
    #private;
    /** @param options - what `dumps` tells besides the class */
    constructor(options?: AugmenterOptions);
    /** Changes an image; the given one stays as it is. */
    abstract augment(src: NDArray): NDArray;
    /** Class and options as JSON. */
    dumps(): string;
}
/** A list of augmenters. */
declare abstract class AugmenterList extends Augmenter {
    readonly ts: readonly Augmenter[];
    constructor(ts: readonly Augmenter[]);
    /** Class and augmenters as JSON. */
    dumps(): string;
}
/**
 * One augmenter after the other.
 *
 * @example
 * ```ts
 * const aug = new image.SequentialAug([new image.CastAug(), new image.ResizeAug(2)]);
 * console.log(aug(nd.zeros([4, 6, 3], { dtype: "uint8" })).shape); // [ 2, 3, 3 ]
 * ```
 */
export declare class SequentialAug extends AugmenterList {
    augment(src: NDArray): NDArray;
}
/**
 * All augmenters, in random order.
 *
 * @example
 * ```ts
 * const aug = new image.RandomOrderAug([new image.BrightnessJitterAug(0.5), new image.ContrastJitterAug(0.5)]);
 * console.log(aug(nd.ones([2, 2, 3])).shape); // [ 2, 2, 3 ]
 * ```
 */
export declare class RandomOrderAug extends AugmenterList {
    augment(src: NDArray): NDArray;
}
export {};
