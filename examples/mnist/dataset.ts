// Digits as tensors, wherever they come from.
import { type NDArray, nd } from "mxgrad";

/** Rows and columns of an image. */
export const SIDE = 28;

/** Images of shape (samples, 1, 28, 28) with values from 0 to 1, and their classes. */
export interface Dataset {
  readonly images: NDArray;
  readonly labels: NDArray;
  readonly size: number;
}

/** One digit. */
export interface Sample {
  /** 28 rows of 28 values from 0 to 1. */
  readonly pixels: Float32Array;
  readonly label: number;
}

function dataset(samples: readonly Sample[]): Dataset {
  const pixels = new Float32Array(samples.length * SIDE * SIDE);
  samples.forEach((sample, i) => {
    pixels.set(sample.pixels, i * SIDE * SIDE);
  });
  return {
    images: nd.array(pixels, { shape: [samples.length, 1, SIDE, SIDE] }),
    labels: nd.array(samples.map(({ label }) => label)),
    size: samples.length,
  };
}

/** Four fifths for training; every fifth is held back for the test. */
export function split(samples: Iterable<Sample>): { train: Dataset; test: Dataset } {
  const train: Sample[] = [];
  const test: Sample[] = [];
  let count = 0;
  for (const sample of samples) (count++ % 5 === 4 ? test : train).push(sample);
  return { train: dataset(train), test: dataset(test) };
}
