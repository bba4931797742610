/** Relaxed vector instructions: used where the engine has them, close to the exact results, and given up on request. */
import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { programFolder, runtimes } from "../support/runtimes.ts";

let folder: string;

beforeAll(() => {
  folder = programFolder(join(import.meta.dirname, "relaxed-program.mjs"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the exact results of `results()` hash to, in every runtime. */
const EXACT_BITS = 1768063324;

describe.each(runtimes)("$name", ({ name, command, args, here }) => {
  const run = here || process.env.CI ? test : test.skip;
  run("relaxed and exact results", { timeout: 60_000 }, async () => {
    const options = { cwd: folder, timeout: 50_000 };
    const { stdout, stderr } = await promisify(execFile)(command, [...args, "relaxed-program.mjs"], options);
    expect(stderr).toBe("");
    const found = JSON.parse(stdout);
    const relaxed = !/^Node v?20/.test(name);
    expect(found).toMatchObject({
      before: { simd: relaxed ? "relaxed" : "plain", exact: false },
      answer: true,
      during: { simd: "plain", exact: true },
      error: "TypeError: exact: on must be a boolean, got number",
      sameAgain: true,
      exactBits: EXACT_BITS,
    });
    // A product rounded once instead of twice, in sums of at most 300.
    expect(found.worst32).toBeLessThan(2e-6);
    expect(found.worst64).toBeLessThan(4e-15);
    // JavaScriptCore multiplies and adds in two instructions.
    const fused = relaxed && !name.startsWith("Bun");
    expect(found.changed).toEqual([fused, fused]);
  });
});
