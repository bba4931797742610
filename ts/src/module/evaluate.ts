// Evaluating modules with metrics.
import { readArguments } from "../init/arguments.ts";
import type { DataBatch } from "../io/data-batch.ts";
import { create as createMetric, type MetricLike } from "../metric/index.ts";
import { scope } from "../scope.ts";
import type { BaseModule } from "./base-module.ts";
import { expectSource, isOurs, syncIterator } from "./batches.ts";
import { all, type BatchSource, SCORE, type ScoreOptions } from "./options.ts";
import { expectReady } from "./state.ts";

/** Runs in a scope that only the module's outputs outlive. */
export function withOutputs(module: BaseModule, run: () => void): void {
  scope(() => {
    run();
    return module.getOutputs();
  });
}

/** An evaluation, batch by batch. */
export interface Scoring {
  readonly numBatch: number | null;
  batch(dataBatch: DataBatch, nbatch: number): void;
  finish(nbatch: number): [name: string, value: number][];
}

/** Begins an evaluation. */
export function scoring(module: BaseModule, data: BatchSource, like: MetricLike, options: ScoreOptions): Scoring {
  const read = readArguments("score", SCORE, [options]);
  expectSource(data, "score");
  expectReady(module, "score");
  if (read.reset) data.reset();
  const evalMetric = createMetric(like);
  evalMetric.reset();
  const { epoch } = read;
  return {
    numBatch: read.numBatch,
    batch: (dataBatch, nbatch) => {
      withOutputs(module, () => {
        module.prepare(dataBatch);
        module.forward(dataBatch, false);
        module.updateMetric(evalMetric, dataBatch.label ?? []);
      });
      const param = { epoch, nbatch, evalMetric, locals: { self: module, dataBatch } };
      for (const callback of all(read.batchEndCallback)) callback(param);
    },
    finish: (nbatch) => {
      const param = { epoch, nbatch, evalMetric, locals: { self: module } };
      for (const callback of all(read.scoreEndCallback)) callback(param);
      return evalMetric.getNameValue();
    },
  };
}

/** An evaluation as a whole. */
export function score(
  module: BaseModule,
  data: BatchSource,
  like: MetricLike,
  options: ScoreOptions,
): [name: string, value: number][] {
  const run = scoring(module, data, like, options);
  const batches = syncIterator(data, "score");
  let count = 0;
  for (; count !== run.numBatch; count++) {
    const next = batches.next();
    if (next.done) break;
    run.batch(next.value, count);
    if (isOurs(data)) next.value.dispose();
  }
  return run.finish(count);
}
