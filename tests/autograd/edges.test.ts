/** Gradients at the borders of domains, at ties, at kinks, and of operators that have none. */
import { autograd, type NDArray, nd } from "mxgrad";
import { describe, expect, test } from "vitest";
import { expectValues, type Nested, variable } from "./helpers.ts";

const { NaN: nan } = Number;
const inf = Infinity;

/** Records `fn`, differentiates it with ones or `headGrad`, and compares the gradient of `data`. */
function expectGradient(
  data: Nested,
  fn: (x: NDArray) => NDArray,
  gradient: Nested,
  options: { values?: Nested; headGrad?: Nested } = {},
): void {
  const x = variable(data);
  const y = autograd.record(() => fn(x));
  y.backward(options.headGrad === undefined ? undefined : nd.array(options.headGrad));
  if (options.values !== undefined) expectValues(y, options.values);
  expectValues(x.grad, gradient);
}

describe("at 0, 4 and -1", () => {
  const cases: [title: string, fn: (x: NDArray) => NDArray, values: number[], gradient: number[]][] = [
    ["edge sqrt", (x) => nd.sqrt(x), [0, 2, nan], [inf, 0.25, nan]],
    ["edge relu", (x) => nd.relu(x), [0, 4, 0], [0, 1, 0]],
    ["edge abs", (x) => nd.abs(x), [0, 4, 1], [0, 1, -1]],
    ["edge log", (x) => nd.log(x), [-inf, 1.386294, nan], [inf, 0.25, -1]],
    ["edge rsqrt", (x) => nd.rsqrt(x), [inf, 0.5, nan], [-inf, -0.0625, nan]],
    ["edge max", (x) => nd.maximum(x, 0), [0, 4, 0], [1, 1, 0]],
    ["edge min", (x) => nd.minimum(x, 0), [0, 0, -1], [1, 0, 1]],
    ["edge clip", (x) => nd.clip(x, { aMin: 0, aMax: 4 }), [0, 4, 0], [1, 1, 0]],
    ["edge norm", (x) => nd.norm(x.mul(0)), [0], [nan, nan, nan]],
    ["edge pow", (x) => x.pow(2.5), [0, 32, nan], [0, 20, nan]],
    ["edge smooth", (x) => nd.smoothL1(x, { scalar: 1 }), [0, 3.5, 0.5], [0, 1, -1]],
    ["edge where", (x) => nd.where(x.greater(0), x.mul(2), x.mul(3)), [0, 8, -3], [3, 2, 3]],
    ["edge mod", (x) => x.mod(3), [0, 1, 2], [1, 1, 1]],
    ["edge rint", (x) => nd.rint(x), [0, 4, -1], [0, 0, 0]],
    ["edge leaky", (x) => nd.LeakyReLU(x, { actType: "leaky", slope: 0.1 }), [0, 4, -0.1], [0.1, 1, 0.1]],
    ["edge hs", (x) => nd.hardSigmoid(x), [0.5, 1, 0.3], [0.2, 0, 0.2]],
    ["edge pow0", (x) => x.pow(0), [1, 1, 1], [nan, 0, 0]],
    ["edge cbrt", (x) => nd.cbrt(x), [0, 1.587401, -1], [inf, 0.132283, 0.333333]],
    ["edge arcsin", (x) => nd.arcsin(x), [0, nan, -1.570796], [1, nan, inf]],
  ];

  test.each(cases)("%s", (_title, fn, values, gradient) => {
    expectGradient([0, 4, -1], fn, gradient, { values });
  });

  test("edge grads sqrt(0)+..", () => {
    const fn = (x: NDArray): NDArray => nd.sqrt(x).add(nd.relu(x)).add(nd.abs(x)).add(nd.sign(x));
    expectGradient([0, 4, -1], fn, [inf, 2.25, nan]);
  });
});

describe("zero gradients", () => {
  test("nondifferentiable op argmax backward", () => {
    expectGradient([1, 2], (x) => nd.argmax(x, { axis: 0 }), [0, 0]);
  });

  test("comparison in graph", () => {
    expectGradient([1, 2], (x) => x.greater(1).mul(x), [0, 1]);
  });

  test("one_hot", () => {
    expectGradient([1, 2], (x) => nd.oneHot(x, { depth: 3 }), [0, 0]);
  });

  test("floor/round zero grad", () => {
    expectGradient([1.2, 2], (x) => nd.floor(x).add(nd.round(x)), [0, 0]);
  });
});

