// Learning rates that fall in steps.
import { MXNetError } from "../error.ts";
import { COMMON, expectPositive, LRScheduler, type LRSchedulerOptions, readSchedule } from "./scheduler.ts";

/** What `FactorScheduler` takes. */
export interface FactorSchedulerOptions extends LRSchedulerOptions {
  /** The number of updates between changes. */
  step: number;
  /** What the learning rate is multiplied by, at most 1; 1 by default. */
  factor?: number | undefined;
  /** The learning rate that it does not fall below; 1e-8 by default. */
  stopFactorLr?: number | undefined;
}

/** What `MultiFactorScheduler` takes. */
export interface MultiFactorSchedulerOptions extends LRSchedulerOptions {
  /** The updates after which the learning rate changes, in rising order. */
  step: readonly number[];
  /** What the learning rate is multiplied by, at most 1; 1 by default. */
  factor?: number | undefined;
}

const TOO_SMALL = "Schedule step must be greater or equal than 1 round";

function checkFactor(factor: number): void {
  if (factor > 1) throw new MXNetError("Factor must be no more than 1 to make lr reduce");
}

/**
 * Multiplies the learning rate by a factor after every `step` updates. It goes on with the updates, and never back.
 *
 * @example
 * ```ts
 * const schedule = new lrScheduler.FactorScheduler({ step: 2, factor: 0.5, baseLr: 1 });
 * console.log([1, 2, 3, 4, 5].map((n) => schedule(n))); // [ 1, 1, 0.5, 0.5, 0.25 ]
 * ```
 */
export class FactorScheduler extends LRScheduler {
  readonly step: number;
  readonly factor: number;
  readonly stopFactorLr: number;
  #count = 0;

  constructor(options: FactorSchedulerOptions);
  constructor(step: number, factor?: number, options?: Omit<FactorSchedulerOptions, "step" | "factor">);
  constructor(...args: unknown[]) {
    const defaults = { step: undefined as unknown as number, factor: 1, stopFactorLr: 1e-8, ...COMMON };
    const { step, factor, stopFactorLr, ...common } = readSchedule("FactorScheduler", defaults, args);
    super(common);
    expectPositive(step, "FactorScheduler: step", TOO_SMALL);
    checkFactor(factor);
    this.step = step;
    this.factor = factor;
    this.stopFactorLr = stopFactorLr;
  }

  protected override after(numUpdate: number): number {
    while (numUpdate > this.#count + this.step) {
      this.#count += this.step;
      this.baseLr = Math.max(this.baseLr * this.factor, this.stopFactorLr);
    }
    return this.baseLr;
  }
}

/**
 * Multiplies the learning rate by a factor after given numbers of updates. It goes on with the updates, and never back.
 *
 * @example
 * ```ts
 * const schedule = new lrScheduler.MultiFactorScheduler({ step: [1, 3], factor: 0.5, baseLr: 1 });
 * console.log([1, 2, 3, 4].map((n) => schedule(n))); // [ 1, 0.5, 0.5, 0.25 ]
 * ```
 */
export class MultiFactorScheduler extends LRScheduler {
  readonly step: readonly number[];
  readonly factor: number;
  #passed = 0;

  constructor(options: MultiFactorSchedulerOptions);
  constructor(step: readonly number[], factor?: number, options?: LRSchedulerOptions);
  constructor(...args: unknown[]) {
    const defaults = { step: undefined as unknown as readonly number[], factor: 1, ...COMMON };
    const { step, factor, ...common } = readSchedule("MultiFactorScheduler", defaults, args);
    super(common);
    if (!Array.isArray(step) || step.length === 0) throw new TypeError("MultiFactorScheduler: step must be a list");
    step.forEach((at: number, i) => {
      if (i > 0 && !(at > (step[i - 1] as number))) {
        throw new MXNetError("Schedule step must be an increasing integer list");
      }
      expectPositive(at, "MultiFactorScheduler: a step", TOO_SMALL);
    });
    checkFactor(factor);
    this.step = [...step];
    this.factor = factor;
  }

  protected override after(numUpdate: number): number {
    while (numUpdate > (this.step[this.#passed] ?? Number.POSITIVE_INFINITY)) {
      this.#passed++;
      this.baseLr *= this.factor;
    }
    return this.baseLr;
  }
}
