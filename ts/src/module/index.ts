// mx.mod, mx.module
export {
  BaseModule,
  type BatchSource,
  type BindOptions,
  type FitOptions,
  type InitOptimizerOptions,
  type InitParamsOptions,
  type IterPredictOptions,
  type Logger,
  type PredictOptions,
  type ScoreOptions,
  type SetParamsOptions,
  type Watcher,
} from "./base-module.ts";
export { BucketingModule, type BucketingModuleOptions, type SymbolGenerator } from "./bucketing-module.ts";
export { Module, type ModuleOptions } from "./module.ts";
export { type SequentialMeta, SequentialModule } from "./sequential-module.ts";
export type { ShapeLike } from "./shapes.ts";
