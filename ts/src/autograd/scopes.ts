// The recording and training flags, and the scopes that set them.
import { catchUp, type Late, late } from "../runtime/late.ts";
import { disposeSymbol } from "../runtime/symbols.ts";
import * as wasm from "../runtime/wasm.ts";

/**
 * Whether operators are being recorded.
 *
 * @example
 * ```ts
 * console.log(autograd.isRecording(), autograd.record(() => autograd.isRecording())); // false true
 * ```
 */
export function isRecording(): boolean {
  catchUp();
  return wasm.is_recording();
}

/**
 * Whether operators behave as in training (Dropout, BatchNorm).
 *
 * @example
 * ```ts
 * console.log(autograd.isTraining(), autograd.record(() => autograd.isTraining())); // false true
 * ```
 */
export function isTraining(): boolean {
  catchUp();
  return wasm.is_training();
}

/**
 * Sets whether operators are recorded; returns the previous state.
 *
 * @example
 * ```ts
 * const previous = autograd.setRecording(true);
 * autograd.setRecording(previous);
 * ```
 */
export function setRecording(recording: boolean): boolean {
  catchUp();
  return wasm.set_recording(recording);
}

/**
 * Sets whether operators behave as in training; returns the previous state.
 *
 * @example
 * ```ts
 * const previous = autograd.setTraining(true);
 * autograd.setTraining(previous);
 * ```
 */
export function setTraining(training: boolean): boolean {
  catchUp();
  return wasm.set_training(training);
}

/**
 * A scope in force: what `using` disposes. A flag that already had the scope's value when it was entered is left alone at
 * its end, as in MXNet.
 */
export class Scope {
  #recording: boolean | undefined;
  #training: boolean | undefined;
  #open = true;
  /** @internal */
  next: Late | undefined;

  /** @internal Sets the flags. */
  begin(recording: boolean | undefined, training: boolean | undefined): void {
    catchUp();
    this.#recording = enter(recording, wasm.set_recording);
    this.#training = enter(training, wasm.set_training);
  }

  /** Ends the scope. */
  end(): void {
    if (!this.#open) return;
    // Scopes inside of it come first.
    catchUp();
    this.undo();
  }

  /** @internal */
  undo(): void {
    if (this.#recording !== undefined) wasm.set_recording(this.#recording);
    if (this.#training !== undefined) wasm.set_training(this.#training);
    this.#open = false;
  }

  /** @internal `using` ends the scope at the end of the block. */
  [disposeSymbol](): void {
    this.end();
  }
}

/** Sets a flag; gives its previous value if that must be restored. */
function enter(value: boolean | undefined, set: (on: boolean) => boolean): boolean | undefined {
  if (value === undefined) return undefined;
  const previous = set(value);
  return previous === value ? undefined : previous;
}

/** Begins a scope; runs the function in it and ends it, or leaves it open if there is none. */
function runIn<T>(
  name: string,
  run: (() => T) | undefined,
  recording: boolean | undefined,
  training: boolean,
): T | Scope {
  const scope = new Scope();
  let stays = false;
  try {
    scope.begin(recording, training);
    if (!run) {
      stays = true;
      return scope;
    }
    const result = run();
    if (typeof (result as { then?: unknown } | undefined)?.then === "function") {
      throw new TypeError(
        `autograd.${name}: the function returned a Promise. The flag is global to the thread and would leak across awaits; await first, then record`,
      );
    }
    return result;
  } finally {
    try {
      if (!stays) scope.end();
      stays = true;
    } finally {
      // The stack is full.
      if (!stays) {
        if (late.first && late.last) late.last.next = scope;
        else late.first = scope;
        late.last = scope;
      }
    }
  }
}

/** Reads the forms `(run, mode)`, `(mode, run)` and `(mode)`. */
function make<T>(name: string, args: readonly unknown[], recording: boolean | undefined, mode: boolean): T | Scope {
  const run = args.find((arg) => typeof arg === "function") as (() => T) | undefined;
  const training = args.find((arg) => typeof arg === "boolean") ?? mode;
  const wrong = args.find((arg) => arg !== undefined && typeof arg !== "function" && typeof arg !== "boolean");
  if (wrong !== undefined)
    throw new TypeError(`autograd.${name}: expected a function and a boolean, got ${typeof wrong}`);
  return runIn(name, run, recording, training as boolean);
}

/**
 * Records what happens inside, for `backward`. With a function: runs it and returns what it returns. Without: returns a
 * scope for `using`, in force until the end of the block.
 *
 * @param trainMode - whether operators behave as in training
 * @throws TypeError if the function returns a Promise
 * @example
 * ```ts
 * const x = nd.ones([2]);
 * x.attachGrad();
 * const y = autograd.record(() => x.mul(x));
 * y.backward();
 * ```
 */
export function record<T>(run: () => T, trainMode?: boolean): T;
export function record<T>(trainMode: boolean, run: () => T): T;
export function record(trainMode?: boolean): Scope;
export function record<T>(...args: unknown[]): T | Scope {
  return make<T>("record", args, true, true);
}

/**
 * Does not record what happens inside; in predict mode unless `trainMode` says otherwise. Forms as `record`.
 *
 * @example
 * ```ts
 * const x = nd.array([2]);
 * x.attachGrad();
 * const y = autograd.record(() => x.mul(autograd.pause(() => x.mul(x))));
 * y.backward();
 * console.log(x.grad.toArray()); // [ 4 ]
 * ```
 */
export function pause<T>(run: () => T, trainMode?: boolean): T;
export function pause<T>(trainMode: boolean, run: () => T): T;
export function pause(trainMode?: boolean): Scope;
export function pause<T>(...args: unknown[]): T | Scope {
  return make<T>("pause", args, false, false);
}

/**
 * Operators inside behave as in training; recording stays as it is. Forms as `record`.
 *
 * @example
 * ```ts
 * const x = nd.ones([4]);
 * const y = autograd.trainMode(() => nd.Dropout(x, { p: 0.5 })); // drops elements, without being recorded
 * ```
 */
export function trainMode<T>(run: () => T): T;
export function trainMode(): Scope;
export function trainMode<T>(run?: () => T): T | Scope {
  return make<T>("trainMode", [run], undefined, true);
}

/**
 * Operators inside behave as in prediction; recording stays as it is. Forms as `record`.
 *
 * @example
 * ```ts
 * const x = nd.ones([4]);
 * const y = autograd.record(() => autograd.predictMode(() => nd.Dropout(x, { p: 0.5 })));
 * console.log(y.toArray()); // [ 1, 1, 1, 1 ]
 * ```
 */
export function predictMode<T>(run: () => T): T;
export function predictMode(): Scope;
export function predictMode<T>(run?: () => T): T | Scope {
  return make<T>("predictMode", [run], undefined, false);
}
