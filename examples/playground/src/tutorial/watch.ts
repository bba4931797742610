// The library as cells see it: the same, but that every graph which is recorded or differentiated is noted first. Backward
// frees the graph, so that it could not be drawn afterwards.
import * as library from "mxgrad";
import type { RecordedGraph } from "./protocol.ts";

const { NDArray, autograd } = library;
type Grad = typeof autograd.grad;
type Backward = typeof autograd.backward;

function arraysIn(value: unknown): library.NDArray[] {
  if (value instanceof NDArray) return [value];
  return Array.isArray(value) ? value.flatMap(arraysIn) : [];
}

/** The module `mxgrad` for a cell. */
export function watchedLibrary(onGraph: (graph: RecordedGraph) => void): object {
  const note = (made: string, heads: unknown): void => {
    for (const head of arraysIn(heads).slice(0, 1)) {
      let json: string;
      try {
        json = autograd.getSymbol(head).toJSON();
      } catch {
        // Not part of a graph: whoever asks for its gradient will be told.
        continue;
      }
      onGraph({ made, json });
    }
  };
  const method = NDArray.prototype.backward;
  NDArray.prototype.backward = function (...args) {
    note("backward", this);
    return method.apply(this, args);
  };
  const watched = {
    ...autograd,
    record(...args: [never]): unknown {
      const result = autograd.record(...args);
      note("record", result);
      return result;
    },
    backward(...args: Parameters<Backward>): void {
      note("backward", args[0]);
      autograd.backward(...args);
    },
    grad(...args: Parameters<Grad>): ReturnType<Grad> {
      note("grad", args[0]);
      return autograd.grad(...args);
    },
  };
  return { ...library, autograd: watched, default: { ...library.default, autograd: watched }, __esModule: true };
}
