// Training modules.
import { fixed } from "../callback/text.ts";
import { MXNetError } from "../error.ts";
import { readArguments } from "../init/arguments.ts";
import type { DataBatch } from "../io/data-batch.ts";
import { create as createMetric, type EvalMetric } from "../metric/index.ts";
import { describe } from "../nd/invoke.ts";
import { turner } from "../runtime/turn.ts";
import type { GraphSymbol } from "../symbol/symbol.ts";
import type { BaseModule } from "./base-module.ts";
import { anyIterator, expectSource, isOurs } from "./batches.ts";
import { scoring, withOutputs } from "./evaluate.ts";
import { all, type BatchSource, defaultInitializer, FIT, type FitOptions } from "./options.ts";

type Turn = () => Promise<void> | undefined;

/** Trains epoch by epoch: see `BaseModule.fit`. */
export async function train(module: BaseModule, trainData: BatchSource, options: FitOptions): Promise<void> {
  const read = readArguments("fit", FIT, [options]);
  expectSource(trainData, "fit");
  if (read.numEpoch === null) throw new MXNetError("please specify number of epochs");
  if (!Number.isInteger(read.numEpoch)) {
    throw new TypeError(`fit: numEpoch must be an integer, got ${describe(read.numEpoch)}`);
  }
  read.signal?.throwIfAborted();
  module.bind(trainData.provideData, trainData.provideLabel ?? null, {
    forTraining: true,
    forceRebind: read.forceRebind,
  });
  if (read.monitor) module.installMonitor(read.monitor);
  const { argParams, auxParams, allowMissing, forceInit, kvstore, optimizer, optimizerParams } = read;
  const initializer = read.initializer ?? defaultInitializer();
  module.initParams({ initializer, argParams, auxParams, allowMissing, forceInit });
  module.initOptimizer({ kvstore, optimizer, optimizerParams });
  const evalMetric = createMetric(read.evalMetric);
  const turn = turner();
  for (let epoch = read.beginEpoch; epoch < read.numEpoch; epoch++) {
    const start = performance.now();
    await trainEpoch(module, trainData, epoch, evalMetric, read, turn);
    module.logger.info(`Epoch[${epoch}] Time cost=${fixed((performance.now() - start) / 1000, 3)}`);
    const params = module.getParams();
    // Modules without a symbol give null; callbacks that save take it.
    const symbol = module.symbol as GraphSymbol;
    for (const callback of all(read.epochEndCallback)) await callback(epoch, symbol, ...params);
    if (read.evalData) await evaluate(module, read.evalData, epoch, read, turn);
    trainData.reset();
  }
}

async function evaluate(
  module: BaseModule,
  data: BatchSource,
  epoch: number,
  read: typeof FIT,
  turn: Turn,
): Promise<void> {
  const run = scoring(module, data, read.validationMetric ?? read.evalMetric, {
    scoreEndCallback: read.evalEndCallback,
    batchEndCallback: read.evalBatchEndCallback,
    epoch,
  });
  const batches = anyIterator(data, "fit");
  let count = 0;
  for (let next = await batches.next(); !next.done; next = await batches.next()) {
    run.batch(next.value, count++);
    if (isOurs(data)) next.value.dispose();
    await turn();
    read.signal?.throwIfAborted();
  }
  for (const [name, value] of run.finish(count)) {
    module.logger.info(`Epoch[${epoch}] Validation-${name}=${fixed(value)}`);
  }
}

async function trainEpoch(
  module: BaseModule,
  trainData: BatchSource,
  epoch: number,
  evalMetric: EvalMetric,
  { monitor, batchEndCallback, signal }: typeof FIT,
  turn: Turn,
): Promise<void> {
  evalMetric.reset();
  const batches = anyIterator(trainData, "fit");
  let next = await batches.next();
  if (next.done) throw new MXNetError("fit: the training data is at its end; reset it first");
  let values: [string, number][] = [];
  for (let nbatch = 0; !next.done; nbatch++) {
    const dataBatch: DataBatch = next.value;
    monitor?.tic();
    withOutputs(module, () => {
      module.forwardBackward(dataBatch);
      module.update();
      module.updateMetric(evalMetric, dataBatch.label ?? []);
    });
    next = await batches.next();
    if (!next.done) module.prepare(next.value);
    monitor?.tocPrint();
    // Read before callbacks, which may reset it.
    if (next.done) values = evalMetric.getGlobalNameValue();
    const param = { epoch, nbatch, evalMetric, locals: { self: module, dataBatch } };
    for (const callback of all(batchEndCallback)) callback(param);
    if (isOurs(trainData)) dataBatch.dispose();
    await turn();
    signal?.throwIfAborted();
  }
  for (const [name, value] of values) module.logger.info(`Epoch[${epoch}] Train-${name}=${fixed(value)}`);
}
