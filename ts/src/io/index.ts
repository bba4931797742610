// mx.io
export { DataBatch, type DataBatchOptions } from "./data-batch.ts";
export { DataDesc } from "./data-desc.ts";
export { DataIter } from "./data-iter.ts";
export { type LastBatchHandle, NDArrayIter, type NDArrayIterOptions } from "./ndarray-iter.ts";
export type { DataSource, DataSources } from "./sources.ts";
