/** Operators as methods of symbols: names, attributes, and that blocks may use them on symbols and arrays alike. */
import { gluon, type NDArray, nd, sym } from "mxgrad";
import { expect, test } from "vitest";

const x = sym.Variable("x");

test("a method is the operator on the symbol, named as MXNet names it", () => {
  // The nodes of MXNet's x.reshape((0, -1)).sum(axis=1).exp().astype('float16').clip(0, 1).tile((2,)).
  const y = x.reshape([0, -1]).sum({ axis: 1 }).exp().astype("float16").clip(0, 1).tile([2]);
  const { nodes } = JSON.parse(y.toJSON()) as { nodes: { op: string; name: string; attrs?: Record<string, string> }[] };
  expect(nodes.slice(1).map(({ op, attrs = {} }) => [op, attrs])).toEqual([
    ["Reshape", { shape: "(0, -1)" }],
    ["sum", { axis: "1" }],
    ["exp", {}],
    ["Cast", { dtype: "float16" }],
    ["clip", { a_max: "1", a_min: "0" }],
    ["tile", { reps: "(2,)" }],
  ]);
  expect(nodes.slice(1).map(({ name }) => name.replace(/\d+$/, ""))).toEqual([
    "reshape",
    "sum",
    "exp",
    "cast",
    "clip",
    "tile",
  ]);
});

test("a name may be given, by position or among the options", () => {
  expect(x.sum({ axis: 0, name: "s" }).listOutputs()).toEqual(["s_output"]);
  expect(x.reshape([-1], { name: "flat" }).listOutputs()).toEqual(["flat_output"]);
  expect(() => x.reshape(3 as never)).toThrow(/reshape: expected a shape/);
  expect(() => x.sum({ scale: 2 })).toThrow(/scale/);
});

test("a block that uses methods can be hybridized", () => {
  class Normalize extends gluon.HybridBlock {
    override hybridForward(F: gluon.Functions, x: NDArray): NDArray {
      const flat = x.reshape([0, -1]);
      return F.broadcastSub(flat, flat.mean({ axis: 1, keepdims: true }))
        .abs()
        .sum({ axis: 1 });
    }
  }
  const net = new Normalize();
  const x = nd.array([
    [1, 2, 3],
    [4, 4, 10],
  ]);
  const eager = net(x).toArray();
  net.hybridize();
  expect(net(x).toArray()).toEqual(eager);
  expect(eager).toEqual([2, 8]);
});

test.each([
  [["1:3"]],
  [[0]],
  [[-1]],
  [[":", 1]],
  [[1, "::2", "1:"]],
  [["::-1", ":", "-2:"]],
  [[0, 1, 2]],
  [[null, 0, null, ":"]],
  [[":", null]],
  [[]],
] as (number | string | null)[][][])("slice(%j) takes what it takes of an array", (index) => {
  const values = nd.arange(24).reshape([2, 3, 4]);
  const part = x.slice(...index).eval({ x: values })[0]!;
  const expected = values.slice(...index);
  expect([part.shape, part.toArray()]).toEqual([expected.shape, expected.toArray()]);
});

test("slices and operands that symbols cannot have are refused", () => {
  expect(() => x.slice([0, 1] as never)).toThrow(/slice: expected a number.*lists of places need take/);
  expect(() => x.slice("1-2")).toThrow(/is not a slice/);
  expect(() => x.slice(0.5)).toThrow(/not an integer/);
  expect(() => x.take([0] as never)).toThrow(/take: indices must be a Symbol/);
  expect(() => sym.maximum(1, 2)).toThrow(/maximum: one of the operands must be a Symbol/);
  expect(() => x.add("1" as never)).toThrow(/elemwise_add: the operand must be a Symbol or a number/);
  expect(() => sym.random.shuffle(3 as never)).toThrow(/random.shuffle: data must be a Symbol/);
});

test("a block that slices can be hybridized", () => {
  class Gated extends gluon.HybridBlock {
    override hybridForward(F: gluon.Functions, x: NDArray): NDArray {
      return F.maximum(x.slice(":", ":2"), 0).mul(F.sigmoid(x.slice(":", "2:")));
    }
  }
  const [net, x] = [new Gated(), nd.array([[-1, 2, 0, 0]])];
  const eager = net(x).toArray();
  net.hybridize();
  expect(net(x).toArray()).toEqual(eager);
  expect(eager).toEqual([[0, 1]]);
});
