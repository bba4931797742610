// Options of optimizers.
import { readArguments } from "../init/arguments.ts";
import { describe } from "../nd/invoke.ts";
import type { SymbolInfo } from "./optimizer.ts";

/** Gives the learning rate for a number of updates. A `baseLr` is replaced by the optimizer's `learningRate`. */
export interface LRSchedule {
  (numUpdate: number): number;
  baseLr?: number;
}

/** What the optimizer asks of a parameter (a `gluon.Parameter` is one). */
export interface Multipliers {
  readonly lrMult: number;
  readonly wdMult: number;
}

/** What every optimizer takes. */
export interface OptimizerOptions {
  /** Multiplies gradients; 1 by default. A Trainer divides it by the batch size. */
  rescaleGrad?: number | undefined;
  /** The decay of weights; 0 by default. */
  wd?: number | undefined;
  /** Clips each element of the rescaled gradient to [-clipGradient, clipGradient]; null for no clipping. */
  clipGradient?: number | null | undefined;
  /** The learning rate; goes before the schedule's own. */
  learningRate?: number | null | undefined;
  /** A learning rate that depends on the number of updates. */
  lrScheduler?: LRSchedule | null | undefined;
  /** The number of updates to begin with. */
  beginNumUpdate?: number | undefined;
  /** Whether float16 weights are updated through a float32 copy. */
  multiPrecision?: boolean | undefined;
  /** Names of weights by index. Weights whose names do not end in `_weight` or `_gamma` then have no decay. */
  paramIdx2name?: Readonly<Record<number, string>> | null | undefined;
  /** Parameters by index, whose `lrMult` and `wdMult` multiply the learning rate and the decay. */
  paramDict?: Readonly<Record<number, Multipliers>> | null | undefined;
  /** The symbol that is trained: its attributes `__lr_mult__` and `__wd_mult__` count. */
  sym?: SymbolInfo | null | undefined;
}

const COMMON = {
  rescaleGrad: 1,
  wd: 0,
  clipGradient: null as number | null,
  learningRate: null as number | null,
  lrScheduler: null as LRSchedule | null,
  beginNumUpdate: 0,
  multiPrecision: false,
  paramIdx2name: null as Readonly<Record<number, string>> | null,
  paramDict: null as Readonly<Record<number, Multipliers>> | null,
  sym: null as SymbolInfo | null,
};

/** All options that optimizers have in common. */
export type CommonOptions = typeof COMMON;

/** Options that are numbers or null. */
const NUMBERS = ["clipGradient", "learningRate", "clipWeights", "lowerBound", "upperBound"];

/**
 * An optimizer's options with its defaults; names may be spelt MXNet's way, too.
 *
 * @param own - the options beyond what all have, with their defaults
 */
export function readOptions<T extends { readonly [name: string]: unknown }>(
  name: string,
  options: unknown,
  own: T,
): T & CommonOptions {
  if (typeof options !== "object") throw new TypeError(`${name}: the options must be an object`);
  const defaults: Record<string, unknown> = { ...own, ...COMMON, ...own };
  const read = readArguments(name, defaults, [options ?? {}]);
  for (const [key, value] of Object.entries(read)) {
    const kind = NUMBERS.includes(key) ? "number" : typeof defaults[key];
    if (kind === "object" || (value === null && NUMBERS.includes(key))) continue;
    if (typeof value !== kind) throw new TypeError(`${name}: ${key} must be a ${kind}, got ${describe(value)}`);
  }
  return read as T & CommonOptions;
}
