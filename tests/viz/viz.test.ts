// Tables and DOT texts against MXNet's: see scripts/oracle/viz.py.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import mx, { sym } from "mxgrad";
import { describe, expect, test, vi } from "vitest";

interface Case {
  kind: "summary" | "plot";
  network: string;
  options: Record<string, unknown>;
  text: string;
}

const path = join(import.meta.dirname, "../golden/viz.json");
const golden = JSON.parse(readFileSync(path, "utf8")) as { networks: Record<string, string>; cases: Case[] };

/** What is not as in MXNet: lines by network, and the line there is instead. */
const DIFFERS: Record<string, Record<string, string>> = {
  // MXNet looks the shape up under a name that no output of several has.
  split: {
    "parts(SliceChannel)                                                         0": "2                       0",
  },
};

const camel = (options: Record<string, unknown>): object =>
  Object.fromEntries(
    Object.entries(options).map(([k, v]) => [k.replace(/_(.)/g, (_, c: string) => c.toUpperCase()), v]),
  );

function summaryOf(symbol: sym.Symbol, options: object): string {
  const lines: string[] = [];
  mx.viz.printSummary(symbol, { ...options, log: (line) => lines.push(line) });
  return lines.map((line) => `${line}\n`).join("");
}

describe.each(golden.cases.map((c) => [`${c.kind} ${c.network} ${JSON.stringify(c.options)}`, c] as const))(
  "%s",
  (_, { kind, network, options, text }) => {
    test("is MXNet's", () => {
      const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
      const symbol = sym.fromJSON(golden.networks[network] as string);
      if (kind === "plot") {
        const plot = mx.viz.plotNetwork(symbol, camel(options));
        expect(plot.source).toBe(text);
        expect([String(plot), plot.format]).toEqual([text, "pdf"]);
        expect(warn.mock.calls.length).toBe(network === "repeated" ? 1 : 0);
      } else {
        let wanted = text;
        for (const [line, end] of Object.entries(DIFFERS[network] ?? {})) {
          expect(wanted).toContain(line);
          wanted = wanted.replace(line, line.slice(0, line.length - end.length) + end);
        }
        expect(summaryOf(symbol, camel(options))).toBe(wanted);
      }
      vi.restoreAllMocks();
    });
  },
);

describe("pictures", () => {
  const net = sym.FullyConnected(sym.Variable("data"), { numHidden: 3, name: "fc" });

  test("are drawn by @viz-js/viz, imported or passed", async () => {
    const plot = mx.viz.plotNetwork(net, { shape: { data: [1, 4] } });
    const svg = await plot.svg();
    expect(svg).toMatch(/<svg[\s\S]*FullyConnected[\s\S]*#fb8072|<svg[\s\S]*#fb8072[\s\S]*FullyConnected/);
    expect(await plot.svg(await import("@viz-js/viz"))).toBe(svg);
  });

  test("are drawn from names of any kind", async () => {
    const { instance } = await import("@viz-js/viz");
    for (const json of Object.values(golden.networks)) {
      const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
      const plot = mx.viz.plotNetwork(sym.fromJSON(json), { hideWeights: false });
      warn.mockRestore();
      expect((await instance()).render(plot.source).errors.filter(({ level }) => level === "error")).toEqual([]);
    }
  });

  test("show several outputs, and edges to names with colons", () => {
    const [values, indices] = sym.topk(sym.Variable("a:b"), { retTyp: "both", k: 2, name: "top" });
    const plot = mx.viz.plotNetwork(sym.broadcastAdd(values, indices, { name: "s" }), { shape: { "a:b": [4, 5] } });
    expect(plot.source.split("\n").slice(4, -1)).toEqual([
      '\ttop -> "a:b" [label=5 arrowtail=open dir=back]',
      "\ts -> top [label=2 arrowtail=open dir=back]",
      "\ts -> top [label=2 arrowtail=open dir=back]",
    ]);
  });
});

describe("errors", () => {
  const net = sym.FullyConnected(sym.Variable("data"), { numHidden: 3, name: "fc" });
  const { printSummary, plotNetwork, Digraph } = mx.viz;
  const cases: [string, () => unknown, RegExp][] = [
    ["no symbol", () => printSummary(3 as never), /printSummary: symbol must be a Symbol, got the number 3/],
    ["no symbol to plot", () => plotNetwork({} as never), /plotNetwork: symbol must be a Symbol/],
    ["too few shapes", () => printSummary(net, { shape: {} }), /printSummary: Input shape is incomplete/],
    ["too few shapes to plot", () => plotNetwork(net, { shape: {} }), /plotNetwork: Input shape is incomplete/],
    ["too few types", () => plotNetwork(net, { dtype: {} }), /plotNetwork: Input type is incomplete/],
    [
      "a shape that is none",
      () => printSummary(net, { shape: { data: 3 as never } }),
      /shape of data must be a list of sizes/,
    ],
    [
      "a line without length",
      () => printSummary(net, { lineLength: -1 }),
      /lineLength must be a number of characters, got the number -1/,
    ],
    ["too few positions", () => printSummary(net, { positions: [1] }), /positions must be 4 numbers/],
    ["a title that is none", () => plotNetwork(net, { title: 3 as never }), /name must be a text, got the number 3/],
    [
      "an attribute that is no text",
      () => plotNetwork(net, { nodeAttrs: { width: 2 as never } }),
      /nodeAttrs are texts by name.*the number 2 for width/,
    ],
    ["a graph without a name", () => new Digraph(null as never), /Digraph: name must be a text, got null/],
  ];
  for (const [what, run, message] of cases) {
    test(what, () => {
      expect(run).toThrow(message);
    });
  }

  test("a module that is none", async () => {
    await expect(plotNetwork(net).svg({} as never)).rejects.toThrow(/expected the module @viz-js\/viz/);
  });
});
