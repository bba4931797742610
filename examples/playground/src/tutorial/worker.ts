// Runs one cell. Each run gets a worker of its own: a fresh process, whose random numbers start anew, and which can be ended.
import { compile, lineOf, messageOf } from "./compile.ts";
import { formatLine } from "./inspect.ts";
import type { RunReport, RunRequest } from "./protocol.ts";
import { watchedLibrary } from "./watch.ts";

/** More than anybody reads. */
const MOST_LINES = 500;
const MOST_CHARACTERS = 100_000;
const MOST_GRAPHS = 12;

const send = (report: RunReport): void => (self as unknown as Worker).postMessage(report);

let lines = 0;
let characters = 0;
function print(...values: unknown[]): void {
  const text = formatLine(values);
  characters += text.length;
  if (++lines > MOST_LINES || characters > MOST_CHARACTERS) throw new RangeError("the cell prints too much");
  send({ type: "print", text });
}

let graphs = 0;
const library = watchedLibrary((graph) => {
  if (graphs++ < MOST_GRAPHS) send({ type: "graph", graph });
});

function require(name: string): object {
  if (name === "mxgrad") return library;
  throw new Error(`there is no module ${JSON.stringify(name)} here; cells can import "mxgrad"`);
}

function failed(error: unknown, url: string): RunReport {
  const { name = "Error", message = String(error) } = error as Partial<Error>;
  const line = lineOf(error, url);
  return { type: "failed", error: { name, message: messageOf(message), ...(line === undefined ? {} : { line }) } };
}

// Errors come from deep inside the library; the cell's own line must be among the frames. (V8 keeps ten by default.)
(Error as { stackTraceLimit?: number }).stackTraceLimit = 100;

self.onmessage = async ({ data }: MessageEvent<RunRequest>) => {
  const start = performance.now();
  let url = "";
  try {
    const console = { log: print, info: print, warn: print, error: print, debug: print };
    url = URL.createObjectURL(new Blob([compile(data.code)], { type: "text/javascript" }));
    const cell = (await import(/* @vite-ignore */ url)) as { default(...args: unknown[]): Promise<void> };
    await cell.default(require, {}, console);
    send({ type: "done", milliseconds: performance.now() - start });
  } catch (error) {
    send(failed(error, url));
  }
};
send({ type: "ready" });
