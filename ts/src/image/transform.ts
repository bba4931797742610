// Sizes and parts of images, (height, width, channels).
import { MXNetError } from "../error.ts";
import { resize } from "../generated/image.ts";
import { expectNDArray } from "../nd/invoke.ts";
import type { NDArray, Operand } from "../nd/ndarray.ts";
import { drawInt, drawUniform } from "../random/python.ts";
import { scope } from "../scope.ts";

/** A size, (width, height). */
export type Size = readonly [width: number, height: number];

/** A part of an image: left and upper edge, width and height. */
export type Place = readonly [x: number, y: number, width: number, height: number];

/** Height and width of an image. */
export function sizeOf(src: NDArray, what: string): [height: number, width: number] {
  expectNDArray(src, what, "src");
  const shape = src.shape;
  if (shape.length !== 3) throw new MXNetError(`${what}: src has shape (${shape}), expected (height, width, channels)`);
  return [shape[0] as number, shape[1] as number];
}

/** Checks a size. */
export function expectSize(size: unknown, what: string): [width: number, height: number] {
  const list = Array.isArray(size) ? (size as number[]) : [];
  if (list.length !== 2 || list.some((n) => !Number.isInteger(n) || n < 1 || n > 0x7fffffff)) {
    throw new MXNetError(`${what}: size is ${JSON.stringify(size)}, expected [width, height]`);
  }
  return list as [number, number];
}

/** The way of resizing: 9 chooses by the sizes, 10 by chance. */
function chooseInterp(interp: number, height: number, width: number, newHeight: number, newWidth: number): number {
  if (interp === 9) {
    if (newHeight > height && newWidth > width) return 2;
    return newHeight < height && newWidth < width ? 3 : 1;
  }
  if (interp === 10) return drawInt(0, 4);
  if (![0, 1, 2, 3, 4].includes(interp)) throw new MXNetError(`Unknown interp method ${interp}`);
  return interp;
}

/**
 * An image in another size.
 *
 * @param interp - 0 the nearest pixel, 1 linear, 2 cubic, 3 by area, 4 Lanczos, 9 cubic to enlarge and by area to shrink, 10
 * any of them by chance
 * @example
 * ```ts
 * console.log(image.imresize(nd.zeros([60, 80, 3], { dtype: "uint8" }), 40, 30).shape); // [ 30, 40, 3 ]
 * ```
 */
export function imresize(src: NDArray, w: number, h: number, interp: number = 1): NDArray {
  const [height, width] = sizeOf(src, "imresize");
  const size = expectSize([w, h], "imresize");
  return resize(src, { size, interp: chooseInterp(interp, height, width, h, w) });
}

/**
 * A size that fits into an image's, with its own ratio.
 *
 * @param srcSize - the image's, (width, height)
 * @example
 * ```ts
 * console.log(image.scaleDown([640, 480], [720, 120])); // [ 640, 106 ]
 * ```
 */
export function scaleDown(srcSize: Size, size: Size): [width: number, height: number] {
  const [sw, sh] = expectSize(srcSize, "scaleDown");
  let [w, h] = expectSize(size, "scaleDown");
  if (sh < h) [w, h] = [(w * sh) / h, sh];
  if (sw < w) [w, h] = [sw, (h * sw) / w];
  return [Math.trunc(w), Math.trunc(h)];
}

/**
 * An image whose shorter side has this size.
 *
 * @param interp - see `imresize`; cubic by default
 * @example
 * ```ts
 * console.log(image.resizeShort(nd.zeros([60, 80, 3]), 30).shape); // [ 30, 40, 3 ]
 * ```
 */
export function resizeShort(src: NDArray, size: number, interp: number = 2): NDArray {
  const [h, w] = sizeOf(src, "resizeShort");
  const [newW, newH] = h > w ? [size, Math.floor((size * h) / w)] : [Math.floor((size * w) / h), size];
  return imresize(src, newW, newH, interp);
}

/**
 * A part of an image, in another size if asked.
 *
 * @param size - (width, height) of the result
 * @param interp - see `imresize`; cubic by default
 * @example
 * ```ts
 * const src = nd.arange(12).reshape([3, 4, 1]);
 * console.log(image.fixedCrop(src, 1, 0, 2, 1).toArray()); // [ [ [ 1 ], [ 2 ] ] ]
 * ```
 */
