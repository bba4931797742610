import { MXNetError } from "../error.ts";
import { array } from "../nd/create.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { scope } from "../scope.ts";

/** Fills an array of shape (…, …, height, width) with the kernel of bilinear interpolation, as MXNet's `Bilinear` does. */
export function fillBilinear(name: string | { toString(): string }, arr: NDArray): void {
  const shape = arr.shape;
  const [, , height, width] = shape;
  if (height === undefined || width === undefined) {
    throw new MXNetError(`Bilinear initializer of ${name}: shape is (${shape}), expected 4 axes`);
  }
  // The scale comes from the width alone, in MXNet too.
  const f = Math.ceil(width / 2);
  const c = (2 * f - 1 - (f % 2)) / (2 * f);
  const values = Float32Array.from({ length: arr.size }, (_, i) => {
    const x = i % width;
    const y = Math.floor(i / width) % height;
    return (1 - Math.abs(x / f - c)) * (1 - Math.abs(y / f - c));
  });
  scope(() => {
    arr.set(array(values, { shape }));
  });
}
