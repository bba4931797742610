// Writes README's table of runtimes from the last run of tests/packaging/matrix.test.ts: node scripts/runtime-table.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";

const START = "<!-- runtimes: written by scripts/runtime-table.mjs -->";
const END = "<!-- /runtimes -->";

const report = JSON.parse(readFileSync(join(root, "target/packaging-report.json"), "utf8"));
const runtimes = new Map();
for (const run of report) runtimes.set(run.runtime, [...(runtimes.get(run.runtime) ?? []), run]);
const rows = [...runtimes].map(([runtime, runs]) => {
  const isPlain = ({ simd }) => simd !== "relaxed";
  const all = runs.every(isPlain);
  const ways = runs.map((run) => {
    const { way, result } = run;
    const notes = [...(result === "passed" ? [] : [result.toUpperCase()]), ...(isPlain(run) && !all ? ["plain"] : [])];
    return notes.length === 0 ? way : `${way} (${notes.join(", ")})`;
  });
  return `| ${runtime}${all ? " (plain)" : ""} | ${ways.join(", ")} |`;
});
const table = ["| runtime or tool | loaded as |", "|---|---|", ...rows.sort()].join("\n");

const path = join(root, "README.md");
const readme = readFileSync(path, "utf8");
const [before, rest] = readme.split(START);
if (rest === undefined || !rest.includes(END)) throw new Error(`README.md lacks ${START} and ${END}`);
writeFileSync(path, `${before}${START}\n\n${table}\n\n${END}${rest.split(END)[1]}`);
