/** Traps of MXNet 1.9.1's operators, one test for each experiment that was run there; titles are the experiments' names. */
import { type AttrValue, type NDArray, nd } from "mxgrad";
import { describe, expect, test } from "vitest";
import { expectError, expectValues, only } from "../support/values.ts";

const ints = (values: number[]): NDArray => nd.array(values, { dtype: "int32" });

describe("reshape", () => {
  test.each([
    [
      [0, -1],
      [2, 12],
    ],
    [[-2], [2, 3, 4]],
    [
      [0, -2],
      [2, 3, 4],
    ],
    [
      [-3, 4],
      [6, 4],
    ],
    [
      [0, -3],
      [2, 12],
    ],
    [
      [-4, 1, 2, -2],
      [1, 2, 3, 4],
    ],
    [
      [0, -4, -1, 3, 0],
      [2, 1, 3, 4],
    ],
    [
      [-3, -2],
      [6, 4],
    ],
    [
      [2, -4, 3, 1, 4],
      [2, 3, 1, 4],
    ],
    [[-1], [24]],
    [
      [0, 0, -1],
      [2, 3, 4],
    ],
    [
      [-1, 0],
      [8, 3],
    ],
  ])("reshape(%j) of (2,3,4)", (codes, expected) => {
    expect(nd.ones([2, 3, 4]).reshape(codes).shape).toEqual(expected);
  });

  test("reshape reverse (-1,0) of (10,5,4)", () => {
    expect(nd.ones([10, 5, 4]).reshape([-1, 0]).shape).toEqual([40, 5]);
    expect(nd.ones([10, 5, 4]).reshape([-1, 0], { reverse: true }).shape).toEqual([50, 4]);
  });

  test("reshape scalar ()", () => {
    // Without NumPy shapes MXNet's () means an unknown shape; an array must have a known one.
    expectError(() => nd.ones([1]).reshape([]), /Reshape/);
  });
});

describe("Pooling", () => {
  const height = (h: number, poolingConvention: "valid" | "full" | "same", k: number, s: number, p: number): number =>
    nd.Pooling(nd.ones([1, 1, h, h]), {
      kernel: [k, k],
      stride: [s, s],
      pad: [p, p],
      poolingConvention,
      poolType: "max",
    }).shape[2]!;

  test.each([
    ["pool h=5", 5, 2, 0, 2, 3],
    ["pool h=6", 6, 2, 0, 3, 3],
    ["pool h=7", 7, 2, 0, 3, 4],
    ["pool k3s2p1 h=6", 6, 3, 1, 3, 4],
  ])("%s", (_, h, kernel, pad, valid, full) => {
    expect(height(h, "valid", kernel, 2, pad)).toBe(valid);
    expect(height(h, "full", kernel, 2, pad)).toBe(full);
  });

  test("pool avg full count", () => {
    const options = { kernel: [2, 2], stride: [2, 2], poolingConvention: "full", poolType: "avg" } as const;
    expectValues(nd.Pooling(nd.ones([1, 1, 3, 3]), options), [
      [
        [
          [1, 1],
          [1, 1],
        ],
      ],
    ]);
  });

  test("pool avg pad include", () => {
    const options = { kernel: [2, 2], stride: [2, 2], pad: [1, 1], poolType: "avg" } as const;
    expectValues(nd.Pooling(nd.ones([1, 1, 2, 2]), options), [
      [
        [
          [0.25, 0.25],
          [0.25, 0.25],
        ],
      ],
    ]);
    const excluding = { ...options, countIncludePad: false };
    expectValues(nd.Pooling(nd.ones([1, 1, 2, 2]), excluding), [
      [
        [
          [1, 1],
          [1, 1],
        ],
      ],
    ]);
  });

  test("pool default stride", () => {
    expect(nd.Pooling(nd.ones([1, 1, 6, 6]), { kernel: [2, 2], poolType: "max" }).shape).toEqual([1, 1, 5, 5]);
  });

  test("pool lp", () => {
    const twos = nd.ones([1, 1, 2, 2]).mul(2);
    expectValues(nd.Pooling(twos, { kernel: [2, 2], poolType: "lp", pValue: 2 }), [[[[4]]]]);
  });

  test("pool sum", () => {
    expectValues(nd.Pooling(nd.ones([1, 1, 2, 2]).mul(2), { kernel: [2, 2], poolType: "sum" }), [[[[8]]]]);
  });

  test("pool global", () => {
    expect(nd.Pooling(nd.ones([1, 2, 5, 7]), { globalPool: true, poolType: "avg" }).shape).toEqual([1, 2, 1, 1]);
  });
});

