/** What Module says and keeps, beside the numbers. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import mx, { callback, init, io, lrScheduler, MXNetError, mod, model, type NDArray, nd, optimizer, sym } from "mxgrad";
import { afterAll, describe, expect, test } from "vitest";
import { batches, expectClose, folder, golden } from "./golden.ts";

const mlp = golden[0]!;
const directory = mkdtempSync(join(tmpdir(), "mxgrad-module-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function make(options: mod.ModuleOptions = {}): mod.Module {
  return new mod.Module(sym.fromJSON(mlp.symbol), { logger: null, ...options });
}

/** A module that is bound to the data of the first case, and has parameters. */
function ready(options: mod.ModuleOptions = {}): mod.Module {
  const module = make(options);
  const data = batches(mlp);
  module.bind(data.provideData, data.provideLabel);
  module.initParams(new init.Uniform(0.3));
  return module;
}

const values = (x: NDArray): number[] => Array.from(x.toTypedArray(), Number);

describe("order", () => {
  test("calls that come too early say what comes first", () => {
    const module = make();
    const batch = batches(mlp).next()!;
    expect(() => module.forward(batch)).toThrow(new MXNetError("forward: call bind first"));
    expect(() => module.initParams()).toThrow("initParams: call bind first");
    expect(() => module.getParams()).toThrow("getParams: call initParams first");
    expect(() => module.dataShapes).toThrow("dataShapes: call bind first");
    module.bind([["data", [10, 5]]], [["softmax_label", [10]]]);
    expect(() => module.forward(batch)).toThrow("forward: call initParams first");
    expect(() => module.initOptimizer()).toThrow("initOptimizer: call initParams first");
    module.initParams();
    expect(() => module.update()).toThrow("update: call initOptimizer first");
    expect(() => module.saveOptimizerStates(null)).toThrow("saveOptimizerStates: call initOptimizer first");
    expect(() => module.getInputGrads()).toThrow("getInputGrads: bind with inputsNeedGrad: true first");
    module.forward(batch);
    expect(module.outputShapes).toEqual([["softmax_output", [10, 3]]]);
  });

  test("what is done already is not done again", () => {
    const lines: string[] = [];
    const module = ready({ logger: { info: () => {}, warn: (line) => lines.push(line) } });
    const [before] = module.getParams();
    const copy = values(before.fc1_weight!);
    module.bind([["data", [3, 5]]]);
    module.initParams(new init.One());
    expect(module.dataShapes[0]!.shape).toEqual([10, 5]);
    expect(values(module.getParams()[0].fc1_weight!)).toEqual(copy);
    module.initOptimizer();
    module.initOptimizer({ optimizer: "adam" });
    expect(lines).toEqual([
      "Already bound, ignoring bind()",
      "Parameters already initialized and force_init=False. init_params call ignored.",
      "optimizer already initialized, ignoring...",
    ]);
    module.initParams(new init.One(), { forceInit: true });
    expect(values(module.getParams()[0].fc1_weight!)).toEqual(copy.map(() => 1));
  });

  test("names must be those of the symbol", () => {
    expect(() => make({ dataNames: ["input"] })).toThrow(
      "You created Module with Module(..., data_names=['input']) but input with name 'input' is not found in symbol.list_arguments(). Did you mean one of:\n\tdata\n\tsoftmax_label",
    );
    expect(() => make({ fixedParamNames: ["no"] })).toThrow("fixed_param_names=['no']");
    expect(() => make({ dataName: "x" } as never)).toThrow("Module: unknown option dataName");
    expect(() => make().bind([["x", [2, 5]]])).toThrow(
      "Data provided by data_shapes don't match names specified by data_names ([DataDesc[x,(2, 5),float32,NCHW]] vs. ['data'])",
    );
    expect(() => make().bind([["data", [2, 5]]], [["softmax_label", [3]]])).toThrow(
      "all data must have the same batch size: batch_size = 2, but softmax_label has shape (3)",
    );
  });
});

