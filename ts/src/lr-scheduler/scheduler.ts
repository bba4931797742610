import { MXNetError } from "../error.ts";
import { readArguments } from "../init/arguments.ts";
import { describe } from "../nd/invoke.ts";
import { Callable } from "../runtime/callable.ts";

/** How the learning rate goes during warm-up: in a straight line to the base, or it stays. */
export type WarmupMode = "linear" | "constant";

/** What every scheduler takes. */
export interface LRSchedulerOptions {
  /** The learning rate to start from after warm-up; 0.01 by default. */
  baseLr?: number | undefined;
  /** The number of updates of warm-up; 0 by default. */
  warmupSteps?: number | undefined;
  /** The learning rate that warm-up begins with; 0 by default. */
  warmupBeginLr?: number | undefined;
  /** How warm-up goes; "linear" by default. */
  warmupMode?: WarmupMode | undefined;
}

/** The common options with their defaults, in MXNet's order. */
export const COMMON = { baseLr: 0.01, warmupSteps: 0, warmupBeginLr: 0, warmupMode: "linear" as WarmupMode };

/** A constructor's arguments by name; those that must be numbers are checked. */
export function readSchedule<T extends Record<string, unknown>>(
  what: string,
  defaults: T,
  args: readonly unknown[],
): T {
  const read = readArguments(what, defaults, args);
  for (const [key, value] of Object.entries(read)) {
    if (key !== "warmupMode" && !Array.isArray(value) && !Number.isFinite(value)) {
      throw new TypeError(`${what}: ${key} must be a number, got ${describe(value)}`);
    }
  }
  return read;
}

/** Refuses what is no positive whole number, with MXNet's message. */
export function expectPositive(value: number, name: string, message: string): void {
  if (value < 1) throw new MXNetError(message);
  if (!Number.isInteger(value)) throw new MXNetError(`${name} must be an integer, got ${value}`);
}

export interface LRScheduler {
  /** The learning rate of an update, by its number. */
  (numUpdate: number): number;
}

/**
 * The base of schedulers: a subclass says in `after` how the learning rate goes after warm-up. An instance is called with the
 * number of updates; optimizers do that.
 *
 * @example
 * ```ts
 * class Halved extends lrScheduler.LRScheduler {
 *   protected override after(numUpdate: number): number {
 *     return this.baseLr / (1 + numUpdate);
 *   }
 * }
 * console.log(new Halved(1, 2)(1), new Halved(1)(3)); // 0.5 0.25
 * ```
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: instances can be called, which only an interface can say
export abstract class LRScheduler extends Callable {
  /** The learning rate after warm-up; some schedulers change it as they go on. */
  baseLr: number;
  readonly warmupSteps: number;
  readonly warmupBeginLr: number;
  readonly warmupFinalLr: number;
  readonly warmupMode: WarmupMode;

  constructor(options?: LRSchedulerOptions);
  constructor(baseLr?: number, warmupSteps?: number, warmupBeginLr?: number, warmupMode?: WarmupMode);
  constructor(...args: unknown[]) {
    const { baseLr, warmupSteps, warmupBeginLr, warmupMode } = readSchedule("LRScheduler", COMMON, args);
    super();
    if (warmupBeginLr > baseLr) throw new MXNetError("Base lr has to be higher than warmup_begin_lr");
    if (warmupSteps < 0) throw new MXNetError("Warmup steps has to be positive or 0");
    if (!Number.isInteger(warmupSteps)) throw new MXNetError(`warmupSteps must be an integer, got ${warmupSteps}`);
    if (warmupMode !== "linear" && warmupMode !== "constant") {
      throw new MXNetError("Supports only linear and constant modes of warmup");
    }
    this.baseLr = baseLr;
    this.warmupSteps = warmupSteps;
    this.warmupBeginLr = warmupBeginLr;
    this.warmupFinalLr = baseLr;
    this.warmupMode = warmupMode;
  }

  /** @internal */
  override _call(numUpdate: number): number {
    return numUpdate < this.warmupSteps ? this.getWarmupLr(numUpdate) : this.after(numUpdate);
  }

  /** The learning rate of an update of warm-up. */
  getWarmupLr(numUpdate: number): number {
    if (!(numUpdate < this.warmupSteps)) {
      throw new MXNetError(`getWarmupLr: update ${numUpdate} comes after the ${this.warmupSteps} of warm-up`);
    }
    if (this.warmupMode === "constant") return this.warmupBeginLr;
    return this.warmupBeginLr + ((this.warmupFinalLr - this.warmupBeginLr) * numUpdate) / this.warmupSteps;
  }

  /** The learning rate of an update after warm-up. */
  protected abstract after(numUpdate: number): number;
}
