// The models themselves, and what is refused.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mx, { nd, sym } from "mxgrad";
import { describe, expect, test } from "vitest";
import { readModel } from "./read-model.ts";

const { exportModel } = mx.onnx;
const data = sym.Variable("data");
const dense = sym.FullyConnected(data, { numHidden: 2, name: "fc" });
const weights = {
  fc_weight: nd.array([
    [1, 2, 3],
    [4, 5, -6],
  ]),
  fc_bias: nd.zeros([2]),
};

describe("a model", () => {
  test("has versions, operators, weights, inputs and outputs", () => {
    const model = readModel(exportModel(sym.SoftmaxOutput(dense, { name: "softmax" }), weights, { data: [4, 3] }));
    const { tensors, ...rest } = model;
    expect(rest).toEqual({
      versions: [8, 13],
      nodes: [
        { op: "Gemm", inputs: ["data", "fc_weight", "fc_bias"], outputs: ["fc_Gemm"] },
        { op: "Softmax", inputs: ["fc_Gemm"], outputs: ["softmax_output"] },
      ],
      inputs: ["data"],
      outputs: ["softmax_output"],
    });
    expect(tensors.map(({ name, shape, type }) => [name, shape, type])).toEqual([
      ["fc_weight", [2, 3], 1],
      ["fc_bias", [2], 1],
    ]);
    const bytes = Uint8Array.from(tensors[0]?.bytes ?? []).buffer;
    expect([...new Float32Array(bytes)]).toEqual([1, 2, 3, 4, 5, -6]);
  });

  test("is the same with shapes in order, and names as files have them", () => {
    const named = { "arg:fc_weight": weights.fc_weight, "arg:fc_bias": weights.fc_bias, "aux:unused": nd.ones([1]) };
    expect(exportModel(dense, named, [[4, 3]])).toEqual(exportModel(dense, weights, { data: [4, 3] }));
  });

  test("is written to a file, too", () => {
    const folder = mkdtempSync(join(tmpdir(), "mxgrad-onnx-"));
    const path = join(folder, "net.onnx");
    const model = exportModel(dense, weights, { data: [4, 3] }, { path });
    expect(new Uint8Array(readFileSync(path))).toEqual(model);
    rmSync(folder, { recursive: true });
  });

  test("gives every value one name", () => {
    const twice = sym.Group([dense, dense, data, sym.BlockGrad(sym.Variable("other"), { name: "seen" })]);
    const { nodes, inputs, outputs } = readModel(exportModel(twice, weights, { data: [1, 3], other: [2] }));
    expect(outputs).toEqual(["fc_output", "fc_output_Identity", "data_Identity", "seen_output"]);
    expect(inputs).toEqual(["data", "other"]);
    const made = nodes.flatMap((node) => node.outputs);
    expect(new Set([...made, ...inputs]).size).toBe(made.length + inputs.length);
    expect(outputs.every((name) => made.includes(name))).toBe(true);
  });

  test("has the constants of all layers once", () => {
    const net = sym.exp(data.add(2)).mul(2).add(3);
    expect(readModel(exportModel(net, {}, { data: [2] })).tensors).toHaveLength(2);
  });

  test("has types that are asked for", () => {
    const net = sym.Embedding(data, { inputDim: 5, outputDim: 2, dtype: "float64", name: "e" });
    const params = { e_weight: nd.ones([5, 2], { dtype: "float64" }) };
    const { nodes, tensors } = readModel(exportModel(net, params, { data: [3] }, { inputTypes: "int64" }));
    expect(nodes.map(({ op }) => op)).toEqual(["Clip", "Gather"]);
    expect(tensors.find(({ name }) => name === "e_weight")?.type).toBe(11);
  });

  test("has weights of rows that are stored", () => {
    const sparse = { ...weights, fc_weight: weights.fc_weight.tostype("row_sparse") };
    expect(exportModel(dense, sparse, { data: [4, 3] })).toEqual(exportModel(dense, weights, { data: [4, 3] }));
  });
});

describe("errors", () => {
  const shapes = { data: [4, 3] };
  const random = sym.random.uniform({ shape: [2], name: "u" });
  const lengths = { useSequenceLength: true, sequenceLength: sym.Variable("lengths") };
  const recurrent = sym.RNN(data, { mode: "gru", stateSize: 2, numLayers: 1, ...lengths, name: "r" });
  const norm = sym.BatchNorm(data, { name: "bn", outputMeanVar: true });
  const cases: [string, () => unknown, RegExp][] = [
    ["no symbol", () => exportModel(3 as never, {}, {}), /exportModel: symbol must be a Symbol, got the number 3/],
    ["no parameters", () => exportModel(dense, null as never, shapes), /params must be NDArrays by name, got null/],
    [
      "a parameter that is none",
      () => exportModel(dense, { fc_bias: 3 as never }, shapes),
      /params: fc_bias must be an NDArray, got the number 3/,
    ],
    ["no shapes", () => exportModel(dense, weights, 3 as never), /inputShapes must be shapes, got the number 3/],
    [
      "a shape that is none",
      () => exportModel(dense, weights, { data: 3 as never }),
      /the shape of data must be a list of sizes/,
    ],
    ["too many shapes", () => exportModel(dense, weights, [[4, 3], [1]]), /got 2 shapes for the inputs data/],
    [
      "an unknown input",
      () => exportModel(dense, weights, { x: [1] }),
      /x is no input of the network; those without parameters are: data/,
    ],
    ["an input with a value", () => exportModel(dense, weights, { fc_bias: [2] }), /fc_bias is no input/],
    [
      "an unknown type",
      () => exportModel(dense, weights, shapes, { inputTypes: "float" as never }),
      /unknown dtype "float"/,
    ],
    [
      "a type of no input",
      () => exportModel(dense, weights, shapes, { inputTypes: { x: "int32" } }),
      /inputTypes: x has no shape/,
    ],
    [
      "a missing weight",
      () => exportModel(dense, { fc_bias: weights.fc_bias }, shapes),
      /fc_weight has neither a value in params nor a shape in inputShapes/,
    ],
    [
      "a missing shape",
      () => exportModel(sym.sum(data), {}, {}),
      /sum \(node sum\d+\): the shape of input 0 is not known/,
    ],
    [
      "a missing shape of an input",
      () => exportModel(sym.exp(data), {}, {}),
      /the shape of data does not follow|data has neither/,
    ],
    ["shapes that do not fit", () => exportModel(dense, weights, { data: [4, 5] }), /fc/],
    [
      "an operator without counterpart",
      () => exportModel(random, {}, {}),
      /_random_uniform \(node u\) has no translation to ONNX/,
    ],
    [
      "lengths",
      () => exportModel(recurrent, {}, { data: [3, 2, 4], lengths: [2] }),
      /RNN \(node r\): lengths have no translation to ONNX/,
    ],
    [
      "an output without counterpart",
      () => exportModel(norm.get(1), { bn_gamma: nd.ones([3]) }, shapes),
      /the output bn_mean has no translation/,
    ],
    [
      "a value without counterpart",
      () => exportModel(sym.exp(norm.get(1), { name: "e" }), {}, shapes),
      /output 1 of bn, which e takes, has no translation/,
    ],
  ];
  for (const [what, run, message] of cases) {
    test(what, () => {
      expect(run).toThrow(message);
      expect(() => exportModel(dense, weights, shapes)).not.toThrow();
    });
  }
});
