import type { Histogram } from "../histogram.ts";
import type { InitializerChoice } from "./choices.ts";

/** Fill an array of this shape. */
export interface FillRequest {
  readonly id: number;
  readonly seed: number;
  readonly shape: readonly number[];
  readonly choice: InitializerChoice;
  /** The histogram's limit; by default the values' own. */
  readonly limit?: number;
}

/** What came of it. */
export type FillReport = { readonly id: number } & (
  | { readonly ok: true; readonly histogram: Histogram; readonly values: string; readonly dumps: string }
  | { readonly ok: false; readonly name: string; readonly message: string }
);
