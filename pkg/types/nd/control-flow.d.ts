import { NDArray } from "./ndarray.ts";
/** An array or lists of arrays, nested as deeply as one likes. */
export type NestedArrays = NDArray | readonly NestedArrays[];
/**
 * Calls `body` for each slice of `data` along its first axis, handing states on from step to step. Gradients flow through.
 *
 * @param body - gets a slice (nested like `data`) and the states; returns the step's outputs and the new states
 * @param data - an array or nested lists of arrays, all with the same first dimension
 * @param initStates - the states of the first step
 * @returns the outputs of all steps, stacked along a new first axis, and the last states
 * @throws MXNetError when first dimensions differ, there is no slice, or outputs differ from step to step
 * @example
 * ```ts
 * const step = (x: NDArray, sum: NDArray): [NDArray, NDArray] => [sum.add(x), sum.add(x)];
 * const [sums, last] = nd.contrib.foreach(step, nd.array([1, 2, 3]).reshape([3, 1]), nd.zeros([1]));
 * console.log((sums as NDArray).toArray(), (last as NDArray).asscalar()); // [ [ 1 ], [ 3 ], [ 6 ] ] 6
 * ```
 */
export declare function foreach<D extends NestedArrays, S extends NestedArrays>(body: (data: D, states: S) => readonly [outputs: NestedArrays, states: S], data: D, initStates: S): [outputs: NestedArrays, states: S];
/**
 * Calls `func` as long as `cond` holds, handing the loop variables on. Gradients flow through.
 *
 * @param cond - gets the loop variables; an array of one element, a number or a boolean tells whether to go on
 * @param func - gets the loop variables; returns the step's outputs and the new loop variables
 * @param loopVars - the first loop variables: an array or a list
 * @param options - `maxIterations`: the most steps, and the first dimension of the outputs
 * @returns the outputs of all steps, stacked along a new first axis and filled up with zeros (no outputs when there was no step), and
 * the last loop variables
 * @throws MXNetError when `maxIterations` is missing, there is no loop variable, or their number or the outputs change
 * @example
 * ```ts
 * const [powers, [last]] = nd.contrib.whileLoop(
 *   (x) => x.lesser(20),
 *   (x) => [x, [x.mul(2)]],
 *   [nd.array([3])],
 *   { maxIterations: 4 },
 * );
 * console.log((powers as NDArray).toArray(), last!.asscalar()); // [ [ 3 ], [ 6 ], [ 12 ], [ 0 ] ] 24
 * ```
 */
export declare function whileLoop<S extends NDArray | readonly NDArray[]>(cond: (...loopVars: NDArray[]) => NDArray | number | boolean, func: (...loopVars: NDArray[]) => readonly [outputs: NestedArrays | null, loopVars: S], loopVars: S, { maxIterations }: {
    maxIterations: number;
}): [outputs: NestedArrays, loopVars: S];
/**
 * Calls one of two functions.
 *
 * @param pred - an array of one element, a number or a boolean
 * @param thenFunc - called when it is true (not 0)
 * @param elseFunc - called when it is false
 * @returns what the function returns
 * @example
 * ```ts
 * const [a, b] = [nd.array([1]), nd.array([2])];
 * const y = nd.contrib.cond(a.mul(b).lesser(5), () => a.add(5).mul(b.add(5)), () => a.sub(5).mul(b.sub(5)));
 * console.log(y.asscalar()); // 42
 * ```
 */
export declare function cond<T extends NestedArrays>(pred: NDArray | number | boolean, thenFunc: () => T, elseFunc: () => T): T;
