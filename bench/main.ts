// How fast the library is beside others, in one run: `npm run bench`, with `-- --only gemm,conv` for workloads whose names
// contain these words, `--rounds 20`, `--alone` without the others, `--python PATH` for native libraries that this Python
// has (may be repeated), `--browser` in Chromium, and `--report FILE.md` for a report with a chart beside it.
import { existsSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { type Entry, MXGRAD, NATIVE, PEERS } from "./contenders/index.ts";
import { chart } from "./report/chart.ts";
import { markdown, type Results } from "./report/markdown.ts";
import { browserTable } from "./run/browser.ts";
import { PeakMeter } from "./run/peak.ts";
import { nodeTable, pythonSeat, pythonWith } from "./run/processes.ts";
import { play, type Row } from "./run/rounds.ts";
import { pick } from "./suite/index.ts";

const { values: options } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    rounds: { type: "string", default: "8" },
    alone: { type: "boolean", default: false },
    python: { type: "string", multiple: true, default: [] },
    browser: { type: "boolean", default: false },
    report: { type: "string" },
  },
});
const rounds = Number(options.rounds);
if (!(Number.isInteger(rounds) && rounds > 0)) throw new Error(`--rounds is ${options.rounds}, expected 1 or more`);
const chosen = pick(options.only.split(",").filter((word) => word !== ""));
if (chosen.length === 0) throw new Error(`--only is ${options.only}: no workload is named like that`);

if (!options.alone && !existsSync(join(import.meta.dirname, "peers/node_modules")))
  throw new Error("the peers are missing: npm install --prefix bench/peers --no-package-lock; or give --alone");

const pythons = new Map(NATIVE.map(({ name }) => [name, pythonWith(options.python, name.replace("native ", ""))]));
const peers = options.alone ? [] : PEERS;
const native = NATIVE.filter(({ name }) => pythons.get(name));
const entries: readonly Entry[] = [MXGRAD, ...peers, ...native];

const inPython = ({ name, file }: Entry, threads: number) => pythonSeat(pythons.get(name) as string, file, threads);
const { table, place } = options.browser ? await browserTable(entries, inPython) : nodeTable(inPython);

const rows: Row[] = [];
const meter = new PeakMeter();
const results = (): Results => ({
  first: MXGRAD.name,
  peers: peers.map(({ name }) => name),
  native: native.map(({ name }) => name),
  rows,
  peaks: meter.best,
  about: [
    `${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} of them; ${place}; ${rounds} rounds`,
    entries.map(({ name, version }) => `${name} ${version ?? table.versions.get(name) ?? ""}`.trim()).join(", "),
  ],
});

try {
  await meter.start(table);
  for (const workload of chosen) {
    rows.push(await play(table, entries, workload, rounds, () => meter.turn()));
    console.error(`${rows.length} of ${chosen.length}: ${workload.name}`);
  }
} finally {
  await table.close();
}

console.log(markdown(results()));
if (options.report) {
  const picture = options.report.replace(/(\.md)?$/, ".svg");
  const intro = [
    `# ${MXGRAD.name} beside its peers`,
    "",
    `![How many times faster](${basename(picture)})`,
    "",
    "",
  ].join("\n");
  writeFileSync(options.report, intro + markdown(results()));
  writeFileSync(picture, chart(results()));
}
const wrong = rows.flatMap(({ workload, cells }) =>
  [...cells].flatMap(([name, cell]) => (cell.wrong ? [`${workload.name}: ${name}: ${cell.reason}`] : [])),
);
for (const line of wrong) console.error(`WRONG RESULT: ${line}`);
process.exit(wrong.length > 0 ? 1 : 0);
