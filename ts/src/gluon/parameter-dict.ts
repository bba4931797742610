// Parameters by name.
import { MXNetError } from "../error.ts";
import { isPlainObject } from "../init/arguments.ts";
import { create, type InitializerLike, Uniform } from "../init/index.ts";
import { NDArray, type Nested } from "../nd/ndarray.ts";
import { load, type NDArrayDict, save } from "../nd/params.ts";
import { inspectSymbol } from "../runtime/symbols.ts";
import { Constant, type InitializeOptions, type LoadOptions, Parameter, type ParameterOptions } from "./parameter.ts";
import { briefList, indent, tuple } from "./text.ts";

/** What `initialize` of a block or a dictionary takes. */
export interface InitializeAllOptions extends Omit<InitializeOptions, "defaultInit"> {
  /** Whether initializers print what they do. */
  verbose?: boolean | undefined;
}

/** What `setattr` can set. */
export interface ParameterAttributes {
  gradReq: Parameter["gradReq"];
  lrMult: number;
  wdMult: number;
  dtype: Parameter["dtype"];
  init: InitializerLike | null;
}

const NAMING =
  "For more info on naming, please see https://mxnet.io/api/python/docs/tutorials/packages/gluon/blocks/naming.html";

/**
 * Parameters by name, in the order in which they were made.
 *
 * @example
 * ```ts
 * const params = new gluon.ParameterDict("net_");
 * params.get("weight", { shape: [2, 3] }).name; // net_weight
 * ```
 */
export class ParameterDict {
  readonly prefix: string;
  readonly #params: Map<string, Parameter> = new Map();
  readonly #shared: ParameterDict | null;

  /**
   * @param prefix - what names made by `get` begin with
   * @param shared - a dictionary that `get` looks in first
   */
  constructor(prefix = "", shared: ParameterDict | null = null) {
    this.prefix = prefix;
    this.#shared = shared;
  }

  /** How many there are. */
  get size(): number {
    return this.#params.size;
  }

  /** Whether there is a parameter of this full name. */
  has(name: string): boolean {
    return this.#params.has(name);
  }

  /** The parameter of this full name. */
  at(name: string): Parameter {
    const param = this.#params.get(name);
    if (!param) throw new MXNetError(`there is no Parameter '${name}'; there are: ${briefList([...this.keys()])}`);
    return param;
  }

  keys(): IterableIterator<string> {
    return this.#params.keys();
  }

  values(): IterableIterator<Parameter> {
    return this.#params.values();
  }

  /** Pairs of name and parameter, as Python's `items()`. */
  items(): IterableIterator<[string, Parameter]> {
    return this.#params.entries();
  }

  /** Pairs of name and parameter. */
  [Symbol.iterator](): IterableIterator<[string, Parameter]> {
    return this.items();
  }

