import { type Checkpoint } from "../model/checkpoint.ts";
import type { GraphSymbol } from "../symbol/symbol.ts";
import type { EpochEndCallback, LogOption } from "./params.ts";
/** Where checkpoints go: the prefix of files, or a function that takes them, where there is no file system. */
export type CheckpointTarget = string | ((checkpoint: Checkpoint, epoch: number) => void | Promise<void>);
/** What `moduleCheckpoint` saves. */
export interface Checkpointed {
    saveCheckpoint(prefix: string, epoch: number, saveOptimizerStates?: boolean): void;
    saveCheckpoint(prefix: null, epoch: number, saveOptimizerStates?: boolean): Checkpoint;
}
/**
 * An `epochEndCallback` of `fit` that saves symbol and parameters every `period` epochs: `PREFIX-symbol.json` and
 * `PREFIX-0001.params`.
 *
 * @param prefix - of the files; or a function that takes checkpoints
 * @example
 * ```ts
 * const saved: string[] = [];
 * const save = callback.doCheckpoint((checkpoint, epoch) => {
 *   saved.push(`${epoch}: ${Object.keys(nd.load(checkpoint.params))}`);
 * }, 2);
 * for (const epoch of [0, 1, 2, 3]) save(epoch, null, { w: nd.ones([2]) }, {});
 * console.log(saved); // [ '2: arg:w', '4: arg:w' ]
 * ```
 */
export declare function doCheckpoint(prefix: CheckpointTarget, period?: number, options?: LogOption): EpochEndCallback<GraphSymbol | null>;
/** What `moduleCheckpoint` takes besides the module and the target. */
export interface ModuleCheckpointOptions {
    /** After how many epochs each is saved; 1 by default. */
    period?: number | undefined;
    /** Whether the optimizer's states are saved, too: `PREFIX-0001.states`. */
    saveOptimizerStates?: boolean | undefined;
}
/**
 * As `doCheckpoint`, of a module, with the states of its optimizer if they are asked for.
 *
 * @example
 * ```ts
 * const net = mx.sym.FullyConnected(mx.sym.Variable("data"), { numHidden: 2, name: "fc" });
 * const module = new mx.mod.Module(net, { labelNames: null });
 * const epochEndCallback = callback.moduleCheckpoint(module, "model", { period: 5 });
 * ```
 */
export declare function moduleCheckpoint(module: Checkpointed, prefix: CheckpointTarget, options?: ModuleCheckpointOptions): EpochEndCallback;
export declare function moduleCheckpoint(module: Checkpointed, prefix: CheckpointTarget, period?: number, saveOptimizerStates?: boolean): EpochEndCallback;
