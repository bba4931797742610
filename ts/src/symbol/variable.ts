// Making symbols of nothing, of other symbols, and of files.
import { MXNetError } from "../error.ts";
import { type DType, dtypeCode } from "../nd/dtype.ts";
import { readFile } from "../nd/files.ts";
import { describe } from "../nd/invoke.ts";
import { attrText, numberText } from "../runtime/attrs.ts";
import * as wasm from "../runtime/wasm.ts";
import { type AttrTexts, withScopes } from "./attribute.ts";
import { expectSymbol } from "./create.ts";
import { knowCustom } from "./custom.ts";
import { pairs, pass } from "./handle.ts";
import { GraphSymbol } from "./symbol.ts";

/** What a variable may say of itself. Further keys are attributes: they begin and end with two underscores. */
export interface VariableOptions {
  /** Attributes. */
  attr?: AttrTexts | null | undefined;
  /** The shape; sizes of 0 are not known. */
  shape?: readonly number[] | null | undefined;
  /** By how much the learning rate is multiplied. */
  lrMult?: number | null | undefined;
  /** By how much the weight decay is multiplied. */
  wdMult?: number | null | undefined;
  /** The element type. */
  dtype?: DType | null | undefined;
  /** How it is initialized: an initializer, or its `dumps()`. */
  init?: { dumps(): string } | string | null | undefined;
  /** How it is stored; only "default" is. */
  stype?: string | null | undefined;
  /** Further attributes. */
  [hidden: `__${string}__`]: string;
}

/**
 * A variable: an argument of the graph.
 *
 * @throws MXNetError for options that there are not
 * @example
 * ```ts
 * const w = sym.Variable("w", { shape: [2, 3], lrMult: 2, init: new init.One() });
 * console.log(w.attr("__init__"), w.attr("lr_mult")); // ["one", {}] 2
 * ```
 */
export function Variable(name: string, options: VariableOptions = {}): GraphSymbol {
  if (typeof name !== "string") throw new TypeError("Expect a string for variable `name`");
  const { attr, shape, lrMult, wdMult, dtype, init, stype, ...more } = options;
  const attrs: Record<string, string> = { ...withScopes(attr, "Variable") };
  const set = (key: string, value: unknown, text: () => string): void => {
    if (value !== undefined && value !== null) attrs[key] = text();
  };
  set("__shape__", shape, () => attrText(shape));
  set("__lr_mult__", lrMult, () => numberText(lrMult as number));
  set("__wd_mult__", wdMult, () => numberText(wdMult as number));
  set("__dtype__", dtype, () => String(dtypeCode(dtype as string)));
  set("__init__", init, () => (typeof init === "string" ? init : (init as { dumps(): string }).dumps()));
  if (stype !== undefined && stype !== null && stype !== "default") {
    throw new MXNetError(`Variable: stype is ${stype}; symbols have dense arrays only`);
  }
  for (const [key, value] of Object.entries(more)) {
    if (value === undefined || value === null) continue;
    if (!/^__.*__$/s.test(key)) {
      throw new MXNetError(
        `Attribute name=${key} is not supported. Additional attributes must start and end with double underscores, e.g, __yourattr__`,
      );
    }
    attrs[key] = String(value);
  }
  return new GraphSymbol(wasm.symbol_variable(name, pairs(attrs)));
}

/** Another name of `Variable`. */
export { Variable as var };

/**
 * The outputs of several symbols as one symbol.
 *
 * @example
 * ```ts
 * const group = sym.Group([sym.Variable("x"), sym.Variable("y")]);
 * console.log(group.listOutputs()); // [ 'x', 'y' ]
 * ```
 */
export function Group(symbols: readonly GraphSymbol[]): GraphSymbol {
  if (!Array.isArray(symbols) || symbols.length === 0) throw new TypeError("Expected a list of symbols as input");
  symbols.forEach((symbol, i) => {
    expectSymbol(symbol, "Group", `symbols[${i}]`);
  });
  pass(symbols.map((symbol) => symbol.handle));
  return new GraphSymbol(wasm.symbol_group(symbols.length));
}

/**
 * Reads a symbol from MXNet's JSON, of any version since 0.8.
 *
 * @throws MXNetError for what is no symbol, naming what is wrong
 * @example
 * ```ts
 * const text = sym.exp(sym.Variable("x"), { name: "y" }).toJSON();
 * console.log(sym.fromJSON(text).listOutputs()); // [ 'y_output' ]
 * ```
 */
export function fromJSON(text: string): GraphSymbol {
  if (typeof text !== "string") throw new TypeError(`fromJSON: expected a text, got ${describe(text)}`);
  knowCustom();
  return new GraphSymbol(wasm.symbol_read(text));
}

/** Another name of `fromJSON`. */
export const loadJSON: typeof fromJSON = fromJSON;

/**
 * Reads a symbol from a file that MXNet or `Symbol.save` wrote.
 *
 * @example
 * ```ts
 * sym.exp(sym.Variable("x"), { name: "y" }).save("model-symbol.json"); // where the runtime has files
 * console.log(sym.load("model-symbol.json").name); // y
 * ```
 */
export function load(path: string): GraphSymbol {
  if (typeof path !== "string") throw new TypeError(`load: expected a path, got ${describe(path)}`);
  return fromJSON(new TextDecoder().decode(readFile(path, "Symbol.load")));
}
