// Metrics of two classes, 1 being the positive one.
import { MXNetError } from "../error.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { type Arrays, EvalMetric, type MetricOptions, readMetric } from "./eval-metric.ts";
import { bestClasses, checkLength, matched, read } from "./values.ts";

/** How updates come together: the mean of their values, or one value of all their samples. */
export type Average = "macro" | "micro";

/** What `F1`, `MCC` and `PearsonCorrelation` take. */
export interface AveragedOptions extends MetricOptions {
  /** "macro" (the default) for the mean of the updates' values, "micro" for the value of all samples. */
  average?: Average | undefined;
}

/** Numbers of right and wrong answers. */
class Counts {
  truePositives = 0;
  falsePositives = 0;
  falseNegatives = 0;
  trueNegatives = 0;

  add(wanted: ArrayLike<number>, classes: ArrayLike<number>): void {
    for (let i = 0; i < classes.length; i++) {
      const positive = classes[i] === 1;
      if (Math.trunc(wanted[i] as number) === 1) positive ? this.truePositives++ : this.falseNegatives++;
      else positive ? this.falsePositives++ : this.trueNegatives++;
    }
  }

  get total(): number {
    return this.truePositives + this.falsePositives + this.falseNegatives + this.trueNegatives;
  }
}

/** What F1 and MCC share. */
abstract class BinaryMetric extends EvalMetric {
  readonly average: Average;
  #local = new Counts();
  #global = new Counts();

  constructor(what: string, name: string, args: readonly unknown[]) {
    const config = readMetric(what, name, {}, args, { average: "macro" as Average });
    super(config);
    this.average = config.average;
  }

  override update(labels: Arrays, preds: Arrays): void {
    const batch = new Counts();
    for (const [label, pred] of matched(labels, preds)) {
      const [wanted, classes] = answers(label, pred);
      for (const counts of [batch, this.#local, this.#global]) counts.add(wanted, classes);
    }
    if (this.average === "macro") this.tally(this.score(batch), 1);
    else {
      this.sumMetric = this.score(this.#local) * this.#local.total;
      this.numInst = this.#local.total;
      this.globalSumMetric = this.score(this.#global) * this.#global.total;
      this.globalNumInst = this.#global.total;
    }
  }

  override reset(): void {
    super.reset();
    this.#global = new Counts();
  }

  override resetLocal(): void {
    super.resetLocal();
    this.#local = new Counts();
  }

  protected abstract score(counts: Counts): number;
}

function answers(label: NDArray, pred: NDArray): [wanted: ArrayLike<number>, classes: ArrayLike<number>] {
  const wanted = read(label).data;
  const classes = bestClasses(read(pred), 1, "F1 and MCC");
  checkLength(wanted.length, classes.length);
  if (new Set(Array.from(wanted, Math.trunc)).size > 2) {
    throw new MXNetError("F1 and MCC: currently only supports binary classification.");
  }
  return [wanted, classes];
}

/**
 * The harmonic mean of precision and recall of class 1.
 *
 * @example
 * ```ts
 * const f1 = new metric.F1();
 * f1.update(nd.array([0, 1, 1]), nd.array([[0.3, 0.7], [0, 1], [0.4, 0.6]]));
 * console.log(f1.get()); // [ 'f1', 0.8 ]
 * ```
 */
export class F1 extends BinaryMetric {
  static override readonly name: string = "F1";
  constructor(options?: AveragedOptions);
  constructor(name?: string, options?: AveragedOptions);
  constructor(...args: unknown[]) {
    super("F1", "f1", args);
  }

  protected override score({ truePositives, falsePositives, falseNegatives }: Counts): number {
    return truePositives === 0 ? 0 : (2 * truePositives) / (2 * truePositives + falsePositives + falseNegatives);
  }
}

/**
 * Matthews' correlation of class 1 with the label.
 *
 * @example
 * ```ts
 * const mcc = new metric.MCC();
 * mcc.update(nd.array([0, 1, 1]), nd.array([[0.7, 0.3], [0, 1], [0.4, 0.6]]));
 * console.log(mcc.get()); // [ 'mcc', 1 ]
 * ```
 */
export class MCC extends BinaryMetric {
  static override readonly name: string = "MCC";
  constructor(options?: AveragedOptions);
  constructor(name?: string, options?: AveragedOptions);
  constructor(...args: unknown[]) {
    super("MCC", "mcc", args);
  }

  protected override score(counts: Counts): number {
    const { truePositives: tp, falsePositives: fp, falseNegatives: fn, trueNegatives: tn } = counts;
    // A factor of 0 is left out, as MXNet has it.
    const product = [tp + fp, tp + fn, tn + fp, tn + fn].reduce((n, factor) => n * (factor || 1), 1);
    return (tp * tn - fp * fn) / Math.sqrt(product);
  }
}
