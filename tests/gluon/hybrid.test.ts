/** Blocks whose graph is made once: hybridize, export, SymbolBlock; tests/golden/exports.json is MXNet's. */
import { readFileSync } from "node:fs";
import mx, { autograd, gluon, MXNetError, type NDArray, nd, random, sym } from "mxgrad";
import { beforeEach, describe, expect, test } from "vitest";

const { nn } = gluon;
const golden = JSON.parse(readFileSync(new URL("../golden/exports.json", import.meta.url), "utf8"));

function lenet(): gluon.nn.HybridSequential {
  const net = new nn.HybridSequential({ prefix: "lenet_" });
  net.nameScope(() => {
    net.add(
      new nn.Conv2D(6, 5, { activation: "tanh" }),
      new nn.MaxPool2D(2, 2),
      new nn.Conv2D(8, 3, { padding: 1, useBias: false }),
      new nn.BatchNorm(),
      new nn.Activation("relu"),
      new nn.GlobalAvgPool2D(),
      new nn.Flatten(),
      new nn.Dropout(0.5),
      new nn.Dense(12, { activation: "relu" }),
      new nn.Dense(5),
    );
  });
  return net;
}

function smallLayers(): gluon.nn.HybridSequential {
  const net = new nn.HybridSequential({ prefix: "small_" });
  net.nameScope(() => {
    net.add(new nn.Embedding(10, 6), new nn.LayerNorm(), new nn.LeakyReLU(0.1), new nn.PReLU());
    net.add(new nn.ELU(0.3), new nn.SELU(), new nn.GELU(), new nn.Swish(1.5), new nn.HybridLambda("tanh"));
    net.add(new nn.Dense(3, { flatten: false }));
  });
  return net;
}

class Two extends gluon.HybridBlock<NDArray[], [NDArray, NDArray]> {
  scale = this.params.get("scale", { shape: [1, 3], init: "ones" });
  out = this.nameScope(() => new nn.Dense(2, { inUnits: 3 }));

  override hybridForward(F: gluon.Functions, a: NDArray, b: NDArray, { scale }: gluon.ParameterValues): unknown {
    const c = F.broadcastMul(a.add(b.mul(2)), scale as NDArray);
    return [this.out(c), F.exp(c)];
  }
}

const MODELS: readonly [string, () => gluon.HybridBlock, number[][]][] = [
  ["lenet", lenet, [[2, 1, 14, 14]]],
  ["small_layers", smallLayers, [[2, 4]]],
  [
    "two",
    () => new Two({ prefix: "two_" }) as unknown as gluon.HybridBlock,
    [
      [2, 3],
      [2, 3],
    ],
  ],
];

const list = (y: unknown): NDArray[] => [y].flat() as NDArray[];
const values = (y: unknown): number[][] => list(y).map((x) => Array.from(x.toTypedArray() as Float32Array));

function expectClose(a: number[][], b: number[][], tolerance: number): void {
  expect(a.map((x) => x.length)).toEqual(b.map((x) => x.length));
  a.forEach((x, k) => {
    x.forEach((v, i) => {
      expect(Math.abs(v - (b[k]?.[i] as number))).toBeLessThanOrEqual(tolerance * (1 + Math.abs(v)));
    });
  });
}

beforeEach(() => random.seed(3));

describe.each(MODELS)("%s", (name, make, shapes) => {
  const inputs = (): NDArray[] => shapes.map((shape) => nd.random.uniform(0, 2, shape));

  test("the exported symbol is MXNet's", () => {
    const net = make();
    net.initialize();
    net.hybridize();
    net(...shapes.map((shape) => nd.ones(shape)));
    const { symbol, params } = net.export(null);
    expect(symbol).toBe(golden[name].symbol);
    expect(Object.keys(nd.load(params)).sort()).toEqual([...golden[name].names].sort());
  });

  test("the same outputs and gradients with and without a graph", () => {
    const net = make();
    net.initialize("xavier");
    const x = inputs();
    const run = (train: boolean): [number[][], number[][]] => {
      random.seed(5);
      const y = autograd.record(train, () => net(...x));
      autograd.backward(list(y));
      const params = [...net.collectParams().values()].filter((param) => param.gradReq !== "null");
      return [values(y), params.map((param) => Array.from(param.grad().toTypedArray() as Float32Array))];
    };
    net(...x);
    const saved = net.saveParameters();
    const eager = [values(net(...x)), run(false), run(true)] as const;
    net.loadParameters(saved);
    net.hybridize();
    const graph = [values(net(...x)), run(false), run(true)] as const;
    expectClose(graph[0], eager[0], 1e-5);
    expect(graph.slice(1)).toEqual(eager.slice(1));
    net.loadParameters(saved);
    net.hybridize(false);
    expect(values(net(...x))).toEqual(eager[0]);
  });

  test("the files make a SymbolBlock that goes on", async () => {
    const net = make();
    net.initialize("xavier");
    const x = inputs();
    const expected = values(net(...x));
    const names = shapes.length === 1 ? ["data"] : shapes.map((_, i) => `data${i}`);
    const same = await gluon.SymbolBlock.imports(net.export(null), names);
    expectClose(values(same(...x)), expected, 1e-5);
    const trainer = new gluon.Trainer(same.collectParams(), "sgd", { learningRate: 0.1 });
    autograd.backward(list(autograd.record(() => same(...x))));
    trainer.step(2);
    // The plan sees the new weights.
    const after = values(same(...x));
    expect(after).not.toEqual(expected);
    expectClose(after, values(autograd.predictMode(() => autograd.record(false, () => same(...x)))), 1e-5);
  });
});

