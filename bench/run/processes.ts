// Contenders in processes of their own: Node's for libraries in JavaScript, Python's for native ones.
import { type ChildProcess, fork, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import type { Entry } from "../contenders/index.ts";
import type { Reply, Request } from "../suite/contract.ts";
import { EPSILON, IMAGE, LEARNING_RATE, MOMENTUM, NETWORKS, STEPS, TRAINED } from "../suite/networks.ts";
import { bundle } from "./bundle.ts";
import { type Opener, Table } from "./rounds.ts";
import { type Seat, within } from "./seat.ts";

const RUN = join(import.meta.dirname, "../../scripts/run.mjs");
const CHILD = join(import.meta.dirname, "child.ts");

/** What a process last said about why it ended. */
function endOf(child: ChildProcess): Promise<string> {
  let last = "";
  child.stderr?.on("data", (text) => {
    last = `${last}${text}`.slice(-2000);
  });
  return new Promise((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("exit", (code, signal) => {
      const line = last
        .trim()
        .split("\n")
        .findLast((text) => /Error|abort/i.test(text));
      resolve(`its process ended with ${signal ?? code}${line ? `: ${line.trim()}` : ""}`);
    });
  });
}

/** A library in JavaScript in this version of Node. */
async function nodeSeat(entry: Entry, folder: string): Promise<Seat> {
  const bundled = entry.bundled ? join(folder, `${entry.name}.mjs`) : undefined;
  if (bundled && !existsSync(bundled)) await bundle(entry, bundled, "node");
  const child = fork(RUN, [CHILD, bundled ?? entry.file], { stdio: ["ignore", "ignore", "pipe", "ipc"] });
  const ended = endOf(child);
  const files = bundled && `${dirname(entry.files?.[0] ?? bundled)}/`;
  const ask = (given: Request): Promise<Reply> => {
    const request = given.type === "start" && files ? { ...given, files } : given;
    const reply = new Promise<Reply>((resolve, reject) => {
      child.once("message", (message) => resolve(message as Reply));
      child.send(request, (error) => error && reject(error));
    }).catch((error: Error) => ({ error: error.message }));
    return within(reply, ended);
  };
  return { ask, close: () => void child.kill() };
}

/** A table of processes. */
export function nodeTable(native: Opener): { table: Table; place: string } {
  const folder = mkdtempSync(join(tmpdir(), "mxgrad-bench-"));
  const open: Opener = (entry, threads) => (entry.native ? native(entry, threads) : nodeSeat(entry, folder));
  const table = new Table(open, async () => rmSync(folder, { recursive: true }));
  return { table, place: `Node ${process.version}` };
}

/** A request with the networks in it, which programs in other languages cannot import. */
function complete(request: Request): object {
  if (request.type !== "open") return request;
  const { work } = request.workload;
  if (work.kind === "inference") return { ...request, nodes: NETWORKS[work.network](), image: IMAGE, epsilon: EPSILON };
  if (work.kind !== "training") return request;
  return { ...request, ...TRAINED[work.network], rate: LEARNING_RATE, momentum: MOMENTUM, steps: STEPS };
}

/** A native library: a program that reads requests and writes answers, a line each. */
export function pythonSeat(python: string, file: string, threads: number): Seat {
  const count = String(threads);
  const env = { ...process.env, OMP_NUM_THREADS: count, OPENBLAS_NUM_THREADS: count, MKL_NUM_THREADS: count };
  const child = spawn(python, [file], { env, stdio: ["pipe", "pipe", "pipe"] });
  const ended = endOf(child);
  const lines = createInterface({ input: child.stdout });
  child.stdin.on("error", () => undefined);
  const ask = (request: Request): Promise<Reply> => {
    const reply = new Promise<Reply>((resolve) => lines.once("line", (line) => resolve(JSON.parse(line) as Reply)));
    child.stdin.write(`${JSON.stringify(complete(request))}\n`);
    return within(reply, ended);
  };
  return { ask, close: () => void child.kill() };
}

/** The first of these Pythons that has a library. */
export function pythonWith(pythons: readonly string[], library: string): string | undefined {
  const script = `import importlib.util, sys; sys.exit(importlib.util.find_spec("${library}") is None)`;
  return pythons.find((python) => spawnSync(python, ["-c", script]).status === 0);
}
