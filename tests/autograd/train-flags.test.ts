/** Operators that do something else in training: Dropout and BatchNorm. */
import { autograd, type NDArray, nd } from "mxgrad";
import { describe, expect, test } from "vitest";
import { expectValues, type Nested, variable } from "./helpers.ts";

describe("Dropout", () => {
  const x = nd.ones([1000]);
  const total = (y: NDArray): number => Number(y.sum().asscalar());
  const largest = (y: NDArray): number => Number(y.max().asscalar());

  test("Dropout plain", () => {
    expect(total(nd.Dropout(x, { p: 0.5 }))).toBe(1000);
  });

  test("Dropout record predict", () => {
    expect(autograd.record(false, () => total(nd.Dropout(x, { p: 0.5 })))).toBe(1000);
  });

  test("Dropout train no record", () => {
    expect(autograd.trainMode(() => largest(nd.Dropout(x, { p: 0.5 })))).toBe(2);
  });

  test("Dropout mode always", () => {
    expect(largest(nd.Dropout(x, { p: 0.5, mode: "always" }))).toBe(2);
  });

  test("dropout predict inside record", () => {
    const v = variable([1, 2]);
    const z = autograd.record(() => {
      const y = v.mul(2);
      return autograd.predictMode(() => nd.Dropout(y, { p: 0.9 }));
    });
    z.backward();
    expectValues(v.grad, [2, 2]);
    expectValues(z, [2, 4]);
  });

  test("the gradient has the mask of the forward pass", () => {
    const v = variable(Array.from({ length: 64 }, (_, i) => i + 1));
    const y = autograd.record(() => nd.Dropout(v, { p: 0.5 }));
    y.backward();
    expectValues(v.grad!.mul(v), y.toArray() as Nested);
    expect(new Set(Array.from(v.grad!.toTypedArray(), Number))).toEqual(new Set([0, 2]));
  });
});

describe("BatchNorm", () => {
  const X = [
    [1, 2],
    [3, 6],
  ];
  const MOVED = { mean: [0.2, 0.4], variance: [1, 1.3] };
  const KEPT = { mean: [0, 0], variance: [1, 1] };

  /** Arrays of a BatchNorm over two columns: gamma 2, beta 0.5, moving mean 0 and variance 1. */
  const setUp = () => ({
    x: variable(X),
    gamma: variable([2, 2]),
    beta: variable([0.5, 0.5]),
    mean: nd.zeros([2]),
    variance: nd.ones([2]),
  });
  type Arrays = ReturnType<typeof setUp>;

  const batchNorm = ({ x, gamma, beta, mean, variance }: Arrays, options: Record<string, unknown> = {}): NDArray =>
    nd.BatchNorm(x, gamma, beta, mean, variance, { momentum: 0.9, ...options }) as NDArray;

  function expectState(arrays: Arrays, state: typeof MOVED, gamma: number): void {
    expectValues(arrays.mean, state.mean);
    expectValues(arrays.variance, state.variance);
    expectValues(arrays.gamma, [gamma, gamma]);
  }

  function expectGradients(arrays: Arrays, x: number[][], gamma: number[]): void {
    expectValues(arrays.x.grad, x, 2e-6);
    expectValues(arrays.gamma.grad, gamma, 2e-6);
    expectValues(arrays.beta.grad, [4, 7]);
  }

  const HEAD = [
    [1, 2],
    [3, 5],
  ];

  test("BN none", () => {
    const arrays = setUp();
    const y = batchNorm(arrays);
    expectValues(y, [
      [1.4995, 2.499001],
      [3.498501, 6.497002],
    ]);
    expectState(arrays, KEPT, 1);
  });

  test("BN train default(fix_gamma True)", () => {
    const arrays = setUp();
    const y = autograd.record(() => batchNorm(arrays));
    y.backward(nd.array(HEAD));
    expectValues(y, [
      [-0.4995, -0.499875],
      [1.4995, 1.499875],
    ]);
    expectGradients(
      arrays,
      [
        [-0.000998, -0.000187],
        [0.000998, 0.000187],
      ],
      [0, 0],
    );
    expectState(arrays, MOVED, 1);
  });

  test("BN train fix_gamma False", () => {
    const arrays = setUp();
    const y = autograd.record(() => batchNorm(arrays, { fixGamma: false }));
    y.backward(nd.array(HEAD));
    expectValues(y, [
      [-1.499001, -1.49975],
      [2.499001, 2.49975],
    ]);
    expectGradients(
      arrays,
      [
        [-0.001997, -0.000375],
        [0.001997, 0.000375],
      ],
      [1.999001, 2.999625],
    );
    expectState(arrays, MOVED, 2);
  });

  // With the moving statistics these are constants, for values and gradients alike.
  const expectGlobal = (arrays: Arrays, y: NDArray, trainMode: boolean): void => {
    y.backward(nd.array(HEAD), { trainMode });
    expectValues(
      y,
      [
        [2.499001, 4.498002],
        [6.497002, 12.494005],
      ],
      2e-6,
    );
    expectGradients(
      arrays,
      [
        [1.999001, 3.998002],
        [5.997002, 9.995004],
      ],
      [9.995004, 33.983013],
    );
    expectState(arrays, KEPT, 2);
  };

  test("BN train use_global", () => {
    const arrays = setUp();
    const options = { fixGamma: false, useGlobalStats: true };
    expectGlobal(
      arrays,
      autograd.record(() => batchNorm(arrays, options)),
      true,
    );
  });

  test("BN predict", () => {
    const arrays = setUp();
    expectGlobal(
      arrays,
      autograd.record(false, () => batchNorm(arrays, { fixGamma: false })),
      false,
    );
  });

  test("BN out mean var", () => {
    const outs = autograd.record(() =>
      nd.BatchNorm(nd.array(X), nd.ones([2]), nd.ones([2]), nd.zeros([2]), nd.ones([2]), { outputMeanVar: true }),
    ) as unknown as NDArray[];
    expect(outs).toHaveLength(3);
    expectValues(outs[0]!, [
      [0.0005, 0.000125],
      [1.9995, 1.999875],
    ]);
    expectValues(outs[1]!, [2, 4]);
    expectValues(outs[2]!, [0.9995, 0.499938]);
  });

  test("BN moving stats updated in fwd or bwd?", () => {
    const arrays = setUp();
    const y = autograd.record(() => batchNorm(arrays));
    expectState(arrays, KEPT, 1);
    y.backward();
    expectState(arrays, MOVED, 1);
  });
});
