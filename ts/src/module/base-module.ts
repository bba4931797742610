// What all modules share: training, evaluation and prediction on top of a module's own steps.
import { fixed } from "../callback/text.ts";
import { MXNetError } from "../error.ts";
import { readArguments } from "../init/arguments.ts";
import type { InitFunction } from "../init/mixed.ts";
import { DataBatch } from "../io/data-batch.ts";
import type { DataDesc } from "../io/data-desc.ts";
import { create as createMetric, type EvalMetric, type MetricLike } from "../metric/index.ts";
import { decodeParams, encodeParams, type Params } from "../model/checkpoint.ts";
import { readFile, writeFile } from "../nd/files.ts";
import { describe, invoke1 } from "../nd/invoke.ts";
import { NDArray } from "../nd/ndarray.ts";
import type { NDArrayDict } from "../nd/params.ts";
import { turner } from "../runtime/turn.ts";
import { scope } from "../scope.ts";
import type { GraphSymbol } from "../symbol/symbol.ts";
import { anyIterator, expectSource, isOurs, syncIterator } from "./batches.ts";
import {
  all,
  type BatchSource,
  type BindOptions,
  defaultInitializer,
  FIT,
  type FitOptions,
  type InitOptimizerOptions,
  type InitParamsOptions,
  type IterPredictOptions,
  type Logger,
  type PredictOptions,
  readSetParams,
  SCORE,
  type ScoreOptions,
  type SetParamsOptions,
  type Watcher,
} from "./options.ts";
import type { ShapeLike } from "./shapes.ts";

/** Refuses a call that comes too early. */
export function expectState(done: boolean, call: string, first: string): void {
  if (!done) throw new MXNetError(`${call}: call ${first} first`);
}

/**
 * The base of modules. A subclass has `bind`, `initParams`, `initOptimizer`, `forward`, `backward`, `update` and the like;
 * `fit`, `score` and `predict` are made of them.
 *
 * @example
 * ```ts
 * console.log(new mx.mod.Module(mx.sym.Variable("data"), { labelNames: null }) instanceof mx.mod.BaseModule); // true
 * ```
 */
export abstract class BaseModule {
  readonly logger: Logger;
  binded = false;
  forTraining = false;
  inputsNeedGrad = false;
  paramsInitialized = false;
  optimizerInitialized = false;

  constructor(logger: Logger | null = console) {
    this.logger = logger ?? { info() {}, warn() {} };
  }

  /** The symbol. */
  abstract get symbol(): GraphSymbol;
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
  abstract bind(
    dataShapes: readonly ShapeLike[],
    labelShapes?: readonly ShapeLike[] | null,
    options?: BindOptions,
  ): void;
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
  prepare(_dataBatch: DataBatch): void {}

  /** `forward` in training, and `backward`. */
  forwardBackward(dataBatch: DataBatch): void {
    this.forward(dataBatch, true);
    this.backward();
  }

  /** Gives parameters values. */
  setParams(argParams: Params | null, auxParams: Params | null, options: SetParamsOptions = {}): void {
    const { allowMissing, forceInit, allowExtra } = readSetParams(options);
    this.initParams({ initializer: null, argParams, auxParams, allowMissing, forceInit, allowExtra });
  }

  /**
   * Saves the parameters in a .params file.
   *
   * @param path - the file; null for the bytes
   */
  saveParams(path: string): void;
  saveParams(path: null): Uint8Array;
  saveParams(path: string | null): Uint8Array | undefined {
    const bytes = encodeParams(...this.getParams());
    if (path === null) return bytes;
    writeFile(path, bytes, "saveParams");
    return undefined;
  }

  /** Loads parameters from a .params file: its path or its bytes. */
  loadParams(source: string | Uint8Array | ArrayBuffer): void {
    const bytes = typeof source === "string" ? readFile(source, "loadParams") : source;
    this.setParams(...decodeParams(bytes, "loadParams", true));
  }

  /**
   * Evaluates with a metric. Rows that only fill up a batch count, as in MXNet.
   *
   * @returns names and values
   */
  score(evalData: BatchSource, evalMetric: MetricLike, options: ScoreOptions = {}): [name: string, value: number][] {
    const run = this.#scoring(evalData, evalMetric, options);
    const batches = syncIterator(evalData, "score");
    let count = 0;
    for (; count !== run.numBatch; count++) {
      const next = batches.next();
      if (next.done) break;
      run.batch(next.value, count);
      if (isOurs(evalData)) next.value.dispose();
    }
    return run.finish(count);
  }

