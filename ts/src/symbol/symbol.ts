// Symbols: outputs of graphs that are stored, written to files, and run by executors.
import { MXNetError } from "../error.ts";
import type { DType } from "../nd/dtype.ts";
import { writeFile } from "../nd/files.ts";
import { describe } from "../nd/invoke.ts";
import type { Context, NDArray } from "../nd/ndarray.ts";
import { readSlice, sliceBounds } from "../nd/slice-text.ts";
import { Callable } from "../runtime/callable.ts";
import { disposeSymbol, inspectSymbol } from "../runtime/symbols.ts";
import * as wasm from "../runtime/wasm.ts";
import type { SymbolArithmetic } from "./arithmetic.ts";
import {
  type Arrays,
  type BindOptions,
  bind,
  type Executor,
  type GradReqs,
  type SimpleBindOptions,
  simpleBind,
} from "./bind.ts";
import { freeSymbol, Handle, items, joined, pass, unpaired } from "./handle.ts";
import { byName, type Inferred, infer, isFull, type Three } from "./infer.ts";
import { addMethods, type SymbolMethods } from "./methods.ts";

/** Shapes of arguments by name. */
export type Shapes = Readonly<Record<string, readonly number[] | null | undefined>>;

/** Types of arguments by name. */
export type Types = Readonly<Record<string, DType | null | undefined>>;

/** What calling a symbol takes: variables' replacements by name, and a name for the result. */
export type Replacements = { readonly [variable: string]: GraphSymbol | string | null | undefined };

export interface GraphSymbol extends SymbolArithmetic, SymbolMethods {
  /** Replaces variables: see `compose`. */
  (...args: [Replacements] | GraphSymbol[]): GraphSymbol;
}

