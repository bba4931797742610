/** What the autograd tests share. Test titles are the names of experiments that were run on MXNet 1.9.1. */
import { type DType, MXNetError, type NDArray, nd } from "mxgrad";
import { expect, test } from "vitest";

export type Nested = number | readonly Nested[];
export type GradReq = "write" | "add" | "null";

/** An array with a gradient attached. */
export function variable(values: Nested, gradReq: GradReq = "write", dtype: DType = "float32"): NDArray {
  const x = nd.array(values, { dtype });
  x.attachGrad(gradReq);
  return x;
}

const flat = (values: Nested): number[] => (typeof values === "number" ? [values] : values.flatMap(flat));

const shapeOf = (values: Nested): number[] =>
  typeof values === "number" ? [] : [values.length, ...(values.length > 0 ? shapeOf(values[0]!) : [])];

/**
 * Expects the shape and the elements of an array. NaN equals NaN, and -0 equals 0. The expected numbers come from MXNet
 * with six decimals or from a formula, hence the tolerance, which is absolute for small numbers and relative for large.
 */
export function expectValues(array: NDArray | null, expected: Nested, tolerance = 1e-6): void {
  expect(array).not.toBeNull();
  expect(array!.shape).toEqual(shapeOf(expected));
  const actual = Array.from(array!.toTypedArray(), Number);
  const wanted = flat(expected);
  const wrong = wanted.filter((e, i) => {
    const a = actual[i]!;
    const close = a === e || Math.abs(a - e) <= tolerance * Math.max(1, Math.abs(e));
    return !(close || (Number.isNaN(a) && Number.isNaN(e)));
  });
  expect(wrong, `got ${actual.join(", ")}; expected ${wanted.join(", ")}`).toEqual([]);
}

/** Expects an MXNetError whose message matches. */
export function expectError(action: () => unknown, message: RegExp): void {
  let error: unknown;
  try {
    action();
  } catch (caught) {
    error = caught;
  }
  expect(error).toBeInstanceOf(MXNetError);
  expect((error as Error).message).toMatch(message);
}

/** `test` for operators that the registry may not have yet. */
export const testWithOp = (op: string): ReturnType<typeof test.runIf> => test.runIf(nd.listOps().includes(op));

export const NOT_IN_GRAPH = /Cannot differentiate node because it is not in a computational graph/;
export const NO_INPUTS = /no inputs in computation graph that require gradients/;
export const ASSIGN_IN_GRAPH = /Assigning to NDArrays that are already in a computational graph/;
