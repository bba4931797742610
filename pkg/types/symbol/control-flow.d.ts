import { GraphSymbol } from "./symbol.ts";
/** A symbol or lists of symbols, nested as deeply as one likes. */
export type NestedSymbols = GraphSymbol | readonly NestedSymbols[];
/** How a loop or a branch is made. */
export interface ControlOptions {
    /** What the names of its graphs begin with. */
    name?: string | undefined;
}
/**
 * A symbol of `body` for each slice of `data` along its first axis, which hands states on from step to step.
 *
 * @param body - gets a slice (nested like `data`) and the states; returns the step's outputs and the new states. It is called once
 * @param data - a symbol or nested lists of symbols, all with the same first dimension
 * @param initStates - the states of the first step
 * @returns the outputs of all steps, stacked along a new first axis, and the last states
 * @throws MXNetError when the body does not use all data and states, or nests the states in another way
 * @example
 * ```ts
 * const step = (x: sym.Symbol, sum: sym.Symbol): [sym.Symbol, sym.Symbol] => [sum.add(x), sum.add(x)];
 * const [sums] = sym.contrib.foreach(step, sym.Variable("x"), sym.Variable("start"));
 * const [y] = (sums as sym.Symbol).eval({ x: nd.array([[1], [2], [3]]), start: nd.zeros([1]) });
 * console.log(y!.toArray()); // [ [ 1 ], [ 3 ], [ 6 ] ]
 * ```
 */
export declare function foreach<D extends NestedSymbols, S extends NestedSymbols>(body_: (data: D, states: S) => readonly [outputs: NestedSymbols, states: S], data: D, initStates: S, { name }?: ControlOptions): [outputs: NestedSymbols, states: S];
/**
 * A symbol of `func` as long as `cond` holds, which hands the loop variables on.
 *
 * @param cond - gets the loop variables; a symbol of one element tells whether to go on. It is called once
 * @param func - gets the loop variables; returns the step's outputs and the new loop variables. It is called once
 * @param loopVars - the first loop variables: a symbol or a list
 * @param options - `maxIterations`: the most steps, and the first dimension of the outputs
 * @returns the outputs of all steps, stacked along a new first axis and filled up with zeros, and the last loop variables
 * @throws MXNetError when `maxIterations` is missing, there is no loop variable, their number changes or one is not used
 * @example
 * ```ts
 * const [powers] = sym.contrib.whileLoop(
 *   (x) => x.lesser(20),
 *   (x) => [x.mul(1), [x.mul(2)]],
 *   [sym.Variable("x")],
 *   { maxIterations: 4 },
 * );
 * console.log((powers as sym.Symbol).eval({ x: nd.array([3]) })[0]!.toArray()); // [ [ 3 ], [ 6 ], [ 12 ], [ 0 ] ]
 * ```
 */
export declare function whileLoop<S extends GraphSymbol | readonly GraphSymbol[]>(cond_: (...loopVars: GraphSymbol[]) => GraphSymbol, func: (...loopVars: GraphSymbol[]) => readonly [outputs: NestedSymbols | null, loopVars: S], loopVars: S, { maxIterations, name }: ControlOptions & {
    maxIterations: number;
}): [outputs: NestedSymbols, loopVars: S];
/**
 * A symbol of one of two functions' results.
 *
 * @param pred - a symbol of one element
 * @param thenFunc - makes what is computed when it is true (not 0)
 * @param elseFunc - makes what is computed when it is false, of the same shapes and types
 * @returns the result, nested as `thenFunc` nests it
 * @throws MXNetError when the functions return different numbers of symbols
 * @example
 * ```ts
 * const [a, b] = [sym.Variable("a"), sym.Variable("b")];
 * const y = sym.contrib.cond(a.mul(b).lesser(5), () => a.add(5).mul(b.add(5)), () => a.sub(5).mul(b.sub(5)));
 * console.log(y.eval({ a: nd.array([1]), b: nd.array([2]) })[0]!.asscalar()); // 42
 * ```
 */
export declare function cond<T extends NestedSymbols>(pred: GraphSymbol, thenFunc: () => T, elseFunc: () => T, { name }?: ControlOptions): T;
