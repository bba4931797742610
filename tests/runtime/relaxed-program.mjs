// What relaxed instructions change, and that `exact` takes it back: prints one line of JSON.
import mx from "mxgrad";

const { nd, runtime } = mx;

// Every number of vectors of the last panel, one and several blocks of steps, rows that fill a tile and rows that do not.
const SIZES = [5, 8, 13, 16, 70].flatMap((n) => [7, 32].flatMap((m) => [9, 300].map((k) => [m, k, n])));

/** Products and a convolution in both types, of numbers between 0 and 1 whose products have more digits than the type. */
function results() {
  const values = (dtype, ...shape) =>
    nd
      .arange(
        shape.reduce((a, b) => a * b),
        { dtype },
      )
      .mul(0.7548776662466927)
      .mod(1)
      .reshape(shape);
  return ["float32", "float64"].map((dtype) => [
    ...SIZES.map(([m, k, n]) => nd.dot(values(dtype, m, k), values(dtype, k, n))),
    nd.Convolution(values(dtype, 2, 5, 9, 9), values(dtype, 11, 5, 3, 3), null, {
      kernel: [3, 3],
      numFilter: 11,
      noBias: true,
    }),
  ]);
}

const compare = (a, b) => a.map((x, i) => nd.abs(x.sub(b[i])).div(b[i]).max().asscalar());
const bits = (arrays) =>
  arrays.flat().reduce((hash, array) => {
    const { buffer, byteOffset, byteLength } = array.toTypedArray();
    for (const byte of new Uint8Array(buffer, byteOffset, byteLength)) hash = Math.imul(hash ^ byte, 0x01000193);
    return hash;
  }, 0x811c9dc5);

const before = { simd: runtime.features().simd, exact: runtime.exact() };
const relaxed = results();
const answer = runtime.exact(true);
const exact = results();
const during = { simd: runtime.features().simd, exact: runtime.exact() };
runtime.exact(false);
const again = results();
let error = "";
try {
  runtime.exact(1);
} catch (thrown) {
  error = String(thrown);
}

const [worst32, worst64] = relaxed.map((arrays, i) => Math.max(...compare(arrays, exact[i])));
console.log(
  JSON.stringify({
    before,
    answer,
    during,
    error,
    worst32,
    worst64,
    // Types whose results changed at all.
    changed: relaxed.map((arrays, i) => compare(arrays, exact[i]).some((difference) => difference > 0)),
    sameAgain: bits(again) === bits(relaxed),
    exactBits: bits(exact),
  }),
);
