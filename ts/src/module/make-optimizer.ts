import { create, type Optimizer } from "../optimizer/index.ts";
import type { GraphSymbol } from "../symbol/symbol.ts";
import type { Logger } from "./options.ts";

/** A module's optimizer, which knows the names of the parameters; gradients are divided by the size of batches. */
export function makeOptimizer(
  optimizer: string | Optimizer,
  optimizerParams: object,
  batchSize: number,
  paramNames: readonly string[],
  symbol: GraphSymbol,
  logger: Logger,
): Optimizer {
  const rescaleGrad = 1 / batchSize;
  const paramIdx2name = { ...paramNames };
  if (typeof optimizer === "string") {
    const params = Array.isArray(optimizerParams) ? Object.fromEntries(optimizerParams) : optimizerParams;
    const scale = "rescale_grad" in params ? {} : { rescaleGrad };
    return create(optimizer, { ...scale, ...params, sym: symbol, paramIdx2name });
  }
  const made = create(optimizer);
  if (made.rescaleGrad !== rescaleGrad) {
    logger.warn(
      `Optimizer created manually outside Module but rescale_grad is not normalized to 1.0/batch_size/num_workers (${made.rescaleGrad} vs. ${rescaleGrad}). Is this intended?`,
    );
  }
  if (Object.keys(made.idx2name).length === 0) made.idx2name = paramIdx2name;
  return made;
}
