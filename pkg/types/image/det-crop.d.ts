import type { NDArray } from "../nd/ndarray.ts";
import { DetAugmenter, type Labelled } from "./det-augmenter.ts";
import { type Bounds } from "./det-geometry.ts";
/** What `DetRandomCropAug` takes. */
export interface DetCropOptions {
    /** Which part of each object that is cut must stay. Default: 0.1. */
    minObjectCovered?: number | undefined;
    /** Width by height of the part: the least and the greatest. Default: 0.75 to 1.33. */
    aspectRatioRange?: number | Bounds | undefined;
    /** Its share of the image's area: the least and the greatest. Default: 0.05 to 1. */
    areaRange?: number | Bounds | undefined;
    /** Objects of which no more than this part is left are dropped. Default: 0.3. */
    minEjectCoverage?: number | undefined;
    /** After how many parts that do not fit the image is left as it is. Default: 50. */
    maxAttempts?: number | undefined;
}
/**
 * Cuts out a random part that has objects in it.
 *
 * @example
 * ```ts
 * image.seed(2);
 * const aug = new image.DetRandomCropAug({ areaRange: [0.3, 0.6] });
 * const [part, label] = aug(nd.zeros([40, 60, 3]), nd.array([[7, 0.25, 0.25, 0.75, 0.75]]));
 * console.log(part.shape[0]! < 40, label.shape); // true [ 1, 5 ]
 * ```
 */
export declare class DetRandomCropAug extends DetAugmenter {
    #private;
    readonly minObjectCovered: number;
    readonly aspectRatioRange: Bounds;
    readonly areaRange: Bounds;
    readonly minEjectCoverage: number;
    readonly maxAttempts: number;
    /** Whether the ranges are such that it can do anything. */
    readonly enabled: boolean;
    constructor(options?: DetCropOptions);
    augment(src: NDArray, label: NDArray): Labelled;
}
