// Symbols with their parameters as ONNX models.
import { MXNetError } from "../error.ts";
import { type DType, dtypeCode } from "../nd/dtype.ts";
import { writeFile } from "../nd/files.ts";
import { describe, expectNDArray } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { describeOp } from "../nd/registry.ts";
import { readBytes } from "../runtime/cell.ts";
import { expectSymbol, isOptions } from "../symbol/create.ts";
import { entryKey, type GraphNode, inferAll, readGraph } from "../symbol/graph.ts";
import { type Inferred, isFull } from "../symbol/infer.ts";
import type { GraphSymbol } from "../symbol/symbol.ts";
import { Builder, type Value } from "./builder.ts";
import { Layer } from "./layer.ts";
import { encodeModel, type OnnxValue } from "./model.ts";
import { translationOf } from "./operators/table.ts";

/** Shapes of the network's inputs: by name, or in the order of `listArguments` without the parameters. */
export type InputShapes = Readonly<Record<string, readonly number[]>> | readonly (readonly number[])[];

/** What `exportModel` takes besides. */
export interface ExportOptions {
  /** The types of the inputs: one for all, or by name; float32 by default. */
  inputTypes?: DType | Readonly<Record<string, DType>> | undefined;
  /** A file to write the model to, too. */
  path?: string | undefined;
}

/**
 * A network with its parameters as an ONNX model, for other runtimes: operators of version 13, in IR version 8.
 *
 * The model predicts: BatchNorm has its moving statistics, losses are the outputs that they show, labels are left out.
 * Shapes are those given.
 *
 * @param symbol - the network
 * @param params - values of arguments and auxiliary states by name, with or without `arg:` and `aux:`
 * @param inputShapes - the shapes of what goes in
 * @param options - `inputTypes`, `path`
 * @returns the bytes of a file `.onnx`
 * @throws MXNetError for an operator that ONNX does not have, naming the node, and for parameters that are missing
 * @example
 * ```ts
 * const net = sym.FullyConnected(sym.Variable("data"), { numHidden: 2, name: "fc" });
 * const params = { fc_weight: nd.ones([2, 3]), fc_bias: nd.zeros([2]) };
 * const model = mx.onnx.exportModel(net, params, { data: [1, 3] });
 * console.log(model.length > 100); // true
 * ```
 */
export function exportModel(
  symbol: GraphSymbol,
  params: Readonly<Record<string, NDArray>>,
  inputShapes: InputShapes,
  { inputTypes = {}, path }: ExportOptions = {},
): Uint8Array<ArrayBuffer> {
  expectSymbol(symbol, "exportModel", "symbol");
  const arrays = readParams(params);
  const shapes = readShapes(symbol, arrays, inputShapes);
  const types = readTypes(inputTypes, Object.keys(shapes));
  const model = encodeModel(translate(symbol, arrays, shapes, types));
  if (path !== undefined) writeFile(path, model, "exportModel");
  return model;
}

type Arrays = ReadonlyMap<string, NDArray>;
type InputTypes = Readonly<Record<string, DType>>;

function readParams(params: unknown): Arrays {
  if (!isOptions(params)) {
    throw new TypeError(`exportModel: params must be NDArrays by name, got ${describe(params)}`);
  }
  const entries = Object.entries(params).map(([name, x]) => {
    expectNDArray(x, "exportModel", `params: ${name}`);
    return [name.replace(/^(arg|aux):/, ""), x] as const;
  });
  return new Map(entries);
}

function readShapes(symbol: GraphSymbol, params: Arrays, given: unknown): Record<string, readonly number[]> {
  const free = symbol.listArguments().filter((name) => !params.has(name));
  if (Array.isArray(given)) {
    if (given.length > free.length) {
      throw new MXNetError(`exportModel: got ${given.length} shapes for the inputs ${free.join(", ")}`);
    }
    return Object.fromEntries(given.map((shape, i) => [free[i], shape]));
  }
  if (!isOptions(given)) throw new TypeError(`exportModel: inputShapes must be shapes, got ${describe(given)}`);
  for (const name of Object.keys(given)) {
    if (!free.includes(name)) {
      throw new MXNetError(
        `exportModel: ${name} is no input of the network; those without parameters are: ${free.join(", ")}`,
      );
    }
  }
  return given as Record<string, readonly number[]>;
}

function readTypes(given: DType | InputTypes, inputs: readonly string[]): InputTypes {
  const types = typeof given === "string" ? Object.fromEntries(inputs.map((name) => [name, given])) : given;
  for (const [name, type] of Object.entries(types)) {
    if (!inputs.includes(name)) throw new MXNetError(`exportModel: inputTypes: ${name} has no shape among the inputs`);
    dtypeCode(type);
  }
  return types;
}

