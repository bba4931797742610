// Node, Deno, Bun and workerd.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { startWorkerd } from "../../support/workerd.ts";
import {
  ask,
  type Bench,
  type Case,
  exec,
  folder,
  IMPORTS,
  report,
  runtimes,
  THREADS,
  version,
  withoutRuntime,
} from "./case.ts";
import { duringWranglerDev, withoutWrangler, wrangler } from "./wrangler.ts";

const NODES: [name: string, command: string, missing: string | null][] = [
  [`Node ${process.versions.node}`, process.execPath, null],
  [`Node ${version(runtimes, "node") || 22}`, join(runtimes, "node/bin/node"), withoutRuntime("node/bin/node")],
  [`Node ${version(runtimes, "node24") || 24}`, join(runtimes, "node24/bin/node"), withoutRuntime("node24/bin/node")],
];
const deno = join(runtimes, ".bin/deno");
const bun = join(runtimes, ".bin/bun");
const DENO = `Deno ${version(runtimes, "deno")}`.trim();
const BUN = `Bun ${version(runtimes, "bun")}`.trim();
const WORKERD = `workerd ${version(runtimes, "workerd")}`.trim();

const ways = (
  runtime: string,
  missing: string | null,
  command: string,
  args: string[],
  forRequire: string[] = [],
): Case[] =>
  Object.entries({ ...IMPORTS, "two threads": ["main.mjs", THREADS] as const }).map(([way, [file, code]]) => ({
    runtime,
    way,
    missing,
    run: async (bench) => {
      const all = [...args, ...(way === "require" ? forRequire : []), file];
      return report(await exec(command, all, folder(bench, `${runtime} ${way}`, { [file]: code })));
    },
  }));

const WORKER = `import mx from "mxgrad";
import { program } from "./program.mjs";
export default { fetch: () => Response.json(program(mx)) };
`;

async function askWorkerd(cwd: string, modules: readonly string[]): Promise<unknown> {
  const { url, close } = await startWorkerd(cwd, modules);
  try {
    return await ask(url);
  } finally {
    close();
  }
}

async function plainWorker(bench: Bench): Promise<unknown> {
  const names = ["main.mjs", "program.mjs", "digits.mjs"];
  const modules = [
    ...names.map((name) => `(name = "${name}", esModule = embed "${name}")`),
    `(name = "mxgrad", esModule = embed "../node_modules/mxgrad/pkg/index.workerd.js")`,
    `(name = "mxgrad.wasm", wasm = embed "../node_modules/mxgrad/pkg/mxgrad.wasm")`,
    `(name = "relaxed.wasm", wasm = embed "../node_modules/mxgrad/pkg/relaxed.wasm")`,
  ];
  return askWorkerd(folder(bench, "workerd", { "main.mjs": WORKER }), modules);
}

const WRANGLER = JSON.stringify({ name: "case", main: "main.mjs", compatibility_date: "2025-09-01" });

async function wranglerBuild(bench: Bench): Promise<unknown> {
  const cwd = folder(bench, "wrangler-deploy", { "main.mjs": WORKER, "wrangler.json": WRANGLER });
  await wrangler(cwd, ["deploy", "--dry-run", "--outdir", "out"]);
  const modules = [
    `(name = "main.js", esModule = embed "out/main.js")`,
    ...readdirSync(join(cwd, "out"))
      .filter((name) => name.endsWith(".wasm"))
      .map((name) => `(name = "${name}", wasm = embed "out/${name}")`),
  ];
  return askWorkerd(cwd, modules);
}

async function wranglerDev(bench: Bench): Promise<unknown> {
  const cwd = folder(bench, "wrangler-dev", { "main.mjs": WORKER, "wrangler.json": WRANGLER });
  return duringWranglerDev(cwd, ask);
}

async function npmSpecifier(bench: Bench): Promise<unknown> {
  const [, code] = IMPORTS["default import"]!;
  const cwd = folder(bench, "deno-npm", {
    "main.mjs": code.replace('"mxgrad"', '"npm:mxgrad"'),
    "deno.json": `{ "nodeModulesDir": "none" }`,
  });
  const env = { NPM_CONFIG_REGISTRY: bench.site.url, DENO_DIR: join(cwd, "cache") };
  return report(await exec(deno, ["run", "--no-prompt", "--no-lock", "main.mjs"], cwd, env));
}

const bunProject = (bench: Bench, name: string) => folder(bench, name, { "main.mjs": IMPORTS["named imports"]![1] });
const noWrangler = withoutRuntime(".bin/workerd") ?? withoutWrangler;

export const servers: Case[] = [
  ...NODES.flatMap(([name, command, missing]) => ways(name, missing, command, ["--no-warnings"])),
  ...NODES.flatMap(([name, command, missing]) =>
    (["esm", "cjs"] as const).map((format) => ({
      runtime: name,
      way: `esbuild ${format} bundle`,
      missing,
      run: async (bench: Bench) => {
        const cwd = bunProject(bench, `${name} esbuild ${format}`);
        const outfile = join(cwd, format === "esm" ? "out.mjs" : "out.cjs");
        await build({ entryPoints: [join(cwd, "main.mjs")], outfile, bundle: true, format, platform: "node" });
        return report(await exec(command, [outfile], cwd));
      },
    })),
  ),
  // Deno's own `require` looks for files, which takes its permission; nothing else does.
  ...ways(
    DENO,
    withoutRuntime(".bin/deno"),
    deno,
    ["run", "--no-prompt", "--no-lock", "--node-modules-dir=manual"],
    ["--allow-read"],
  ),
  { runtime: DENO, way: "npm: specifier", missing: withoutRuntime(".bin/deno"), run: npmSpecifier },
  ...ways(BUN, withoutRuntime(".bin/bun"), bun, []),
  {
    runtime: BUN,
    way: "bun build",
    missing: withoutRuntime(".bin/bun"),
    run: async (bench) => {
      const cwd = bunProject(bench, "bun-build");
      await exec(bun, ["build", "main.mjs", "--target=bun", "--outfile=out.js"], cwd);
      return report(await exec(bun, ["out.js"], cwd));
    },
  },
  {
    runtime: BUN,
    way: "bun build --compile",
    missing: withoutRuntime(".bin/bun"),
    run: async (bench) => {
      const cwd = bunProject(bench, "bun-compile");
      await exec(bun, ["build", "--compile", "main.mjs", "--outfile=out"], cwd);
      return report(await exec(join(cwd, "out"), [], cwd));
    },
  },
  { runtime: WORKERD, way: "plain configuration", missing: withoutRuntime(".bin/workerd"), run: plainWorker },
  { runtime: WORKERD, way: `wrangler deploy --dry-run`, missing: noWrangler, run: wranglerBuild },
  { runtime: WORKERD, way: `wrangler dev`, missing: noWrangler, run: wranglerDev },
];
