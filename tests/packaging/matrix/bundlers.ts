// Bundlers and frameworks. What they make runs in Chromium.
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { browsers, ENTRY, HTML, visit } from "./browsers.ts";
import {
  type Bench,
  type Case,
  during,
  exec,
  folder,
  load,
  runtimes,
  tools,
  version,
  withoutRuntime,
  withoutTool,
  withProgram,
} from "./case.ts";

const browser = browsers[0]!;

/** Bundles `main.mjs` of the folder into `out.js` there. */
export type Bundle = (cwd: string) => Promise<unknown>;
const esbuild =
  (format: "esm" | "cjs" | "iife"): Bundle =>
  (cwd) =>
    build({
      entryPoints: [join(cwd, "main.mjs")],
      outfile: join(cwd, "out.js"),
      bundle: true,
      format,
      treeShaking: true,
    });

export const bundlers: Record<string, [tool: string | null, bundle: Bundle]> = {
  "esbuild esm": [null, esbuild("esm")],
  "esbuild cjs": [null, esbuild("cjs")],
  "esbuild iife": [null, esbuild("iife")],
  Rollup: [
    "rollup",
    async (cwd) => {
      const [{ rollup }, { default: resolve }] = await Promise.all([
        load("rollup"),
        load("@rollup/plugin-node-resolve"),
      ]);
      const bundle = await rollup({ input: join(cwd, "main.mjs"), plugins: [resolve({ browser: true })] });
      await bundle.write({ file: join(cwd, "out.js"), format: "iife" });
    },
  ],
  Rolldown: [
    "rolldown",
    async (cwd) => {
      const { rolldown } = await load("rolldown");
      const bundle = await rolldown({ input: join(cwd, "main.mjs"), platform: "browser" });
      await bundle.write({ file: join(cwd, "out.js"), format: "iife" });
    },
  ],
  webpack: [
    "webpack",
    async (cwd) => {
      const { default: webpack } = await load("webpack");
      const compiler = webpack({
        mode: "production",
        context: cwd,
        entry: "./main.mjs",
        output: { path: cwd, filename: "out.js" },
      });
      await new Promise<void>((resolve, reject) => {
        compiler.run((error: Error | null, stats: any) => {
          if (error || stats.hasErrors()) reject(error ?? new Error(stats.toString()));
          else resolve();
        });
      });
    },
  ],
};

const titled = (name: string) => {
  const [word = "", ...rest] = name.split(" ");
  return [
    word,
    version(word === "esbuild" ? join(import.meta.dirname, "../../../node_modules") : tools, word.toLowerCase()),
    ...rest,
  ]
    .filter(Boolean)
    .join(" ");
};
const bundled: Case[] = Object.entries(bundlers).map(([name, [tool, bundle]]) => ({
  runtime: titled(name),
  way: "page in Chromium",
  missing: browser.missing ?? (tool && withoutTool(tool)),
  run: async (bench) => {
    const cwd = folder(bench, name, { "main.mjs": ENTRY, "index.html": HTML(`<body><script src="out.js"></script>`) });
    await bundle(cwd);
    return visit(bench, browser, `${name.replaceAll(" ", "-")}/index.html`);
  },
}));

const page = { "main.mjs": ENTRY, "index.html": HTML(`<body><script type="module" src="./main.mjs"></script>`) };
const vite = join(tools, "vite/bin/vite.js");
const cli = (tool: string, way: string, run: Case["run"]): Case => ({
  runtime: titled(tool),
  way,
  missing: browser.missing ?? withoutTool(tool.toLowerCase()),
  run,
});

const NEXT: Record<string, string> = {
  "app/layout.js": `export default ({ children }) => <html><body>{children}</body></html>;`,
  "app/page.js": `import mx from "mxgrad";
import { program } from "../program.mjs";
export const dynamic = "force-dynamic";
export default () => <pre>{"REPORT" + btoa(JSON.stringify(program(mx))) + "END"}</pre>;`,
  "app/edge/route.js": `import mx from "mxgrad";
import { program } from "../../program.mjs";
export const runtime = "edge";
export const GET = () => Response.json(program(mx));`,
  "app/client/page.js": `"use client";
import { useEffect } from "react";
import mx from "mxgrad";
import { program } from "../../program.mjs";
export default function Page() {
  useEffect(() => {
    fetch(location.hash.slice(1), { method: "POST", body: JSON.stringify(program(mx)) });
  }, []);
  return <p>client</p>;
}`,
};

