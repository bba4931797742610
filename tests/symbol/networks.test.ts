// Inference and executors against MXNet.
import { type NDArray, nd, sym } from "mxgrad";
import { describe, expect, test } from "vitest";
import { golden, goldenPath } from "./golden.ts";

interface Network {
  name: string;
  json: string;
  arguments: string[];
  outputs: string[];
  states: string[];
  internals: string[];
  known: Record<string, number[]>;
  types: Record<string, "float32">;
  shapes: [number[][], number[][], number[][]];
  dtypes: [string[], string[], string[]] | null;
  req: "write" | "add" | Record<string, "write" | "add">;
  runs: number;
  train: boolean;
  rtol: number;
}

const arrays = nd.load(goldenPath("networks.params")) as Record<string, NDArray>;

/** The arrays of one kind, by name. */
function of(network: Network, kind: string): Record<string, NDArray> {
  const start = `${network.name}/${kind}:`;
  const found = Object.entries(arrays).filter(([name]) => name.startsWith(start));
  return Object.fromEntries(found.map(([name, array]) => [name.slice(start.length), array]));
}

function expectClose(found: NDArray | null | undefined, wanted: NDArray, rtol: number, what: string): void {
  expect(found?.shape, what).toEqual(wanted.shape);
  expect(found?.dtype, what).toBe(wanted.dtype);
  const [a, b] = [found as NDArray, wanted].map((array) => Array.from(array.toTypedArray(), Number)) as [
    number[],
    number[],
  ];
  const scale = Math.max(...b.map(Math.abs));
  for (let i = 0; i < b.length; i++) {
    const off = Math.abs((a[i] as number) - (b[i] as number));
    expect(off, `${what} at ${i}: ${a[i]}, not ${b[i]}`).toBeLessThanOrEqual(
      rtol * (Math.abs(b[i] as number) + 0.1 * scale),
    );
  }
}

describe.each(golden<Network[]>("networks"))("$name", (network) => {
  const symbol = sym.fromJSON(network.json);

  test("names and JSON", () => {
    expect(symbol.listArguments()).toEqual(network.arguments);
    expect(symbol.listOutputs()).toEqual(network.outputs);
    expect(symbol.listAuxiliaryStates()).toEqual(network.states);
    expect(symbol.getInternals().listOutputs()).toEqual(network.internals);
    expect(symbol.toJSON()).toBe(network.json);
  });

  test("shapes and types", () => {
    expect(symbol.inferShape(network.known)).toEqual(network.shapes);
    const first = network.arguments[0] as string;
    const types = Object.keys(network.types).length > 0 ? network.types : ({ [first]: "float32" } as const);
    expect(symbol.inferType(types)).toEqual(network.dtypes ?? [null, null, null]);
  });

  test("executor", () => {
    const options = { gradReq: network.req, shapes: network.known, typeDict: network.types };
    const executor = symbol.simpleBind(null, options);
    executor.copyParamsFrom(of(network, "argument"), of(network, "state"));
    expect(executor.outputs.map((output) => output.shape)).toEqual(network.shapes[1]);
    for (let run = 0; run < network.runs; run++) {
      executor.forward(network.train);
      executor.backward(of(network, "head"));
    }
    const compare = (kind: string, dict: Record<string, NDArray | null>): void => {
      for (const [name, wanted] of Object.entries(of(network, kind))) {
        expectClose(dict[name], wanted, network.rtol, `${kind} ${name}`);
      }
    };
    compare("output", executor.outputDict);
    compare("gradient", executor.gradDict);
    compare("moved", executor.auxDict);
    const gradients = Object.keys(of(network, "gradient")).length;
    if (gradients > 0) expect(executor.gradArrays.filter(Boolean)).toHaveLength(gradients);
  });
});
