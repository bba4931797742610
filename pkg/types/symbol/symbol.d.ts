import type { DType } from "../nd/dtype.ts";
import type { Context, NDArray } from "../nd/ndarray.ts";
import { Callable } from "../runtime/callable.ts";
import type { SymbolArithmetic } from "./arithmetic.ts";
import { type Arrays, type BindOptions, type Executor, type GradReqs, type SimpleBindOptions } from "./bind.ts";
import { type Three } from "./infer.ts";
import { type SymbolMethods } from "./methods.ts";
/** Shapes of arguments by name. */
export type Shapes = Readonly<Record<string, readonly number[] | null | undefined>>;
/** Types of arguments by name. */
export type Types = Readonly<Record<string, DType | null | undefined>>;
/** What calling a symbol takes: variables' replacements by name, and a name for the result. */
export type Replacements = {
    readonly [variable: string]: GraphSymbol | string | null | undefined;
};
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
export declare class GraphSymbol extends Callable {
    #private;
    /** Frees the symbol at once; the collector does it otherwise. */
    dispose(): void;
    /** The name; null for groups. */
    get name(): string | null;
    /** The number of outputs. */
    get length(): number;
    /** The names of the variables that are given values, depth first. */
    listArguments(): string[];
    /** The names of the variables that operators write to, such as moving averages. */
    listAuxiliaryStates(): string[];
    /** The names of all variables. */
    listInputs(): string[];
    /** The names of the outputs. */
    listOutputs(): string[];
    /** A symbol of all values in the graph: `net.getInternals().get("fc1_output")`. */
    getInternals(): GraphSymbol;
    /** A symbol of what this one is computed from; null for variables. */
    getChildren(): GraphSymbol | null;
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
    get(output: number | string): GraphSymbol;
    /** The output at a place; negative ones count from the end. */
    at(output: number): GraphSymbol;
    /** The outputs one by one. */
    [Symbol.iterator](): Generator<GraphSymbol, void, undefined>;
    /** The text of an attribute; null when there is none. */
    attr(key: string): string | null;
    /** The attributes of the node. Hidden keys come bare, too: `__lr_mult__` and `lr_mult`. */
    listAttr(): Record<string, string>;
    /** The attributes of all nodes that have any, by the nodes' names. */
    attrDict(): Record<string, Record<string, string>>;
    /**
     * A copy of the graph whose variables are replaced: `net2.compose({ data2: net1, name: "composed" })`, or by position in
     * the order of `listArguments`. Calling the symbol does the same.
     */
    compose(...args: [Replacements] | GraphSymbol[]): GraphSymbol;
    /**
     * The shapes of arguments, outputs and auxiliary states, from those of some arguments: by name, or by position. Three
     * nulls when they do not follow.
     *
     * @throws MXNetError for shapes that contradict each other, naming the node
     */
    inferShape(known: Shapes): Three<number[][]> | Three<null>;
    inferShape(...known: (readonly number[] | null)[]): Three<number[][]> | Three<null>;
    /** The same, with empty shapes for what does not follow, and sizes of 0 for what is not known of a shape. */
    inferShapePartial(known?: Shapes): Three<number[][]>;
    inferShapePartial(...known: (readonly number[] | null)[]): Three<number[][]>;
    /** The types of arguments, outputs and auxiliary states, from those of some arguments. Three nulls when none follow. */
    inferType(known?: Types): Three<DType[]> | Three<null>;
    inferType(...known: (DType | null)[]): Three<DType[]> | Three<null>;
    /** The same, with null for each type that does not follow. */
    inferTypePartial(known?: Types): Three<(DType | null)[]>;
    inferTypePartial(...known: (DType | null)[]): Three<(DType | null)[]>;
    /** The graph as MXNet's JSON. */
    toJSON(): string;
    /** Writes the JSON to a file; with null instead of a path, gives the text. */
    save(path: string): void;
    save(path: null): string;
    /**
     * An executor on these arrays: lists in the order of `listArguments` and `listAuxiliaryStates`, or objects by name.
     *
     * @throws MXNetError when arrays are missing, or have shapes that do not fit
     */
    bind(ctx: Context | null | undefined, args: Arrays, argsGrad?: Arrays | null, gradReq?: GradReqs, auxStates?: Arrays | null): Executor;
    bind(ctx: Context | null | undefined, options: BindOptions): Executor;
    /** An executor on new arrays of zeros, whose shapes follow from some. */
    simpleBind(ctx: Context | null | undefined, options?: SimpleBindOptions): Executor;
    simpleBind(options: SimpleBindOptions): Executor;
    /** Computes the outputs from these arguments. */
    eval(args: Readonly<Record<string, NDArray>>): NDArray[];
    eval(ctx: Context | null | undefined, args?: Readonly<Record<string, NDArray>>): NDArray[];
    /**
     * The gradient as a symbol, which MXNet 1.9.1 has no more.
     *
     * @throws MXNetError always: bind the symbol and call `backward` instead
     */
    grad(_wrt: readonly string[]): never;
    /** `<Symbol fc>`, as Python prints it. */
    toString(): string;
}
