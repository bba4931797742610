import { autograd, type NDArray, nd } from "mxgrad";
import { describe, test } from "vitest";
import { expectValues, type Nested, testWithOp, variable } from "./helpers.ts";

const X = [
  [1, 2, 3],
  [0, 1, -1],
];
const label = (): NDArray => nd.array([2, 0]);
const SOFTMAX = [
  [0.090031, 0.244728, 0.665241],
  [0.244728, 0.665241, 0.090031],
];
const P_MINUS_ONE_HOT = [
  [0.090031, 0.244728, -0.334759],
  [-0.755272, 0.665241, 0.090031],
];

/** Records `fn` of an array of X, differentiates it, and compares. The head gradient is left to be ones by default. */
function check(
  fn: (x: NDArray) => NDArray,
  expected: { values?: Nested; gradient: Nested; data?: Nested; headGrad?: number },
): void {
  const x = variable(expected.data ?? X);
  const y = autograd.record(() => fn(x));
  y.backward(expected.headGrad === undefined ? undefined : nd.ones(y.shape).mul(expected.headGrad));
  if (expected.values !== undefined) expectValues(y, expected.values);
  expectValues(x.grad, expected.gradient);
}

describe("SoftmaxOutput", () => {
  const softmaxOutput =
    (options: Record<string, unknown> = {}) =>
    (x: NDArray): NDArray =>
      nd.SoftmaxOutput(x, label(), options);

  test("SoftmaxOutput", () => {
    check(softmaxOutput(), { values: SOFTMAX, gradient: P_MINUS_ONE_HOT });
  });

  test("SoftmaxOutput ignores head grad", () => {
    check(softmaxOutput(), { gradient: P_MINUS_ONE_HOT, headGrad: 100 });
  });

  test("SO out_grad", () => {
    // MXNet 1.9.1 takes the output where its documentation says the head gradient: p (p - one hot), whatever the head.
    const gradient = P_MINUS_ONE_HOT.map((row, i) => row.map((v, j) => v * SOFTMAX[i]![j]!));
    check(softmaxOutput({ outGrad: true }), { gradient, headGrad: 100 });
  });

  test("SO grad_scale=10 batch", () => {
    check(softmaxOutput({ gradScale: 10, normalization: "batch" }), {
      gradient: [
        [0.450153, 1.223642, -1.673795],
        [-3.776358, 3.326205, 0.450153],
      ],
    });
  });

  test("SO valid use_ignore 0", () => {
    check(softmaxOutput({ normalization: "valid", useIgnore: true, ignoreLabel: 0 }), {
      gradient: [
        [0.090031, 0.244728, -0.334759],
        [0, 0, 0],
      ],
    });
  });

  test("SO null use_ignore 0", () => {
    check(softmaxOutput({ useIgnore: true, ignoreLabel: 0 }), {
      gradient: [
        [0.090031, 0.244728, -0.334759],
        [0, 0, 0],
      ],
    });
  });

  test("SO smooth", () => {
    check(softmaxOutput({ smoothAlpha: 0.1 }), {
      gradient: [
        [0.040031, 0.194728, -0.234759],
        [-0.655272, 0.615241, 0.040031],
      ],
    });
  });

  test("SO multi_output", () => {
    const data = [0, 1, 2].map((c) => [0, 1].map((h) => [0, 1].map((w) => (4 * c + 2 * h + w) / 10)));
    const [p0, p1, p2] = [0.211983, 0.316241, 0.471776];
    check(
      (x) =>
        nd.SoftmaxOutput(
          x,
          nd.array([
            [
              [0, 1],
              [2, 0],
            ],
          ]),
          { multiOutput: true },
        ),
      {
        data: [data],
        values: [
          [p0, p1, p2].map((p) => [
            [p, p],
            [p, p],
          ]),
        ],
        gradient: [
          [
            [
              [-0.197004, 0.052996],
              [0.052996, -0.197004],
            ],
            [
              [0.07906, -0.17094],
              [0.07906, 0.07906],
            ],
            [
              [0.117944, 0.117944],
              [-0.132056, 0.117944],
            ],
          ],
        ],
      },
    );
  });

  test("SO prob label same shape", () => {
    check(
      (x) =>
        nd.SoftmaxOutput(
          x,
          nd.array([
            [0, 0, 1],
            [1, 0, 0],
          ]),
        ),
      { gradient: P_MINUS_ONE_HOT },
    );
  });

  test("SO preserve_shape", () => {
    const data = [0, 1].map((i) => [0, 1].map((j) => [0, 1, 2].map((k) => (6 * i + 3 * j + k) / 10)));
    const row = [0.30061, 0.332225, 0.367165];
    check(
      (x) =>
        nd.SoftmaxOutput(
          x,
          nd.array([
            [0, 1],
            [2, 0],
          ]),
          { preserveShape: true },
        ),
      {
        data,
        values: [
          [row, row],
          [row, row],
        ],
        gradient: [
          [
            [-0.69939, 0.332225, 0.367165],
            [0.30061, -0.667775, 0.367165],
          ],
          [
            [0.30061, 0.332225, -0.632835],
            [-0.69939, 0.332225, 0.367165],
          ],
        ],
      },
    );
  });
});

