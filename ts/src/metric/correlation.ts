// Correlations of labels and predictions.
import { MXNetError } from "../error.ts";
import type { AveragedOptions } from "./binary.ts";
import { type Arrays, EvalMetric, type MetricOptions, type NameAndValue, readMetric } from "./eval-metric.ts";
import { bestClasses, checkLength, matched, read, sameShape } from "./values.ts";

/** Means, variances and the covariance of pairs that come bit by bit, by Welford's method. */
class Moments {
  #count = 0;
  #meanX = 0;
  #meanY = 0;
  #varX = 0;
  #varY = 0;
  #covariance = 0;

  add(x: ArrayLike<number>, y: ArrayLike<number>): void {
    for (let i = 0; i < x.length; i++) {
      const [dx, dy] = [(x[i] as number) - this.#meanX, (y[i] as number) - this.#meanY];
      this.#count++;
      this.#meanX += dx / this.#count;
      this.#meanY += dy / this.#count;
      this.#varX += dx * ((x[i] as number) - this.#meanX);
      this.#varY += dy * ((y[i] as number) - this.#meanY);
      this.#covariance += dx * ((y[i] as number) - this.#meanY);
    }
  }

  get correlation(): number {
    return this.#covariance / Math.sqrt(this.#varX * this.#varY);
  }
}

/**
 * Pearson's correlation of labels and predictions.
 *
 * @example
 * ```ts
 * const pearson = new metric.PearsonCorrelation();
 * pearson.update(nd.array([1, 2, 3]), nd.array([1, 2, 6]));
 * console.log(pearson.get()[1].toFixed(3)); // 0.945
 * ```
 */
export class PearsonCorrelation extends EvalMetric {
  static override readonly name: string = "PearsonCorrelation";
  readonly average: "macro" | "micro";
  #local = new Moments();
  #global = new Moments();

  constructor(options?: AveragedOptions);
  constructor(name?: string, options?: AveragedOptions);
  constructor(...args: unknown[]) {
    const more = { average: "macro" as "macro" | "micro" };
    const config = readMetric("PearsonCorrelation", "pearsonr", {}, args, more);
    super(config);
    this.average = config.average;
  }

  override update(labels: Arrays, preds: Arrays): void {
    for (const [label, pred] of matched(labels, preds)) {
      const [wanted, got] = [read(label), read(pred)];
      checkLength(`(${wanted.shape})`, `(${got.shape})`);
      const batch = new Moments();
      for (const moments of [batch, this.#local, this.#global]) moments.add(wanted.data, got.data);
      this.tally(batch.correlation, 1);
    }
  }

  override reset(): void {
    super.reset();
    this.#global = new Moments();
  }

  override resetLocal(): void {
    super.resetLocal();
    this.#local = new Moments();
  }

  override get(): NameAndValue {
    return this.average === "macro" ? super.get() : [this.name, this.#local.correlation];
  }

  override getGlobal(): NameAndValue {
    return this.average === "macro" ? super.getGlobal() : [this.name, this.#global.correlation];
  }
}

/** How often each class was predicted for each label. */
class Confusion {
  readonly #counts: Map<number, Map<number, number>> = new Map();

  add(wanted: ArrayLike<number>, classes: ArrayLike<number>): void {
    for (let i = 0; i < classes.length; i++) {
      const [row, column] = [Math.trunc(classes[i] as number), Math.trunc(wanted[i] as number)];
      if (!(row >= 0 && column >= 0)) throw new MXNetError(`PCC: ${Math.min(row, column)} is no class`);
      const counts = this.#counts.get(row) ?? new Map<number, number>();
      this.#counts.set(row, counts.set(column, (counts.get(column) ?? 0) + 1));
    }
  }

  /** Matthews' correlation of many classes. */
  get correlation(): number {
    const predicted = new Map<number, number>();
    const labelled = new Map<number, number>();
    let [total, right] = [0, 0];
    for (const [row, counts] of this.#counts) {
      for (const [column, count] of counts) {
        predicted.set(row, (predicted.get(row) ?? 0) + count);
        labelled.set(column, (labelled.get(column) ?? 0) + count);
        total += count;
        if (row === column) right += count;
      }
    }
    const spread = (sums: Map<number, number>): number =>
      [...sums.values()].reduce((sum, count) => sum + count * (total - count), 0);
    let covariance = right * total;
    for (const [k, count] of predicted) covariance -= count * (labelled.get(k) ?? 0);
    const product = spread(predicted) * spread(labelled);
    return product === 0 ? Number.NaN : covariance / Math.sqrt(product);
  }
}

/**
 * The correlation of classes with labels, of any number of classes: with two it is `MCC`.
 *
 * @example
 * ```ts
 * const pcc = new metric.PCC();
 * pcc.update(nd.array([0, 1, 2, 2]), nd.array([0, 1, 2, 1]));
 * console.log(pcc.get()[1].toFixed(3)); // 0.700
 * ```
 */
export class PCC extends EvalMetric {
  static override readonly name: string = "PCC";
  #local = new Confusion();
  #global = new Confusion();

  constructor(options?: MetricOptions);
  constructor(name?: string, options?: MetricOptions);
  constructor(...args: unknown[]) {
    super(readMetric("PCC", "pcc", {}, args));
  }

  override update(labels: Arrays, preds: Arrays): void {
    for (const [label, pred] of matched(labels, preds)) {
      const [wanted, scores] = [read(label), read(pred)];
      const classes = sameShape(wanted, scores) ? scores.data : bestClasses(scores, 1, "PCC");
      checkLength(wanted.data.length, classes.length);
      for (const confusion of [this.#local, this.#global]) confusion.add(wanted.data, classes);
    }
    this.numInst++;
    this.globalNumInst++;
  }

  override reset(): void {
    super.reset();
    this.#global = new Confusion();
  }

  override resetLocal(): void {
    super.resetLocal();
    this.#local = new Confusion();
  }

  override get(): NameAndValue {
    return [this.name, this.#local.correlation];
  }

  override getGlobal(): NameAndValue {
    return [this.name, this.#global.correlation];
  }
}
