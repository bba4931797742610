// Indexing of symbols: Python's indices as operators.
import { MXNetError } from "../error.ts";
import { describe } from "../nd/invoke.ts";
import { describeOp } from "../nd/registry.ts";
import { readSlice, type SliceParts } from "../nd/slice-text.ts";
import { isOptions, makeSymbol } from "./create.ts";
import type { GraphSymbol } from "./symbol.ts";

/** An index of an axis: a place, a Python slice as text, or null for a new axis. */
export type SymbolIndex = number | string | null;

function readIndex(index: unknown): SliceParts {
  if (typeof index === "string") return readSlice(index);
  if (typeof index === "number") {
    if (!Number.isInteger(index)) throw new MXNetError(`index: ${index} is not an integer`);
    return { begin: index, end: index === -1 ? null : index + 1, step: 1 };
  }
  const lists = Array.isArray(index) ? "; lists of places need take" : "";
  throw new TypeError(`slice: expected a number, slice text or null, got ${describe(index)}${lists}`);
}

/** A part of a symbol, of which only the axes that are named have to exist. */
export function sliceSymbol(x: GraphSymbol, index: readonly unknown[]): GraphSymbol {
  const op = (name: string, options: object): GraphSymbol => makeSymbol(describeOp(name), name, [y, options]);
  let y = x;
  if (index.length === 1 && isOptions(index[0])) return op("slice", index[0]);
  const parts = index.filter((item) => item !== null).map(readIndex);
  const [begin, end, step] = [parts.map((p) => p.begin), parts.map((p) => p.end), parts.map((p) => p.step)];
  const whole = parts.every((p) => p.begin === null && p.end === null && p.step === 1);
  if (!whole) y = op("slice", { begin, end, ...(step.every((s) => s === 1) ? {} : { step }) });
  // Places leave axes of one element, which go when the new ones are there.
  index.forEach((item, axis) => {
    if (item === null) y = op("expand_dims", { axis });
  });
  const dropped = index.flatMap((item, axis) => (typeof item === "number" ? [axis] : []));
  return dropped.length > 0 ? op("squeeze", { axis: dropped }) : y;
}
