// Marking variables, and gradients.
import { MXNetError } from "../error.ts";
import { describe, expectNDArray } from "../nd/invoke.ts";
import { forgetGrad, type GradReq, gradReqCode, NDArray } from "../nd/ndarray.ts";
import { RowSparseNDArray } from "../nd/sparse/arrays.ts";
import { relieve } from "../runtime/cell.ts";
import { scratch } from "../runtime/memory.ts";
import * as wasm from "../runtime/wasm.ts";
import { GraphSymbol } from "../symbol/symbol.ts";

/** One array or a list of them. */
export type Arrays = NDArray | readonly NDArray[];

/** Weights of heads: none, one, or one (or null, for ones) a head. */
export type HeadGrads = NDArray | null | readonly (NDArray | null)[];

function list(x: unknown, op: string, arg: string): NDArray[] {
  const arrays = x instanceof NDArray ? [x] : x;
  if (!Array.isArray(arrays))
    throw new TypeError(`${op}: ${arg} must be an NDArray or a list of them, got ${describe(x)}`);
  arrays.forEach((a, i) => {
    expectNDArray(a, op, `${arg}[${i}]`);
  });
  return arrays;
}

function gradList(heads: NDArray[], grads: HeadGrads | undefined, op: string): (NDArray | null)[] {
  if (grads === null || grads === undefined) return [];
  const given: readonly (NDArray | null)[] = grads instanceof NDArray ? [grads] : grads;
  if (!Array.isArray(given))
    throw new TypeError(`${op}: headGrads must be an NDArray or a list, got ${describe(grads)}`);
  if (given.length !== heads.length) {
    throw new MXNetError(
      `${op}: heads and head_grads must be lists of the same length, got ${heads.length} and ${given.length}`,
    );
  }
  given.forEach((g, i) => {
    if (g !== null && g !== undefined) expectNDArray(g, op, `headGrads[${i}]`);
  });
  return given as (NDArray | null)[];
}

/** Puts handles into the scratch words: all arrays move in first, then nothing else may use the words. */
function pass(...lists: (readonly (NDArray | null)[])[]): void {
  const handles = lists.flat().map((x) => x?.handle ?? 0);
  scratch().set(handles);
}

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
export function markVariables(
  variables: Arrays,
  gradients: Arrays,
  gradReqs: GradReq | readonly GradReq[] = "write",
): void {
  const xs = list(variables, "markVariables", "variables");
  const gs = list(gradients, "markVariables", "gradients");
  const reqs = typeof gradReqs === "string" ? xs.map(() => gradReqs) : gradReqs;
  if (gs.length !== xs.length || reqs.length !== xs.length) {
    throw new MXNetError(
      `markVariables: got ${xs.length} variables, ${gs.length} gradients and ${reqs.length} gradReqs, expected as many of each`,
    );
  }
  const codes = xs.map((_, i) => gradReqCode(reqs[i] as string));
  xs.forEach((x, i) => {
    const g = gs[i] as NDArray;
    if (g.stype === "csr") {
      throw new MXNetError(`markVariables: gradients[${i}] is stored as csr, expected default or row_sparse`);
    }
    if (String(g.shape) !== String(x.shape) || g.dtype !== x.dtype) {
      throw new MXNetError(
        `markVariables: gradients[${i}] has shape (${g.shape}) and dtype ${g.dtype}, expected (${x.shape}) and ${x.dtype}`,
      );
    }
  });
  xs.forEach((x, i) => {
    const g = gs[i] as NDArray;
    if (g instanceof RowSparseNDArray) {
      markSparse(x, g, reqs[i] as GradReq);
      return;
    }
    forgetGrad(x.cell);
    wasm.mark_variable(x.handle, (gs[i] as NDArray).handle, codes[i] as number);
  });
}

/** Makes `g` show what backward gives to `x`. */
function markSparse(x: NDArray, g: RowSparseNDArray, req: GradReq): void {
  const { parts } = g;
  x.attachGrad(req, { stype: "row_sparse" });
  g.follow(x);
  g.replace(parts);
}

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
export function backward(heads: Arrays, headGrads: HeadGrads = null, options: BackwardOptions = {}): void {
  const hs = list(heads, "backward", "heads");
  const gs = gradList(hs, headGrads, "backward");
  relieve();
  pass(hs, gs);
  wasm.backward(hs.length, gs.length, options.retainGraph ?? false, options.trainMode ?? true);
}

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
export function grad(heads: Arrays, variables: Arrays, options: GradOptions = {}): NDArray[] {
  const hs = list(heads, "grad", "heads");
  const xs = list(variables, "grad", "variables");
  if (xs.length === 0) throw new MXNetError("grad: variables cannot be an empty list.");
  const gs = gradList(hs, options.headGrads, "grad");
  const createGraph = options.createGraph ?? false;
  relieve();
  pass(hs, gs, xs);
  wasm.grad(
    hs.length,
    gs.length,
    xs.length,
    options.retainGraph ?? createGraph,
    createGraph,
    options.trainMode ?? true,
  );
  return Array.from(scratch().slice(0, xs.length), (handle) => NDArray.fromHandle(handle));
}

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
export function getSymbol(x: NDArray): GraphSymbol {
  expectNDArray(x, "getSymbol", "x");
  return new GraphSymbol(wasm.symbol_recorded(x.handle));
}
