/** Exported models, run by onnxruntime, give what the symbols give. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type DType, MXNetError, type NDArray, nd, random, sym } from "mxgrad";
import * as onnx from "mxgrad/onnx";
import { describe, expect, test } from "vitest";

type GraphSymbol = ReturnType<typeof sym.Variable>;
type Shapes = { readonly [name: string]: readonly number[] };

const peers = join(import.meta.dirname, "../../bench/peers");
const installed = existsSync(join(peers, "node_modules/onnxruntime-web"));

/** Runs a model. */
async function run(
  model: Uint8Array,
  inputs: { readonly [name: string]: NDArray },
): Promise<Record<string, { dims: readonly number[]; data: ArrayLike<number | bigint> }>> {
  const path = createRequire(join(peers, "x.mjs")).resolve("onnxruntime-web/wasm");
  const ort = await import(pathToFileURL(path).href);
  ort.env.wasm.numThreads = 1;
  const session = await ort.InferenceSession.create(model);
  const feeds = Object.entries(inputs).map(([name, x]) => [name, new ort.Tensor(x.dtype, x.toTypedArray(), x.shape)]);
  const results = await session.run(Object.fromEntries(feeds));
  await session.release();
  return results;
}

/** Values of arguments: random, positive where the name says so, whole numbers where it asks for indices. */
function argument(name: string, shape: readonly number[]): NDArray {
  if (/index/.test(name)) return nd.random.randint(0, 3, { shape }).astype("float32");
  const x = nd.random.uniform(-1, 1, { shape });
  return /positive|var|gamma/.test(name) ? x.abs().add(0.5) : x;
}

/** A symbol's outputs by the library and, of the exported model, by onnxruntime. */
async function compare(symbol: GraphSymbol, shapes: Shapes, tolerance = 1e-5): Promise<void> {
  random.seed(7);
  const [argShapes, , auxShapes] = symbol.inferShape(shapes) as [number[][], number[][], number[][]];
  const args = Object.fromEntries(symbol.listArguments().map((name, i) => [name, argument(name, argShapes[i]!)]));
  const auxStates = Object.fromEntries(
    symbol.listAuxiliaryStates().map((name, i) => [name, argument(name, auxShapes[i]!)]),
  );
  const wanted = symbol.bind(null, { args, auxStates, gradReq: "null" }).forward(false);
  const isInput = (name: string) => Object.hasOwn(shapes, name);
  const named = Object.entries(args);
  const params = Object.fromEntries([
    ...named.filter(([name]) => !isInput(name) && !/label/.test(name)).map(([name, x]) => [`arg:${name}`, x]),
    ...Object.entries(auxStates).map(([name, x]) => [`aux:${name}`, x]),
  ]);
  const model = onnx.exportModel(symbol, params, shapes);
  const results = await run(model, Object.fromEntries(named.filter(([name]) => isInput(name))));
  expect(Object.keys(results)).toEqual(symbol.listOutputs());
  Object.values(results).forEach(({ dims, data }, i) => {
    expect([...dims]).toEqual(wanted[i]!.shape);
    const values = Array.from(wanted[i]!.toTypedArray(), Number);
    const got = Array.from(data, Number);
    for (const [k, value] of values.entries()) {
      expect(Math.abs(got[k]! - value)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(value)));
    }
  });
}

const { Variable } = sym;
const data = () => Variable("data");
const IMAGE = { data: [2, 4, 9, 8] };
const MATRIX = { data: [3, 5] };
const CUBE = { data: [2, 3, 4] };

