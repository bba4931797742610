// Loops and branches of `nd.contrib`: JavaScript's own, which the tape records step by step.
import { MXNetError } from "../error.ts";
import { concat, stack } from "../generated/ops.ts";
import { zeros } from "./create.ts";
import { describe } from "./invoke.ts";
import { NDArray } from "./ndarray.ts";
import { expectFunctions, expectIterations, expectPair, leaves, regroup } from "./nested.ts";

/** An array or lists of arrays, nested as deeply as one likes. */
export type NestedArrays = NDArray | readonly NestedArrays[];

function isNested(x: unknown): x is NestedArrays {
  return x instanceof NDArray || (Array.isArray(x) && x.every(isNested));
}

function expectNested(x: unknown, op: string, arg: string): asserts x is NestedArrays {
  if (!isNested(x)) throw new TypeError(`${op}: ${arg} must be an NDArray or nested lists of them, got ${describe(x)}`);
}

const map = (x: NestedArrays, f: (x: NDArray) => NDArray): NestedArrays => regroup(leaves<NDArray>(x).map(f), x);

/** Outputs of all steps, each stacked along a new first axis. */
class Steps {
  readonly #op: string;
  readonly #lists: NDArray[][] = [];
  #like: NestedArrays = [];
  count = 0;

  constructor(op: string) {
    this.#op = op;
  }

  add(outputs: NestedArrays): void {
    const flat = leaves<NDArray>(outputs);
    if (this.count++ === 0) {
      this.#like = outputs;
      for (const x of flat) this.#lists.push([x]);
      return;
    }
    if (flat.length !== this.#lists.length) {
      const expected = `expected ${this.#lists.length}, as in the first step`;
      throw new MXNetError(`${this.#op}: step ${this.count - 1} gives ${flat.length} outputs, ${expected}`);
    }
    flat.forEach((x, i) => {
      const list = this.#lists[i] as NDArray[];
      const first = list[0] as NDArray;
      if (String(x.shape) !== String(first.shape)) {
        const expected = `expected (${first.shape}), as in the first step`;
        throw new MXNetError(`${this.#op}: step ${this.count - 1}: output ${i} has shape (${x.shape}), ${expected}`);
      }
      list.push(x);
    });
  }

  /** The stacked outputs; with `length`, zeros fill them up to it. */
  stacked(length: number): NestedArrays {
    const all = this.#lists.map((list) => {
      const joined = stack(list, { axis: 0 });
      if (length === this.count) return joined;
      const { shape, dtype } = list[0] as NDArray;
      return concat(joined, zeros([length - this.count, ...shape], { dtype }), { dim: 0 });
    });
    return regroup(all, this.#like);
  }
}

/** What a step gives: its outputs and the new states. */
function pair(x: unknown, op: string, arg: string): [outputs: NestedArrays, states: NestedArrays] {
  const [outputs, states] = expectPair(x, op, arg);
  expectNested(outputs, op, `the outputs of ${arg}`);
  expectNested(states, op, `the states of ${arg}`);
  return [outputs, states];
}

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
export function foreach<D extends NestedArrays, S extends NestedArrays>(
  body: (data: D, states: S) => readonly [outputs: NestedArrays, states: S],
  data: D,
  initStates: S,
): [outputs: NestedArrays, states: S] {
  const op = "foreach";
  expectFunctions(op, { body });
  expectNested(data, op, "data");
  expectNested(initStates, op, "initStates");
  const arrays = leaves<NDArray>(data);
  const count = arrays[0]?.shape[0];
  if (!count || arrays.some((x) => x.shape[0] !== count)) {
    const shapes = arrays.map((x) => `(${x.shape})`).join(", ") || "none";
    throw new MXNetError(`${op}: data must have the same first dimension, at least 1; the shapes are: ${shapes}`);
  }
  const steps = new Steps(op);
  let states = initStates;
  for (let i = 0; i < count; i++) {
    const [outputs, next] = pair(body(map(data, (x) => x.at(i)) as D, states), op, "body");
    steps.add(outputs);
    states = next as S;
  }
  return [steps.stacked(count), states];
}

/** Whether an array of one element, a number or a truth value counts as true. */
function isTrue(x: unknown, op: string, arg: string): boolean {
  if (typeof x === "number" || typeof x === "boolean") return Boolean(x);
  if (x instanceof NDArray && x.size === 1) return x.asscalar() !== 0;
  const got = x instanceof NDArray ? `shape (${x.shape})` : describe(x);
  throw new MXNetError(`${op}: ${arg} must be an array of one element, a number or a boolean, got ${got}`);
}

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
export function whileLoop<S extends NDArray | readonly NDArray[]>(
  cond: (...loopVars: NDArray[]) => NDArray | number | boolean,
  func: (...loopVars: NDArray[]) => readonly [outputs: NestedArrays | null, loopVars: S],
  loopVars: S,
  { maxIterations }: { maxIterations: number },
): [outputs: NestedArrays, loopVars: S] {
  const op = "whileLoop";
  expectFunctions(op, { cond, func });
  expectIterations(op, maxIterations);
  expectNested(loopVars, op, "loopVars");
  const alone = loopVars instanceof NDArray;
  let vars = leaves<NDArray>(loopVars);
  if (vars.length === 0) throw new MXNetError(`${op}: loopVars should contain at least one element`);
  const steps = new Steps(op);
  while (steps.count < maxIterations && isTrue(cond(...vars), op, "what cond returns")) {
    const [outputs, next] = pair(func(...vars), op, "func");
    const flat = leaves<NDArray>(next);
    if (flat.length !== vars.length) {
      throw new MXNetError(`${op}: func gives ${flat.length} loop variables, expected ${vars.length}`);
    }
    steps.add(outputs);
    vars = flat;
  }
  return [steps.stacked(maxIterations), (alone ? vars[0] : vars) as S];
}

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
export function cond<T extends NestedArrays>(
  pred: NDArray | number | boolean,
  thenFunc: () => T,
  elseFunc: () => T,
): T {
  expectFunctions("cond", { thenFunc, elseFunc });
  return isTrue(pred, "cond", "pred") ? thenFunc() : elseFunc();
}
