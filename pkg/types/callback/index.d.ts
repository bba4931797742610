export { type Checkpointed, type CheckpointTarget, doCheckpoint, type ModuleCheckpointOptions, moduleCheckpoint, } from "./checkpoints.ts";
export type { BatchEndCallback, BatchEndParam, EpochEndCallback, Log, LogOption } from "./params.ts";
export { type LogTrainMetricOptions, LogValidationMetricsCallback, logTrainMetric, ProgressBar, Speedometer, type SpeedometerOptions, } from "./speedometer.ts";
