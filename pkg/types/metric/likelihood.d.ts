import { type Arrays, EvalMetric, type MetricOptions } from "./eval-metric.ts";
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
export declare class CrossEntropy extends EvalMetric {
    static readonly name: string;
    readonly eps: number;
    constructor(options?: LikelihoodOptions);
    constructor(eps?: number, options?: MetricOptions);
    update(labels: Arrays, preds: Arrays): void;
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
export declare class NegativeLogLikelihood extends CrossEntropy {
    static readonly name: string;
    constructor(options?: LikelihoodOptions);
    constructor(eps?: number, options?: MetricOptions);
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
export declare class Perplexity extends EvalMetric {
    static readonly name: string;
    readonly ignoreLabel: number | null;
    readonly axis: number;
    constructor(options: PerplexityOptions);
    constructor(ignoreLabel: number | null, axis?: number, options?: MetricOptions);
    update(labels: Arrays, preds: Arrays): void;
    protected value(sum: number, count: number): number;
}
