// Means of outputs that are losses.
import { type Arrays, EvalMetric, type MetricOptions, readMetric } from "./eval-metric.ts";
import { predictions, read } from "./values.ts";

/**
 * The mean of all outputs, which are losses.
 *
 * @example
 * ```ts
 * const loss = new metric.Loss();
 * loss.update([], nd.array([1, 2, 6]));
 * console.log(loss.get()); // [ 'loss', 3 ]
 * ```
 */
export class Loss extends EvalMetric {
  static override readonly name: string = "Loss";
  constructor(options?: MetricOptions);
  constructor(name?: string, options?: MetricOptions);
  constructor(...args: unknown[]) {
    super(readMetric("Loss", "loss", {}, args));
  }

  override update(_labels: Arrays, preds: Arrays): void {
    for (const pred of predictions(preds)) {
      const { data } = read(pred);
      let sum = 0;
      for (let i = 0; i < data.length; i++) sum += data[i] as number;
      this.tally(sum, data.length);
    }
  }
}

/**
 * As `Loss`, of outputs of Torch's criteria.
 *
 * @example
 * ```ts
 * console.log(new metric.Torch().name); // torch
 * ```
 */
export class Torch extends Loss {
  static override readonly name: string = "Torch";
  constructor(options?: MetricOptions);
  constructor(name?: string, options?: MetricOptions);
  constructor(...args: unknown[]) {
    super(readMetric("Torch", "torch", {}, args));
  }
}

/**
 * As `Loss`, of outputs of Caffe's losses.
 *
 * @example
 * ```ts
 * console.log(new metric.Caffe().name); // caffe
 * ```
 */
export class Caffe extends Loss {
  static override readonly name: string = "Caffe";
  constructor(options?: MetricOptions);
  constructor(name?: string, options?: MetricOptions);
  constructor(...args: unknown[]) {
    super(readMetric("Caffe", "caffe", {}, args));
  }
}
