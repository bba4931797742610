import { Callable } from "../runtime/callable.ts";
import { type BatchEndCallback, type BatchEndParam, type LogOption } from "./params.ts";
/** What `Speedometer` takes. */
export interface SpeedometerOptions extends LogOption {
    /** How many batches lie between lines; 50 by default. */
    frequent?: number | undefined;
    /** Whether the metric begins anew after each line; true by default. */
    autoReset?: boolean | undefined;
}
export interface Speedometer {
    /** Notes a batch. */
    (param: BatchEndParam): void;
}
/**
 * Writes samples per second and the metric, now and then.
 *
 * @example
 * ```ts
 * const speedometer = new callback.Speedometer(32, { frequent: 1, log: (line) => console.log(line.split("\t")[0]) });
 * for (const nbatch of [0, 1]) speedometer({ epoch: 0, nbatch, evalMetric: null });
 * // Iter[0] Batch [1]
 * ```
 */
export declare class Speedometer extends Callable {
    #private;
    readonly batchSize: number;
    readonly frequent: number;
    readonly autoReset: boolean;
    constructor(batchSize: number, options?: SpeedometerOptions);
    constructor(batchSize: number, frequent?: number, autoReset?: boolean, options?: LogOption);
}
export interface ProgressBar {
    /** Notes a batch. */
    (param: BatchEndParam): void;
}
/**
 * Writes a bar that grows with the batches.
 *
 * @example
 * ```ts
 * const bar = new callback.ProgressBar(4, 8, { log: (line) => console.log(line) });
 * bar({ epoch: 0, nbatch: 3, evalMetric: null }); // [======--] 75%
 * ```
 */
export declare class ProgressBar extends Callable {
    #private;
    readonly total: number;
    readonly barLen: number;
    constructor(total: number, length?: number, options?: LogOption);
}
/** What `logTrainMetric` takes besides the period. */
export interface LogTrainMetricOptions extends LogOption {
    /** Whether the metric begins anew after each line; false by default. */
    autoReset?: boolean | undefined;
}
/**
 * A callback that writes the metric every `period` batches.
 *
 * @example
 * ```ts
 * const logged = callback.logTrainMetric(1, { log: (line) => console.log(line) });
 * const evalMetric = metric.create("loss");
 * evalMetric.update([], nd.array([0.5]));
 * logged({ epoch: 2, nbatch: 7, evalMetric });
 * // Iter[2] Batch[7] Train-loss=0.500000
 * ```
 */
export declare function logTrainMetric(period: number, options?: LogTrainMetricOptions): BatchEndCallback;
export declare function logTrainMetric(period: number, autoReset?: boolean, options?: LogOption): BatchEndCallback;
export interface LogValidationMetricsCallback {
    /** Writes the metric of an evaluation. */
    (param: BatchEndParam): void;
}
/**
 * Writes the metric at the end of an evaluation: an `evalEndCallback` of `fit`.
 *
 * @example
 * ```ts
 * const logged = new callback.LogValidationMetricsCallback({ log: (line) => console.log(line) });
 * const evalMetric = metric.create("loss");
 * evalMetric.update([], nd.array([0.5]));
 * logged({ epoch: 2, nbatch: 7, evalMetric });
 * // Epoch[2] Validation-loss=0.500000
 * ```
 */
export declare class LogValidationMetricsCallback extends Callable {
    #private;
    constructor(options?: LogOption);
}
