import { type GradReq, NDArray } from "../nd/ndarray.ts";
import { GraphSymbol } from "../symbol/symbol.ts";
/** One array or a list of them. */
export type Arrays = NDArray | readonly NDArray[];
/** Weights of heads: none, one, or one (or null, for ones) a head. */
export type HeadGrads = NDArray | null | readonly (NDArray | null)[];
/**
 * Makes arrays variables with these gradient buffers.
 *
 * @param variables - the arrays
 * @param gradients - a buffer for each, of its shape and dtype
 * @param gradReqs - what backward does with each buffer, or with all
 * @example
 * ```ts
 * const x = nd.array([3]);
 * const gradient = nd.zeros([1]);
 * autograd.markVariables([x], [gradient]);
 * autograd.record(() => x.mul(x)).backward();
 * console.log(gradient.toArray()); // [ 6 ]
 * ```
 */
export declare function markVariables(variables: Arrays, gradients: Arrays, gradReqs?: GradReq | readonly GradReq[]): void;
/** How backward runs. */
export interface BackwardOptions {
    /** Keeps the graph, for another backward. */
    retainGraph?: boolean | undefined;
    /** Whether operators behave as in training during backward; use the mode of the forward. */
    trainMode?: boolean | undefined;
}
/**
 * Computes the gradients of heads with respect to all variables they came from and stores them in the variables' buffers.
 *
 * @param heads - what to differentiate; several heads add up
 * @param headGrads - their weights; ones by default
 * @throws MXNetError if a head was not recorded, or nothing wants a gradient
 * @example
 * ```ts
 * const x = nd.array([1, 2, 3]);
 * x.attachGrad();
 * const [y, z] = autograd.record(() => [x.mul(x), x.mul(2)]);
 * autograd.backward([y, z]);
 * console.log(x.grad.toArray()); // [ 4, 6, 8 ]
 * ```
 */
export declare function backward(heads: Arrays, headGrads?: HeadGrads, options?: BackwardOptions): void;
/** How `grad` runs. */
export interface GradOptions extends BackwardOptions {
    /** Weights of the heads; ones by default. */
    headGrads?: HeadGrads | undefined;
    /** Records the gradient's own operators, so that it can be differentiated again. */
    createGraph?: boolean | undefined;
}
/**
 * Computes and returns the gradients of heads with respect to variables. Their own buffers do not change.
 *
 * @param heads - what to differentiate
 * @param variables - arrays with attached gradients
 * @returns a list, also for a single variable
 * @example
 * ```ts
 * const x = nd.array([1, 2]);
 * x.attachGrad();
 * const y = autograd.record(() => x.mul(x).mul(x));
 * const [dx] = autograd.grad(y, x, { createGraph: true });
 * const [d2x] = autograd.grad(dx, x); // 6x
 * ```
 */
export declare function grad(heads: Arrays, variables: Arrays, options?: GradOptions): NDArray[];
/**
 * The recorded graph of an array as a symbol.
 *
 * @throws MXNetError if the array was not recorded
 * @example
 * ```ts
 * const x = nd.ones([2]);
 * x.attachGrad();
 * const y = autograd.record(() => nd.exp(x).mul(2));
 * console.log(autograd.getSymbol(y).listArguments()); // [ 'var0' ]
 * ```
 */
export declare function getSymbol(x: NDArray): GraphSymbol;