describe("regression outputs", () => {
  const target = (): NDArray =>
    nd.array([
      [0, 0, 1],
      [1, 0, 0],
    ]);
  const third = 1 / 3;

  test("LinearReg (div by num_output)", () => {
    check((x) => nd.LinearRegressionOutput(x, target()), {
      values: X,
      gradient: [
        [third, 2 * third, 2 * third],
        [-third, third, -third],
      ],
    });
  });

  test("LinearReg gs=2", () => {
    check((x) => nd.LinearRegressionOutput(x, target(), { gradScale: 2 }), {
      values: X,
      gradient: [
        [2 * third, 4 * third, 4 * third],
        [-2 * third, 2 * third, -2 * third],
      ],
    });
  });

  test("MAE", () => {
    check((x) => nd.MAERegressionOutput(x, target()), {
      values: X,
      gradient: [
        [third, third, third],
        [-third, third, -third],
      ],
    });
  });

  test("Logistic", () => {
    check((x) => nd.LogisticRegressionOutput(x, target()), {
      values: [
        [0.731059, 0.880797, 0.952574],
        [0.5, 0.731059, 0.268941],
      ],
      gradient: [
        [0.243686, 0.293599, -0.015809],
        [-0.166667, 0.243686, 0.089647],
      ],
    });
  });

  testWithOp("SVMOutput")("SVM", () => {
    check((x) => nd.invoke("SVMOutput", [x, label()], {})[0]!, {
      values: X,
      gradient: [
        [4, 6, 0],
        [-2, 4, 0],
      ],
    });
  });

  testWithOp("SVMOutput")("SVM linear", () => {
    const options = { use_linear: true, margin: 0.5, regularization_coefficient: 2 };
    check((x) => nd.invoke("SVMOutput", [x, label()], options)[0]!, {
      values: X,
      gradient: [
        [2, 2, 0],
        [-2, 2, 0],
      ],
    });
  });
});

describe("MakeLoss and the losses proper", () => {
  test("MakeLoss ignores head", () => {
    check((x) => nd.MakeLoss(x.mul(x)), {
      values: [
        [1, 4, 9],
        [0, 1, 1],
      ],
      gradient: [
        [2, 4, 6],
        [0, 2, -2],
      ],
      headGrad: 50,
    });
  });

  test("MakeLoss batch gs3", () => {
    check((x) => nd.MakeLoss(x.mul(x), { gradScale: 3, normalization: "batch" }), {
      gradient: [
        [3, 6, 9],
        [0, 3, -3],
      ],
    });
  });

  test("MakeLoss valid", () => {
    check((x) => nd.MakeLoss(x.mul(x), { gradScale: 3, normalization: "valid", validThresh: 0.5 }), {
      gradient: [
        [1.2, 2.4, 3.6],
        [0, 1.2, -1.2],
      ],
    });
  });

  testWithOp("make_loss")("make_loss head", () => {
    check((x) => nd.invoke("make_loss", [x.mul(x)], {})[0]!, {
      gradient: [
        [2, 4, 6],
        [0, 2, -2],
      ],
      headGrad: 50,
    });
  });

  test("MakeLoss then *7", () => {
    check((x) => nd.MakeLoss(x.mul(x)).mul(7), {
      gradient: [
        [2, 4, 6],
        [0, 2, -2],
      ],
    });
  });

  testWithOp("SoftmaxActivation")("SoftmaxActivation", () => {
    check((x) => nd.invoke("SoftmaxActivation", [x], {})[0]!, {
      values: SOFTMAX,
      gradient: [
        [0, 0, 0],
        [0, 0, 0],
      ],
    });
  });

  test("softmax_cross_entropy", () => {
    check((x) => nd.softmaxCrossEntropy(x, label()), { values: [1.815212], gradient: P_MINUS_ONE_HOT });
  });
});