/** Next 16.4 with webpack cannot build any edge route, one that imports nothing included: a manifest is not written. */
const hasEdgeRoute = (builder: string): boolean => builder !== "webpack";

const nextFolders = join(tools, "../cases");

/** Deletes what was made for Next. */
export const removeNextFolders = (): void => rmSync(nextFolders, { recursive: true, force: true });

/** Next wants React above the application and nothing outside of its root, so that one is made beside the tools. */
function nextFolder({ project }: Bench, builder: string): string {
  const root = join(tools, "..");
  const cwd = join(nextFolders, builder);
  const config = `export default { turbopack: { root: ${JSON.stringify(root)} } };`;
  // With a tsconfig.json there would be types to install.
  const { "tsconfig.json": _, ...files } = withProgram({ ...NEXT, "next.config.mjs": config });
  if (!hasEdgeRoute(builder)) delete files["app/edge/route.js"];
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), content);
  }
  cpSync(project.installed, join(cwd, "node_modules/mxgrad"), { recursive: true });
  return cwd;
}

/** Builds a Next application once and asks it for all that it serves. */
function next(builder: "turbopack" | "webpack"): Case[] {
  const runtime = `Next ${version(tools, "next")} (${builder})`;
  let served: Promise<Record<string, unknown>> | undefined;
  async function run(bench: Bench): Promise<Record<string, unknown>> {
    const cwd = nextFolder(bench, builder);
    const cli = join(tools, "next/dist/bin/next");
    const env = { NEXT_TELEMETRY_DISABLED: "1" };
    await exec(process.execPath, [cli, "build", `--${builder}`], cwd, env);
    return during(
      [process.execPath, [cli, "start", "-p", "0", "-H", "127.0.0.1"], cwd, env],
      /http:\/\/127\.0\.0\.1:\d+/,
      async ([url]) => {
        await new Promise((resolve) => setTimeout(resolve, 500));
        const html = await (await fetch(`${url}/`)).text();
        return {
          "server page": JSON.parse(atob(/REPORT([\w+/=]+)END/.exec(html)?.[1] ?? btoa(JSON.stringify({ html })))),
          "edge route": hasEdgeRoute(builder) ? await ask(`${url}/edge`) : null,
          "client page": browser.missing ? null : await visit(bench, browser, `${url}/client`),
        };
      },
    );
  }
  const ways = ["server page", ...(hasEdgeRoute(builder) ? ["edge route"] : []), "client page"];
  return ways.map((way) => ({
    runtime,
    way,
    missing: withoutTool("next") ?? (way === "client page" ? browser.missing : null),
    run: async (bench) => {
      served ??= run(bench);
      return (await served)[way];
    },
  }));
}

const ask = async (url: string): Promise<unknown> => {
  const response = await fetch(url);
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return { status: response.status, text: text.slice(0, 1000) };
  }
};

export const bundlerCases: Case[] = [
  ...bundled,
  cli("Vite", "build", async (bench) => {
    const cwd = folder(bench, "vite-build", page);
    await exec(process.execPath, [vite, "build", "--base=./", "--logLevel=error"], cwd);
    return visit(bench, browser, "vite-build/dist/index.html");
  }),
  cli("Vite", "dev", async (bench) => {
    const cwd = folder(bench, "vite-dev", page);
    return during(
      [process.execPath, [vite, "--host", "127.0.0.1"], cwd, { NO_COLOR: "1" }],
      /http:\/\/127\.0\.0\.1:\d+/,
      ([url]) => visit(bench, browser, `${url}/`),
    );
  }),
  cli("Parcel", "build", async (bench) => {
    const cwd = folder(bench, "parcel", page);
    const args = ["build", "index.html", "--public-url", "./", "--no-source-maps", "--no-cache"];
    await exec(process.execPath, [join(tools, "parcel/lib/bin.js"), ...args], cwd);
    return visit(bench, browser, "parcel/dist/index.html");
  }),
  {
    runtime: `Bun ${version(runtimes, "bun")}`.trim(),
    way: "bun build, page in Chromium",
    missing: browser.missing ?? withoutRuntime(".bin/bun"),
    run: async (bench) => {
      const cwd = folder(bench, "bun-page", {
        "main.mjs": ENTRY,
        "index.html": HTML(`<script type="module" src="out.js"></script>`),
      });
      await exec(join(runtimes, ".bin/bun"), ["build", "main.mjs", "--target=browser", "--outfile=out.js"], cwd);
      return visit(bench, browser, "bun-page/index.html");
    },
  },
  ...next("turbopack"),
  ...next("webpack"),
];
