// From coefficients to samples: the inverse cosine transform in integers, step by step as libjpeg's accurate one, so that
// the samples are the same.
import type { Component } from "./jpeg-frame.ts";

const BITS = 13;
/** Bits that the columns' results have more than the coefficients. */
const EXTRA = 2;

/** Eight values `step` apart from `from`, transformed, rounded to `shift` bits less, to the same places of `into`. */
function transform(values: Int32Array, from: number, step: number, shift: number): void {
  const at = (i: number): number => values[from + i * step] as number;
  const half = 1 << (shift - 1);

  const e1 = (at(2) + at(6)) * 4433;
  const e2 = e1 - at(6) * 15137;
  const e3 = e1 + at(2) * 6270;
  const e0 = (at(0) + at(4)) << BITS;
  const e4 = (at(0) - at(4)) << BITS;
  const even = [e0 + e3, e4 + e2, e4 - e2, e0 - e3] as const;

  const [a, b, c, d] = [at(7), at(5), at(3), at(1)];
  const z5 = (a + c + b + d) * 9633;
  const z1 = (a + d) * -7373;
  const z2 = (b + c) * -20995;
  const z3 = (a + c) * -16069 + z5;
  const z4 = (b + d) * -3196 + z5;
  const odd = [d * 12299 + z1 + z4, c * 25172 + z2 + z3, b * 16819 + z2 + z4, a * 2446 + z1 + z3] as const;

  for (let i = 0; i < 4; i++) {
    values[from + i * step] = ((even[i] as number) + (odd[i] as number) + half) >> shift;
    values[from + (7 - i) * step] = ((even[i] as number) - (odd[i] as number) + half) >> shift;
  }
}

/** A component's samples, in rows of `8 * blocksAcross`. */
export function samplesOf(component: Component, quantization: Uint16Array): Uint8ClampedArray {
  const { coefficients, blocksAcross, blocksDown } = component;
  const stride = 8 * blocksAcross;
  const samples = new Uint8ClampedArray(stride * 8 * blocksDown);
  const block = new Int32Array(64);
  for (let n = 0; n < blocksAcross * blocksDown; n++) {
    for (let i = 0; i < 64; i++) block[i] = (coefficients[64 * n + i] as number) * (quantization[i] as number);
    for (let column = 0; column < 8; column++) transform(block, column, 8, BITS - EXTRA);
    for (let row = 0; row < 8; row++) transform(block, 8 * row, 1, BITS + EXTRA + 3);
    const corner = 8 * (Math.floor(n / blocksAcross) * stride + (n % blocksAcross));
    for (let i = 0; i < 64; i++) samples[corner + (i >> 3) * stride + (i & 7)] = (block[i] as number) + 128;
  }
  return samples;
}
