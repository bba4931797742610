/** Second and third derivatives. MXNet 1.9.1 refuses most of these; the numbers come from the derivatives' formulas. */
import { autograd, MXNetError, type NDArray, nd } from "mxgrad";
import { describe, expect, test } from "vitest";
import { expectValues, testWithOp, variable } from "./helpers.ts";

const X = [0.3, 0.6];
const { sin, cos, tanh, exp, log } = Math;
const sigmoid = (v: number): number => 1 / (1 + exp(-v));

/** First derivative of `fn` at X, and the derivative of that one's sum. */
function second(fn: (x: NDArray) => NDArray): { first: NDArray; second: NDArray } {
  const x = variable(X);
  const g = autograd.record(() => autograd.grad(fn(x), [x], { createGraph: true })[0]!);
  g.backward();
  return { first: g, second: x.grad! };
}

function expectDerivatives(
  fn: (x: NDArray) => NDArray,
  first: (v: number) => number,
  next: (v: number) => number,
): void {
  const result = second(fn);
  expectValues(result.first, X.map(first), 2e-6);
  expectValues(result.second, X.map(next), 2e-6);
}

describe("createGraph", () => {
  test("third order", () => {
    const x = variable([1, 2]);
    const [g, h, t] = autograd.record(() => {
      const derive = (y: NDArray): NDArray => autograd.grad(y, [x], { createGraph: true })[0]!;
      const g = derive(x.mul(x).mul(x));
      const h = derive(g);
      return [g, h, derive(h)] as const;
    });
    expectValues(g, [3, 12]);
    expectValues(h, [6, 12]);
    expectValues(t, [6, 6]);
  });

  test("backward through grad", () => {
    const x = variable([1, 2]);
    const z = autograd.record(() => {
      const g = autograd.grad(x.mul(x).mul(x), [x], { createGraph: true })[0]!;
      return g.mul(g);
    });
    z.backward();
    expectValues(x.grad, [36, 288]);
  });

  test("create_graph outside record", () => {
    const x = variable([1, 2]);
    const y = autograd.record(() => x.mul(x).mul(x));
    const g = autograd.grad(y, [x], { createGraph: true })[0]!;
    g.backward();
    expectValues(x.grad, [6, 12]);
  });

  test("create_graph, retain False", () => {
    // The forward part is freed, and the gradient was made from it: an error or the right number, never a wrong one.
    const x = variable([1, 2]);
    const y = autograd.record(() => x.mul(x).mul(x));
    const g = autograd.grad(y, [x], { createGraph: true, retainGraph: false })[0]!;
    expectValues(g, [3, 12]);
    let refused: unknown;
    try {
      g.backward();
    } catch (error) {
      refused = error;
    }
    if (refused === undefined) expectValues(x.grad, [6, 12]);
    else expect(refused).toBeInstanceOf(MXNetError);
  });

  test("grad wrt head_grads", () => {
    const x = variable([1, 2]);
    const headGrads = variable([1, 1]);
    const [g, s] = autograd.record(() => {
      const g = autograd.grad(x.mul(x), [x], { headGrads, createGraph: true })[0]!;
      return [g, g.sum()] as const;
    });
    s.backward();
    expectValues(g, [2, 4]);
    expectValues(x.grad, [2, 2]);
    expectValues(headGrads.grad, [2, 4]);
  });

  test("second derivative of linear: graph?", () => {
    expectDerivatives(
      (x) => x.mul(2),
      () => 2,
      () => 0,
    );
  });

  test("second derivative of x+3", () => {
    expectDerivatives(
      (x) => x.add(3),
      () => 1,
      () => 0,
    );
  });

  test("second derivative of Convolution", () => {
    const options = { kernel: [1], numFilter: 1, noBias: true };
    expectDerivatives(
      (x) => nd.Convolution(x.reshape([1, 1, 2]), nd.ones([1, 1, 1]), null, options),
      () => 1,
      () => 0,
    );
  });

  test("sin 3rd", () => {
    const derive = (q: NDArray): NDArray => autograd.grad(nd.sin(q), [q], { createGraph: true })[0]!;
    expectDerivatives(
      derive,
      (v) => -sin(v),
      (v) => -cos(v),
    );
  });
});

