import { type Cell } from "./runtime/cell.ts";
/** The cells of all arrays in a value: an array itself, lists, maps and plain objects of them, nested. */
export declare function cellsIn(value: unknown, found?: Set<Cell>, seen?: Set<object>): Set<Cell>;
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
export declare function scope<T>(run: () => T): T;
