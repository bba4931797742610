import { NDArray } from "../nd/ndarray.ts";
import { Callable } from "../runtime/callable.ts";
import { type Name } from "./initializer.ts";
/** Anything that fills an array by its name: an initializer, a `Mixed`, a `Load` or a function. */
export type InitFunction = (desc: Name, arr: NDArray) => void;
export interface Mixed {
    /** Fills an array by the first pattern that matches its name. */
    (desc: Name, arr: NDArray): void;
}
/**
 * Picks an initializer by the parameter's name: the first whose pattern matches at the start of the name. Note that
 * initializers fill biases with 0 by themselves.
 *
 * @example
 * ```ts
 * const initializer = new init.Mixed([".*bias", ".*"], [new init.Zero(), new init.Uniform(0.1)]);
 * initializer(new init.InitDesc("fc1_weight"), nd.zeros([1, 3]));
 * ```
 */
export declare class Mixed extends Callable {
    #private;
    constructor(patterns: readonly (string | RegExp)[], initializers: readonly InitFunction[]);
    constructor(options: {
        patterns: readonly (string | RegExp)[];
        initializers: readonly InitFunction[];
    });
}
/** Arrays by name. */
export type NamedArrays = Readonly<Record<string, NDArray>> | ReadonlyMap<string, NDArray>;
/** What `Load` takes arrays from: arrays by name, or a .params file with names: its path (in Node, Deno and Bun) or its bytes. */
export type LoadSource = NamedArrays | string | Uint8Array | ArrayBuffer;
/** Options of `Load`. */
export interface LoadOptions {
    /** What fills arrays whose names are not among the parameters. */
    defaultInit?: InitFunction | null;
    /** Says where every array came from, on the console. */
    verbose?: boolean;
}
export interface Load {
    /** Fills an array with the saved one of its name. */
    (desc: Name, arr: NDArray): void;
}
/**
 * Fills arrays with saved ones of the same names, without `arg:` and `aux:` in front.
 *
 * @example
 * ```ts
 * const load = new init.Load({ "arg:fc1_weight": nd.ones([1, 3]) }, new init.Zero());
 * load(new init.InitDesc("fc1_weight"), nd.zeros([1, 3]));
 * ```
 */
export declare class Load extends Callable {
    /** The arrays by name, without prefixes. */
    readonly param: Readonly<Record<string, NDArray>>;
    readonly defaultInit: InitFunction | null;
    readonly verbose: boolean;
    constructor(param: LoadSource, options?: LoadOptions);
    constructor(param: LoadSource, defaultInit?: InitFunction | null, verbose?: boolean, options?: LoadOptions);
}