describe("ties", () => {
  test("max ties", () => {
    expectGradient([0.3, 0.3, 0.1], (x) => nd.max(x), [1, 1, 0]);
  });

  test("topk mask grad", () => {
    expectGradient([0.3, 0.3, 0.1], (x) => nd.topk(x, { retTyp: "value", k: 1 }) as NDArray, [1, 0, 0]);
  });

  test("pool tie", () => {
    const pool = (x: NDArray): NDArray => nd.Pooling(x, { kernel: [2, 2], poolType: "max" });
    expectGradient(
      [
        [
          [
            [1, 1],
            [1, 1],
          ],
        ],
      ],
      pool,
      [
        [
          [
            [1, 0],
            [0, 0],
          ],
        ],
      ],
    );
  });
});

describe("sorting, clipping and look-ups", () => {
  test("sort default", () => {
    // MXNet loses the axis in backward and fails.
    expectGradient([0.3, 0.1], (x) => nd.sort(x), [2, 1], { values: [0.1, 0.3], headGrad: [1, 2] });
  });

  test("sort axis=0 grad", () => {
    const sort = (x: NDArray): NDArray => nd.sort(x, { axis: 0, isAscend: true });
    expectGradient([1, 5, 2], sort, [1, 3, 2], { headGrad: [1, 2, 3] });
  });

  test("clip bounds grad", () => {
    expectGradient([1, 5, 2], (x) => nd.clip(x, { aMin: 2, aMax: 4 }), [0, 0, 1]);
  });

  test("take clip grad accumulates", () => {
    expectGradient(
      [
        [1, 2],
        [3, 4],
      ],
      (x) => nd.take(x, nd.array([0, 0, 5])),
      [
        [2, 2],
        [1, 1],
      ],
    );
  });

  test("Embedding oob grads", () => {
    const embed = (w: NDArray): NDArray => nd.Embedding(nd.array([0, 0, 7]), w, { inputDim: 2, outputDim: 2 });
    expectGradient(
      [
        [1, 2],
        [3, 4],
      ],
      embed,
      [
        [2, 2],
        [1, 1],
      ],
    );
  });
});

describe("values that go with them", () => {
  test("NDArray int div", () => {
    const x = nd.array([7, -7], { dtype: "int32" });
    expect(String(x.div(2))).toBe("\n[ 3 -3]\n<NDArray 2 @cpu(0)>");
    expect(String(x.div(nd.array([2, 2], { dtype: "int32" })))).toBe("\n[ 3 -3]\n<NDArray 2 @cpu(0)>");
    expect(String(x.mul(1.5))).toBe("\n[ 7 -7]\n<NDArray 2 @cpu(0)>");
    expect(String(x.mod(3))).toBe("\n[1 2]\n<NDArray 2 @cpu(0)>");
    expectValues(nd.array([-7]).mod(3), [2]);
    expectValues(nd.array([7]).div(0), [inf]);
    expectValues(nd.array([1]).mod(0), [0]);
  });

  /** Length of an axis of `size` after max pooling, by either rule of rounding. */
  const pooled = (size: number, rank: 1 | 2, kernel: number): number[] =>
    (["valid", "full"] as const).map((poolingConvention) => {
      const spatial = (n: number): number[] => Array<number>(rank).fill(n);
      const options = { kernel: spatial(kernel), stride: spatial(2), poolingConvention, poolType: "max" } as const;
      return nd.Pooling(nd.ones([1, 1, ...spatial(size)]), options).shape[2]!;
    });

  test("pool 1d conv", () => {
    expect([5, 6, 7].map((size) => pooled(size, 1, 2))).toEqual([
      [2, 3],
      [3, 3],
      [3, 4],
    ]);
  });

  test("pool 2d k2 s2 h", () => {
    expect([5, 6, 7].map((size) => pooled(size, 2, 2))).toEqual([
      [2, 3],
      [3, 3],
      [3, 4],
    ]);
  });

  test("pool k3 s2 h", () => {
    expect([5, 6, 7, 8, 46, 48].map((size) => pooled(size, 2, 3))).toEqual([
      [2, 2],
      [2, 3],
      [3, 3],
      [3, 4],
      [22, 23],
      [23, 24],
    ]);
  });
});