/**
 * One or more outputs of a graph of operators. Symbols are made by `sym.Variable`, by the operators of `sym`, and of files.
 *
 * @example
 * ```ts
 * const data = sym.Variable("data");
 * const net = sym.FullyConnected(data, { numHidden: 3, name: "fc" });
 * console.log(net.listArguments()); // [ 'data', 'fc_weight', 'fc_bias' ]
 * console.log(net.inferShape({ data: [2, 5] })[1]); // [ [ 2, 3 ] ]
 * ```
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: instances can be called, which only an interface can say
export class GraphSymbol extends Callable {
  readonly #handle: Handle;

  /** @internal Symbols are made by the functions of `sym`. */
  constructor(handle: number) {
    super();
    addMethods(GraphSymbol.prototype);
    this.#handle = new Handle(this, "Symbol", handle, freeSymbol);
  }

  /** @internal The handle in the core. */
  get handle(): number {
    return this.#handle.value;
  }

  /** Frees the symbol at once; the collector does it otherwise. */
  dispose(): void {
    this.#handle.dispose();
  }

  /** @internal `using` disposes the symbol. */
  [disposeSymbol](): void {
    this.dispose();
  }

  /** The name; null for groups. */
  get name(): string | null {
    return wasm.symbol_name(this.handle) ?? null;
  }

  /** The number of outputs. */
  get length(): number {
    return this.listOutputs().length;
  }

  #names(what: number): string[] {
    return items(wasm.symbol_names(this.handle, what));
  }

  /** The names of the variables that are given values, depth first. */
  listArguments(): string[] {
    return this.#names(0);
  }

  /** The names of the variables that operators write to, such as moving averages. */
  listAuxiliaryStates(): string[] {
    return this.#names(1);
  }

  /** The names of all variables. */
  listInputs(): string[] {
    return this.#names(2);
  }

  /** The names of the outputs. */
  listOutputs(): string[] {
    return this.#names(3);
  }

  /** A symbol of all values in the graph: `net.getInternals().get("fc1_output")`. */
  getInternals(): GraphSymbol {
    return new GraphSymbol(wasm.symbol_part(this.handle, 0, 0));
  }

  /** A symbol of what this one is computed from; null for variables. */
  getChildren(): GraphSymbol | null {
    const handle = wasm.symbol_part(this.handle, 1, 0);
    return handle ? new GraphSymbol(handle) : null;
  }

  /**
   * One output, by its place or its name; several by a slice, as a group.
   *
   * @throws MXNetError when there is no such output
   * @example
   * ```ts
   * const parts = sym.split(sym.Variable("x"), { numOutputs: 3, name: "parts" });
   * console.log(parts.get("parts_output1").listOutputs()); // [ 'parts_output1' ]
   * console.log(parts.get("1:").listOutputs()); // [ 'parts_output1', 'parts_output2' ]
   * ```
   */
  get(output: number | string): GraphSymbol {
    if (typeof output === "number" && Number.isInteger(output)) return this.#output(output);
    if (typeof output !== "string") {
      throw new TypeError(`Symbol.get: the output must be an index or a name, got ${describe(output)}`);
    }
    const names = this.listOutputs();
    const place = names.indexOf(output);
    if (place < 0) return this.#outputs(output, names.length);
    if (names.indexOf(output, place + 1) >= 0) {
      throw new MXNetError(`There are multiple outputs with name "${output}"`);
    }
    return this.#output(place);
  }

  #output(output: number): GraphSymbol {
    const place = output < 0 ? output + this.length : output;
    const handle = place >= 0 ? wasm.symbol_part(this.handle, 2, place) : 0;
    if (!handle) throw new MXNetError(`Symbol.get: there is no output ${output}; there are ${this.length}`);
    return new GraphSymbol(handle);
  }

  #outputs(slice: string, count: number): GraphSymbol {
    if (!slice.includes(":")) throw new MXNetError(`Cannot find output that matches name "${slice}"`);
    const parts = readSlice(slice);
    const [begin, end] = sliceBounds(parts, count);
    const outputs: GraphSymbol[] = [];
    for (let i = begin; parts.step > 0 ? i < end : i > end; i += parts.step) outputs.push(this.#output(i));
    if (outputs.length === 0) throw new MXNetError(`Symbol.get: there are no outputs ${slice}; there are ${count}`);
    pass(outputs.map((symbol) => symbol.handle));
    return new GraphSymbol(wasm.symbol_group(outputs.length));
  }

  /** The output at a place; negative ones count from the end. */
  at(output: number): GraphSymbol {
    return this.get(output);
  }

  /** The outputs one by one. */
  *[Symbol.iterator](): Generator<GraphSymbol, void, undefined> {
    const count = this.length;
    for (let i = 0; i < count; i++) yield this.#output(i);
  }

  /** The text of an attribute; null when there is none. */
  attr(key: string): string | null {
    return wasm.symbol_attr(this.handle, key) ?? null;
  }

  /** The attributes of the node. Hidden keys come bare, too: `__lr_mult__` and `lr_mult`. */
  listAttr(): Record<string, string> {
    return unpaired(items(wasm.symbol_attrs(this.handle, false)));
  }

  /** The attributes of all nodes that have any, by the nodes' names. */
  attrDict(): Record<string, Record<string, string>> {
    const nodes = wasm.symbol_attrs(this.handle, true).split("\u{2}").slice(1).map(items);
    const entries = nodes
      .filter((node) => node.length > 1)
      .map(([name, ...list]) => [name as string, unpaired(list)] as const);
    return Object.fromEntries(entries);
  }

  /** @internal Sets attributes, for all symbols with this node. */
  _setAttr(attrs: Readonly<Record<string, string>>): void {
    for (const [key, value] of Object.entries(attrs)) {
      if (typeof value !== "string") throw new TypeError("Set Attr only accepts string values");
      wasm.symbol_set_attr(this.handle, key, value);
    }
  }

  /** @internal What calling a symbol does: see `compose`. */
  _call(...args: unknown[]): GraphSymbol {
    return this.compose(...(args as [Replacements]));
  }

  /**
   * A copy of the graph whose variables are replaced: `net2.compose({ data2: net1, name: "composed" })`, or by position in
   * the order of `listArguments`. Calling the symbol does the same.
   */
  compose(...args: [Replacements] | GraphSymbol[]): GraphSymbol {
    const last = args.at(-1);
    const given = (last instanceof GraphSymbol ? {} : (last ?? {})) as Replacements;
    const positional = args.filter((x) => x instanceof GraphSymbol);
    const { name, ...rest } = given as Replacements & { name?: string | null };
    if (name !== undefined && name !== null && typeof name !== "string") {
      throw new TypeError(`compose: name must be a text, got ${describe(name)}`);
    }
    const by = Object.entries(rest).filter(([, x]) => x !== undefined);
    if (positional.length > 0 && by.length > 0) {
      throw new TypeError("compose only accept input Symbols either as positional or keyword arguments, not both");
    }
    for (const [i, x] of positional.entries()) by.push([this.listArguments()[i] ?? `argument ${i}`, x]);
    const handles = by.map(([key, x]) => {
      if (!(x instanceof GraphSymbol)) throw new TypeError(`compose: ${key} must be a Symbol, got ${describe(x)}`);
      return x.handle;
    });
    pass(handles);
    const keys = joined(by.map(([key]) => key));
    return new GraphSymbol(wasm.symbol_compose(this.handle, name ?? "", keys, handles.length));
  }

  #infer(args: readonly unknown[], what: "shape" | "dtype"): Three<Inferred[]> {
    const known = byName<never>(this, args, what === "shape" ? "inferShape" : "inferType");
    return what === "shape" ? infer(this, known, {}) : infer(this, {}, known);
  }

  /**
   * The shapes of arguments, outputs and auxiliary states, from those of some arguments: by name, or by position. Three
   * nulls when they do not follow.
   *
   * @throws MXNetError for shapes that contradict each other, naming the node
   */
  inferShape(known: Shapes): Three<number[][]> | Three<null>;
  inferShape(...known: (readonly number[] | null)[]): Three<number[][]> | Three<null>;
  inferShape(...known: unknown[]): Three<number[][]> | Three<null> {
    const lists = this.#infer(known, "shape");
    if (!lists.flat().every(({ shape }) => isFull(shape))) return [null, null, null];
    return lists.map((list) => list.map(({ shape }) => shape)) as Three<number[][]>;
  }

  /** The same, with empty shapes for what does not follow, and sizes of 0 for what is not known of a shape. */
  inferShapePartial(known?: Shapes): Three<number[][]>;
  inferShapePartial(...known: (readonly number[] | null)[]): Three<number[][]>;
  inferShapePartial(...known: unknown[]): Three<number[][]> {
    const given = known.filter((x) => x !== undefined);
    return this.#infer(given, "shape").map((list) => list.map(({ shape }) => shape ?? [])) as Three<number[][]>;
  }

  /** The types of arguments, outputs and auxiliary states, from those of some arguments. Three nulls when none follow. */
  inferType(known?: Types): Three<DType[]> | Three<null>;
  inferType(...known: (DType | null)[]): Three<DType[]> | Three<null>;
  inferType(...known: unknown[]): Three<DType[]> | Three<null> {
    const lists = this.inferTypePartial(...(known as []));
    return lists.flat().includes(null) ? [null, null, null] : (lists as Three<DType[]>);
  }

  /** The same, with null for each type that does not follow. */
  inferTypePartial(known?: Types): Three<(DType | null)[]>;
  inferTypePartial(...known: (DType | null)[]): Three<(DType | null)[]>;
  inferTypePartial(...known: unknown[]): Three<(DType | null)[]> {
    const given = known.filter((x) => x !== undefined);
    return this.#infer(given, "dtype").map((list) => list.map(({ dtype }) => dtype)) as Three<(DType | null)[]>;
  }

  /** The graph as MXNet's JSON. */
  toJSON(): string {
    return wasm.symbol_write(this.handle);
  }

  /** Writes the JSON to a file; with null instead of a path, gives the text. */
  save(path: string): void;
  save(path: null): string;
  save(path: string | null): string | undefined {
    const text = this.toJSON();
    if (path === null) return text;
    writeFile(path, new TextEncoder().encode(text), "Symbol.save");
    return undefined;
  }

  /**
   * An executor on these arrays: lists in the order of `listArguments` and `listAuxiliaryStates`, or objects by name.
   *
   * @throws MXNetError when arrays are missing, or have shapes that do not fit
   */
  bind(
    ctx: Context | null | undefined,
    args: Arrays,
    argsGrad?: Arrays | null,
    gradReq?: GradReqs,
    auxStates?: Arrays | null,
  ): Executor;
  bind(ctx: Context | null | undefined, options: BindOptions): Executor;
  bind(ctx: unknown, args: Arrays | BindOptions, ...rest: [(Arrays | null)?, GradReqs?, (Arrays | null)?]): Executor {
    return bind(this, ctx, args, ...rest);
  }

  /** An executor on new arrays of zeros, whose shapes follow from some. */
  simpleBind(ctx: Context | null | undefined, options?: SimpleBindOptions): Executor;
  simpleBind(options: SimpleBindOptions): Executor;
  simpleBind(...args: unknown[]): Executor {
    return simpleBind(this, args);
  }

  /** Computes the outputs from these arguments. */
  eval(args: Readonly<Record<string, NDArray>>): NDArray[];
  eval(ctx: Context | null | undefined, args?: Readonly<Record<string, NDArray>>): NDArray[];
  eval(...given: unknown[]): NDArray[] {
    const args = (given.length > 1 ? given[1] : given[0]) ?? {};
    const executor = bind(this, null, args as Readonly<Record<string, NDArray>>);
    try {
      return executor.forward();
    } finally {
      executor.dispose();
    }
  }

  /**
   * The gradient as a symbol, which MXNet 1.9.1 has no more.
   *
   * @throws MXNetError always: bind the symbol and call `backward` instead
   */
  grad(_wrt: readonly string[]): never {
    throw new MXNetError("Symbol.grad: MXNet 1.9.1 has no symbols of gradients; bind the symbol and call backward");
  }

  /** `<Symbol fc>`, as Python prints it. */
  override toString(): string {
    const name = this.name;
    return name === null ? `<Symbol group [${[...this].map((output) => output.name).join(", ")}]>` : `<Symbol ${name}>`;
  }

  /** @internal */
  [inspectSymbol](): string {
    return this.toString();
  }

  /** @internal Symbols have no values: `+`, `<` and conditions cannot work. */
  [Symbol.toPrimitive](hint: string): string {
    if (hint === "string") return this.toString();
    throw new MXNetError(
      'Function __bool__ (namely operator "bool") is not implemented for Symbol and only available in NDArray.',
    );
  }
}
