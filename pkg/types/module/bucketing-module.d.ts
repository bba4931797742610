import type { InitFunction } from "../init/mixed.ts";
import type { DataBatch } from "../io/data-batch.ts";
import type { DataDesc } from "../io/data-desc.ts";
import type { EvalMetric } from "../metric/index.ts";
import { type Params } from "../model/checkpoint.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { type NDArrayDict } from "../nd/params.ts";
import type { GraphSymbol } from "../symbol/symbol.ts";
import { DelegatingModule } from "./delegating-module.ts";
import { Module } from "./module.ts";
import type { BindOptions, InitOptimizerOptions, InitParamsOptions, ModuleOptions, Watcher } from "./options.ts";
import type { ShapeLike } from "./shapes.ts";
/** Makes the symbol of a bucket, with the names of its inputs and labels. */
export type SymbolGenerator = (bucketKey: unknown) => readonly [symbol: GraphSymbol, dataNames: readonly string[] | null, labelNames: readonly string[] | null];
/** What `BucketingModule` takes besides the generator. */
export interface BucketingModuleOptions extends Omit<ModuleOptions, "dataNames" | "labelNames"> {
    /** The bucket that has all parameters: mostly the largest. */
    defaultBucketKey: unknown;
}
/**
 * A module with a symbol for each kind of batch, as sequences of several lengths ask for. All share the parameters of the default
 * bucket; a batch says its bucket by `bucketKey`.
 *
 * @example
 * ```ts
 * const symGen = (length: unknown) => {
 *   const sum = mx.sym.sum(mx.sym.Variable("data"), { axis: 1, keepdims: true, name: `sum${length}` });
 *   const net = mx.sym.FullyConnected(sum, { numHidden: 2, name: "fc" });
 *   return [mx.sym.SoftmaxOutput(net, { name: "softmax" }), ["data"], ["softmax_label"]] as const;
 * };
 * const module = new mx.mod.BucketingModule(symGen, { defaultBucketKey: 10 });
 * module.bind([["data", [4, 10]]], [["softmax_label", [4]]]);
 * module.initParams();
 * const provideData = [new mx.io.DataDesc("data", [4, 3])];
 * const provideLabel = [new mx.io.DataDesc("softmax_label", [4])];
 * module.forward(new mx.io.DataBatch([nd.ones([4, 3])], { bucketKey: 3, label: [nd.zeros([4])], provideData, provideLabel }));
 * console.log(module.getOutputs()[0]!.shape); // [ 4, 2 ]
 * ```
 */
export declare class BucketingModule extends DelegatingModule {
    #private;
    constructor(symGen: SymbolGenerator, options: BucketingModuleOptions);
    protected head(call: string): Module;
    protected tail(call: string): Module;
    get symbol(): GraphSymbol;
    get labelShapes(): readonly DataDesc[] | null;
    /** Binds the default bucket; the others are bound when their first batch comes. */
    bind(dataShapes: readonly ShapeLike[], options: BindOptions & {
        labelShapes?: readonly ShapeLike[] | null;
    }): void;
    bind(dataShapes: readonly ShapeLike[], labelShapes?: readonly ShapeLike[] | null, options?: BindOptions): void;
    /** Goes on with another bucket, which is bound at its first time. */
    switchBucket(bucketKey: unknown, dataShapes: readonly ShapeLike[], labelShapes?: readonly ShapeLike[] | null): void;
    initParams(options?: InitParamsOptions): void;
    initParams(initializer: InitFunction | null, options?: InitParamsOptions): void;
    setParams(argParams: Params | null, auxParams: Params | null, options?: InitParamsOptions): void;
    getParams(): [argParams: NDArrayDict, auxParams: NDArrayDict];
    initOptimizer(options?: InitOptimizerOptions): void;
    prepare(dataBatch: DataBatch): void;
    forward(dataBatch: DataBatch, isTrain?: boolean | null): void;
    backward(outGrads?: NDArray | readonly NDArray[] | null): void;
    update(): void;
    updateMetric(evalMetric: EvalMetric, labels: readonly NDArray[]): void;
    installMonitor(monitor: Watcher): void;
    /**
     * Saves the parameters, `PREFIX-0001.params`, the symbol of every bucket that there has been, `PREFIX-KEY-symbol.json`, and
     * their keys, `PREFIX.buckets`. Keys must be integers.
     */
    saveCheckpoint(prefix: string, epoch: number): void;
    /** Loads what `saveCheckpoint` saved, here or in MXNet. Bind it next. */
    static load(prefix: string, epoch: number, symGen: SymbolGenerator, options: BucketingModuleOptions): Promise<BucketingModule>;
    /** A module with the symbols of its buckets and values of its parameters. Bind it next. */
    static loadDict(symbols: ReadonlyMap<unknown, GraphSymbol>, symGen: SymbolGenerator, options: BucketingModuleOptions & {
        argParams: Params;
        auxParams: Params;
    }): BucketingModule;
}
