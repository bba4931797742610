// Starting and talking to workers: Node's way where there is one (Deno and Bun have it too), else the web's.

import { builtin } from "./builtin.ts";

/** A worker as `threads.ts` sees it. */
export interface Helper {
  /** Sends a message; throws when it cannot be sent. */
  post(message: unknown): void;
  /** The next message; fails when the worker does, or says nothing for long. */
  next(): Promise<unknown>;
  /** Whether the process stays alive for the worker. */
  hold(on: boolean): void;
  /** Ends the worker. */
  end(): void;
}

/** The part of Node's worker that is used. */
interface NodeWorker {
  postMessage(message: unknown): void;
  on(event: string, listener: (value: unknown) => void): void;
  ref(): void;
  unref(): void;
  terminate(): Promise<unknown>;
}
interface NodeThreads {
  Worker: new (source: string, options: { eval: true }) => NodeWorker;
}

/** Milliseconds until a silent worker counts as one that does not start. */
const SILENCE = 10_000;

/** A list of messages that were received or are awaited. */
function mailbox(): { take(message: unknown): void; fail(error: unknown): void; next(): Promise<unknown> } {
  const got: (() => Promise<unknown>)[] = [];
  let waiting: ((message: Promise<unknown>) => void) | undefined;
  const put = (message: () => Promise<unknown>): void => {
    if (waiting) waiting(message());
    else got.push(message);
    waiting = undefined;
  };
  return {
    take: (message) => put(() => Promise.resolve(message)),
    fail: (error) => put(() => Promise.reject(error)),
    next: () =>
      new Promise((resolve, reject) => {
        const first = got.shift();
        if (first) return resolve(first());
        const timer = setTimeout(() => reject(new Error(`no answer in ${SILENCE / 1000} seconds`)), SILENCE);
        waiting = (message) => {
          clearTimeout(timer);
          resolve(message);
        };
      }),
  };
}

function nodeHelper(threads: NodeThreads, source: string): Helper {
  const worker = new threads.Worker(source, { eval: true });
  const box = mailbox();
  worker.on("message", box.take);
  worker.on("error", box.fail);
  return {
    post: (message) => worker.postMessage(message),
    next: box.next,
    hold: (on) => (on ? worker.ref() : worker.unref()),
    end: () => void worker.terminate(),
  };
}

function webHelper(source: string): Helper {
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const worker = new Worker(url);
  const box = mailbox();
  worker.onmessage = ({ data }: MessageEvent) => box.take(data);
  worker.onerror = (event: ErrorEvent) => box.fail(new Error(event.message || "its script was refused"));
  return {
    post: (message) => worker.postMessage(message),
    next: box.next,
    hold: () => undefined,
    end: () => {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}

/** Starts a worker with the text of its script. */
export function startHelper(source: string): Helper {
  const threads = builtin<NodeThreads>("node:worker_threads");
  return threads ? nodeHelper(threads, source) : webHelper(source);
}

/** Why workers cannot share memory here, or undefined when they can. */
export function obstacle(): string | undefined {
  if (builtin("node:worker_threads")) return undefined;
  if (typeof Worker === "undefined" || typeof Blob === "undefined") return "there are no workers here";
  if (!globalThis.crossOriginIsolated) {
    return "the page is not cross-origin isolated: it needs the headers Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp";
  }
  return undefined;
}

/** How many threads the machine runs at once. */
export function processors(): number {
  const os = builtin<{ availableParallelism?(): number }>("node:os");
  const count = os?.availableParallelism?.() ?? globalThis.navigator?.hardwareConcurrency;
  return count && count > 0 ? count : 1;
}
