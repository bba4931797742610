import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundlers } from "./matrix/bundlers.ts";
import { tools, version, withoutTool } from "./matrix/case.ts";
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
      ...[
        "pkg/codecs.js",
        "pkg/docs.js",
        "pkg/files.node.js",
        "pkg/index.edge.js",
        "pkg/index.js",
        "pkg/index.node.js",
        "pkg/index.workerd.js",
        "pkg/mxgrad.wasm",
        "pkg/relaxed.wasm",
      ],
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

test("asks no bundler for a package that need not be there", () => {
  for (const path of ["pkg/index.js", "pkg/index.workerd.js", "pkg/index.edge.js"]) {
    const code = readFileSync(join(project.dir, "node_modules/mxgrad", path), "utf8");
    expect(code.match(/\bimport\([^"'`][^)]*\)/g), path).toEqual([
      expect.stringMatching(/^import\(\/\*webpackIgnore:true\*\/\/\*@vite-ignore\*\/\w+\)$/),
    ]);
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

describe("in Node", () => {
  /** What a program prints: how often it asked for a file of a module, and a sum. */
  const modulesRead = (from: string): string => {
    project.write(
      "reads.mjs",
      `const fs = process.getBuiltinModule("node:fs");
      const read = fs.readFileSync;
      let count = 0;
      fs.readFileSync = (path, ...rest) => {
        if (/\\.wasm$/.test(path)) count++;
        return read(path, ...rest);
      };
      const { nd } = await import("${from}");
      process.stdout.write(count + ${SUM});`,
    );
    return project.run(process.execPath, ["--no-warnings", "reads.mjs"]);
  };

  test("the modules are read from files", () => {
    expect(modulesRead("mxgrad")).toBe(`2${PRINTED}`);
  });

  test.each([
    ["missing", (file: string) => rmSync(file), 1],
    ["those of another version", (file: string) => writeFileSync(file, readFileSync(file).subarray(1)), 2],
  ])("they are unpacked where files are %s", (_, spoil, read) => {
    const copy = join(project.dir, "copy");
    cpSync(project.installed, copy, { recursive: true });
    spoil(join(copy, "pkg/mxgrad.wasm"));
    expect(modulesRead("./copy/pkg/index.node.js")).toBe(`${read}${PRINTED}`);
    rmSync(copy, { recursive: true });
  });

  test("a bundle unpacks its own", async () => {
    const entry = project.write("bundled.mjs", `import { nd } from "mxgrad"; process.stdout.write(${SUM});`);
    const outfile = join(project.dir, "bundle/main.mjs");
    await build({ entryPoints: [entry], bundle: true, platform: "node", format: "esm", outfile });
    expect(readFileSync(outfile, "utf8")).not.toContain("import.meta");
    expect(project.run(process.execPath, ["--no-warnings", outfile])).toBe(PRINTED);
  });
});

test("name spaces hold all of their members", () => {
  const code = `import mx from "mxgrad";
    const missing = (space, path, depth) => Object.entries(space).flatMap(([key, value]) =>
      value === undefined ? [path + key] : depth > 0 && value?.constructor === Object ? missing(value, path + key + ".", depth - 1) : []);
    process.stdout.write(Object.keys(mx.nd).length + " " + missing(mx, "", 3));`;
  project.write("members.mjs", code);
  expect(project.run(process.execPath, ["members.mjs"])).toMatch(/^\d{3} $/);
});

test("a bundle for a classic script runs without Node's globals", async () => {
  const entry = project.write("page.mjs", `import { nd } from "mxgrad"; globalThis.printed = ${SUM};`);
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: "iife", write: false });
  const page: Record<string, unknown> = { TextDecoder, TextEncoder, atob, WebAssembly };
  runInNewContext(outputFiles[0]?.text ?? "", page, { timeout: 20_000 });
  expect(page.printed).toBe(PRINTED);
});

describe.each(Object.entries(bundlers))("%s", (name, [tool, bundle]) => {
  const missing = tool && withoutTool(tool);
  (missing && !process.env.CI ? test.skip : test)("a bundle that does not use it does not hold it", async () => {
    const code = `import mx, { nd } from "mxgrad"; import * as all from "mxgrad"; console.log(1);`;
    const cwd = project.folder(`unused-${name.replaceAll(" ", "-")}`, { "main.mjs": code });
    await bundle(cwd);
    expect(readFileSync(join(cwd, "out.js"), "utf8").length).toBeLessThan(300);
  });
});

test("a bundle holds the name spaces that it uses, and not the others", async () => {
  const bundled = async (code: string): Promise<string> => {
    const entry = project.write("part.mjs", code);
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      format: "esm",
      write: false,
      conditions: ["workerd"],
      external: ["*.wasm"],
    });
    return outputFiles[0]?.text ?? "";
  };
  const part = await bundled(`import { autograd, nd } from "mxgrad"; console.log(nd.ones([2]), autograd.record);`);
  const all = await bundled(`import mx from "mxgrad"; console.log(mx);`);
  // What messages of each say: of optimizers, modules, images, ONNX.
  for (const text of ["warmupStrategy", "SequentialModule", "imdecode:", "exportModel"]) {
    expect(all).toContain(text);
    expect(part).not.toContain(text);
  }
  expect(part.length).toBeLessThan(0.7 * all.length);
});

test.each([
  ["workerd", ["./mxgrad.wasm", "./relaxed.wasm"]],
  ["edge-light", ["./mxgrad.wasm?module"]],
])("for %s the compiled modules are imported, not compiled", async (condition, specifiers) => {
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
  expect(imports).toEqual(specifiers);
  expect(outputFiles[0]?.text).not.toContain("new WebAssembly.Module(");
});

/** A compiler, and why it is missing. */
const compilers: [name: string, path: string, missing: string | null][] = [
  ["TypeScript 7", join(import.meta.dirname, "../../node_modules/typescript/bin/tsc"), null],
  ...["typescript5", "typescript6"].map((name): [string, string, string | null] => [
    `TypeScript ${version(tools, name)}`,
    join(tools, name, "bin/tsc"),
    withoutTool(name),
  ]),
];

const CONSUMER = `import mx, { autograd, gluon, nd, type Operand } from "mxgrad";
  export const y: nd.NDArray = nd.ones([2]).add(1);
  export const same: typeof mx.nd = nd;
  export const twice = (x: Operand): nd.NDArray => nd.add(x, x);
  export const loss = autograd.record(() => new gluon.loss.L2Loss()(y, y));
  // @ts-expect-error a shape is an array of numbers
  nd.ones({});
  // @ts-expect-error an operator takes the attributes that it has
  nd.Convolution(y, y, null, { kernels: [3, 3] });`;

describe.each(compilers)("%s", (_, tsc, missing) => {
  const run = missing && !process.env.CI ? test.skip : test;
  // No `skipLibCheck`: the declarations themselves are checked, and they name nothing of a host, not even `WebAssembly`.
  run.each([
    ["nothing but the language", ["es2022"], "nodenext"],
    ["a bundler and the DOM", ["es2022", "dom", "esnext.disposable"], "bundler"],
  ])("types hold in a strict project with %s", { timeout: 60_000 }, (_, lib, resolution) => {
    project.write("consumer.mts", CONSUMER);
    const module = resolution === "bundler" ? "esnext" : "nodenext";
    const compilerOptions = {
      ...{ noEmit: true, strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
      ...{ skipLibCheck: false, isolatedModules: true, target: "es2022", types: [] },
      ...{ module, moduleResolution: resolution, lib },
    };
    project.write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["*.mts"] }));
    expect(project.run(process.execPath, [tsc, "-p", "."])).toBe("");
  });
});