describe("second derivatives of operators", () => {
  // The mask m is 0 or 2; the derivatives of m x² are 2 m x and 2 m.
  const expectDropout = (fn: (x: NDArray) => NDArray): void => {
    const result = second(fn);
    const seconds = Array.from(result.second.toTypedArray(), Number);
    for (const value of seconds) expect([0, 4]).toContain(value);
    expectValues(
      result.first,
      X.map((v, i) => v * seconds[i]!),
      2e-6,
    );
  };

  test("Dropout 2nd", () => {
    expectDropout((x) => nd.Dropout(x.mul(1), { p: 0.5 }).mul(x));
  });

  test("Dropout 2nd b", () => {
    expectDropout((x) => nd.Dropout(nd.square(x), { p: 0.5 }));
  });

  test("elemwise_mul 2nd", () => {
    expectDerivatives(
      (x) => nd.elemwiseMul(x, x),
      (v) => 2 * v,
      () => 2,
    );
  });

  test("square", () => {
    expectDerivatives(
      (x) => nd.square(x),
      (v) => 2 * v,
      () => 2,
    );
  });

  test("_maximum_scalar", () => {
    const fn = (x: NDArray): NDArray => nd.invoke("_maximum_scalar", [x], { scalar: 0.4 })[0]!;
    expectDerivatives(
      fn,
      (v) => (v > 0.4 ? 1 : 0),
      () => 0,
    );
  });

  test("_power_scalar", () => {
    expectDerivatives(
      (x) => x.pow(3),
      (v) => 3 * v * v,
      (v) => 6 * v,
    );
  });

  testWithOp("_contrib_quadratic")("quadratic", () => {
    const fn = (x: NDArray): NDArray => nd.invoke("_contrib_quadratic", [x], { a: 1, b: 2, c: 3 })[0]!;
    expectDerivatives(
      fn,
      (v) => 2 * v + 2,
      () => 2,
    );
  });

  test("_rpower", () => {
    expectDerivatives(
      (x) => x.rpow(2),
      (v) => log(2) * 2 ** v,
      (v) => log(2) ** 2 * 2 ** v,
    );
  });

  test("max scalar 2nd", () => {
    expectDerivatives(
      (x) => nd.maximum(x, 0.4).mul(1),
      (v) => (v > 0.4 ? 1 : 0),
      () => 0,
    );
  });

  test("sin(2x) 2nd", () => {
    expectDerivatives(
      (x) => nd.sin(x.mul(2)),
      (v) => 2 * cos(2 * v),
      (v) => -4 * sin(2 * v),
    );
  });

  test("sin(x)+x 2nd", () => {
    expectDerivatives(
      (x) => nd.sin(x).add(x),
      (v) => cos(v) + 1,
      (v) => -sin(v),
    );
  });

  test("sin(x)-x 2nd", () => {
    expectDerivatives(
      (x) => nd.sin(x).sub(x),
      (v) => cos(v) - 1,
      (v) => -sin(v),
    );
  });

  test("elemwise_add 2nd", () => {
    expectDerivatives(
      (x) => nd.elemwiseAdd(nd.sin(x), x),
      (v) => cos(v) + 1,
      (v) => -sin(v),
    );
  });

  test("sin.sum 2nd", () => {
    expectDerivatives(
      (x) => nd.sin(x).sum(),
      cos,
      (v) => -sin(v),
    );
  });

  test("sin.mean 2nd", () => {
    expectDerivatives(
      (x) => nd.sin(x).mean(),
      (v) => cos(v) / 2,
      (v) => -sin(v) / 2,
    );
  });

  test("sin.reshape 2nd", () => {
    expectDerivatives(
      (x) => nd.sin(x).reshape([2, 1]),
      cos,
      (v) => -sin(v),
    );
  });

  test("sin(-x)", () => {
    expectDerivatives(
      (x) => nd.sin(x.neg()),
      (v) => -cos(v),
      sin,
    );
  });

  test("sigmoid Activation", () => {
    expectDerivatives(
      (x) => nd.Activation(x, { actType: "sigmoid" }),
      (v) => sigmoid(v) * (1 - sigmoid(v)),
      (v) => sigmoid(v) * (1 - sigmoid(v)) * (1 - 2 * sigmoid(v)),
    );
  });

  test("tanh(x)", () => {
    expectDerivatives(
      (x) => nd.tanh(x),
      (v) => 1 - tanh(v) ** 2,
      (v) => -2 * tanh(v) * (1 - tanh(v) ** 2),
    );
  });

  test("nested 2 exp", () => {
    expectDerivatives(
      (x) => nd.exp(nd.sin(x)),
      (v) => cos(v) * exp(sin(v)),
      (v) => exp(sin(v)) * (cos(v) ** 2 - sin(v)),
    );
  });
});
