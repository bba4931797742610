import { autograd, type NDArray, nd } from "mxgrad";
import { describe, expect, test } from "vitest";
import { expectError, variable } from "./helpers.ts";

const NO_GRAPH = /NDArray is not part of a computation graph/;

interface GraphJson {
  nodes: { op: string; name: string }[];
  arg_nodes: number[];
  heads: number[][];
}

/** The recorded graph in MXNet's symbol format, whether `getSymbol` gives a Symbol or its JSON. */
function graphOf(y: NDArray): GraphJson {
  const symbol: unknown = autograd.getSymbol(y);
  const json = typeof symbol === "string" ? symbol : (symbol as { toJSON(): string }).toJSON();
  return JSON.parse(json) as GraphJson;
}

describe("getSymbol", () => {
  test("get_symbol", () => {
    const x = variable([1.5, 2]);
    const y = autograd.record(() =>
      nd
        .exp(x)
        .mul(2)
        .add(nd.ones([2])),
    );
    const graph = graphOf(y);
    expect(graph.nodes.map((node) => node.op)).toEqual(["null", "exp", "_mul_scalar", "null", "broadcast_add"]);

    // One counter numbers variables and constants, another one operators; both run through the whole process.
    const names = graph.nodes.map((node) => node.name);
    const [variableNumber, constantNumber] = [/^var(\d+)$/.exec(names[0]!), /^null(\d+)$/.exec(names[3]!)];
    expect(Number(constantNumber?.[1])).toBe(Number(variableNumber?.[1]) + 1);
    const operators = [names[1]!, names[2]!, names[4]!].map((name) => Number(/^node_(\d+)$/.exec(name)?.[1]));
    expect(operators).toEqual([operators[0], operators[0]! + 1, operators[0]! + 2]);

    expect(graph.arg_nodes).toEqual([0, 3]);
    expect(graph.heads.map((head) => head.slice(0, 2))).toEqual([[4, 0]]);
  });

  test("get_symbol of leaf", () => {
    const graph = graphOf(variable([1]));
    expect(graph.nodes).toHaveLength(1);
    expect(graph.nodes[0]!.op).toBe("null");
    expect(graph.nodes[0]!.name).toMatch(/^var\d+$/);
  });

  test("get_symbol of non-recorded", () => {
    expectError(() => autograd.getSymbol(nd.ones([1])), NO_GRAPH);
    expectError(() => autograd.getSymbol(nd.ones([1])), /Did you forget to turn on recording\?/);
  });

  test("get_symbol after backward", () => {
    const x = variable([1.5, 2]);
    const y = autograd.record(() => nd.exp(x).mul(2));
    y.backward();
    expectError(() => autograd.getSymbol(y), NO_GRAPH);
  });

  test("op on graph array outside record", () => {
    const x = variable([3, 4]);
    const y = autograd.record(() => x.mul(x));
    expectError(() => autograd.getSymbol(y.mul(1)), NO_GRAPH);
  });

  test("what is not an NDArray is refused", () => {
    expect(() => autograd.getSymbol(1 as unknown as NDArray)).toThrow(TypeError);
  });
});
