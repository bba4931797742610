// Giving memory back at the end of a piece of work.

import { NDArray } from "./nd/ndarray.ts";
import { type Cell, inScope } from "./runtime/cell.ts";

/** The cells of all arrays in a value: an array itself, lists, maps and plain objects of them, nested. */
export function cellsIn(value: unknown, found: Set<Cell> = new Set(), seen: Set<object> = new Set()): Set<Cell> {
  if (typeof value !== "object" || value === null || seen.has(value)) return found;
  if (value instanceof NDArray) {
    for (const cell of value.cells) found.add(cell);
    return found;
  }
  seen.add(value);
  if (value instanceof Map) {
    for (const item of value.values()) cellsIn(item, found, seen);
  } else if (Array.isArray(value) || value instanceof Set) {
    for (const item of value) cellsIn(item, found, seen);
  } else if (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null) {
    for (const item of Object.values(value)) cellsIn(item, found, seen);
  }
  return found;
}

/**
 * Runs a function and frees the arrays that it made and did not return. What it returns is searched for arrays: lists, maps
 * and plain objects, nested. Never a duty: memory frees itself, this only does it at once.
 *
 * @param run - a synchronous function
 * @returns what the function returns
 * @throws TypeError if the function returns a Promise
 * @example
 * ```ts
 * const y = mx.scope(() => nd.exp(nd.ones([1000])).sum()); // only the sum lives on
 * ```
 */
export function scope<T>(run: () => T): T {
  return inScope(run, (result) => {
    if (result instanceof Promise) {
      throw new TypeError(
        "scope: the function returned a Promise; scopes end when it returns, before its arrays are done",
      );
    }
    return cellsIn(result);
  });
}
