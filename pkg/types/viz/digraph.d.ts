/** Attributes of a node or an edge. */
export type DotAttrs = Readonly<Record<string, string>>;
/** What `Digraph.svg` needs of the package `@viz-js/viz`. */
export interface VizModule {
    instance(): Promise<{
        renderString(source: string, options: {
            format: string;
        }): string;
    }>;
}
/**
 * A directed graph as a text in the DOT language, which Graphviz draws. Made by `plotNetwork`.
 *
 * @example
 * ```ts
 * const graph = new mx.viz.Digraph("g");
 * graph.node("a", "first");
 * graph.edge("a", "b", "next");
 * console.log(graph.source.split("\n")[1].trim()); // a [label=first]
 * ```
 */
export declare class Digraph {
    #private;
    /** The graph's name. */
    readonly name: string;
    /** The format that the graph is meant to be drawn in. */
    readonly format: string;
    constructor(name: string, format?: string);
    /** Adds a node. */
    node(name: string, label: string, attrs?: DotAttrs): void;
    /** Adds an edge between two nodes. */
    edge(tail: string, head: string, label: string, attrs?: DotAttrs): void;
    /** The text in the DOT language. */
    get source(): string;
    /** The text in the DOT language. */
    toString(): string;
    /**
     * The drawing as SVG. The package `@viz-js/viz` draws it: it is imported, so install it beside this one, or pass it, as
     * programs that are bundled must: `plot.svg(await import("@viz-js/viz"))`.
     *
     * @param viz - the module
     * @throws MXNetError if the package is not there
     */
    svg(viz?: VizModule): Promise<string>;
}
