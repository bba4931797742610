import type { DataBatch } from "../io/data-batch.ts";
import { type MetricLike } from "../metric/index.ts";
import type { BaseModule } from "./base-module.ts";
import { type BatchSource, type ScoreOptions } from "./options.ts";
/** Runs in a scope that only the module's outputs outlive. */
export declare function withOutputs(module: BaseModule, run: () => void): void;
/** An evaluation, batch by batch. */
export interface Scoring {
    readonly numBatch: number | null;
    batch(dataBatch: DataBatch, nbatch: number): void;
    finish(nbatch: number): [name: string, value: number][];
}
/** Begins an evaluation. */
export declare function scoring(module: BaseModule, data: BatchSource, like: MetricLike, options: ScoreOptions): Scoring;
/** An evaluation as a whole. */
export declare function score(module: BaseModule, data: BatchSource, like: MetricLike, options: ScoreOptions): [name: string, value: number][];
