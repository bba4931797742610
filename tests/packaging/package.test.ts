import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Project } from "./packed.ts";

const SUM = `String(nd.ones([2]).add(1))`;
const PRINTED = "\n[2. 2.]\n<NDArray 2 @cpu(0)>";
let project: Project;

beforeAll(() => {
  project = new Project();
});
afterAll(() => project.remove());

test("holds what is needed to run and nothing else", () => {
  const others = project.files.filter((path) => !/^pkg\/types\/.*\.d\.ts$/.test(path)).sort();
  expect(others).toEqual(
    [
      ...["CHANGELOG.md", "LICENSE", "README.md", "package.json"],
      ...["pkg/index.edge.js", "pkg/index.js", "pkg/index.workerd.js", "pkg/mxgrad.wasm"],
    ].sort(),
  );
  const manifest = JSON.parse(readFileSync(join(project.dir, "node_modules/mxgrad/package.json"), "utf8"));
  expect(manifest.dependencies).toBeUndefined();
});

test("names no path of the machine that built it", () => {
  for (const path of project.files) {
    const content = readFileSync(join(project.dir, "node_modules/mxgrad", path), "latin1");
    expect(content, path).not.toMatch(/\/(root|home|Users|usr\/lib|rustc)\/|\.cargo\/|\.rustup\//);
  }
});

test.each([
  ["import by name", "main.mjs", `import { nd } from "mxgrad"; process.stdout.write(${SUM});`],
  ["default import", "main.mjs", `import mx from "mxgrad"; const { nd } = mx; process.stdout.write(${SUM});`],
  ["require", "main.cjs", `const { nd } = require("mxgrad"); process.stdout.write(${SUM});`],
  ["dynamic import", "main.cjs", `import("mxgrad").then(({ nd }) => process.stdout.write(${SUM}));`],
])("Node loads it by %s, without any set-up", (_, name, code) => {
  project.write(name, code);
  expect(project.run(process.execPath, ["--no-warnings", name])).toBe(PRINTED);
});

test("a bundle for a classic script runs without Node's globals", async () => {
  const entry = project.write("page.mjs", `import { nd } from "mxgrad"; globalThis.printed = ${SUM};`);
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: "iife", write: false });
  const page: Record<string, unknown> = { TextDecoder, TextEncoder, atob, WebAssembly };
  runInNewContext(outputFiles[0]?.text ?? "", page, { timeout: 20_000 });
  expect(page.printed).toBe(PRINTED);
});

test("a bundle that does not use it does not hold it", async () => {
  const entry = project.write("unused.mjs", `import { nd } from "mxgrad"; console.log(1);`);
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: "esm", write: false });
  expect(outputFiles[0]?.text.length).toBeLessThan(200);
});

test.each([
  ["workerd", "./mxgrad.wasm"],
  ["edge-light", "./mxgrad.wasm?module"],
])("for %s the compiled module is imported, not compiled", async (condition, specifier) => {
  const entry = project.write("worker.mjs", `export { nd } from "mxgrad";`);
  const imports: string[] = [];
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    write: false,
    conditions: [condition],
    plugins: [
      {
        name: "external-wasm",
        setup({ onResolve }) {
          onResolve({ filter: /\.wasm/ }, ({ path }) => {
            imports.push(path);
            return { path, external: true };
          });
        },
      },
    ],
  });
  expect(imports).toEqual([specifier]);
  expect(outputFiles[0]?.text).not.toContain("new WebAssembly.Module(");
});

test("types hold in a strict project that knows neither Node nor this repository", () => {
  project.write(
    "consumer.mts",
    `import mx, { nd } from "mxgrad";
     export const y: nd.NDArray = nd.ones([2]).add(1);
     export const same: typeof mx.nd = nd;
     // @ts-expect-error a shape is an array of numbers
     nd.ones({});`,
  );
  const lib = ["es2022", "dom", "esnext.disposable"];
  const compilerOptions = { noEmit: true, strict: true, module: "nodenext", target: "es2022", lib, types: [] };
  project.write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["*.mts"] }));
  const tsc = join(import.meta.dirname, "../../node_modules/typescript/bin/tsc");
  expect(project.run(process.execPath, [tsc, "-p", "."])).toBe("");
});
