// npm run check: everything that must hold before a change goes in. CI runs the same.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { hasCargo, output } from "./toolchain.mjs";

const node = (...args) => [process.execPath, ...args];
const tool = (name, ...args) => [join(root, "node_modules/.bin", name), ...args];
/** Why a step that needs a part of cargo is skipped here, or null. */
const without = (part) => (output("cargo", [part, "--version"]) === null ? `cargo ${part} is not installed` : null);

const colours = process.stdout.isTTY ? [] : ["--colors=off"];

const STEPS = [
  { name: "format and lint of TypeScript", run: tool("biome", "ci", "--error-on-warnings", ...colours) },
  { name: "types", run: tool("tsc", "--noEmit", "-p", ".") },
  {
    name: "types of the playground",
    run: tool("tsc", "--noEmit", "-p", "examples/playground"),
    skip: existsSync(join(root, "examples/playground/node_modules"))
      ? null
      : "its tools are not installed: npm ci --prefix examples/playground",
  },
  { name: "format of Rust", run: ["cargo", "fmt", "--all", "--check"], skip: without("fmt") },
  {
    name: "lint of Rust",
    run: ["cargo", "clippy", "--workspace", "--all-targets", "--locked", "--quiet", "--", "-D", "warnings"],
    skip: without("clippy"),
  },
  {
    name: "generated code is fresh",
    run: node("scripts/generate.mjs", "--check"),
    skip: hasCargo() ? null : "cargo is not installed",
  },
  { name: "pkg/ is fresh", run: node("scripts/stamp.mjs") },
  { name: "the packed package", run: node("scripts/check-package.mjs") },
  { name: "tests", run: tool("vitest", "run") },
];

const results = STEPS.map(({ name, run: [command, ...args], skip }) => {
  console.log(`\n== ${name}${skip ? `: SKIPPED, ${skip}` : ""}`);
  if (skip) return { name, result: "skipped" };
  const start = performance.now();
  const passed = spawnSync(command, args, { cwd: root, stdio: "inherit" }).status === 0;
  return { name, result: passed ? "passed" : "FAILED", seconds: Math.round((performance.now() - start) / 1000) };
});

console.log("\ncheck:");
for (const { name, result, seconds } of results)
  console.log(`  ${result.padEnd(8)} ${name}${seconds ? ` (${seconds} s)` : ""}`);
process.exit(results.some(({ result }) => result === "FAILED") ? 1 : 0);
