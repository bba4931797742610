// Blocks: layers, and models made of them.
import { MXNetError } from "../error.ts";
import type { InitializerLike } from "../init/index.ts";
import type { DType } from "../nd/dtype.ts";
import { describe } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { load, type NDArrayDict, save } from "../nd/params.ts";
import { Callable } from "../runtime/callable.ts";
import { inScope } from "../runtime/cell.ts";
import { inspectSymbol } from "../runtime/symbols.ts";
import { cellsIn } from "../scope.ts";
import { type NameScope, NameSpace } from "./naming.ts";
import { type LoadOptions, Parameter } from "./parameter.ts";
import { type InitializeAllOptions, namedArrays, ParameterDict } from "./parameter-dict.ts";
import { briefList, indent } from "./text.ts";

/** What every block takes. */
export interface BlockOptions {
  /** What the names of its parameters begin with; by default the class's name with a number. */
  prefix?: string | null | undefined;
  /** Parameters to share, as `other.collectParams()` gives them. */
  params?: ParameterDict | null | undefined;
  /** @internal What automatic prefixes begin with, where it is not the class's name in lower case. */
  hint?: string | undefined;
}

/** Ends a hook. */
export interface HookHandle {
  detach(): void;
}

/** Called before a forward. */
export type ForwardPreHook = (block: Block, inputs: readonly unknown[]) => void;

/** Called after a forward. */
export type ForwardHook = (block: Block, inputs: readonly unknown[], output: unknown) => void;

export interface Block<Inputs extends unknown[] = NDArray[], Output = NDArray> {
  /** Runs `forward`, with the hooks around it. */
  (...inputs: Inputs): Output;
}

