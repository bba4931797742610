import { MXNetError } from "../error.ts";
import { expectCount } from "../io/data-iter.ts";
import { array, full } from "../nd/create.ts";
import { describe } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { scope } from "../scope.ts";
import { sizeOf } from "./transform.ts";

/** What `copyMakeBorder` takes besides the widths. */
export interface BorderOptions {
  /** OpenCV's code: 0 one colour, 1 the edge, 2 the mirror image, 3 the other side, 4 the mirror image with the edge once. Default: 0. */
  type?: number | undefined;
  /** The colour: a number for each channel, or one for all. Default: 0. */
  values?: number | readonly number[] | undefined;
}

/** Which pixel stands at place `i` of an axis of `size`, outside of it, too. */
function source(i: number, size: number, type: number): number {
  const wrap = (at: number, period: number): number => ((at % period) + period) % period;
  if (type === 1) return Math.min(Math.max(i, 0), size - 1);
  if (type === 3) return wrap(i, size);
  if (size === 1) return 0;
  const period = type === 2 ? 2 * size : 2 * size - 2;
  const at = wrap(i, period);
  return at < size ? at : period - at - (type === 2 ? 1 : 0);
}

/**
 * An image with a border around it.
 *
 * @example
 * ```ts
 * const src = nd.array([[[1], [2], [3]]]);
 * console.log(image.copyMakeBorder(src, 0, 0, 1, 2, { type: 4 }).reshape([6]).toArray()); // [ 2, 1, 2, 3, 2, 1 ]
 * ```
 */
export function copyMakeBorder(
  src: NDArray,
  top: number,
  bot: number,
  left: number,
  right: number,
  options: BorderOptions = {},
): NDArray {
  const { type = 0, values = 0 } = options;
  const [height, width] = sizeOf(src, "copyMakeBorder");
  for (const [name, value] of Object.entries({ top, bot, left, right })) {
    expectCount(value, `copyMakeBorder: ${name}`, 0);
  }
  if (![0, 1, 2, 3, 4].includes(type)) {
    throw new MXNetError(`copyMakeBorder: type must be 0 to 4, got ${describe(type)}`);
  }
  const channels = src.shape[2] as number;
  if (typeof values !== "number" && values.length !== channels) {
    throw new MXNetError(`copyMakeBorder: there are ${values.length} values for ${channels} channels`);
  }
  return scope(() => {
    if (type === 0) {
      const { dtype } = src;
      const shape = [height + top + bot, width + left + right, channels];
      const result = full(shape, typeof values === "number" ? values : 0, dtype);
      if (typeof values !== "number") result.set(array(values, { dtype }));
      return result.set(src, `${top}:${top + height}`, `${left}:${left + width}`);
    }
    const places = (size: number, before: number, after: number): number[] =>
      Array.from({ length: before + size + after }, (_, i) => source(i - before, size, type));
    return src.take(places(height, top, bot)).take(places(width, left, right), { axis: 1 });
  });
}
