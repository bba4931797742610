// Metrics by name, and several as one, which makes its parts by name.
import { MXNetError } from "../error.ts";
import { camel, isPlainObject } from "../init/arguments.ts";
import { describe } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { Accuracy, TopKAccuracy } from "./accuracy.ts";
import { F1, MCC } from "./binary.ts";
import { PCC, PearsonCorrelation } from "./correlation.ts";
import { CustomMetric, type EvalFunction } from "./custom.ts";
import { type Arrays, EvalMetric, type MetricOptions, type NameAndValue, readMetric } from "./eval-metric.ts";
import { CrossEntropy, NegativeLogLikelihood, Perplexity } from "./likelihood.ts";
import { Caffe, Loss, Torch } from "./loss.ts";
import { MAE, MSE, RMSE } from "./regression.ts";

/** What `create` makes a metric of. */
export type MetricLike =
  | string
  | EvalMetric
  | EvalFunction
  | readonly MetricLike[]
  | { readonly metric: string; readonly [option: string]: unknown };

/** A class of metrics. */
export type MetricClass = new (...args: never[]) => EvalMetric;

/** What `CompositeEvalMetric` takes. */
export interface CompositeOptions extends MetricOptions {
  /** The metrics, or their names. */
  metrics?: readonly MetricLike[] | null | undefined;
}

/**
 * Several metrics as one.
 *
 * @example
 * ```ts
 * const both = metric.create(["acc", "ce"]);
 * both.update(nd.array([0, 1]), nd.array([[1, 0], [0, 1]]));
 * console.log(both.get()[0]); // [ 'accuracy', 'cross-entropy' ]
 * ```
 */
export class CompositeEvalMetric extends EvalMetric {
  static override readonly name: string = "CompositeEvalMetric";
  readonly metrics: EvalMetric[];

  constructor(options?: CompositeOptions);
  constructor(metrics?: readonly MetricLike[] | null, options?: MetricOptions);
  constructor(...args: unknown[]) {
    const own = { metrics: null as readonly MetricLike[] | null };
    const { metrics, ...config } = readMetric("CompositeEvalMetric", "composite", own, args);
    super(config);
    this.metrics = (metrics ?? []).map((metric) => create(metric));
  }

  /** Adds a metric. */
  add(metric: MetricLike): void {
    this.metrics.push(create(metric));
  }

  /** One of the metrics. */
  getMetric(index: number): EvalMetric {
    const found = this.metrics[index];
    if (found) return found;
    throw new MXNetError(`Metric index ${index} is out of range 0 and ${this.metrics.length}`);
  }

  override update(labels: Arrays, preds: Arrays): void {
    for (const metric of this.metrics) metric.update(labels, preds);
  }

  override updateDict(labels: Readonly<Record<string, NDArray>>, preds: Readonly<Record<string, NDArray>>): void {
    const [some, outputs] = [only(labels, this.labelNames), only(preds, this.outputNames)];
    for (const metric of this.metrics) metric.updateDict(some, outputs);
  }

  override reset(): void {
    for (const metric of this.metrics) metric.reset();
  }

  override resetLocal(): void {
    for (const metric of this.metrics) metric.resetLocal();
  }

  override get(): NameAndValue {
    return joined(this.metrics.map((metric) => metric.getNameValue()));
  }

  override getGlobal(): NameAndValue {
    return joined(this.metrics.map((metric) => metric.getGlobalNameValue()));
  }

  override getConfig(): Record<string, unknown> {
    return { ...super.getConfig(), metrics: this.metrics.map((metric) => metric.getConfig()) };
  }
}

function only(
  arrays: Readonly<Record<string, NDArray>>,
  names: readonly string[] | null,
): Readonly<Record<string, NDArray>> {
  return names ? Object.fromEntries(Object.entries(arrays).filter(([name]) => names.includes(name))) : arrays;
}

function joined(parts: readonly [string, number][][]): NameAndValue {
  const all = parts.flat();
  return [all.map(([name]) => name), all.map(([, value]) => value)];
}

