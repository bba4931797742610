// Where iterators over arrays take their rows from.
import { MXNetError } from "../error.ts";
import { isPlainObject } from "../init/arguments.ts";
import { array } from "../nd/create.ts";
import type { AnyTypedArray } from "../nd/dtype.ts";
import { describe } from "../nd/invoke.ts";
import { NDArray, type Nested } from "../nd/ndarray.ts";
import { outsideScopes } from "../runtime/cell.ts";

/** One input: an array, or what `nd.array` makes one of. */
export type DataSource = NDArray | AnyTypedArray | readonly Nested[];

/** What iterators take as data or label: an array, a list of NDArrays and typed arrays, or an object or Map of arrays by name. */
export type DataSources =
  | DataSource
  | readonly (NDArray | AnyTypedArray)[]
  | { readonly [name: string]: DataSource }
  | ReadonlyMap<string, DataSource>;

const isArray = (x: unknown): x is NDArray | AnyTypedArray => x instanceof NDArray || ArrayBuffer.isView(x);

/** Whether a plain object can be arrays by name, so that it is no options. */
export function isNamedSources(x: unknown): boolean {
  return isPlainObject(x) && Object.values(x).every((value) => isArray(value) || Array.isArray(value));
}

/** Sources as arrays by name, in the order of names, as MXNet has them. */
export function namedArrays(what: string, sources: unknown, name: string): [name: string, array: NDArray][] {
  let pairs: [string, unknown][];
  if (sources === null || sources === undefined) pairs = [];
  else if (Array.isArray(sources) && sources.length > 0 && sources.every(isArray)) {
    pairs = sources.length === 1 ? [[name, sources[0]]] : sources.map((x, i) => [`_${i}_${name}`, x]);
  } else if (isArray(sources) || Array.isArray(sources)) pairs = [[name, sources]];
  else if (sources instanceof Map) pairs = [...sources];
  else if (isPlainObject(sources)) pairs = Object.entries(sources);
  else {
    throw new TypeError(
      `${what}: expected an NDArray, numbers, a list of arrays, or arrays by name, got ${describe(sources)}`,
    );
  }
  const named = pairs.map(([key, x]): [string, NDArray] => {
    if (typeof key !== "string") throw new TypeError(`${what}: a name must be a text, got ${describe(key)}`);
    if (!isArray(x) && !Array.isArray(x)) throw new TypeError(`${what}: ${key} must be an array, got ${describe(x)}`);
    return [key, x instanceof NDArray ? x : outsideScopes(() => array(x as AnyTypedArray | Nested))];
  });
  return named.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Checks that every array has as many rows as are asked for. */
export function expectRows(
  what: string,
  named: readonly (readonly [string, NDArray])[],
  axis: number,
  rows: number,
): void {
  for (const [name, x] of named) {
    const own = x.shape[axis] ?? 0;
    if (own < rows) {
      throw new MXNetError(`${what}: ${name} has ${own} rows (shape (${x.shape}), axis ${axis}), the data has ${rows}`);
    }
  }
}
