import { MXNetError } from "../error.ts";
import { readAnywhere } from "../files/anywhere.ts";
import { readArguments } from "../init/arguments.ts";
import type { InitFunction } from "../init/mixed.ts";
import type { DataBatch } from "../io/data-batch.ts";
import type { DataDesc } from "../io/data-desc.ts";
import type { EvalMetric } from "../metric/index.ts";
import { type Checkpoint, type CheckpointSource, fileName, loadCheckpoint, type Params } from "../model/checkpoint.ts";
import { readFile, writeFile } from "../nd/files.ts";
import { describe } from "../nd/invoke.ts";
import { NDArray } from "../nd/ndarray.ts";
import type { NDArrayDict } from "../nd/params.ts";
import { Updater } from "../optimizer/index.ts";
import type { GraphSymbol } from "../symbol/symbol.ts";
import { BaseModule } from "./base-module.ts";
import { Binding } from "./binding.ts";
import { makeOptimizer } from "./make-optimizer.ts";
import {
  type BindOptions,
  INIT_OPTIMIZER,
  type InitOptimizerOptions,
  type InitParamsOptions,
  MODULE,
  type ModuleOptions,
  readInitParams,
  readSetParams,
  type SetParamsOptions,
  type Watcher,
} from "./options.ts";
import { copyParams, expectParams, fillParams } from "./parameters.ts";
import { descsOf, mismatch, type ShapeLike, unknownInput } from "./shapes.ts";
import { expectState } from "./state.ts";

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
export class Module extends BaseModule {
  readonly symbol: GraphSymbol;
  readonly dataNames: readonly string[];
  readonly labelNames: readonly string[];
  readonly outputNames: readonly string[];
  readonly #paramNames: readonly string[];
  readonly #fixedParamNames: readonly string[];
  readonly #stateNames: readonly string[];
  #binding: Binding | null = null;
  /** Copies of the parameters, those that `getParams` gives. */
  #argParams: NDArrayDict | null = null;
  #auxParams: NDArrayDict | null = null;
  /** Whether the parameters have changed since they were copied. */
  #dirty = false;
  #updater: Updater | null = null;
  /** States to load as soon as there is an optimizer. */
  #states: Uint8Array | null = null;

