// The methods of symbols that are operators: those that arrays have.
import { NDArrayMethods } from "../generated/methods.ts";
import type { DType } from "../nd/dtype.ts";
import { describe, methodOptions } from "../nd/invoke.ts";
import { describeOp } from "../nd/registry.ts";
import { snake } from "../runtime/attrs.ts";
import { camel } from "./camel.ts";
import { makeSymbol } from "./create.ts";
import type { GraphSymbol } from "./symbol.ts";

/** A method that is an operator: options by name in one object, or by position in MXNet's order; `name` among them. */
type SymbolMethod = (...args: unknown[]) => GraphSymbol;

/** What symbols compute by methods, as arrays do: `x.exp()`, `x.sum({ axis: 1 })`, `x.reshape([0, -1])`. */
export type SymbolMethods = { readonly [K in keyof NDArrayMethods]: SymbolMethod } & {
  /** With another shape; 0 keeps a size, -1 takes the rest. */
  reshape(shape: readonly number[], options?: { reverse?: boolean; name?: string }): GraphSymbol;
  /** With another element type. */
  astype(dtype: DType, options?: { name?: string }): GraphSymbol;
};

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
  add("astype", function (dtype, options = {}) {
    return makeSymbol(describeOp("Cast"), "cast", [this, { ...(options as object), dtype }]);
  });
}
