/** Expectations on arrays and errors that the operator tests share. */
import { type AttrValue, MXNetError, type NDArray, nd } from "mxgrad";
import { expect, test } from "vitest";

export type Nested = number | readonly Nested[];

/** `test` for operators that the registry may not have yet. */
export const testWithOp = (op: string): ReturnType<typeof test.runIf> => test.runIf(nd.listOps().includes(op));
const flat = (values: Nested): number[] => (typeof values === "number" ? [values] : values.flatMap(flat));
const shapeOf = (values: Nested): number[] =>
  typeof values === "number" ? [] : [values.length, ...(values.length > 0 ? shapeOf(values[0]!) : [])];

/** Expects shape and elements; MXNet's numbers were noted with five decimals. NaN equals NaN. */
export function expectValues(actual: NDArray, expected: Nested): void {
  expect(actual.shape).toEqual(shapeOf(expected));
  const got = Array.from(actual.toTypedArray(), Number);
  const wanted = flat(expected);
  const close = (a: number, e: number): boolean => Object.is(a, e) || Math.abs(a - e) <= 6e-6 + 1e-6 * Math.abs(e);
  expect(
    got.every((a, i) => close(a, wanted[i]!)),
    `got ${got}; expected ${wanted}`,
  ).toBe(true);
}

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

/** The only output of an operator called by name. */
export function only(op: string, inputs: NDArray[], attrs: Record<string, AttrValue>): NDArray {
  const outputs = nd.invoke(op, inputs, attrs);
  expect(outputs).toHaveLength(1);
  return outputs[0]!;
}
