/** How the random functions take their arguments, and what they refuse. */
import mx, { MXNetError, type NDArray, nd } from "mxgrad";
import { beforeEach, describe, expect, test } from "vitest";

const { random } = nd;
const numbers = (x: NDArray): number[] => Array.from(x.toTypedArray(), Number);
beforeEach(() => {
  mx.random.seed(7);
});

/** What the same draw gives after the same seed. */
function drawn(run: () => NDArray, seed = 7): number[] {
  mx.random.seed(seed);
  return numbers(run());
}

describe("seed", () => {
  test("counts modulo 2³²", () => {
    const draw = (): NDArray => random.uniform(0, 1, [3]);
    expect(drawn(draw, 2 ** 32 + 5)).toEqual(drawn(draw, 5));
    expect(drawn(draw, -1)).toEqual(drawn(draw, 2 ** 32 - 1));
    mx.random.seed(2n ** 40n + 5n);
    expect(numbers(draw())).toEqual(drawn(draw, 5));
    expect(drawn(draw, 6)).not.toEqual(drawn(draw, 5));
  });

  test("with a device seeds the engine of shuffles otherwise", () => {
    const data = nd.arange(10);
    const seedDevice = (): void => mx.random.seed(5, { ctx: data.context });
    const uniforms = drawn(() => random.uniform(0, 1, [3]), 5);
    const order = drawn(() => random.shuffle(data), 5);
    seedDevice();
    expect(numbers(random.uniform(0, 1, [3]))).toEqual(uniforms);
    seedDevice();
    expect(numbers(random.shuffle(data))).not.toEqual(order);
    mx.random.seed(5, { ctx: "all" });
    expect(numbers(random.shuffle(data))).toEqual(order);
  });

  test("must be an integer", () => {
    for (const value of [1.5, Number.NaN, "1", null]) expect(() => mx.random.seed(value as never)).toThrow(TypeError);
  });
});

describe("arguments", () => {
  test("by position, in options, or both", () => {
    const wanted = drawn(() => random.uniform({ low: -1, high: 1, shape: [2, 3], dtype: "float64" }));
    expect(wanted).toHaveLength(6);
    expect(drawn(() => random.uniform(-1, 1, [2, 3], "float64"))).toEqual(wanted);
    expect(drawn(() => random.uniform(-1, 1, [2, 3], { dtype: "float64" }))).toEqual(wanted);
    expect(drawn(() => random.uniform(-1, 1, { shape: [2, 3], dtype: "float64" }))).toEqual(wanted);
    expect(drawn(() => random.uniform(-1, 1, [2, 3], "float64", nd.zeros([1]).context))).toEqual(wanted);
    const out = nd.zeros([2, 3], { dtype: "float64" });
    expect(drawn(() => random.uniform(-1, 1, undefined, { out }))).toEqual(wanted);
    expect(numbers(out)).toEqual(wanted);
  });

  test("shapes are numbers or lists, (1,) without one", () => {
    expect(random.normal().shape).toEqual([1]);
    expect(random.normal(0, 1, 4).shape).toEqual([4]);
    expect(random.randn(2, 3).shape).toEqual([2, 3]);
    expect(random.randn(2, 3, { scale: 0.5, dtype: "float16" }).dtype).toBe("float16");
    expect(random.randn().shape).toEqual([1]);
    expect(random.bernoulli(0.5, [2, 2]).shape).toEqual([2, 2]);
    expect(random.randint(0, 5, 3).dtype).toBe("int32");
    expect(drawn(() => random.randn(2, 3))).toEqual(drawn(() => random.normal(0, 1, [2, 3])));
    expect(() => random.uniform(0, 1, [-1])).toThrow(MXNetError);
  });

  test("out of a part writes into the whole", () => {
    const whole = nd.zeros([4]);
    random.uniform(1, 2, { out: whole.slice("1:3") });
    const values = numbers(whole);
    expect([values[0], values[3]]).toEqual([0, 0]);
    expect(values[1]! >= 1 && values[2]! >= 1).toBe(true);
  });

  test("arrays as parameters draw for each element, into out as well", () => {
    const [low, high] = [nd.array([0, 10]), nd.array([1, 11])];
    const draws = random.uniform(low, high, 3);
    expect(draws.shape).toEqual([2, 3]);
    expect(numbers(draws).map((x) => Math.floor(x / 10))).toEqual([0, 0, 0, 1, 1, 1]);
    const out = nd.zeros([2]);
    random.uniform(low, high, { out });
    expect(numbers(out).map((x) => Math.floor(x / 10))).toEqual([0, 1]);
    expect(drawn(() => random.exponential(nd.array([2, 4]), 2)).every((x) => x > 0)).toBe(true);
    expect(() => random.uniform(low, 5)).toThrow(/low and high must be all numbers or all NDArrays/);
  });

  test("integers beyond 2³² and bigints reach randint", () => {
    const draws = random.randint(10n ** 17n, 10n ** 17n + 5n, 20, "int64").toTypedArray() as BigInt64Array;
    expect(draws.every((x) => x >= 10n ** 17n && x < 10n ** 17n + 5n)).toBe(true);
    const big = random.randint({ low: 0, high: 2e16, shape: 1, dtype: "int64" });
    expect(big.asscalar()).toBeLessThan(2e16);
  });

  test("multinomial by position and in options", () => {
    const p = nd.array([0.1, 0.9]);
    const wanted = drawn(() => random.multinomial(p, { shape: 6 }));
    expect(drawn(() => random.multinomial(p, 6))).toEqual(wanted);
    mx.random.seed(7);
    const [draws, logs] = random.multinomial(p, 6, true);
    expect(numbers(draws)).toEqual(wanted);
    numbers(logs).forEach((log, i) => {
      expect(log).toBeCloseTo(Math.log(wanted[i] === 1 ? 0.9 : 0.1), 5);
    });
    expect(random.multinomial(p, { shape: 2, dtype: "uint8" }).dtype).toBe("uint8");
    const out = nd.zeros([1], { dtype: "int32" });
    expect(random.multinomial(p, { out })).toBe(out);
  });
});

