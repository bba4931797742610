import type { InitFunction } from "../init/mixed.ts";
import type { DataBatch } from "../io/data-batch.ts";
import type { DataDesc } from "../io/data-desc.ts";
import type { EvalMetric, MetricLike } from "../metric/index.ts";
import { type Params } from "../model/checkpoint.ts";
import type { NDArray } from "../nd/ndarray.ts";
import type { NDArrayDict } from "../nd/params.ts";
import type { GraphSymbol } from "../symbol/symbol.ts";
import { type BatchSource, type Bind, type BindOptions, type FitOptions, type InitOptimizerOptions, type InitParamsOptions, type IterPredictOptions, type Logger, type PredictOptions, type ScoreOptions, type SetParamsOptions, type Watcher } from "./options.ts";
import type { ShapeLike } from "./shapes.ts";
/**
 * The base of modules. A subclass has `bind`, `initParams`, `initOptimizer`, `forward`, `backward`, `update` and the like;
 * `fit`, `score` and `predict` are made of them.
 *
 * @example
 * ```ts
 * console.log(new mx.mod.Module(mx.sym.Variable("data"), { labelNames: null }) instanceof mx.mod.BaseModule); // true
 * ```
 */
export declare abstract class BaseModule {
    readonly logger: Logger;
    binded: boolean;
    forTraining: boolean;
    inputsNeedGrad: boolean;
    paramsInitialized: boolean;
    optimizerInitialized: boolean;
    constructor(logger?: Logger | null);
    /** The symbol; null for modules without one. */
    abstract get symbol(): GraphSymbol | null;
    /** Names of the inputs. */
    abstract get dataNames(): readonly string[];
    /** Names of the outputs. */
    abstract get outputNames(): readonly string[];
    /** What the inputs are. */
    abstract get dataShapes(): readonly DataDesc[];
    /** What the labels are; null if there are none. */
    abstract get labelShapes(): readonly DataDesc[] | null;
    /** Names and shapes of the outputs. */
    abstract get outputShapes(): [name: string, shape: number[]][];
    /** Makes the arrays for inputs of given shapes. It comes before all else. */
    abstract bind(dataShapes: readonly ShapeLike[], options: BindOptions): void;
    abstract bind(dataShapes: readonly ShapeLike[], labelShapes?: readonly ShapeLike[] | null, options?: BindOptions): void;
    /** Gives the parameters their first values. */
    abstract initParams(options?: InitParamsOptions): void;
    abstract initParams(initializer: InitFunction | null, options?: InitParamsOptions): void;
    /** Copies of the parameters: arguments and auxiliary states. */
    abstract getParams(): [argParams: NDArrayDict, auxParams: NDArrayDict];
    /** Makes the optimizer. */
    abstract initOptimizer(options?: InitOptimizerOptions): void;
    /** Computes the outputs of a batch. */
    abstract forward(dataBatch: DataBatch, isTrain?: boolean | null): void;
    /** Computes gradients; of the outputs they are given unless the outputs are losses. */
    abstract backward(outGrads?: NDArray | readonly NDArray[] | null): void;
    /** Updates the parameters by their gradients. */
    abstract update(): void;
    /** The outputs of the last `forward`. */
    abstract getOutputs(): NDArray[];
    /** The gradients of the inputs. */
    abstract getInputGrads(): NDArray[];
    /** Shows the labels and the outputs of the last `forward` to a metric. */
    abstract updateMetric(evalMetric: EvalMetric, labels: readonly NDArray[]): void;
    /** Lets a monitor see the executor. */
    abstract installMonitor(monitor: Watcher): void;
    /** Makes ready for a batch that comes next. */
    prepare(_dataBatch: DataBatch): void;
    /** `forward` in training, and `backward`. */
    forwardBackward(dataBatch: DataBatch): void;
    /** Gives parameters values. */
    setParams(argParams: Params | null, auxParams: Params | null, options?: SetParamsOptions): void;
    /**
     * Saves the parameters in a .params file.
     *
     * @param path - the file; null for the bytes
     */
    saveParams(path: string): void;
    saveParams(path: null): Uint8Array;
    /** Loads parameters from a .params file: its path or its bytes. */
    loadParams(source: string | Uint8Array | ArrayBuffer): void;
    /**
     * Evaluates with a metric. Rows that only fill up a batch count, as in MXNet.
     *
     * @returns names and values
     */
    score(evalData: BatchSource, evalMetric: MetricLike, options?: ScoreOptions): [name: string, value: number][];
    /**
     * Predicts batch by batch: outputs without rows that only fill up, the number of the batch and the batch.
     */
    iterPredict(evalData: BatchSource, options?: IterPredictOptions): Generator<[outputs: NDArray[], nbatch: number, batch: DataBatch], void, undefined>;
    /**
     * Predicts all data.
     *
     * @param evalData - batches, or an array that is one
     * @returns the output, or a list of outputs if there are several; lists of them by batch without `mergeBatches`
     */
    predict(evalData: NDArray | BatchSource, options?: PredictOptions & {
        mergeBatches?: true;
        alwaysOutputList?: false;
    }): NDArray | NDArray[];
    predict(evalData: BatchSource, options: PredictOptions & {
        mergeBatches?: true;
        alwaysOutputList: true;
    }): NDArray[];
    predict(evalData: BatchSource, options: PredictOptions & {
        mergeBatches: false;
    }): NDArray[][];
    /**
     * Trains: binds the module, initializes parameters and optimizer unless that is done, and goes through the data epoch by epoch.
     * The data is reset after each epoch, not before the first. The event loop turns now and then.
     *
     * @throws MXNetError if the data is at its end already; the signal's reason if that aborts
     */
    fit(trainData: BatchSource, options: FitOptions): Promise<void>;
    /** What `bind` was called with; null for a module that is bound, and stays so. */
    protected readBind(args: readonly unknown[]): Bind | null;
    /** Notes that `bind` has done its work. */
    protected markBound({ forTraining, inputsNeedGrad }: Pick<Bind, "forTraining" | "inputsNeedGrad">): void;
    /** Refuses a call before `bind` and `initParams`. */
    protected expectReady(call: string): void;
}
