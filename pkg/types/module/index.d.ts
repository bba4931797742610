export { BaseModule } from "./base-module.ts";
export { BucketingModule, type BucketingModuleOptions, type SymbolGenerator } from "./bucketing-module.ts";
export { Module } from "./module.ts";
export type { Abortable, BatchSource, BindOptions, FitOptions, InitOptimizerOptions, InitParamsOptions, IterPredictOptions, Logger, ModuleOptions, PredictOptions, ScoreOptions, SetParamsOptions, Watcher, } from "./options.ts";
export { type GradFunction, PythonLossModule, type PythonLossModuleOptions, PythonModule, type PythonModuleOptions, } from "./python-module.ts";
export { type SequentialMeta, SequentialModule } from "./sequential-module.ts";
export type { ShapeLike } from "./shapes.ts";