const CASES: Record<string, [make: () => GraphSymbol, shapes: Shapes]> = {
  Convolution: [() => sym.Convolution(data(), { kernel: [3, 3], numFilter: 6, stride: [2, 1], pad: [1, 0] }), IMAGE],
  "Convolution in groups, dilated": [
    () => sym.Convolution(data(), { kernel: [3, 2], numFilter: 6, numGroup: 2, dilate: [2, 1], noBias: true }),
    IMAGE,
  ],
  "Convolution of one dimension": [() => sym.Convolution(data(), { kernel: [3], numFilter: 2 }), { data: [2, 3, 7] }],
  Deconvolution: [
    () => sym.Deconvolution(data(), { kernel: [4, 3], numFilter: 5, stride: [2, 2], pad: [1, 1], adj: [0, 1] }),
    IMAGE,
  ],
  FullyConnected: [() => sym.FullyConnected(data(), { numHidden: 3 }), CUBE],
  "FullyConnected without bias": [() => sym.FullyConnected(data(), { numHidden: 3, noBias: true }), MATRIX],
  "FullyConnected of the last axis": [() => sym.FullyConnected(data(), { numHidden: 3, flatten: false }), CUBE],
  BatchNorm: [() => sym.BatchNorm(data(), { fixGamma: false, eps: 0.01 }), IMAGE],
  "BatchNorm with gamma 1": [() => sym.BatchNorm(data()), IMAGE],
  Pooling: [() => sym.Pooling(data(), { kernel: [3, 2], stride: [2, 2], pad: [1, 0] }), IMAGE],
  "Pooling, full": [() => sym.Pooling(data(), { kernel: [2, 3], stride: [2, 2], poolingConvention: "full" }), IMAGE],
  "Pooling of means": [() => sym.Pooling(data(), { kernel: [3, 3], pad: [1, 1], poolType: "avg" }), IMAGE],
  "Pooling of means without padding": [
    () => sym.Pooling(data(), { kernel: [3, 3], pad: [1, 1], poolType: "avg", countIncludePad: false }),
    IMAGE,
  ],
  "Pooling, global": [() => sym.Pooling(data(), { kernel: [1, 1], globalPool: true, poolType: "avg" }), IMAGE],
  "LeakyReLU, prelu": [() => sym.LeakyReLU(data(), { actType: "prelu" }), IMAGE],
  Embedding: [() => sym.Embedding(Variable("index"), { inputDim: 5, outputDim: 4 }), { index: [2, 3] }],
  LayerNorm: [() => sym.LayerNorm(data()), CUBE],
  "LayerNorm of an axis": [() => sym.LayerNorm(data(), { axis: 1 }), CUBE],
  InstanceNorm: [() => sym.InstanceNorm(data(), { eps: 0.01 }), IMAGE],
  LRN: [() => sym.LRN(data(), { nsize: 3 }), IMAGE],
  UpSampling: [() => sym.UpSampling(data(), { scale: 2, sampleType: "nearest" }), IMAGE],
  "softmax with a temperature": [() => sym.softmax(data(), { axis: 1, temperature: 2 }), CUBE],
  log_softmax: [() => sym.logSoftmax(data()), CUBE],
  SoftmaxOutput: [() => sym.SoftmaxOutput(data()), MATRIX],
  "SoftmaxOutput of images": [() => sym.SoftmaxOutput(data(), { multiOutput: true }), IMAGE],
  "SoftmaxOutput of what is flattened": [() => sym.SoftmaxOutput(data()), CUBE],
  SoftmaxActivation: [() => sym.SoftmaxActivation(data(), { mode: "channel" }), IMAGE],
  LogisticRegressionOutput: [() => sym.LogisticRegressionOutput(data()), MATRIX],
  Dropout: [() => sym.Dropout(data()), MATRIX],
  Reshape: [() => sym.Reshape(data(), { shape: [0, -1] }), CUBE],
  "Reshape in MXNet's code": [() => sym.Reshape(data(), { shape: [-3, -2] }), CUBE],
  Flatten: [() => sym.Flatten(data()), CUBE],
  transpose: [() => sym.transpose(data()), CUBE],
  "transpose of axes": [() => sym.transpose(data(), { axes: [1, 0, 2] }), CUBE],
  SwapAxis: [() => sym.SwapAxis(data(), { dim1: 0, dim2: 2 }), CUBE],
  expand_dims: [() => sym.expandDims(data(), { axis: -1 }), CUBE],
  squeeze: [() => sym.squeeze(data(), { axis: 1 }), { data: [2, 1, 3] }],
  slice: [() => sym.slice(data(), { begin: [0, 1], end: [2, null] }), CUBE],
  "slice backwards": [() => sym.slice(data(), { begin: [null, null], end: [null, null], step: [1, -2] }), CUBE],
  slice_axis: [() => sym.sliceAxis(data(), { axis: -1, begin: 1, end: null }), CUBE],
  SliceChannel: [() => sym.SliceChannel(data(), { numOutputs: 2, axis: 2 }), CUBE],
  "SliceChannel, squeezed": [() => sym.SliceChannel(data(), { numOutputs: 3, squeezeAxis: true }), CUBE],
  Concat: [() => sym.Concat(data(), Variable("b"), { dim: 1 }), { data: [2, 3], b: [2, 1] }],
  stack: [() => sym.stack(data(), Variable("b"), { axis: 1 }), { data: [2, 3], b: [2, 3] }],
  add_n: [() => sym.addN(data(), Variable("b"), Variable("c")), { data: [2, 3], b: [2, 3], c: [2, 3] }],
  Pad: [() => sym.Pad(data(), { mode: "constant", padWidth: [0, 0, 0, 0, 1, 2, 0, 3], constantValue: 2 }), IMAGE],
  "Pad, reflected": [() => sym.Pad(data(), { mode: "reflect", padWidth: [0, 0, 0, 0, 1, 2, 0, 3] }), IMAGE],
  tile: [() => sym.tile(data(), { reps: [2, 1] }), CUBE],
  broadcast_to: [() => sym.broadcastTo(data(), { shape: [2, 3, 4] }), { data: [2, 1, 4] }],
  broadcast_axis: [() => sym.broadcastAxis(data(), { axis: 1, size: 3 }), { data: [2, 1, 4] }],
  where: [() => sym.where(Variable("index"), data(), Variable("b")), { index: [2, 3], data: [2, 3], b: [2, 3] }],
  dot: [() => sym.dot(data(), Variable("b"), { transposeA: true }), { data: [4, 2], b: [4, 3] }],
  batch_dot: [() => sym.batchDot(data(), Variable("b"), { transposeB: true }), { data: [2, 3, 4], b: [2, 5, 4] }],
  take: [() => sym.take(data(), Variable("index"), { axis: 1 }), { data: [2, 3], index: [4] }],
  depth_to_space: [() => sym.depthToSpace(data(), { blockSize: 2 }), { data: [1, 8, 2, 3] }],
  space_to_depth: [() => sym.spaceToDepth(data(), { blockSize: 2 }), { data: [1, 2, 4, 6] }],
  clip: [() => sym.clip(data(), { aMin: -0.25, aMax: 0.5 }), MATRIX],
  Cast: [() => sym.Cast(data().mul(9), { dtype: "int32" }), MATRIX],
  "a network": [
    () => {
      const first = sym.Convolution(data(), { kernel: [3, 3], numFilter: 4, pad: [1, 1], name: "c1" });
      const active = sym.Activation(sym.BatchNorm(first, { name: "bn" }), { actType: "relu" });
      const second = sym.Convolution(active, { kernel: [3, 3], numFilter: 4, pad: [1, 1], name: "c2" });
      const pooled = sym.Pooling(second.add(first), { kernel: [2, 2], stride: [2, 2] });
      return sym.SoftmaxOutput(sym.FullyConnected(pooled, { numHidden: 5, name: "fc" }), { name: "softmax" });
    },
    IMAGE,
  ],
};
for (const mode of ["instance", "channel", "spatial"] as const) {
  CASES[`L2Normalization, ${mode}`] = [() => sym.L2Normalization(data(), { mode }), IMAGE];
}
for (const actType of ["relu", "sigmoid", "tanh", "softrelu", "softsign"] as const) {
  CASES[`Activation, ${actType}`] = [() => sym.Activation(data(), { actType }), MATRIX];
}
for (const actType of ["leaky", "elu", "selu", "gelu"] as const) {
  CASES[`LeakyReLU, ${actType}`] = [() => sym.LeakyReLU(data(), { actType, slope: 0.3 }), MATRIX];
}
const FUNCTIONS = [
  "relu",
  "sigmoid",
  "tanh",
  "softsign",
  "exp",
  "abs",
  "negative",
  "ceil",
  "floor",
  "sign",
  "erf",
] as const;
const CURVES = [
  "sin",
  "cos",
  "tan",
  "arcsin",
  "arccos",
  "arctan",
  "sinh",
  "cosh",
  "arcsinh",
  "arctanh",
  "square",
] as const;
for (const name of [...FUNCTIONS, ...CURVES, "hardSigmoid", "rint"] as const) {
  CASES[name] = [() => sym[name](data()), MATRIX];
}
for (const name of ["log", "sqrt", "rsqrt", "reciprocal"] as const) {
  CASES[name] = [() => sym[name](Variable("positive")), { positive: [3, 4] }];
}
for (const name of ["sum", "mean", "max", "min", "prod", "norm"] as const) {
  CASES[name] = [() => sym[name](data()), CUBE];
  CASES[`${name} of an axis`] = [() => sym[name](data(), { axis: 1 }), CUBE];
  CASES[`${name}, kept`] = [() => sym[name](data(), { axis: [0, 2], keepdims: true }), CUBE];
}
CASES["sum of other axes"] = [() => sym.sum(data(), { axis: 1, exclude: true }), CUBE];
for (const name of ["argmax", "argmin"] as const) {
  CASES[name] = [() => sym[name](data(), { axis: 1 }), CUBE];
  CASES[`${name}, kept`] = [() => sym[name](data(), { axis: -1, keepdims: true }), CUBE];
  CASES[`${name} of all`] = [() => sym[name](data()), CUBE];
}
const PAIR = { data: [2, 3, 4], positive: [1, 3, 1] };
for (const name of ["broadcastAdd", "broadcastSub", "broadcastMul", "broadcastDiv", "broadcastMaximum"] as const) {
  CASES[name] = [() => sym[name](data(), Variable("positive")), PAIR];
}
for (const name of ["broadcastMinimum", "broadcastEqual", "broadcastGreater", "broadcastLesserEqual"] as const) {
  CASES[name] = [() => sym[name](data(), Variable("positive")), PAIR];
}
CASES.broadcastPower = [() => sym.broadcastPower(Variable("positive"), data()), PAIR];
CASES.numbers = [() => data().mul(3).add(1).rsub(2).div(4).sub(0.5), MATRIX];
CASES["numbers in front"] = [() => Variable("positive").rdiv(2).pow(3).rpow(2), { positive: [2, 3] }];
CASES["comparisons with numbers"] = [
  () => {
    const x = data();
    return sym.Group([x.greater(0), x.lesserEqual(0.1), x]);
  },
  MATRIX,
];