describe("dtypes of results", () => {
  test("argmax dtype", () => {
    expectValues(nd.argmax(nd.array([1, 3, 2])), [1]);
    expect(
      nd.argmax(
        nd.array([
          [1, 3],
          [2, 0],
        ]),
        { axis: 1 },
      ).dtype,
    ).toBe("float32");
    expect(nd.argmax(ints([1, 3])).dtype).toBe("int32");
  });

  test("argsort/topk dtype", () => {
    const row = nd.array([[1, 3, 2]]);
    expect(nd.argsort(nd.array([1, 3, 2])).dtype).toBe("float32");
    const topk = (attrs: Record<string, AttrValue>): NDArray[] => nd.invoke("topk", [row], attrs);
    expect(topk({})[0]!.dtype).toBe("float32");
    const [values, indices] = topk({ ret_typ: "both", k: 2 });
    expectValues(values!, [[3, 2]]);
    expectValues(indices!, [[1, 2]]);
    expectValues(topk({ ret_typ: "mask", k: 2 })[0]!, [[0, 1, 1]]);
    expectValues(topk({ is_ascend: true })[0]!, [[0]]);
  });

  test("cmp dtype", () => {
    expect(ints([1, 2]).greater(1).dtype).toBe("int32");
    expectValues(nd.array([1, 2]).greater(1), [0, 1]);
    const left = nd.array([1, 2], { dtype: "float64" });
    expect(left.equal(nd.array([1, 3], { dtype: "float64" })).dtype).toBe("float64");
  });

  test("sum int", () => {
    expect(nd.sum(ints([1, 2])).dtype).toBe("int32");
    expectValues(nd.mean(ints([1, 2])), [1]);
    expectValues(nd.sum(nd.array([200, 100], { dtype: "uint8" })), [44]);
  });

  test("softmax int dtype", () => {
    const halves = nd.array([1, 2], { dtype: "float16" });
    expect(only("softmax", [halves], { dtype: "float32" }).dtype).toBe("float32");
  });

  test("dtype mix", () => {
    expectError(() => nd.ones([2], { dtype: "int32" }).add(nd.ones([2])), /int32/);
  });
});

describe("shapes and broadcasting", () => {
  test("split squeeze", () => {
    const shapes = (x: NDArray, attrs: Record<string, AttrValue>): number[][] =>
      nd.invoke("split", [x], { axis: 1, ...attrs }).map((part) => part.shape);
    expect(shapes(nd.ones([2, 4]), { num_outputs: 2 })).toEqual([
      [2, 2],
      [2, 2],
    ]);
    expect(shapes(nd.ones([2, 2]), { num_outputs: 2, squeeze_axis: true })).toEqual([[2], [2]]);
    expect(nd.split(nd.ones([2, 2]), { numOutputs: 1, axis: 1 })).toBeInstanceOf(nd.NDArray);
  });

  test("concat neg", () => {
    expect(nd.concat(nd.ones([2, 1]), nd.ones([2, 2]), { dim: -1 }).shape).toEqual([2, 3]);
    expect(nd.concat(nd.ones([2, 1]), nd.ones([3, 1]), { dim: 0 }).shape).toEqual([5, 1]);
    expect(nd.concat(nd.ones([2, 1]), nd.ones([2, 3])).shape).toEqual([2, 4]);
  });

  test("broadcast rules", () => {
    expect(nd.ones([2, 3]).add(nd.ones([1, 3])).shape).toEqual([2, 3]);
  });

  test("broadcast ndim mismatch", () => {
    expect(nd.ones([2, 3]).add(nd.ones([3])).shape).toEqual([2, 3]);
  });

  test("broadcast bad", () => {
    expectError(() => nd.ones([2, 3]).add(nd.ones([2, 2])), /[[(]2, ?3[\])].*[[(]2, ?2[\])]/s);
  });

  test("elemwise_add shape mismatch", () => {
    expectError(() => nd.elemwiseAdd(nd.ones([2, 3]), nd.ones([1, 3])), /rhs has shape \(1,3\), expected \(2,3\)/);
  });

  test("repeat/tile", () => {
    expect(nd.repeat(nd.ones([2, 3]), { repeats: 2 }).shape).toEqual([12]);
    expect(nd.tile(nd.ones([2, 3]), { reps: [2] }).shape).toEqual([2, 6]);
    expect(nd.repeat(nd.ones([2, 3]), { repeats: 2, axis: 1 }).shape).toEqual([2, 6]);
  });

  test("arange", () => {
    expect(nd.arange(3).dtype).toBe("float32");
    expect(nd.arange(0, 1, 0.25).shape).toEqual([4]);
    expectValues(nd.arange(2, { repeat: 2 }), [0, 0, 1, 1]);
  });

  test("expand/squeeze", () => {
    expect(nd.squeeze(nd.ones([1, 1])).shape).toEqual([1]);
    expect(nd.squeeze(nd.ones([1, 3, 1]), { axis: 0 }).shape).toEqual([3, 1]);
  });

  test("Pad", () => {
    const options = { mode: "reflect", padWidth: [0, 0, 0, 0, 0, 0, 1, 1] } as const;
    expectValues(nd.pad(nd.array([[[[1, 2, 3]]]]), options), [[[[2, 1, 2, 3, 2]]]]);
  });

  test("Pad 2d", () => {
    // MXNet refuses; here any rank is padded.
    expect(nd.pad(nd.ones([2, 2]), { mode: "constant", padWidth: [1, 1, 1, 1] }).shape).toEqual([4, 4]);
  });
});