function translate(
  symbol: GraphSymbol,
  params: Arrays,
  inputShapes: Readonly<Record<string, readonly number[]>>,
  inputTypes: InputTypes,
): Parameters<typeof encodeModel>[0] {
  const names = new Set([...symbol.listArguments(), ...symbol.listAuxiliaryStates()]);
  const known = [...params].filter(([name]) => names.has(name));
  const shapes = { ...inputShapes, ...Object.fromEntries(known.map(([name, x]) => [name, x.shape])) };
  const types = { ...inputTypes, ...Object.fromEntries(known.map(([name, x]) => [name, x.dtype])) };
  const inferred = inferAll(symbol, shapes, types);
  const { nodes, heads } = readGraph(symbol);
  const outputNames = symbol.listOutputs();

  const graph = new Builder([...names, ...outputNames]);
  const values = new Map<string, Value>();
  const variables = new Map<string, Value>();
  nodes.forEach((node, place) => {
    if (node.op === "null") {
      const value = variables.get(node.name) ?? variable(graph, node.name, params.get(node.name));
      variables.set(node.name, value);
      values.set(entryKey([place, 0]), value);
      return;
    }
    layer(graph, nodes, place, inferred, values).forEach((value, i) => {
      values.set(entryKey([place, i]), value);
    });
  });

  graph.prefix = "";
  const taken = new Set(variables.keys());
  const results = heads.map((head, i) => output(graph, values.get(entryKey(head)), outputNames[i] as string, taken));
  const { nodes: calls, tensors, used } = graph.finish(results);
  const inputs = [...variables].filter(([name, value]) => used.has(value) && !params.has(name));
  const described = (name: string, value: Inferred | undefined): OnnxValue => {
    if (!value || !isFull(value.shape))
      throw new MXNetError(`exportModel: the shape of ${name} does not follow from those given`);
    return { name, type: value.dtype ?? "float32", shape: value.shape };
  };
  for (const [name] of inputs) {
    if (!Object.hasOwn(inputShapes, name)) {
      throw new MXNetError(`exportModel: ${name} has neither a value in params nor a shape in inputShapes`);
    }
  }
  return {
    name: symbol.name ?? outputNames.join("_"),
    nodes: calls,
    tensors,
    inputs: inputs.map(([name, { name: label }]) => {
      const place = nodes.findIndex((node) => node.op === "null" && node.name === name);
      return { ...described(name, inferred.get(entryKey([place, 0]))), name: label };
    }),
    outputs: heads
      .map((head, i) => described(outputNames[i] as string, inferred.get(entryKey(head))))
      .map((value, i) => ({
        ...value,
        name: (results[i] as Value).name,
      })),
  };
}

/** A parameter as an array of the model, or an input. */
function variable(graph: Builder, name: string, param: NDArray | undefined): Value {
  if (!param) return { name, nameable: false };
  return graph.tensor(name, param.dtype, param.shape, readBytes(param.handle));
}

/** The values of a node's outputs. */
function layer(
  graph: Builder,
  nodes: readonly GraphNode[],
  place: number,
  inferred: ReadonlyMap<string, Inferred>,
  values: ReadonlyMap<string, Value>,
): readonly Value[] {
  const node = nodes[place] as GraphNode;
  const { name: op } = describeOp(node.op);
  const translation = translationOf(op);
  if (!translation) throw new MXNetError(`exportModel: ${op} (node ${node.name}) has no translation to ONNX`);
  const inputs = node.inputs.map((entry) => {
    const value = values.get(entryKey(entry));
    if (value) return value;
    throw new MXNetError(
      `exportModel: output ${entry[1]} of ${nodes[entry[0]]?.name}, which ${node.name} takes, has no translation to ONNX`,
    );
  });
  const outputs: Inferred[] = [];
  for (let i = 0; inferred.has(entryKey([place, i])); i++) outputs.push(inferred.get(entryKey([place, i])) as Inferred);
  const known = node.inputs.map((entry) => inferred.get(entryKey(entry)));
  graph.prefix = node.name;
  const result = translation(new Layer(op, node, inputs, known, outputs), graph);
  return "name" in result ? [result] : result;
}

/** The value under the output's name, or another name where that is taken: an output may be an input, or be there twice. */
function output(graph: Builder, value: Value | undefined, name: string, taken: Set<string>): Value {
  if (!value) throw new MXNetError(`exportModel: the output ${name} has no translation to ONNX`);
  graph.prefix = name;
  const named = value.nameable ? value : graph.call("Identity", [value]);
  if (!taken.has(name)) named.name = name;
  named.nameable = false;
  taken.add(name);
  return named;
}
