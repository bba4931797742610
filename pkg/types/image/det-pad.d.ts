import type { NDArray } from "../nd/ndarray.ts";
import { DetAugmenter, type Labelled } from "./det-augmenter.ts";
import { type Bounds } from "./det-geometry.ts";
/** What `DetRandomPadAug` takes. */
export interface DetPadOptions {
    /** Width by height of the result: the least and the greatest. Default: 0.75 to 1.33. */
    aspectRatioRange?: number | Bounds | undefined;
    /** Its area by the image's: the least and the greatest. Default: 1 to 3. */
    areaRange?: number | Bounds | undefined;
    /** After how many sizes that do not fit the image is left as it is. Default: 50. */
    maxAttempts?: number | undefined;
    /** The colour around the image: a number for each channel, or one for all. Default: 128. */
    padVal?: number | readonly number[] | undefined;
}
/**
 * Puts the image at a random place of a larger one.
 *
 * @example
 * ```ts
 * image.seed(2);
 * const [padded, label] = new image.DetRandomPadAug()(nd.zeros([40, 60, 3]), nd.array([[7, 0, 0, 1, 1]]));
 * console.log(padded.shape[0]! > 40, label.shape); // true [ 1, 5 ]
 * ```
 */
export declare class DetRandomPadAug extends DetAugmenter {
    readonly aspectRatioRange: Bounds;
    readonly areaRange: Bounds;
    readonly maxAttempts: number;
    readonly padVal: number | readonly number[];
    /** Whether the ranges are such that it can do anything. */
    readonly enabled: boolean;
    constructor(options?: DetPadOptions);
    augment(src: NDArray, label: NDArray): Labelled;
}
