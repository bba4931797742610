// Runs cells in workers, one worker a run. The next one is warmed up while the reader reads.
import type { CellError, RecordedGraph, RunReport, RunRequest } from "./protocol.ts";

/** What is called while a cell runs. */
export interface RunEvents {
  onPrint(text: string): void;
  onGraph(graph: RecordedGraph): void;
}

/** How a run ended. */
export type RunResult =
  | { readonly kind: "done"; readonly milliseconds: number }
  | { readonly kind: "failed"; readonly error: CellError }
  | { readonly kind: "stopped" };

const startWorker = (): Worker => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
let spare: Worker | null = null;

/** Runs a cell; `signal` stops it, whatever it does. */
export function runCell(code: string, events: RunEvents, signal: AbortSignal): Promise<RunResult> {
  const worker = spare ?? startWorker();
  spare = null;
  return new Promise((resolve) => {
    const end = (result: RunResult): void => {
      worker.terminate();
      spare ??= startWorker();
      resolve(result);
    };
    signal.addEventListener("abort", () => end({ kind: "stopped" }), { once: true });
    worker.onerror = (event) =>
      end({ kind: "failed", error: { name: "Error", message: event.message || "the worker could not be started" } });
    worker.onmessage = ({ data }: MessageEvent<RunReport>) => {
      if (data.type === "print") events.onPrint(data.text);
      else if (data.type === "graph") events.onGraph(data.graph);
      else if (data.type === "done") end({ kind: "done", milliseconds: data.milliseconds });
      else if (data.type === "failed") end({ kind: "failed", error: data.error });
    };
    worker.postMessage({ code } satisfies RunRequest);
  });
}
