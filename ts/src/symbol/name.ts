// mx.name: automatic names of symbols.
import { describe } from "../nd/invoke.ts";
import { Entered, within } from "./scopes.ts";

/**
 * Gives names to symbols that were made without: the operator's name in lower case and a number, which starts at 0 in
 * each manager.
 *
 * @example
 * ```ts
 * const names = new mx.name.NameManager().scope(() => [1, 2].map(() => sym.exp(sym.Variable("x")).name));
 * console.log(names); // [ 'exp0', 'exp1' ]
 * ```
 */
export class NameManager {
  readonly #counters: Map<string, number> = new Map();

  /** The name of a symbol: the one that was given, or an automatic one. */
  get(name: string | null | undefined, hint: string): string {
    if (name !== null && name !== undefined) return name;
    const count = this.#counters.get(hint) ?? 0;
    this.#counters.set(hint, count + 1);
    return `${hint}${count}`;
  }

  /** Names symbols in what the function makes, or until the scope that is returned ends (`using`). */
  scope<T>(run: () => T): T;
  scope(): Entered;
  scope<T>(run?: () => T): T | Entered {
    const outer = current;
    current = this;
    return within(
      new Entered(() => {
        current = outer;
      }),
      run,
      "NameManager.scope",
    );
  }
}

/**
 * The same with a prefix before all names, those that are given too. Variables keep theirs.
 *
 * @example
 * ```ts
 * console.log(new mx.name.Prefix("a_").scope(() => sym.exp(sym.Variable("x"), { name: "y" }).name)); // a_y
 * ```
 */
export class Prefix extends NameManager {
  readonly #prefix: string;

  constructor(prefix: string) {
    super();
    if (typeof prefix !== "string") throw new TypeError(`Prefix: the prefix must be a text, got ${describe(prefix)}`);
    this.#prefix = prefix;
  }

  override get(name: string | null | undefined, hint: string): string {
    return this.#prefix + super.get(name, hint);
  }
}

let current: NameManager = /* @__PURE__ */ new NameManager();

/** @internal The name of a symbol that is being made. */
export const nextName = (name: string | null | undefined, hint: string): string => current.get(name, hint);
