/** Loops that would leak in any library that leaves freeing to its users: resident memory stays flat in every runtime. */
import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { programFolder, runtimes } from "../support/runtimes.ts";

/** Each loop, how often it runs, and what the array kept from its first step holds. */
const loops: readonly [name: string, steps: number, kept: (value: number) => boolean][] = [
  // V8 takes some 20,000 steps to settle on how often it collects, on a busy machine; a leak would show all the better in
  // more.
  ["sync", 40_000, (value) => value > 0.5 && value < 10],
  ["async", 40_000, (value) => value > 0.5 && value < 10],
  ["block", 40_000, (value) => value > 0.5 && value < 10],
  ["variables", 60_000, (value) => value === 2],
  ["arrays", 10_240, (value) => value === 7],
];

/** Growth in MiB allowed between the middle of a loop and its end: one budget, as sweeps come in such steps. */
const SLACK = 64;

let folder: string;

beforeAll(() => {
  folder = programFolder(join(import.meta.dirname, "program.mjs"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(runtimes)("$name", ({ name, command, args, here }) => {
  const run = here || process.env.CI ? test : test.skip;
  run.each(loops)(`${here ? "" : "not installed: "}%s`, { timeout: 240_000 }, async (loop, steps, kept) => {
    const { stdout } = await promisify(execFile)(command, [...args, "program.mjs", loop, String(steps)], {
      cwd: folder,
    });
    const result = JSON.parse(stdout.trim().split("\n").at(-1)!) as { rss: number[]; end: number; kept: number[] };
    const half = result.rss.slice(0, result.rss.length / 2);
    const most = Math.max(...result.rss, result.end);
    expect(most, `${name} ${loop}: ${result.rss} MiB`).toBeLessThan(Math.max(...half) + SLACK);
    expect(most).toBeLessThan(600);
    expect(result.kept.every(kept), String(result.kept)).toBe(true);
  });
});
