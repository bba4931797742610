export { CosineScheduler, type CosineSchedulerOptions, PolyScheduler, type PolySchedulerOptions, } from "./curves.ts";
export { LRScheduler, type LRSchedulerOptions, type WarmupMode } from "./scheduler.ts";
export { FactorScheduler, type FactorSchedulerOptions, MultiFactorScheduler, type MultiFactorSchedulerOptions, } from "./steps.ts";
