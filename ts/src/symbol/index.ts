// mx.sym
import type { SymbolContrib, SymbolImage, SymbolLinalg, SymbolOps } from "../generated/symbols.ts";
import { hypot, maximum, minimum, pow, power } from "./arithmetic.ts";
import { cond, foreach, whileLoop } from "./control-flow.ts";
import { invoke } from "./create.ts";
import { arange, eye, full, linspace, ones, zeros } from "./creation.ts";
import { Custom } from "./custom.ts";
import { Executor } from "./executor.ts";
import { addOperators } from "./operators.ts";
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

/** The members, to which the operators are added when one is first asked for: reading the registry takes a moment. */
function namespace(): SymbolNamespace {
  const [contrib, linalg, image] = [{ foreach, whileLoop, cond }, {}, {}];
  const members = {
    Symbol: GraphSymbol,
    Executor,
    Variable,
    var: Variable,
    Group,
    load,
    fromJSON,
    loadJSON,
    invoke,
    Custom,
    zeros,
    ones,
    full,
    arange,
    eye,
    linspace,
    maximum,
    minimum,
    hypot,
    power,
    pow,
    // The build makes namespaces last of all.
    get random() {
      return random;
    },
  };
  let complete = false;
  const completed = <T extends object>(target: T): T => {
    if (!complete) {
      complete = true;
      addOperators(members, { contrib, linalg, image });
    }
    return target;
  };
  const lazy = <T extends object>(members: T): T =>
    new Proxy(members, {
      get: (target, key) => Reflect.get(Object.hasOwn(target, key) ? target : completed(target), key),
      has: (target, key) => Reflect.has(completed(target), key),
      getOwnPropertyDescriptor: (target, key) => Reflect.getOwnPropertyDescriptor(completed(target), key),
      ownKeys: (target) => Reflect.ownKeys(completed(target)),
    });
  const spaces = { contrib: lazy(contrib), linalg: lazy(linalg), image: lazy(image) };
  return lazy(Object.assign(members, spaces)) as unknown as SymbolNamespace;
}

/**
 * MXNet's `sym`: variables, and every operator as a function that makes a symbol.
 *
 * @example
 * ```ts
 * const net = sym.SoftmaxOutput(sym.FullyConnected(sym.Variable("data"), { numHidden: 10, name: "fc" }), { name: "softmax" });
 * console.log(net.listArguments()); // [ 'data', 'fc_weight', 'fc_bias', 'softmax_label' ]
 * ```
 */
export const sym: SymbolNamespace = /* @__PURE__ */ namespace();

/** The types of `sym`. */
export declare namespace sym {
  export type Symbol = GraphSymbol;
  export type Executor = import("./executor.ts").Executor;
}
