import type { Optimizer } from "./optimizer.ts";
import { Updater } from "./updater.ts";
export { AdaDelta, type AdaDeltaOptions } from "./adadelta.ts";
export { AdaGrad, type AdaGradOptions } from "./adagrad.ts";
export { Adam, type AdamOptions, AdamW, type AdamWOptions, type MomentsOptions } from "./adam.ts";
export { Adamax } from "./adamax.ts";
export * as contrib from "./contrib.ts";
export { DCASGD, type DCASGDOptions } from "./dcasgd.ts";
export { FTML, type FTMLOptions, Ftrl, type FtrlOptions } from "./ftrl.ts";
export { LAMB, type LAMBOptions } from "./lamb.ts";
export { LARS, type LARSOptions } from "./lars.ts";
export { LBSGD, type LBSGDOptions, type WarmupStrategy } from "./lbsgd.ts";
export { Nadam, type NadamOptions } from "./nadam.ts";
export { Optimizer, type OptimizerState, type SymbolInfo, type UpdateAttrs } from "./optimizer.ts";
export type { LRSchedule, Multipliers, OptimizerOptions } from "./options.ts";
export { create, type OptimizerClass, register } from "./registry.ts";
export { RMSProp, type RMSPropOptions } from "./rmsprop.ts";
export { type MomentumOptions, NAG, SGD, type SGDOptions } from "./sgd.ts";
export { SGLD } from "./sgld.ts";
export { Signum, type SignumOptions } from "./signum.ts";
export { Test } from "./test-optimizer.ts";
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
