import { type DType } from "../nd/dtype.ts";
import { type AttrTexts } from "./attribute.ts";
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
    init?: {
        dumps(): string;
    } | string | null | undefined;
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
export declare function Variable(name: string, options?: VariableOptions): GraphSymbol;
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
export declare function Group(symbols: readonly GraphSymbol[]): GraphSymbol;
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
export declare function fromJSON(text: string): GraphSymbol;
/** Another name of `fromJSON`. */
export declare const loadJSON: typeof fromJSON;
/**
 * Reads a symbol from a file that MXNet or `Symbol.save` wrote.
 *
 * @example
 * ```ts
 * sym.exp(sym.Variable("x"), { name: "y" }).save("model-symbol.json"); // where the runtime has files
 * console.log(sym.load("model-symbol.json").name); // y
 * ```
 */
export declare function load(path: string): GraphSymbol;
