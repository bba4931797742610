// mx.mon, mx.monitor
import { type Log, toConsole } from "../callback/params.ts";
import { readArguments } from "../init/arguments.ts";
import { describe } from "../nd/invoke.ts";
import { NDArray } from "../nd/ndarray.ts";
import { formatArray } from "../nd/print.ts";
import { pyRepr } from "../nd/print-repr.ts";
import { outsideScopes } from "../runtime/cell.ts";
import type { Executor } from "../symbol/executor.ts";

/** What a monitor notes of an array. */
export type StatFunction = (x: NDArray) => NDArray | readonly NDArray[];

/** What `Monitor` takes besides the interval. */
export interface MonitorOptions {
  /** What is noted of an array; its norm by the root of its size by default. */
  statFunc?: StatFunction | null | undefined;
  /** Which names are noted, from their start; all by default. */
  pattern?: string | RegExp | undefined;
  /** Whether notes are sorted by name. */
  sort?: boolean | undefined;
  /** Whether inputs of operators are noted, too. */
  monitorAll?: boolean | undefined;
  /** Where `tocPrint` writes; `console.info` by default. */
  log?: Log | undefined;
}

/** A note: the number of the batch, a name and a text. */
export type Note = [step: number, name: string, stat: string];

/**
 * Notes what goes through a network, every `interval` batches: `fit` takes it as `monitor`.
 *
 * @example
 * ```ts
 * const net = mx.sym.exp(mx.sym.Variable("x"), { name: "y" });
 * const executor = net.simpleBind(null, { shapes: { x: [2] } });
 * const monitor = new mx.mon.Monitor(1);
 * monitor.install(executor);
 * monitor.tic();
 * executor.forward();
 * console.log(monitor.toc());
 * // [ [ 1, 'y_output', '1.0\t' ], [ 1, 'x', '0.0\t' ] ]
 * ```
 */
export class Monitor {
  readonly interval: number;
  readonly #stat: StatFunction;
  readonly #pattern: RegExp;
  readonly #sort: boolean;
  readonly #all: boolean;
  readonly #log: Log;
  readonly #executors: Executor[] = [];
  #notes: [step: number, name: string, stat: readonly NDArray[]][] = [];
  #step = 0;
  #active = false;

  constructor(interval: number, options?: MonitorOptions);
  constructor(interval: number, statFunc?: StatFunction | null, pattern?: string | RegExp, options?: MonitorOptions);
  constructor(...args: unknown[]) {
    const defaults = {
      interval: undefined as unknown as number,
      statFunc: null as StatFunction | null,
      pattern: ".*" as string | RegExp,
      sort: false,
      monitorAll: false,
      log: toConsole,
    };
    const { interval, statFunc, pattern, sort, monitorAll, log } = readArguments("Monitor", defaults, args);
    if (!Number.isInteger(interval) || interval < 1) {
      throw new TypeError(`Monitor: interval must be a positive integer, got ${describe(interval)}`);
    }
    this.interval = interval;
    this.#stat = statFunc ?? ((x) => x.norm().div(Math.sqrt(x.size)));
    this.#pattern = new RegExp(typeof pattern === "string" ? pattern : pattern.source, "y");
    this.#sort = sort;
    this.#all = monitorAll;
    this.#log = log;
  }

  /** Watches an executor. */
  install(executor: Executor): void {
    executor.setMonitorCallback((name, value) => this.#note(name, value), this.#all);
    this.#executors.push(executor);
  }

  #note(name: string, value: NDArray): void {
    this.#pattern.lastIndex = 0;
    if (!this.#active || !this.#pattern.test(name)) return;
    const stat = outsideScopes(() => this.#stat(value));
    this.#notes.push([this.#step, name, stat instanceof NDArray ? [stat] : stat]);
  }

  /** Begins a batch, before `forward`. */
  tic(): void {
    if (this.#step % this.interval === 0) {
      this.#notes = [];
      this.#active = true;
    }
    this.#step++;
  }

  /** Ends a batch: what was noted, the arguments last. Empty if the batch is not one of the interval's. */
  toc(): Note[] {
    if (!this.#active) return [];
    for (const { argDict, auxDict } of this.#executors) {
      for (const [name, value] of [...Object.entries(argDict), ...Object.entries(auxDict)]) this.#note(name, value);
    }
    this.#active = false;
    const notes = this.#notes.map(([step, name, stats]): Note => {
      const text = stats.map((x) => `${statText(x)}\t`).join("");
      for (const x of stats) x.dispose();
      return [step, name, text];
    });
    this.#notes = [];
    return this.#sort ? notes.sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0)) : notes;
  }

  /** Ends a batch and writes what was noted. */
  tocPrint(): void {
    for (const [step, name, stat] of this.toc())
      this.#log(`Batch: ${String(step).padStart(7)} ${name.padEnd(30)} ${stat}`);
  }
}

/** As Python writes a number or an array of NumPy's. */
function statText(x: NDArray): string {
  const data = x.toTypedArray();
  if (String(x.shape) !== "1") return formatArray(data, x.shape, x.dtype);
  const value = data[0] as number | bigint;
  if (typeof value === "bigint" || !x.dtype.startsWith("float")) return String(value);
  return pyRepr(x.dtype === "float64" ? value : shortest(value));
}

/** The number with the fewest digits that is the same float32. */
function shortest(x: number): number {
  for (let digits = 1; digits < 9; digits++) {
    const rounded = Number(x.toPrecision(digits));
    if (Math.fround(rounded) === x) return rounded;
  }
  return x;
}
