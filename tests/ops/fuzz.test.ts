/**
 * Random calls of every operator: each returns or throws an MXNetError, and the library works on. Half of them are made up from the
 * operator's description, half are golden cases with something changed, which get deeper.
 */
import { readdirSync } from "node:fs";
import { autograd, MXNetError, memory, type NDArray, nd, scope } from "mxgrad";
import { expect, test } from "vitest";
import { type GoldenCase, type GoldenFile, readGolden, toNDArray } from "../support/golden.ts";

const CALLS = 100_000;
const SEED = 20_260_101;

/** MXNet refuses to run these on the CPU, so that no golden case helps to get their many shapes right. */
const WITHOUT_GOLDEN = new Set(["_contrib_BatchNormWithReLU", "_contrib_ModulatedDeformableConvolution"]);

/** Mulberry32: the same calls on every machine. */
function generator(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return { next, below, pick: <T>(list: readonly T[]): T => list[below(list.length)] as T };
}
type Generator = ReturnType<typeof generator>;

const DTYPES = ["float32", "float32", "float32", "float64", "float16", "uint8", "int8", "int32", "int64"] as const;
const SIZES = [1, 1, 2, 2, 3, 4, 5];
const INTEGERS = ["0", "1", "1", "2", "2", "3", "4", "-1", "-1", "-2", "-5", "7", "20"];
const HUGE = ["2147483647", "-2147483648", "4294967296", "1e30", "9007199254740993", "-9223372036854775808"];
const REALS = ["0", "0.5", "1", "-1", "1e-3", "2.5", "1e38", "-3.7", "inf", "-inf", "nan"];
const ODD = ["", "None", "()", "(", "abc", "True", "(1,2,3,4,5,6,7)", "[[1]]", "é"];

/** A text for an attribute, which mostly fits its type. */
function attribute(g: Generator, type: string): string {
  if (g.next() < 0.03) return g.pick([...ODD, ...HUGE]);
  const choices = [...type.matchAll(/"([^"]*)"/g)].map(([, choice]) => choice as string);
  if (choices.length > 0) return g.pick(choices);
  if (type.includes("DType")) return g.pick(DTYPES);
  if (type.includes("boolean")) return g.pick(["True", "False", "1", "0"]);
  if (type.includes("readonly")) {
    const items = Array.from({ length: g.below(4) }, () => g.pick(g.next() < 0.8 ? INTEGERS : [...REALS, "None"]));
    return g.next() < 0.2 ? g.pick(INTEGERS) : `(${items.join(",")})`;
  }
  if (type.includes("number")) return g.pick(g.next() < 0.7 ? INTEGERS : REALS);
  return g.pick(ODD);
}

/** A shape of few elements; seldom with a 0. */
const shape = (g: Generator): number[] =>
  Array.from({ length: 1 + g.below(5) }, () => (g.next() < 0.02 ? 0 : g.pick(SIZES)));

/** A tensor: like the first one in most cases, so that calls get through the checks. */
function tensor(g: Generator, first: NDArray | undefined): NDArray {
  const like = first && g.next() < 0.5;
  const sizes = like ? first.shape : shape(g);
  const dtype = like && g.next() < 0.9 ? first.dtype : g.pick(DTYPES);
  const size = sizes.reduce((a, b) => a * b, 1);
  if (size === 0) return nd.zeros(sizes, { dtype });
  const kind = g.below(4);
  const values = Float64Array.from({ length: size }, () => {
    if (kind === 0) return g.below(4);
    if (kind === 1 && g.next() < 0.1) return g.pick([Number.NaN, Number.POSITIVE_INFINITY, -1e30, 1e30]);
    return 4 * g.next() - 2;
  });
  return nd.array(values, { dtype: "float64" }).astype(dtype).reshape(sizes);
}

type Op = ReturnType<typeof nd.describeOp>;
interface Call {
  readonly inputs: NDArray[];
  readonly attrs: Record<string, string>;
}

/** A call made up from the operator's description. */
function madeUp(g: Generator, op: Op): Call {
  const variadic = op.inputs.find((input) => input.variadic)?.variadic;
  const fixed = op.inputs.length - op.inputs.filter((input) => input.optional && g.next() < 0.5).length;
  const count = g.next() < 0.03 ? g.below(5) : variadic ? 1 + g.below(4) : fixed;
  const attrs: Record<string, string> = {};
  for (const { name, type, default: preset } of op.attrs) {
    if (preset === undefined || g.next() < 0.35) attrs[name] = attribute(g, type);
  }
  if (variadic && op.attrs.some(({ name }) => name === variadic) && g.next() < 0.95) attrs[variadic] = String(count);
  if (g.next() < 0.01) attrs.nonsense = "1";
  const inputs: NDArray[] = [];
  for (let k = 0; k < count; k++) inputs.push(tensor(g, inputs[0]));
  return { inputs, attrs };
}

