/** What MXNet 1.9.1 computes with layers and losses, made by scripts/oracle/gluon.py. */
import { readFileSync } from "node:fs";
import type { NDArray } from "mxgrad";
import { expect } from "vitest";

type Options = Readonly<Record<string, unknown>>;

export interface LayerCase {
  readonly layer: string;
  readonly options: Options;
  readonly input: number[];
  readonly before: string;
  readonly after: string;
  readonly shape: number[];
  readonly output: number[];
  readonly grad: number[];
  readonly params: Readonly<Record<string, { shape: number[]; data: number[]; grad: number[] | null }>>;
  readonly predicted: number[];
}

type Values = readonly (number | Values)[];

export interface LossCase {
  readonly loss: string;
  readonly options: Options;
  readonly text: string;
  readonly pred: Values;
  readonly label: Values;
  readonly more: (Values | null)[];
  readonly shape: number[];
  readonly output: number[];
  /** Null where MXNet cannot differentiate. */
  readonly grad: number[] | null;
  /** The text of the exported symbol; null where MXNet makes none. */
  readonly symbol: string | null;
}

export const golden = JSON.parse(readFileSync(new URL("../golden/gluon.json", import.meta.url), "utf8")) as {
  readonly layers: readonly LayerCase[];
  readonly losses: readonly LossCase[];
};

/** Expects the elements of an array, to a tolerance that is absolute for small numbers and relative for large. */
export function expectNumbers(x: NDArray, wanted: readonly number[], tolerance: number): void {
  const got = Array.from(x.toTypedArray(), Number);
  expect(got.length).toBe(wanted.length);
  const worst = Math.max(0, ...got.map((g, i) => Math.abs(g - wanted[i]!) / Math.max(1, Math.abs(wanted[i]!))));
  expect(worst, `got ${got.slice(0, 8)}, expected ${wanted.slice(0, 8)}`).toBeLessThanOrEqual(tolerance);
}
