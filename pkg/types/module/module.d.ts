import type { InitFunction } from "../init/mixed.ts";
import type { DataBatch } from "../io/data-batch.ts";
import type { DataDesc } from "../io/data-desc.ts";
import type { EvalMetric } from "../metric/index.ts";
import { type Checkpoint, type CheckpointSource, type Params } from "../model/checkpoint.ts";
import { NDArray } from "../nd/ndarray.ts";
import type { NDArrayDict } from "../nd/params.ts";
import type { GraphSymbol } from "../symbol/symbol.ts";
import { BaseModule } from "./base-module.ts";
import { type BindOptions, type InitOptimizerOptions, type InitParamsOptions, type ModuleOptions, type SetParamsOptions, type Watcher } from "./options.ts";
import { type ShapeLike } from "./shapes.ts";
/**
 * A symbol that can be trained: its parameters, its inputs and its optimizer. The order is `bind`, `initParams`,
 * `initOptimizer`, then `forward`, `backward`, `update` by turns; `fit` does it all.
 *
 * @example
 * ```ts
 * let net = mx.sym.FullyConnected(mx.sym.Variable("data"), { numHidden: 2, name: "fc" });
 * net = mx.sym.SoftmaxOutput(net, { name: "softmax" });
 * const [x, y] = [nd.random.normal(0, 1, [64, 3]), nd.zeros([64])];
 * const module = new mx.mod.Module(net, { logger: null });
 * await module.fit(new mx.io.NDArrayIter(x, y, { batchSize: 16 }), { numEpoch: 2 });
 * console.log((module.predict(x) as NDArray).shape); // [ 64, 2 ]
 * ```
 */
export declare class Module extends BaseModule {
    #private;
    readonly symbol: GraphSymbol;
    readonly dataNames: readonly string[];
    readonly labelNames: readonly string[];
    readonly outputNames: readonly string[];
    constructor(symbol: GraphSymbol, options?: ModuleOptions);
    /**
     * Loads what `saveCheckpoint` saved, here or in MXNet. Bind it next.
     *
     * @param prefix - of the files (in Node, Deno and Bun) or of URLs; or the files' contents
     * @param options - besides what `Module` takes, `loadOptimizerStates`: whether `PREFIX-0001.states` is loaded, too
     */
    static load(prefix: string, epoch: number, options?: ModuleOptions & {
        loadOptimizerStates?: boolean | undefined;
    }): Promise<Module>;
    static load(source: CheckpointSource, options?: ModuleOptions): Promise<Module>;
    /**
     * Saves symbol and parameters, `PREFIX-symbol.json` and `PREFIX-0001.params`, which MXNet can load, and the optimizer's states
     * if they are asked for, `PREFIX-0001.states`, which it cannot.
     *
     * @param prefix - of the files; null for their contents
     */
    saveCheckpoint(prefix: string, epoch: number, saveOptimizerStates?: boolean): void;
    saveCheckpoint(prefix: null, epoch: number, saveOptimizerStates?: boolean): Checkpoint & {
        symbol: string;
    };
    get dataShapes(): readonly DataDesc[];
    get labelShapes(): readonly DataDesc[] | null;
    get outputShapes(): [name: string, shape: number[]][];
    /**
     * Makes the arrays for inputs of given shapes.
     *
     * @param dataShapes - what an iterator's `provideData` says
     * @param labelShapes - what its `provideLabel` says
     */
    bind(dataShapes: readonly ShapeLike[], options: BindOptions & {
        labelShapes?: readonly ShapeLike[] | null;
    }): void;
    bind(dataShapes: readonly ShapeLike[], labelShapes?: readonly ShapeLike[] | null, options?: BindOptions): void;
    /** Goes on with inputs of other shapes. */
    reshape(dataShapes: readonly ShapeLike[], labelShapes?: readonly ShapeLike[] | null): void;
    /**
     * Gives the parameters their first values: those that are given, else what the initializer fills them with, in the order of
     * their names.
     */
    initParams(options?: InitParamsOptions): void;
    initParams(initializer: InitFunction | null, options?: InitParamsOptions): void;
    setParams(argParams: Params | null, auxParams: Params | null, options?: SetParamsOptions): void;
    getParams(): [argParams: NDArrayDict, auxParams: NDArrayDict];
    /** Makes the optimizer. It knows the names of the parameters: only those that end in `_weight` or `_gamma` decay. */
    initOptimizer(options?: InitOptimizerOptions): void;
    /** Uses another module's optimizer, with its states. */
    borrowOptimizer(sharedModule: Module): void;
    /** Computes the outputs of a batch. Other shapes than before bind the module anew. Labels may be missing. */
    forward(dataBatch: DataBatch, isTrain?: boolean | null): void;
    /** Computes gradients; those of the outputs are given unless the outputs are losses. */
    backward(outGrads?: NDArray | readonly NDArray[] | null): void;
    update(): void;
    getOutputs(): NDArray[];
    getInputGrads(): NDArray[];
    /** The arrays of the states. */
    getStates(): NDArray[];
    /** Sets the states: each to an array, or all to a number. */
    setStates(states: readonly NDArray[] | number): void;
    updateMetric(evalMetric: EvalMetric, labels: readonly NDArray[]): void;
    /**
     * Saves the optimizer's states, the counts of updates and the learning rate. The format is this library's own, MXNet's being a
     * pickle of Python objects: a .params file with the states as arrays `state0`, `state1` and so on, and their structure as the
     * JSON text that the bytes of `optimizer` are.
     *
     * @param path - the file; null for the bytes
     */
    saveOptimizerStates(path: string): void;
    saveOptimizerStates(path: null): Uint8Array;
    /** Loads what `saveOptimizerStates` saved: a path or the bytes. */
    loadOptimizerStates(source: string | Uint8Array): void;
    installMonitor(monitor: Watcher): void;
}
