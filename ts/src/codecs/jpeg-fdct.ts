// The cosine transform in integers, step by step as libjpeg's accurate one. Results are 8 times as large as they should be.

const BITS = 13;
/** Bits that the rows' results have more than the samples. */
const EXTRA = 2;

function transform(values: Int32Array, from: number, step: number, rows: boolean): void {
  const at = (i: number): number => values[from + i * step] as number;
  const shift = rows ? BITS - EXTRA : BITS + EXTRA;
  const put = (i: number, value: number): void => {
    values[from + i * step] = (value + (1 << (shift - 1))) >> shift;
  };
  const [s0, s1, s2, s3] = [at(0) + at(7), at(1) + at(6), at(2) + at(5), at(3) + at(4)];
  const [d, c, b, a] = [at(0) - at(7), at(1) - at(6), at(2) - at(5), at(3) - at(4)];
  const [e0, e1, e2, e3] = [s0 + s3, s1 + s2, s1 - s2, s0 - s3];
  const sums = [e0 + e1, e0 - e1] as const;
  sums.forEach((sum, i) => {
    values[from + 4 * i * step] = rows ? sum << EXTRA : (sum + (1 << (EXTRA - 1))) >> EXTRA;
  });
  const even = (e2 + e3) * 4433;
  put(2, even + e3 * 6270);
  put(6, even - e2 * 15137);
  const z5 = (a + c + b + d) * 9633;
  const z1 = (a + d) * -7373;
  const z2 = (b + c) * -20995;
  const z3 = (a + c) * -16069 + z5;
  const z4 = (b + d) * -3196 + z5;
  put(7, a * 2446 + z1 + z3);
  put(5, b * 16819 + z2 + z4);
  put(3, c * 25172 + z2 + z3);
  put(1, d * 12299 + z1 + z4);
}

/** Transforms a block of 8 by 8 samples in place. */
export function forwardTransform(block: Int32Array): void {
  for (let row = 0; row < 8; row++) transform(block, 8 * row, 1, true);
  for (let column = 0; column < 8; column++) transform(block, column, 8, false);
}
