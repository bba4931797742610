/** Threads on request: the same bits, nothing lost, and a process that ends. */
import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { programFolder, runtimes } from "../support/runtimes.ts";

let folder: string;

beforeAll(() => {
  folder = programFolder(join(import.meta.dirname, "threads-program.mjs"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const COUNT = "expected a whole number of 1 or more";

describe.each(runtimes)("$name", ({ command, args, here }) => {
  const run = here || process.env.CI ? test : test.skip;
  run("several threads", { timeout: 120_000 }, async () => {
    const { stdout, stderr } = await promisify(execFile)(command, [...args, "threads-program.mjs"], {
      cwd: folder,
      timeout: 100_000,
    });
    expect(stderr).toBe("");
    const found = JSON.parse(stdout);
    expect(found).toMatchObject({
      before: { threads: 1, reason: "setThreads was not called" },
      errors: [
        ...[0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY].map(
          (count) => `MXNetError: setThreads: count is ${count}, ${COUNT}`,
        ),
        "TypeError: setThreads: count must be a number, got string",
      ],
      during: { threads: 3, reason: "as many as setThreads asked for" },
      threads: [3, 1, 2, 2],
      grad: [3, 12, 27],
      keptArray: true,
      streamGoesOn: true,
      sameOperators: true,
      sameTraining: true,
      sameAlone: true,
      sameAgain: true,
      sameWithMost: true,
      callback: "RangeError: from the callback",
      grew: true,
      bigArrays: [0, 1, 2, 3, 4, 5, 6, 7],
      together: [1, 3, 2],
      huge: true,
    });
    expect(found.error).toMatch(/^MXNetError: dot: .*\(2,3\)/);
    expect(found.text).toMatch(/^MXNetError: .*größe/);
  });
});
