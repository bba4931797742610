import type { InitFunction } from "../init/mixed.ts";
import { DataBatch } from "../io/data-batch.ts";
import type { DataDesc } from "../io/data-desc.ts";
import type { EvalMetric } from "../metric/index.ts";
import type { NDArray } from "../nd/ndarray.ts";
import type { NDArrayDict } from "../nd/params.ts";
import { BaseModule } from "./base-module.ts";
import { DelegatingModule } from "./delegating-module.ts";
import type { BindOptions, InitOptimizerOptions, InitParamsOptions, Logger, Watcher } from "./options.ts";
import { type ShapeLike } from "./shapes.ts";
/** What `add` may say of a module. */
export interface SequentialMeta {
    /** Whether the module gets the labels. */
    takeLabels?: boolean | undefined;
    /** Whether outputs of the module before are taken as inputs whatever their names. */
    autoWiring?: boolean | undefined;
}
/**
 * Modules one behind the other: the outputs of each are the inputs of the next.
 *
 * @example
 * ```ts
 * const first = mx.sym.FullyConnected(mx.sym.Variable("data"), { numHidden: 4, name: "fc1" });
 * const second = mx.sym.SoftmaxOutput(mx.sym.FullyConnected(mx.sym.Variable("hidden"), { numHidden: 2, name: "fc2" }), {
 *   name: "softmax",
 * });
 * const module = new mx.mod.SequentialModule()
 *   .add(new mx.mod.Module(first, { labelNames: null }))
 *   .add(new mx.mod.Module(second, { dataNames: ["hidden"] }), { takeLabels: true, autoWiring: true });
 * module.bind([["data", [3, 5]]], [["softmax_label", [3]]]);
 * module.initParams();
 * module.forward(new mx.io.DataBatch([nd.ones([3, 5])]), false);
 * console.log(module.getOutputs()[0]!.shape); // [ 3, 2 ]
 * ```
 */
export declare class SequentialModule extends DelegatingModule {
    #private;
    constructor({ logger }?: {
        logger?: Logger | null | undefined;
    });
    /** Adds a module at the end. */
    add(module: BaseModule, meta?: SequentialMeta): this;
    protected head(): BaseModule;
    protected tail(): BaseModule;
    get labelShapes(): readonly DataDesc[] | null;
    bind(dataShapes: readonly ShapeLike[], options: BindOptions & {
        labelShapes?: readonly ShapeLike[] | null;
    }): void;
    bind(dataShapes: readonly ShapeLike[], labelShapes?: readonly ShapeLike[] | null, options?: BindOptions): void;
    initParams(options?: InitParamsOptions): void;
    initParams(initializer: InitFunction | null, options?: InitParamsOptions): void;
    getParams(): [argParams: NDArrayDict, auxParams: NDArrayDict];
    initOptimizer(options?: InitOptimizerOptions): void;
    forward(dataBatch: DataBatch, isTrain?: boolean | null): void;
    backward(outGrads?: NDArray | readonly NDArray[] | null): void;
    update(): void;
    updateMetric(evalMetric: EvalMetric, labels: readonly NDArray[]): void;
    installMonitor(monitor: Watcher): void;
}
