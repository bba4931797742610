import type { NDArray } from "../nd/ndarray.ts";
import { Initializer, type Name } from "./initializer.ts";
import { type Real } from "./json.ts";
/**
 * Weights spread evenly over [-scale, scale].
 *
 * @example
 * ```ts
 * const x = nd.empty([1, 3]);
 * mx.random.seed(0);
 * new init.Uniform(0.1)(new init.InitDesc("weight"), x);
 * console.log(x);
 * // [[0.0097627  0.01856892 0.04303787]]
 * // <NDArray 1x3 @cpu(0)>
 * ```
 */
export declare class Uniform extends Initializer {
    readonly scale: number;
    constructor(scale?: Real | {
        scale?: Real;
    });
    _initWeight(name: Name, arr: NDArray): void;
}
/**
 * Weights of a normal distribution with mean 0 and standard deviation sigma.
 *
 * @example
 * ```ts
 * const x = nd.empty([1, 3]);
 * mx.random.seed(0);
 * new init.Normal(0.1)(new init.InitDesc("weight"), x);
 * console.log(x);
 * // [[0.22122064 0.07740038 0.10434403]]
 * // <NDArray 1x3 @cpu(0)>
 * ```
 */
export declare class Normal extends Initializer {
    readonly sigma: number;
    constructor(sigma?: Real | {
        sigma?: Real;
    });
    _initWeight(name: Name, arr: NDArray): void;
}
/** Options of `Orthogonal`. */
export interface OrthogonalOptions {
    scale?: Real;
    randType?: "uniform" | "normal";
}
/**
 * Weights that are `scale` times a matrix with orthonormal rows or columns (a weight of more axes counts as a matrix of
 * its first axis and the rest): https://arxiv.org/abs/1312.6120. The signs of rows or columns may differ from MXNet's.
 *
 * @example
 * ```ts
 * const x = nd.empty([2, 2]);
 * new init.Orthogonal({ scale: 1 })(new init.InitDesc("weight"), x);
 * const product = nd.dot(x, x.T); // the unit matrix
 * ```
 */
export declare class Orthogonal extends Initializer {
    readonly scale: number;
    readonly randType: string;
    constructor(options?: OrthogonalOptions);
    constructor(scale?: Real, randType?: "uniform" | "normal", options?: OrthogonalOptions);
    _initWeight(name: Name, arr: NDArray): void;
}
/** Options of `Xavier`. */
export interface XavierOptions {
    rndType?: "uniform" | "gaussian";
    factorType?: "avg" | "in" | "out";
    magnitude?: Real | string;
}
/**
 * Weights scaled so that gradients keep their magnitude through the layers: with s = √(magnitude / factor), uniform over
 * [-s, s] or normal with standard deviation s. The factor is the number of inputs of a unit (`"in"`), of its outputs
 * (`"out"`), or their mean (`"avg"`). Weights have at least 2 axes.
 *
 * @example
 * ```ts
 * const x = nd.empty([2, 2]);
 * mx.random.seed(0);
 * new init.Xavier({ factorType: "in", magnitude: 2.45 })(new init.InitDesc("weight"), x);
 * console.log(x);
 * // [[0.10805333 0.20552027]
 * //  [0.47634196 0.7620648 ]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare class Xavier extends Initializer {
    #private;
    readonly rndType: string;
    readonly factorType: string;
    readonly magnitude: number;
    constructor(options?: XavierOptions);
    constructor(rndType?: "uniform" | "gaussian", factorType?: "avg" | "in" | "out", magnitude?: Real | string, options?: XavierOptions);
    _initWeight(name: Name, arr: NDArray): void;
}
/** Options of `MSRAPrelu`. */
export interface MSRAPreluOptions {
    factorType?: "avg" | "in" | "out";
    slope?: Real;
}
/**
 * Xavier for layers followed by a (leaky, parametric) ReLU: gaussian with magnitude 2 / (1 + slope²). https://arxiv.org/abs/1502.01852
 *
 * @example
 * ```ts
 * const x = nd.empty([2, 2]);
 * mx.random.seed(0);
 * new init.MSRAPrelu()(new init.InitDesc("weight"), x);
 * console.log(x);
 * // [[2.1461554  0.75089395]
 * //  [1.0122858  1.1485764 ]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare class MSRAPrelu extends Xavier {
    constructor(options?: MSRAPreluOptions);
    constructor(factorType?: "avg" | "in" | "out", slope?: Real, options?: MSRAPreluOptions);
}
