import { type Arrays, EvalMetric, type MetricOptions } from "./eval-metric.ts";
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
export declare class Loss extends EvalMetric {
    static readonly name: string;
    constructor(options?: MetricOptions);
    constructor(name?: string, options?: MetricOptions);
    update(_labels: Arrays, preds: Arrays): void;
}
/**
 * As `Loss`, of outputs of Torch's criteria.
 *
 * @example
 * ```ts
 * console.log(new metric.Torch().name); // torch
 * ```
 */
export declare class Torch extends Loss {
    static readonly name: string;
    constructor(options?: MetricOptions);
    constructor(name?: string, options?: MetricOptions);
}
/**
 * As `Loss`, of outputs of Caffe's losses.
 *
 * @example
 * ```ts
 * console.log(new metric.Caffe().name); // caffe
 * ```
 */
export declare class Caffe extends Loss {
    static readonly name: string;
    constructor(options?: MetricOptions);
    constructor(name?: string, options?: MetricOptions);
}
