// How often the class is right.
import { MXNetError } from "../error.ts";
import { type Arrays, EvalMetric, type MetricOptions, readMetric } from "./eval-metric.ts";
import { bestClasses, checkLength, matched, read, rows, sameShape } from "./values.ts";

/** What `Accuracy` takes. */
export interface AccuracyOptions extends MetricOptions {
  /** The axis of classes; 1 by default. */
  axis?: number | undefined;
}

/** What `TopKAccuracy` takes. */
export interface TopKAccuracyOptions extends MetricOptions {
  /** Among how many of the best classes the label may be; more than 1. */
  topK: number;
}

/**
 * How often the class of the greatest score is the label. Predictions of the labels' shape are classes already.
 *
 * @example
 * ```ts
 * const accuracy = new metric.Accuracy();
 * accuracy.update(nd.array([0, 1, 1]), nd.array([[0.3, 0.7], [0, 1], [0.4, 0.6]]));
 * console.log(accuracy.get()[1].toFixed(3)); // 0.667
 * ```
 */
export class Accuracy extends EvalMetric {
  // Given, because minifiers change names of classes.
  static override readonly name: string = "Accuracy";
  readonly axis: number;

  constructor(options?: AccuracyOptions);
  constructor(axis?: number, options?: MetricOptions);
  constructor(...args: unknown[]) {
    const config = readMetric("Accuracy", "accuracy", { axis: 1 }, args);
    super(config);
    this.axis = config.axis;
  }

  override update(labels: Arrays, preds: Arrays): void {
    for (const [label, pred] of matched(labels, preds)) {
      const [wanted, scores] = [read(label), read(pred)];
      const classes = sameShape(wanted, scores) ? scores.data : bestClasses(scores, this.axis, "Accuracy");
      checkLength(wanted.data.length, classes.length);
      let right = 0;
      for (let i = 0; i < classes.length; i++) {
        if (Math.trunc(classes[i] as number) === Math.trunc(wanted.data[i] as number)) right++;
      }
      this.tally(right, classes.length);
    }
  }
}

/**
 * How often the label is among the classes of the `topK` greatest scores. Of equal scores the first counts as greater.
 *
 * @example
 * ```ts
 * const accuracy = metric.create("top_k_accuracy", { topK: 2 });
 * accuracy.update(nd.array([0, 1]), nd.array([[0.3, 0.1, 0.6], [0.3, 0.1, 0.6]]));
 * console.log(accuracy.get()); // [ 'top_k_accuracy_2', 0.5 ]
 * ```
 */
export class TopKAccuracy extends EvalMetric {
  static override readonly name: string = "TopKAccuracy";
  readonly topK: number;

  constructor(options?: TopKAccuracyOptions);
  constructor(topK?: number, options?: MetricOptions);
  constructor(...args: unknown[]) {
    const config = readMetric("TopKAccuracy", "top_k_accuracy", { topK: 1 }, args);
    super({ ...config, name: `${config.name}_${config.topK}` });
    if (!Number.isInteger(config.topK) || config.topK <= 1) {
      throw new MXNetError("Please use Accuracy if top_k is no more than 1");
    }
    this.topK = config.topK;
  }

  override update(labels: Arrays, preds: Arrays): void {
    for (const [label, pred] of matched(labels, preds)) {
      const [wanted, scores] = [read(label), read(pred)];
      if (scores.shape.length !== 2) {
        throw new MXNetError(`TopKAccuracy: predictions have shape (${scores.shape}), expected samples by classes`);
      }
      const { count, length, begin } = rows(scores, 1, "TopKAccuracy");
      checkLength(wanted.data.length, count);
      let right = 0;
      for (let row = 0; row < count; row++) {
        if (rank(scores.data, begin(row), length, Math.trunc(wanted.data[row] as number)) < this.topK) right++;
      }
      this.tally(right, count);
    }
  }

  override getConfig(): Record<string, unknown> {
    return { ...super.getConfig(), name: this.name.replace(/_\d+$/, "") };
  }
}

/** How many classes come before one of them. */
function rank(scores: ArrayLike<number>, begin: number, length: number, label: number): number {
  if (!(label >= 0 && label < length)) return length;
  const own = scores[begin + label] as number;
  let before = 0;
  for (let k = 0; k < length; k++) {
    const score = scores[begin + k] as number;
    if (score > own || (score === own && k < label)) before++;
  }
  return before;
}
