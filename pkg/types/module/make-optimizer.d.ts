import { type Optimizer } from "../optimizer/index.ts";
import type { GraphSymbol } from "../symbol/symbol.ts";
import type { Logger } from "./options.ts";
/** A module's optimizer, which knows the names of the parameters; gradients are divided by the size of batches. */
export declare function makeOptimizer(optimizer: string | Optimizer, optimizerParams: object, batchSize: number, paramNames: readonly string[], symbol: GraphSymbol, logger: Logger): Optimizer;
