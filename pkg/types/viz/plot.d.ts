import type { GraphSymbol, Shapes, Types } from "../symbol/symbol.ts";
import { Digraph, type DotAttrs } from "./digraph.ts";
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
export declare function plotNetwork(symbol: GraphSymbol, options?: PlotOptions): Digraph;
