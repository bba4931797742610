import { MXNetError } from "../error.ts";
import type { InitFunction } from "../init/mixed.ts";
import { DataBatch } from "../io/data-batch.ts";
import type { DataDesc } from "../io/data-desc.ts";
import type { EvalMetric } from "../metric/index.ts";
import type { NDArray } from "../nd/ndarray.ts";
import type { NDArrayDict } from "../nd/params.ts";
import { BaseModule } from "./base-module.ts";
import { DelegatingModule } from "./delegating-module.ts";
import type { BindOptions, InitOptimizerOptions, InitParamsOptions, Logger, Watcher } from "./options.ts";
import { descsOf, type ShapeLike } from "./shapes.ts";
import { expectState } from "./state.ts";

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
export class SequentialModule extends DelegatingModule {
  readonly #modules: { module: BaseModule; meta: SequentialMeta }[] = [];
  #labelShapes: readonly DataDesc[] | null = null;

  constructor({ logger = console }: { logger?: Logger | null | undefined } = {}) {
    super(logger);
  }

  /** Adds a module at the end. */
  add(module: BaseModule, meta: SequentialMeta = {}): this {
    if (!(module instanceof BaseModule)) throw new TypeError("SequentialModule.add: expected a module");
    for (const key of Object.keys(meta)) {
      if (key !== "takeLabels" && key !== "autoWiring") throw new TypeError(`Unknown meta "${key}", a typo?`);
    }
    this.#modules.push({ module, meta });
    this.binded = false;
    this.paramsInitialized = false;
    this.optimizerInitialized = false;
    return this;
  }

  #at(index: number): BaseModule {
    const found = this.#modules.at(index);
    if (!found) throw new MXNetError("Attempting to use an empty SequentialModule");
    return found.module;
  }

  protected head(): BaseModule {
    return this.#at(0);
  }

  protected tail(): BaseModule {
    return this.#at(-1);
  }

  get labelShapes(): readonly DataDesc[] | null {
    return this.#labelShapes;
  }

  bind(dataShapes: readonly ShapeLike[], options: BindOptions & { labelShapes?: readonly ShapeLike[] | null }): void;
  bind(dataShapes: readonly ShapeLike[], labelShapes?: readonly ShapeLike[] | null, options?: BindOptions): void;
  bind(...args: unknown[]): void {
    const read = this.readBind(args);
    if (!read) return;
    const { dataShapes, labelShapes, forTraining, inputsNeedGrad, forceRebind, sharedModule, gradReq } = read;
    if (sharedModule !== null) throw new MXNetError("Shared module is not supported");
    this.#at(0);
    let shapes: readonly ShapeLike[] = dataShapes;
    for (const [i, { module, meta }] of this.#modules.entries()) {
      if (meta.autoWiring) {
        const names = module.dataNames;
        shapes = descsOf(shapes, "bind: dataShapes").map(({ shape }, k) => [names[k] as string, shape]);
      }
      module.bind(shapes, meta.takeLabels ? labelShapes : null, {
        forTraining,
        inputsNeedGrad: inputsNeedGrad || (forTraining && i > 0),
        forceRebind,
        gradReq,
      });
      shapes = module.outputShapes;
    }
    const labelled = labelShapes !== null && this.#modules.some(({ meta }) => meta.takeLabels);
    this.#labelShapes = labelled ? descsOf(labelShapes, "bind: labelShapes") : null;
    this.markBound(read);
  }

  initParams(options?: InitParamsOptions): void;
  initParams(initializer: InitFunction | null, options?: InitParamsOptions): void;
  initParams(...args: unknown[]): void {
    expectState(this.binded, "initParams", "bind");
    for (const { module } of this.#modules) module.initParams(...(args as [InitParamsOptions]));
    const seen = new Map<string, number>();
    for (const [i, { module }] of this.#modules.entries()) {
      for (const name of module.getParams().flatMap((params) => Object.keys(params))) {
        if (seen.has(name)) {
          throw new MXNetError(
            `Duplicated parameter names: name "${name}" in layer ${i} is already used in layer ${seen.get(name)}.`,
          );
        }
        seen.set(name, i);
      }
    }
    this.paramsInitialized = true;
  }

  getParams(): [argParams: NDArrayDict, auxParams: NDArrayDict] {
    this.expectReady("getParams");
    const all = this.#modules.map(({ module }) => module.getParams());
    return [Object.assign({}, ...all.map(([args]) => args)), Object.assign({}, ...all.map(([, aux]) => aux))];
  }

  initOptimizer(options?: InitOptimizerOptions): void {
    this.expectReady("initOptimizer");
    for (const { module } of this.#modules) module.initOptimizer(options);
    this.optimizerInitialized = true;
  }

  forward(dataBatch: DataBatch, isTrain: boolean | null = null): void {
    this.expectReady("forward");
    const { label, pad, index, bucketKey, provideLabel } = dataBatch;
    let { data, provideData } = dataBatch;
    for (const { module } of this.#modules) {
      module.forward(new DataBatch(data, { label, pad, index, bucketKey, provideData, provideLabel }), isTrain);
      data = module.getOutputs();
      provideData = null;
    }
  }

  backward(outGrads: NDArray | readonly NDArray[] | null = null): void {
    this.expectReady("backward");
    let grads = outGrads;
    for (const [i, { module }] of [...this.#modules.entries()].reverse()) {
      module.backward(grads);
      if (i > 0) grads = module.getInputGrads();
    }
  }

  update(): void {
    this.expectReady("update");
    for (const { module } of this.#modules) module.update();
  }

  updateMetric(evalMetric: EvalMetric, labels: readonly NDArray[]): void {
    this.expectReady("updateMetric");
    for (const { module, meta } of this.#modules) if (meta.takeLabels) module.updateMetric(evalMetric, labels);
  }

  installMonitor(monitor: Watcher): void {
    for (const { module } of this.#modules) module.installMonitor(monitor);
  }
}
