// What MXNet's iterators gave, and ways to compare with it.
import { readFileSync } from "node:fs";
import type { io } from "mxgrad";

type Descriptions = [name: string, shape: number[], dtype: string][];

/** An iterator of MXNet's, and its batches in several passes. */
export interface Case {
  readonly provideData: Descriptions;
  readonly provideLabel: Descriptions;
  readonly passes: { data: unknown[]; label: unknown[]; pad: number }[][];
}

interface ArrayCase extends Case {
  readonly count: number;
  readonly batchSize: number;
  readonly shuffle: boolean;
  readonly lastBatchHandle: io.LastBatchHandle;
  readonly seed: number;
}

interface FileCase extends Case {
  readonly options: { readonly [name: string]: unknown };
  readonly texts: { readonly [name: string]: string };
}

export const golden = JSON.parse(readFileSync(new URL("../golden/io/iterators.json", import.meta.url), "utf8")) as {
  NDArrayIter: ArrayCase[];
  csr: (Case & { readonly shuffle: boolean })[];
  CSVIter: FileCase[];
  LibSVMIter: FileCase[];
  MNISTIter: FileCase[];
};

/** MXNet's options under our names. */
export function camel(options: { readonly [name: string]: unknown }): { [name: string]: unknown } {
  const name = (text: string): string => text.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(options).map(([key, value]) => [name(key), value]));
}

export const described = (list: readonly io.DataDesc[]) => list.map(({ name, shape, dtype }) => [name, shape, dtype]);

export const shown = (batch: io.DataBatch) => ({
  data: batch.data.map((x) => x.toArray()),
  label: batch.label!.map((x) => x.toArray()),
  pad: batch.pad,
});
