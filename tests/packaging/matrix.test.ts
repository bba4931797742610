/** One package in every runtime: the same program gives the same bits as in Node. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserCases, closeBrowsers } from "./matrix/browsers.ts";
import { bundlerCases, removeNextFolders } from "./matrix/bundlers.ts";
import { type Bench, type Case, exec, folder, IMPORTS, report } from "./matrix/case.ts";
import type { Report } from "./matrix/program.d.mts";
import { servers } from "./matrix/servers.ts";
import { Site } from "./matrix/site.ts";
import { Project } from "./packed.ts";

const cases: Case[] = [...bundlerCases, ...browserCases, ...servers];
/** Where there are no relaxed instructions, or no way to load them. */
const PLAIN = /^Node 20|^WebKit|edge route/;
/** What runs in the Node of these tests. */
const HERE = `Node ${process.versions.node}`;
interface Result {
  runtime: string;
  way: string;
  result: "passed" | "failed" | "skipped";
  simd?: Report["simd"];
}
const results: Result[] = [];
const folders = join(import.meta.dirname, "../../target");
let bench: Bench;
let expected: Report;

beforeAll(async () => {
  const project = new Project();
  bench = { project, site: new Site(project) };
  await bench.site.start();
  const [file, code] = IMPORTS["default import"]!;
  expected = report(await exec(process.execPath, [file], folder(bench, "reference", { [file]: code }))) as Report;
}, 120_000);

afterAll(async () => {
  await closeBrowsers();
  bench?.site.close();
  bench?.project.remove();
  removeNextFolders();
  mkdirSync(folders, { recursive: true });
  // scripts/runtime-table.mjs makes the README's table from this.
  writeFileSync(join(folders, "packaging-report.json"), `${JSON.stringify(results, null, 2)}\n`);
}, 30_000);

test("the program learns, and its bytes are not trivial", () => {
  const { losses, right, simd: _, close, ...bytes } = expected;
  expect(close).toBe(true);
  expect(losses).toHaveLength(3);
  expect(losses[2]).toBeLessThan(losses[0]! / 2);
  expect(right).toBeGreaterThan(240);
  expect(bytes.message).toMatch(/^dot: /);
  expect(bytes.gradient).toMatch(/^[\da-f]{32}$/);
  expect(new Set(Object.values(bytes)).size).toBe(Object.keys(bytes).length);
});

describe.concurrent.each(cases)("$runtime", ({ runtime, way, missing, run }) => {
  const runs = !missing || process.env.CI;
  if (!runs) results.push({ runtime, way, result: "skipped" });
  (runs ? test : test.skip)(missing ? `${way} (missing: ${missing})` : way, { timeout: 300_000 }, async () => {
    const entry: Result = { runtime, way, result: "failed" };
    results.push(entry);
    if (missing) throw new Error(`not installed: ${missing}`);
    const simd = PLAIN.test(way === "server page" ? HERE : `${runtime} ${way}`) ? "plain" : "relaxed";
    expect(await run(bench)).toEqual({ ...expected, simd });
    entry.simd = simd;
    entry.result = "passed";
  });
});
