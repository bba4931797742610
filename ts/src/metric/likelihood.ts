// How likely the labels are by the predictions.
import { MXNetError } from "../error.ts";
import { type Arrays, EvalMetric, type MetricOptions, readMetric } from "./eval-metric.ts";
import { matched, read, scoresOf } from "./values.ts";

/** What `CrossEntropy` and `NegativeLogLikelihood` take. */
export interface LikelihoodOptions extends MetricOptions {
  /** Keeps logarithms from infinity; 1e-12 by default. */
  eps?: number | undefined;
}

/** What `Perplexity` takes. */
export interface PerplexityOptions extends MetricOptions {
  /** The label that does not count; null for none. It must be given. */
  ignoreLabel: number | null;
  /** The axis of classes; the last by default. */
  axis?: number | undefined;
}

/**
 * The mean of -log(p) of the labels' probabilities.
 *
 * @example
 * ```ts
 * const entropy = metric.create("ce");
 * entropy.update(nd.array([0, 1]), nd.array([[0.5, 0.5], [0, 1]]));
 * console.log(entropy.get()[1].toFixed(3)); // 0.347
 * ```
 */
export class CrossEntropy extends EvalMetric {
  static override readonly name: string = "CrossEntropy";
  readonly eps: number;

  constructor(options?: LikelihoodOptions);
  constructor(eps?: number, options?: MetricOptions);
  constructor(...args: unknown[]) {
    const config = readMetric("CrossEntropy", "cross-entropy", { eps: 1e-12 }, args);
    super(config);
    this.eps = config.eps;
  }

  override update(labels: Arrays, preds: Arrays): void {
    for (const [label, pred] of matched(labels, preds)) {
      const likely = scoresOf(read(pred), read(label).data, 1, this.constructor.name);
      let sum = 0;
      for (const p of likely) sum -= Math.log(p + this.eps);
      this.tally(sum, likely.length);
    }
  }
}

/**
 * As `CrossEntropy`, by another name.
 *
 * @example
 * ```ts
 * const loss = metric.create("nll_loss");
 * loss.update(nd.array([0, 1]), nd.array([[0.5, 0.5], [0, 1]]));
 * console.log(loss.getNameValue()[0]?.[0]); // nll-loss
 * ```
 */
export class NegativeLogLikelihood extends CrossEntropy {
  static override readonly name: string = "NegativeLogLikelihood";
  constructor(options?: LikelihoodOptions);
  constructor(eps?: number, options?: MetricOptions);
  constructor(...args: unknown[]) {
    super(readMetric("NegativeLogLikelihood", "nll-loss", { eps: 1e-12 }, args));
  }
}

/**
 * e to the mean of -log(p): among how many equal choices the prediction leaves the label.
 *
 * @example
 * ```ts
 * const perplexity = new metric.Perplexity({ ignoreLabel: null });
 * perplexity.update(nd.array([0, 1]), nd.array([[0.25, 0.75], [0.75, 0.25]]));
 * console.log(perplexity.get()[1].toFixed(2)); // 4.00
 * ```
 */
export class Perplexity extends EvalMetric {
  static override readonly name: string = "Perplexity";
  readonly ignoreLabel: number | null;
  readonly axis: number;

  constructor(options: PerplexityOptions);
  constructor(ignoreLabel: number | null, axis?: number, options?: MetricOptions);
  constructor(...args: unknown[]) {
    const own = { ignoreLabel: undefined as unknown as number | null, axis: -1 };
    const config = readMetric("Perplexity", "perplexity", own, args);
    super(config);
    this.ignoreLabel = config.ignoreLabel;
    this.axis = config.axis;
  }

  override update(labels: Arrays, preds: Arrays): void {
    let sum = 0;
    let count = 0;
    for (const [label, pred] of matched(labels, preds)) {
      const [wanted, probabilities] = [read(label), read(pred)];
      if (wanted.data.length * (probabilities.shape.at(-1) ?? 0) !== probabilities.data.length) {
        throw new MXNetError(`shape mismatch: (${wanted.shape}) vs. (${probabilities.shape})`);
      }
      const ignored = (i: number): boolean => wanted.data[i] === this.ignoreLabel;
      // What is ignored need not be a class.
      const classes = Float64Array.from(wanted.data, (k, i) => (ignored(i) ? 0 : k));
      const likely = scoresOf(probabilities, classes, this.axis, "Perplexity");
      for (let i = 0; i < likely.length; i++) {
        if (ignored(i)) continue;
        sum -= Math.log(Math.max(1e-10, likely[i] as number));
        count++;
      }
    }
    this.tally(sum, count);
  }

  protected override value(sum: number, count: number): number {
    return Math.exp(super.value(sum, count));
  }
}
