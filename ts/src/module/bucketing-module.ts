import { MXNetError } from "../error.ts";
import { readAnywhere } from "../files/anywhere.ts";
import type { InitFunction } from "../init/mixed.ts";
import type { DataBatch } from "../io/data-batch.ts";
import type { DataDesc } from "../io/data-desc.ts";
import type { EvalMetric } from "../metric/index.ts";
import { loadParams, type Params } from "../model/checkpoint.ts";
import { array } from "../nd/create.ts";
import { writeFile } from "../nd/files.ts";
import { describe } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { load, type NDArrayDict, save } from "../nd/params.ts";
import { NameManager } from "../symbol/name.ts";
import type { GraphSymbol } from "../symbol/symbol.ts";
import { fromJSON } from "../symbol/variable.ts";
import { DelegatingModule } from "./delegating-module.ts";
import { Module } from "./module.ts";
import type { BindOptions, InitOptimizerOptions, InitParamsOptions, ModuleOptions, Watcher } from "./options.ts";
import type { ShapeLike } from "./shapes.ts";
import { expectState } from "./state.ts";

/** Makes the symbol of a bucket, with the names of its inputs and labels. */
export type SymbolGenerator = (
  bucketKey: unknown,
) => readonly [symbol: GraphSymbol, dataNames: readonly string[] | null, labelNames: readonly string[] | null];

/** What `BucketingModule` takes besides the generator. */
export interface BucketingModuleOptions extends Omit<ModuleOptions, "dataNames" | "labelNames"> {
  /** The bucket that has all parameters: mostly the largest. */
  defaultBucketKey: unknown;
}

