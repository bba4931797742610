// Callbacks that tell how training goes.
import { readArguments } from "../init/arguments.ts";
import { describe } from "../nd/invoke.ts";
import { Callable } from "../runtime/callable.ts";
import { type BatchEndCallback, type BatchEndParam, type Log, type LogOption, toConsole } from "./params.ts";
import { fixed, roundHalfEven } from "./text.ts";

/** What `Speedometer` takes. */
export interface SpeedometerOptions extends LogOption {
  /** How many batches lie between lines; 50 by default. */
  frequent?: number | undefined;
  /** Whether the metric begins anew after each line; true by default. */
  autoReset?: boolean | undefined;
}

function expectPositive(value: unknown, what: string): void {
  if (!(typeof value === "number" && value > 0)) {
    throw new TypeError(`${what} must be a positive number, got ${describe(value)}`);
  }
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
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: instances can be called, which only an interface can say
export class Speedometer extends Callable {
  readonly batchSize: number;
  readonly frequent: number;
  readonly autoReset: boolean;
  readonly #log: Log;
  #since: number | null = null;
  #last = 0;

  constructor(batchSize: number, options?: SpeedometerOptions);
  constructor(batchSize: number, frequent?: number, autoReset?: boolean, options?: LogOption);
  constructor(...args: unknown[]) {
    const defaults = { batchSize: undefined as unknown as number, frequent: 50, autoReset: true, log: toConsole };
    const { batchSize, frequent, autoReset, log } = readArguments("Speedometer", defaults, args);
    super();
    expectPositive(batchSize, "Speedometer: batchSize");
    expectPositive(frequent, "Speedometer: frequent");
    this.batchSize = batchSize;
    this.frequent = frequent;
    this.autoReset = autoReset;
    this.#log = log;
  }

  /** @internal */
  override _call({ epoch, nbatch, evalMetric }: BatchEndParam): void {
    if (this.#last > nbatch) this.#since = null;
    this.#last = nbatch;
    if (this.#since === null) {
      this.#since = performance.now();
      return;
    }
    if (nbatch % this.frequent !== 0) return;
    const seconds = (performance.now() - this.#since) / 1000;
    const speed = `Speed: ${fixed((this.frequent * this.batchSize) / seconds, 2)} samples/sec`;
    if (evalMetric) {
      const values = evalMetric.getNameValue().map(([name, value]) => `\t${name}=${fixed(value)}`);
      const first = this.autoReset ? nbatch - this.frequent : 0;
      if (this.autoReset) evalMetric.resetLocal();
      this.#log(`Epoch[${epoch}] Batch [${first}-${nbatch}]\t${speed}${values.join("")}`);
    } else {
      this.#log(`Iter[${epoch}] Batch [${nbatch}]\t${speed}`);
    }
    this.#since = performance.now();
  }
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
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: instances can be called, which only an interface can say
export class ProgressBar extends Callable {
  readonly total: number;
  readonly barLen: number;
  readonly #log: Log;

  constructor(total: number, length?: number, options?: LogOption);
  constructor(...args: unknown[]) {
    const defaults = { total: undefined as unknown as number, length: 80, log: toConsole };
    const { total, length, log } = readArguments("ProgressBar", defaults, args);
    super();
    expectPositive(total, "ProgressBar: total");
    this.total = total;
    this.barLen = length;
    this.#log = log;
  }

  /** @internal */
  override _call({ nbatch }: BatchEndParam): void {
    const filled = Math.max(0, roundHalfEven((this.barLen * nbatch) / this.total));
    const bar = "=".repeat(filled) + "-".repeat(Math.max(0, this.barLen - filled));
    this.#log(`[${bar}] ${Math.ceil((100 * nbatch) / this.total)}%\r`);
  }
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
export function logTrainMetric(period: number, options?: LogTrainMetricOptions): BatchEndCallback;
export function logTrainMetric(period: number, autoReset?: boolean, options?: LogOption): BatchEndCallback;
export function logTrainMetric(period: number, ...args: unknown[]): BatchEndCallback {
  expectPositive(period, "logTrainMetric: period");
  const { autoReset, log } = readArguments("logTrainMetric", { autoReset: false, log: toConsole }, args);
  return ({ epoch, nbatch, evalMetric }) => {
    if (nbatch % period !== 0 || !evalMetric) return;
    for (const [name, value] of evalMetric.getNameValue()) {
      log(`Iter[${epoch}] Batch[${nbatch}] Train-${name}=${fixed(value)}`);
    }
    if (autoReset) evalMetric.resetLocal();
  };
}

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
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: instances can be called, which only an interface can say
export class LogValidationMetricsCallback extends Callable {
  readonly #log: Log;

  constructor(options: LogOption = {}) {
    const { log } = readArguments("LogValidationMetricsCallback", { log: toConsole }, [options]);
    super();
    this.#log = log;
  }

  /** @internal */
  override _call({ epoch, evalMetric }: BatchEndParam): void {
    for (const [name, value] of evalMetric?.getNameValue() ?? []) {
      this.#log(`Epoch[${epoch}] Validation-${name}=${fixed(value)}`);
    }
  }
}
