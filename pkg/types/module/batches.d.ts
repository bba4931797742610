import type { DataBatch } from "../io/data-batch.ts";
import type { BatchSource } from "./options.ts";
/** Whether batches are made for us alone, so that their memory can be given back at once. */
export declare function isOurs(data: BatchSource): boolean;
/** Refuses what gives no batches. */
export declare function expectSource(data: BatchSource, call: string): void;
/** The batches of what need not be awaited. */
export declare function syncIterator(data: BatchSource, call: string): Iterator<DataBatch>;
/** The batches, which may have to be awaited. */
export declare function anyIterator(data: BatchSource, call: string): Iterator<DataBatch> | AsyncIterator<DataBatch>;
