// Symbols: outputs of graphs that are stored, written to files, and run by executors.
import { MXNetError } from "../error.ts";
import type { DType } from "../nd/dtype.ts";
import { writeFile } from "../nd/files.ts";
import { describe } from "../nd/invoke.ts";
import type { Context, NDArray } from "../nd/ndarray.ts";
import { numberText } from "../runtime/attrs.ts";
import { Callable } from "../runtime/callable.ts";
import { disposeSymbol, inspectSymbol } from "../runtime/symbols.ts";
import * as wasm from "../runtime/wasm.ts";
import {
  type Arrays,
  type BindOptions,
  bind,
  type Executor,
  type GradReqs,
  type SimpleBindOptions,
  simpleBind,
} from "./bind.ts";
import { atomic } from "./create.ts";
import { freeSymbol, Handle, items, joined, pass, unpaired } from "./handle.ts";
import { byName, type Inferred, infer, isFull, type Three } from "./infer.ts";
import { addMethods, type SymbolMethods } from "./methods.ts";
import { Real } from "./real.ts";

/** Shapes of arguments by name. */
export type Shapes = Readonly<Record<string, readonly number[] | null | undefined>>;

/** Types of arguments by name. */
export type Types = Readonly<Record<string, DType | null | undefined>>;

/** A symbol or a number. */
export type SymbolOperand = GraphSymbol | number;

/** What calling a symbol takes: variables' replacements by name, and a name for the result. */
export type Replacements = { readonly [variable: string]: GraphSymbol | string | null | undefined };

export interface GraphSymbol extends SymbolMethods {
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
   * One output, by its place or its name.
   *
   * @throws MXNetError when there is no such output
   */
  get(output: number | string): GraphSymbol {
    const names = this.listOutputs();
    let place = output as number;
    if (typeof output === "string") {
      place = names.indexOf(output);
      if (place < 0) throw new MXNetError(`Cannot find output that matches name "${output}"`);
      if (names.indexOf(output, place + 1) >= 0) {
        throw new MXNetError(`There are multiple outputs with name "${output}"`);
      }
    } else if (!Number.isInteger(output)) {
      throw new TypeError(`Symbol.get: the output must be an index or a name, got ${describe(output)}`);
    } else if (output < 0) {
      place = output + names.length;
    }
    const handle = place >= 0 ? wasm.symbol_part(this.handle, 2, place) : 0;
    if (!handle) throw new MXNetError(`Symbol.get: there is no output ${output}; there are ${names.length}`);
    return new GraphSymbol(handle);
  }

  /** The output at a place; negative ones count from the end. */
  at(output: number): GraphSymbol {
    return this.get(output);
  }

  /** The outputs one by one. */
  *[Symbol.iterator](): Generator<GraphSymbol, void, undefined> {
    const count = this.length;
    for (let i = 0; i < count; i++) yield this.get(i);
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

  #binary(other: unknown, op: string, hint: string, scalarOp: string, scalarHint: string): GraphSymbol {
    if (other instanceof GraphSymbol)
      return atomic(
        op,
        hint,
        [
          ["", this],
          ["", other],
        ],
        {},
      );
    if (typeof other === "number" || other instanceof Real) {
      const scalar = typeof other === "number" ? numberText(other) : other.text;
      return atomic(scalarOp, scalarHint, [["", this]], { scalar });
    }
    throw new TypeError(`${op}: the operand must be a Symbol or a number, got ${describe(other)}`);
  }

  #reflected(other: unknown, op: string, hint: string, scalarOp: string, scalarHint: string): GraphSymbol {
    if (other instanceof GraphSymbol) return other.#binary(this, op, hint, scalarOp, scalarHint);
    return this.#binary(other, op, hint, scalarOp, scalarHint);
  }

  /** this + other, element by element. */
  add(other: SymbolOperand): GraphSymbol {
    return this.#binary(other, "elemwise_add", "_plus", "_plus_scalar", "_plusscalar");
  }

  /** this - other. */
  sub(other: SymbolOperand): GraphSymbol {
    return this.#binary(other, "elemwise_sub", "_minus", "_minus_scalar", "_minusscalar");
  }

  /** other - this. */
  rsub(other: SymbolOperand): GraphSymbol {
    return this.#reflected(other, "elemwise_sub", "_minus", "_rminus_scalar", "_rminusscalar");
  }

  /** this · other. */
  mul(other: SymbolOperand): GraphSymbol {
    return this.#binary(other, "elemwise_mul", "_mul", "_mul_scalar", "_mulscalar");
  }

  /** this / other. */
  div(other: SymbolOperand): GraphSymbol {
    return this.#binary(other, "elemwise_div", "_div", "_div_scalar", "_divscalar");
  }

  /** other / this. */
  rdiv(other: SymbolOperand): GraphSymbol {
    return this.#reflected(other, "elemwise_div", "_div", "_rdiv_scalar", "_rdivscalar");
  }

  /** The remainder of this / other. */
  mod(other: SymbolOperand): GraphSymbol {
    return this.#binary(other, "_mod", "_mod", "_mod_scalar", "_modscalar");
  }

  /** The remainder of other / this. */
  rmod(other: SymbolOperand): GraphSymbol {
    return this.#reflected(other, "_mod", "_mod", "_rmod_scalar", "_rmodscalar");
  }

  /** This to the power of other. */
  pow(other: SymbolOperand): GraphSymbol {
    return this.#binary(other, "_power", "_power", "_power_scalar", "_powerscalar");
  }

  /** Other to the power of this. */
  rpow(other: SymbolOperand): GraphSymbol {
    return this.#reflected(other, "_power", "_power", "_rpower_scalar", "_rpower_scalar");
  }

  /** The negative. */
  neg(): GraphSymbol {
    return atomic("_mul_scalar", "_mulscalar", [["", this]], { scalar: "-1.0" });
  }

  /** 1 where this equals other, else 0. */
  equal(other: SymbolOperand): GraphSymbol {
    return this.#binary(other, "_equal", "_equal", "_equal_scalar", "_equal_scalar");
  }

  /** 1 where this differs from other, else 0. */
  notEqual(other: SymbolOperand): GraphSymbol {
    return this.#binary(other, "_not_equal", "_not_equal", "_not_equal_scalar", "_not_equal_scalar");
  }

  /** 1 where this is greater than other, else 0. */
  greater(other: SymbolOperand): GraphSymbol {
    return this.#binary(other, "_greater", "_greater", "_greater_scalar", "_greater_scalar");
  }

  /** 1 where this is at least other, else 0. */
  greaterEqual(other: SymbolOperand): GraphSymbol {
    return this.#binary(other, "_greater_equal", "_greater_equal", "_greater_equal_scalar", "_greater_equal_scalar");
  }

  /** 1 where this is less than other, else 0. */
  lesser(other: SymbolOperand): GraphSymbol {
    return this.#binary(other, "_lesser", "_lesser", "_lesser_scalar", "_lesser_scalar");
  }

  /** 1 where this is at most other, else 0. */
  lesserEqual(other: SymbolOperand): GraphSymbol {
    return this.#binary(other, "_lesser_equal", "_lesser_equal", "_lesser_equal_scalar", "_lesser_equal_scalar");
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