  /** The pieces of `score`. */
  #scoring(
    evalData: BatchSource,
    like: MetricLike,
    options: ScoreOptions,
  ): {
    numBatch: number | null;
    batch(dataBatch: DataBatch, nbatch: number): void;
    finish(nbatch: number): [name: string, value: number][];
  } {
    const read = readArguments("score", SCORE, [options]);
    expectSource(evalData, "score");
    this.expectReady("score");
    if (read.reset) evalData.reset();
    const evalMetric = createMetric(like);
    evalMetric.reset();
    const { epoch } = read;
    return {
      numBatch: read.numBatch,
      batch: (dataBatch, nbatch) => {
        this.#withOutputs(() => {
          this.prepare(dataBatch);
          this.forward(dataBatch, false);
          this.updateMetric(evalMetric, dataBatch.label ?? []);
        });
        const param = { epoch, nbatch, evalMetric, locals: { self: this, dataBatch } };
        for (const callback of all(read.batchEndCallback)) callback(param);
      },
      finish: (nbatch) => {
        for (const callback of all(read.scoreEndCallback))
          callback({ epoch, nbatch, evalMetric, locals: { self: this } });
        return evalMetric.getNameValue();
      },
    };
  }

  /** Runs in a scope that only the outputs outlive. */
  #withOutputs(run: () => void): void {
    scope(() => {
      run();
      return this.getOutputs();
    });
  }

  /**
   * Predicts batch by batch: outputs without rows that only fill up, the number of the batch and the batch.
   */
  *iterPredict(
    evalData: BatchSource,
    options: IterPredictOptions = {},
  ): Generator<[outputs: NDArray[], nbatch: number, batch: DataBatch], void, undefined> {
    const { numBatch, reset } = readArguments("iterPredict", { numBatch: null as number | null, reset: true }, [
      options,
    ]);
    this.expectReady("predict");
    expectSource(evalData, "predict");
    if (reset) evalData.reset();
    const batches = syncIterator(evalData, "predict");
    for (let nbatch = 0; nbatch !== numBatch; nbatch++) {
      const next = batches.next();
      if (next.done) return;
      const batch = next.value;
      yield [scope(() => this.#predictBatch(batch)), nbatch, batch];
    }
  }

  #predictBatch(batch: DataBatch): NDArray[] {
    this.prepare(batch);
    this.forward(batch, false);
    return this.getOutputs().map((output) => {
      const end = (output.shape[0] as number) - (batch.pad ?? 0);
      return invoke1("slice_axis", [output], { axis: 0, begin: 0, end });
    });
  }

  /**
   * Predicts all data.
   *
   * @param evalData - batches, or an array that is one
   * @returns the output, or a list of outputs if there are several; lists of them by batch without `mergeBatches`
   */
  predict(
    evalData: NDArray | BatchSource,
    options?: PredictOptions & { mergeBatches?: true; alwaysOutputList?: false },
  ): NDArray | NDArray[];
  predict(evalData: BatchSource, options: PredictOptions & { mergeBatches?: true; alwaysOutputList: true }): NDArray[];
  predict(evalData: BatchSource, options: PredictOptions & { mergeBatches: false }): NDArray[][];
  predict(evalData: NDArray | BatchSource, options: PredictOptions = {}): NDArray | NDArray[] | NDArray[][] {
    const defaults = { numBatch: null as number | null, mergeBatches: true, reset: true, alwaysOutputList: false };
    const { mergeBatches, alwaysOutputList, ...rest } = readArguments("predict", defaults, [options]);
    if (evalData instanceof NDArray) {
      this.expectReady("predict");
      return scope(() => {
        this.forward(new DataBatch([evalData]), false);
        return (this.getOutputs()[0] as NDArray).copy();
      });
    }
    const outputs = Array.from(this.iterPredict(evalData, rest), ([some, , batch]) => {
      if (isOurs(evalData)) batch.dispose();
      return some;
    });
    if (!mergeBatches || outputs.length === 0) return outputs;
    const count = outputs[0]?.length as number;
    if (outputs.some((batch) => batch.length !== count)) {
      throw new MXNetError(
        "Cannot merge batches, as num of outputs is not the same in mini-batches. Maybe bucketing is used?",
      );
    }
    const merged = Array.from({ length: count }, (_, i) => {
      const parts = outputs.map((batch) => batch[i] as NDArray);
      const whole = invoke1("Concat", parts, { dim: 0, num_args: parts.length });
      for (const part of parts) part.dispose();
      return whole;
    });
    return count === 1 && !alwaysOutputList ? (merged[0] as NDArray) : merged;
  }

  /**
   * Trains: binds the module, initializes parameters and optimizer unless that is done, and goes through the data epoch by epoch.
   * The data is reset after each epoch, not before the first. The event loop turns now and then.
   *
   * @throws MXNetError if the data is at its end already; the signal's reason if that aborts
   */
  async fit(trainData: BatchSource, options: FitOptions): Promise<void> {
    const read = readArguments("fit", FIT, [options]);
    expectSource(trainData, "fit");
    if (read.numEpoch === null) throw new MXNetError("please specify number of epochs");
    if (!Number.isInteger(read.numEpoch)) {
      throw new TypeError(`fit: numEpoch must be an integer, got ${describe(read.numEpoch)}`);
    }
    read.signal?.throwIfAborted();
    this.bind(trainData.provideData, trainData.provideLabel ?? null, {
      forTraining: true,
      forceRebind: read.forceRebind,
    });
    if (read.monitor) this.installMonitor(read.monitor);
    const { argParams, auxParams, allowMissing, forceInit, kvstore, optimizer, optimizerParams } = read;
    const initializer = read.initializer ?? defaultInitializer();
    this.initParams({ initializer, argParams, auxParams, allowMissing, forceInit });
    this.initOptimizer({ kvstore, optimizer, optimizerParams });
    const validationMetric = read.validationMetric ?? read.evalMetric;
    const evalMetric = createMetric(read.evalMetric);
    const turn = turner();
    for (let epoch = read.beginEpoch; epoch < read.numEpoch; epoch++) {
      const start = performance.now();
      await this.#trainEpoch(trainData, epoch, evalMetric, read, turn);
      this.logger.info(`Epoch[${epoch}] Time cost=${fixed((performance.now() - start) / 1000, 3)}`);
      const params = this.getParams();
      for (const callback of all(read.epochEndCallback)) await callback(epoch, this.symbol, ...params);
      if (read.evalData) {
        const run = this.#scoring(read.evalData, validationMetric, {
          scoreEndCallback: read.evalEndCallback,
          batchEndCallback: read.evalBatchEndCallback,
          epoch,
        });
        const batches = anyIterator(read.evalData, "fit");
        let count = 0;
        for (let next = await batches.next(); !next.done; next = await batches.next()) {
          run.batch(next.value, count++);
          if (isOurs(read.evalData)) next.value.dispose();
          await turn();
          read.signal?.throwIfAborted();
        }
        for (const [name, value] of run.finish(count)) {
          this.logger.info(`Epoch[${epoch}] Validation-${name}=${fixed(value)}`);
        }
      }
      trainData.reset();
    }
  }

  async #trainEpoch(
    trainData: BatchSource,
    epoch: number,
    evalMetric: EvalMetric,
    { monitor, batchEndCallback, signal }: typeof FIT,
    turn: () => Promise<void> | undefined,
  ): Promise<void> {
    evalMetric.reset();
    const batches = anyIterator(trainData, "fit");
    let next = await batches.next();
    if (next.done) throw new MXNetError("fit: the training data is at its end; reset it first");
    let values: [string, number][] = [];
    for (let nbatch = 0; !next.done; nbatch++) {
      const dataBatch: DataBatch = next.value;
      monitor?.tic();
      this.#withOutputs(() => {
        this.forwardBackward(dataBatch);
        this.update();
        this.updateMetric(evalMetric, dataBatch.label ?? []);
      });
      next = await batches.next();
      if (!next.done) this.prepare(next.value);
      monitor?.tocPrint();
      // Read before callbacks, which may reset it.
      if (next.done) values = evalMetric.getGlobalNameValue();
      const param = { epoch, nbatch, evalMetric, locals: { self: this, dataBatch } };
      for (const callback of all(batchEndCallback)) callback(param);
      if (isOurs(trainData)) dataBatch.dispose();
      await turn();
      signal?.throwIfAborted();
    }
    for (const [name, value] of values) this.logger.info(`Epoch[${epoch}] Train-${name}=${fixed(value)}`);
  }

  /** Refuses a call before `bind` and `initParams`. */
  protected expectReady(call: string): void {
    expectState(this.binded, call, "bind");
    expectState(this.paramsInitialized, call, "initParams");
  }
}
