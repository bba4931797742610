import type { Optimizer } from "./optimizer.ts";
import { Updater } from "./updater.ts";
export { Adam, type AdamOptions } from "./adam.ts";
export { type LRSchedule, type Multipliers, Optimizer, type OptimizerOptions, type OptimizerState, } from "./optimizer.ts";
export { create, type OptimizerClass, register } from "./registry.ts";
export { SGD, type SGDOptions } from "./sgd.ts";
export { Updater } from "./updater.ts";
/** An updater, which keeps the states of the optimizer. */
export declare function getUpdater(optimizer: Optimizer): Updater;
