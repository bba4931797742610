// MXNet's oldest way to train, on top of Module.
import type { BatchEndCallback, EpochEndCallback } from "../callback/params.ts";
import { MXNetError } from "../error.ts";
import type { InitFunction } from "../init/mixed.ts";
import { NDArrayIter } from "../io/ndarray-iter.ts";
import type { MetricLike } from "../metric/index.ts";
import { Module } from "../module/module.ts";
import { type Abortable, type BatchSource, defaultInitializer, type Logger, type Watcher } from "../module/options.ts";
import { descsOf } from "../module/shapes.ts";
import { zeros } from "../nd/create.ts";
import { NDArray } from "../nd/ndarray.ts";
import type { Optimizer } from "../optimizer/index.ts";
import { outsideScopes } from "../runtime/cell.ts";
import type { GraphSymbol } from "../symbol/symbol.ts";
import { type Checkpoint, type CheckpointSource, loadCheckpoint, type Params, saveCheckpoint } from "./checkpoint.ts";

/** What `FeedForward` takes besides the symbol. Further options are the optimizer's. */
export interface FeedForwardOptions {
  /** The epoch to stop before. */
  numEpoch?: number | null | undefined;
  /** The number of the first epoch; 0 by default. */
  beginEpoch?: number | undefined;
  /** The optimizer, or its name; "sgd" by default. */
  optimizer?: string | Optimizer | undefined;
  /** What fills parameters that have no values; `Uniform(0.01)` by default. */
  initializer?: InitFunction | undefined;
  /** The size of batches that arrays are cut into; 128 by default. */
  numpyBatchSize?: number | undefined;
  /** Values of arguments. */
  argParams?: Params | null | undefined;
  /** Values of auxiliary states. */
  auxParams?: Params | null | undefined;
  /** Whether values of what is no parameter are passed over. */
  allowExtraParams?: boolean | undefined;
  /** Where progress goes; the console by default, null for nowhere. */
  logger?: Logger | null | undefined;
  /** Options of the optimizer. */
  [option: string]: unknown;
}

/** What `FeedForward.fit` takes besides data and labels. */
export interface FeedForwardFitOptions {
  evalData?: BatchSource | readonly [data: NDArray, label: NDArray] | null | undefined;
  evalMetric?: MetricLike | undefined;
  epochEndCallback?: EpochEndCallback<GraphSymbol> | null | undefined;
  batchEndCallback?: BatchEndCallback | null | undefined;
  evalEndCallback?: BatchEndCallback | null | undefined;
  evalBatchEndCallback?: BatchEndCallback | null | undefined;
  monitor?: Watcher | null | undefined;
  signal?: Abortable | null | undefined;
}

/**
 * A model that is trained by `fit` and asked by `predict`. MXNet keeps it for old programs: `mx.mod.Module` does more.
 *
 * @example
 * ```ts
 * const net = mx.sym.FullyConnected(mx.sym.Variable("data"), { numHidden: 2, name: "fc" });
 * const model = new mx.model.FeedForward(mx.sym.SoftmaxOutput(net, { name: "softmax" }), { numEpoch: 2, learningRate: 0.1 });
 * await model.fit(nd.random.normal(0, 1, [64, 3]), nd.zeros([64]));
 * console.log((model.predict(nd.ones([5, 3])) as NDArray).shape); // [ 5, 2 ]
 * ```
 */
export class FeedForward {
  readonly symbol: GraphSymbol;
  argParams: Params | null;
  auxParams: Params | null;
  readonly #numEpoch: number | null;
  readonly #beginEpoch: number;
  readonly #optimizer: string | Optimizer;
  readonly #optimizerParams: Readonly<Record<string, unknown>>;
  readonly #initializer: InitFunction;
  readonly #batchSize: number;
  readonly #logger: Logger | null;

  constructor(symbol: GraphSymbol, options: FeedForwardOptions = {}) {
    const {
      numEpoch = null,
      beginEpoch = 0,
      optimizer = "sgd",
      initializer = defaultInitializer(),
      numpyBatchSize = 128,
      argParams = null,
      auxParams = null,
      allowExtraParams = false,
      logger = console,
      ...optimizerParams
    } = options;
    const known = (params: Params | null, names: string[]): Params | null =>
      params && allowExtraParams
        ? Object.fromEntries(Object.entries(params).filter(([name]) => names.includes(name)))
        : params;
    this.symbol = symbol;
    this.argParams = known(argParams, symbol.listArguments());
    this.auxParams = known(auxParams, symbol.listAuxiliaryStates());
    this.#numEpoch = numEpoch;
    this.#beginEpoch = beginEpoch;
    this.#optimizer = optimizer;
    this.#optimizerParams = optimizerParams;
    this.#initializer = initializer;
    this.#batchSize = numpyBatchSize;
    this.#logger = logger;
  }

