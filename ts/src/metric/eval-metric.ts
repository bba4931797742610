// What all metrics share.
import { MXNetError } from "../error.ts";
import { readArguments } from "../init/arguments.ts";
import { describe } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { pyRepr } from "../nd/print-repr.ts";

/** Labels or predictions of a batch: one array, or a list of them. */
export type Arrays = NDArray | readonly NDArray[];

/** A metric's name with its value, NaN before the first update; composite metrics have lists of both. */
export type NameAndValue = [name: string | string[], value: number | number[]];

/** What every metric takes. */
export interface MetricOptions {
  /** The name that results have. */
  name?: string | undefined;
  /** The predictions that count when they come by name; all by default. */
  outputNames?: readonly string[] | null | undefined;
  /** The labels that count when they come by name; all by default. */
  labelNames?: readonly string[] | null | undefined;
}

/** What a metric's constructor has read; what is its own goes into `getConfig`. */
export interface MetricConfig {
  readonly name: string;
  readonly outputNames: readonly string[] | null;
  readonly labelNames: readonly string[] | null;
  readonly [option: string]: unknown;
}

/**
 * A metric's arguments by name: its own, the name and the names that count.
 *
 * @param name - the metric's name unless another is given
 * @param own - its own parameters in MXNet's order, in front of the name
 * @param more - its own parameters behind the others
 */
export function readMetric<T extends object, U extends object = object>(
  what: string,
  name: string,
  own: T,
  args: readonly unknown[],
  more: U = {} as U,
): T & U & MetricConfig {
  const names = { outputNames: null as readonly string[] | null, labelNames: null as readonly string[] | null };
  const read = readArguments(what, { ...own, name, ...names, ...more }, args);
  if (typeof read.name !== "string") throw new TypeError(`${what}: name must be a text, got ${describe(read.name)}`);
  return read as T & U & MetricConfig;
}

/**
 * The base of metrics: a sum over all that was seen, divided by how much it was. A subclass has `update`, which calls `tally`.
 * Besides the values since the last `resetLocal` there are global ones since the last `reset`.
 *
 * @example
 * ```ts
 * class Largest extends metric.EvalMetric {
 *   constructor() {
 *     super("largest");
 *   }
 *   override update(_labels: metric.Arrays, preds: NDArray[]): void {
 *     for (const pred of preds) this.tally(pred.max().asscalar(), 1);
 *   }
 * }
 * const largest = new Largest();
 * largest.update([], [nd.array([1, 5, 2])]);
 * console.log(largest.get()); // [ 'largest', 5 ]
 * ```
 */
export abstract class EvalMetric {
  readonly name: string;
  readonly outputNames: readonly string[] | null;
  readonly labelNames: readonly string[] | null;
  sumMetric = 0;
  numInst = 0;
  globalSumMetric = 0;
  globalNumInst = 0;
  readonly #options: Readonly<Record<string, unknown>>;

  constructor(name: string | MetricConfig) {
    const config = typeof name === "string" ? { name, outputNames: null, labelNames: null } : name;
    const { name: given, outputNames, labelNames, ...options } = config;
    this.name = given;
    this.outputNames = outputNames;
    this.labelNames = labelNames;
    this.#options = options;
  }

  /** Takes in a batch. */
  abstract update(labels: Arrays, preds: Arrays): void;

  /** Takes in a batch whose arrays come by name. */
  updateDict(labels: Readonly<Record<string, NDArray>>, preds: Readonly<Record<string, NDArray>>): void {
    this.update(pickNamed(labels, this.labelNames, "labels"), pickNamed(preds, this.outputNames, "outputs"));
  }

  /** Adds to both sums. */
  protected tally(sum: number, count: number): void {
    this.sumMetric += sum;
    this.numInst += count;
    this.globalSumMetric += sum;
    this.globalNumInst += count;
  }

  /** Forgets all. */
  reset(): void {
    this.globalSumMetric = 0;
    this.globalNumInst = 0;
    this.resetLocal();
  }

  /** Forgets all but the global values. */
  resetLocal(): void {
    this.sumMetric = 0;
    this.numInst = 0;
  }

  /** The name and the value. */
  get(): NameAndValue {
    return [this.name, this.value(this.sumMetric, this.numInst)];
  }

  /** The name and the value over all since the last `reset`. */
  getGlobal(): NameAndValue {
    return [this.name, this.value(this.globalSumMetric, this.globalNumInst)];
  }

  /** What a sum comes to. */
  protected value(sum: number, count: number): number {
    return count === 0 ? Number.NaN : sum / count;
  }

  /** Pairs of name and value. */
  getNameValue(): [name: string, value: number][] {
    return pairs(this.get());
  }

  /** Pairs of name and value over all since the last `reset`. */
  getGlobalNameValue(): [name: string, value: number][] {
    return pairs(this.getGlobal());
  }

  /** An object that `create` makes the same metric of. */
  getConfig(): Record<string, unknown> {
    const { name, outputNames, labelNames } = this;
    return { ...this.#options, metric: this.constructor.name, name, outputNames, labelNames };
  }

  /** As Python prints it. */
  toString(): string {
    return `EvalMetric: {${this.getNameValue()
      .map(([name, value]) => `'${name}': ${pyRepr(value)}`)
      .join(", ")}}`;
  }
}

function pairs([names, values]: NameAndValue): [string, number][] {
  const list = [values].flat();
  return [names].flat().map((name, i) => [name, list[i] as number]);
}

function pickNamed(
  arrays: Readonly<Record<string, NDArray>>,
  names: readonly string[] | null,
  what: string,
): readonly NDArray[] {
  if (names === null) return Object.values(arrays);
  return names.map((name) => {
    const found = arrays[name];
    if (found) return found;
    throw new MXNetError(`updateDict: there is no ${name}; the ${what} are: ${Object.keys(arrays).join(", ")}`);
  });
}
