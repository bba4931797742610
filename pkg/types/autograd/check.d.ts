import type { NDArray } from "../nd/ndarray.ts";
/** How `checkGradients` compares. */
export interface CheckOptions {
    /** The distance of the finite differences; by default 1e-6 for float64 inputs and 1e-2 for others. */
    eps?: number;
    /** Relative tolerance; by default 1e-5 for float64 inputs and 1e-2 for others. */
    rtol?: number;
    /** Absolute tolerance; by default 1e-7 for float64 inputs and 1e-3 for others. */
    atol?: number;
}
/**
 * Compares the gradients of a function with central finite differences, element by element.
 *
 * @param fn - a function of the inputs that returns one array; it must be deterministic
 * @param inputs - where to compare; float64 gives sharp answers
 * @throws MXNetError at the first element that differs, with both values
 * @example
 * ```ts
 * autograd.checkGradients((x) => nd.tanh(x), [nd.array([0.1, 0.7], { dtype: "float64" })]);
 * ```
 */
export declare function checkGradients(fn: (...inputs: NDArray[]) => NDArray, inputs: readonly NDArray[], options?: CheckOptions): void;
/**
 * Runs a function and throws at the operator that first makes a NaN or an infinity, in forward or backward; the message
 * names it. Slow: every result is looked through.
 *
 * @example
 * ```ts
 * try {
 *   autograd.detectAnomaly(() => nd.log(nd.zeros([1])));
 * } catch (error) {
 *   console.log(error instanceof MXNetError); // true
 * }
 * ```
 */
export declare function detectAnomaly<T>(fn: () => T): T;
