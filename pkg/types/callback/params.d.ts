import type { EvalMetric } from "../metric/index.ts";
import type { NDArray } from "../nd/ndarray.ts";
/** What a callback at the end of a batch gets, or at the end of an evaluation. */
export interface BatchEndParam {
    readonly epoch: number;
    /** The number of the batch in the epoch. */
    readonly nbatch: number;
    readonly evalMetric: EvalMetric | null;
    /** What is at hand besides: `self`, the module, and `dataBatch`. */
    readonly locals?: Readonly<Record<string, unknown>> | undefined;
}
/** Called at the end of each batch. */
export type BatchEndCallback = (param: BatchEndParam) => void;
/** Called at the end of each epoch. */
export type EpochEndCallback<Symbol = unknown> = (epoch: number, symbol: Symbol, argParams: Readonly<Record<string, NDArray>>, auxParams: Readonly<Record<string, NDArray>>) => void | Promise<void>;
/** Where lines go. */
export type Log = (line: string) => void;
/** What every callback that writes takes. */
export interface LogOption {
    /** Where lines go; `console.info` by default. */
    log?: Log | undefined;
}
/** The default of `log`, asked for when a line is written. */
export declare const toConsole: Log;
