import { MXNetError } from "../error.ts";
import type { TypedArray } from "../nd/dtype.ts";
import type { NDArray, Nested } from "../nd/ndarray.ts";
import { scope } from "../scope.ts";
import { readArguments } from "./arguments.ts";
import { fillBilinear } from "./bilinear-kernel.ts";
import { Initializer, type Name } from "./initializer.ts";
import { type Json, type Real, unmark } from "./json.ts";

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
export class Zero extends Initializer {
  constructor(...args: never[]) {
    readArguments("Zero", {}, args);
    super();
  }

  override _initWeight(_name: Name, arr: NDArray): void {
    arr.set(0);
  }
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
export class One extends Initializer {
  constructor(...args: never[]) {
    readArguments("One", {}, args);
    super();
  }

  override _initWeight(_name: Name, arr: NDArray): void {
    arr.set(1);
  }
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
export class Constant extends Initializer {
  readonly value: ConstantValue;

  constructor(value: ConstantValue | { value: ConstantValue });
  constructor(...args: unknown[]) {
    const given = readArguments("Constant", { value: undefined as ConstantValue | undefined }, args);
    super({ value: given.value as Json });
    this.value = given.value as ConstantValue;
  }

  override _initWeight(name: Name, arr: NDArray): void {
    const value = unmark(this.value as Json);
    if (typeof value === "string") {
      throw new TypeError(`Constant initializer of ${name}: value must be a number or an array, got "${value}"`);
    }
    try {
      scope(() => {
        arr.set(value as NDArray | Nested);
      });
    } catch (cause) {
      if (!(cause instanceof MXNetError)) throw cause;
      throw new MXNetError(`Constant initializer of ${name}: ${cause.message}`, { cause });
    }
  }
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
export class Bilinear extends Initializer {
  constructor(...args: never[]) {
    readArguments("Bilinear", {}, args);
    super();
  }

  override _initWeight(name: Name, arr: NDArray): void {
    fillBilinear(name, arr);
  }
}
