// Modules whose computation is written in JavaScript, as MXNet's are in Python.
import { MXNetError } from "../error.ts";
import type { InitFunction } from "../init/mixed.ts";
import type { DataBatch } from "../io/data-batch.ts";
import type { DataDesc } from "../io/data-desc.ts";
import type { EvalMetric } from "../metric/index.ts";
import { array } from "../nd/create.ts";
import { describe } from "../nd/invoke.ts";
import { NDArray, type Nested } from "../nd/ndarray.ts";
import type { NDArrayDict } from "../nd/params.ts";
import { outsideScopes } from "../runtime/cell.ts";
import { scope } from "../scope.ts";
import { BaseModule } from "./base-module.ts";
import type { BindOptions, InitOptimizerOptions, InitParamsOptions, Logger, Watcher } from "./options.ts";
import { descsOf, type ShapeLike } from "./shapes.ts";

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
export abstract class PythonModule extends BaseModule {
  readonly dataNames: readonly string[];
  readonly labelNames: readonly string[];
  readonly outputNames: readonly string[];
  #dataShapes: readonly DataDesc[] | null = null;
  #labelShapes: readonly DataDesc[] | null = null;
  #outputShapes: [name: string, shape: number[]][] = [];

  constructor(
    dataNames: readonly string[],
    labelNames: readonly string[] | null,
    outputNames: readonly string[],
    { logger = console }: PythonModuleOptions = {},
  ) {
    super(logger);
    this.dataNames = expectNames(dataNames, "dataNames");
    this.labelNames = expectNames(labelNames ?? [], "labelNames");
    this.outputNames = expectNames(outputNames, "outputNames");
  }

  /** Names and shapes of the outputs, of inputs that have the shapes in `dataShapes`. */
  abstract computeOutputShapes(): readonly (readonly [name: string, shape: readonly number[]])[];

  /** There is none. */
  get symbol(): null {
    return null;
  }

