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
