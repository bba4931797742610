// mx.io
export type { FileSource } from "../files/source.ts";
export { CSVIter, type CSVIterOptions } from "./csv-iter.ts";
export { DataBatch, type DataBatchOptions } from "./data-batch.ts";
export { DataDesc } from "./data-desc.ts";
export { DataIter } from "./data-iter.ts";
export { LibSVMIter, type LibSVMIterOptions } from "./libsvm-iter.ts";
export { MNISTIter, type MNISTIterOptions } from "./mnist-iter.ts";
export { type LastBatchHandle, NDArrayIter, type NDArrayIterOptions } from "./ndarray-iter.ts";
export { PrefetchingIter, type Renames } from "./prefetching-iter.ts";
export { ResizeIter } from "./resize-iter.ts";
export type { DataSource, DataSources } from "./sources.ts";