describe("parameters", () => {
  const params = () =>
    Object.fromEntries(Object.entries(mlp.params).map(([k, x]) => [k, nd.array(x.data, { shape: x.shape })]));

  test("given values are taken, missing ones only if that is allowed", () => {
    const { fc1_bias, ...rest } = params();
    const module = ready();
    expect(() => module.setParams(rest, {})).toThrow("fc1_bias is not presented");
    module.setParams(rest, {}, { allowMissing: true });
    expectClose(module.getParams()[0].fc2_weight!, mlp.params.fc2_weight!, "fc2_weight");
    expect(values(module.getParams()[0].fc1_bias!)).toEqual(Array(8).fill(0));
    const odd = { ...rest, zz: nd.ones([1]) };
    expect(() => module.setParams(odd, {}, { allowMissing: true })).toThrow(
      'Find name "zz" that is not in the arguments',
    );
    module.setParams(odd, {}, { allowMissing: true, allowExtra: true });
    expect(() => module.setParams({ ...rest, fc1_bias: nd.ones([2]) }, {})).toThrow(
      "fc1_bias has shape (2), expected (8)",
    );
    expect(fc1_bias!.shape).toEqual([8]);
  });

  test("initializers go by name, by what was saved, and by what variables say", () => {
    const module = make();
    module.bind([["data", [2, 5]]], [["softmax_label", [2]]]);
    const saved = new init.Load({ "arg:fc1_bias": nd.full([8], 7) }, new init.Zero());
    module.initParams(new init.Mixed(["fc1", ".*_bias", ".*"], [saved, new init.One(), new init.Constant(3)]));
    const [args] = module.getParams();
    const first = (name: string): number => values(args[name]!)[0]!;
    expect(["fc1_weight", "fc1_bias", "fc2_weight"].map(first)).toEqual([0, 7, 3]);
    const said = sym.Variable("w", { init: new init.Constant(0.5) });
    const net = sym.FullyConnected(sym.Variable("data"), said, { numHidden: 2, name: "fc" });
    const other = new mod.Module(net, { labelNames: null });
    other.bind([["data", [2, 5]]]);
    other.initParams(new init.One());
    expect(values(other.getParams()[0].w!)[0]).toBe(0.5);
    expect(values(other.getParams()[0].fc_bias!)[0]).toBe(0);
  });

  test("getParams gives copies, which the next call brings up to date", () => {
    const module = ready();
    module.initOptimizer();
    const [args] = module.getParams();
    const before = values(args.fc2_bias!);
    module.forwardBackward(batches(mlp).next()!);
    module.update();
    expect(values(args.fc2_bias!)).toEqual(before);
    module.getParams();
    expect(values(args.fc2_bias!)).not.toEqual(before);
  });

  test("save and load, in files and as bytes", () => {
    const module = ready();
    const path = join(directory, "own.params");
    module.saveParams(path);
    expect(Object.keys(nd.load(path))).toEqual(["arg:fc1_weight", "arg:fc1_bias", "arg:fc2_weight", "arg:fc2_bias"]);
    const other = ready();
    other.loadParams(path);
    expect(other.saveParams(null)).toEqual(module.saveParams(null));
    expect(() => other.loadParams(nd.save(null, { w: nd.ones([1]) }))).toThrow("begins with neither arg: nor aux:");
  });
});

describe("gradients", () => {
  test("of the inputs, written or added", () => {
    const module = make();
    const data = batches(mlp);
    module.bind(data.provideData, data.provideLabel, { inputsNeedGrad: true, gradReq: "add" });
    module.initParams(new init.Uniform(0.3));
    const batch = data.next()!;
    module.forwardBackward(batch);
    const once = values(module.getInputGrads()[0]!);
    module.forwardBackward(batch);
    values(module.getInputGrads()[0]!).forEach((twice, i) => {
      expect(twice).toBeCloseTo(2 * once[i]!, 5);
    });
  });

  test("outputs that are no losses need theirs", () => {
    const net = sym.FullyConnected(sym.Variable("data"), { numHidden: 2, name: "fc" });
    const module = new mod.Module(net, { labelNames: null });
    module.bind([["data", [3, 4]]], { inputsNeedGrad: true });
    module.initParams(new init.One());
    module.forward(new io.DataBatch([nd.ones([3, 4])]));
    expect(() => module.backward()).toThrow(MXNetError);
    module.backward(nd.ones([3, 2]));
    expect(values(module.getInputGrads()[0]!)).toEqual(Array(12).fill(2));
    const other = new mod.Module(net, { labelNames: null });
    other.bind([["data", [3, 4]]], { forTraining: false });
    other.initParams();
    other.forward(new io.DataBatch([nd.ones([3, 4])]));
    expect(() => other.backward(nd.ones([3, 2]))).toThrow("re-bind with forTraining: true to run backward");
  });
});

