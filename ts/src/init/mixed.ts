// Initializers by name of the parameter, and from saved parameters. These two have no dumps() and no registered names.
import { MXNetError } from "../error.ts";
import { describe } from "../nd/invoke.ts";
import { NDArray } from "../nd/ndarray.ts";
import { load } from "../nd/params.ts";
import { Callable } from "../runtime/callable.ts";
import { isPlainObject, readArguments } from "./arguments.ts";
import { InitDesc } from "./desc.ts";
import { expectArray, type Name } from "./initializer.ts";

/** Anything that fills an array by its name: an initializer, a `Mixed`, a `Load` or a function. */
export type InitFunction = (desc: Name, arr: NDArray) => void;

/** Checks what Python would call a string. */
function nameText(name: unknown): string {
  if (!(name instanceof InitDesc) && typeof name !== "string") {
    throw new TypeError(`name must be string, got ${describe(name)}`);
  }
  return String(name);
}

function expectInit(init: unknown, what: string): void {
  if (typeof init !== "function") throw new TypeError(`${what} must be an initializer, got ${describe(init)}`);
}

/** A pattern as Python's `re.match` applies it: from the start of the name. */
function compile(pattern: string | RegExp): RegExp {
  try {
    if (pattern instanceof RegExp) return new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, "")}y`);
    if (typeof pattern !== "string") throw new TypeError(`Mixed: a pattern must be a text, got ${describe(pattern)}`);
    // Python's spelling of named groups and of the ends of the text.
    const source = pattern
      .replace(/\(\?P</g, "(?<")
      .replace(/\(\?P=(\w+)\)/g, "\\k<$1>")
      .replace(/\\Z/g, "$")
      .replace(/\\A/g, "^");
    return new RegExp(source, "y");
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new MXNetError(`Mixed: ${JSON.stringify(String(pattern))} is not a regular expression: ${cause.message}`, {
      cause,
    });
  }
}

export interface Mixed {
  /** Fills an array by the first pattern that matches its name. */
  (desc: Name, arr: NDArray): void;
}

/**
 * Picks an initializer by the parameter's name: the first whose pattern matches at the start of the name. Note that
 * initializers fill biases with 0 by themselves.
 *
 * @example
 * ```ts
 * const initializer = new init.Mixed([".*bias", ".*"], [new init.Zero(), new init.Uniform(0.1)]);
 * initializer(new init.InitDesc("fc1_weight"), nd.zeros([1, 3]));
 * ```
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: instances can be called, which only an interface can say
export class Mixed extends Callable {
  readonly #map: readonly (readonly [RegExp, InitFunction])[];

  constructor(patterns: readonly (string | RegExp)[], initializers: readonly InitFunction[]);
  constructor(options: { patterns: readonly (string | RegExp)[]; initializers: readonly InitFunction[] });
  constructor(...args: unknown[]) {
    const { patterns, initializers } = readArguments(
      "Mixed",
      {
        patterns: undefined as unknown as readonly (string | RegExp)[],
        initializers: undefined as unknown as readonly InitFunction[],
      },
      args,
    );
    super();
    if (!Array.isArray(patterns) || !Array.isArray(initializers)) {
      throw new TypeError("Mixed: patterns and initializers must be lists");
    }
    if (patterns.length !== initializers.length) {
      throw new MXNetError(`Mixed: got ${patterns.length} patterns and ${initializers.length} initializers`);
    }
    initializers.forEach((init, i) => {
      expectInit(init, `Mixed: initializer ${i}`);
    });
    this.#map = patterns.map(
      (pattern: string | RegExp, i) => [compile(pattern), initializers[i] as InitFunction] as const,
    );
  }

  /** @internal */
  override _call(desc: Name, arr: NDArray): void {
    const name = nameText(desc);
    for (const [pattern, initialize] of this.#map) {
      pattern.lastIndex = 0;
      if (pattern.test(name)) {
        initialize(desc, arr);
        return;
      }
    }
    throw new MXNetError(
      `Parameter name ${name} did not match any pattern. Consider adding a ".*" pattern at the end with default Initializer.`,
    );
  }
}

/** Arrays by name. */
export type NamedArrays = Readonly<Record<string, NDArray>> | ReadonlyMap<string, NDArray>;

/** What `Load` takes arrays from: arrays by name, or a .params file with names: its path (in Node, Deno and Bun) or its bytes. */
export type LoadSource = NamedArrays | string | Uint8Array | ArrayBuffer;

/** Options of `Load`. */
export interface LoadOptions {
  /** What fills arrays whose names are not among the parameters. */
  defaultInit?: InitFunction | null;
  /** Says where every array came from, on the console. */
  verbose?: boolean;
}

/** The arrays of a source with their names. */
function namedArrays(source: LoadSource): [string, NDArray][] {
  const file = typeof source === "string" || source instanceof Uint8Array || source instanceof ArrayBuffer;
  const param: unknown = file ? load(source) : source;
  if (Array.isArray(param)) throw new MXNetError("Load: the arrays in the file have no names");
  if (!isPlainObject(param) && !(param instanceof Map)) {
    throw new TypeError(`Load: param must be NDArrays by name, a path or bytes, got ${describe(param)}`);
  }
  const entries: [string, unknown][] = param instanceof Map ? [...param] : Object.entries(param);
  return entries.map(([name, array]) => {
    if (array instanceof NDArray) return [name, array];
    throw new TypeError(`Load: param ${name} must be an NDArray, got ${describe(array)}`);
  });
}

export interface Load {
  /** Fills an array with the saved one of its name. */
  (desc: Name, arr: NDArray): void;
}

/**
 * Fills arrays with saved ones of the same names, without `arg:` and `aux:` in front.
 *
 * @example
 * ```ts
 * const load = new init.Load({ "arg:fc1_weight": nd.ones([1, 3]) }, new init.Zero());
 * load(new init.InitDesc("fc1_weight"), nd.zeros([1, 3]));
 * ```
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: instances can be called, which only an interface can say
export class Load extends Callable {
  /** The arrays by name, without prefixes. */
  readonly param: Readonly<Record<string, NDArray>>;
  readonly defaultInit: InitFunction | null;
  readonly verbose: boolean;

  constructor(param: LoadSource, options?: LoadOptions);
  constructor(param: LoadSource, defaultInit?: InitFunction | null, verbose?: boolean, options?: LoadOptions);
  constructor(param: LoadSource, ...args: unknown[]) {
    const defaults = { defaultInit: null as InitFunction | null, verbose: false };
    const { defaultInit, verbose } = readArguments("Load", defaults, args);
    super();
    if (defaultInit !== null) expectInit(defaultInit, "Load: defaultInit");
    const entries = namedArrays(param);
    this.param = Object.fromEntries(entries.map(([name, array]) => [name.replace(/^(arg|aux):/, ""), array]));
    this.defaultInit = defaultInit;
    this.verbose = verbose;
  }

  /** @internal */
  override _call(desc: Name, arr: NDArray): void {
    const name = nameText(desc);
    expectArray(arr);
    const saved = Object.hasOwn(this.param, name) ? this.param[name] : undefined;
    if (saved === undefined) {
      if (this.defaultInit === null) {
        throw new MXNetError(
          `Cannot Initialize ${name}. Not found in loaded param and no default Initializer is provided.`,
        );
      }
      this.defaultInit(desc, arr);
    } else {
      if (String(saved.shape) !== String(arr.shape)) {
        throw new MXNetError(
          `Parameter ${name} cannot be initialized from loading. Shape mismatch, target (${arr.shape}) vs loaded (${saved.shape})`,
        );
      }
      arr.set(saved);
    }
    if (this.verbose) console.info(`Initialized ${name} by ${saved === undefined ? "default" : "loading"}`);
  }
}
