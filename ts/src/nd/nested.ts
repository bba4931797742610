// What loops and branches of arrays and of symbols have in common: nested lists, and checks of what is given.
import { MXNetError } from "../error.ts";
import { describe } from "./invoke.ts";

/** A leaf or lists of leaves, nested as deeply as one likes. Leaves are no arrays of JavaScript. */
export type Nesting<T> = T | readonly Nesting<T>[];

const isList = <T>(x: Nesting<T>): x is readonly Nesting<T>[] => Array.isArray(x);

/** The leaves, in order. */
export const leaves = <T>(x: Nesting<T>): T[] => (isList(x) ? x.flatMap((part) => leaves<T>(part)) : [x]);

/** The leaves of a flat list, which is used up, nested like `like`. */
export function regroup<T>(flat: T[], like: Nesting<unknown>): Nesting<T> {
  return isList(like) ? like.map((part) => regroup(flat, part)) : (flat.shift() as T);
}

/** Checks that these are functions. */
export function expectFunctions(op: string, functions: Readonly<Record<string, unknown>>): void {
  for (const [name, f] of Object.entries(functions)) {
    if (typeof f !== "function") throw new TypeError(`${op}: ${name} must be a function, got ${describe(f)}`);
  }
}

/** Checks what a step returns: its outputs and the new states, each perhaps nothing. */
export function expectPair(x: unknown, op: string, arg: string): [outputs: unknown, states: unknown] {
  if (!Array.isArray(x) || x.length !== 2) {
    throw new TypeError(`${op}: ${arg} must return [outputs, states], got ${describe(x)}`);
  }
  return [x[0] ?? [], x[1] ?? []];
}

/** Checks the most steps of a loop. */
export function expectIterations(op: string, maxIterations: unknown): asserts maxIterations is number {
  if (!(Number.isInteger(maxIterations) && (maxIterations as number) > 0)) {
    throw new MXNetError(`${op}: maxIterations is ${maxIterations}, expected a whole number of 1 or more`);
  }
}
