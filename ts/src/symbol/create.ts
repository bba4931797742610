// Making symbols of operators, from what the registry says of them.
import { describe } from "../nd/invoke.ts";
import { describeOp, type OpDescription } from "../nd/registry.ts";
import { type AttrValue, attrText, snake } from "../runtime/attrs.ts";
import * as wasm from "../runtime/wasm.ts";
import { type AttrTexts, withScopes } from "./attribute.ts";
import { joined, pairs, pass } from "./handle.ts";
import { nextName } from "./name.ts";
import { GraphSymbol } from "./symbol.ts";

/** What every operator's function takes besides the operator's own options. */
export interface SymbolOptions {
  /** The name; by default the operator's in lower case and a number. */
  name?: string | null | undefined;
  /** Attributes of the node, such as `__lr_mult__`. */
  attr?: AttrTexts | null | undefined;
}

/** A symbol, or nothing: what is left out becomes a variable. */
export type SymbolInput = GraphSymbol | null | undefined;

/** Whether a value is the options at the end of a call. */
export const isOptions = (x: unknown): x is Record<string, unknown> =>
  typeof x === "object" && x !== null && !Array.isArray(x);

/** Refuses what is not a symbol. */
export function expectSymbol(x: unknown, op: string, arg: string): asserts x is GraphSymbol {
  if (!(x instanceof GraphSymbol)) throw new TypeError(`${op}: ${arg} must be a Symbol, got ${describe(x)}`);
}

/** Makes the symbol of an operator. */
export function atomic(
  op: string,
  hint: string,
  inputs: readonly (readonly [key: string, symbol: GraphSymbol])[],
  attrs: Readonly<Record<string, string>>,
  options: SymbolOptions = {},
): GraphSymbol {
  if (options.name !== undefined && options.name !== null && typeof options.name !== "string") {
    throw new TypeError(`${op}: name must be a text, got ${describe(options.name)}`);
  }
  const all = { ...withScopes(options.attr, op), ...attrs };
  const handles = inputs.map(([, symbol]) => symbol.handle);
  const name = nextName(options.name, hint);
  pass(handles);
  const keys = joined(inputs.map(([key]) => key));
  return new GraphSymbol(wasm.symbol_atomic(op, pairs(all), name, keys, handles.length));
}

/** Reads the arguments of an operator's function: symbols, then options, among which symbols may be, too. */
export function makeSymbol(op: OpDescription, hint: string, args: readonly unknown[]): GraphSymbol {
  const last = args.at(-1);
  const { name, attr, ...rest } = (isOptions(last) ? last : {}) as SymbolOptions & Record<string, unknown>;
  let positional = isOptions(last) ? args.slice(0, -1) : args;
  const count = op.inputs[0]?.variadic;
  const attrs: Record<string, string> = {};
  if (count !== undefined) {
    if (positional.length === 1 && Array.isArray(positional[0])) positional = positional[0];
    if (op.attrs.some((known) => known.name === count)) attrs[count] = String(positional.length);
  }
  const inputs: [string, GraphSymbol][] = [];
  let gap = false;
  positional.forEach((x, i) => {
    const input = op.inputs[i]?.name;
    // After an input that is left out, the others go by their names.
    gap ||= x === null || x === undefined;
    if (x === null || x === undefined) return;
    expectSymbol(x, op.name, input ?? `input ${i}`);
    inputs.push([gap && count === undefined ? (input as string) : "", x]);
  });
  for (const [option, value] of Object.entries(rest)) {
    if (value instanceof GraphSymbol) inputs.push([snake(option), value]);
    else if (value !== undefined) attrs[snake(option)] = attrText(value as AttrValue);
  }
  return atomic(op.name, hint, inputs, attrs, { name, attr });
}

/**
 * Makes the symbol of any operator by MXNet's name.
 *
 * @param op - MXNet's name of the operator, or an alias
 * @param inputs - the symbols, in MXNet's order; what is left out becomes a variable
 * @param attrs - attributes by name, and `name` and `attr`
 * @example
 * ```ts
 * console.log(sym.invoke("_plus_scalar", [sym.Variable("x")], { scalar: 1, name: "y" }).listOutputs()); // [ 'y_output' ]
 * ```
 */
export function invoke(
  op: string,
  inputs: readonly SymbolInput[] = [],
  attrs: SymbolOptions & { readonly [name: string]: unknown } = {},
): GraphSymbol {
  if (typeof op !== "string") throw new TypeError(`invoke: the operator must be a name, got ${describe(op)}`);
  if (!Array.isArray(inputs))
    throw new TypeError(`${op}: the inputs must be a list of Symbols, got ${describe(inputs)}`);
  return makeSymbol(describeOp(op), op.replace(/^_(contrib|image|linalg)_/, "").toLowerCase(), [...inputs, attrs]);
}
