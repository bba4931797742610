/** Misuse: each error names the operator, the argument and what it got, and the library works on. */
import { autograd, init, MXNetError, nd } from "mxgrad";
import { afterEach, expect, test } from "vitest";

const x = nd.ones([2, 4]);

afterEach(() => {
  expect(x.add(1).sum().asscalar()).toBe(16);
  expect(autograd.isRecording()).toBe(false);
});

const misuses: readonly [what: string, run: () => unknown, message: string | RegExp][] = [
  [
    "a weight of a wrong shape",
    () => nd.FullyConnected(x, nd.ones([10, 5]), nd.ones([10]), { numHidden: 10 }),
    "FullyConnected: weight has shape (10,5), expected (10,4) because data has shape (2,4)",
  ],
  ["shapes that do not broadcast", () => x.add(nd.ones([3])), "shapes (2,4) (3,)"],
  ["inner sizes of a product", () => nd.dot(x, x), /dot: rhs has shape \(2,4\)/],
  [
    "mixed dtypes",
    () => x.add(nd.ones([2, 4], { dtype: "int32" })),
    /broadcast_add: rhs has dtype int32, expected float32/,
  ],
  [
    "an unknown dtype",
    () => nd.zeros([2], { dtype: "complex64" as never }),
    /unknown dtype "complex64"; the dtypes are: float32/,
  ],
  [
    "an unknown option",
    () => nd.sum(x, { axes: 1 } as never),
    "sum: unknown option axes; the options are: axis, keepdims, exclude",
  ],
  [
    "a missing option",
    () => nd.invoke("FullyConnected", [x, x]),
    /FullyConnected: the required option numHidden \(.*integer\) is missing/,
  ],
  [
    "a value that is no choice",
    () => nd.Activation(x, { actType: "swish" as never }),
    /Activation: actType is swish, expected one of relu/,
  ],
  ["an axis out of range", () => x.sum(2), /sum: axis is 2, expected an axis of shape \(2,4\)/],
  ["an unknown operator", () => nd.invoke("frobnicate", [x]), "Operator frobnicate is not registered"],
  ["too few tensors", () => nd.invoke("dot", [x]), /dot: got 1 inputs, expected 2 \(lhs, rhs\)/],
  ["out of a wrong shape", () => nd.exp(x, { out: nd.zeros([3]) }), /exp: out has shape \(3,\), expected \(2,4\)/],
  ["an index out of range", () => x.at(2), "index 2 is out of bounds for axis 0 with size 2"],
  ["a slice that is none", () => x.slice("1-3"), /"1-3" is not a slice/],
  ["too many indices", () => x.at(0, 0, 0), /too many indices \(3\)/],
  ["a value that does not fit", () => x.set(nd.ones([3]), 0), /a value of shape \(3\) cannot be broadcast to \(4\)/],
  ["uneven nesting", () => nd.array([[1, 2], [3]]), /uneven/],
  [
    "data that does not fill a shape",
    () => nd.array([1, 2, 3], { shape: [2, 2] }),
    /shape is \(2,2\) with 4 elements, but the data has 3/,
  ],
  ["a reshape to another size", () => x.reshape([3, 3]), /Reshape: data has shape \(2,4\)/],
  ["backward without a graph", () => x.backward(), /not in a computational graph/],
  ["an unknown gradReq", () => nd.ones([1]).attachGrad("sometimes" as never), /gradReq is "sometimes"/],
  ["a distribution's parameter", () => nd.random.normal(0, -1, [2]), /normal.*scale.*-1/],
  ["a parameter without a rule", () => new init.Xavier()(new init.InitDesc("strange"), nd.ones([2, 2])), /strange/],
];

test.each(misuses)("%s", (_, run, message) => {
  expect(run).toThrow(message);
  try {
    run();
  } catch (error) {
    expect(error instanceof MXNetError || error instanceof TypeError).toBe(true);
  }
});

const wrongTypes: readonly [what: string, run: () => unknown, message: RegExp][] = [
  ["a plain number as tensor", () => nd.exp(3 as never), /exp: input 0 must be an NDArray, got the number 3/],
  ["text as operand", () => x.add("1" as never), /must be an NDArray or a number, got the text "1"/],
  ["a list as head", () => autograd.backward([x, 1] as never), /heads\[1\] must be an NDArray/],
  ["a Promise from record", () => autograd.record(async () => x), /Promise/],
  ["text in nested numbers", () => nd.array(["1"] as never), /elements must be numbers/],
];

test.each(wrongTypes)("%s", (_, run, message) => {
  expect(run).toThrow(TypeError);
  expect(run).toThrow(message);
});