/**
 * The base of layers and models. A subclass holds its layers in fields and has a `forward`. Fields that are blocks or
 * parameters are found by themselves (private `#fields` are not: use `registerChild`).
 *
 * @example
 * ```ts
 * class Net extends gluon.Block {
 *   hidden = new gluon.nn.Dense(20, { activation: "relu" });
 *   out = new gluon.nn.Dense(2);
 *   forward(x: NDArray) {
 *     return this.out(this.hidden(x));
 *   }
 * }
 * const net = new Net();
 * net.initialize();
 * net(nd.ones([1, 5]));
 * ```
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: instances can be called, which only an interface can say
// biome-ignore lint/correctness/noUnusedVariables: the interface uses the parameters
export abstract class Block<Inputs extends unknown[] = NDArray[], Output = NDArray> extends Callable {
  /** @internal Whether this very class's forward keeps none of its arrays, so that they may be freed at its end. */
  static readonly ownsTemporaries: boolean = false;

  readonly #space: NameSpace;
  readonly #params: ParameterDict;
  readonly #children: Map<string, Block> = new Map();
  /** Which of the children are fields. */
  readonly #fields: Set<string> = new Set();
  readonly #hooks: Set<ForwardHook> = new Set();
  readonly #preHooks: Set<ForwardPreHook> = new Set();

  constructor(options: BlockOptions = {}) {
    super();
    const { prefix = null, params = null } = options;
    this.#space = new NameSpace(prefix, options.hint ?? this.constructor.name.toLowerCase());
    this.#params = params ? new ParameterDict(params.prefix, params) : new ParameterDict(this.#space.paramsPrefix);
  }

  /** The computation. */
  abstract forward(...inputs: never[]): unknown;

  /** @internal */
  override _call(...inputs: unknown[]): unknown {
    for (const hook of this.#preHooks) hook(this as unknown as Block, inputs);
    const run = (): unknown => this.forward(...(inputs as never[]));
    const output = this.isClosed() ? inScope(run, cellsIn) : run();
    for (const hook of this.#hooks) hook(this as unknown as Block, inputs, output);
    return output;
  }

  /**
   * @internal Whether nothing outside of the library sees the arrays inside a call: it is one of the library's own classes
   * (what subclasses keep is not known), and neither it nor what is inside has hooks.
   */
  isClosed(): boolean {
    const klass = this.constructor as typeof Block;
    return (
      Object.hasOwn(klass, "ownsTemporaries") &&
      klass.ownsTemporaries &&
      this.#hooks.size === 0 &&
      this.#preHooks.size === 0 &&
      [...this.children.values()].every((child) => child.isClosed())
    );
  }

  // ---- names

  /** What the names of its parameters begin with. */
  get prefix(): string {
    return this.#space.prefix;
  }

  /** @internal Whether the block has the empty prefix, and gives no names to what is made inside. */
  protected get namesNothing(): boolean {
    return this.#space.transparent;
  }

  /** The prefix without the underscore at its end. */
  get name(): string {
    return this.prefix.replace(/_$/, "");
  }

  /**
   * Blocks made inside are named after this one. With a function: runs it and returns what it returns. Without: returns a
   * scope for `using`.
   */
  nameScope<T>(run: () => T): T;
  nameScope(): NameScope;
  nameScope<T>(run?: () => T): T | NameScope {
    const scope = this.#space.enter();
    if (!run) return scope;
    try {
      return run();
    } finally {
      scope.end();
    }
  }

  // ---- children and parameters

  /** Takes the fields that are blocks into the children, at the time when they are first seen. */
  #syncFields(): Map<string, Block> {
    const fields = this as unknown as Readonly<Record<string, unknown>>;
    for (const key of this.#fields) {
      if (!(fields[key] instanceof Block)) {
        this.#fields.delete(key);
        this.#children.delete(key);
      }
    }
    for (const key of Object.keys(this)) {
      const value = fields[key];
      if (!(value instanceof Block) || this.#children.get(key) === value) continue;
      this.#children.set(key, value);
      this.#fields.add(key);
    }
    return this.#children;
  }

  /** The blocks directly inside, by name. */
  get children(): ReadonlyMap<string, Block> {
    return this.#syncFields();
  }

  /** Adds a block; those in fields add themselves. */
  registerChild(block: Block, name?: string): void {
    if (!(block instanceof Block))
      throw new TypeError(`registerChild: the child must be a Block, got ${describe(block)}`);
    const children = this.#syncFields();
    children.set(name ?? String(children.size), block);
  }

  /** The parameters in fields, by the field's name. */
  protected fieldParams(): Map<string, Parameter> {
    const found = new Map<string, Parameter>();
    for (const [key, value] of Object.entries(this)) if (value instanceof Parameter) found.set(key, value);
    return found;
  }

  /** This block's own parameters, without those of its children. `params.get` makes one. */
  get params(): ParameterDict {
    return this.#params;
  }

  /**
   * The parameters of this block and its children.
   *
   * @param select - a regular expression that names must match from their beginning: `".*weight"`
   */
  collectParams(select: string | RegExp | null = null): ParameterDict {
    const pattern = select === null ? null : new RegExp(typeof select === "string" ? `^(?:${select})` : select);
    const found = new ParameterDict(this.#params.prefix);
    const take = (pairs: Iterable<readonly [string, Parameter]>): void =>
      found.update([...pairs].filter(([name]) => !pattern || pattern.test(name)));
    take(this.#params);
    take([...this.fieldParams().values()].map((param) => [param.name, param] as const));
    for (const child of this.children.values()) found.update(child.collectParams(pattern));
    return found;
  }

  /** The parameters by their place in the structure: `0.weight`, `hidden.bias`. */
  #structure(prefix = ""): Map<string, Parameter> {
    const found = new Map<string, Parameter>();
    for (const [key, param] of this.fieldParams()) found.set(prefix + key, param);
    for (const [key, child] of this.children) {
      for (const [name, param] of child.#structure(`${prefix}${key}.`)) found.set(name, param);
    }
    return found;
  }

  /**
   * Initializes the parameters of this block and its children; those whose shapes are unknown at the first call.
   *
   * @param init - an initializer or its name, for parameters without one of their own; `Uniform(0.07)` by default
   */
  initialize(init?: InitializerLike | InitializeAllOptions | null, options: InitializeAllOptions = {}): void {
    this.collectParams().initialize(init, options);
  }

  /**
   * Saves the parameters under their places in the structure.
   *
   * @param path - the file; null for the bytes
   */
  saveParameters(path: string): void;
  saveParameters(path?: null): Uint8Array;
  saveParameters(path: string | null = null): Uint8Array | undefined {
    const dict: NDArrayDict = {};
    for (const [name, param] of this.#structure()) dict[name] = param.data();
    return save(path, dict);
  }

  /**
   * Loads what `saveParameters` saved, or parameters by their full names.
   *
   * @param source - a path or the bytes
   * @throws MXNetError for missing and surplus parameters, and for other shapes and dtypes
   */
  loadParameters(source: string | Uint8Array, options: LoadOptions = {}): void {
    const loaded = namedArrays(load(source));
    const names = Object.keys(loaded);
    const params = this.#structure();
    if (names.length === 0 && params.size === 0) return;
    if (!names.some((name) => name.includes("."))) {
      this.collectParams().load(loaded, { ...options, restorePrefix: this.prefix });
    } else {
      const from = typeof source === "string" ? `file '${source}'` : "the bytes";
      const present = new Set(names.map((name) => params.get(name)));
      for (const [name, param] of params) {
        if (!options.allowMissing && !present.has(param)) {
          throw new MXNetError(
            `Parameter '${name}' is missing in ${from}, which contains parameters: ${briefList(names)}. Set allow_missing=True to ignore missing parameters.`,
          );
        }
      }
      for (const name of names) {
        if (params.has(name)) continue;
        if (!options.ignoreExtra) {
          throw new MXNetError(
            `Parameter '${name}' loaded from ${from} is not present in ParameterDict, which contains parameters ${briefList([...params.keys()])}. Set ignore_extra=True to ignore. `,
          );
        }
      }
      for (const name of names) params.get(name)?.loadInit(loaded[name] as NDArray, options);
    }
    for (const value of Object.values(loaded)) value.dispose();
  }

  /** Converts the parameters to another dtype. */
  cast(dtype: DType): void {
    for (const child of this.children.values()) child.cast(dtype);
    for (const param of this.#params.values()) param.cast(dtype);
  }

  /** Calls a function with every block inside, and with this one at last. */
  apply(fn: (block: Block) => void): this {
    for (const child of this.children.values()) child.apply(fn);
    fn(this as unknown as Block);
    return this;
  }

  /** Calls a function before each forward. */
  registerForwardPreHook(hook: ForwardPreHook): HookHandle {
    this.#preHooks.add(hook);
    return { detach: () => void this.#preHooks.delete(hook) };
  }

  /** Calls a function after each forward. */
  registerForwardHook(hook: ForwardHook): HookHandle {
    this.#hooks.add(hook);
    return { detach: () => void this.#hooks.delete(hook) };
  }

  // ---- printing

  /** What Python prints. */
  override toString(): string {
    const lines = [...this.children].map(([key, block]) => `  (${key}): ${indent(String(block), 2)}`);
    return `${this.constructor.name}(\n${lines.join("\n")}\n)`;
  }

  /** @internal What `console.log` prints in Node and Bun. */
  [inspectSymbol](): string {
    return this.toString();
  }

  /** @internal What `console.log` prints in Deno. */
  [Symbol.for("Deno.customInspect")](): string {
    return this.toString();
  }
}
