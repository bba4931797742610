// The benchmarks work: what they compute is right, and reports say what was measured. Nothing is timed here.
import { expect, test } from "vitest";
import { contender as mxgrad } from "../../bench/contenders/mxgrad.ts";
import { contender as peak } from "../../bench/contenders/peak.ts";
import { chart } from "../../bench/report/chart.ts";
import { markdown, type Results } from "../../bench/report/markdown.ts";
import { play, type Row, Table } from "../../bench/run/rounds.ts";
import { Session } from "../../bench/run/session.ts";
import type { Contender, Reply, Task, Workload } from "../../bench/suite/contract.ts";
import { digest, distance } from "../../bench/suite/digest.ts";
import { pick, workloads } from "../../bench/suite/index.ts";
import { folded, NETWORKS, normOf, weightOf } from "../../bench/suite/networks.ts";
import { values } from "../../bench/suite/values.ts";

const at = (name: string): Workload => workloads.find((workload) => workload.name === name) as Workload;

/** What the library computes in a workload. */
async function computed({ work }: Workload): Promise<number[]> {
  const make = mxgrad.makers[work.kind] as (given: typeof work) => Task | Promise<Task>;
  const task = await make(work);
  const result = Array.from(await task.output());
  task.supply?.(1);
  await task.run();
  task.close?.();
  return result;
}

test("products are those of plain loops", async () => {
  const [a, b] = [values(1, 64 * 64), values(2, 64 * 64)];
  const expected = Array.from({ length: 64 * 64 }, (_, i) => {
    let sum = 0;
    for (let k = 0; k < 64; k++) sum += (a[(i >> 6) * 64 + k] as number) * (b[k * 64 + (i & 63)] as number);
    return sum;
  });
  const workload = at("gemm 64");
  const found = digest(workload, await computed(workload));
  expect(distance(found, digest(workload, expected))).toBeLessThan(workload.tolerance);
  const flaw = expected.with(0, (expected[0] as number) + 1);
  expect(distance(found, digest(workload, flaw))).toBeGreaterThan(workload.tolerance);
});

test("every small workload runs", async () => {
  const names = ["softmax", "depthwise", "forward + backward", "mlp", "recorded", "shapes"];
  const results = new Map<string, number[]>();
  for (const workload of pick(names)) results.set(workload.name, await computed(workload));
  expect(results.size).toBe(names.length + 1);
  const [first, , last] = results.get("MLP 784-128-64-10, batch 64, training step") as number[];
  expect(first).toBeCloseTo(Math.log(10), 1);
  expect(last).toBeLessThan(first as number);
  expect(results.get("1,000 recorded adds of 10 elements + backward")).toEqual(Array(10).fill(1001));
  const rows = results.get("softmax, 128x1000") as number[];
  expect(rows.slice(0, 1000).reduce((a, b) => a + b)).toBeCloseTo(1, 4);
});

test("random streams are compared as distributions", async () => {
  const [workload] = pick(["uniform"]) as [Workload];
  const { values: found } = digest(workload, await computed(workload));
  expect(found[0]).toBeCloseTo(0.5, 2);
  expect(found[1]).toBeCloseTo(Math.sqrt(1 / 12), 2);
});

test("a batch norm in a convolution's weights is the same as one behind it", () => {
  const node = NETWORKS.mobilenet()[0];
  if (node?.type !== "conv") throw new Error("the first node is a convolution");
  const [{ weight, bias }, { gamma, beta, mean, variance }] = [folded(node, 0), normOf(node, 0)];
  const [plain, filter, each] = [weightOf(node, 0), 5, 27];
  const input = values(3, each);
  const dot = (w: Float32Array) => input.reduce((sum, v, i) => sum + v * (w[filter * each + i] as number), 0);
  const normed = (dot(plain) - mean[filter]!) / Math.sqrt(variance[filter]! + 1e-5);
  expect(dot(weight) + bias[filter]!).toBeCloseTo(normed * gamma[filter]! + beta[filter]!, 5);
});

test("the loop of the peak computes", async () => {
  for (const fused of [false, true]) {
    const make = () => peak.makers.peak?.({ kind: "peak", fused }) as Task;
    // Node 20 has no relaxed SIMD.
    if (fused && Number(process.versions.node.split(".")[0]) < 22) expect(make).toThrow("relaxed SIMD");
    // x = x / 2 + 1/2 of twelve numbers goes to 1 each.
    else expect(await make().output()).toEqual([12]);
  }
});

/** A session in this process, as a seat. */
const seat = (contender: Contender) => {
  const session = new Session(contender);
  return { ask: (request: Parameters<Session["answer"]>[0]): Promise<Reply> => session.answer(request), close() {} };
};
const entry = (name: string) => ({ name, file: "" });
const making = (output: number[]): Contender => ({
  start() {},
  makers: { product: () => ({ run: () => undefined, output: () => output }) },
});

async function results(): Promise<Results> {
  const mine = { ...making([1, 2, 3, 4]), start: () => undefined };
  const libraries: Record<string, Contender> = {
    mine,
    same: making([1, 2, 3, 4]),
    wrong: making([1, 2, 3, 5]),
    absent: { start() {}, makers: {}, missing: { product: "it has | no products" } },
  };
  const table = new Table(({ name }) => seat(libraries[name] as Contender));
  const workload: Workload = {
    name: "2x2 & more",
    work: { kind: "product", m: 2, k: 2, n: 2 },
    flops: 16,
    tolerance: 1e-6,
    most: 2,
  };
  let turns = 0;
  const row = await play(table, Object.keys(libraries).map(entry), workload, 3, async () => void turns++);
  expect(turns).toBe(3);
  return {
    first: "mine",
    peers: ["same", "wrong", "absent"],
    native: [],
    rows: [row],
    peaks: new Map(),
    about: ["here"],
  };
}

test("contenders have their turns, and a wrong result is told", async () => {
  const { cells } = (await results()).rows[0] as Row;
  expect(cells.get("mine")?.times).toHaveLength(6);
  expect(cells.get("same")?.times).toHaveLength(6);
  expect(cells.get("wrong")).toMatchObject({ times: [], wrong: true, reason: expect.stringContaining("away from") });
  expect(cells.get("absent")).toEqual({ times: [], reason: "it has | no products" });
});

test("the report has a row, a ratio and footnotes, and the chart a bar", async () => {
  const all = await results();
  const cells = new Map([...(all.rows[0] as Row).cells, ["mine", { times: [3, 2, 4] }], ["same", { times: [5, 7] }]]);
  const fixed: Results = { ...all, rows: [{ ...(all.rows[0] as Row), cells }], peaks: new Map([["loop", 1e-5]]) };
  const text = markdown(fixed);
  expect(text).toContain("- here\n- One thread, nothing but registers: loop 0.0 GFLOP/s");
  expect(text).toMatch(
    /\| 2x2 & more \| 2\.00 \/ 3\.00 \| 5\.00 \/ 7\.00 \| – <sup>1<\/sup> \| – <sup>2<\/sup> \| 2\.50× \|/,
  );
  expect(text).toContain("(80 %)");
  expect(text).toContain("2. absent: it has \\| no products");
  const picture = chart(fixed);
  expect(picture).toContain("2x2 &amp; more");
  expect(picture).toContain(">2.50×<");
  expect(picture.match(/<rect/g)).toHaveLength(2);
});
