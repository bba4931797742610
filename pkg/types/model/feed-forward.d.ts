import type { BatchEndCallback, EpochEndCallback } from "../callback/params.ts";
import type { InitFunction } from "../init/mixed.ts";
import type { MetricLike } from "../metric/index.ts";
import { type Abortable, type BatchSource, type Logger, type Watcher } from "../module/options.ts";
import { NDArray } from "../nd/ndarray.ts";
import type { Optimizer } from "../optimizer/index.ts";
import type { GraphSymbol } from "../symbol/symbol.ts";
import { type Checkpoint, type CheckpointSource, type Params } from "./checkpoint.ts";
/** What `FeedForward` takes besides the symbol. Further options are the optimizer's. */
export interface FeedForwardOptions {
    /** The epoch to stop before. */
    numEpoch?: number | null | undefined;
    /** The number of the first epoch; 0 by default. */
    beginEpoch?: number | undefined;
    /** The optimizer, or its name; "sgd" by default. */
    optimizer?: string | Optimizer | undefined;
    /** What fills parameters that have no values; `Uniform(0.01)` by default. */
    initializer?: InitFunction | undefined;
    /** The size of batches that arrays are cut into; 128 by default. */
    numpyBatchSize?: number | undefined;
    /** Values of arguments. */
    argParams?: Params | null | undefined;
    /** Values of auxiliary states. */
    auxParams?: Params | null | undefined;
    /** Whether values of what is no parameter are passed over. */
    allowExtraParams?: boolean | undefined;
    /** Where progress goes; the console by default, null for nowhere. */
    logger?: Logger | null | undefined;
    /** Options of the optimizer. */
    [option: string]: unknown;
}
/** What `FeedForward.fit` takes besides data and labels. */
export interface FeedForwardFitOptions {
    evalData?: BatchSource | readonly [data: NDArray, label: NDArray] | null | undefined;
    evalMetric?: MetricLike | undefined;
    epochEndCallback?: EpochEndCallback<GraphSymbol> | null | undefined;
    batchEndCallback?: BatchEndCallback | null | undefined;
    evalEndCallback?: BatchEndCallback | null | undefined;
    evalBatchEndCallback?: BatchEndCallback | null | undefined;
    monitor?: Watcher | null | undefined;
    signal?: Abortable | null | undefined;
}
/**
 * A model that is trained by `fit` and asked by `predict`. MXNet keeps it for old programs: `mx.mod.Module` does more.
 *
 * @example
 * ```ts
 * const net = mx.sym.FullyConnected(mx.sym.Variable("data"), { numHidden: 2, name: "fc" });
 * const model = new mx.model.FeedForward(mx.sym.SoftmaxOutput(net, { name: "softmax" }), { numEpoch: 2, learningRate: 0.1 });
 * await model.fit(nd.random.normal(0, 1, [64, 3]), nd.zeros([64]));
 * console.log((model.predict(nd.ones([5, 3])) as NDArray).shape); // [ 5, 2 ]
 * ```
 */
export declare class FeedForward {
    #private;
    readonly symbol: GraphSymbol;
    argParams: Params | null;
    auxParams: Params | null;
    constructor(symbol: GraphSymbol, options?: FeedForwardOptions);
    /** Trains with arrays, or with batches, and takes the parameters over. */
    fit(x: NDArray | BatchSource, y?: NDArray | null, { evalData, ...options }?: FeedForwardFitOptions): Promise<void>;
    /** Predicts arrays, or batches. */
    predict(x: NDArray | BatchSource, numBatch?: number | null): NDArray | NDArray[];
    /** Evaluates; the value of the metric. */
    score(x: NDArray | BatchSource, y?: NDArray | null, { evalMetric, numBatch }?: {
        evalMetric?: MetricLike;
        numBatch?: number | null;
    }): number;
    /** Saves symbol and parameters as `saveCheckpoint` does. */
    save(prefix: string, epoch?: number | null): void;
    save(prefix: null, epoch?: number | null): Checkpoint;
    /** Loads what `save` saved. */
    static load(source: string | CheckpointSource, epoch?: number, options?: FeedForwardOptions): Promise<FeedForward>;
}
