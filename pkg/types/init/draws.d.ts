import type { NDArray } from "../nd/ndarray.ts";
import { Initializer, type Name } from "./initializer.ts";
import { type Real } from "./json.ts";
/** Weights spread evenly over [-scale, scale]. */
export declare class Uniform extends Initializer {
    readonly scale: number;
    constructor(scale?: Real | {
        scale?: Real;
    });
    _initWeight(name: Name, arr: NDArray): void;
}
/** Weights of a normal distribution with mean 0 and standard deviation sigma. */
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
/** Xavier for layers followed by a (leaky, parametric) ReLU: gaussian with magnitude 2 / (1 + slope²). https://arxiv.org/abs/1502.01852 */
export declare class MSRAPrelu extends Xavier {
    constructor(options?: MSRAPreluOptions);
    constructor(factorType?: "avg" | "in" | "out", slope?: Real, options?: MSRAPreluOptions);
}
