import { NDArray } from "../nd/ndarray.ts";
/** What the functions that rotate take besides the angle. */
export interface RotateOptions {
    /** Whether images become larger, until no padding is seen. Default: false. */
    zoomIn?: boolean | undefined;
    /** Whether images become smaller, until all of them is seen. Default: false. */
    zoomOut?: boolean | undefined;
}
/**
 * An image turned around its middle, or images of a batch each by its own angle; differentiable.
 *
 * @param src - (channels, height, width) or (batch, channels, height, width), float32
 * @param rotationDegrees - the angle, or for a batch one for each image
 * @example
 * ```ts
 * const src = nd.array([[[1, 2, 3], [4, 5, 6], [7, 8, 9]]]);
 * console.log(image.imrotate(src, 180).round().toArray()); // [ [ [ 9, 8, 7 ], [ 6, 5, 4 ], [ 3, 2, 1 ] ] ]
 * ```
 */
export declare function imrotate(src: NDArray, rotationDegrees: number | readonly number[] | NDArray, options?: RotateOptions): NDArray;
/**
 * An image turned by an angle between two, or images of a batch each by another. Draws from `mx.np.random`, as MXNet does.
 *
 * @param angleLimits - the least and the greatest angle, in degrees
 * @example
 * ```ts
 * console.log(image.randomRotate(nd.ones([3, 8, 8]), [-10, 10], { zoomIn: true }).shape); // [ 3, 8, 8 ]
 * ```
 */
export declare function randomRotate(src: NDArray, angleLimits: readonly [number, number], options?: RotateOptions): NDArray;
