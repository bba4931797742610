import { type Arrays, EvalMetric, type MetricOptions } from "./eval-metric.ts";
/** What the three share. */
declare abstract class Regression extends EvalMetric {
    constructor(what: string, name: string, args: readonly unknown[]);
    update(labels: Arrays, preds: Arrays): void;
    protected abstract loss(difference: number): number;
    protected finish(mean: number): number;
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
export declare class MAE extends Regression {
    static readonly name: string;
    constructor(options?: MetricOptions);
    constructor(name?: string, options?: MetricOptions);
    protected loss(difference: number): number;
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
export declare class MSE extends Regression {
    static readonly name: string;
    constructor(options?: MetricOptions);
    constructor(name?: string, options?: MetricOptions);
    protected loss(difference: number): number;
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
export declare class RMSE extends Regression {
    static readonly name: string;
    constructor(options?: MetricOptions);
    constructor(name?: string, options?: MetricOptions);
    protected loss(difference: number): number;
    protected finish(mean: number): number;
}
export {};
