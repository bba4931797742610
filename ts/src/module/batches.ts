// Where batches come from.
import type { DataBatch } from "../io/data-batch.ts";
import { NDArrayIter } from "../io/ndarray-iter.ts";
import { describe } from "../nd/invoke.ts";
import type { BatchSource } from "./options.ts";

/** Whether batches are made for us alone, so that their memory can be given back at once. */
export function isOurs(data: BatchSource): boolean {
  return data.constructor === NDArrayIter;
}

/** Refuses what gives no batches. */
export function expectSource(data: BatchSource, call: string): void {
  if (typeof data !== "object" || typeof data?.reset !== "function") {
    throw new TypeError(`${call}: expected a data iterator, got ${describe(data)}`);
  }
}

/** The batches of what need not be awaited. */
export function syncIterator(data: BatchSource, call: string): Iterator<DataBatch> {
  const iterator = data[Symbol.iterator]?.();
  if (iterator) return iterator;
  throw new TypeError(`${call}: expected a data iterator (one that need not be awaited), got ${describe(data)}`);
}

/** The batches, which may have to be awaited. */
export function anyIterator(data: BatchSource, call: string): Iterator<DataBatch> | AsyncIterator<DataBatch> {
  return data[Symbol.asyncIterator]?.() ?? syncIterator(data, call);
}
