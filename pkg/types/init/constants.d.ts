import type { TypedArray } from "../nd/dtype.ts";
import type { NDArray, Nested } from "../nd/ndarray.ts";
import { Initializer, type Name } from "./initializer.ts";
import { type Real } from "./json.ts";
/** Weights of 0. */
export declare class Zero extends Initializer {
    constructor(...args: never[]);
    _initWeight(_name: Name, arr: NDArray): void;
}
/** Weights of 1. */
export declare class One extends Initializer {
    constructor(...args: never[]);
    _initWeight(_name: Name, arr: NDArray): void;
}
/** What `Constant` fills with: a number, or an array that broadcasts to the weight's shape. */
export type ConstantValue = Real | NDArray | Nested | TypedArray | string;
/** Weights of one value, or equal to an array. */
export declare class Constant extends Initializer {
    readonly value: ConstantValue;
    constructor(value: ConstantValue | {
        value: ConstantValue;
    });
    _initWeight(name: Name, arr: NDArray): void;
}
/** Kernels of bilinear interpolation, for weights of deconvolutions that scale up; weights have 4 axes. */
export declare class Bilinear extends Initializer {
    constructor(...args: never[]);
    _initWeight(name: Name, arr: NDArray): void;
}
