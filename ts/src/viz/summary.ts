// The table of a network's layers.
import { type LogOption, toConsole } from "../callback/params.ts";
import { MXNetError } from "../error.ts";
import { describe } from "../nd/invoke.ts";
import { expectSymbol } from "../symbol/create.ts";
import { entryKey, type Graph, type GraphNode, inferAll, readGraph } from "../symbol/graph.ts";
import { type Inferred, isFull } from "../symbol/infer.ts";
import type { GraphSymbol, Shapes } from "../symbol/symbol.ts";
import { numbers } from "./texts.ts";

/** What `printSummary` takes. */
export interface SummaryOptions extends LogOption {
  /** Shapes of inputs by name. Shapes and numbers of parameters are told if it is given. */
  shape?: Shapes | null | undefined;
  /** The length of lines. */
  lineLength?: number | undefined;
  /** Where columns end: places, or parts of the line if the last is at most 1. */
  positions?: readonly number[] | undefined;
}

const HEADER = ["Layer (type)", "Output Shape", "Param #", "Previous Layer"];

/**
 * Prints a table of the layers of a network: output shapes without the batch, parameters, and layers before.
 *
 * As in MXNet, parameters are counted from the channels of the layer before (so without `shape` they are not known), and
 * those of BatchNorm are two for a channel.
 *
 * @param symbol - the network
 * @param options - `shape`, `lineLength`, `positions`; `log` gets the lines
 * @throws MXNetError if the shapes of all layers do not follow from those given
 * @example
 * ```ts
 * const net = sym.FullyConnected(sym.Variable("data"), { numHidden: 3, name: "fc" });
 * const lines = [];
 * mx.viz.printSummary(net, { shape: { data: [1, 4] }, lineLength: 60, log: (line) => lines.push(line) });
 * console.log(lines[5].trim().replaceAll(/ +/g, " ")); // fc(FullyConnected) 3 15 data
 * ```
 */
export function printSummary(symbol: GraphSymbol, options: SummaryOptions = {}): void {
  expectSymbol(symbol, "printSummary", "symbol");
  const { shape = null, lineLength = 120, positions = [0.44, 0.64, 0.74, 1], log = toConsole } = options;
  if (!Number.isInteger(lineLength) || lineLength < 1 || lineLength > 1e5) {
    throw new TypeError(`printSummary: lineLength must be a number of characters, got ${describe(lineLength)}`);
  }
  if (!Array.isArray(positions) || positions.length < HEADER.length || !positions.every(Number.isFinite)) {
    throw new TypeError(`printSummary: positions must be ${HEADER.length} numbers, got ${describe(positions)}`);
  }
  const relative = (positions.at(-1) as number) <= 1;
  const ends = positions.map((end) => (relative ? Math.trunc(lineLength * end) : end));
  const graph = readGraph(symbol);
  const values = shape === null ? null : inferAll(symbol, shape, {});
  if (values && ![...values.values()].every((value) => isFull(value.shape))) {
    throw new MXNetError("printSummary: Input shape is incomplete");
  }

  const rule = (mark: string): void => log(mark.repeat(lineLength));
  const print = (cells: readonly string[]): void => log(row(cells, ends));
  rule("_");
  print(HEADER);
  rule("=");
  let total = 0;
  const layers = layersOf(graph, values);
  for (const { place, node, shape, before, parameters } of layers) {
    print([`${node.name}(${node.op})`, shape.join("x"), String(parameters), before[0] ?? ""]);
    for (const name of before.slice(1)) print(["", "", "", name]);
    total += parameters;
    rule(place === graph.nodes.length - 1 ? "=" : "_");
  }
  log(`Total params: ${total}`);
  rule("_");
}

/** Cells, cut and filled up to where their columns end. */
function row(cells: readonly string[], ends: readonly number[]): string {
  let line: string[] = [];
  cells.forEach((cell, i) => {
    const end = Math.max(0, ends[i] as number);
    line = [...line, ...cell].slice(0, end);
    while (line.length < end) line.push(" ");
  });
  return line.join("");
}

interface Layer {
  readonly place: number;
  readonly node: GraphNode;
  /** The first output's shape, without the batch. */
  readonly shape: readonly number[];
  /** The names of the layers that it is computed from. */
  readonly before: readonly string[];
  readonly parameters: number;
}

/** Operators, and the first node whatever it is. */
function layersOf({ nodes, heads }: Graph, values: Map<string, Inferred> | null): Layer[] {
  // MXNet takes all numbers of the first head for nodes. That of its output, 0, is how the input comes to be shown.
  const shown = new Set(heads[0] as readonly number[]);
  const shapeOf = (place: number): readonly number[] => values?.get(entryKey([place, 0]))?.shape?.slice(1) ?? [];
  const isLayer = (place: number): boolean => nodes[place]?.op !== "null" || shown.has(place);
  return nodes.flatMap((node, place) => {
    if (node.op === "null" && place > 0) return [];
    const before = node.inputs.map(([input]) => input).filter(isLayer);
    const channels = before.reduce((sum, input) => sum + (shapeOf(input)[0] ?? 0), 0);
    const shape = isLayer(place) ? shapeOf(place) : [];
    const parameters = parametersOf(node, channels, shape);
    return [{ place, node, shape, before: before.map((input) => (nodes[input] as GraphNode).name), parameters }];
  });
}

/** How many parameters a layer has, as MXNet counts. */
function parametersOf({ op, attrs = {} }: GraphNode, channels: number, shape: readonly number[]): number {
  const biased = attrs.no_bias === "True" ? 0 : 1;
  switch (op) {
    case "Convolution": {
      const filters = Number(attrs.num_filter);
      const perPlace = Math.floor((channels * filters) / Number(attrs.num_group ?? 1));
      return numbers(attrs.kernel).reduce((n, size) => n * Number(size), perPlace) + biased * filters;
    }
    case "FullyConnected":
      return (channels + biased) * Number(attrs.num_hidden);
    case "BatchNorm":
      return 2 * (shape[0] ?? 0);
    case "Embedding":
      return Number(attrs.input_dim) * Number(attrs.output_dim);
    default:
      return 0;
  }
}
