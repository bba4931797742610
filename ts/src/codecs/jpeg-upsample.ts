// Components with fewer samples than the image has pixels, stretched as libjpeg does: by 2, between the neighbours; by other
// factors each sample is repeated.
import type { Component, Frame } from "./jpeg-frame.ts";

/** The row `y` of the image from a component's samples. */
export function upsampledRow(
  { h, v, width, height, blocksAcross }: Component,
  samples: Uint8ClampedArray,
  { maxH, maxV }: Frame,
  y: number,
  row: Uint8ClampedArray,
): void {
  const stride = 8 * blocksAcross;
  const [across, down] = [maxH / h, maxV / v];
  const near = Math.floor(y / down);
  const start = near * stride;
  const smooth = across === 2 && width > 2;
  if (across === 1 && down === 1) row.set(samples.subarray(start, start + row.length));
  else if (smooth && down === 1) widen(Int16Array.from(samples.subarray(start, start + width)), row, 2, 1, 2);
  else if (down === 2 && (smooth || across === 1)) {
    // Three parts of the nearest row and one of the next nearest.
    const other = Math.min(Math.max(y % 2 === 1 ? near + 1 : near - 1, 0), height - 1) * stride;
    const sums = new Int16Array(width);
    for (let x = 0; x < width; x++) sums[x] = 3 * (samples[start + x] as number) + (samples[other + x] as number);
    if (smooth) widen(sums, row, 4, 8, 7);
    else for (let x = 0; x < width; x++) row[x] = ((sums[x] as number) + 1) >> 2;
  } else {
    for (let x = 0; x < row.length; x++) row[x] = samples[start + Math.floor(x / across)] as number;
  }
}

/** Two pixels of each value: three parts of it and one of its left or right neighbour, in `shift` bits. */
function widen(values: Int16Array, row: Uint8ClampedArray, shift: number, leftHalf: number, rightHalf: number): void {
  const last = values.length - 1;
  for (let x = 0; x <= last; x++) {
    const value = values[x] as number;
    const left = values[x > 0 ? x - 1 : 0] as number;
    const right = values[x < last ? x + 1 : last] as number;
    row[2 * x] = (3 * value + left + leftHalf) >> shift;
    row[2 * x + 1] = (3 * value + right + rightHalf) >> shift;
  }
}
