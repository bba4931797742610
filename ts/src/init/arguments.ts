// Arguments by position, or in an options object at the end.
import { describe } from "../nd/invoke.ts";
import { snake } from "../runtime/attrs.ts";

/** Whether a value is an object literal. */
export function isPlainObject(x: unknown): x is Record<string, unknown> {
  if (typeof x !== "object" || x === null) return false;
  const prototype = Object.getPrototypeOf(x);
  return prototype === Object.prototype || prototype === null;
}

/** A name of MXNet's in JavaScript's spelling: `num_hidden` becomes `numHidden`. */
export function camel(name: string): string {
  return name.replace(/(?<=[^_])_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * The arguments of a constructor by name.
 *
 * @param what - the class, for messages
 * @param defaults - the parameters in MXNet's order, in JavaScript's spelling; undefined for those that must be given
 * @param args - what was passed; options may be spelt MXNet's way, too
 * @throws TypeError for unknown, missing and surplus arguments
 */
export function readArguments<T extends { readonly [name: string]: unknown }>(
  what: string,
  defaults: T,
  args: readonly unknown[],
): T {
  const names = Object.keys(defaults);
  const options = isPlainObject(args.at(-1)) ? (args.at(-1) as Record<string, unknown>) : {};
  const positional = isPlainObject(args.at(-1)) ? args.slice(0, -1) : args;
  if (positional.length > names.length) {
    const known = names.length === 0 ? "it takes none" : `there are ${names.join(", ")}`;
    throw new TypeError(`${what}: too many arguments, got ${positional.length}; ${known}`);
  }
  const values: Record<string, unknown> = { ...defaults };
  positional.forEach((value, i) => {
    if (value !== undefined) values[names[i] as string] = value;
  });
  for (const [key, value] of Object.entries(options)) {
    const name = names.find((n) => n === key || snake(n) === key);
    if (name === undefined) {
      const known = names.length === 0 ? "it takes none" : `the options are: ${names.join(", ")}`;
      throw new TypeError(`${what}: unknown option ${key}; ${known}`);
    }
    if (value !== undefined) values[name] = value;
  }
  for (const name of names) if (values[name] === undefined) throw new TypeError(`${what}: ${name} is missing`);
  return values as T;
}

/** Checks that a parameter is text. */
export function expectText(value: unknown, what: string): string {
  if (typeof value !== "string") throw new TypeError(`${what} must be a text, got ${describe(value)}`);
  return value;
}
