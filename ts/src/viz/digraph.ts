// Graphs in the DOT language, written as Python's graphviz writes them.
import { MXNetError } from "../error.ts";
import { describe } from "../nd/invoke.ts";

/** Attributes of a node or an edge. */
export type DotAttrs = Readonly<Record<string, string>>;

/** What `Digraph.svg` needs of the package `@viz-js/viz`. */
export interface VizModule {
  instance(): Promise<{ renderString(source: string, options: { format: string }): string }>;
}

const WORDS = new Set(["node", "edge", "graph", "digraph", "subgraph", "strict"]);

/** A text as an identifier of DOT. */
function quoted(text: string): string {
  if (/^<.*>$/s.test(text)) return text;
  const plain = /^([a-zA-Z_]\w*|-?(\.\d+|\d+(\.\d*)?))$/.test(text) && !WORDS.has(text.toLowerCase());
  return plain ? text : `"${text.replaceAll('"', '\\"')}"`;
}

/** The attributes in brackets: the label, then the others by name. */
function listed(label: string, attrs: DotAttrs): string {
  const keys = Object.keys(attrs).sort();
  return ` [${[`label=${quoted(label)}`, ...keys.map((key) => `${quoted(key)}=${quoted(attrs[key] as string)}`)].join(" ")}]`;
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
export class Digraph {
  /** The graph's name. */
  readonly name: string;
  /** The format that the graph is meant to be drawn in. */
  readonly format: string;
  readonly #body: string[] = [];

  constructor(name: string, format = "svg") {
    for (const [what, text] of Object.entries({ name, format })) {
      if (typeof text !== "string") throw new TypeError(`Digraph: ${what} must be a text, got ${describe(text)}`);
    }
    this.name = name;
    this.format = format;
  }

  /** Adds a node. */
  node(name: string, label: string, attrs: DotAttrs = {}): void {
    this.#body.push(`\t${quoted(name)}${listed(label, attrs)}`);
  }

  /** Adds an edge between two nodes. */
  edge(tail: string, head: string, label: string, attrs: DotAttrs = {}): void {
    this.#body.push(`\t${quoted(tail)} -> ${quoted(head)}${listed(label, attrs)}`);
  }

  /** The text in the DOT language. */
  get source(): string {
    return [`digraph ${this.name === "" ? "" : `${quoted(this.name)} `}{`, ...this.#body, "}"].join("\n");
  }

  /** The text in the DOT language. */
  toString(): string {
    return this.source;
  }

  /**
   * The drawing as SVG. The package `@viz-js/viz` draws it: it is imported, so install it beside this one, or pass it, as
   * programs that are bundled must: `plot.svg(await import("@viz-js/viz"))`.
   *
   * @param viz - the module
   * @throws MXNetError if the package is not there
   */
  async svg(viz?: VizModule): Promise<string> {
    const { instance } = viz ?? (await importViz());
    if (typeof instance !== "function") {
      throw new TypeError(`Digraph.svg: expected the module @viz-js/viz, got ${describe(viz)}`);
    }
    return (await instance()).renderString(this.source, { format: "svg" });
  }
}

/** The specifier is no literal: bundlers are not to look for a package that most programs go without. */
async function importViz(): Promise<VizModule> {
  const name = "@viz-js/viz";
  try {
    return (await import(name)) as VizModule;
  } catch (error) {
    throw new MXNetError(
      `Digraph.svg needs the package ${name}: npm install ${name} (in a bundle, pass it: svg(await import("${name}"))); ${(error as Error).message}`,
    );
  }
}
