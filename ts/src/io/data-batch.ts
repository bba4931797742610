import { readArguments } from "../init/arguments.ts";
import { describe } from "../nd/invoke.ts";
import { NDArray } from "../nd/ndarray.ts";
import type { DataDesc } from "./data-desc.ts";

/** What a `DataBatch` holds besides its data. */
export interface DataBatchOptions {
  /** The labels; none by default. */
  label?: readonly NDArray[] | null | undefined;
  /** How many rows at the end are there only to fill the batch. */
  pad?: number | null | undefined;
  /** The numbers of the examples. */
  index?: readonly number[] | null | undefined;
  /** Which bucket the batch belongs to, for models of several lengths. */
  bucketKey?: unknown;
  /** What `data` holds, if it differs from what the iterator says. */
  provideData?: readonly DataDesc[] | null | undefined;
  /** What `label` holds, if it differs from what the iterator says. */
  provideLabel?: readonly DataDesc[] | null | undefined;
}

const NOTHING = { label: null, pad: null, index: null, bucketKey: null, provideData: null, provideLabel: null };

/**
 * One step's inputs and labels. Arguments come by position in MXNet's order, or as options behind the data.
 *
 * @example
 * ```ts
 * const batch = new io.DataBatch([nd.ones([2, 3])], { label: [nd.zeros([2])], pad: 0 });
 * console.log(String(batch)); // DataBatch: data shapes: [(2, 3)] label shapes: [(2,)]
 * ```
 */
export class DataBatch {
  data: readonly NDArray[];
  label: readonly NDArray[] | null;
  pad: number | null;
  index: readonly number[] | null;
  bucketKey: unknown;
  provideData: readonly DataDesc[] | null;
  provideLabel: readonly DataDesc[] | null;

  constructor(data: readonly NDArray[], options?: DataBatchOptions);
  constructor(
    data: readonly NDArray[],
    label: readonly NDArray[] | null,
    pad?: number | null,
    index?: readonly number[] | null,
    bucketKey?: unknown,
    provideData?: readonly DataDesc[] | null,
    provideLabel?: readonly DataDesc[] | null,
  );
  constructor(...args: unknown[]) {
    const { data, label, ...rest } = readArguments("DataBatch", { data: undefined, ...NOTHING }, args) as {
      data: unknown;
    } & Required<DataBatchOptions>;
    this.data = arrays(data, "data");
    this.label = label ? arrays(label, "label") : null;
    this.pad = rest.pad as number | null;
    this.index = rest.index as readonly number[] | null;
    this.bucketKey = rest.bucketKey;
    this.provideData = rest.provideData as readonly DataDesc[] | null;
    this.provideLabel = rest.provideLabel as readonly DataDesc[] | null;
  }

  /** Frees the batch's arrays at once. Never a duty. */
  dispose(): void {
    for (const x of [...this.data, ...(this.label ?? [])]) x.dispose();
  }

  toString(): string {
    const shapes = (list: readonly NDArray[]): string =>
      `[${list.map(({ shape }) => (shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`)).join(", ")}]`;
    return `DataBatch: data shapes: ${shapes(this.data)} label shapes: ${this.label ? shapes(this.label) : "None"}`;
  }
}

function arrays(list: unknown, what: string): readonly NDArray[] {
  if (!Array.isArray(list)) throw new TypeError(`DataBatch: ${what} must be a list of NDArrays, got ${describe(list)}`);
  for (const x of list) {
    if (!(x instanceof NDArray))
      throw new TypeError(`DataBatch: ${what} must be a list of NDArrays, got ${describe(x)} in it`);
  }
  return list;
}