describe("elementwise functions", () => {
  test("softmax temp", () => {
    expectValues(only("softmax", [nd.array([1, 2, 3])], { temperature: 2 }), [0.18632, 0.3072, 0.50648]);
    const rows = nd.array([
      [1, 2, 3],
      [1, 2, 3],
    ]);
    const masked = only("softmax", [rows, ints([2, 3])], { use_length: true, axis: 1 });
    expectValues(masked, [
      [0.26894, 0.73106, 0],
      [0.09003, 0.24473, 0.66524],
    ]);
  });

  test.each([
    ["leaky", [-0.25, 2]],
    ["elu", [-0.15803, 2]],
    ["selu", [-1.11133, 2.1014]],
    ["gelu", [-0.15866, 1.9545]],
  ])("leaky %s", (actType, expected) => {
    expectValues(only("LeakyReLU", [nd.array([-1, 2])], { act_type: actType }), expected);
  });

  test("prelu", () => {
    const inputs = [nd.array([[-1, -2]]), nd.array([0.1, 0.5])];
    expectValues(only("LeakyReLU", inputs, { act_type: "prelu" }), [[-0.1, -1]]);
  });

  test.each([
    ["relu", [0, 2]],
    ["sigmoid", [0.26894, 0.8808]],
    ["softrelu", [0.31326, 2.12693]],
    ["softsign", [-0.5, 0.66667]],
    ["tanh", [-0.76159, 0.96403]],
  ] as const)("Activation %s", (actType, expected) => {
    expectValues(nd.Activation(nd.array([-1, 2]), { actType }), expected);
  });

  test("round", () => {
    const x = nd.array([-1.5, 0.5, 1.5, 2.5]);
    expectValues(nd.round(x), [-2, 1, 2, 3]);
    expectValues(nd.rint(x), [-2, 0, 1, 2]);
    expectValues(nd.fix(nd.array([-1.5, 1.5])), [-1, 1]);
  });

  test("sign/zero gamma", () => {
    expectValues(nd.sign(nd.array([-0, 3])), [0, 1]);
  });

  test("smooth_l1", () => {
    expectValues(nd.smoothL1(nd.array([0.2, 2]), { scalar: 2 }), [0.08, 1.875]);
  });

  test("clip nan", () => {
    expectValues(nd.clip(nd.array([Number.NaN, 5]), { aMin: 0, aMax: 1 }), [Number.NaN, 1]);
  });

  test("LayerNorm eps", () => {
    expectValues(nd.LayerNorm(nd.array([[1, 2, 3]]), nd.ones([3]), nd.zeros([3])), [[-1.22474, 0, 1.22474]]);
  });

  test.each([
    ["instance", [0, 0.08452]],
    ["channel", [0, 0.19612]],
    ["spatial", [0, 0.26726]],
  ] as const)("L2Norm modes: %s", (mode, firstRow) => {
    const y = nd.L2Normalization(nd.arange(8).reshape([1, 2, 2, 2]), { mode });
    expectValues(y.reshape([-1]).slice("0:2"), firstRow);
  });
});