/** What a key is compared by: lists by their elements. */
function keyOf(key: unknown): unknown {
  return Array.isArray(key) ? JSON.stringify(key) : key;
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
export class BucketingModule extends DelegatingModule {
  readonly #generate: SymbolGenerator;
  readonly #defaultKey: unknown;
  readonly #options: Omit<ModuleOptions, "dataNames" | "labelNames">;
  readonly #buckets: Map<unknown, Module> = new Map();
  /** The keys as they were given. */
  readonly #keys: Map<unknown, unknown> = new Map();
  #current: Module | null = null;
  #bindOptions: BindOptions = {};
  #monitor: Watcher | null = null;

  constructor(symGen: SymbolGenerator, options: BucketingModuleOptions) {
    const { defaultBucketKey, ...rest } = options ?? {};
    if (typeof symGen !== "function") {
      throw new TypeError(`BucketingModule: symGen must be a function, got ${describe(symGen)}`);
    }
    if (defaultBucketKey === undefined || defaultBucketKey === null) {
      throw new TypeError("BucketingModule: defaultBucketKey is missing");
    }
    super(rest.logger);
    this.#generate = symGen;
    this.#defaultKey = defaultBucketKey;
    this.#options = rest;
    // Fails early where the symbol does not fit.
    this.#make(defaultBucketKey);
  }

  /** The module of a bucket, with automatic names that begin anew. */
  #make(key: unknown, symbol?: GraphSymbol): Module {
    const [made, dataNames, labelNames] = new NameManager().scope(() => this.#generate(key));
    return new Module(symbol ?? made, { ...this.#options, dataNames, labelNames });
  }

  #bound(call: string): Module {
    if (!this.binded || !this.#current) throw new MXNetError(`${call}: call bind first`);
    return this.#current;
  }

  protected head(call: string): Module {
    if (!this.#current && (call === "dataNames" || call === "outputNames")) return this.#make(this.#defaultKey);
    return this.#bound(call);
  }

  protected tail(call: string): Module {
    return this.head(call);
  }

  override get symbol(): GraphSymbol {
    return this.#bound("symbol").symbol;
  }

  get labelShapes(): readonly DataDesc[] | null {
    return this.#bound("labelShapes").labelShapes;
  }

  /** Binds the default bucket; the others are bound when their first batch comes. */
  bind(dataShapes: readonly ShapeLike[], options: BindOptions & { labelShapes?: readonly ShapeLike[] | null }): void;
  bind(dataShapes: readonly ShapeLike[], labelShapes?: readonly ShapeLike[] | null, options?: BindOptions): void;
  bind(...args: unknown[]): void {
    const read = this.readBind(args);
    if (!read) return;
    const { dataShapes, labelShapes, sharedModule, forceRebind, ...options } = read;
    if (sharedModule !== null) throw new MXNetError("shared_module for BucketingModule is not supported");
    const key = keyOf(this.#defaultKey);
    const module = this.#buckets.get(key) ?? this.#make(this.#defaultKey);
    // Parameters may have been trained in another bucket.
    if (this.binded) module.markChanged();
    module.bind(dataShapes, labelShapes, { ...options, forceRebind });
    if (this.binded) this.#buckets.clear();
    this.#buckets.set(key, module);
    this.#keys.set(key, this.#defaultKey);
    this.#current = module;
    this.#bindOptions = options;
    this.markBound(read);
  }

  /** Goes on with another bucket, which is bound at its first time. */
  switchBucket(
    bucketKey: unknown,
    dataShapes: readonly ShapeLike[],
    labelShapes: readonly ShapeLike[] | null = null,
  ): void {
    expectState(this.binded, "switchBucket", "bind");
    this.#current = this.#bucket(bucketKey, dataShapes, labelShapes);
  }

  #bucket(bucketKey: unknown, dataShapes: readonly ShapeLike[], labelShapes: readonly ShapeLike[] | null): Module {
    const key = keyOf(bucketKey);
    const found = this.#buckets.get(key);
    if (found?.binded) return found;
    const sharedModule = this.#buckets.get(keyOf(this.#defaultKey)) as Module;
    const module = found ?? this.#make(bucketKey);
    module.bind(dataShapes, labelShapes, { ...this.#bindOptions, sharedModule });
    if (this.optimizerInitialized && !module.optimizerInitialized) module.borrowOptimizer(this.#bound("switchBucket"));
    if (this.#monitor) module.installMonitor(this.#monitor);
    this.#buckets.set(key, module);
    this.#keys.set(key, bucketKey);
    return module;
  }

  initParams(options?: InitParamsOptions): void;
  initParams(initializer: InitFunction | null, options?: InitParamsOptions): void;
  initParams(...args: unknown[]): void {
    const module = this.#shared("initParams");
    module.initParams(...(args as [InitParamsOptions]));
    this.paramsInitialized = true;
    for (const other of this.#buckets.values()) other.paramsInitialized = true;
  }

  override setParams(argParams: Params | null, auxParams: Params | null, options?: InitParamsOptions): void {
    this.#shared("setParams").setParams(argParams, auxParams, options);
    this.paramsInitialized = true;
  }

  /** The module whose parameters all use. */
  #shared(call: string): Module {
    this.#bound(call);
    return this.#buckets.get(keyOf(this.#defaultKey)) as Module;
  }

  getParams(): [argParams: NDArrayDict, auxParams: NDArrayDict] {
    expectState(this.paramsInitialized, "getParams", "initParams");
    const module = this.#buckets.get(keyOf(this.#defaultKey)) as Module;
    if (this.binded) module.markChanged();
    return module.getParams();
  }

  initOptimizer(options?: InitOptimizerOptions): void {
    const current = this.#bound("initOptimizer");
    current.initOptimizer(options);
    for (const module of this.#buckets.values()) if (module !== current) module.borrowOptimizer(current);
    this.optimizerInitialized = true;
  }

  override prepare(dataBatch: DataBatch): void {
    this.expectReady("prepare");
    this.#bucket(dataBatch.bucketKey, ...this.#provided(dataBatch));
  }

  #provided({ provideData, provideLabel }: DataBatch): [readonly ShapeLike[], readonly ShapeLike[] | null] {
    return [provideData ?? this.dataShapes, provideLabel];
  }

  forward(dataBatch: DataBatch, isTrain: boolean | null = null): void {
    this.expectReady("forward");
    this.switchBucket(dataBatch.bucketKey, ...this.#provided(dataBatch));
    this.#bound("forward").forward(dataBatch, isTrain);
  }

  backward(outGrads: NDArray | readonly NDArray[] | null = null): void {
    this.#bound("backward").backward(outGrads);
  }

  update(): void {
    this.#bound("update").update();
  }

  updateMetric(evalMetric: EvalMetric, labels: readonly NDArray[]): void {
    this.#bound("updateMetric").updateMetric(evalMetric, labels);
  }

  installMonitor(monitor: Watcher): void {
    this.#bound("installMonitor");
    this.#monitor = monitor;
    for (const module of this.#buckets.values()) module.installMonitor(monitor);
  }

  /**
   * Saves the parameters, `PREFIX-0001.params`, the symbol of every bucket that there has been, `PREFIX-KEY-symbol.json`, and
   * their keys, `PREFIX.buckets`. Keys must be integers.
   */
  saveCheckpoint(prefix: string, epoch: number): void {
    const keys = [...this.#keys.values()];
    if (keys.length === 0) throw new MXNetError("Empty BucketingModule cannot be saved");
    if (!keys.every(Number.isInteger)) throw new MXNetError("saveCheckpoint: the keys of buckets must be integers");
    for (const [key, module] of this.#buckets) {
      const json = new TextEncoder().encode(module.symbol.toJSON());
      writeFile(`${prefix}-${key}-symbol.json`, json, "saveCheckpoint");
    }
    this.saveParams(`${prefix}-${String(epoch).padStart(4, "0")}.params`);
    const list = array(keys as number[], { dtype: "int32" });
    save(`${prefix}.buckets`, list);
    list.dispose();
  }

  /** Loads what `saveCheckpoint` saved, here or in MXNet. Bind it next. */
  static async load(
    prefix: string,
    epoch: number,
    symGen: SymbolGenerator,
    options: BucketingModuleOptions,
  ): Promise<BucketingModule> {
    const [argParams, auxParams] = await loadParams(prefix, epoch);
    const keys = load(await readAnywhere(`${prefix}.buckets`, "BucketingModule.load")) as NDArray[];
    const symbols = new Map<unknown, GraphSymbol>();
    for (const key of Array.from((keys[0] as NDArray).toTypedArray(), Number)) {
      const json = await readAnywhere(`${prefix}-${key}-symbol.json`, "BucketingModule.load");
      symbols.set(key, fromJSON(new TextDecoder().decode(json)));
    }
    return BucketingModule.loadDict(symbols, symGen, { ...options, argParams, auxParams });
  }

  /** A module with the symbols of its buckets and values of its parameters. Bind it next. */
  static loadDict(
    symbols: ReadonlyMap<unknown, GraphSymbol>,
    symGen: SymbolGenerator,
    options: BucketingModuleOptions & { argParams: Params; auxParams: Params },
  ): BucketingModule {
    const { argParams, auxParams, ...rest } = options;
    const module = new BucketingModule(symGen, rest);
    for (const [key, symbol] of symbols) {
      const isDefault = keyOf(key) === keyOf(rest.defaultBucketKey);
      const made = module.#make(key, symbol);
      if (isDefault) made.preset(argParams, auxParams);
      module.#buckets.set(keyOf(key), made);
      module.#keys.set(keyOf(key), key);
    }
    module.paramsInitialized = true;
    return module;
  }
}
