import { NDArray } from "../nd/ndarray.ts";
import { Callable } from "../runtime/callable.ts";
import { InitDesc } from "./desc.ts";
import { type Json } from "./json.ts";
/** A name: what hooks get is what the initializer was called with. */
export type Name = InitDesc | string;
/** Computes what a verbose initializer prints of an array. */
export type PrintFunc = (arr: NDArray) => string;
/** Checks the array that an initializer is to fill. */
export declare function expectArray(arr: unknown): asserts arr is NDArray;
export interface Initializer {
    /**
     * Fills an array.
     *
     * @param desc - what the array is: rules go by the end of its name. A plain string is deprecated, as in MXNet
     * @param arr - the array; it keeps its shape and dtype
     */
    (desc: Name, arr: NDArray): void;
}
/**
 * The base of initializers. A subclass overrides `_initWeight`, and any other of the hooks.
 *
 * | name ends in | hook | unless overridden |
 * |---|---|---|
 * | weight | `_initWeight` | must be overridden |
 * | bias, beta | `_initBias`, `_initBeta` | 0 |
 * | gamma | `_initGamma` | 1 |
 * | min, max | `_initZero`, `_initOne` | 0, 1 |
 * | weight_quantize | `_initQuantizedWeight` | one random int8 |
 * | bias_quantize | `_initQuantizedBias` | 0 |
 * | anything else | `_initDefault` | an error |
 *
 * @example
 * ```ts
 * class Tenth extends init.Initializer {
 *   override _initWeight(_name: init.Name, arr: NDArray) {
 *     arr.set(0.1);
 *   }
 * }
 * init.register(Tenth);
 * new Tenth()(new init.InitDesc("fc1_weight"), nd.zeros([2, 3]));
 * ```
 */
export declare class Initializer extends Callable {
    #private;
    /** What `dumps()` writes, in MXNet's spelling. */
    protected _kwargs: Readonly<Record<string, Json>>;
    /**
     * @param kwargs - the parameters for `dumps()`, in order; `numHidden` is written `num_hidden`, and `create` gives it back
     *   to the constructor as `numHidden`, in one options object
     */
    constructor(kwargs?: Readonly<Record<string, Json>>);
    /**
     * Says of every array that it filled, on the console.
     *
     * @param verbose - on or off
     * @param printFunc - computes what is printed of an array; by default |x| / √size
     * @returns this initializer
     */
    setVerbosity(verbose?: boolean, printFunc?: PrintFunc | null): this;
    /**
     * The initializer as JSON, to the byte what MXNet writes. `create` makes it again.
     *
     * @example
     * ```ts
     * new init.Normal(0.5).dumps(); // ["normal", {"sigma": 0.5}]
     * ```
     */
    dumps(): string;
    /** Whether the other is of the same class and has equal parameters. */
    equals(other: unknown): boolean;
    /** Fills a weight; what makes one initializer differ from another. */
    _initWeight(name: Name, _arr: NDArray): void;
    _initBias(_name: Name, arr: NDArray): void;
    _initGamma(_name: Name, arr: NDArray): void;
    _initBeta(_name: Name, arr: NDArray): void;
    _initZero(_name: Name, arr: NDArray): void;
    _initOne(_name: Name, arr: NDArray): void;
    /** One random integer for the whole array. */
    _initQuantizedWeight(_name: Name, arr: NDArray): void;
    _initQuantizedBias(_name: Name, arr: NDArray): void;
    /** The kernel of bilinear interpolation. */
    _initBilinear(name: Name, arr: NDArray): void;
    /** The identity of a spatial transformer. */
    _initLocBias(name: Name, arr: NDArray): void;
    /** What happens to names that no rule knows. */
    _initDefault(name: Name, _arr: NDArray): void;
}
