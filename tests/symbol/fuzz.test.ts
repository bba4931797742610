// The reader of JSON meets what is no symbol: it answers with an MXNetError, or with a symbol that can be used.
import fc from "fast-check";
import { MXNetError, sym } from "mxgrad";
import { describe, expect, test } from "vitest";
import { golden } from "./golden.ts";

const files = [
  ...golden<{ json: string }[]>("networks").map(({ json }) => json),
  ...golden<{ json: string }[]>("legacy").map(({ json }) => json),
];
/** Loops and branches. */
const loops = golden<{ name: string; json: string }[]>("control");
const nested = loops.find(({ name }) => name === "mixed")?.json as string;

/** Shapes of what is called so. */
const SHAPES: Readonly<Record<string, number[]>> = { data: [2, 3], d: [3, 1], i: [1], k: [1], s: [1], x: [1] };

/** Reads a text, and does with the symbol what users do. */
function use(text: string): void {
  try {
    const symbol = sym.fromJSON(text);
    symbol.listArguments();
    symbol.getInternals().listOutputs();
    symbol.attrDict();
    expect(sym.fromJSON(symbol.toJSON()).toJSON()).toBe(symbol.toJSON());
    symbol.inferShapePartial({ [symbol.listArguments()[0] ?? "data"]: [2, 3] });
    const names = symbol.listArguments().filter((name) => Object.hasOwn(SHAPES, name));
    const executor = symbol.simpleBind(null, {
      shapes: Object.fromEntries(names.map((name) => [name, SHAPES[name] as number[]])),
    });
    executor.forward(false);
    executor.forward(true);
    executor.backward(executor.outputs);
  } catch (error) {
    if (!(error instanceof MXNetError)) throw error;
  }
}

/** Whether the library still works. */
const alive = () => expect(sym.exp(sym.Variable("x")).inferShape({ x: [2] })[1]).toEqual([[2]]);

const node = (op: string, name: string, inputs: unknown, more: object = {}) => ({ op, name, inputs, ...more });
const graph = (nodes: unknown, heads: unknown = [[1, 0, 0]], more: object = {}): string =>
  JSON.stringify({ nodes, arg_nodes: [0], heads, ...more });
const x = node("null", "x", []);
/** A graph with a loop, of which something is changed. */
const loop = (change: { attrs?: object; more?: object; inside?: unknown }): string => {
  const inside = {
    nodes: [
      node("null", "a", []),
      node("null", "b", []),
      node("elemwise_add", "c", [
        [0, 0],
        [1, 0],
      ]),
    ],
    arg_nodes: [0, 1],
    heads: [[2, 0]],
  };
  const attrs = {
    num_args: "3",
    num_outputs: "1",
    num_out_data: "0",
    in_data_locs: "[0]",
    in_state_locs: "[1]",
    remain_locs: "[]",
    ...change.attrs,
  };
  const subgraphs = [change.inside ?? inside];
  const inputs = [
    [0, 0],
    [0, 0],
  ];
  return graph([x, node("_foreach", "y", inputs, { attrs, subgraphs, ...change.more })]);
};

test("the loop of which something is changed is one", () => {
  expect(sym.fromJSON(loop({})).listOutputs()).toEqual(["y_output"]);
});

