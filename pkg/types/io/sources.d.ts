import type { AnyTypedArray } from "../nd/dtype.ts";
import { NDArray, type Nested } from "../nd/ndarray.ts";
/** One input: an array, or what `nd.array` makes one of. */
export type DataSource = NDArray | AnyTypedArray | readonly Nested[];
/** What iterators take as data or label: an array, a list of NDArrays and typed arrays, or an object or Map of arrays by name. */
export type DataSources = DataSource | readonly (NDArray | AnyTypedArray)[] | {
    readonly [name: string]: DataSource;
} | ReadonlyMap<string, DataSource>;
/** Whether a plain object can be arrays by name, so that it is no options. */
export declare function isNamedSources(x: unknown): boolean;
/** Sources as arrays by name, in the order of names, as MXNet has them. */
export declare function namedArrays(what: string, sources: unknown, name: string): [name: string, array: NDArray][];
/** Checks that every array has as many rows as are asked for. */
export declare function expectRows(what: string, named: readonly (readonly [string, NDArray])[], axis: number, rows: number): void;