describe("shapes", () => {
  test("another batch size goes on with the same parameters, and back", () => {
    const module = ready();
    module.initOptimizer();
    const [x, y] = [nd.random.normal(0, 1, [4, 5]), nd.zeros([4])];
    module.forward(new io.DataBatch([x], [y]));
    expect(module.getOutputs()[0]!.shape).toEqual([4, 3]);
    const small = values(module.getOutputs()[0]!);
    module.backward();
    module.update();
    const whole = batches(mlp).next()!;
    module.forward(whole);
    expect(module.getOutputs()[0]!.shape).toEqual([10, 3]);
    module.forward(new io.DataBatch([x]), false);
    expect(values(module.getOutputs()[0]!)).not.toEqual(small);
    expect(() => module.forward(new io.DataBatch([nd.ones([2, 7])]))).toThrow(MXNetError);
    module.forward(whole);
    expect(module.getOutputs()[0]!.shape).toEqual([10, 3]);
  });

  test("two modules share parameters", () => {
    const first = ready();
    const second = make();
    second.bind([["data", [2, 5]]], { forTraining: false, sharedModule: first });
    const x = nd.ones([2, 5]);
    const before = values(second.predict(x) as NDArray);
    first.initParams(new init.One(), { forceInit: true });
    expect(values(second.predict(x) as NDArray)).not.toEqual(before);
  });
});

describe("predict and score", () => {
  test("leave out rows that only fill up; score counts them", () => {
    const module = ready();
    const data = batches(mlp, undefined, { batchSize: 15 });
    expect((module.predict(data) as NDArray).shape).toEqual([50, 3]);
    expect(
      module.predict(data, { numBatch: 2, alwaysOutputList: true, mergeBatches: true }).map((x) => x.shape),
    ).toEqual([[30, 3]]);
    const parts = module.predict(data, { mergeBatches: false });
    expect(parts.map(([x]) => x!.shape[0])).toEqual([15, 15, 15, 5]);
    expect(
      [...module.iterPredict(data, { numBatch: 1 })].map(([outputs, nbatch, batch]) => [
        outputs.length,
        nbatch,
        batch.pad,
      ]),
    ).toEqual([[1, 0, 0]]);
    const counted = mx.metric.create((): [number, number] => [0, 15]);
    module.score(data, counted);
    expect(counted.numInst).toBe(60);
    const seen: number[] = [];
    module.score(data, "acc", {
      numBatch: 2,
      batchEndCallback: ({ nbatch }) => void seen.push(nbatch),
      scoreEndCallback: ({ nbatch }) => void seen.push(nbatch),
    });
    expect(seen).toEqual([0, 1, 2]);
  });

  test("what they give is not written over", () => {
    const module = ready();
    const first = module.predict(nd.ones([2, 5])) as NDArray;
    const before = values(first);
    module.predict(nd.zeros([2, 5]));
    expect(values(first)).toEqual(before);
  });
});

