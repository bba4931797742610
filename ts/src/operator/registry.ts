// Custom operators by name.
import { MXNetError } from "../error.ts";
import { describe } from "../nd/invoke.ts";
import { CustomOpProp } from "./custom-op.ts";

/** A class that describes an operator; it is made with the attributes of a call. */
export type CustomOpPropClass = new (attrs: Record<string, string>) => CustomOpProp;

const registry = new Map<string, CustomOpPropClass>();

/**
 * Makes an operator known to `nd.Custom` by a name: `operator.register("name")(Prop)`, or as a decorator of the class.
 *
 * @param name - what `opType` will be; a later registration replaces an earlier one
 * @throws TypeError when what is registered does not extend `CustomOpProp`
 * @example
 * ```ts
 * class NothingProp extends operator.CustomOpProp {}
 * console.log(operator.register("nothing")(NothingProp) === NothingProp); // true
 * ```
 */
export function register(
  name: string,
): <T extends new (...args: never[]) => CustomOpProp>(klass: T, context?: ClassDecoratorContext) => T {
  if (typeof name !== "string" || name === "") {
    throw new TypeError(`register: the name of a custom operator must be a text, got ${describe(name)}`);
  }
  return (klass) => {
    if (typeof klass !== "function" || !(klass.prototype instanceof CustomOpProp)) {
      throw new TypeError(`register: ${name} must be a subclass of CustomOpProp, got ${describe(klass)}`);
    }
    registry.set(name, klass as unknown as CustomOpPropClass);
    return klass;
  };
}

/** The description of a registered operator, for a call with these attributes. */
export function createProp(name: unknown, attrs: Record<string, string>): CustomOpProp {
  const klass = typeof name === "string" ? registry.get(name) : undefined;
  if (!klass) {
    const known = [...registry.keys()].join(", ") || "none";
    throw new MXNetError(`Custom: opType ${describe(name)} is not registered; there are: ${known}`);
  }
  return new klass(attrs);
}
