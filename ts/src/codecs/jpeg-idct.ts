// From coefficients to samples: the inverse cosine transform in integers, step by step as libjpeg's accurate one, so that
// the samples are the same.
import type { Component } from "./jpeg-frame.ts";

const BITS = 13;
/** Bits that the columns' results have more than the coefficients. */
const EXTRA = 2;

/** Eight values `step` apart from `from`, transformed, rounded to `shift` bits less, in place. */
function transform(values: Int32Array, from: number, step: number, shift: number): void {
  const [p1, p2, p3, p4] = [from + step, from + 2 * step, from + 3 * step, from + 4 * step];
  const [p5, p6, p7] = [p4 + step, p4 + 2 * step, p4 + 3 * step];
  const half = 1 << (shift - 1);
  const [v0, v2, v4, v6] = [values[from] as number, values[p2] as number, values[p4] as number, values[p6] as number];
  const e = (v2 + v6) * 4433;
  const [e2, e3] = [e - v6 * 15137, e + v2 * 6270];
  const [e0, e1] = [((v0 + v4) << BITS) + half, ((v0 - v4) << BITS) + half];
  const [even0, even1, even2, even3] = [e0 + e3, e1 + e2, e1 - e2, e0 - e3];

  const [a, b, c, d] = [values[p7] as number, values[p5] as number, values[p3] as number, values[p1] as number];
  const z5 = (a + c + b + d) * 9633;
  const [z1, z2] = [(a + d) * -7373, (b + c) * -20995];
  const [z3, z4] = [(a + c) * -16069 + z5, (b + d) * -3196 + z5];
  const [odd0, odd1] = [d * 12299 + z1 + z4, c * 25172 + z2 + z3];
  const [odd2, odd3] = [b * 16819 + z2 + z4, a * 2446 + z1 + z3];

  values[from] = (even0 + odd0) >> shift;
  values[p1] = (even1 + odd1) >> shift;
  values[p2] = (even2 + odd2) >> shift;
  values[p3] = (even3 + odd3) >> shift;
  values[p4] = (even3 - odd3) >> shift;
  values[p5] = (even2 - odd2) >> shift;
  values[p6] = (even1 - odd1) >> shift;
  values[p7] = (even0 - odd0) >> shift;
}

/** A component's samples, in rows of `8 * blocksAcross`. */
export function samplesOf(component: Component, quantization: Uint16Array): Uint8ClampedArray {
  const { coefficients, blocksAcross, blocksDown } = component;
  const stride = 8 * blocksAcross;
  const samples = new Uint8ClampedArray(stride * 8 * blocksDown);
  const block = new Int32Array(64);
  for (let n = 0; n < blocksAcross * blocksDown; n++) {
    let any = 0;
    for (let i = 0; i < 64; i++) {
      const value = coefficients[64 * n + i] as number;
      if (i > 0) any |= value;
      block[i] = value * (quantization[i] as number);
    }
    if (any) {
      for (let column = 0; column < 8; column++) transform(block, column, 8, BITS - EXTRA);
      for (let row = 0; row < 8; row++) transform(block, 8 * row, 1, BITS + EXTRA + 3);
    } else block.fill(((block[0] as number) + 4) >> 3);
    const corner = 8 * (Math.floor(n / blocksAcross) * stride + (n % blocksAcross));
    for (let i = 0; i < 64; i++) samples[corner + (i >> 3) * stride + (i & 7)] = (block[i] as number) + 128;
  }
  return samples;
}