describe("what is no symbol is refused", () => {
  const cases: Record<string, string> = {
    nothing: "",
    "no object": "[]",
    "a number": "1",
    "no fields": "{}",
    "no arg_nodes": JSON.stringify({ nodes: [x], heads: [[0, 0, 0]] }),
    "no heads": JSON.stringify({ nodes: [x], arg_nodes: [0] }),
    "empty heads": graph([x], []),
    "a head that is not there": graph([x], [[7, 0, 0]]),
    "a head's output that is not there": graph([x], [[0, 9, 0]]),
    "an input that is not there": graph([x, node("exp", "y", [[5, 0, 0]])]),
    "an input's output that is not there": graph([x, node("exp", "y", [[0, 1, 0]])]),
    "a node that is its own input": graph([x, node("exp", "y", [[1, 0, 0]])]),
    "a cycle": graph([x, node("exp", "y", [[2, 0, 0]]), node("exp", "z", [[1, 0, 0]])]),
    "a negative index": graph([x, node("exp", "y", [[-1, 0, 0]])]),
    "a fraction": graph([x, node("exp", "y", [[0.5, 0, 0]])]),
    "an index beyond all": graph([x, node("exp", "y", [[1e300, 0, 0]])]),
    "too few numbers": graph([x, node("exp", "y", [[0]])]),
    "inputs that are none": graph([x, node("exp", "y", "0")]),
    "too many inputs": graph([
      x,
      node("exp", "y", [
        [0, 0, 0],
        [0, 0, 0],
      ]),
    ]),
    "too few inputs": graph([x, node("elemwise_add", "y", [[0, 0, 0]])], [[1, 0, 0]], {
      attrs: { mxnet_version: ["int", 10901] },
    }),
    "a variable with inputs": graph([x, node("null", "y", [[0, 0, 0]])]),
    "an unknown operator": graph([x, node("Nope", "y", [[0, 0, 0]])]),
    "an operator of the inside": graph([x, node("_CustomFunction", "y", [[0, 0, 0]])]),
    "a custom operator that nobody registered": graph([
      x,
      node("Custom", "y", [[0, 0, 0]], { attrs: { op_type: "none" } }),
    ]),
    "a name that is none": graph([{ op: "null", name: 3, inputs: [] }], [[0, 0, 0]]),
    "attributes that are no texts": graph([x, node("exp", "y", [[0, 0, 0]], { attrs: { a: 1 } })]),
    "an empty graph of a loop": loop({ inside: {} }),
    "a graph of a loop that is none": loop({ inside: [] }),
    "a loop without a graph": loop({ more: { subgraphs: [] } }),
    "a loop of two graphs": loop({
      more: { subgraphs: [JSON.parse(graph([x], [[0, 0]])), JSON.parse(graph([x], [[0, 0]]))] },
    }),
    "graphs that are no list": loop({ more: { subgraphs: {} } }),
    "graphs of an operator that has none": graph([
      x,
      node("exp", "y", [[0, 0]], { subgraphs: [JSON.parse(graph([x], [[0, 0]]))] }),
    ]),
    "a loop without attributes": loop({ more: { attrs: {} } }),
    "fewer inputs than a loop counts": loop({ attrs: { num_args: "4" } }),
    "more inputs than there can be in a loop": loop({ attrs: { num_args: "900000000000" } }),
    "no inputs of a loop": loop({ attrs: { num_args: "0" } }),
    "more outputs than a loop has": loop({ attrs: { num_outputs: "2" } }),
    "more stacked outputs than a loop has": loop({ attrs: { num_out_data: "2" } }),
    "a place beyond a loop's variables": loop({ attrs: { in_state_locs: "[2]" } }),
    "a place beyond all": loop({ attrs: { in_state_locs: "[9223372036854775807]" } }),
    "a negative place": loop({ attrs: { in_state_locs: "[-1]" } }),
    "a place twice": loop({ attrs: { in_state_locs: "[0]" } }),
    "a variable that gets nothing": loop({ attrs: { in_data_locs: "[]" } }),
    "places that are no list": loop({ attrs: { in_data_locs: "x" } }),
    "an operator of a loop that there is not": loop({
      inside: JSON.parse(graph([x, node("Nope", "z", [[0, 0]])])),
    }),
    "a loop whose graph is in itself": loop({ inside: JSON.parse(loop({})) }),
    "dependencies of later nodes": graph([x, node("exp", "y", [[0, 0, 0]], { control_deps: [1] })]),
    "more outputs than there can be": graph([
      x,
      node("split", "y", [[0, 0, 0]], { attrs: { num_outputs: "900000000000" } }),
    ]),
    "more inputs than there can be": graph([
      x,
      node("Concat", "y", [[0, 0, 0]], { param: { num_args: "900000000000" } }),
    ]),
    "an open text": '{"nodes": "',
    "a bad escape": '{"no\\qdes": 1}',
    "half an escape": '{"no\\u12":1}',
    "a wrong number": '{"nodes": 1.2.3}',
    "something behind the end": `${graph([x], [[0, 0, 0]])} x`,
  };
  for (const [what, text] of Object.entries(cases)) {
    test(what, () => {
      expect(() => sym.fromJSON(text)).toThrow(MXNetError);
      alive();
    });
  }

  test("deep nesting", () => {
    for (const open of ["[", '{"a":']) {
      expect(() => sym.fromJSON(open.repeat(100_000))).toThrow(MXNetError);
      expect(() => sym.fromJSON(`{"nodes": ${open.repeat(1000)}`)).toThrow(/nested more than/);
    }
    alive();
  });
});

