// What the page and the worker of a cell say to each other.

/** From the page: run this. */
export interface RunRequest {
  readonly code: string;
}

/** An error that the cell's code threw. */
export interface CellError {
  readonly name: string;
  readonly message: string;
  /** The line of the cell, from 1. */
  readonly line?: number;
}

/** A recorded graph. */
export interface RecordedGraph {
  /** What was done with it: `record`, `backward` or `grad`. */
  readonly made: string;
  /** MXNet's symbol JSON. */
  readonly json: string;
}

/** From the worker. */
export type RunReport =
  /** The library is loaded. */
  | { readonly type: "ready" }
  | { readonly type: "print"; readonly text: string }
  | { readonly type: "graph"; readonly graph: RecordedGraph }
  | { readonly type: "done"; readonly milliseconds: number }
  | { readonly type: "failed"; readonly error: CellError };