  get dataShapes(): readonly DataDesc[] {
    if (!this.#dataShapes) throw new MXNetError("dataShapes: call bind first");
    return this.#dataShapes;
  }

  get labelShapes(): readonly DataDesc[] | null {
    return this.#labelShapes;
  }

  get outputShapes(): [name: string, shape: number[]][] {
    return this.#outputShapes;
  }

  bind(dataShapes: readonly ShapeLike[], options: BindOptions & { labelShapes?: readonly ShapeLike[] | null }): void;
  bind(dataShapes: readonly ShapeLike[], labelShapes?: readonly ShapeLike[] | null, options?: BindOptions): void;
  bind(...args: unknown[]): void {
    const read = this.readBind(args);
    if (!read) return;
    if (read.gradReq !== "write") {
      throw new MXNetError(`bind: a module written in JavaScript has gradReq "write", got ${describe(read.gradReq)}`);
    }
    const data = descsOf(read.dataShapes, "bind: dataShapes");
    const label = read.labelShapes?.length ? descsOf(read.labelShapes, "bind: labelShapes") : null;
    expectSameNames(data, this.dataNames, "dataShapes");
    if (label) expectSameNames(label, this.labelNames, "labelShapes");
    this.#dataShapes = data;
    this.#labelShapes = label;
    this.#outputShapes = this.computeOutputShapes().map(([name, shape]) => [name, [...shape]]);
    this.markBound(read);
    this.paramsInitialized = true;
  }

  /** There are no parameters. */
  getParams(): [argParams: NDArrayDict, auxParams: NDArrayDict] {
    return [{}, {}];
  }

  /** There are no parameters. */
  initParams(options?: InitParamsOptions): void;
  initParams(initializer: InitFunction | null, options?: InitParamsOptions): void;
  initParams(): void {}

  /** There is nothing to optimize. */
  initOptimizer(_options?: InitOptimizerOptions): void {
    this.optimizerInitialized = true;
  }

  /** There is nothing to update. */
  update(): void {}

  /** Takes the outputs for predictions, if the module gets labels. */
  updateMetric(evalMetric: EvalMetric, labels: readonly NDArray[]): void {
    if (this.#labelShapes) evalMetric.update(labels, this.getOutputs());
  }

  /** There is no executor to watch. */
  installMonitor(_monitor: Watcher): void {}
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
export class PythonLossModule extends PythonModule {
  readonly #name: string;
  readonly #gradFunc: GradFunction | null;
  #scores: NDArray | null = null;
  #labels: NDArray | null = null;
  #grad: NDArray | null = null;

  constructor(options: PythonLossModuleOptions = {}) {
    const { name = "pyloss", dataNames = ["data"], labelNames = ["softmax_label"], gradFunc = null, logger } = options;
    if (typeof name !== "string") throw new TypeError(`PythonLossModule: name must be a text, got ${describe(name)}`);
    if (gradFunc !== null && typeof gradFunc !== "function") {
      throw new TypeError(`PythonLossModule: gradFunc must be a function, got ${describe(gradFunc)}`);
    }
    super(dataNames, labelNames, [`${name}_output`], { logger });
    if (dataNames.length !== 1 || labelNames.length !== 1) {
      throw new MXNetError(
        `PythonLossModule: one input and one label are expected, got ${dataNames.length} and ${labelNames.length}`,
      );
    }
    this.#name = name;
    this.#gradFunc = gradFunc;
  }

  computeOutputShapes(): [name: string, shape: readonly number[]][] {
    return [[`${this.#name}_output`, (this.dataShapes[0] as DataDesc).shape]];
  }

  /** Keeps the scores, and the labels in training. */
  forward({ data, label }: DataBatch, isTrain: boolean | null = null): void {
    this.expectReady("forward");
    const [scores] = data;
    if (!scores) throw new MXNetError("forward: the batch has no data");
    const labels = label?.[0] ?? null;
    if ((isTrain ?? this.forTraining) && !labels) throw new MXNetError("forward: the batch has no labels");
    this.#scores = scores;
    this.#labels = labels;
    this.#grad = null;
  }

  backward(outGrads: NDArray | readonly NDArray[] | null = null): void {
    if (outGrads !== null) throw new MXNetError("backward: a loss takes no gradients of its outputs");
    if (!this.forTraining) throw new MXNetError("backward: bind with forTraining: true first");
    const [scores, labels] = [this.#scores, this.#labels];
    if (!scores || !labels) throw new MXNetError("backward: call forward with labels first");
    // As the gradients of other modules it outlives scopes.
    this.#grad = outsideScopes(() =>
      scope(() => {
        const grad = this.gradient(scores, labels);
        return grad instanceof NDArray ? grad : array(grad);
      }),
    );
  }

  /** The gradient of the loss by the scores. */
  protected gradient(scores: NDArray, labels: NDArray): NDArray | Nested {
    if (!this.#gradFunc) throw new MXNetError(`${this.constructor.name}: there is neither a gradFunc nor a gradient`);
    return this.#gradFunc(scores, labels);
  }

  getOutputs(): NDArray[] {
    if (!this.#scores) throw new MXNetError("getOutputs: call forward first");
    return [this.#scores];
  }

  getInputGrads(): NDArray[] {
    if (!this.#grad) throw new MXNetError("getInputGrads: call backward first");
    return [this.#grad];
  }
}

function expectNames(names: unknown, what: string): readonly string[] {
  if (!Array.isArray(names) || names.some((name) => typeof name !== "string")) {
    throw new TypeError(`${what} must be a list of names, got ${describe(names)}`);
  }
  return [...names];
}

function expectSameNames(descs: readonly DataDesc[], names: readonly string[], what: string): void {
  const given = descs.map(({ name }) => name);
  if (given.join() !== names.join()) {
    throw new MXNetError(
      `bind: ${what} has ${given.join(", ") || "nothing"}, expected ${names.join(", ") || "nothing"}`,
    );
  }
}
