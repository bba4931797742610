import type { BaseModule } from "./base-module.ts";
import { type BatchSource, type FitOptions } from "./options.ts";
/** Trains epoch by epoch: see `BaseModule.fit`. */
export declare function train(module: BaseModule, trainData: BatchSource, options: FitOptions): Promise<void>;
