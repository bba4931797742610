// How far numbers are off: the mean over an update, and the mean of updates.
import type { NDArray } from "../nd/ndarray.ts";
import { scope } from "../scope.ts";
import { type Arrays, EvalMetric, type MetricOptions, readMetric } from "./eval-metric.ts";
import { matched, read } from "./values.ts";

/** What the three share. */
abstract class Regression extends EvalMetric {
  constructor(what: string, name: string, args: readonly unknown[]) {
    super(readMetric(what, name, {}, args));
  }

  override update(labels: Arrays, preds: Arrays): void {
    for (const [label, pred] of matched(labels, preds)) {
      const apart = differences(label, pred);
      let sum = 0;
      for (let i = 0; i < apart.length; i++) sum += this.loss(apart[i] as number);
      this.tally(this.finish(sum / apart.length), 1);
    }
  }

  protected abstract loss(difference: number): number;

  protected finish(mean: number): number {
    return mean;
  }
}

/** Label minus prediction; lists are columns, and columns broadcast. */
function differences(label: NDArray, pred: NDArray): ArrayLike<number> {
  const column = ({ shape }: NDArray): number[] => (shape.length === 1 ? [shape[0] as number, 1] : shape);
  const [left, right] = [column(label), column(pred)];
  if (String(left) === String(right)) {
    const [a, b] = [read(label).data, read(pred).data];
    return Float64Array.from(a, (x, i) => x - (b[i] as number));
  }
  const apart = scope(() => label.astype("float32").reshape(left).sub(pred.astype("float32").reshape(right)));
  const { data } = read(apart);
  apart.dispose();
  return data;
}

/**
 * The mean absolute error.
 *
 * @example
 * ```ts
 * const mae = new metric.MAE();
 * mae.update(nd.array([1, 2]), nd.array([1.5, 3]));
 * console.log(mae.get()); // [ 'mae', 0.75 ]
 * ```
 */
export class MAE extends Regression {
  static override readonly name: string = "MAE";
  constructor(options?: MetricOptions);
  constructor(name?: string, options?: MetricOptions);
  constructor(...args: unknown[]) {
    super("MAE", "mae", args);
  }

  protected override loss(difference: number): number {
    return Math.abs(difference);
  }
}

/**
 * The mean squared error.
 *
 * @example
 * ```ts
 * const mse = new metric.MSE();
 * mse.update(nd.array([1, 2]), nd.array([1.5, 3]));
 * console.log(mse.get()); // [ 'mse', 0.625 ]
 * ```
 */
export class MSE extends Regression {
  static override readonly name: string = "MSE";
  constructor(options?: MetricOptions);
  constructor(name?: string, options?: MetricOptions);
  constructor(...args: unknown[]) {
    super("MSE", "mse", args);
  }

  protected override loss(difference: number): number {
    return difference * difference;
  }
}

/**
 * The root of the mean squared error of each update.
 *
 * @example
 * ```ts
 * const rmse = new metric.RMSE();
 * rmse.update(nd.array([1, 2]), nd.array([4, 6]));
 * console.log(rmse.get()[1].toFixed(3)); // 3.536
 * ```
 */
export class RMSE extends Regression {
  static override readonly name: string = "RMSE";
  constructor(options?: MetricOptions);
  constructor(name?: string, options?: MetricOptions);
  constructor(...args: unknown[]) {
    super("RMSE", "rmse", args);
  }

  protected override loss(difference: number): number {
    return difference * difference;
  }

  protected override finish(mean: number): number {
    return Math.sqrt(mean);
  }
}