describe("fit", () => {
  test("says what it lacks", async () => {
    const module = make();
    await expect(module.fit(batches(mlp), {} as never)).rejects.toThrow("please specify number of epochs");
    await expect(module.fit(batches(mlp), { numEpoch: 1, epochs: 2 } as never)).rejects.toThrow(
      "unknown option epochs",
    );
    const data = batches(mlp);
    for (let batch = data.next(); batch; batch = data.next());
    await expect(module.fit(data, { numEpoch: 1 })).rejects.toThrow("the training data is at its end; reset it first");
  });

  test("takes what has batches", async () => {
    const module = ready();
    await expect(module.fit(null as never, { numEpoch: 1 })).rejects.toThrow(
      /^fit: expected a data iterator, got null/,
    );
    expect(() => module.score({} as never, "acc")).toThrow(/^score: expected a data iterator/);
    expect(() => module.predict([1, 2] as never)).toThrow(/^predict: expected a data iterator/);
  });

  test("stops at a signal", async () => {
    const module = make();
    const stop = new AbortController();
    const seen: number[] = [];
    const training = module.fit(batches(mlp), {
      numEpoch: 100,
      signal: stop.signal,
      batchEndCallback: ({ nbatch }) => {
        seen.push(nbatch);
        if (nbatch === 2) stop.abort(new Error("enough"));
      },
    });
    await expect(training).rejects.toThrow("enough");
    expect(seen).toEqual([0, 1, 2]);
    await expect(module.fit(batches(mlp), { numEpoch: 1, signal: stop.signal })).rejects.toThrow("enough");
  });

  test("lets the event loop turn, and takes iterators that are awaited", async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const source = batches(mlp);
    const data = {
      provideData: source.provideData,
      provideLabel: source.provideLabel,
      reset: () => source.reset(),
      async *[Symbol.asyncIterator]() {
        for (const batch of source) {
          await new Promise((done) => setTimeout(done, 2));
          yield batch;
        }
      },
    };
    const module = make();
    await module.fit(data, { numEpoch: 2, evalData: data });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
    expect(() => module.score(data, "acc")).toThrow("one that need not be awaited");
  });

  test("keeps no memory from batch to batch", async () => {
    const module = make();
    const live: number[] = [];
    const data = batches(mlp);
    const batchEndCallback = () => {
      expect(module.getOutputs()[0]!.shape).toEqual([10, 3]);
    };
    const epochEndCallback = () => {
      live.push(mx.memory().live);
    };
    await module.fit(data, { numEpoch: 30, batchEndCallback, epochEndCallback });
    expect(new Set(live.slice(1)).size).toBe(1);
    const batch = data.next()!;
    const before = mx.memory().live;
    mx.scope(() => {
      module.forwardBackward(batch);
      module.update();
      module.score(data, "acc");
    });
    expect(mx.memory().live).toBe(before);
    expect(live.length).toBe(30);
  });

  test("the learning rate follows its schedule", async () => {
    const schedule = new lrScheduler.FactorScheduler({ step: 4, factor: 0.5, baseLr: 1 });
    const module = make();
    await module.fit(batches(mlp), { numEpoch: 2, optimizerParams: { lr_scheduler: schedule } });
    // Ten updates: the rate falls after four and after eight.
    expect(schedule(10)).toBe(0.25);
    expect(schedule.baseLr).toBe(0.25);
  });

  test("an optimizer of one's own is taken with its own scale", async () => {
    const lines: string[] = [];
    const module = make({ logger: { info: () => {}, warn: (line) => lines.push(line) } });
    const sgd = new optimizer.SGD({ learningRate: 0.1 });
    await module.fit(batches(mlp), { numEpoch: 1, optimizer: sgd });
    expect(lines).toEqual([
      "Optimizer created manually outside Module but rescale_grad is not normalized to 1.0/batch_size/num_workers (1 vs. 0.1). Is this intended?",
    ]);
    expect(sgd.idx2name).toEqual({ 0: "fc1_weight", 1: "fc1_bias", 2: "fc2_weight", 3: "fc2_bias" });
  });
});

