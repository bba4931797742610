// Predicting with modules.
import { MXNetError } from "../error.ts";
import { readArguments } from "../init/arguments.ts";
import { DataBatch } from "../io/data-batch.ts";
import { invoke1 } from "../nd/invoke.ts";
import { NDArray } from "../nd/ndarray.ts";
import { scope } from "../scope.ts";
import type { BaseModule } from "./base-module.ts";
import { expectSource, isOurs, syncIterator } from "./batches.ts";
import type { BatchSource, IterPredictOptions, PredictOptions } from "./options.ts";
import { expectReady } from "./state.ts";

/** The outputs of a batch, without rows that only fill it up. */
function predictBatch(module: BaseModule, batch: DataBatch): NDArray[] {
  module.prepare(batch);
  module.forward(batch, false);
  return module.getOutputs().map((output) => {
    const end = (output.shape[0] as number) - (batch.pad ?? 0);
    return invoke1("slice_axis", [output], { axis: 0, begin: 0, end });
  });
}

/** The outputs batch by batch. */
export function* iterPredict(
  module: BaseModule,
  data: BatchSource,
  options: IterPredictOptions,
): Generator<[outputs: NDArray[], nbatch: number, batch: DataBatch], void, undefined> {
  const defaults = { numBatch: null as number | null, reset: true };
  const { numBatch, reset } = readArguments("iterPredict", defaults, [options]);
  expectReady(module, "predict");
  expectSource(data, "predict");
  if (reset) data.reset();
  const batches = syncIterator(data, "predict");
  for (let nbatch = 0; nbatch !== numBatch; nbatch++) {
    const next = batches.next();
    if (next.done) return;
    const batch = next.value;
    yield [scope(() => predictBatch(module, batch)), nbatch, batch];
  }
}

/** The outputs of all data. */
export function predict(
  module: BaseModule,
  data: NDArray | BatchSource,
  options: PredictOptions,
): NDArray | NDArray[] | NDArray[][] {
  const defaults = { numBatch: null as number | null, mergeBatches: true, reset: true, alwaysOutputList: false };
  const { mergeBatches, alwaysOutputList, ...rest } = readArguments("predict", defaults, [options]);
  if (data instanceof NDArray) {
    expectReady(module, "predict");
    return scope(() => {
      module.forward(new DataBatch([data]), false);
      return (module.getOutputs()[0] as NDArray).copy();
    });
  }
  const outputs = Array.from(iterPredict(module, data, rest), ([some, , batch]) => {
    if (isOurs(data)) batch.dispose();
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
