import type { Optimizer } from "./optimizer.ts";
import { Updater } from "./updater.ts";
export { Adam, type AdamOptions } from "./adam.ts";
export { type LRSchedule, type Multipliers, Optimizer, type OptimizerOptions, type OptimizerState, } from "./optimizer.ts";
export { create, type OptimizerClass, register } from "./registry.ts";
export { SGD, type SGDOptions } from "./sgd.ts";
export { Updater } from "./updater.ts";
/**
 * An updater, which keeps the states of the optimizer.
 *
 * @example
 * ```ts
 * const updater = optimizer.getUpdater(optimizer.create("sgd", { learningRate: 0.5 }));
 * const weight = nd.ones([2]);
 * updater.update(0, nd.ones([2]), weight);
 * console.log(weight.toArray()); // [ 0.5, 0.5 ]
 * ```
 */
export declare function getUpdater(optimizer: Optimizer): Updater;
