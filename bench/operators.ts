// Operators one by one beside native MXNet, to find those that are slow for no reason: `npm run bench:operators -- --python PATH`,
// with `--only REGEXP` for names and `--gradient` for forward and backward. The slowest in proportion come first.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { autograd, type NDArray, nd, random, scope } from "mxgrad";

/** A call in MXNet's spelling, and what its tensors hold if not numbers from 0.1 to 0.9. */
interface Case {
  readonly name: string;
  readonly shapes: readonly (readonly number[])[];
  readonly attrs?: Record<string, unknown>;
  readonly indices?: { readonly input: number; readonly below: number };
  readonly special?: "definite" | "boxes" | "image" | "above 1";
}

type Operator = (...args: unknown[]) => NDArray | NDArray[];
type Operators = Record<string, Operator | Record<string, Operator>>;

const MILLISECONDS = 250;
const CALLS = 40;
const FOLDER = new URL("operators/", import.meta.url);

const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

function operator(name: string): Operator {
  const [, space, rest] = /^_?(contrib|linalg|random|image)_(.*)$/.exec(name) ?? [];
  const all = nd as unknown as Operators;
  const owner = (space ? all[space] : all) as Operators;
  const found = owner[rest ?? name] ?? owner[camel(rest ?? name)];
  if (typeof found !== "function") throw new Error(`no operator ${name}`);
  return found;
}

function tensor({ indices, special }: Case, shape: readonly number[], input: number): NDArray {
  const size = [...shape];
  if (indices?.input === input) return random.randint(0, indices.below, size).astype("float32");
  if (special === "boxes" && input === 1)
    return nd.array(Array.from({ length: size[0] as number }, (_, k) => [0, k, k, k + 15, k + 20]));
  const x = random.uniform(0.1, 0.9, size);
  if (special === "above 1") return x.add(1);
  if (special === "image") return x.mul(200).astype("uint8");
  if (special !== "definite" || input > 0) return x;
  const n = size[2] as number;
  return nd.broadcastAdd(nd.batchDot(x, x, { transposeB: true }), nd.eye(n).mul(5).reshape([1, n, n]));
}

/** The least milliseconds of a call, of forward and backward with `gradient`; none where there is no gradient. */
function measure(of: Case, gradient: boolean): number | null {
  const call = operator(of.name);
  const tensors = of.shapes.map((shape, i) => tensor(of, shape, i));
  const options = Object.fromEntries(Object.entries(of.attrs ?? {}).map(([key, value]) => [camel(key), value]));
  const absent = /convolution$/i.test(of.name) ? [null] : [];
  let run = (): NDArray | NDArray[] => call(...tensors, ...absent, options);
  const first = run();
  if (gradient) {
    if (Array.isArray(first)) return null;
    const head = nd.onesLike(first);
    for (const x of tensors) x.attachGrad();
    const forward = run;
    run = () => {
      const y = autograd.record(forward) as NDArray;
      y.backward(head);
      return y;
    };
  }
  let [least, calls] = [Number.POSITIVE_INFINITY, 0];
  for (const start = performance.now(); calls < 3 || (calls < CALLS && performance.now() - start < MILLISECONDS); ) {
    const before = performance.now();
    scope(() => void run());
    least = Math.min(least, performance.now() - before);
    calls++;
  }
  return least;
}

const { values: options } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    gradient: { type: "boolean", default: false },
    python: { type: "string" },
  },
});
const cases: Case[] = JSON.parse(readFileSync(new URL("cases.json", FOLDER), "utf8"));
let native: (number | null)[] = [];
if (options.python) {
  const program = fileURLToPath(new URL("native.py", FOLDER));
  const args = [program, ...(options.gradient ? ["gradient"] : [])];
  native = JSON.parse(execFileSync(options.python, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
}
const rows: { readonly text: string; readonly ratio: number }[] = [];
for (const [i, of] of cases.entries()) {
  const theirs = native[i] ?? null;
  if (!new RegExp(options.only).test(of.name) || (options.gradient && options.python && theirs === null)) continue;
  let ours: number | null;
  try {
    ours = scope(() => measure(of, options.gradient));
  } catch (error) {
    throw new Error(`${of.name} ${JSON.stringify(of.attrs ?? {})}: ${(error as Error).message}`, { cause: error });
  }
  if (ours === null) continue;
  const ratio = theirs === null ? 0 : ours / theirs;
  const shapes = of.shapes.map((shape) => shape.join("x")).join(", ");
  const figures = [ours.toFixed(3), theirs?.toFixed(3) ?? "", theirs === null ? "" : ratio.toFixed(2)];
  const attrs = JSON.stringify(of.attrs ?? {}).replaceAll('"', "");
  rows.push({ text: `| ${of.name} ${attrs} | ${shapes} | ${figures.join(" | ")} |`, ratio });
}
console.log("| operator | tensors | mxgrad ms | MXNet ms | mxgrad / MXNet |\n|---|---|---:|---:|---:|");
for (const { text } of rows.sort((a, b) => b.ratio - a.ratio)) console.log(text);
