// What holds until a block ends: names and attributes of symbols.
import { disposeSymbol } from "../runtime/symbols.ts";

/** A scope in force: what `using` disposes. */
export class Entered {
  #leave: (() => void) | null;

  /** @internal */
  constructor(leave: () => void) {
    this.#leave = leave;
  }

  /** Ends the scope. */
  end(): void {
    this.#leave?.();
    this.#leave = null;
  }

  /** @internal `using` ends the scope at the end of the block. */
  [disposeSymbol](): void {
    this.end();
  }
}

/** Runs a function in a scope that has been entered, or gives the scope. */
export function within<T>(entered: Entered, run: (() => T) | undefined, what: string): T | Entered {
  if (run === undefined) return entered;
  try {
    const result = run();
    if (typeof (result as { then?: unknown } | undefined)?.then === "function") {
      throw new TypeError(`${what}: the function returned a Promise, but the scope ends when it returns`);
    }
    return result;
  } finally {
    entered.end();
  }
}