  constructor(symbol: GraphSymbol, options: ModuleOptions = {}) {
    const read = readArguments("Module", MODULE, [options]);
    super(read.logger);
    this.symbol = symbol;
    this.dataNames = [...(read.dataNames ?? [])];
    this.labelNames = [...(read.labelNames ?? [])];
    this.#stateNames = [...(read.stateNames ?? [])];
    this.#fixedParamNames = [...(read.fixedParamNames ?? [])];
    const args = symbol.listArguments();
    const check = (names: readonly string[], kind: string): string | null => unknownInput(names, args, kind);
    const wrong =
      check(this.dataNames, "data") ?? check(this.#stateNames, "state") ?? check(this.#fixedParamNames, "fixed_param");
    if (wrong !== null) throw new MXNetError(wrong);
    const odd = check(this.labelNames, "label");
    if (odd !== null) this.logger.warn(odd);
    const inputs = [...this.dataNames, ...this.labelNames, ...this.#stateNames];
    this.#paramNames = args.filter((name) => !inputs.includes(name));
    this.outputNames = symbol.listOutputs();
  }

  /**
   * Loads what `saveCheckpoint` saved, here or in MXNet. Bind it next.
   *
   * @param prefix - of the files (in Node, Deno and Bun) or of URLs; or the files' contents
   * @param options - besides what `Module` takes, `loadOptimizerStates`: whether `PREFIX-0001.states` is loaded, too
   */
  static async load(
    prefix: string,
    epoch: number,
    options?: ModuleOptions & { loadOptimizerStates?: boolean | undefined },
  ): Promise<Module>;
  static async load(source: CheckpointSource, options?: ModuleOptions): Promise<Module>;
  static async load(source: string | CheckpointSource, ...args: unknown[]): Promise<Module> {
    const fromFiles = typeof source === "string";
    const [epoch, given = {}] = (fromFiles ? args : [0, ...args]) as [number, object?];
    const { loadOptimizerStates = false, ...options } = given as ModuleOptions & { loadOptimizerStates?: boolean };
    const [symbol, argParams, auxParams] = fromFiles
      ? await loadCheckpoint(source, epoch)
      : await loadCheckpoint(source);
    const module = new Module(symbol, options);
    module.preset(argParams, auxParams);
    if (!fromFiles) module.#states = source.states ?? null;
    else if (loadOptimizerStates) module.#states = await readAnywhere(fileName(source, epoch, "states"), "Module.load");
    return module;
  }

  /** @internal Gives parameters values that the next `bind` takes. */
  preset(argParams: Params, auxParams: Params): void {
    this.#argParams = { ...argParams };
    this.#auxParams = { ...auxParams };
    this.paramsInitialized = true;
  }

  /** @internal Says that another module has changed the parameters that both use. */
  markChanged(): void {
    this.#dirty = true;
  }

  /**
   * Saves symbol and parameters, `PREFIX-symbol.json` and `PREFIX-0001.params`, which MXNet can load, and the optimizer's states
   * if they are asked for, `PREFIX-0001.states`, which it cannot.
   *
   * @param prefix - of the files; null for their contents
   */
  saveCheckpoint(prefix: string, epoch: number, saveOptimizerStates?: boolean): void;
  saveCheckpoint(prefix: null, epoch: number, saveOptimizerStates?: boolean): Checkpoint & { symbol: string };
  saveCheckpoint(prefix: string | null, epoch: number, saveOptimizerStates = false): Checkpoint | undefined {
    const symbol = this.symbol.toJSON();
    if (prefix === null) {
      const states = saveOptimizerStates ? { states: this.saveOptimizerStates(null) } : {};
      return { symbol, params: this.saveParams(null), ...states };
    }
    const names = [fileName(prefix, epoch, "params"), fileName(prefix, epoch, "states")] as const;
    writeFile(`${prefix}-symbol.json`, new TextEncoder().encode(symbol), "saveCheckpoint");
    this.saveParams(names[0]);
    this.logger.info(`Saved checkpoint to "${names[0]}"`);
    if (saveOptimizerStates) {
      this.saveOptimizerStates(names[1]);
      this.logger.info(`Saved optimizer state to "${names[1]}"`);
    }
    return undefined;
  }

  #bound(call: string): Binding {
    if (!this.#binding) throw new MXNetError(`${call}: call bind first`);
    return this.#binding;
  }

  get dataShapes(): readonly DataDesc[] {
    return this.#bound("dataShapes").dataShapes;
  }

  get labelShapes(): readonly DataDesc[] | null {
    return this.#bound("labelShapes").labelShapes;
  }

  get outputShapes(): [name: string, shape: number[]][] {
    const { dataShapes, labelShapes } = this.#bound("outputShapes");
    const names = this.symbol.listInputs();
    const known = [...dataShapes, ...(labelShapes ?? [])].filter(({ name }) => names.includes(name));
    const [, shapes] = this.symbol.inferShape(Object.fromEntries(known.map(({ name, shape }) => [name, shape])));
    return this.outputNames.map((name, i) => [name, shapes?.[i] as number[]]);
  }

  #descs(data: readonly ShapeLike[], label: readonly ShapeLike[] | null): [DataDesc[], DataDesc[] | null] {
    const dataShapes = descsOf(data, "bind: dataShapes");
    const wrong = mismatch(this.dataNames, dataShapes, "data");
    if (wrong !== null) throw new MXNetError(wrong);
    // MXNet's iterators without labels give an empty list.
    const labelShapes = label === null || label.length === 0 ? null : descsOf(label, "bind: labelShapes");
    const odd = mismatch(this.labelNames, labelShapes ?? [], "label");
    if (odd !== null) this.logger.warn(odd);
    return [dataShapes, labelShapes];
  }

  /**
   * Makes the arrays for inputs of given shapes.
   *
   * @param dataShapes - what an iterator's `provideData` says
   * @param labelShapes - what its `provideLabel` says
   */
  bind(dataShapes: readonly ShapeLike[], options: BindOptions & { labelShapes?: readonly ShapeLike[] | null }): void;
  bind(dataShapes: readonly ShapeLike[], labelShapes?: readonly ShapeLike[] | null, options?: BindOptions): void;
  bind(...args: unknown[]): void {
    const read = this.readBind(args);
    if (!read) return;
    const { forTraining, inputsNeedGrad, sharedModule } = read;
    if (sharedModule !== null && !(sharedModule instanceof Module)) {
      throw new TypeError(`bind: sharedModule must be a Module, got ${describe(sharedModule)}`);
    }
    sharedModule?.expectReady("bind with this sharedModule");
    const [data, label] = this.#descs(read.dataShapes, read.labelShapes);
    const binding = new Binding({
      symbol: this.symbol,
      dataShapes: data,
      labelShapes: label,
      paramNames: this.#paramNames,
      fixedParamNames: this.#fixedParamNames,
      forTraining,
      inputsNeedGrad,
      gradReq: read.gradReq,
      shared: sharedModule ? sharedModule.#bound("bind") : null,
    });
    if (sharedModule) {
      this.paramsInitialized = true;
      this.#argParams = sharedModule.#argParams;
      this.#auxParams = sharedModule.#auxParams;
    } else if (this.paramsInitialized) {
      if (this.#dirty) this.#syncParams();
      const [args, aux] = [this.#argParams ?? {}, this.#auxParams ?? {}];
      expectParams(args, this.#paramNames);
      expectParams(aux, this.symbol.listAuxiliaryStates());
      binding.executor.copyParamsFrom(args, aux);
    }
    this.#binding = binding;
    this.markBound(read);
    if (sharedModule?.optimizerInitialized) this.borrowOptimizer(sharedModule);
  }

  /** Goes on with inputs of other shapes. */
  reshape(dataShapes: readonly ShapeLike[], labelShapes: readonly ShapeLike[] | null = null): void {
    this.#bound("reshape").reshape(...this.#descs(dataShapes, labelShapes));
  }

  /**
   * Gives the parameters their first values: those that are given, else what the initializer fills them with, in the order of
   * their names.
   */
  initParams(options?: InitParamsOptions): void;
  initParams(initializer: InitFunction | null, options?: InitParamsOptions): void;
  initParams(...args: unknown[]): void {
    const { initializer, argParams, auxParams, allowMissing, forceInit } = readInitParams(args);
    if (this.paramsInitialized && !forceInit) {
      this.logger.warn("Parameters already initialized and force_init=False. init_params call ignored.");
      return;
    }
    const { argDict, auxDict } = this.#bound("initParams").executor;
    const attrs = this.symbol.attrDict();
    fillParams(argDict, this.#paramNames, argParams, { initializer, allowMissing, attrs });
    fillParams(auxDict, this.symbol.listAuxiliaryStates(), auxParams, { initializer, allowMissing, attrs });
    this.#dirty = true;
    this.paramsInitialized = true;
  }

  override setParams(argParams: Params | null, auxParams: Params | null, options: SetParamsOptions = {}): void {
    const { allowMissing, forceInit, allowExtra } = readSetParams(options);
    const [args, aux] = [argParams ?? {}, auxParams ?? {}];
    // MXNet passes over names that there are not unless parameters may be missing, too.
    if (allowMissing && !allowExtra) {
      const known = [...this.symbol.listInputs()];
      const unknown = Object.keys({ ...args, ...aux }).find((name) => !known.includes(name));
      if (unknown !== undefined) throw new MXNetError(`Find name "${unknown}" that is not in the arguments`);
    }
    this.initParams({ initializer: null, argParams: args, auxParams: aux, allowMissing, forceInit });
  }

  getParams(): [argParams: NDArrayDict, auxParams: NDArrayDict] {
    expectState(this.paramsInitialized, "getParams", "initParams");
    if (this.#dirty) this.#syncParams();
    return [{ ...this.#argParams }, { ...this.#auxParams }];
  }

  #syncParams(): void {
    const { argDict, auxDict } = this.#bound("getParams").executor;
    this.#argParams = copyParams(argDict, this.#paramNames, this.#argParams);
    this.#auxParams = copyParams(auxDict, this.symbol.listAuxiliaryStates(), this.#auxParams);
    this.#dirty = false;
  }

  /** Makes the optimizer. It knows the names of the parameters: only those that end in `_weight` or `_gamma` decay. */
  initOptimizer(options: InitOptimizerOptions = {}): void {
    const { optimizer, optimizerParams, forceInit } = readArguments("initOptimizer", INIT_OPTIMIZER, [options]);
    this.expectReady("initOptimizer");
    if (this.optimizerInitialized && !forceInit) {
      this.logger.warn("optimizer already initialized, ignoring...");
      return;
    }
    const { batchSize } = this.#bound("initOptimizer");
    const made = makeOptimizer(optimizer, optimizerParams, batchSize, this.#paramNames, this.symbol, this.logger);
    this.#updater = new Updater(made);
    this.optimizerInitialized = true;
    if (this.#states) this.loadOptimizerStates(this.#states);
    this.#states = null;
  }

  /** Uses another module's optimizer, with its states. */
  borrowOptimizer(sharedModule: Module): void {
    expectState(sharedModule.optimizerInitialized, "borrowOptimizer", "the other module's initOptimizer");
    this.#updater = sharedModule.#updater;
    this.optimizerInitialized = true;
  }

  /** Computes the outputs of a batch. Other shapes than before bind the module anew. Labels may be missing. */
  forward(dataBatch: DataBatch, isTrain: boolean | null = null): void {
    this.expectReady("forward");
    const binding = this.#bound("forward");
    const { data, label } = dataBatch;
    if (data.length !== binding.dataShapes.length) {
      throw new MXNetError(`forward: the batch has ${data.length} inputs, expected ${this.dataNames.join(", ")}`);
    }
    if (!binding.fits(data)) this.reshape(...binding.shapesOf(dataBatch));
    binding.executor.forward(isTrain ?? this.forTraining, binding.inputs(data, label));
  }

  /** Computes gradients; those of the outputs are given unless the outputs are losses. */
  backward(outGrads: NDArray | readonly NDArray[] | null = null): void {
    this.expectReady("backward");
    if (!this.forTraining) throw new MXNetError("backward: re-bind with forTraining: true to run backward");
    const { executor } = this.#bound("backward");
    executor.backward(outGrads instanceof NDArray ? [outGrads] : (outGrads ?? undefined));
  }

  update(): void {
    this.expectReady("update");
    if (!this.#updater) throw new MXNetError("update: call initOptimizer first");
    const { argDict, gradDict } = this.#bound("update").executor;
    this.#dirty = true;
    for (const [index, name] of this.#paramNames.entries()) {
      const grad = gradDict[name];
      if (grad) this.#updater.update(index, grad, argDict[name] as NDArray);
    }
  }

  getOutputs(): NDArray[] {
    this.expectReady("getOutputs");
    return [...this.#bound("getOutputs").executor.outputs];
  }

  getInputGrads(): NDArray[] {
    this.expectReady("getInputGrads");
    if (!this.inputsNeedGrad) throw new MXNetError("getInputGrads: bind with inputsNeedGrad: true first");
    const { executor, dataShapes } = this.#bound("getInputGrads");
    return dataShapes.map(({ name }) => executor.gradDict[name] as NDArray);
  }

  /** The arrays of the states. */
  getStates(): NDArray[] {
    this.expectReady("getStates");
    const { argDict } = this.#bound("getStates").executor;
    return this.#stateNames.map((name) => argDict[name] as NDArray);
  }

  /** Sets the states: each to an array, or all to a number. */
  setStates(states: readonly NDArray[] | number): void {
    this.getStates().forEach((target, i) => {
      target.set(typeof states === "number" ? states : (states[i] as NDArray));
    });
  }

  updateMetric(evalMetric: EvalMetric, labels: readonly NDArray[]): void {
    const { executor, labelShapes } = this.#bound("updateMetric");
    const named = (labelShapes ?? []).flatMap(({ name }, i) => (labels[i] ? [[name, labels[i]] as const] : []));
    const outputs = executor.outputs;
    const preds = this.outputNames.map((name, i) => [name, outputs[i] as NDArray] as const);
    evalMetric.updateDict(Object.fromEntries(named), Object.fromEntries(preds));
  }

  /**
   * Saves the optimizer's states, the counts of updates and the learning rate. The format is this library's own, MXNet's being a
   * pickle of Python objects: a .params file with the states as arrays `state0`, `state1` and so on, and their structure as the
   * JSON text that the bytes of `optimizer` are.
   *
   * @param path - the file; null for the bytes
   */
  saveOptimizerStates(path: string): void;
  saveOptimizerStates(path: null): Uint8Array;
  saveOptimizerStates(path: string | null): Uint8Array | undefined {
    if (!this.#updater) throw new MXNetError("saveOptimizerStates: call initOptimizer first");
    const bytes = this.#updater.getStates();
    if (path === null) return bytes;
    writeFile(path, bytes, "saveOptimizerStates");
    return undefined;
  }

  /** Loads what `saveOptimizerStates` saved: a path or the bytes. */
  loadOptimizerStates(source: string | Uint8Array): void {
    if (!this.#updater) throw new MXNetError("loadOptimizerStates: call initOptimizer first");
    this.#updater.setStates(typeof source === "string" ? readFile(source, "loadOptimizerStates") : source);
  }

  installMonitor(monitor: Watcher): void {
    monitor.install(this.#bound("installMonitor").executor);
  }
}