// Names are given, because minifiers change those of classes.
const registry: Map<string, MetricClass> = new Map<string, MetricClass>([
  ["acc", Accuracy],
  ["accuracy", Accuracy],
  ["caffe", Caffe],
  ["ce", CrossEntropy],
  ["composite", CompositeEvalMetric],
  ["compositeevalmetric", CompositeEvalMetric],
  ["crossentropy", CrossEntropy],
  ["custommetric", CustomMetric],
  ["f1", F1],
  ["loss", Loss],
  ["mae", MAE],
  ["mcc", MCC],
  ["mse", MSE],
  ["negativeloglikelihood", NegativeLogLikelihood],
  ["nll_loss", NegativeLogLikelihood],
  ["pcc", PCC],
  ["pearsoncorrelation", PearsonCorrelation],
  ["pearsonr", PearsonCorrelation],
  ["perplexity", Perplexity],
  ["rmse", RMSE],
  ["top_k_acc", TopKAccuracy],
  ["top_k_accuracy", TopKAccuracy],
  ["topkaccuracy", TopKAccuracy],
  ["torch", Torch],
]);

function add(klass: MetricClass, name: string): void {
  if (typeof klass !== "function" || !(klass.prototype instanceof EvalMetric)) {
    throw new TypeError(`register: can only register subclasses of EvalMetric, got ${describe(klass)}`);
  }
  const key = name.toLowerCase();
  const old = registry.get(key);
  if (old)
    console.warn(`New metric ${klass.name} registered with name ${key} is overriding existing metric ${old.name}`);
  registry.set(key, klass);
}

/**
 * Makes a class known by its name in lower case, or another name.
 *
 * @returns the class
 * @example
 * ```ts
 * class Precise extends metric.Accuracy {}
 * metric.register(Precise);
 * console.log(metric.create("precise") instanceof Precise); // true
 * ```
 */
export function register<T extends MetricClass>(klass: T, name: string = klass.name): T {
  add(klass, name);
  return klass;
}

/**
 * Makes a class known by more names: `metric.alias("exact")(Accurate)`, or as a decorator.
 *
 * @example
 * ```ts
 * class Exact extends metric.Accuracy {}
 * metric.alias("ex")(Exact);
 * console.log(metric.create("ex") instanceof Exact); // true
 * ```
 */
export function alias(...names: string[]): <T extends MetricClass>(klass: T, context?: ClassDecoratorContext) => T {
  return (klass) => {
    for (const name of names) add(klass, name);
    return klass;
  };
}

/**
 * A metric by name, in any case; of a function, a `CustomMetric`; of a list, all of them as one; of what `getConfig` gave, the
 * same; or itself.
 *
 * @param metric - for example `"acc"` or `["acc", "mse"]`
 * @param args - what the constructor takes
 * @throws MXNetError for names that nobody registered
 * @example
 * ```ts
 * console.log(metric.create("accuracy").name); // accuracy
 * console.log(metric.create("top_k_accuracy", { topK: 3 }).name); // top_k_accuracy_3
 * ```
 */
export function create(metric: MetricLike, ...args: unknown[]): EvalMetric {
  if (metric instanceof EvalMetric) return metric;
  if (typeof metric === "function") return new CustomMetric(metric, ...(args as [object]));
  if (Array.isArray(metric)) {
    return new CompositeEvalMetric(metric.map((part: MetricLike) => create(part, ...args)));
  }
  if (isPlainObject(metric)) {
    const { metric: name, ...options } = metric;
    return create(name as string, options);
  }
  if (typeof metric !== "string") throw new TypeError(`create: expected the name of a metric, got ${describe(metric)}`);
  if (metric.startsWith("[")) {
    const [name, options = {}] = JSON.parse(metric) as [string, object?];
    return create(name, Object.fromEntries(Object.entries(options).map(([key, value]) => [camel(key), value])));
  }
  const klass = registry.get(metric.toLowerCase()) as (new (...args: unknown[]) => EvalMetric) | undefined;
  if (!klass) throw new MXNetError(`${metric} is not registered. Please register with metric.register first`);
  return new klass(...args);
}
