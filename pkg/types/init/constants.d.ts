import type { TypedArray } from "../nd/dtype.ts";
import type { NDArray, Nested } from "../nd/ndarray.ts";
import { Initializer, type Name } from "./initializer.ts";
import { type Real } from "./json.ts";
/**
 * Weights of 0.
 *
 * @example
 * ```ts
 * const x = nd.empty([2]);
 * mx.random.seed(0);
 * new init.Zero()(new init.InitDesc("weight"), x);
 * console.log(x);
 * // [0. 0.]
 * // <NDArray 2 @cpu(0)>
 * ```
 */
export declare class Zero extends Initializer {
    constructor(...args: never[]);
    _initWeight(_name: Name, arr: NDArray): void;
}
/**
 * Weights of 1.
 *
 * @example
 * ```ts
 * const x = nd.empty([2]);
 * mx.random.seed(0);
 * new init.One()(new init.InitDesc("weight"), x);
 * console.log(x);
 * // [1. 1.]
 * // <NDArray 2 @cpu(0)>
 * ```
 */
export declare class One extends Initializer {
    constructor(...args: never[]);
    _initWeight(_name: Name, arr: NDArray): void;
}
/** What `Constant` fills with: a number, or an array that broadcasts to the weight's shape. */
export type ConstantValue = Real | NDArray | Nested | TypedArray | string;
/**
 * Weights of one value, or equal to an array.
 *
 * @example
 * ```ts
 * const x = nd.empty([2, 2]);
 * new init.Constant([[1, 2]])(new init.InitDesc("weight"), x);
 * console.log(x.toArray()); // [ [ 1, 2 ], [ 1, 2 ] ]
 * ```
 */
export declare class Constant extends Initializer {
    readonly value: ConstantValue;
    constructor(value: ConstantValue | {
        value: ConstantValue;
    });
    _initWeight(name: Name, arr: NDArray): void;
}
/**
 * Kernels of bilinear interpolation, for weights of deconvolutions that scale up; weights have 4 axes.
 *
 * @example
 * ```ts
 * const x = nd.empty([1, 1, 2, 2]);
 * mx.random.seed(0);
 * new init.Bilinear()(new init.InitDesc("weight"), x);
 * console.log(x);
 * // [[[[1. 0.]
 * //    [0. 0.]]]]
 * // <NDArray 1x1x2x2 @cpu(0)>
 * ```
 */
export declare class Bilinear extends Initializer {
    constructor(...args: never[]);
    _initWeight(name: Name, arr: NDArray): void;
}
