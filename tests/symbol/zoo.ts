/** Networks of MXNet's model zoo against what MXNet makes of them: scripts/oracle/zoo.py. */
import { readFileSync } from "node:fs";
import { autograd, gluon, type NDArray, nd, random, runtime, scope, sym } from "mxgrad";

const SAMPLES = 15;
const SIZES: Readonly<Record<string, number>> = { inceptionv3: 299, "mobilenetv2_0.25": 64, resnet50_v1: 64 };
/** Seeds of the images, where not 0: see scripts/oracle/zoo.py. */
const SEEDS: Readonly<Record<string, number>> = { inceptionv3: 1, resnet18_v1: 1, resnet50_v1: 1 };

/** How far results are from MXNet's. */
export interface Distance {
  /** The largest difference of outputs, relative to the largest output. */
  readonly output: number;
  /** The largest difference of gradients: of a norm relative to itself, of an element relative to the usual one. */
  readonly gradient: number;
  /** The argument with that gradient. */
  readonly worst: string;
  /** Whether the symbol is written as it was read, to the byte. */
  readonly sameText: boolean;
}

/** The value of an input of the network, by its place in the list of inputs: `draw` in zoo.py. */
function draw(place: number, name: string, shape: number[]): NDArray {
  random.seed(place + 1);
  if (shape.length > 1) {
    const fanIn = shape.slice(1).reduce((a, b) => a * b, 1);
    return nd.random.normal(0, (2 / fanIn) ** 0.5, shape);
  }
  return /_(gamma|running_var)$/.test(name) ? nd.random.uniform(0.5, 1.5, shape) : nd.random.normal(0, 0.1, shape);
}

const numbers = (x: NDArray): Float64Array => Float64Array.from(x.toTypedArray() as Float32Array);
const largest = (values: Float64Array): number => values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);

function difference(a: Float64Array, b: Float64Array): number {
  return largest(a.map((v, i) => v - (b[i] as number)));
}

/** The norm and some elements, evenly spread: `samples` in zoo.py. */
function samples(gradient: NDArray): Float64Array {
  const flat = numbers(gradient);
  const norm = Math.sqrt(flat.reduce((sum, v) => sum + v * v, 0));
  const at = (k: number): number => flat[Math.floor((k * flat.length) / SAMPLES)] as number;
  return Float64Array.from([norm, ...Array.from({ length: SAMPLES }, (_, k) => at(k))]);
}

/** The symbol of a network, the shape of its input, and a .params file with its weights. */
export function network(
  folder: string,
  name: string,
): { json: string; symbol: sym.Symbol; data: number[]; params: Uint8Array } {
  const json = readFileSync(`${folder}/${name}-symbol.json`, "utf8");
  const symbol = sym.fromJSON(json);
  const size = SIZES[name] ?? 224;
  const data = [1, 3, size, size];
  const [argShapes, , auxShapes] = symbol.inferShape({ data });
  const states = symbol.listAuxiliaryStates();
  const shapes = new Map<string, number[]>();
  symbol.listArguments().forEach((n, i) => {
    shapes.set(n, argShapes?.[i] as number[]);
  });
  states.forEach((n, i) => {
    shapes.set(n, auxShapes?.[i] as number[]);
  });
  const params = scope(() => {
    const values = symbol.listInputs().flatMap((n, i): [string, NDArray][] => {
      if (n === "data") return [];
      return [[`${states.includes(n) ? "aux" : "arg"}:${n}`, draw(i, n, shapes.get(n) as number[])]];
    });
    return nd.save(null, new Map(values));
  });
  return { json, symbol, data, params };
}

/** Runs a network as users do: a SymbolBlock from the symbol and a .params file with the weights. */
export async function compare(folder: string, name: string): Promise<Distance> {
  const { json, symbol, data, params } = network(folder, name);
  const golden = nd.load(`${folder}/${name}-golden.params`) as Record<string, NDArray>;
  const net = await gluon.SymbolBlock.imports({ symbol: json, params }, ["data"]);
  random.seed(SEEDS[name] ?? 0);
  const x = nd.random.uniform(-1, 1, data);
  const expected = numbers(golden["output"] as NDArray);
  const off = () => difference(numbers(net(x)), expected) / largest(expected);
  const fast = off();
  // Gradients are compared with sums taken as MXNet takes them: where an activation lies within rounding of a kink, they jump.
  const before = runtime.exact();
  runtime.exact(true);
  const output = Math.max(fast, off());

  x.attachGrad();
  const y = autograd.record(false, () => net(x));
  random.seed(1000);
  y.backward(nd.random.uniform(-1, 1, y.shape), { trainMode: false });
  let [gradient, worst] = [0, ""];
  for (const n of symbol.listArguments()) {
    const wanted = golden[`grad:${n}`];
    if (!wanted) continue;
    const found = n === "data" ? (x.grad as NDArray) : net.collectParams().at(n).grad();
    const [a, b] = [samples(found), numbers(wanted)];
    const norm = b[0] as number;
    const norms = Math.abs((a[0] as number) - norm) / norm;
    // An element is measured by the usual size of one: a few may all be small by chance.
    const usual = Math.max(largest(b.subarray(1)), norm / Math.sqrt(found.size));
    const elements = difference(a.subarray(1), b.subarray(1)) / usual;
    const most = Math.max(norms, elements);
    if (most > gradient) [gradient, worst] = [most, n];
  }
  runtime.exact(before);
  return { output, gradient, worst, sameText: symbol.toJSON() === json };
}
