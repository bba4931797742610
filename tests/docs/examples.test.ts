/** Runs every example of the documentation, and compares what it prints with what it says it prints. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { format } from "node:util";
import { transform } from "esbuild";
import * as library from "mxgrad";
import * as codecs from "mxgrad/codecs";
import * as docs from "mxgrad/docs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { collectExamples, type Example, expectedOutputs } from "./collect.ts";

const root = join(import.meta.dirname, "../..");
const examples = collectExamples(join(root, "ts/src"));

/** The README's blocks, found in the same way. */
function readmeExamples(): Example[] {
  const text = readFileSync(join(root, "README.md"), "utf8");
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(({ 1: code, index }) => ({
    file: "README.md",
    line: text.slice(0, index).split("\n").length + 1,
    code: code as string,
  }));
}

const AsyncFunction = (async () => {}).constructor as new (...args: string[]) => (...args: unknown[]) => Promise<void>;
const { default: mx, ...named } = library;
const scope = { mx, ...named, codecs, docs };

/** Runs an example with everything of the package in scope, as if it began with the import. */
async function run(code: string): Promise<void> {
  const script = await transform(code, { loader: "ts", target: "es2022" });
  const body = script.code.replace(/^import .* from "mxgrad(\/\w+)?";$/gm, "");
  // In a block, so that an example may give its variables any name.
  await new AsyncFunction(...Object.keys(scope), `{${body}\n}`)(...Object.values(scope));
}

const cwd = process.cwd();
let folder = "";
let printed: string[] = [];
beforeAll(() => {
  // Examples write files.
  folder = mkdtempSync(join(tmpdir(), "mxgrad-examples-"));
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(cwd);
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  printed = [];
  vi.spyOn(console, "log").mockImplementation((...args: unknown[]) => {
    printed.push(format(...args));
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

test("there are examples to run", () => {
  expect(examples.length).toBeGreaterThan(300);
});

describe.each([...examples, ...readmeExamples()].map((e) => [`${e.file}:${e.line}`, e] as const))(
  "%s",
  (_, { file, code }) => {
    test("runs", async () => {
      library.random.seed(0);
      await run(code);
      const expected = expectedOutputs(code);
      const checked = expected.some((text) => text !== null);
      // A function without effects has nothing but its results to show.
      if (file.startsWith("generated/")) {
        expect(expected.length).toBeGreaterThan(0);
        expect(expected, "what each console.log prints").not.toContain(null);
      }
      if (!checked) return;
      expect(printed.length, "a console.log for each line that prints").toBe(expected.length);
      expected.forEach((text, i) => {
        if (text !== null) expect(printed[i]!.trim()).toBe(text.trim());
      });
    });
  },
);

test("the collector sees what is wrong", async () => {
  expect(expectedOutputs("console.log(1); // 1\nconsole.log(2);\n// 2\n// 3\nconsole.log(4);")).toEqual([
    "1",
    "2\n3",
    null,
  ]);
  await expect(run("nope();")).rejects.toThrow(/nope is not defined/);
  await run('import { nd } from "mxgrad";\nconst scope: number = nd.ones([2]).size;\nconsole.log(scope);');
  expect(printed).toEqual(["2"]);
});
