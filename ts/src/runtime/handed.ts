// How `files.node.ts` hands over what it can do: it is a file by itself, which bundles leave out, and must work without.
import type { ModuleBytes } from "./no-bytes.ts";

/** Reads the modules, or finds that they are not there. */
export type Reader = () => ModuleBytes | undefined;

const place = globalThis as { [key: symbol]: unknown };
const key = Symbol.for("mxgrad.modules");

/** Leaves a reader for the library that is evaluated next. */
export function handReader(reader: Reader): void {
  place[key] = reader;
}

/** Takes the reader that was left, if one was. */
export function handedReader(): Reader | undefined {
  const reader = place[key] as Reader | undefined;
  delete place[key];
  return reader;
}
