// Initializers by name.
import { MXNetError } from "../error.ts";
import { describe } from "../nd/invoke.ts";
import { camel, isPlainObject } from "./arguments.ts";
import { Initializer } from "./initializer.ts";
import { loadJson } from "./json.ts";

/** A class of initializers. */
export type InitializerClass = new (...args: never[]) => Initializer;

const registry = new Map<string, InitializerClass>();
/** What `dumps()` calls a class: its lowercase name unless it was registered under a name. */
const ownNames = new WeakMap<object, string>();

/** The name of a class in `dumps()`. */
export function nameOf(klass: { readonly name: string }): string {
  // Bundlers may rename the base class; the others are registered under their names.
  return ownNames.get(klass) ?? (Object.is(klass, Initializer) ? "initializer" : klass.name.toLowerCase());
}

function add(klass: InitializerClass, name: string): void {
  if (typeof klass !== "function" || !(klass.prototype instanceof Initializer)) {
    throw new TypeError(`register: can only register subclasses of Initializer, got ${describe(klass)}`);
  }
  const key = name.toLowerCase();
  const old = registry.get(key);
  if (old !== undefined) {
    console.warn(
      `New initializer ${klass.name} registered with name ${key} is overriding existing initializer ${old.name}`,
    );
  }
  registry.set(key, klass);
}

/**
 * Makes a class known by its name in lower case. Also a decorator.
 *
 * @param klass - a subclass of `Initializer`
 * @param name - another name than the class's, which `dumps()` writes, too: minifiers change names of classes
 * @returns the class
 * @example
 * ```ts
 * class Halves extends init.Initializer {
 *   override _initWeight(name: init.Name, arr: NDArray): void {
 *     arr.set(0.5);
 *   }
 * }
 * init.register(Halves);
 * console.log(init.create("halves").dumps()); // ["halves", {}]
 * ```
 */
export function register<T extends InitializerClass>(klass: T, name?: string | ClassDecoratorContext): T {
  add(klass, typeof name === "string" ? name : klass.name);
  if (typeof name === "string") ownNames.set(klass, name.toLowerCase());
  return klass;
}

/**
 * Makes a class known by more names: `init.alias("zeros")(Zero)`, or as a decorator.
 *
 * @example
 * ```ts
 * class Thirds extends init.Initializer {
 *   override _initWeight(name: init.Name, arr: NDArray): void {
 *     arr.set(1 / 3);
 *   }
 * }
 * init.register(init.alias("third")(Thirds));
 * console.log(init.create("third") instanceof Thirds); // true
 * ```
 */
export function alias(
  ...names: string[]
): <T extends InitializerClass>(klass: T, context?: ClassDecoratorContext) => T {
  return (klass) => {
    for (const name of names) add(klass, name);
    return klass;
  };
}

/** What `create` makes an initializer of. */
export type InitializerLike =
  | string
  | Initializer
  | { readonly initializer: string; readonly [option: string]: unknown };

/**
 * An initializer from its name, the text of a `dumps()`, an object with the name under `initializer`, or itself.
 *
 * @param what - for example `"xavier"`, `'["xavier", {"magnitude": 2}]'` or `{ initializer: "xavier", magnitude: 2 }`
 * @param args - with a name: the constructor's arguments
 * @throws MXNetError for names that nobody registered; TypeError for options that the class does not have
 * @example
 * ```ts
 * console.log(init.create("normal", { sigma: 0.8 }).dumps()); // ["normal", {"sigma": 0.8}]
 * console.log(init.create('["uniform", {"scale": 0.1}]').dumps()); // ["uniform", {"scale": 0.1}]
 * ```
 */
export function create(what: InitializerLike, ...args: unknown[]): Initializer {
  const alone = (): void => {
    if (args.length > 0)
      throw new MXNetError("create: the initializer is described in full, more arguments are invalid");
  };
  if (what instanceof Initializer) {
    alone();
    return what;
  }
  if (isPlainObject(what)) {
    const { initializer, ...options } = what;
    if (initializer === undefined) throw new MXNetError("create: the key 'initializer' with the name is missing");
    return create(initializer as InitializerLike, ...args, ...(Object.keys(options).length > 0 ? [options] : []));
  }
  if (what === undefined) throw new MXNetError("create: the argument 'initializer' is missing");
  if (typeof what !== "string") throw new TypeError(`initializer must be of string type, got ${describe(what)}`);
  if (what.startsWith("[") || what.startsWith("{")) {
    alone();
    return fromJson(what);
  }
  const klass = registry.get(what.toLowerCase()) as (new (...args: unknown[]) => Initializer) | undefined;
  if (klass === undefined) {
    throw new MXNetError(`${what.toLowerCase()} is not registered. Please register with initializer.register first`);
  }
  return new klass(...args);
}

function fromJson(text: string): Initializer {
  let value: unknown;
  try {
    value = loadJson(text);
  } catch (cause) {
    throw new MXNetError(`create: ${JSON.stringify(text)} is not JSON`, { cause });
  }
  const [name, written] = Array.isArray(value) ? value : split(value as Record<string, unknown>);
  const options = Object.entries((written as Record<string, unknown> | undefined) ?? {});
  if (options.length === 0) return create(name as InitializerLike);
  return create(name as InitializerLike, Object.fromEntries(options.map(([key, option]) => [camel(key), option])));
}

function split({ initializer, ...options }: Record<string, unknown>): [unknown, Record<string, unknown>] {
  if (initializer === undefined) throw new MXNetError("create: the key 'initializer' with the name is missing");
  return [initializer, options];
}
