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
  if (down === 2 && (across === 1 || (across === 2 && width > 2))) {
    // Three parts of the nearest row and one of the next nearest.
    const other = Math.min(Math.max(y % 2 === 1 ? near + 1 : near - 1, 0), height - 1) * stride;
    const sum = (x: number): number => 3 * (samples[start + x] as number) + (samples[other + x] as number);
    if (across === 1) for (let x = 0; x < row.length; x++) row[x] = (sum(x) + 1) >> 2;
    else widen(sum, width, row, 4, 8, 7);
  } else if (across === 2 && down === 1 && width > 2) {
    widen((x) => samples[start + x] as number, width, row, 2, 1, 2);
  } else {
    for (let x = 0; x < row.length; x++) row[x] = samples[start + Math.floor(x / across)] as number;
  }
}

/** Two pixels of each sample: three parts of it and one of its left or right neighbour, in `shift` bits. */
function widen(
  sample: (x: number) => number,
  width: number,
  row: Uint8ClampedArray,
  shift: number,
  leftHalf: number,
  rightHalf: number,
): void {
  for (let x = 0; x < width; x++) {
    const value = sample(x);
    const left = x > 0 ? sample(x - 1) : value;
    const right = x < width - 1 ? sample(x + 1) : value;
    row[2 * x] = (3 * value + left + leftHalf) >> shift;
    row[2 * x + 1] = (3 * value + right + rightHalf) >> shift;
  }
}
