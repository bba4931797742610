// Metrics of one's own from a function.
import { MXNetError } from "../error.ts";
import { readArguments } from "../init/arguments.ts";
import { describe } from "../nd/invoke.ts";
import { NDArray } from "../nd/ndarray.ts";
import { scope } from "../scope.ts";
import { type Arrays, EvalMetric, type MetricOptions } from "./eval-metric.ts";
import { matched } from "./values.ts";

/** Rates predictions: a value of the batch, or a sum with what it is to be divided by. Arrays it makes are freed. */
export type EvalFunction = (label: NDArray, pred: NDArray) => number | readonly [sum: number, count: number];

/** What `CustomMetric` takes. */
export interface CustomMetricOptions extends MetricOptions {
  /** Whether there may be more predictions than labels. */
  allowExtraOutputs?: boolean | undefined;
}

/**
 * A metric that a function computes. Its name is the function's.
 *
 * @example
 * ```ts
 * const worst = new metric.CustomMetric((label, pred) => label.sub(pred).abs().max().asscalar(), "worst");
 * worst.update(nd.array([1, 2]), nd.array([1.5, 5]));
 * console.log(worst.get()); // [ 'worst', 3 ]
 * ```
 */
export class CustomMetric extends EvalMetric {
  static override readonly name: string = "CustomMetric";
  readonly #evaluate: EvalFunction;
  readonly #allowExtraOutputs: boolean;

  constructor(feval: EvalFunction, options?: CustomMetricOptions);
  constructor(feval: EvalFunction, name?: string | null, allowExtraOutputs?: boolean, options?: MetricOptions);
  constructor(feval: EvalFunction, ...args: unknown[]) {
    if (typeof feval !== "function") throw new TypeError(`CustomMetric: expected a function, got ${describe(feval)}`);
    const defaults = { name: null as string | null, allowExtraOutputs: false, outputNames: null, labelNames: null };
    const config = readArguments("CustomMetric", defaults, args);
    super({ ...config, name: config.name ?? (feval.name || "custom(<lambda>)") });
    this.#evaluate = feval;
    this.#allowExtraOutputs = config.allowExtraOutputs;
  }

  override update(labels: Arrays, preds: Arrays): void {
    const list = (arrays: Arrays): readonly NDArray[] => (arrays instanceof NDArray ? [arrays] : arrays);
    const [wanted, got] = [list(labels), list(preds)];
    const count = this.#allowExtraOutputs ? Math.min(wanted.length, got.length) : undefined;
    for (const [label, pred] of matched(wanted.slice(0, count), got.slice(0, count))) {
      const value = scope(() => this.#evaluate(label, pred));
      if (typeof value === "number") this.tally(value, 1);
      else this.tally(value[0], value[1]);
    }
  }

  override getConfig(): Record<string, unknown> {
    throw new MXNetError("CustomMetric cannot be serialized");
  }
}

/**
 * A metric that a function computes: MXNet's name of `new CustomMetric(...)`.
 *
 * @param feval - gets a label and a prediction
 * @example
 * ```ts
 * const bias = metric.np((label, pred) => pred.sub(label).mean().asscalar(), "bias");
 * bias.update(nd.array([1, 2]), nd.array([1.5, 2.5]));
 * console.log(bias.get()); // [ 'bias', 0.5 ]
 * ```
 */
export function np(feval: EvalFunction, name: string | null = null, allowExtraOutputs = false): CustomMetric {
  return new CustomMetric(feval, name, allowExtraOutputs);
}
