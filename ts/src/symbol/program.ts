// Graphs as functions of arrays.
import { NDArray } from "../nd/ndarray.ts";
import { notePressure, relieve } from "../runtime/cell.ts";
import { scratch } from "../runtime/memory.ts";
import * as wasm from "../runtime/wasm.ts";
import { Handle, pass } from "./handle.ts";
import type { GraphSymbol } from "./symbol.ts";

const free = (handle: number): void => wasm.program_free(handle);

/** A graph that is run on arrays, operator by operator, and recorded as operators are. */
export class Program {
  /** The names of the variables, in the order of the arrays that `run` takes. */
  readonly inputs: readonly string[];
  readonly #handle: Handle;
  readonly #outputs: number;

  constructor(symbol: GraphSymbol) {
    this.inputs = symbol.listInputs();
    this.#outputs = symbol.length;
    this.#handle = new Handle(this, "Program", wasm.program_new(symbol.handle), free);
  }

  /** The outputs for arrays of all variables. */
  run(arrays: readonly NDArray[]): NDArray[] {
    relieve();
    pass(arrays.map((x) => x.handle));
    notePressure(wasm.program_run(this.#handle.value, arrays.length));
    return Array.from(scratch().slice(0, this.#outputs), (handle) => NDArray.fromHandle(handle));
  }
}
