// The kernels one by one, in WebAssembly with plain and with relaxed vector instructions and, with `-- --native`, as a
// program: `npm run bench:kernels`, or `-- --only gemm,conv --rounds 20`. Builds them first, so it needs Rust.
// Operations a second stand beside the most that a loop in registers reached in the same run.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { PEAK_FLOPS, contender as peakLoops } from "./contenders/peak.ts";

const root = join(import.meta.dirname, "..");

const { values: options } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    rounds: { type: "string", default: "10" },
    native: { type: "boolean", default: false },
  },
});
const rounds = Number(options.rounds);
if (!(Number.isInteger(rounds) && rounds > 0)) throw new Error(`--rounds is ${options.rounds}, expected 1 or more`);
const words = options.only.split(",").filter((word) => word !== "");
/** Milliseconds that a case is run for in a round. */
const TURN = 20;

interface Exports {
  memory: WebAssembly.Memory;
  __indirect_function_table: WebAssembly.Table;
  count(): number;
  name(i: number): number;
  name_length(i: number): number;
  flops(i: number): number;
  bytes(i: number): number;
  run(i: number): void;
  use_relaxed(first: number): void;
}
interface Case {
  readonly name: string;
  readonly flops: number;
  readonly bytes: number;
  run(): void;
  least: number;
}

/** The modules, as the package's build makes them. */
function build(): { kernels: Uint8Array<ArrayBuffer>; relaxed: Uint8Array<ArrayBuffer> } {
  const folder = mkdtempSync(join(tmpdir(), "mxgrad-kernels-"));
  try {
    execFileSync(process.execPath, [join(root, "scripts/build-kernels.mjs"), folder], { stdio: "inherit" });
    const read = (name: string) => Uint8Array.from(readFileSync(join(folder, name)));
    return { kernels: read("kernels.wasm"), relaxed: read("relaxed.wasm") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The cases of an instance of its own, with relaxed instructions if there are bytes of them. */
function instance(kernels: Uint8Array<ArrayBuffer>, relaxed?: Uint8Array<ArrayBuffer>): Case[] {
  const memory = new WebAssembly.Memory({ initial: 64, maximum: 65536 });
  const module = new WebAssembly.Module(kernels);
  const made = new WebAssembly.Instance(module, { env: { memory } });
  const exports = { ...made.exports, memory } as unknown as Exports;
  if (relaxed) {
    const side = new WebAssembly.Instance(new WebAssembly.Module(relaxed), { env: { memory } }).exports;
    const names = Object.keys(side).filter((name) => typeof side[name] === "function");
    const table = exports.__indirect_function_table;
    const first = table.grow(names.length);
    for (const [i, name] of names.sort().entries()) table.set(first + i, side[name]);
    exports.use_relaxed(first);
  }
  return Array.from({ length: exports.count() }, (_, i) => ({
    name: new TextDecoder().decode(new Uint8Array(memory.buffer, exports.name(i), exports.name_length(i))),
    flops: exports.flops(i),
    bytes: exports.bytes(i),
    run: () => exports.run(i),
    least: Number.POSITIVE_INFINITY,
  }));
}

/** Runs a case for a turn. */
function play(one: Case): void {
  const end = performance.now() + TURN;
  for (let now = performance.now(); now < end; ) {
    one.run();
    const after = performance.now();
    one.least = Math.min(one.least, after - now);
    now = after;
  }
}

/** The least milliseconds of the native program's cases, by name, into `least`. */
function playNative(program: string, least: Map<string, number>): void {
  for (const line of execFileSync(program, { encoding: "utf8" }).trim().split("\n")) {
    const [name, time] = line.split("\t") as [string, string];
    least.set(name, Math.min(Number(time), least.get(name) ?? Number.POSITIVE_INFINITY));
  }
}

const { kernels, relaxed } = build();
const columns = new Map([["plain", instance(kernels)]]);
if (WebAssembly.validate(relaxed)) columns.set("relaxed", instance(kernels, relaxed));
const native = new Map<string, number>();
if (options.native)
  execFileSync("cargo", ["build", "-q", "--release", "--locked", "-p", "kernels-bench"], { cwd: root });

const fused = columns.has("relaxed") ? peakLoops.makers.peak?.({ kind: "peak", fused: true }) : undefined;
const limits = 2;
const chosen = [...(columns.get("plain") as Case[]).entries()]
  .filter(([i, { name }]) => i < limits || words.length === 0 || words.some((word) => name.includes(word)))
  .map(([i]) => i);

let fusedLeast = Number.POSITIVE_INFINITY;
for (let round = 0; round < rounds; round++) {
  for (const i of chosen) for (const cases of columns.values()) play(cases[i] as Case);
  for (let i = 0; fused && i < 10; i++) {
    const before = performance.now();
    await (await fused).run();
    fusedLeast = Math.min(fusedLeast, performance.now() - before);
  }
  if (options.native && round % 3 === 0) playNative(join(root, "target/release/kernels-bench"), native);
}

/** Milliseconds and what they mean. */
function cell({ flops, bytes }: Case, time: number, peak: number): string {
  const digits = time.toPrecision(3);
  if (flops > 0)
    return `${digits} (${(flops / time / 1e6).toFixed(1)}, ${((100 * flops) / time / 1e6 / peak).toFixed(0)} %)`;
  return `${digits} (${(bytes / time / 1e6).toFixed(1)} GB/s)`;
}

const plainCases = columns.get("plain") as Case[];
const peakOf = (least: number) => (plainCases[0] as Case).flops / least / 1e6;
const relaxedPeak = Math.max(PEAK_FLOPS / fusedLeast / 1e6, peakOf((plainCases[0] as Case).least));
const head = [...columns.keys(), ...(options.native ? ["native"] : [])];
console.log("Milliseconds (GFLOP/s, share of the peak), or (GB/s)\n");
console.log(`| kernel | ${head.join(" | ")} |\n|---|${head.map(() => "---:|").join("")}`);
for (const i of chosen) {
  const cells = [...columns].map(([name, cases]) => {
    const one = cases[i] as Case;
    return cell(one, one.least, name === "relaxed" ? relaxedPeak : peakOf((plainCases[0] as Case).least));
  });
  const one = plainCases[i] as Case;
  const time = native.get(one.name);
  if (time !== undefined) cells.push(cell(one, time, peakOf(native.get((plainCases[0] as Case).name) as number)));
  console.log(`| ${one.name} | ${cells.join(" | ")} |`);
}
console.log(`\nThe fused loop: ${relaxedPeak.toFixed(1)} GFLOP/s.`);
