// Calling operators of the core on cells.
import { MXNetError } from "../error.ts";
import { type Attrs, attrText, snake } from "./attrs.ts";
import { type Cell, handleOf, newCell, notePressure, relieve } from "./cell.ts";
import { scratch, scratchLength } from "./memory.ts";
import * as wasm from "./wasm.ts";

/** Parsed calls of operators without attributes. */
const plain = new Map<string, number>();
/** Parsed calls by operator and attribute texts. */
const calls = new Map<string, number>();
/** Attributes that change with every call (learning rates) must not pile up. */
const MOST_CALLS = 4096;

/** The number of an operator with these attributes, which are parsed only the first time. */
export function callId(name: string, attrs?: Attrs): number {
  let key = name;
  if (attrs) {
    for (const option in attrs) {
      // Names are for symbols.
      if (attrs[option] === undefined || option === "name") continue;
      key += `\u{2}${snake(option)}\u{1}${attrText(attrs[option])}`;
    }
  }
  if (key === name) {
    let id = plain.get(name);
    if (id === undefined) {
      id = wasm.call_new(name, "");
      plain.set(name, id);
    }
    return id;
  }
  let id = calls.get(key);
  if (id === undefined) {
    id = wasm.call_new(name, key.slice(name.length + 1));
    if (calls.size >= MOST_CALLS) {
      for (const old of calls.values()) wasm.call_free(old);
      calls.clear();
    }
    calls.set(key, id);
  }
  return id;
}

/** Calls an operator and gives the cells of its outputs; with `out`, these cells come first. */
export function call(id: number, inputs: readonly Cell[], out: readonly Cell[]): Cell[] {
  relieve();
  const total = inputs.length + out.length;
  if (total > scratchLength) throw new MXNetError(`a call takes at most ${scratchLength} arrays, got ${total}`);
  // Moving in again uses the scratch words, so it comes first.
  for (const cell of inputs) handleOf(cell);
  for (const cell of out) handleOf(cell);
  const words = scratch();
  let at = 0;
  for (const cell of inputs) words[at++] = cell.handle;
  for (const cell of out) words[at++] = cell.handle;
  const packed = wasm.call(id, inputs.length, out.length);
  notePressure(packed >= 65536);
  const count = packed & 65535;
  const results: Cell[] = out.slice(0, count);
  if (count > out.length) {
    const handles = scratch();
    for (let i = out.length; i < count; i++) results.push(newCell(handles[i] as number));
  }
  return results;
}

/** Calls an operator of one output without `out`: the short way for the most common calls. */
export function call1(id: number, inputs: readonly Cell[]): Cell {
  relieve();
  for (const cell of inputs) handleOf(cell);
  const words = scratch();
  for (let i = 0; i < inputs.length; i++) words[i] = (inputs[i] as Cell).handle;
  notePressure(wasm.call(id, inputs.length, 0) >= 65536);
  return newCell(scratch()[0] as number);
}
