/**
 * `mxgrad/onnx`: symbols as ONNX models. Apart from the library, since it is for tools rather than for what they make.
 *
 * @packageDocumentation
 */
import { MXNetError } from "../error.ts";
import type { DType } from "../nd/dtype.ts";
import type { NDArray } from "../nd/ndarray.ts";
import type { GraphSymbol } from "../symbol/symbol.ts";
import { Builder, type JsonNode, Operation } from "./builder.ts";
import { elementwise } from "./elementwise.ts";
import { LAYERS, type Translation } from "./layers.ts";
import { ELEMENT, modelBytes, tensorMessage, valueMessage } from "./model.ts";
import { MOVES } from "./moves.ts";

/** Parameters by name, with or without MXNet's prefixes `arg:` and `aux:`. */
export type ModelParams = { readonly [name: string]: NDArray };

/** What `exportModel` takes besides symbol, parameters and shapes. */
export interface ExportOptions {
  /** The graph's name. Default: `mxgrad`. */
  name?: string | undefined;
  /** The element types of inputs that are not float32. */
  inputTypes?: { readonly [name: string]: DType } | undefined;
}

/**
 * A symbol as an ONNX model (opset 13) for prediction: labels fall away, dropout does nothing.
 *
 * @param symbol - the network
 * @param params - its parameters and auxiliary states by name
 * @param inputShapes - the shapes of its other inputs by name
 * @returns the bytes of an .onnx file
 * @throws MXNetError for operators and attributes that ONNX does not have, and for missing parameters and shapes
 * @example
 * ```ts
 * const net = sym.FullyConnected(sym.Variable("data"), { numHidden: 2, name: "fc" });
 * const params = { fc_weight: nd.ones([2, 3]), fc_bias: nd.zeros([2]) };
 * const model = onnx.exportModel(net, params, { data: [1, 3] });
 * console.log(model.length > 0); // true
 * ```
 */
export function exportModel(
  symbol: GraphSymbol,
  params: ModelParams,
  inputShapes: { readonly [name: string]: readonly number[] },
  options: ExportOptions = {},
): Uint8Array {
  const given = new Map(Object.entries(params).map(([name, x]) => [name.replace(/^(arg|aux):/, ""), x]));
  const { nodes, heads } = JSON.parse(symbol.toJSON()) as Graph;
  const { shapes, dtypes, names } = describeValues(symbol, given, inputShapes, options.inputTypes ?? {});
  const build = new Builder();
  const translations: Readonly<Record<string, Translation>> = { ...LAYERS, ...elementwise(), ...MOVES };
  const valueName = ([node, output]: readonly [number, number, ...unknown[]]): string =>
    outputName(nodes[node] as JsonNode, output, names);
  for (const node of nodes) {
    if (node.op === "null") continue;
    const translate = Object.hasOwn(translations, node.op) ? translations[node.op] : undefined;
    if (!translate) {
      throw new MXNetError(
        `exportModel: operator ${node.op} (${JSON.stringify(node.name)}) has no counterpart in ONNX`,
      );
    }
    const outputs: string[] = [];
    for (let i = 0; i === 0 || names.has(outputName(node, i, names)); i++) {
      const name = outputName(node, i, names);
      if (outputs.includes(name)) break;
      outputs.push(name);
    }
    translate(new Operation(node, node.inputs.map(valueName), outputs, build, shapes, dtypes));
  }
  const headNames = heads.map(valueName);
  const shapeOf = (name: string): readonly number[] => {
    const shape = shapes.get(name);
    if (!shape) throw new MXNetError(`exportModel: the shape of ${name} is not known; give those of all inputs`);
    return shape;
  };
  const inputs: string[] = [];
  const seen = new Set<string>();
  for (const { op, name } of nodes) {
    if (op !== "null" || seen.has(name) || (!build.used.has(name) && !headNames.includes(name))) continue;
    seen.add(name);
    const x = given.get(name);
    if (x) build.tensors.push(tensorMessage(name, x.shape, ELEMENT[x.dtype], rawBytes(x)));
    else if (Object.hasOwn(inputShapes, name)) inputs.push(name);
    else throw new MXNetError(`exportModel: ${name} is neither among the parameters nor among the input shapes`);
  }
  const value = (name: string) => valueMessage(name, shapeOf(name), ELEMENT[dtypes.get(name) ?? "float32"]);
  return modelBytes(options.name ?? "mxgrad", build.nodes, build.tensors, inputs.map(value), headNames.map(value));
}

interface Graph {
  readonly nodes: readonly JsonNode[];
  readonly heads: readonly (readonly [number, number, number?])[];
}

/** The name of a node's output: that of a variable, or as `listOutputs` says. */
function outputName({ op, name }: JsonNode, output: number, names: ReadonlySet<string>): string {
  if (op === "null") return name;
  const only = `${name}_output`;
  return output === 0 && names.has(only) ? only : `${only}${output}`;
}

/** Shapes and types of all values by name. */
function describeValues(
  symbol: GraphSymbol,
  params: ReadonlyMap<string, NDArray>,
  inputShapes: { readonly [name: string]: readonly number[] },
  inputTypes: { readonly [name: string]: DType },
): { shapes: Map<string, readonly number[]>; dtypes: Map<string, DType>; names: Set<string> } {
  const internals = symbol.getInternals();
  const known: Record<string, readonly number[]> = { ...inputShapes };
  const types: Record<string, DType> = { ...inputTypes };
  for (const name of symbol.listArguments()) {
    const x = params.get(name);
    if (!x) continue;
    known[name] = x.shape;
    types[name] = x.dtype;
  }
  const outputs = internals.listOutputs();
  const [, inferred] = internals.inferShapePartial(known);
  const [, typed] = internals.inferTypePartial(types);
  const shapes = new Map<string, readonly number[]>();
  const dtypes = new Map<string, DType>();
  outputs.forEach((name, i) => {
    const shape = inferred[i];
    if (shape && shape.length > 0 && shape.every((size) => size > 0)) shapes.set(name, shape);
    const dtype = typed[i];
    if (dtype) dtypes.set(name, dtype);
  });
  return { shapes, dtypes, names: new Set(outputs) };
}

/** An array's elements as the file has them. */
function rawBytes(x: NDArray): Uint8Array {
  if (x.dtype === "float16")
    throw new MXNetError("exportModel: parameters in float16 cannot be written; cast them to float32");
  const values = x.toTypedArray();
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
