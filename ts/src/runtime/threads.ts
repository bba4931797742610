// Several threads on the core's memory, when the user asks for them.
//
// By default the core runs on ordinary memory. `setThreads` compiles the same module with one bit changed, so that it takes
// a shared memory, copies the whole memory there, and goes on as an instance on the copy: arrays, graphs and random
// streams never notice. Each worker runs an instance of its own on that memory and helps with big operators.
import { moduleBytes } from "#loader";
import { MXNetError } from "../error.ts";
import { memoryMoved } from "./memory.ts";
import type { ModuleBytes } from "./no-bytes.ts";
import { hasRelaxed, placeRelaxed } from "./relaxed.ts";
import { setShared } from "./shared-flag.ts";
import * as wasm from "./wasm.ts";
import { type Orders, WORKER_SCRIPT } from "./worker-script.ts";
import { type Helper, obstacle, processors, startHelper } from "./workers.ts";

/** Bytes of a worker's stack. */
const STACK = 256 << 10;
/** More workers than this only wait for memory. */
const MOST_THREADS = 64;

/** What workers share. */
type Shared = Pick<Orders, "module" | "relaxed" | "memory">;

/** The modules for a shared memory and that memory, once the core runs on it. */
let shared: Shared | undefined;
let helpers: Helper[] = [];
/** Pieces of memory for workers' stacks and thread locals; they are used again. */
const pieces: number[] = [];
let reason = "setThreads was not called";
/** The call that is under way: calls come one after the other. */
let last: Promise<unknown> = Promise.resolve();

/** How many threads there can be at most, and why there are no more than there are. */
export function threadsInUse(): { threads: number; maxThreads: number; reason: string } {
  return { threads: helpers.length + 1, maxThreads: maxThreads(), reason };
}

function maxThreads(): number {
  return moduleBytes && !obstacle() ? Math.min(processors(), MOST_THREADS) : 1;
}

/**
 * Sets how many threads work on big operators: matrix products, convolutions, long elementwise loops. Everything else stays
 * as it is: calls are synchronous, and results have the same bits with any number of threads. Arrays, recorded graphs and
 * random streams live on across the call.
 *
 * Threads need memory that workers can share: Node, Deno and Bun have it, and pages that are cross-origin isolated (served
 * with `Cross-Origin-Opener-Policy: same-origin` and `Cross-Origin-Embedder-Policy: require-corp`). Elsewhere the answer is 1, and
 * `mx.runtime.features().reason` says why. Idle workers sleep and let the process exit.
 *
 * @param count - how many, the caller's own thread included; more than the machine has processors become as many
 * @returns the number of threads now in use
 * @throws MXNetError if `count` is not a whole number of 1 or more
 * @example
 * ```ts
 * const threads = await mx.setThreads(4);
 * console.log(threads, mx.runtime.features().reason);
 * ```
 */
export async function setThreads(count: number): Promise<number> {
  if (typeof count !== "number") throw new TypeError(`setThreads: count must be a number, got ${typeof count}`);
  if (!(Number.isInteger(count) && count >= 1)) {
    throw new MXNetError(`setThreads: count is ${count}, expected a whole number of 1 or more`);
  }
  const turn = last.then(() => change(count));
  last = turn.catch(() => undefined);
  return turn;
}

async function change(count: number): Promise<number> {
  const wanted = Math.min(count, maxThreads());
  if (wanted !== helpers.length + 1) {
    await dismiss();
    if (wanted > 1) await hire(wanted - 1);
  }
  if (helpers.length + 1 === wanted) reason = whyNotMore(count, wanted);
  return helpers.length + 1;
}

function whyNotMore(count: number, got: number): string {
  if (got === count) return "as many as setThreads asked for";
  if (!moduleBytes) return "this runtime compiles no WebAssembly, so workers cannot have the module";
  return obstacle() ?? `the machine runs ${got} at once`;
}

/** Lets all workers leave. */
async function dismiss(): Promise<void> {
  const leaving = helpers;
  helpers = [];
  if (leaving.length === 0) return;
  wasm.threads_close();
  for (const helper of leaving) helper.hold(true);
  await Promise.all(leaving.map((helper) => helper.next().catch(() => undefined)));
  for (const helper of leaving) helper.end();
}

/** Waits for a worker's word. */
async function expect(helper: Helper, word: string): Promise<void> {
  const said = await helper.next();
  if (said !== word) throw new Error(String(said));
}

/** Starts workers; without them the reason tells what went wrong. */
async function hire(count: number): Promise<void> {
  const started: Helper[] = [];
  try {
    const goal = shared ?? (await prepare());
    for (let i = 0; i < count; i++) started.push(startHelper(WORKER_SCRIPT));
    await Promise.all(started.map((helper) => expect(helper, "up")));
    // Nothing of the core runs now: this comes from the event loop.
    while (pieces.length < count) pieces.push(wasm.threads_memory(STACK + wasm.threadLocalsSize()));
    if (!shared) {
      wasm.moveTo(goal.module, goal.memory);
      memoryMoved();
      if (goal.relaxed) placeRelaxed(goal.relaxed, goal.memory);
      shared = goal;
    }
    wasm.threads_open(0);
    started.forEach((helper, i) => {
      const piece = pieces[i] as number;
      helper.post({ ...goal, stack: piece + STACK, locals: piece + STACK } satisfies Orders);
    });
    await Promise.all(started.map((helper) => expect(helper, "ready")));
    wasm.threads_open(count);
    helpers = started;
    for (const helper of helpers) helper.hold(false);
  } catch (error) {
    for (const helper of started) helper.end();
    reason = `workers did not start: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** The modules that take a shared memory, and a memory as big as the core's. */
async function prepare(): Promise<Shared> {
  const initial = (wasm.wasm_memory() as WebAssembly.Memory).buffer.byteLength / 65536;
  const { core, relaxed } = (moduleBytes as () => ModuleBytes)();
  return {
    module: await compileShared(core),
    relaxed: hasRelaxed() ? await compileShared(relaxed) : undefined,
    memory: new WebAssembly.Memory({ initial, maximum: 65536, shared: true }),
  };
}

function compileShared(bytes: Uint8Array<ArrayBuffer>): Promise<WebAssembly.Module> {
  setShared(bytes, true);
  return WebAssembly.compile(bytes);
}
