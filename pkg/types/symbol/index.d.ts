import type { SymbolContrib, SymbolImage, SymbolLinalg, SymbolOps } from "../generated/symbols.ts";
import { hypot, maximum, minimum, pow, power } from "./arithmetic.ts";
import { cond, foreach, whileLoop } from "./control-flow.ts";
import { invoke } from "./create.ts";
import { arange, eye, full, linspace, ones, zeros } from "./creation.ts";
import { Custom } from "./custom.ts";
import { Executor } from "./executor.ts";
import * as random from "./random.ts";
import { GraphSymbol } from "./symbol.ts";
import { fromJSON, Group, load, loadJSON, Variable } from "./variable.ts";
export type { SymbolOperand } from "./arithmetic.ts";
export type { Arrays, BindOptions, GradReqs, SimpleBindOptions } from "./bind.ts";
export type { ControlOptions, NestedSymbols } from "./control-flow.ts";
export type { SymbolInput, SymbolOptions } from "./create.ts";
export type { SymbolCustomOptions } from "./custom.ts";
export type { ReshapeOptions } from "./executor.ts";
export type { Shapes, Types } from "./symbol.ts";
export { GraphSymbol as Symbol } from "./symbol.ts";
export type { VariableOptions } from "./variable.ts";
/** What is written by hand. */
interface Members {
    readonly Symbol: typeof GraphSymbol;
    readonly Executor: typeof Executor;
    readonly Variable: typeof Variable;
    readonly var: typeof Variable;
    readonly Group: typeof Group;
    readonly load: typeof load;
    readonly fromJSON: typeof fromJSON;
    readonly loadJSON: typeof loadJSON;
    readonly invoke: typeof invoke;
    readonly Custom: typeof Custom;
    readonly zeros: typeof zeros;
    readonly ones: typeof ones;
    readonly full: typeof full;
    readonly arange: typeof arange;
    readonly eye: typeof eye;
    readonly linspace: typeof linspace;
    readonly maximum: typeof maximum;
    readonly minimum: typeof minimum;
    readonly hypot: typeof hypot;
    readonly power: typeof power;
    readonly pow: typeof pow;
    readonly random: typeof random;
    readonly contrib: SymbolContrib & {
        readonly foreach: typeof foreach;
        readonly whileLoop: typeof whileLoop;
        readonly cond: typeof cond;
    };
    readonly linalg: SymbolLinalg;
    readonly image: SymbolImage;
}
/** Everything of `sym`. */
export type SymbolNamespace = Members & Omit<SymbolOps, keyof Members>;
/**
 * MXNet's `sym`: variables, and every operator as a function that makes a symbol.
 *
 * @example
 * ```ts
 * const net = sym.SoftmaxOutput(sym.FullyConnected(sym.Variable("data"), { numHidden: 10, name: "fc" }), { name: "softmax" });
 * console.log(net.listArguments()); // [ 'data', 'fc_weight', 'fc_bias', 'softmax_label' ]
 * ```
 */
export declare const sym: SymbolNamespace;
/** The types of `sym`. */
export declare namespace sym {
    type Symbol = GraphSymbol;
    type Executor = import("./executor.ts").Executor;
}
