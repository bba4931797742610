import type { InitializerLike } from "../init/index.ts";
import type { DType } from "../nd/dtype.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { Callable } from "../runtime/callable.ts";
import { type NameScope } from "./naming.ts";
import { type LoadOptions, Parameter } from "./parameter.ts";
import { type InitializeAllOptions, ParameterDict } from "./parameter-dict.ts";
/** What every block takes. */
export interface BlockOptions {
    /** What the names of its parameters begin with; by default the class's name with a number. */
    prefix?: string | null | undefined;
    /** Parameters to share, as `other.collectParams()` gives them. */
    params?: ParameterDict | null | undefined;
}
/** Ends a hook. */
export interface HookHandle {
    detach(): void;
}
/** Called before a forward. */
export type ForwardPreHook = (block: Block, inputs: readonly unknown[]) => void;
/** Called after a forward. */
export type ForwardHook = (block: Block, inputs: readonly unknown[], output: unknown) => void;
export interface Block<Inputs extends unknown[] = NDArray[], Output = NDArray> {
    /** Runs `forward`, with the hooks around it. */
    (...inputs: Inputs): Output;
}
/**
 * The base of layers and models. A subclass holds its layers in fields and has a `forward`. Fields that are blocks or
 * parameters are found by themselves (private `#fields` are not: use `registerChild`).
 *
 * @example
 * ```ts
 * class Net extends gluon.Block {
 *   hidden = new gluon.nn.Dense(20, { activation: "relu" });
 *   out = new gluon.nn.Dense(2);
 *   forward(x: NDArray) {
 *     return this.out(this.hidden(x));
 *   }
 * }
 * const net = new Net();
 * net.initialize();
 * net(nd.ones([1, 5]));
 * ```
 */
export declare abstract class Block<Inputs extends unknown[] = NDArray[], Output = NDArray> extends Callable {
    #private;
    constructor(options?: BlockOptions);
    /** The computation. */
    abstract forward(...inputs: never[]): unknown;
    /** What the names of its parameters begin with. */
    get prefix(): string;
    /** The prefix without the underscore at its end. */
    get name(): string;
    /**
     * Blocks made inside are named after this one. With a function: runs it and returns what it returns. Without: returns a
     * scope for `using`.
     */
    nameScope<T>(run: () => T): T;
    nameScope(): NameScope;
    /** The blocks directly inside, by name. */
    get children(): ReadonlyMap<string, Block>;
    /** Adds a block; those in fields add themselves. */
    registerChild(block: Block, name?: string): void;
    /** The parameters in fields, by the field's name. */
    protected fieldParams(): Map<string, Parameter>;
    /** This block's own parameters, without those of its children. `params.get` makes one. */
    get params(): ParameterDict;
    /**
     * The parameters of this block and its children.
     *
     * @param select - a regular expression that names must match from their beginning: `".*weight"`
     */
    collectParams(select?: string | RegExp | null): ParameterDict;
    /**
     * Initializes the parameters of this block and its children; those whose shapes are unknown at the first call.
     *
     * @param init - an initializer or its name, for parameters without one of their own; `Uniform(0.07)` by default
     */
    initialize(init?: InitializerLike | InitializeAllOptions | null, options?: InitializeAllOptions): void;
    /**
     * Saves the parameters under their places in the structure.
     *
     * @param path - the file; null for the bytes
     */
    saveParameters(path: string): void;
    saveParameters(path?: null): Uint8Array;
    /**
     * Loads what `saveParameters` saved, or parameters by their full names.
     *
     * @param source - a path or the bytes
     * @throws MXNetError for missing and surplus parameters, and for other shapes and dtypes
     */
    loadParameters(source: string | Uint8Array, options?: LoadOptions): void;
    /** Converts the parameters to another dtype. */
    cast(dtype: DType): void;
    /** Calls a function with every block inside, and with this one at last. */
    apply(fn: (block: Block) => void): this;
    /** Calls a function before each forward. */
    registerForwardPreHook(hook: ForwardPreHook): HookHandle;
    /** Calls a function after each forward. */
    registerForwardHook(hook: ForwardHook): HookHandle;
    /** What Python prints. */
    toString(): string;
}