describe("hybridize", () => {
  test("makes deferred parameters, and follows other shapes and types", () => {
    const net = lenet();
    net.initialize();
    net.hybridize();
    expect(list(net(nd.ones([2, 1, 14, 14])))[0]?.shape).toEqual([2, 5]);
    expect(list(net(nd.ones([3, 1, 18, 18])))[0]?.shape).toEqual([3, 5]);
    expect(() => net(nd.ones([3, 2, 18, 18]))).toThrow(MXNetError);
    expect(list(net(nd.ones([2, 1, 14, 14])))[0]?.shape).toEqual([2, 5]);
  });

  test("outputs are the caller's own", () => {
    const net = new nn.Dense(2, { inUnits: 2 });
    net.initialize("ones");
    net.hybridize();
    const [a, b] = [net(nd.ones([1, 2])), net(nd.zeros([1, 2]))];
    expect([a.toArray(), b.toArray()]).toEqual([[[2, 2]], [[0, 0]]]);
  });

  test("training mode without a record drops and normalises as in training", () => {
    const net = new nn.HybridSequential().add(new nn.Dropout(0.5));
    net.hybridize();
    const y = autograd.trainMode(() => net(nd.ones([1000])) as NDArray);
    const kept = (y.toTypedArray() as Float32Array).filter((v) => v > 0).length;
    expect(kept).toBeGreaterThan(400);
    expect(kept).toBeLessThan(600);
  });

  test("what has no hybridForward says so", () => {
    class Plain extends gluon.HybridBlock {
      override hybridForward(): never {
        throw new MXNetError("not on symbols");
      }
    }
    const net = new Plain();
    net.hybridize();
    expect(() => net(nd.ones([1]))).toThrow("not on symbols");
  });
});

describe("SymbolBlock", () => {
  const data = sym.Variable("data");

  test("of a part of a network", () => {
    const hidden = sym.FullyConnected(data, { numHidden: 3, name: "fc1" });
    const net = new gluon.SymbolBlock(
      sym.Activation(hidden, { actType: "relu", name: "act" }).getInternals().get("fc1_output"),
      data,
    );
    net.initialize("ones");
    expect(net(nd.ones([1, 2])).toArray()).toEqual([[3, 3, 3]]);
  });

  test("inside of another block, hybridized", () => {
    const inner = new gluon.SymbolBlock(sym.FullyConnected(data, { numHidden: 3, name: "fc" }), data);
    const net = new nn.HybridSequential().add(inner, new nn.Dense(2));
    net.initialize("ones");
    const x = nd.ones([1, 2]);
    const eager = values(net(x));
    net.hybridize();
    expect(values(net(x))).toEqual(eager);
  });

  test("errors name what is wrong", async () => {
    const fc = sym.FullyConnected(data, { numHidden: 3, name: "fc" });
    expect(() => new gluon.SymbolBlock(fc, sym.Variable("x"))).toThrow(/input x is no variable.*data, fc_weight/);
    expect(() => new gluon.SymbolBlock("fc" as never, data)).toThrow(TypeError);
    const net = new gluon.SymbolBlock(fc, data);
    expect(() => net(nd.ones([1, 2]))).toThrow(/fc_weight.*has not been initialized/);
    expect(() => net(nd.ones([1, 2]), nd.ones([1]))).toThrow(/got 2 inputs, expected 1: data/);
    const files = mx.model.saveCheckpoint(null, 0, fc, { fc_weight: nd.ones([3, 2]) }, {});
    await expect(gluon.SymbolBlock.imports(files, ["data"])).rejects.toThrow(/fc_bias/);
    await expect(gluon.SymbolBlock.imports(files, ["no"])).rejects.toThrow(/no/);
    await expect(gluon.SymbolBlock.imports({ symbol: "{" }, ["data"])).rejects.toThrow(MXNetError);
  });
});
