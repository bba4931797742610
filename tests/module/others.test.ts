/** Modules of several symbols, and monitors, against MXNet 1.9.1. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mx, { init, io, mod, mon, type NDArray, nd, sym } from "mxgrad";
import { afterAll, describe, expect, test } from "vitest";
import { batches, expectClose, folder, golden, type Stored } from "./golden.ts";

const others = JSON.parse(readFileSync(new URL("others.json", folder), "utf8")) as {
  readonly bucketing: {
    readonly batches: readonly [words: number[][], labels: number[]][];
    readonly symbols: Readonly<Record<number, string>>;
    readonly params: Readonly<Record<string, Stored>>;
  };
  readonly sequential: { readonly symbols: [string, string]; readonly params: Readonly<Record<string, Stored>> };
  readonly pythonLoss: {
    readonly symbol: string;
    readonly params: Readonly<Record<string, Stored>>;
    readonly score: readonly [name: string, value: number][];
    readonly shapes: readonly [name: string, shape: number[]][];
  };
  readonly monitors: readonly { pattern: string; sort: boolean; notes: mon.Note[][] }[];
};
const directory = mkdtempSync(join(tmpdir(), "mxgrad-module-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const SGD = { learningRate: 0.5, momentum: 0.9, wd: 0.001 };
const [mlp] = golden;

function expectParams(module: mod.BaseModule, wanted: Readonly<Record<string, Stored>>): void {
  const [args] = module.getParams();
  expect(Object.keys(args).sort()).toEqual(Object.keys(wanted).sort());
  for (const [name, value] of Object.entries(wanted)) expectClose(args[name]!, value, name);
}

describe("BucketingModule", () => {
  const symGen: mod.SymbolGenerator = (key) => [
    sym.fromJSON(others.bucketing.symbols[key as number]!),
    ["data"],
    ["softmax_label"],
  ];
  const bucketBatches = others.bucketing.batches.map(([words, labels]) => {
    const [x, y] = [nd.array(words), nd.array(labels)];
    return new io.DataBatch([x], {
      label: [y],
      bucketKey: x.shape[1],
      provideData: [new io.DataDesc("data", x.shape)],
      provideLabel: [new io.DataDesc("softmax_label", y.shape)],
    });
  });

  /** Batches of all buckets, for `fit` and `score`. */
  class Buckets {
    readonly provideData = [new io.DataDesc("data", [4, 5])];
    readonly provideLabel = [new io.DataDesc("softmax_label", [4])];
    reset(): void {}
    [Symbol.iterator](): Iterator<io.DataBatch> {
      return bucketBatches[Symbol.iterator]();
    }
  }

  function trained(): mod.BucketingModule {
    mx.random.seed(11);
    const module = new mod.BucketingModule(symGen, { defaultBucketKey: 5, logger: null });
    module.bind([["data", [4, 5]]], [["softmax_label", [4]]]);
    module.initParams(new init.Uniform(0.5));
    module.initOptimizer({ optimizerParams: SGD });
    return module;
  }

  test("all buckets train the same parameters", () => {
    const module = trained();
    for (let epoch = 0; epoch < 2; epoch++) {
      for (const batch of bucketBatches) {
        module.forwardBackward(batch);
        module.update();
      }
    }
    expectParams(module, others.bucketing.params);
  });

  test("fit does the same", async () => {
    const module = trained();
    await module.fit(new Buckets(), { numEpoch: 2 });
    expectParams(module, others.bucketing.params);
  });

  test("checkpoints keep the symbols of all buckets", async () => {
    const module = trained();
    await module.fit(new Buckets(), { numEpoch: 1 });
    const scored = module.score(new Buckets(), "ce");
    const prefix = join(directory, "buckets");
    module.saveCheckpoint(prefix, 1);
    const loaded = await mod.BucketingModule.load(prefix, 1, symGen, { defaultBucketKey: 5, logger: null });
    loaded.bind([["data", [4, 5]]], [["softmax_label", [4]]], { forTraining: false });
    expect(loaded.score(new Buckets(), "ce")).toEqual(scored);
  });

  test("wants a generator and a default, and knows its place", () => {
    expect(() => new mod.BucketingModule(5 as never, { defaultBucketKey: 1 })).toThrow("symGen must be a function");
    expect(() => new mod.BucketingModule(symGen, {} as never)).toThrow("defaultBucketKey is missing");
    const module = new mod.BucketingModule(symGen, { defaultBucketKey: 5, logger: null });
    expect(module.dataNames).toEqual(["data"]);
    expect(() => module.forward(bucketBatches[0]!)).toThrow("forward: call bind first");
    expect(() => module.saveCheckpoint("x", 1)).toThrow("Empty BucketingModule cannot be saved");
  });
});