  /** Batches of arrays. */
  #batches(x: NDArray | BatchSource, y: NDArray | null, isTrain: boolean): BatchSource {
    if (!(x instanceof NDArray)) return x;
    const count = x.shape[0] as number;
    if (y === null && isTrain) throw new MXNetError("y must be specified when X is an NDArray");
    if (y && y.shape[0] !== count) throw new MXNetError("The numbers of data points and labels not equal");
    const label = y ? y.reshape([count]) : outsideScopes(() => zeros([count]));
    const batchSize = Math.min(count, this.#batchSize);
    const lastBatchHandle = isTrain ? "roll_over" : "pad";
    return new NDArrayIter(x, label, { batchSize, shuffle: isTrain, lastBatchHandle }) as BatchSource;
  }

  #module({ provideData, provideLabel }: BatchSource): Module {
    const names = (shapes: BatchSource["provideLabel"]): string[] =>
      descsOf(shapes ?? [], "FeedForward").map(({ name }) => name);
    return new Module(this.symbol, {
      dataNames: names(provideData),
      labelNames: names(provideLabel),
      logger: this.#logger,
    });
  }

  /** Trains with arrays, or with batches, and takes the parameters over. */
  async fit(
    x: NDArray | BatchSource,
    y: NDArray | null = null,
    { evalData = null, ...options }: FeedForwardFitOptions = {},
  ): Promise<void> {
    if (this.#numEpoch === null) throw new MXNetError("FeedForward: numEpoch is missing");
    const data = this.#batches(x, y, true);
    const evaluated = Array.isArray(evalData) ? this.#batches(evalData[0], evalData[1], true) : evalData;
    const module = this.#module(data);
    data.reset();
    await module.fit(data, {
      ...options,
      numEpoch: this.#numEpoch,
      beginEpoch: this.#beginEpoch,
      optimizer: this.#optimizer,
      optimizerParams: this.#optimizerParams,
      initializer: this.#initializer,
      argParams: this.argParams,
      auxParams: this.auxParams,
      allowMissing: true,
      evalData: evaluated as BatchSource | null,
    });
    [this.argParams, this.auxParams] = module.getParams();
  }

  /** Predicts arrays, or batches. */
  predict(x: NDArray | BatchSource, numBatch: number | null = null): NDArray | NDArray[] {
    const data = this.#batches(x, null, false);
    return this.#trained(data).predict(data, { numBatch });
  }

  /** Evaluates; the value of the metric. */
  score(
    x: NDArray | BatchSource,
    y: NDArray | null = null,
    { evalMetric = "acc", numBatch = null }: { evalMetric?: MetricLike; numBatch?: number | null } = {},
  ): number {
    const data = this.#batches(x, y, false);
    const [first] = this.#trained(data).score(data, evalMetric, { numBatch });
    return (first as [string, number])[1];
  }

  #trained(data: BatchSource): Module {
    const module = this.#module(data);
    module.bind(data.provideData, data.provideLabel ?? null, { forTraining: false });
    module.setParams(this.argParams, this.auxParams);
    return module;
  }

  /** Saves symbol and parameters as `saveCheckpoint` does. */
  save(prefix: string, epoch?: number | null): void;
  save(prefix: null, epoch?: number | null): Checkpoint;
  save(prefix: string | null, epoch: number | null = this.#numEpoch): Checkpoint | undefined {
    if (epoch === null) throw new MXNetError("FeedForward.save: the epoch is missing");
    const [args, aux] = [this.argParams ?? {}, this.auxParams ?? {}];
    if (prefix === null) return saveCheckpoint(null, epoch, this.symbol, args, aux);
    saveCheckpoint(prefix, epoch, this.symbol, args, aux, { log: (line) => this.#logger?.info(line) });
    return undefined;
  }

  /** Loads what `save` saved. */
  static async load(
    source: string | CheckpointSource,
    epoch = 0,
    options: FeedForwardOptions = {},
  ): Promise<FeedForward> {
    const [symbol, argParams, auxParams] = await (typeof source === "string"
      ? loadCheckpoint(source, epoch)
      : loadCheckpoint(source));
    return new FeedForward(symbol, { ...options, argParams, auxParams, beginEpoch: epoch });
  }
}
