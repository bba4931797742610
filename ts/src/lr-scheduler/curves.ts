// Learning rates that fall along a curve.
import { COMMON, expectPositive, LRScheduler, type LRSchedulerOptions, readSchedule } from "./scheduler.ts";

/** What `CosineScheduler` takes. */
export interface CosineSchedulerOptions extends LRSchedulerOptions {
  /** The update at which the learning rate has reached its end. */
  maxUpdate: number;
  /** The learning rate at the end; 0 by default. */
  finalLr?: number | undefined;
}

/** What `PolyScheduler` takes. */
export interface PolySchedulerOptions extends CosineSchedulerOptions {
  /** The power; 2 by default. */
  pwr?: number | undefined;
}

const NO_UPDATES = "maximum number of updates must be strictly positive";

/** From the base to the final learning rate, by a curve that falls from 1 to 0. */
abstract class Curve extends LRScheduler {
  readonly maxUpdate: number;
  readonly finalLr: number;
  readonly #first: number;

  constructor(what: string, maxUpdate: number, finalLr: number, common: LRSchedulerOptions) {
    super(common);
    expectPositive(maxUpdate, `${what}: maxUpdate`, NO_UPDATES);
    this.maxUpdate = maxUpdate;
    this.finalLr = finalLr;
    this.#first = this.baseLr;
  }

  protected override after(numUpdate: number): number {
    if (numUpdate <= this.maxUpdate) {
      const part = (numUpdate - this.warmupSteps) / (this.maxUpdate - this.warmupSteps);
      this.baseLr = this.finalLr + (this.#first - this.finalLr) * this.curve(part);
    }
    return this.baseLr;
  }

  protected abstract curve(part: number): number;
}

/**
 * Lets the learning rate fall by a power of the part of updates that are left.
 *
 * @example
 * ```ts
 * const schedule = new lrScheduler.PolyScheduler({ maxUpdate: 2, baseLr: 1 });
 * console.log([0, 1, 2, 3].map((n) => schedule(n))); // [ 1, 0.25, 0, 0 ]
 * ```
 */
export class PolyScheduler extends Curve {
  readonly power: number;

  constructor(options: PolySchedulerOptions);
  constructor(maxUpdate: number, baseLr?: number, options?: Omit<PolySchedulerOptions, "maxUpdate" | "baseLr">);
  constructor(...args: unknown[]) {
    const { baseLr, ...warmup } = COMMON;
    const defaults = { maxUpdate: undefined as unknown as number, baseLr, pwr: 2, finalLr: 0, ...warmup };
    const { maxUpdate, pwr, finalLr, ...common } = readSchedule("PolyScheduler", defaults, args);
    super("PolyScheduler", maxUpdate, finalLr, common);
    this.power = pwr;
  }

  protected override curve(part: number): number {
    return (1 - part) ** this.power;
  }
}

/**
 * Lets the learning rate fall by half a period of the cosine.
 *
 * @example
 * ```ts
 * const schedule = new lrScheduler.CosineScheduler({ maxUpdate: 2, baseLr: 1 });
 * console.log(schedule(0), schedule(1).toFixed(3), schedule(2)); // 1 0.500 0
 * ```
 */
export class CosineScheduler extends Curve {
  constructor(options: CosineSchedulerOptions);
  constructor(maxUpdate: number, baseLr?: number, options?: Omit<CosineSchedulerOptions, "maxUpdate" | "baseLr">);
  constructor(...args: unknown[]) {
    const { baseLr, ...warmup } = COMMON;
    const defaults = { maxUpdate: undefined as unknown as number, baseLr, finalLr: 0, ...warmup };
    const { maxUpdate, finalLr, ...common } = readSchedule("CosineScheduler", defaults, args);
    super("CosineScheduler", maxUpdate, finalLr, common);
  }

  protected override curve(part: number): number {
    return (1 + Math.cos(Math.PI * part)) / 2;
  }
}