describe("SequentialModule", () => {
  const make = (): mod.SequentialModule => {
    const [first, second] = others.sequential.symbols.map((text) => sym.fromJSON(text));
    return new mod.SequentialModule({ logger: null })
      .add(new mod.Module(first!, { labelNames: [], logger: null }))
      .add(new mod.Module(second!, { dataNames: ["hidden"], logger: null }), { takeLabels: true, autoWiring: true });
  };

  test("gradients go back through all modules", async () => {
    mx.random.seed(11);
    const module = make();
    const options = { numEpoch: 3, initializer: new init.Xavier(), optimizerParams: SGD };
    await module.fit(batches(mlp!), options);
    expectParams(module, others.sequential.params);
    expect((module.predict(batches(mlp!)) as NDArray).shape).toEqual([50, 3]);
  });

  test("refuses what makes no sense", () => {
    expect(() => new mod.SequentialModule().bind([["data", [1]]])).toThrow("empty SequentialModule");
    expect(() => make().add({} as never)).toThrow("expected a module");
    expect(() => make().add(make(), { takeLabel: true } as never)).toThrow('Unknown meta "takeLabel", a typo?');
    const net = sym.FullyConnected(sym.Variable("data"), { numHidden: 5, name: "same" });
    const twice = new mod.SequentialModule({ logger: null });
    for (let i = 0; i < 2; i++) twice.add(new mod.Module(net, { labelNames: [], logger: null }), { autoWiring: true });
    twice.bind([["data", [2, 5]]]);
    expect(() => twice.initParams()).toThrow('Duplicated parameter names: name "same_weight" in layer 1');
  });
});

describe("PythonModule, PythonLossModule", () => {
  const hinge: mod.GradFunction = (scores, labels) => {
    const right = nd.oneHot(labels, { depth: scores.shape[1]! });
    const wrong = nd
      .broadcastSub(scores, nd.pick(scores, labels, { keepdims: true }))
      .add(1)
      .sub(right)
      .greater(0);
    return wrong.sub(nd.broadcastMul(right, wrong.sum({ axis: 1, keepdims: true })));
  };

  /** Takes numbers for scores as they are, and passes gradients through. */
  class Halve extends mod.PythonModule {
    halves: NDArray | null = null;
    grad: NDArray | null = null;
    constructor() {
      super(["data"], null, ["half"], { logger: null });
    }
    computeOutputShapes(): [string, readonly number[]][] {
      return [["half", this.dataShapes[0]!.shape]];
    }
    forward({ data }: io.DataBatch): void {
      this.halves = data[0]!.div(2);
    }
    backward(outGrads: readonly NDArray[] = []): void {
      this.grad = outGrads[0]!.div(2);
    }
    getOutputs(): NDArray[] {
      return [this.halves!];
    }
    getInputGrads(): NDArray[] {
      return [this.grad!];
    }
  }

  test("a gradient in JavaScript trains what stands before it, as in MXNet", async () => {
    const { symbol, params, score, shapes } = others.pythonLoss;
    mx.random.seed(11);
    const loss = new mod.PythonLossModule({ gradFunc: hinge, logger: null });
    const module = new mod.SequentialModule({ logger: null })
      .add(new mod.Module(sym.fromJSON(symbol), { labelNames: [], logger: null }))
      .add(loss, { takeLabels: true, autoWiring: true });
    const epochs: unknown[] = [];
    let installed = 0;
    await module.fit(batches(mlp!), {
      numEpoch: 3,
      initializer: new init.Xavier(),
      optimizerParams: SGD,
      monitor: { install: () => void installed++, tic() {}, tocPrint() {} },
      epochEndCallback: (epoch, symbol) => void epochs.push([epoch, symbol]),
    });
    expectParams(module, params);
    expect(installed).toBe(1);
    expect(epochs).toEqual([0, 1, 2].map((epoch) => [epoch, null]));
    expect(loss.outputShapes).toEqual(shapes);
    expect(module.score(batches(mlp!), "acc")).toEqual(score);
    expect((module.predict(batches(mlp!)) as NDArray).shape).toEqual([50, 3]);
  });

  test("a module in the middle passes on what it computes", () => {
    const net = (name: string) => sym.FullyConnected(sym.Variable("data"), { numHidden: 2, noBias: true, name });
    const module = new mod.SequentialModule({ logger: null });
    const options = { labelNames: null, logger: null };
    module.add(new mod.Module(net("a"), options)).add(new Halve(), { autoWiring: true });
    module.add(new mod.Module(net("b"), options), { autoWiring: true });
    module.bind([["data", [1, 2]]], { inputsNeedGrad: true });
    module.initParams(new init.One());
    module.forward(new io.DataBatch([nd.array([[1, 2]])]), true);
    expect(module.getOutputs()[0]!.toArray()).toEqual([[3, 3]]);
    module.backward([nd.array([[1, 0]])]);
    expect(module.getInputGrads()[0]!.toArray()).toEqual([[1, 1]]);
  });

  test("gradients outlive scopes, and what was made for them does not", () => {
    const loss = new mod.PythonLossModule({ gradFunc: (scores, labels) => scores.mul(2).sub(labels), logger: null });
    loss.bind([["data", [2]]], [["softmax_label", [2]]]);
    const batch = new io.DataBatch([nd.array([1, 2])], [nd.array([1, 0])]);
    loss.forward(batch);
    const before = mx.memory().live;
    mx.scope(() => loss.backward());
    expect(mx.memory().live).toBe(before + 1);
    expect(loss.getInputGrads()[0]!.toArray()).toEqual([1, 4]);
    const plain = new mod.PythonLossModule({ gradFunc: () => [3, 4], name: "mine", logger: null });
    plain.bind([["data", [2]]], [["softmax_label", [2]]]);
    plain.forwardBackward(batch);
    expect([plain.outputNames, plain.getInputGrads()[0]!.toArray()]).toEqual([["mine_output"], [3, 4]]);
  });

  test("what comes too early or does not fit is refused", () => {
    const loss = new mod.PythonLossModule({ logger: null });
    expect(() => loss.dataShapes).toThrow("dataShapes: call bind first");
    expect(() => loss.forward(new io.DataBatch([nd.ones([1])]))).toThrow("forward: call bind first");
    expect(() => loss.bind([["x", [1]]])).toThrow("bind: dataShapes has x, expected data");
    expect(() => loss.bind([["data", [1]]], [["y", [1]]])).toThrow("labelShapes has y, expected softmax_label");
    expect(() => loss.bind([["data", [1]]], null, { gradReq: "add" })).toThrow(/gradReq "write", got the text "add"/);
    loss.bind([["data", [1]]], [["softmax_label", [1]]]);
    expect(() => loss.getOutputs()).toThrow("getOutputs: call forward first");
    expect(() => loss.backward()).toThrow("backward: call forward with labels first");
    expect(() => loss.forward(new io.DataBatch([nd.ones([1])]))).toThrow("forward: the batch has no labels");
    loss.forward(new io.DataBatch([nd.ones([1])], [nd.ones([1])]));
    expect(() => loss.getInputGrads()).toThrow("getInputGrads: call backward first");
    expect(() => loss.backward()).toThrow("PythonLossModule: there is neither a gradFunc nor a gradient");
    expect(() => loss.backward([nd.ones([1])])).toThrow("a loss takes no gradients of its outputs");
    loss.bind([["data", [1]]], null, { forTraining: false, forceRebind: true });
    expect(() => loss.backward()).toThrow("bind with forTraining: true first");
    expect(() => new mod.PythonLossModule({ dataNames: ["a", "b"] })).toThrow(/one input and one label .* got 2 and 1/);
    expect(() => new mod.PythonLossModule({ gradFunc: 3 as never })).toThrow(TypeError);
    expect(() => new Halve().bind([["data", [1]]], [["y", [1]]])).toThrow("labelShapes has y, expected nothing");
  });
});

