// Whole networks as models in onnxruntime, against executors.
import mx, { type NDArray, nd, sym } from "mxgrad";
import { describe, expect, test } from "vitest";
import { golden, goldenPath } from "../symbol/golden.ts";
import { missing, runModel } from "./onnxruntime.ts";

type Arrays = Record<string, NDArray>;

/** The largest difference between two arrays of one shape and type. */
function distance(a: NDArray, b: NDArray): number {
  expect([a.shape, a.dtype]).toEqual([b.shape, b.dtype]);
  const [x, y] = [a.toTypedArray(), b.toTypedArray()];
  let most = 0;
  for (let i = 0; i < y.length; i++) most = Math.max(most, Math.abs(Number(x[i]) - Number(y[i])));
  return most;
}

const isParameter = (name: string): boolean => /(weight|bias|gamma|beta)$/.test(name);
const pick = (arrays: Arrays, wanted: (name: string) => boolean): Arrays =>
  Object.fromEntries(Object.entries(arrays).filter(([name]) => wanted(name)));

/** The largest difference between what the model computes and what the executor does. */
async function differenceOf(symbol: sym.Symbol, args: Arrays, states: Arrays = {}): Promise<number> {
  const inputs = pick(args, (name) => !isParameter(name));
  const model = mx.onnx.exportModel(
    symbol,
    { ...pick(args, isParameter), ...states },
    Object.fromEntries(Object.entries(inputs).map(([name, x]) => [name, x.shape])),
    { inputTypes: Object.fromEntries(Object.entries(inputs).map(([name, x]) => [name, x.dtype])) },
  );
  const wanted = symbol.bind(null, { args, auxStates: states }).forward(false);
  const found = await runModel(model, inputs);
  expect(found).toHaveLength(wanted.length);
  return Math.max(...wanted.map((x, i) => distance(found[i] as NDArray, x)));
}

/** Draws everything that the network takes. */
function drawn(symbol: sym.Symbol, shapes: Record<string, number[]>, whole: string[] = []): [Arrays, Arrays] {
  mx.random.seed(7);
  const executor = symbol.simpleBind(null, { shapes, gradReq: "null" });
  for (const [name, x] of Object.entries(executor.argDict)) {
    x.set(
      whole.includes(name)
        ? nd.random.randint(0, 9, { shape: x.shape }).astype("float32")
        : nd.random.uniform(-1, 1, { shape: x.shape }),
    );
  }
  for (const x of Object.values(executor.auxDict)) x.set(nd.random.uniform(0.5, 1.5, { shape: x.shape }));
  return [executor.argDict, executor.auxDict];
}

const data = sym.Variable("data");
const relu = (x: sym.Symbol): sym.Symbol => sym.Activation(x, { actType: "relu" });

function lenet(): sym.Symbol {
  let x = sym.Activation(sym.Convolution(data, { kernel: [5, 5], numFilter: 6, name: "c1" }), { actType: "tanh" });
  x = sym.Pooling(x, { kernel: [2, 2], stride: [2, 2], poolType: "max" });
  x = sym.Activation(sym.Convolution(x, { kernel: [5, 5], numFilter: 8, name: "c2" }), { actType: "tanh" });
  x = sym.Flatten(sym.Pooling(x, { kernel: [3, 3], stride: [2, 2], poolType: "avg", poolingConvention: "full" }));
  x = sym.Dropout(sym.Activation(sym.FullyConnected(x, { numHidden: 20, name: "f1" }), { actType: "tanh" }));
  return sym.SoftmaxOutput(sym.FullyConnected(x, { numHidden: 10, name: "f2" }), { name: "softmax" });
}

function inception(): sym.Symbol {
  const norm = (x: sym.Symbol, name: string): sym.Symbol => relu(sym.BatchNorm(x, { fixGamma: name === "n1", name }));
  const x = norm(
    sym.Convolution(data, { kernel: [3, 3], pad: [1, 1], numFilter: 6, noBias: true, name: "stem" }),
    "n1",
  );
  const a = norm(sym.Convolution(x, { kernel: [1, 1], numFilter: 4, name: "left" }), "n2");
  const b = sym.Pooling(x, { kernel: [3, 3], stride: [1, 1], pad: [1, 1], poolType: "avg", countIncludePad: false });
  const joined = sym.concat(a, b, sym.sliceAxis(x, { axis: 1, begin: 0, end: 2 }), { dim: 1 });
  return sym.softmax(sym.Flatten(sym.Pooling(joined, { globalPool: true, poolType: "max" })));
}

function words(): sym.Symbol {
  const embedded = sym.Embedding(data, { inputDim: 9, outputDim: 6, name: "embed" });
  const parts = [sym.mean(embedded, { axis: 1 }), sym.max(embedded, { axis: 1 }), sym.norm(embedded, { axis: 1 })];
  const x = sym.LayerNorm(sym.concat(...parts, { dim: 1 }), { name: "ln" });
  return sym.logSoftmax(sym.FullyConnected(x, { numHidden: 3, name: "fc" }));
}

/** Depthwise convolutions, strides, and a shortcut. */
function mobile(): sym.Symbol {
  let x = relu(sym.Convolution(data, { kernel: [3, 3], stride: [2, 2], pad: [1, 1], numFilter: 8, name: "stem" }));
  const shortcut = x;
  x = sym.Convolution(x, { kernel: [3, 3], pad: [1, 1], numFilter: 8, numGroup: 8, noBias: true, name: "deep" });
  x = sym.clip(sym.BatchNorm(x, { fixGamma: false, name: "bn" }), { aMin: 0, aMax: 6 });
  x = sym.Convolution(x, { kernel: [1, 1], numFilter: 8, noBias: true, name: "wide" }).add(shortcut);
  x = sym.contrib.AdaptiveAvgPooling2D(x, { outputSize: [1, 1] });
  return sym.reshape(sym.Convolution(x, { kernel: [1, 1], numFilter: 5, name: "head" }), { shape: [0, -1] });
}

const DRAWN: Record<string, [sym.Symbol, Record<string, number[]>, string[]?]> = {
  lenet: [lenet(), { data: [2, 1, 28, 28] }],
  inception: [inception(), { data: [2, 3, 9, 9] }],
  words: [words(), { data: [4, 7] }, ["data"]],
  mobile: [mobile(), { data: [1, 3, 16, 16] }],
  fused: [sym.contrib.BatchNormWithReLU(data, { fixGamma: false, name: "bn" }), { data: [2, 3, 4] }],
};

interface Network {
  readonly name: string;
  readonly json: string;
}
/** Networks that MXNet made: see scripts/oracle/symbol.py. */
const GOLDEN = golden<Network[]>("networks");
const stored = nd.load(goldenPath("networks.params")) as Arrays;
/** Its arrays of one kind, by name. */
function of(network: string, kind: string): Arrays {
  const start = `${network}/${kind}:`;
  const found = Object.entries(stored).filter(([name]) => name.startsWith(start));
  return Object.fromEntries(found.map(([name, x]) => [name.slice(start.length), x]));
}

describe.skipIf(missing !== null && !process.env.CI)("networks in onnxruntime", () => {
  test.each(Object.entries(DRAWN))("%s", async (_, [symbol, shapes, whole]) => {
    const [args, states] = drawn(symbol, shapes, whole);
    expect(await differenceOf(symbol, args, states)).toBeLessThan(2e-6);
  });

  test.each(GOLDEN)("$name", async ({ name, json }) => {
    expect(await differenceOf(sym.fromJSON(json), of(name, "argument"), of(name, "state"))).toBeLessThan(2e-6);
  });
});
