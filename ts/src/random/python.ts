// Python's `random`, bit for bit: MXNet's augmenters and its ImageIter draw from it.
import { MXNetError } from "../error.ts";
import { Mt19937 } from "./mt19937.ts";

let words: Mt19937 | undefined;

/**
 * Seeds the numbers that augmenters and `ImageIter` draw, as `random.seed` does in Python. They start as after `seed(0)`.
 *
 * @param value - a whole number
 * @example
 * ```ts
 * image.seed(3);
 * const pixels = nd.arange(4 * 4 * 3).reshape([4, 4, 3]);
 * const [, place] = image.randomCrop(pixels, [2, 2]);
 * console.log(place); // [ 0, 2, 2, 2 ]
 * ```
 */
export function seed(value: number): void {
  if (!Number.isSafeInteger(value)) {
    throw new MXNetError(`image.seed: the seed must be a whole number, got ${String(value)}`);
  }
  const size = Math.abs(value);
  const high = Math.floor(size / 2 ** 32);
  words = new Mt19937(high > 0 ? [size >>> 0, high] : [size >>> 0]);
}

function next(): number {
  if (!words) seed(0);
  return (words as Mt19937).next();
}

/** A number of [0, 1). */
export function drawRandom(): number {
  const high = next() >>> 5;
  return (high * 67108864 + (next() >>> 6)) / 9007199254740992;
}

/** A number between two. */
export function drawUniform(low: number, high: number): number {
  return low + (high - low) * drawRandom();
}

/** A whole number from 0 to below, which has 32 bits at most. */
function below(count: number): number {
  const bits = 32 - Math.clz32(count);
  let draw = next() >>> (32 - bits);
  while (draw >= count) draw = next() >>> (32 - bits);
  return draw;
}

/** A whole number from low to high, both included. */
export function drawInt(low: number, high: number): number {
  return low + below(high - low + 1);
}

/** Puts a list into random order, in place. */
export function shuffleList(items: unknown[]): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = below(i + 1);
    [items[i], items[j]] = [items[j], items[i]];
  }
}