export function fixedCrop(
  src: NDArray,
  x0: number,
  y0: number,
  w: number,
  h: number,
  size: Size | null = null,
  interp: number = 2,
): NDArray {
  const [height, width] = sizeOf(src, "fixedCrop");
  const numbers = [x0, y0, w, h];
  if (numbers.some((n) => !Number.isInteger(n) || n < 0) || w < 1 || h < 1 || x0 + w > width || y0 + h > height) {
    throw new MXNetError(`fixedCrop: the part (${numbers}) is not in an image of ${width} x ${height}`);
  }
  return scope(() => {
    const part = src.slice(`${y0}:${y0 + h}`, `${x0}:${x0 + w}`).copy();
    if (!size) return part;
    const [newW, newH] = expectSize(size, "fixedCrop");
    return newW === w && newH === h ? part : imresize(part, newW, newH, interp);
  });
}

/**
 * A part at a random place, enlarged to the size if the image is smaller; and the place.
 *
 * @param size - (width, height)
 * @example
 * ```ts
 * image.seed(0);
 * const [part, place] = image.randomCrop(nd.zeros([60, 80, 3]), [20, 20]);
 * console.log(part.shape, place); // [ 20, 20, 3 ] [ 54, 24, 20, 20 ]
 * ```
 */
export function randomCrop(src: NDArray, size: Size, interp: number = 2): [part: NDArray, place: Place] {
  const [h, w] = sizeOf(src, "randomCrop");
  const [newW, newH] = scaleDown([w, h], expectSize(size, "randomCrop"));
  const x0 = drawInt(0, w - newW);
  const y0 = drawInt(0, h - newH);
  return [fixedCrop(src, x0, y0, newW, newH, size, interp), [x0, y0, newW, newH]];
}

/**
 * The middle of an image, enlarged to the size if the image is smaller; and its place.
 *
 * @param size - (width, height)
 * @example
 * ```ts
 * const [part, place] = image.centerCrop(nd.zeros([60, 80, 3]), [40, 40]);
 * console.log(part.shape, place); // [ 40, 40, 3 ] [ 20, 10, 40, 40 ]
 * ```
 */
export function centerCrop(src: NDArray, size: Size, interp: number = 2): [part: NDArray, place: Place] {
  const [h, w] = sizeOf(src, "centerCrop");
  const [newW, newH] = scaleDown([w, h], expectSize(size, "centerCrop"));
  const [x0, y0] = [Math.trunc((w - newW) / 2), Math.trunc((h - newH) / 2)];
  return [fixedCrop(src, x0, y0, newW, newH, size, interp), [x0, y0, newW, newH]];
}

/** Python's `round`: halves to even. */
export function roundEven(x: number): number {
  const low = Math.floor(x);
  return x - low > 0.5 || (x - low === 0.5 && low % 2 === 1) ? low + 1 : low;
}

/**
 * A part of random area and ratio in the given size; and its place. After ten that do not fit, the middle.
 *
 * @param size - (width, height)
 * @param area - the least part of the image's area, or the least and the greatest
 * @param ratio - the least and the greatest width by height
 * @example
 * ```ts
 * const [part] = image.randomSizeCrop(nd.zeros([60, 80, 3]), [20, 20], [0.1, 1], [0.75, 1.33]);
 * console.log(part.shape); // [ 20, 20, 3 ]
 * ```
 */
export function randomSizeCrop(
  src: NDArray,
  size: Size,
  area: number | readonly [number, number],
  ratio: readonly [number, number],
  interp: number = 2,
): [part: NDArray, place: Place] {
  const [h, w] = sizeOf(src, "randomSizeCrop");
  const [least, most] = typeof area === "number" ? [area, 1] : area;
  for (let tries = 0; tries < 10; tries++) {
    const target = drawUniform(least, most) * h * w;
    const shape = Math.exp(drawUniform(Math.log(ratio[0]), Math.log(ratio[1])));
    const newW = roundEven(Math.sqrt(target * shape));
    const newH = roundEven(Math.sqrt(target / shape));
    if (newW > w || newH > h) continue;
    const x0 = drawInt(0, w - newW);
    const y0 = drawInt(0, h - newH);
    return [fixedCrop(src, x0, y0, newW, newH, size, interp), [x0, y0, newW, newH]];
  }
  return centerCrop(src, size, interp);
}

/**
 * (src - mean)/std, of channels.
 *
 * @param mean - an array that broadcasts, a number, or null for none
 * @param std - likewise
 * @example
 * ```ts
 * const src = nd.array([[[10, 20, 30]]]);
 * console.log(image.colorNormalize(src, nd.array([10, 10, 10]), nd.array([1, 2, 4])).toArray()); // [ [ [ 0, 5, 5 ] ] ]
 * ```
 */
export function colorNormalize(src: NDArray, mean: Operand | null, std: Operand | null = null): NDArray {
  expectNDArray(src, "colorNormalize", "src");
  return scope(() => {
    const centred = mean === null ? src : src.sub(mean);
    return std === null ? centred : centred.div(std);
  });
}