test("long chains are read, written and freed", () => {
  const nodes: object[] = [x];
  for (let i = 1; i <= 50_000; i++) nodes.push(node("exp", `e${i}`, [[i - 1, 0, 0]]));
  const chain = sym.fromJSON(graph(nodes, [[50_000, 0, 0]]));
  expect(chain.listArguments()).toEqual(["x"]);
  expect(chain.toJSON().length).toBeGreaterThan(1_000_000);
  chain.dispose();
  alive();
});

test("graphs nested too deeply", () => {
  let text = loop({});
  for (let depth = 1; depth < 40; depth++) {
    const attrs = { num_args: "2", in_state_locs: "[]", num_out_data: "1" };
    text = loop({ attrs, more: { inputs: [[0, 0]] }, inside: JSON.parse(text) });
    if (depth === 7) expect(sym.fromJSON(text).listArguments()).toEqual(["x"]);
    if (depth > 7) expect(() => sym.fromJSON(text)).toThrow(/depth of graphs is 9|nested more than 64/);
  }
  alive();
});

test("truncated files", () => {
  for (const file of [...files.slice(0, 6), nested]) {
    for (let end = 0; end < file.length; end += 1 + Math.floor(file.length / 60)) use(file.slice(0, end));
  }
  alive();
});

test("files with other characters in them", () => {
  const change = fc.record({
    file: fc.constantFrom(...files, ...loops.map(({ json }) => json)),
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    length: fc.nat(6),
    text: fc.oneof(
      fc.constantFrom(
        "",
        "9",
        "-1",
        "1e9",
        "[",
        "]",
        "{",
        "}",
        '"',
        ",",
        "\\",
        "null",
        "true",
        "None",
        "4294967295",
        "99999999999999999999",
      ),
      fc.string({ maxLength: 3 }),
    ),
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      let text = changes[0]?.file ?? "";
      for (const { at, length, text: put } of changes) {
        const place = Math.floor(at * text.length);
        text = text.slice(0, place) + put + text.slice(place + length);
      }
      use(text);
    }),
    { numRuns: 400, seed: 7 },
  );
  alive();
});

test("files with other values in them", () => {
  const values = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      true,
      "",
      "None",
      "(0, 0)",
      "-1",
      "nan",
      "1e30",
      "9223372036854775807",
      [],
      {},
      [[0, 0, 0]],
      [0],
      -1,
      1e10,
      "Convolution",
      "split",
      "BatchNorm",
      "Custom",
    ),
    fc.integer({ min: -2, max: 40 }),
  );
  /** Every place in a JSON value, as the keys that lead there. */
  const places = (value: unknown): (string | number)[][] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, below]) => [[key], ...places(below).map((path) => [key, ...path])])
      : [];
  const parsed = [...files, ...loops.map(({ json }) => json)].map((file) => ({ file, all: places(JSON.parse(file)) }));
  fc.assert(
    fc.property(fc.constantFrom(...parsed), fc.nat(), values, ({ file, all }, pick, value) => {
      const root = JSON.parse(file) as Record<string, unknown>;
      const path = all[pick % all.length] as string[];
      let target = root;
      for (const key of path.slice(0, -1)) target = target[key] as Record<string, unknown>;
      target[path.at(-1) as string] = value;
      use(JSON.stringify(root));
    }),
    { numRuns: 600, seed: 11 },
  );
  alive();
});
