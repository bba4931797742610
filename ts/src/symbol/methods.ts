// The methods of symbols that are operators: those that arrays have.

import { MXNetError } from "../error.ts";
import { NDArrayMethods } from "../generated/methods.ts";
import type { SliceOptions, TakeOptions } from "../generated/ops.ts";
import type { DType } from "../nd/dtype.ts";
import { describe, methodOptions } from "../nd/invoke.ts";
import { describeOp } from "../nd/registry.ts";
import { snake } from "../runtime/attrs.ts";
import { arithmetic } from "./arithmetic.ts";
import { camel } from "./camel.ts";
import { makeSymbol } from "./create.ts";
import { type SymbolIndex, sliceSymbol } from "./slice.ts";
import { GraphSymbol } from "./symbol.ts";

/** A method that is an operator: options by name in one object, or by position in MXNet's order; `name` among them. */
type SymbolMethod = (...args: unknown[]) => GraphSymbol;

/** What symbols compute by methods, as arrays do: `x.exp()`, `x.sum({ axis: 1 })`, `x.reshape([0, -1])`. */
export type SymbolMethods = { readonly [K in keyof NDArrayMethods]: SymbolMethod } & {
  /** With another shape; 0 keeps a size, -1 takes the rest. */
  reshape(shape: readonly number[], options?: { reverse?: boolean; name?: string }): GraphSymbol;
  /** With another element type. */
  astype(dtype: DType, options?: { name?: string }): GraphSymbol;
  /**
   * A part: for each axis a place, a Python slice as text (`"1:3"`, `"::2"`, `":"`), or null for a new axis, as arrays are
   * indexed; or the options of `sym.slice`.
   */
  slice(...index: SymbolIndex[]): GraphSymbol;
  slice(options: SliceOptions & { name?: string }): GraphSymbol;
  /** The parts along an axis that are in the places of the indices. */
  take(indices: GraphSymbol, options?: TakeOptions & { name?: string }): GraphSymbol;
};

/** What arrays have and symbols, which have no values, do not. */
const NEEDS_VALUES =
  "asscalar item toArray toTypedArray set copy copyto detach backward attachGrad waitToRead asInContext addi subi muli divi modi";

const made: WeakSet<object> = /* @__PURE__ */ new WeakSet();

/** Gives a prototype the methods, the first time that a symbol is made. */
export function addMethods(prototype: object): void {
  if (made.has(prototype)) return;
  made.add(prototype);
  const add = (key: string, method: (this: GraphSymbol, ...args: unknown[]) => GraphSymbol): void => {
    if (!(key in prototype))
      Object.defineProperty(prototype, key, { value: method, configurable: true, writable: true });
  };
  for (const key of Object.getOwnPropertyNames(NDArrayMethods.prototype)) {
    add(key, function (...args) {
      const name = snake(key);
      const op = describeOp(name);
      const options = methodOptions(
        op.attrs.map((attr) => camel(attr.name)),
        args,
      );
      return makeSymbol(op, name, [this, options]);
    });
  }
  add("reshape", function (shape, options = {}) {
    if (!Array.isArray(shape)) throw new TypeError(`reshape: expected a shape, got ${describe(shape)}`);
    return makeSymbol(describeOp("Reshape"), "reshape", [this, { ...(options as object), shape }]);
  });
  for (const [key, method] of Object.entries(arithmetic())) add(key, method);
  add("slice", function (...index) {
    return sliceSymbol(this, index);
  });
  add("take", function (indices, options = {}) {
    if (!(indices instanceof GraphSymbol))
      throw new TypeError(`take: indices must be a Symbol, got ${describe(indices)}`);
    return makeSymbol(describeOp("take"), "take", [this, indices, options]);
  });
  for (const key of NEEDS_VALUES.split(" ")) {
    add(key, () => {
      throw new MXNetError(`Function ${key} is not implemented for Symbol and only available in NDArray.`);
    });
  }
  add("astype", function (dtype, options = {}) {
    return makeSymbol(describeOp("Cast"), "cast", [this, { ...(options as object), dtype }]);
  });
}
