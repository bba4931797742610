import type { BatchEndCallback, EpochEndCallback } from "../callback/params.ts";
import type { InitFunction } from "../init/mixed.ts";
import type { DataBatch } from "../io/data-batch.ts";
import type { MetricLike } from "../metric/index.ts";
import type { Params } from "../model/checkpoint.ts";
import type { Optimizer } from "../optimizer/index.ts";
import type { GradReqs } from "../symbol/bind.ts";
import type { GraphSymbol } from "../symbol/symbol.ts";
import type { BaseModule } from "./base-module.ts";
import type { ShapeLike } from "./shapes.ts";
/** Where a module writes what it does. */
export interface Logger {
    info(line: string): void;
    warn(line: string): void;
}
/** Batches to train or evaluate with: a data iterator, or anything that has the same. */
export interface BatchSource {
    readonly provideData: readonly ShapeLike[];
    readonly provideLabel?: readonly ShapeLike[] | null | undefined;
    reset(): void;
    [Symbol.iterator]?(): Iterator<DataBatch>;
    [Symbol.asyncIterator]?(): AsyncIterator<DataBatch>;
}
/** Watches an executor: a `Monitor` is one. */
export interface Watcher {
    install(executor: unknown): void;
    tic(): void;
    tocPrint(): void;
}
/** What `bind` takes. */
export interface BindOptions {
    /** Whether gradients are wanted; true by default. */
    forTraining?: boolean | undefined;
    /** Whether gradients of the inputs are wanted, too. */
    inputsNeedGrad?: boolean | undefined;
    /** Whether a bound module is bound anew. */
    forceRebind?: boolean | undefined;
    /** A bound module whose parameters are used, too. */
    sharedModule?: BaseModule | null | undefined;
    /** How gradients are written; "write" by default. */
    gradReq?: GradReqs | undefined;
}
/** What `initParams` takes. */
export interface InitParamsOptions {
    /** What fills parameters that have no values; `Uniform(0.01)` by default. */
    initializer?: InitFunction | null | undefined;
    /** Values of arguments. */
    argParams?: Params | null | undefined;
    /** Values of auxiliary states. */
    auxParams?: Params | null | undefined;
    /** Whether values may lack parameters, which are initialized then. */
    allowMissing?: boolean | undefined;
    /** Whether parameters that have values get new ones. */
    forceInit?: boolean | undefined;
    /** Whether there may be values of what is no parameter. */
    allowExtra?: boolean | undefined;
}
/** What `setParams` takes besides the values. */
export type SetParamsOptions = Pick<InitParamsOptions, "allowMissing" | "forceInit" | "allowExtra">;
/** What `initOptimizer` takes. */
export interface InitOptimizerOptions {
    /** Accepted for MXNet's sake: there is one device. */
    kvstore?: unknown;
    /** The optimizer, or its name; "sgd" by default. */
    optimizer?: string | Optimizer | undefined;
    /** What an optimizer given by name takes; `{ learningRate: 0.01 }` by default. `rescaleGrad` is 1 / batch size unless given. */
    optimizerParams?: object | undefined;
    /** Whether another optimizer is replaced. */
    forceInit?: boolean | undefined;
}
/** One callback, or several. */
export type Callbacks<T> = T | readonly T[] | null | undefined;
/** What `score` takes besides data and metric. */
export interface ScoreOptions {
    /** The number of batches; all by default. */
    numBatch?: number | null | undefined;
    batchEndCallback?: Callbacks<BatchEndCallback>;
    scoreEndCallback?: Callbacks<BatchEndCallback>;
    /** Whether the data is reset before; true by default. */
    reset?: boolean | undefined;
    /** The number that callbacks get. */
    epoch?: number | undefined;
}
/** What `iterPredict` takes besides the data. */
export interface IterPredictOptions {
    /** The number of batches; all by default. */
    numBatch?: number | null | undefined;
    /** Whether the data is reset before; true by default. */
    reset?: boolean | undefined;
}
/** What `predict` takes besides the data. */
export interface PredictOptions extends IterPredictOptions {
    /** Whether outputs of all batches are joined; true by default. */
    mergeBatches?: boolean | undefined;
    /** Whether a single output comes as a list, too. */
    alwaysOutputList?: boolean | undefined;
}
/** What can end a fit: an `AbortSignal`. */
export interface Abortable {
    /** Throws once it is over. */
    throwIfAborted(): void;
}
/** What `fit` takes besides the data. */
export interface FitOptions extends Omit<InitParamsOptions, "allowExtra">, Omit<InitOptimizerOptions, "forceInit"> {
    /** The epoch to stop before. It must be given. */
    numEpoch: number;
    /** The number of the first epoch; 0 by default. */
    beginEpoch?: number | undefined;
    /** What the module is evaluated with after each epoch. */
    evalData?: BatchSource | null | undefined;
    /** The metric of training; "acc" by default. */
    evalMetric?: MetricLike | undefined;
    /** The metric of evaluation; that of training by default. */
    validationMetric?: MetricLike | null | undefined;
    epochEndCallback?: Callbacks<EpochEndCallback<GraphSymbol>>;
    /** Called after each batch. The batches of an `NDArrayIter` are freed then. */
    batchEndCallback?: Callbacks<BatchEndCallback>;
    evalEndCallback?: Callbacks<BatchEndCallback>;
    evalBatchEndCallback?: Callbacks<BatchEndCallback>;
    /** Whether a bound module is bound anew. */
    forceRebind?: boolean | undefined;
    monitor?: Watcher | null | undefined;
    /** Stops training before the next batch: `fit` throws its reason. */
    signal?: Abortable | null | undefined;
}
/** The defaults of `FitOptions`, in MXNet's order. */
export declare const FIT: {
    evalData: BatchSource | null;
    evalMetric: MetricLike;
    epochEndCallback: Callbacks<EpochEndCallback<GraphSymbol>>;
    batchEndCallback: Callbacks<BatchEndCallback>;
    kvstore: unknown;
    optimizer: string | Optimizer;
    optimizerParams: object;
    evalEndCallback: Callbacks<BatchEndCallback>;
    evalBatchEndCallback: Callbacks<BatchEndCallback>;
    initializer: InitFunction | null;
    argParams: Params | null;
    auxParams: Params | null;
    allowMissing: boolean;
    forceRebind: boolean;
    forceInit: boolean;
    beginEpoch: number;
    numEpoch: number | null;
    validationMetric: MetricLike | null;
    monitor: Watcher | null;
    signal: Abortable | null;
};
/** The defaults of `ScoreOptions`. */
export declare const SCORE: {
    numBatch: number | null;
    batchEndCallback: Callbacks<BatchEndCallback>;
    scoreEndCallback: Callbacks<BatchEndCallback>;
    reset: boolean;
    epoch: number;
};
/** The initializer of modules unless another is given. */
export declare function defaultInitializer(): InitFunction;
/** Callbacks as a list. */
export declare function all<T>(callbacks: Callbacks<T>): readonly T[];
declare const BIND: {
    labelShapes: readonly ShapeLike[] | null;
    forTraining: boolean;
    inputsNeedGrad: boolean;
    forceRebind: boolean;
    sharedModule: BaseModule | null;
    gradReq: GradReqs;
};
/** What `bind` was called with. */
export type Bind = typeof BIND & {
    dataShapes: readonly ShapeLike[];
};
/** Reads it. */
export declare function readBind(args: readonly unknown[]): Bind;
declare const INIT_PARAMS: {
    initializer: InitFunction | null;
    argParams: Params | null;
    auxParams: Params | null;
    allowMissing: boolean;
    forceInit: boolean;
    allowExtra: boolean;
};
/** What `initParams` was called with. */
export declare function readInitParams(args: readonly unknown[]): typeof INIT_PARAMS;
/** What `setParams` was given. */
export declare function readSetParams(options: SetParamsOptions): Required<{
    [K in keyof SetParamsOptions]: boolean;
}>;
/** The defaults of `InitOptimizerOptions`. */
export declare const INIT_OPTIMIZER: {
    kvstore: unknown;
    optimizer: string | Optimizer;
    optimizerParams: object;
    forceInit: boolean;
};
/** What `Module` takes besides the symbol. */
export interface ModuleOptions {
    /** Names of the inputs; `["data"]` by default. */
    dataNames?: readonly string[] | null | undefined;
    /** Names of the labels; `["softmax_label"]` by default, null for none. */
    labelNames?: readonly string[] | null | undefined;
    /** Where progress and warnings go; the console by default, null for nowhere. */
    logger?: Logger | null | undefined;
    /** Accepted for MXNet's sake: there is one device. */
    context?: unknown;
    /** Names of parameters that are not trained. */
    fixedParamNames?: readonly string[] | null | undefined;
    /** Names of arguments that are states: neither inputs nor parameters. */
    stateNames?: readonly string[] | null | undefined;
}
type Names = readonly string[] | null;
/** The defaults of `ModuleOptions`, in MXNet's order. */
export declare const MODULE: {
    dataNames: Names;
    labelNames: Names;
    logger: Logger | null;
    context: unknown;
    fixedParamNames: Names;
    stateNames: Names;
};
export {};
