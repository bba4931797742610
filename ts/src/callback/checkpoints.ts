// Callbacks that save while training goes on.
import { readArguments } from "../init/arguments.ts";
import { type Checkpoint, saveCheckpoint } from "../model/checkpoint.ts";
import { describe } from "../nd/invoke.ts";
import type { GraphSymbol } from "../symbol/symbol.ts";
import type { EpochEndCallback, LogOption } from "./params.ts";

/** Where checkpoints go: the prefix of files, or a function that takes them, where there is no file system. */
export type CheckpointTarget = string | ((checkpoint: Checkpoint, epoch: number) => void | Promise<void>);

/** What `moduleCheckpoint` saves. */
export interface Checkpointed {
  saveCheckpoint(prefix: string, epoch: number, saveOptimizerStates?: boolean): void;
  saveCheckpoint(prefix: null, epoch: number, saveOptimizerStates?: boolean): Checkpoint;
}

/** Whether an epoch, counted from 0, is one of every `period`. */
function isDue(epoch: number, period: number): boolean {
  return (epoch + 1) % Math.max(1, Math.trunc(period)) === 0;
}

function checkTarget(target: unknown, what: string): void {
  if (typeof target !== "string" && typeof target !== "function") {
    throw new TypeError(`${what}: expected the prefix of files or a function, got ${describe(target)}`);
  }
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
export function doCheckpoint(
  prefix: CheckpointTarget,
  period = 1,
  options: LogOption = {},
): EpochEndCallback<GraphSymbol | null> {
  checkTarget(prefix, "doCheckpoint");
  return (epoch, symbol, argParams, auxParams) => {
    if (!isDue(epoch, period)) return;
    if (typeof prefix === "string") saveCheckpoint(prefix, epoch + 1, symbol, argParams, auxParams, options);
    else return prefix(saveCheckpoint(null, epoch + 1, symbol, argParams, auxParams), epoch + 1);
  };
}

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
export function moduleCheckpoint(
  module: Checkpointed,
  prefix: CheckpointTarget,
  options?: ModuleCheckpointOptions,
): EpochEndCallback;
export function moduleCheckpoint(
  module: Checkpointed,
  prefix: CheckpointTarget,
  period?: number,
  saveOptimizerStates?: boolean,
): EpochEndCallback;
export function moduleCheckpoint(module: Checkpointed, prefix: CheckpointTarget, ...args: unknown[]): EpochEndCallback {
  const defaults = { period: 1, saveOptimizerStates: false };
  const { period, saveOptimizerStates } = readArguments("moduleCheckpoint", defaults, args);
  checkTarget(prefix, "moduleCheckpoint");
  return (epoch) => {
    if (!isDue(epoch, period)) return;
    if (typeof prefix === "string") module.saveCheckpoint(prefix, epoch + 1, saveOptimizerStates);
    else return prefix(module.saveCheckpoint(null, epoch + 1, saveOptimizerStates), epoch + 1);
  };
}
