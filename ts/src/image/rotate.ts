import { MXNetError } from "../error.ts";
import { BilinearSampler } from "../generated/ops.ts";
import { array } from "../nd/create.ts";
import { expectNDArray } from "../nd/invoke.ts";
import { NDArray } from "../nd/ndarray.ts";
import { uniform } from "../np/random.ts";
import { scope } from "../scope.ts";

/** What the functions that rotate take besides the angle. */
export interface RotateOptions {
  /** Whether images become larger, until no padding is seen. Default: false. */
  zoomIn?: boolean | undefined;
  /** Whether images become smaller, until all of them is seen. Default: false. */
  zoomOut?: boolean | undefined;
}

/** How much larger the places must lie apart. */
function zoom(angle: number, height: number, width: number, { zoomIn, zoomOut }: RotateOptions): number {
  if (!zoomIn && !zoomOut) return 1;
  const [radius, corner, turn] = [Math.hypot(height, width), Math.atan(height / width), Math.abs(angle)];
  const corners = [corner + turn, corner - turn];
  const reachX = Math.max(...corners.map((a) => Math.abs(radius * Math.cos(a))));
  const reachY = Math.max(...corners.map((a) => Math.abs(radius * Math.sin(a))));
  return zoomOut ? Math.max(reachX / width, reachY / height) : Math.min(width / reachX, height / reachY);
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
export function imrotate(
  src: NDArray,
  rotationDegrees: number | readonly number[] | NDArray,
  options: RotateOptions = {},
): NDArray {
  expectNDArray(src, "imrotate", "src");
  if (options.zoomIn && options.zoomOut) throw new MXNetError("`zoom_in` and `zoom_out` cannot be both True");
  if (src.dtype !== "float32") throw new TypeError("Only `float32` images are supported by this function");
  const alone = src.ndim === 3;
  if (!alone && src.ndim !== 4) throw new MXNetError("Only 3D and 4D are supported by this function");
  if (alone && typeof rotationDegrees !== "number") {
    throw new TypeError("When a single image is passed the rotation angle is required to be a scalar.");
  }
  const [count, , height, width] = (alone ? [1, ...src.shape] : src.shape) as [number, number, number, number];
  const given = rotationDegrees instanceof NDArray ? rotationDegrees.toTypedArray() : rotationDegrees;
  const angles = typeof given === "number" ? Array<number>(count).fill(given) : Array.from(given as number[], Number);
  if (angles.length !== count)
    throw new MXNetError("The number of images must be equal to the number of rotation angles");
  const [middleY, middleX] = [(height - 1) / 2, (width - 1) / 2];
  const grid = new Float32Array(count * 2 * height * width);
  angles.forEach((degrees, n) => {
    const angle = (Math.PI * degrees) / 180;
    const scale = zoom(angle, height, width, options);
    const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
    for (let i = 0; i < height * width; i++) {
      const y = Math.floor(i / width) - middleY;
      const x = (i % width) - middleX;
      const at = n * 2 * height * width + i;
      // A side of one pixel has no other places.
      grid[at] = (x * cos - y * sin) / (middleX || 1);
      grid[at + height * width] = (x * sin + y * cos) / (middleY || 1);
    }
  });
  return scope(() => {
    const places = array(grid, { shape: [count, 2, height, width] });
    const turned = BilinearSampler(alone ? src.expandDims(0) : src, places) as NDArray;
    return alone ? turned.reshape(src.shape) : turned;
  });
}

/**
 * An image turned by an angle between two, or images of a batch each by another. Draws from `mx.np.random`, as MXNet does.
 *
 * @param angleLimits - the least and the greatest angle, in degrees
 * @example
 * ```ts
 * console.log(image.randomRotate(nd.ones([3, 8, 8]), [-10, 10], { zoomIn: true }).shape); // [ 3, 8, 8 ]
 * ```
 */
export function randomRotate(
  src: NDArray,
  angleLimits: readonly [number, number],
  options: RotateOptions = {},
): NDArray {
  expectNDArray(src, "randomRotate", "src");
  const [low, high] = angleLimits;
  return imrotate(src, src.ndim === 3 ? uniform(low, high) : Array.from(uniform(low, high, src.length)), options);
}
