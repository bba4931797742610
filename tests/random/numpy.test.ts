/** NumPy's legacy generator, against NumPy 1.23.5. */
import mx, { MXNetError } from "mxgrad";
import { expect, test } from "vitest";
import { type Encoded, expectBytes, golden } from "./encoded.ts";

interface Case {
  readonly seed: number;
  readonly steps: readonly { op: string; args: [number, number]; out: Encoded }[];
}

const { random } = mx.np;

function run(op: string, [first, second]: [number, number], n: number): Float64Array | BigInt64Array {
  switch (op) {
    case "random_sample":
      return random.randomSample(n);
    case "uniform":
      return random.uniform(first, second, n);
    case "normal":
      return random.normal(first, second, n);
    case "randint":
      return BigInt64Array.from(random.randint(first, second, n), BigInt);
    case "permutation":
      return BigInt64Array.from(random.permutation(first), BigInt);
  }
  throw new Error(`unknown step ${op}`);
}

for (const { seed, steps } of golden<Case[]>("random/numpy.json")) {
  test(`seed ${seed}`, () => {
    random.seed(seed);
    for (const { op, args, out } of steps) {
      const values = run(op, args, out.n);
      expect(values).toHaveLength(out.n);
      expectBytes(`${op}(${args})`, new Uint8Array(values.buffer), out);
    }
  });
}

test("shuffles and permutes lists in the order of permutation", () => {
  random.seed(3);
  const order = random.permutation(6);
  const letters = [..."abcdef"];
  random.seed(3);
  const permuted = random.permutation(letters);
  expect(permuted).toEqual(order.map((i) => letters[i]));
  random.seed(3);
  const shuffled = [...letters];
  random.shuffle(shuffled);
  expect(shuffled).toEqual(permuted);
});

test("gives single numbers without a size", () => {
  random.seed(0);
  expect(random.uniform()).toBe(0.5488135039273248);
  expect(random.uniform(2, 4)).toBe(2 + 2 * 0.7151893663724195);
  expect(Number.isInteger(random.randint(10))).toBe(true);
  expect(random.permutation(0)).toEqual([]);
});

test("is apart from MXNet's streams", () => {
  mx.random.seed(1);
  random.seed(1);
  const first = random.uniform();
  random.seed(1);
  mx.random.uniform({ shape: [100] });
  expect(random.uniform()).toBe(first);
});

test("refuses what NumPy refuses", () => {
  expect(() => random.seed(-1)).toThrow(MXNetError);
  expect(() => random.seed(2 ** 32)).toThrow(/seed/);
  expect(() => random.seed(1.5)).toThrow(/seed/);
  expect(() => random.randint(3, 3)).toThrow(/low=3, high=3/);
  expect(() => random.normal(0, -1)).toThrow(/scale is -1/);
  expect(() => random.uniform("1" as never)).toThrow(TypeError);
});
