import { type InitializerLike } from "../../init/index.ts";
import type { NDArray } from "../../nd/ndarray.ts";
import type { BlockOptions } from "../block.ts";
import { type Functions, HybridBlock, type ParameterValues } from "../hybrid-block.ts";
import type { Parameter } from "../parameter.ts";
/** The functions that `Activation` knows. */
export type ActivationType = "relu" | "sigmoid" | "tanh" | "softrelu" | "softsign";
/**
 * Applies a function to each element: `new nn.Activation("relu")`.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.Activation("relu");
 * console.log(layer(nd.array([-1, 0, 1])));
 * // [0. 0. 1.]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare class Activation extends HybridBlock {
    #private;
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(activation: ActivationType, options?: BlockOptions);
    hybridForward(F: Functions, x: NDArray): NDArray;
    toString(): string;
}
/**
 * x where it is positive, else alpha · x.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.LeakyReLU(0.1);
 * console.log(layer(nd.array([-1, 0, 1])));
 * // [-0.1  0.   1. ]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare class LeakyReLU extends HybridBlock {
    #private;
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    /** @param alpha - the slope below 0, not negative */
    constructor(alpha: number, options?: BlockOptions);
    hybridForward(F: Functions, x: NDArray): NDArray;
    toString(): string;
}
/** What `PReLU` takes. */
export interface PReLUOptions extends BlockOptions {
    /** The initializer of the slopes; 0.25 by default. */
    alphaInitializer?: InitializerLike | undefined;
    /** The number of slopes: one for all, or one a channel. */
    inChannels?: number | undefined;
}
/**
 * x where it is positive, else alpha · x with a learned alpha.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.PReLU();
 * layer.initialize();
 * console.log(layer(nd.array([[-1, 0, 1]])).toArray()); // [ [ -0.25, 0, 1 ] ]
 * ```
 */
export declare class PReLU extends HybridBlock {
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    readonly alpha: Parameter;
    constructor(options?: PReLUOptions);
    constructor(alphaInitializer: InitializerLike, inChannels?: number, options?: PReLUOptions);
    hybridForward(F: Functions, x: NDArray, { alpha }: ParameterValues): NDArray;
}
/**
 * x where it is positive, else alpha · (eˣ - 1).
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.ELU();
 * console.log(layer(nd.array([-1, 0, 1])));
 * // [-0.63212055  0.          1.        ]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare class ELU extends HybridBlock {
    #private;
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(alpha?: number, options?: BlockOptions);
    constructor(options?: BlockOptions & {
        alpha?: number;
    });
    hybridForward(F: Functions, x: NDArray): NDArray;
}
/**
 * The scaled ELU that keeps mean 0 and variance 1.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.SELU();
 * console.log(layer(nd.array([-1, 0, 1])));
 * // [-1.1113307  0.         1.050701 ]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare class SELU extends HybridBlock {
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    hybridForward(F: Functions, x: NDArray): NDArray;
}
/**
 * x times the normal distribution's probability below x, by the error function.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.GELU();
 * console.log(layer(nd.array([-1, 0, 1])));
 * // [-0.15865526  0.          0.8413447 ]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare class GELU extends HybridBlock {
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    hybridForward(F: Functions, x: NDArray): NDArray;
}
/**
 * x · sigmoid(beta · x).
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.Swish();
 * console.log(layer(nd.array([-1, 0, 1])));
 * // [-0.26894143  0.          0.7310586 ]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare class Swish extends HybridBlock {
    #private;
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    constructor(beta?: number, options?: BlockOptions);
    constructor(options?: BlockOptions & {
        beta?: number;
    });
    hybridForward(F: Functions, x: NDArray): NDArray;
}
