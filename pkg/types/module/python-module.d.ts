import type { InitFunction } from "../init/mixed.ts";
import type { DataBatch } from "../io/data-batch.ts";
import type { DataDesc } from "../io/data-desc.ts";
import type { EvalMetric } from "../metric/index.ts";
import { NDArray, type Nested } from "../nd/ndarray.ts";
import type { NDArrayDict } from "../nd/params.ts";
import { BaseModule } from "./base-module.ts";
import type { BindOptions, InitOptimizerOptions, InitParamsOptions, Logger, Watcher } from "./options.ts";
import { type ShapeLike } from "./shapes.ts";
/** What modules written in JavaScript take besides names. */
export interface PythonModuleOptions {
    /** Where progress and warnings go; the console by default, null for nowhere. */
    logger?: Logger | null | undefined;
}
/**
 * A module without a symbol and without parameters, whose computation is written in JavaScript. A subclass has
 * `computeOutputShapes`, `forward`, `backward`, `getOutputs` and `getInputGrads`; it can stand among others in a
 * `SequentialModule`.
 *
 * @example
 * ```ts
 * class Double extends mx.mod.PythonModule {
 *   x: NDArray | null = null;
 *   grad: NDArray | null = null;
 *   constructor() {
 *     super(["data"], [], ["double_output"]);
 *   }
 *   computeOutputShapes() {
 *     return [["double_output", this.dataShapes[0]!.shape]];
 *   }
 *   forward({ data }) {
 *     this.x = data[0]!;
 *   }
 *   backward([grad]) {
 *     this.grad = grad.mul(2);
 *   }
 *   getOutputs() {
 *     return [this.x!.mul(2)];
 *   }
 *   getInputGrads() {
 *     return [this.grad!];
 *   }
 * }
 * const module = new Double();
 * module.bind([["data", [2]]]);
 * module.forward(new io.DataBatch([nd.array([1, 2])]));
 * console.log(module.getOutputs()[0]!.toArray()); // [ 2, 4 ]
 * ```
 */
export declare abstract class PythonModule extends BaseModule {
    #private;
    readonly dataNames: readonly string[];
    readonly labelNames: readonly string[];
    readonly outputNames: readonly string[];
    constructor(dataNames: readonly string[], labelNames: readonly string[] | null, outputNames: readonly string[], { logger }?: PythonModuleOptions);
    /** Names and shapes of the outputs, of inputs that have the shapes in `dataShapes`. */
    abstract computeOutputShapes(): readonly (readonly [name: string, shape: readonly number[]])[];
    /** There is none. */
    get symbol(): null;
    get dataShapes(): readonly DataDesc[];
    get labelShapes(): readonly DataDesc[] | null;
    get outputShapes(): [name: string, shape: number[]][];
    bind(dataShapes: readonly ShapeLike[], options: BindOptions & {
        labelShapes?: readonly ShapeLike[] | null;
    }): void;
    bind(dataShapes: readonly ShapeLike[], labelShapes?: readonly ShapeLike[] | null, options?: BindOptions): void;
    /** There are no parameters. */
    getParams(): [argParams: NDArrayDict, auxParams: NDArrayDict];
    /** There are no parameters. */
    initParams(options?: InitParamsOptions): void;
    initParams(initializer: InitFunction | null, options?: InitParamsOptions): void;
    /** There is nothing to optimize. */
    initOptimizer(_options?: InitOptimizerOptions): void;
    /** There is nothing to update. */
    update(): void;
    /** Takes the outputs for predictions, if the module gets labels. */
    updateMetric(evalMetric: EvalMetric, labels: readonly NDArray[]): void;
    /** There is no executor to watch. */
    installMonitor(_monitor: Watcher): void;
}
/** The gradient of a loss by the scores. */
export type GradFunction = (scores: NDArray, labels: NDArray) => NDArray | Nested;
/** What `PythonLossModule` takes. */
export interface PythonLossModuleOptions extends PythonModuleOptions {
    /** What the output's name begins with. Default: `pyloss`. */
    name?: string | undefined;
    /** The name of the scores. Default: `["data"]`. */
    dataNames?: readonly string[] | undefined;
    /** The name of the labels. Default: `["softmax_label"]`. */
    labelNames?: readonly string[] | undefined;
    /** The gradient; a subclass may override `gradient` instead. */
    gradFunc?: GradFunction | null | undefined;
}
/**
 * A loss whose gradient is written in JavaScript: its output are the scores that it gets.
 *
 * @example
 * ```ts
 * // The hinge loss of several classes.
 * const gradFunc = (scores: NDArray, labels: NDArray) => {
 *   const right = nd.oneHot(labels, { depth: scores.shape[1]! });
 *   const margins = nd.broadcastSub(scores, nd.pick(scores, labels, { keepdims: true })).add(1).sub(right);
 *   const wrong = margins.greater(0);
 *   return wrong.sub(nd.broadcastMul(right, wrong.sum({ axis: 1, keepdims: true })));
 * };
 * const scores = mx.sym.FullyConnected(mx.sym.Variable("data"), { numHidden: 2, name: "fc" });
 * const module = new mx.mod.SequentialModule({ logger: null })
 *   .add(new mx.mod.Module(scores, { labelNames: null }))
 *   .add(new mx.mod.PythonLossModule({ gradFunc }), { takeLabels: true, autoWiring: true });
 * const [x, y] = [nd.array([[1, 0], [0, 1]]), nd.array([0, 1])];
 * await module.fit(new io.NDArrayIter(x, y, { batchSize: 2 }), { numEpoch: 20, optimizerParams: { learningRate: 0.5 } });
 * console.log(nd.argmax(module.predict(x) as NDArray, { axis: 1 }).toArray()); // [ 0, 1 ]
 * ```
 */
export declare class PythonLossModule extends PythonModule {
    #private;
    constructor(options?: PythonLossModuleOptions);
    computeOutputShapes(): [name: string, shape: readonly number[]][];
    /** Keeps the scores, and the labels in training. */
    forward({ data, label }: DataBatch, isTrain?: boolean | null): void;
    backward(outGrads?: NDArray | readonly NDArray[] | null): void;
    /** The gradient of the loss by the scores. */
    protected gradient(scores: NDArray, labels: NDArray): NDArray | Nested;
    getOutputs(): NDArray[];
    getInputGrads(): NDArray[];
}
