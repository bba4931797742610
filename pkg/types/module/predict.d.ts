import { DataBatch } from "../io/data-batch.ts";
import { NDArray } from "../nd/ndarray.ts";
import type { BaseModule } from "./base-module.ts";
import type { BatchSource, IterPredictOptions, PredictOptions } from "./options.ts";
/** The outputs batch by batch. */
export declare function iterPredict(module: BaseModule, data: BatchSource, options: IterPredictOptions): Generator<[outputs: NDArray[], nbatch: number, batch: DataBatch], void, undefined>;
/** The outputs of all data. */
export declare function predict(module: BaseModule, data: NDArray | BatchSource, options: PredictOptions): NDArray | NDArray[] | NDArray[][];