describe("onnxruntime gives what the library gives", () => {
  const cases = Object.entries(CASES).map(([name, [make, shapes]]) => [name, make, shapes] as const);
  // The runtime is one of the libraries that benchmarks compare with: npm ci --prefix bench/peers.
  (installed ? test : test.skip).each(cases)("%s", async (_, make, shapes) => compare(make(), shapes));
});

describe("exportModel", () => {
  const net = () => sym.FullyConnected(data(), { numHidden: 2, name: "fc" });
  const params = { fc_weight: nd.ones([2, 3]), fc_bias: nd.zeros([2]) };

  test("says what it is given, by name", async () => {
    const model = onnx.exportModel(net(), params, { data: [1, 3] }, { name: "small" });
    const text = new TextDecoder("latin1").decode(model);
    for (const word of ["mxgrad", "small", "Gemm", "fc_weight", "fc_bias", "fc_output"]) expect(text).toContain(word);
    expect(model.slice(0, 2)).toEqual(Uint8Array.of(8, 7));
  });

  test("a head that is a variable, and types of inputs", () => {
    const both = sym.Group([data(), data().mul(2)]);
    expect(onnx.exportModel(both, {}, { data: [2] }).length).toBeGreaterThan(0);
    const inputTypes: { data: DType } = { data: "float64" };
    expect(onnx.exportModel(data().mul(2), {}, { data: [2] }, { inputTypes }).length).toBeGreaterThan(0);
  });

  test("what has no counterpart is refused", () => {
    const shapes = { data: [1, 3] };
    expect(() => onnx.exportModel(net(), { fc_weight: params.fc_weight }, shapes)).toThrow(
      "exportModel: fc_bias is neither among the parameters nor among the input shapes",
    );
    expect(() => onnx.exportModel(net(), params, {})).toThrow(/data/);
    const refuse = (symbol: GraphSymbol, message: RegExp, given: Shapes = { data: [1, 2, 4, 4] }) => {
      let error: unknown;
      try {
        onnx.exportModel(symbol, {}, given);
      } catch (caught) {
        error = caught;
      }
      expect((error as Error)?.name).toBe("MXNetError");
      expect((error as Error).message).toMatch(message);
    };
    refuse(sym.sort(data(), { name: "s" }), /^exportModel: operator sort \("s"\) has no counterpart in ONNX$/);
    refuse(sym.Pooling(data(), { kernel: [2, 2], poolType: "sum", name: "p" }), /Pooling "p": pool_type sum is not/);
    refuse(sym.take(data(), Variable("b"), { mode: "wrap" }), /only mode clip/, { data: [2, 2], b: [1] });
    expect(MXNetError).toBeDefined();
    const half = { fc_weight: params.fc_weight.astype("float16"), fc_bias: params.fc_bias };
    expect(() => onnx.exportModel(net(), half, shapes)).toThrow();
  });
});