/** A golden case, with an attribute or an input or both changed. */
function changed(g: Generator, op: Op, [file, golden]: [GoldenFile, GoldenCase]): Call {
  const inputs = golden.inputs.map((index) => toNDArray(file.tensor(index)));
  const attrs = { ...golden.attrs };
  const change = g.below(4);
  if (change !== 0 && op.attrs.length > 0) {
    const { name, type } = g.pick(op.attrs);
    attrs[name] = attribute(g, type);
  }
  if (change !== 1 && inputs.length > 0) {
    const i = g.below(inputs.length);
    const x = inputs[i]!;
    const grown = x.shape.map((size) => (g.next() < 0.3 ? Math.max(1, size + g.below(3) - 1) : size));
    const another = [
      () => tensor(g, inputs[0]),
      () => x.astype(g.pick(DTYPES)),
      () => nd.random.uniform(-1, 3, grown).astype(x.dtype),
      () => nd.zeros(grown, { dtype: x.dtype }),
      () => x.reshape([-1]),
      () => x.expandDims({ axis: 0 }),
    ];
    inputs[i] = g.pick(another)();
  }
  if (g.next() < 0.02) inputs.pop();
  return { inputs, attrs };
}

/** The accepted golden cases of each operator. */
function goldenCases(): Map<string, [GoldenFile, GoldenCase][]> {
  const folder = new URL("../golden/ops/", import.meta.url);
  const cases = new Map<string, [GoldenFile, GoldenCase][]>();
  for (const name of readdirSync(folder).filter((name) => name.endsWith(".bin"))) {
    const file = readGolden(new URL(name, folder));
    for (const golden of file.cases) {
      if (golden.throws !== undefined || golden.inputs.some((i) => file.tensor(i).data.length > 5000)) continue;
      const op = nd.describeOp(golden.op).name;
      cases.set(op, [...(cases.get(op) ?? []), [file, golden]]);
    }
  }
  return cases;
}

test(`${CALLS} random calls return or throw an MXNetError`, { timeout: 600_000 }, () => {
  const g = generator(SEED);
  const ops = nd.listOps().map(nd.describeOp);
  const cases = goldenCases();
  const counts = { returned: 0, refused: 0, differentiated: 0 };
  const returned = new Set<string>();
  for (let i = 0; i < CALLS; i++) {
    const op = ops[i % ops.length]!;
    scope(() => {
      const known = cases.get(op.name);
      const { inputs, attrs } = known && g.next() < 0.5 ? changed(g, op, g.pick(known)) : madeUp(g, op);
      const call = () =>
        `call ${i}: ${op.name}(${inputs.map((x) => `${x.dtype} (${x.shape})`).join(", ")}) ${JSON.stringify(attrs)}`;
      const records = g.next() < 0.5;
      if (records) for (const x of inputs) if (x.size > 0) x.attachGrad();
      try {
        const outputs = records
          ? autograd.record(() => nd.invoke(op.name, inputs, attrs))
          : nd.invoke(op.name, inputs, attrs);
        counts.returned++;
        returned.add(op.name);
        for (const y of outputs) if (y.size < 1e4) y.toTypedArray();
        if (records && outputs.length > 0) {
          autograd.backward(outputs);
          counts.differentiated++;
        }
      } catch (error) {
        if (!(error instanceof MXNetError)) throw new Error(`${call()}: ${(error as Error).stack}`);
        if (!error.message) throw new Error(`${call()}: an error without a word`);
        counts.refused++;
      }
    });
    if (i % 1000 === 999) expect(nd.ones([2, 3]).sum().asscalar(), `after call ${i}`).toBe(6);
  }
  // Not all that was called was refused: otherwise this tests the checks alone.
  expect(counts.returned).toBeGreaterThan(CALLS / 3);
  expect(counts.differentiated).toBeGreaterThan(CALLS / 10);
  expect(ops.map(({ name }) => name).filter((name) => !returned.has(name) && !WITHOUT_GOLDEN.has(name))).toEqual([]);
  expect(memory().bytes).toBeLessThan(64 << 20);
});
