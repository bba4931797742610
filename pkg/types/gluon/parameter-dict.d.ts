import { type InitializerLike } from "../init/index.ts";
import { NDArray, type Nested } from "../nd/ndarray.ts";
import { type NDArrayDict } from "../nd/params.ts";
import { Constant, type InitializeOptions, type LoadOptions, Parameter, type ParameterOptions } from "./parameter.ts";
/** What `initialize` of a block or a dictionary takes. */
export interface InitializeAllOptions extends Omit<InitializeOptions, "defaultInit"> {
    /** Whether initializers print what they do. */
    verbose?: boolean | undefined;
}
/** What `setattr` can set. */
export interface ParameterAttributes {
    gradReq: Parameter["gradReq"];
    lrMult: number;
    wdMult: number;
    dtype: Parameter["dtype"];
    init: InitializerLike | null;
}
/**
 * Parameters by name, in the order in which they were made.
 *
 * @example
 * ```ts
 * const params = new gluon.ParameterDict("net_");
 * params.get("weight", { shape: [2, 3] }).name; // net_weight
 * ```
 */
export declare class ParameterDict {
    #private;
    readonly prefix: string;
    /**
     * @param prefix - what names made by `get` begin with
     * @param shared - a dictionary that `get` looks in first
     */
    constructor(prefix?: string, shared?: ParameterDict | null);
    /** How many there are. */
    get size(): number;
    /** Whether there is a parameter of this full name. */
    has(name: string): boolean;
    /** The parameter of this full name. */
    at(name: string): Parameter;
    keys(): IterableIterator<string>;
    values(): IterableIterator<Parameter>;
    /** Pairs of name and parameter, as Python's `items()`. */
    items(): IterableIterator<[string, Parameter]>;
    /** Pairs of name and parameter. */
    [Symbol.iterator](): IterableIterator<[string, Parameter]>;
    /**
     * The parameter `prefix + name`, which is made if it does not exist.
     *
     * @throws MXNetError if it exists with other attributes
     */
    get(name: string, options?: ParameterOptions): Parameter;
    /**
     * The constant `prefix + name`, which is made if it does not exist.
     *
     * @throws MXNetError if it neither exists nor has a value, or exists with another value
     */
    getConstant(name: string, value?: NDArray | Nested | null): Constant;
    /** Takes in all parameters of another dictionary. */
    update(other: Iterable<readonly [string, Parameter]>): void;
    /**
     * Initializes all parameters.
     *
     * @param init - the initializer of those that have none; `Uniform(0.07)` by default
     */
    initialize(init?: InitializerLike | InitializeAllOptions | null, options?: InitializeAllOptions): void;
    /** Sets all gradients to zero. */
    zeroGrad(): void;
    /** Sets an attribute of all parameters: `params.setattr("gradReq", "null")`. */
    setattr<K extends keyof ParameterAttributes>(name: K, value: ParameterAttributes[K]): void;
    /**
     * Saves all parameters under their full names.
     *
     * @param path - the file; null for the bytes
     * @param stripPrefix - what is taken off the names
     */
    save(path: string, stripPrefix?: string): void;
    save(path?: null, stripPrefix?: string): Uint8Array;
    /**
     * Loads parameters by their full names; `arg:` and `aux:` before them are ignored.
     *
     * @param source - a path, the bytes, or arrays by name
     */
    load(source: string | Uint8Array | NDArrayDict, options?: LoadOptions & {
        restorePrefix?: string | undefined;
    }): void;
    /** What Python prints. */
    toString(): string;
}
/** What a file of parameters holds; an empty one is a list. */
export declare function namedArrays(loaded: NDArray[] | NDArrayDict): NDArrayDict;