  #find(name: string): Parameter | undefined {
    const own = this.#params.get(name);
    if (own) return own;
    const shared = this.#shared?.has(name) ? this.#shared.at(name) : undefined;
    if (shared) this.#params.set(name, shared);
    return shared;
  }

  /**
   * The parameter `prefix + name`, which is made if it does not exist.
   *
   * @throws MXNetError if it exists with other attributes
   */
  get(name: string, options: ParameterOptions = {}): Parameter {
    const full = this.prefix + name;
    const found = this.#find(full);
    if (found) {
      match(found, options);
      return found;
    }
    const param = new Parameter(full, options);
    this.#params.set(full, param);
    return param;
  }

  /**
   * The constant `prefix + name`, which is made if it does not exist.
   *
   * @throws MXNetError if it neither exists nor has a value, or exists with another value
   */
  getConstant(name: string, value: NDArray | Nested | null = null): Constant {
    const full = this.prefix + name;
    const found = this.#find(full);
    if (!found) {
      if (value === null) {
        throw new MXNetError(`No constant named '${full}'. Please specify value if you want to create a new constant.`);
      }
      const param = new Constant(full, value);
      this.#params.set(full, param);
      return param;
    }
    if (!(found instanceof Constant))
      throw new MXNetError(`Parameter '${full}' already exists but it is not a constant.`);
    if (value !== null) {
      const nested = value instanceof NDArray ? value.toArray() : value;
      if (String(flat(nested)) !== String(flat(found.value.toArray()))) {
        throw new MXNetError(`Constant '${full}' already exists but it's value doesn't match new value`);
      }
    }
    return found;
  }

  /** Takes in all parameters of another dictionary. */
  update(other: Iterable<readonly [string, Parameter]>): void {
    const pairs = [...other];
    for (const [name, param] of pairs) {
      if (this.has(name) && this.at(name) !== param) {
        throw new MXNetError(
          `Cannot update self with other because they have different Parameters with the same name '${name}'`,
        );
      }
    }
    for (const [name, param] of pairs) this.#params.set(name, param);
  }

  /**
   * Initializes all parameters.
   *
   * @param init - the initializer of those that have none; `Uniform(0.07)` by default
   */
  initialize(init?: InitializerLike | InitializeAllOptions | null, options: InitializeAllOptions = {}): void {
    const given = isPlainObject(init) && !("initializer" in init) ? (init as InitializeAllOptions) : options;
    const chosen = given === options ? ((init as InitializerLike | null | undefined) ?? options.init) : given.init;
    const defaultInit = create(chosen ?? new Uniform());
    if (given.verbose) defaultInit.setVerbosity(true);
    for (const param of this.values()) param.initialize(null, { defaultInit, forceReinit: given.forceReinit });
  }

  /** Sets all gradients to zero. */
  zeroGrad(): void {
    for (const param of this.values()) param.zeroGrad();
  }

  /** Sets an attribute of all parameters: `params.setattr("gradReq", "null")`. */
  setattr<K extends keyof ParameterAttributes>(name: K, value: ParameterAttributes[K]): void {
    for (const param of this.values()) (param as ParameterAttributes)[name] = value;
  }

  /**
   * Saves all parameters under their full names.
   *
   * @param path - the file; null for the bytes
   * @param stripPrefix - what is taken off the names
   */
  save(path: string, stripPrefix?: string): void;
  save(path?: null, stripPrefix?: string): Uint8Array;
  save(path: string | null = null, stripPrefix = ""): Uint8Array | undefined {
    const dict: NDArrayDict = {};
    for (const param of this.values()) {
      if (!param.name.startsWith(stripPrefix)) {
        throw new MXNetError(
          `Prefix '${stripPrefix}' is to be striped before saving, but Parameter's name '${param.name}' does not start with '${stripPrefix}'. this may be due to your Block shares parameters from other Blocks or you forgot to use 'with name_scope()' when creating child blocks. ${NAMING}`,
        );
      }
      dict[param.name.slice(stripPrefix.length)] = param.data();
    }
    return save(path, dict);
  }

  /**
   * Loads parameters by their full names; `arg:` and `aux:` before them are ignored.
   *
   * @param source - a path, the bytes, or arrays by name
   */
  load(
    source: string | Uint8Array | NDArrayDict,
    options: LoadOptions & { restorePrefix?: string | undefined } = {},
  ): void {
    const { restorePrefix = "", allowMissing = false, ignoreExtra = false } = options;
    for (const name of this.keys()) {
      if (!name.startsWith(restorePrefix)) {
        throw new MXNetError(
          `restore_prefix is '${restorePrefix}' but Parameters name '${name}' does not start with '${restorePrefix}'. ${NAMING}`,
        );
      }
    }
    const from = typeof source === "string" ? `file: ${source}` : "param_dict";
    const read = typeof source === "string" || ArrayBuffer.isView(source);
    const loaded = read ? namedArrays(load(source)) : source;
    const byName = new Map<string, NDArray>();
    for (const [key, value] of Object.entries(loaded)) {
      const name = key.replace(/^(arg|aux):/, "");
      // A file of full names needs no prefix.
      byName.set(this.has(name) ? name : restorePrefix + name, value);
    }
    for (const name of this.keys()) {
      if (!allowMissing && !byName.has(name)) {
        throw new MXNetError(
          `Parameter '${name.slice(restorePrefix.length)}' is missing in ${from}, which contains parameters: ${briefList([...byName.keys()])}. Please make sure source and target networks have the same prefix.${NAMING}`,
        );
      }
    }
    for (const [name, value] of byName) {
      if (this.has(name)) {
        this.at(name).loadInit(value, options);
      } else if (!ignoreExtra) {
        throw new MXNetError(
          `Parameter '${name.slice(restorePrefix.length)}' loaded from ${from} is not present in ParameterDict, choices are: ${briefList([...this.keys()])}. Set ignore_extra to True to ignore. Please make sure source and target networks have the same prefix.${NAMING}`,
        );
      }
    }
    if (read) for (const value of Object.values(loaded)) value.dispose();
  }

  /** What Python prints. */
  toString(): string {
    const lines = [...this.values()].map((param) => indent(`  ${param}`, 2));
    return `${this.prefix ? `${this.prefix} ` : ""}(\n${lines.join("\n")}\n)`;
  }

  /** @internal What `console.log` prints. */
  [inspectSymbol](): string {
    return this.toString();
  }
}

/** What a file of parameters holds; an empty one is a list. */
export function namedArrays(loaded: NDArray[] | NDArrayDict): NDArrayDict {
  if (!Array.isArray(loaded)) return loaded;
  if (loaded.length > 0)
    throw new MXNetError("load: the file holds a list of arrays without names, expected named parameters");
  return {};
}

function flat(x: Nested): (number | bigint)[] {
  return Array.isArray(x) ? x.flatMap(flat) : [x as number | bigint];
}

/** Fills unknown dimensions in, and refuses attributes that differ. */
function match(param: Parameter, options: ParameterOptions): void {
  for (const [key, value] of Object.entries(options)) {
    if (value === undefined || value === null) continue;
    if (key === "shape") {
      const wanted = typeof value === "number" ? [value] : (value as readonly number[]);
      const stored = param.shape;
      if (stored && wanted.length === stored.length && wanted.every((d, i) => !d || !stored[i] || d === stored[i])) {
        param.shape = wanted.map((d, i) => d || (stored[i] as number));
        continue;
      }
      if (stored) refuse(param, key, tuple(wanted), tuple(stored));
      param.shape = wanted;
    } else if (key === "init" && param.init === null) {
      param.init = value as InitializerLike;
    } else if (key in param && String(param[key as keyof Parameter]) !== String(value)) {
      refuse(param, key, String(value), String(param[key as keyof Parameter]));
    }
  }
}

function refuse(param: Parameter, key: string, wanted: string, stored: string): never {
  throw new MXNetError(
    `Cannot retrieve Parameter '${param.name}' because desired attribute does not match with stored for attribute '${key}': desired '${wanted}' vs stored '${stored}'.`,
  );
}
