import { MXNetError } from "../error.ts";
import { type InitializerLike } from "../init/index.ts";
import type { DType } from "../nd/dtype.ts";
import { type Context, type GradReq, NDArray, type Nested, type StorageType } from "../nd/ndarray.ts";
import type { GraphSymbol } from "../symbol/symbol.ts";
/**
 * The parameter's shape is not known before the first forward.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.Dense(2);
 * layer.initialize();
 * try {
 *   layer.weight.data();
 * } catch (error) {
 *   console.log(error instanceof gluon.DeferredInitializationError); // true
 * }
 * ```
 */
export declare class DeferredInitializationError extends MXNetError {
    name: string;
}
/** What `Parameter` takes. */
export interface ParameterOptions {
    /** What backward does with the gradient: `"write"` (the default), `"add"` or `"null"`. */
    gradReq?: GradReq | undefined;
    /** The shape; dimensions of 0 are unknown. */
    shape?: number | readonly number[] | null | undefined;
    /** The element type; float32 by default. */
    dtype?: DType | undefined;
    /** Multiplies the learning rate; 1 by default. */
    lrMult?: number | undefined;
    /** Multiplies the decay of weights; 1 by default. */
    wdMult?: number | undefined;
    /** The initializer; goes before the one that `initialize` names. */
    init?: InitializerLike | null | undefined;
    /** Whether a parameter whose shape is unknown may be initialized later, when it is known. */
    allowDeferredInit?: boolean | undefined;
    /** Whether there is a gradient at all. */
    differentiable?: boolean | undefined;
    /** How the values are stored: `"default"` or `"row_sparse"`. */
    stype?: StorageType | undefined;
    /** How the gradient is stored; a `"row_sparse"` one holds only the rows that backward reached. */
    gradStype?: StorageType | undefined;
}
/** What `Parameter.initialize` takes. */
export interface InitializeOptions {
    /** The initializer; goes before the parameter's own. */
    init?: InitializerLike | null | undefined;
    /** The initializer where neither this call nor the parameter names one; `Uniform(0.07)` by default. */
    defaultInit?: InitializerLike | undefined;
    /** Whether a parameter that has values gets new ones. */
    forceReinit?: boolean | undefined;
    /** Accepted for MXNet's sake: there is one device. */
    ctx?: Context | undefined;
}
/** How loaded values of another dtype are taken. */
export interface LoadOptions {
    /** Whether parameters that the file lacks are left alone. */
    allowMissing?: boolean | undefined;
    /** Whether arrays of the file that have no parameter are ignored. */
    ignoreExtra?: boolean | undefined;
    /** Whether values of another dtype are converted. */
    castDtype?: boolean | undefined;
    /** Converted to which dtype: the parameter's, or the saved one (the parameter is cast). */
    dtypeSource?: "current" | "saved" | undefined;
    /** Accepted for MXNet's sake: there is one device. */
    ctx?: Context | undefined;
}
/**
 * A weight of a layer: an array with its gradient, made when the shape is known.
 *
 * @example
 * ```ts
 * const w = new gluon.Parameter("w", { shape: [2, 3] });
 * w.initialize("xavier");
 * w.data();
 * ```
 */
export declare class Parameter {
    #private;
    readonly name: string;
    lrMult: number;
    wdMult: number;
    init: InitializerLike | null;
    /** How the values are stored. */
    readonly stype: StorageType;
    /** How the gradient is stored. */
    readonly gradStype: StorageType;
    constructor(name: string, options?: ParameterOptions);
    /** What backward does with the gradient. Setting it to `"null"` frees the gradient. */
    get gradReq(): GradReq;
    set gradReq(value: GradReq);
    /** The shape; dimensions of 0 are unknown. Setting it fills them in. */
    get shape(): readonly number[] | null;
    set shape(value: readonly number[]);
    /** The element type. Setting it casts the values. */
    get dtype(): DType;
    set dtype(value: DType);
    /** Whether there are values. */
    get isInitialized(): boolean;
    /** Whether values will come as soon as the shape is known. */
    get isDeferred(): boolean;
    /**
     * Makes the values and the gradient, or notes that they are to be made once the shape is known.
     *
     * @param init - an initializer, its name, or the options
     * @throws MXNetError if the shape is unknown and may not be
     */
    initialize(init?: InitializerLike | InitializeOptions | null, options?: InitializeOptions): void;
    /**
     * The values; the array itself, not a copy.
     *
     * @throws DeferredInitializationError before the first forward of a layer whose sizes are unknown
     * @throws MXNetError before `initialize`
     */
    data(_ctx?: Context): NDArray;
    /**
     * The gradient; the buffer itself, not a copy.
     *
     * @throws MXNetError before `initialize`, and if `gradReq` is `"null"`
     */
    grad(_ctx?: Context): NDArray;
    /**
     * The values of a parameter in row-sparse storage: all rows, as there is one device.
     *
     * @param _rowId - the rows that will be read
     * @throws MXNetError for parameters in another storage
     */
    rowSparseData(_rowId: NDArray): NDArray;
    /** The values, one array a device: there is one. */
    listData(): NDArray[];
    /** The gradients, one array a device: there is one. */
    listGrad(): NDArray[];
    /** The devices that hold the values. */
    listCtx(): Context[];
    /** The variable that stands for the parameter in symbols. */
    var(): GraphSymbol;
    /** Sets the values, from an array of this shape or nested numbers. */
    setData(value: NDArray | Nested): void;
    /** Sets the gradient to zero, if there is one. */
    zeroGrad(): void;
    /** Converts the values and the gradient to another dtype. */
    cast(dtype: DType): void;
    /** What Python prints. */
    toString(): string;
}
/**
 * A parameter that is not trained: its values are given, and change only through `setData`.
 *
 * @example
 * ```ts
 * new gluon.Constant("scale", [[1, 2], [3, 4]]);
 * ```
 */
export declare class Constant extends Parameter {
    readonly value: NDArray;
    constructor(name: string, value: NDArray | Nested);
    get gradReq(): GradReq;
    set gradReq(req: GradReq);
    protected makeData(): NDArray;
    toString(): string;
}
/** Checks that a value is a parameter. */
export declare function expectParameter(x: unknown, what: string): asserts x is Parameter;
/** Runs what changes parameters outside of recording, in the same mode. */
export declare function unrecorded<T>(run: () => T): T;
