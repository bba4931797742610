// The picture of a network.
import { MXNetError } from "../error.ts";
import { describe } from "../nd/invoke.ts";
import { expectSymbol } from "../symbol/create.ts";
import { entryKey, type GraphNode, inferAll, readGraph } from "../symbol/graph.ts";
import { type Inferred, isFull } from "../symbol/infer.ts";
import type { GraphSymbol, Shapes, Types } from "../symbol/symbol.ts";
import { Digraph, type DotAttrs } from "./digraph.ts";
import { numbers } from "./texts.ts";

/** What `plotNetwork` takes. */
export interface PlotOptions {
  /** The graph's name. */
  title?: string | undefined;
  /** The format that the graph is meant to be drawn in. */
  saveFormat?: string | undefined;
  /** Shapes of inputs by name; edges are then labelled with shapes. */
  shape?: Shapes | null | undefined;
  /** Types of inputs by name; edges are then labelled with types. */
  dtype?: Types | null | undefined;
  /** Graphviz' attributes of nodes: `{ shape: "oval", fixedsize: "false" }`. */
  nodeAttrs?: DotAttrs | undefined;
  /** Whether parameters are left out. */
  hideWeights?: boolean | undefined;
}

const WEIGHTS = /_(weight|bias|beta|gamma|moving_var|moving_mean|running_var|running_mean)$/;
const NODE_ATTRS: DotAttrs = { shape: "box", fixedsize: "true", width: "1.3", height: "0.8034", style: "filled" };

/** The colours of MXNet's operators. */
const COLOURS: Readonly<Record<string, string>> = {
  null: "#8dd3c7",
  Convolution: "#fb8072",
  FullyConnected: "#fb8072",
  Activation: "#ffffb3",
  LeakyReLU: "#ffffb3",
  BatchNorm: "#bebada",
  Pooling: "#80b1d3",
  Concat: "#fdb462",
  Flatten: "#fdb462",
  Reshape: "#fdb462",
  Softmax: "#b3de69",
};
const OTHER_COLOUR = "#fccde5";

/** What stands in a node's box. */
function labelOf({ op, name, attrs = {} }: GraphNode): string {
  const sizes = (key: string, otherwise: string): string =>
    attrs[key] === undefined ? otherwise : numbers(attrs[key]).join("x");
  switch (op) {
    case "Convolution":
      return `Convolution\n${sizes("kernel", "")}/${sizes("stride", "1")}, ${attrs.num_filter}`;
    case "FullyConnected":
      return `FullyConnected\n${attrs.num_hidden}`;
    case "Activation":
      return `Activation\n${attrs.act_type}`;
    case "LeakyReLU":
      return `LeakyReLU\n${attrs.act_type ?? "Leaky"}`;
    case "Pooling":
      return `Pooling\n${attrs.pool_type ?? "max"}, ${sizes("kernel", "[]")}/${sizes("stride", "1")}`;
    case "Custom":
      return attrs.op_type ?? name;
    default:
      return name;
  }
}

/**
 * A network as a graph in the DOT language, as MXNet draws it: operators and inputs, and arrows to where values come from.
 *
 * @param symbol - the network
 * @param options - `shape` and `dtype` label the arrows; `hideWeights` is true by default
 * @returns the graph, with `source` for Graphviz, and `svg()`
 * @throws MXNetError if shapes or types of all values do not follow from those given
 * @example
 * ```ts
 * const net = sym.FullyConnected(sym.Variable("data"), { numHidden: 3, name: "fc" });
 * const plot = mx.viz.plotNetwork(net, { shape: { data: [1, 4] } });
 * console.log(plot.source.split("\n").at(-2).trim()); // fc -> data [label=4 arrowtail=open dir=back]
 * console.log((await plot.svg()).includes("FullyConnected")); // true
 * ```
 */
export function plotNetwork(symbol: GraphSymbol, options: PlotOptions = {}): Digraph {
  expectSymbol(symbol, "plotNetwork", "symbol");
  const {
    title = "plot",
    saveFormat = "pdf",
    shape = null,
    dtype = null,
    nodeAttrs = {},
    hideWeights = true,
  } = options;
  for (const [key, value] of Object.entries(nodeAttrs)) {
    if (typeof value !== "string" || key === "label") {
      throw new TypeError(`plotNetwork: nodeAttrs are texts by name, and no label; got ${describe(value)} for ${key}`);
    }
  }
  const values = shape || dtype ? inferAll(symbol, shape ?? {}, dtype ?? {}) : new Map<string, Inferred>();
  const known = [...values.values()];
  if (shape && !known.every((value) => isFull(value.shape))) {
    throw new MXNetError("plotNetwork: Input shape is incomplete");
  }
  if (dtype && !known.every((value) => value.dtype)) throw new MXNetError("plotNetwork: Input type is incomplete");

  const { nodes } = readGraph(symbol);
  warnOfRepeated(nodes);
  const dot = new Digraph(title, saveFormat);
  const hidden = new Set<string>();
  for (const node of nodes) {
    const { op, name } = node;
    if (op === "null" && WEIGHTS.test(name)) {
      // Where weights are shown, edges to them make them nodes: plain ones, as in MXNet.
      if (hideWeights) hidden.add(name);
      continue;
    }
    const attrs = { ...NODE_ATTRS, ...nodeAttrs, fillcolor: COLOURS[op] ?? OTHER_COLOUR };
    dot.node(name, labelOf(node), op === "null" ? { ...attrs, shape: "oval" } : attrs);
  }
  for (const { op, name, inputs } of nodes) {
    for (const entry of op === "_contrib_BilinearResize2D" ? inputs.slice(0, 1) : inputs) {
      const input = (nodes[entry[0]] as GraphNode).name;
      if (hidden.has(input)) continue;
      const value = values.get(entryKey(entry));
      const label = `${(shape && value?.shape?.slice(1).join("x")) ?? ""}${dtype ? `(${value?.dtype})` : ""}`;
      dot.edge(name, input, label, { dir: "back", arrowtail: "open" });
    }
  }
  return dot;
}

/** In the DOT language nodes of one name are one node. */
function warnOfRepeated(nodes: readonly GraphNode[]): void {
  const names = nodes.map(({ name }) => name);
  const repeated = new Set(names.filter((name, i) => names.indexOf(name) < i));
  if (repeated.size > 0) {
    console.warn(
      `There are multiple variables with the same name in your graph, this may result in cyclic graph. Repeated names: ${[...repeated].join(",")}`,
    );
  }
}
