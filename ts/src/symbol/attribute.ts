// mx.attribute: attributes of all symbols that are made in a scope.
import { describe } from "../nd/invoke.ts";
import { Entered, within } from "./scopes.ts";

/** Attributes by name; all are texts. */
export type AttrTexts = Readonly<Record<string, string>>;

let current: AttrTexts = {};

/** Checks that all values are texts, as MXNet demands. */
export function expectTexts(attr: unknown, where: string): asserts attr is AttrTexts {
  if (typeof attr !== "object" || attr === null || Array.isArray(attr)) {
    throw new TypeError(`${where}: attributes must be an object of texts, got ${describe(attr)}`);
  }
  for (const [key, value] of Object.entries(attr)) {
    if (typeof value !== "string") {
      throw new TypeError(`${where}: attribute ${key} must be a text, got ${describe(value)}`);
    }
  }
}

/**
 * Attributes for all symbols that are made inside, variables too.
 *
 * @example
 * ```ts
 * const x = new mx.attribute.AttrScope({ ctx_group: "stage1" }).scope(() => sym.Variable("x"));
 * console.log(x.attr("ctx_group")); // stage1
 * ```
 */
export class AttrScope {
  readonly #attrs: AttrTexts;

  constructor(attrs: AttrTexts = {}) {
    expectTexts(attrs, "AttrScope");
    this.#attrs = { ...attrs };
  }

  /** Sets the attributes of what the function makes, or until the scope that is returned ends (`using`). */
  scope<T>(run: () => T): T;
  scope(): Entered;
  scope<T>(run?: () => T): T | Entered {
    const outer = current;
    current = { ...outer, ...this.#attrs };
    return within(
      new Entered(() => {
        current = outer;
      }),
      run,
      "AttrScope.scope",
    );
  }
}

/** @internal The attributes of a symbol that is being made: those of the scopes, then its own. */
export function withScopes(attr: unknown, where: string): AttrTexts {
  if (attr === null || attr === undefined) return current;
  expectTexts(attr, where);
  return { ...current, ...attr };
}