describe("checkpoints", () => {
  test("of MXNet load, by path and as contents", async () => {
    const prefix = decodeURIComponent(new URL("mlp", folder).pathname);
    const [symbol, args, aux] = await model.loadCheckpoint(prefix, 3);
    expect(symbol.listArguments()).toEqual([
      "data",
      "fc1_weight",
      "fc1_bias",
      "fc2_weight",
      "fc2_bias",
      "softmax_label",
    ]);
    for (const [name, wanted] of Object.entries(mlp.params)) expectClose(args[name]!, wanted, name);
    expect(aux).toEqual({});
    const source = { symbol: readFileSync(`${prefix}-symbol.json`), params: readFileSync(`${prefix}-0003.params`) };
    for (const module of [await mod.Module.load(prefix, 3), await mod.Module.load(source, { logger: null })]) {
      const data = batches(mlp, undefined, { batchSize: 15, shuffle: false });
      module.bind(data.provideData, data.provideLabel, { forTraining: false });
      expectClose(module.predict(data) as NDArray, mlp.predicted, "predict");
      expect(module.score(data, "acc")[0]![1]).toBeCloseTo(mlp.score[0]![1], 5);
    }
    await expect(model.loadCheckpoint(prefix, 4)).rejects.toThrow(/loadParams: cannot read .*mlp-0004\.params/);
    await expect(model.loadCheckpoint(5 as never)).rejects.toThrow(TypeError);
  });

  test("load from URLs", async () => {
    const server = createServer((request, response) => {
      try {
        response.end(readFileSync(new URL(basename(request.url!), folder)));
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mlp`;
    const [symbol, args] = await model.loadCheckpoint(url, 3);
    expect(symbol.listOutputs()).toEqual(["softmax_output"]);
    expectClose(args.fc2_bias!, mlp.params.fc2_bias!, "fc2_bias");
    await expect(model.loadCheckpoint(url, 9)).rejects.toThrow("404");
    await new Promise((done) => server.close(done));
  });

  test("are MXNet's to the byte", async () => {
    const module = await mod.Module.load(decodeURIComponent(new URL("mlp", folder).pathname), 3, { logger: null });
    const prefix = join(directory, "again");
    const data = batches(mlp);
    module.bind(data.provideData, data.provideLabel);
    module.saveCheckpoint(prefix, 3);
    expect(readFileSync(`${prefix}-0003.params`)).toEqual(readFileSync(new URL("mlp-0003.params", folder)));
    expect(readFileSync(`${prefix}-symbol.json`, "utf8")).toBe(
      readFileSync(new URL("mlp-symbol.json", folder), "utf8"),
    );
  });

  test("training goes on where it was, states of the optimizer included", async () => {
    const options = { optimizerParams: { learningRate: 0.5, momentum: 0.9 }, initializer: new init.Xavier() };
    const run = async (module: mod.Module, beginEpoch: number, numEpoch: number): Promise<mod.Module> => {
      await module.fit(batches(mlp), { ...options, beginEpoch, numEpoch });
      return module;
    };
    mx.random.seed(3);
    const straight = await run(make(), 0, 4);
    mx.random.seed(3);
    const half = await run(make(), 0, 2);
    const prefix = join(directory, "half");
    half.saveCheckpoint(prefix, 2, true);
    const resumed = await mod.Module.load(prefix, 2, { loadOptimizerStates: true, logger: null });
    expect((await run(resumed, 2, 4)).saveParams(null)).toEqual(straight.saveParams(null));
    const contents = half.saveCheckpoint(null, 2, true);
    const fromBytes = await mod.Module.load(contents, { logger: null });
    expect((await run(fromBytes, 2, 4)).saveParams(null)).toEqual(straight.saveParams(null));
  });

  test("predict without labels, named or not", async () => {
    const prefix = decodeURIComponent(new URL("mlp", folder).pathname);
    const data = batches(mlp, undefined, { batchSize: 15, shuffle: false });
    for (const labelNames of [null, ["softmax_label"]]) {
      const module = await mod.Module.load(prefix, 3, { labelNames, logger: null });
      module.bind(data.provideData, { forTraining: false });
      expectClose(module.predict(data) as NDArray, mlp.predicted, "predict");
    }
  });

  test("that lack a parameter are refused", async () => {
    const module = await mod.Module.load({
      symbol: mlp.symbol,
      params: nd.save(null, { "arg:fc1_bias": nd.ones([8]) }),
    });
    expect(() => module.bind([["data", [2, 5]]], [["softmax_label", [2]]])).toThrow(
      "bind: there are no values of fc1_weight, fc2_weight, fc2_bias",
    );
    writeFileSync(join(directory, "bad-0001.params"), "no file");
    await expect(model.loadParams(join(directory, "bad"), 1)).rejects.toThrow(MXNetError);
  });

  test("come by themselves at the end of epochs", async () => {
    const module = make();
    const prefix = join(directory, "each");
    const lines: string[] = [];
    await module.fit(batches(mlp), {
      numEpoch: 2,
      epochEndCallback: [
        callback.doCheckpoint(prefix, 1, { log: (line) => lines.push(line) }),
        callback.moduleCheckpoint(module, join(directory, "module"), 2, true),
      ],
    });
    expect(lines).toEqual([1, 2].map((n) => `Saved checkpoint to "${prefix}-000${n}.params"`));
    expect(readFileSync(`${prefix}-0002.params`)).toEqual(Buffer.from(module.saveParams(null)));
    expect(readFileSync(join(directory, "module-0002.states")).length).toBeGreaterThan(100);
  });
});

describe("FeedForward", () => {
  test("trains arrays, predicts, saves and loads", async () => {
    const [x, y] = [nd.array(mlp.data.data, { shape: mlp.data.shape }), nd.array(mlp.label.data)];
    const net = sym.fromJSON(mlp.symbol);
    const made = new model.FeedForward(net, {
      numEpoch: 20,
      logger: null,
      learningRate: 0.5,
      numpyBatchSize: 10,
      initializer: new init.Xavier(),
    });
    await made.fit(x, y, { evalData: [x, y] });
    const accuracy = made.score(x, y);
    expect(accuracy).toBeGreaterThan(0.6);
    const prefix = join(directory, "forward");
    made.save(prefix);
    const loaded = await model.FeedForward.load(prefix, 20, { logger: null });
    expect(loaded.score(x, y)).toBe(accuracy);
    expect((loaded.predict(x) as NDArray).shape).toEqual([50, 3]);
    await expect(new model.FeedForward(net).fit(x, y)).rejects.toThrow("numEpoch is missing");
  });
});