describe("errors", () => {
  const refused: readonly [string, () => unknown, RegExp, abstract new (message: string) => Error][] = [
    [
      "unknown option",
      () => random.uniform({ lo: 1 } as never),
      /unknown option lo; the options are: low, high, shape/,
      TypeError,
    ],
    [
      "surplus",
      () => (random.poisson as (...a: unknown[]) => unknown)(1, 1, "float32", null, null, 6),
      /too many/,
      TypeError,
    ],
    ["text", () => random.uniform("0" as never, 1), /low must be a number/, TypeError],
    ["missing", () => random.randint({ low: 1 } as never), /high is missing/, TypeError],
    ["out", () => random.uniform(0, 1, { out: [1] as never }), /out must be an NDArray/, TypeError],
    ["bounds", () => random.uniform(1, 0, 2), /low=1, high=0/, MXNetError],
    ["scale", () => random.normal(0, 0, 2), /scale must be positive/, MXNetError],
    ["exponential of scale 0", () => random.exponential(0), /scale is 0/, MXNetError],
    ["exponential of negative scale", () => random.exponential(-1), /lam must be positive/, MXNetError],
    ["alpha", () => random.gamma(-1, 1), /alpha must be positive/, MXNetError],
    ["lam", () => random.poisson(-1), /lam must be non-negative/, MXNetError],
    ["empty range", () => random.randint(3, 3), /low=3, high=3/, MXNetError],
    ["fractions", () => random.randint(0.5, 3), /low/, MXNetError],
    ["integer draws of floats", () => random.uniform(0, 1, 2, "int32"), /dtype/, MXNetError],
    ["probability", () => random.bernoulli(1.5), /prob must be between 0 and 1/, MXNetError],
    ["integer probabilities", () => random.multinomial(nd.ones([2], { dtype: "int32" })), /float/, MXNetError],
    ["dtype of out", () => random.uniform(0, 1, 2, "float64", { out: nd.zeros([2]) } as never), /float/, MXNetError],
  ];
  for (const [name, run, message, kind] of refused) {
    test(`${name}, and nothing is drawn`, () => {
      const wanted = drawn(() => random.uniform(0, 1, 2));
      mx.random.seed(7);
      let error: unknown;
      try {
        run();
      } catch (caught) {
        error = caught;
      }
      expect(error).toBeInstanceOf(kind);
      expect((error as Error).message).toMatch(message);
      expect(numbers(random.uniform(0, 1, 2))).toEqual(wanted);
    });
  }
});

test("bernoulli gives zeros and ones", () => {
  expect(new Set(numbers(random.bernoulli(0.5, 200)))).toEqual(new Set([0, 1]));
  expect(numbers(random.bernoulli(1, 5))).toEqual([1, 1, 1, 1, 1]);
  expect(random.bernoulli({ prob: 0, shape: [2], dtype: "int32" }).toArray()).toEqual([0, 0]);
});

test("mx.random and nd.random are the same functions", () => {
  expect(mx.random.uniform).toBe(nd.random.uniform);
  expect(mx.random.seed).toBe(nd.random.seed);
});
