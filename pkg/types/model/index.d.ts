export type { BatchEndParam } from "../callback/params.ts";
export { type Checkpoint, type CheckpointSource, loadCheckpoint, loadParams, type Params, type SaveCheckpointOptions, saveCheckpoint, } from "./checkpoint.ts";
export { FeedForward, type FeedForwardFitOptions, type FeedForwardOptions } from "./feed-forward.ts";
