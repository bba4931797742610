// Tools that tell whether gradients are right.
import { MXNetError } from "../error.ts";
import { array } from "../nd/create.ts";
import { expectNDArray } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";
import * as wasm from "../runtime/wasm.ts";
import { scope } from "../scope.ts";
import { grad } from "./backward.ts";
import { record } from "./scopes.ts";

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
export function checkGradients(
  fn: (...inputs: NDArray[]) => NDArray,
  inputs: readonly NDArray[],
  options: CheckOptions = {},
): void {
  inputs.forEach((x, i) => {
    expectNDArray(x, "checkGradients", `inputs[${i}]`);
  });
  const sharp = inputs.every((x) => x.dtype === "float64");
  const { eps = sharp ? 1e-6 : 1e-2, rtol = sharp ? 1e-5 : 1e-2, atol = sharp ? 1e-7 : 1e-3 } = options;
  scope(() => {
    const variables = inputs.map((x) => x.copy().detach());
    for (const x of variables) x.attachGrad();
    const head = record(() => fn(...variables));
    const grads = grad(head, variables, { trainMode: true });
    variables.forEach((_, i) => {
      const source = inputs[i] as NDArray;
      const values = Float64Array.from(source.toTypedArray() as Float64Array, Number);
      const analytic = (grads[i] as NDArray).toTypedArray();
      for (let k = 0; k < values.length; k++) {
        const at = (shift: number): number =>
          scope(() => {
            const moved = values.slice();
            moved[k] = (moved[k] as number) + shift;
            const x = array(moved, { shape: source.shape, dtype: source.dtype });
            const all = inputs.map((other, j) => (j === i ? x : other));
            const y = record(() => fn(...all));
            return (y.toTypedArray() as Float64Array).reduce((sum, v) => sum + Number(v), 0);
          });
        const numeric = (at(eps) - at(-eps)) / (2 * eps);
        const exact = Number(analytic[k]);
        if (!(Math.abs(exact - numeric) <= atol + rtol * Math.abs(numeric))) {
          throw new MXNetError(
            `checkGradients: input ${i}, flat index ${k}: the gradient is ${exact}, finite differences give ${numeric}`,
          );
        }
      }
    });
  });
}

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
export function detectAnomaly<T>(fn: () => T): T {
  const previous = wasm.watch_anomalies(true);
  try {
    return fn();
  } finally {
    wasm.watch_anomalies(previous);
  }
}