describe("Monitor", () => {
  for (const { pattern, sort, notes } of others.monitors) {
    test(`notes what MXNet's does: ${pattern}${sort ? ", sorted" : ""}`, () => {
      mx.random.seed(11);
      const module = new mod.Module(sym.fromJSON(mlp!.symbol), { logger: null });
      module.bind([["data", [2, 5]]], [["softmax_label", [2]]]);
      module.initParams(new init.Uniform(0.3));
      const monitor = new mon.Monitor(2, { pattern, sort });
      module.installMonitor(monitor);
      const batch = batches(mlp!, 2, { batchSize: 2 }).next()!;
      const seen = notes.map(() => {
        monitor.tic();
        module.forward(batch);
        return monitor.toc();
      });
      const rounded = (list: mon.Note[][]) =>
        list.map((some) => some.map(([step, name, text]) => [step, name, Number(text).toPrecision(5)]));
      expect(rounded(seen)).toEqual(rounded(notes));
      expect(seen[0]![0]![2]).toMatch(/^\d+\.\d+\t$/);
    });
  }

  test("writes during fit", async () => {
    const lines: string[] = [];
    const module = new mod.Module(sym.fromJSON(mlp!.symbol), { logger: null });
    const monitor = new mon.Monitor(4, { pattern: "fc1_b", log: (line) => lines.push(line) });
    await module.fit(batches(mlp!), { numEpoch: 1, monitor });
    expect(lines.map((line) => line.slice(0, 24))).toEqual(["Batch:       1 fc1_bias ", "Batch:       5 fc1_bias "]);
    expect(lines[0]).toMatch(/^Batch: {7}1 fc1_bias {23}-?\d[\d.e-]+\t$/);
    expect(() => new mon.Monitor(0)).toThrow("interval must be a positive integer");
  });
});
