// Names of blocks: lower-case class name, number, underscore; inside a block's name scope after the block's own prefix.
import { disposeSymbol } from "../runtime/symbols.ts";

const counts = new Map<string, number>();
let current: NameSpace | null = null;

function next(counters: Map<string, number>, hint: string): string {
  const count = counters.get(hint) ?? 0;
  counters.set(hint, count + 1);
  return `${hint}${count}_`;
}

/** The names that a block gives out. */
export class NameSpace {
  readonly prefix: string;
  /** The prefix of parameters, which differs from the block's when parameters are shared. */
  readonly paramsPrefix: string;
  /** Whether the block was given the empty prefix: its scopes then change nothing. */
  readonly transparent: boolean;
  readonly #counters: Map<string, number> = new Map();

  /**
   * @param prefix - the prefix asked for; null for an automatic one
   * @param hint - what automatic prefixes begin with
   */
  constructor(prefix: string | null, hint: string) {
    this.transparent = prefix === "";
    const own = prefix ?? next(current ? current.#counters : counts, hint);
    this.prefix = (current?.prefix ?? "") + own;
    this.paramsPrefix = (current?.paramsPrefix ?? "") + own;
  }

  /** Makes this the space of blocks that are made from now on; gives the way back. */
  enter(): NameScope {
    const outer = current;
    if (!this.transparent) current = this;
    return new NameScope(() => {
      current = outer;
    });
  }
}

/** A name scope in force: what `using` disposes. */
export class NameScope {
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
