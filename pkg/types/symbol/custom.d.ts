import { type SymbolOptions } from "./create.ts";
import { GraphSymbol } from "./symbol.ts";
/** Tells the core of custom operators; what reads or makes symbols does so first. */
export declare function knowCustom(): void;
/** Options of `sym.Custom`: the operator's name, its attributes, and what every symbol takes. */
export type SymbolCustomOptions = SymbolOptions & {
    opType: string;
} & {
    readonly [attribute: string]: unknown;
};
/**
 * The symbol of an operator that was defined with `operator.CustomOp` and `operator.CustomOpProp`. Inputs come by position or
 * under their names in the options; what is left out becomes a variable.
 *
 * @example
 * ```ts
 * class Doubling extends operator.CustomOp {
 *   override forward(_isTrain: boolean, req: operator.Req[], [x]: NDArray[], [y]: NDArray[]) {
 *     this.assign(y!, req[0]!, x!.mul(2));
 *   }
 * }
 * class DoublingProp extends operator.CustomOpProp {
 *   override createOperator() {
 *     return new Doubling();
 *   }
 * }
 * operator.register("doubling_of")(DoublingProp);
 * const y = sym.Custom(sym.Variable("x"), { opType: "doubling_of", name: "y" });
 * console.log(y.eval({ x: nd.array([1, 2]) })[0].toArray()); // [ 2, 4 ]
 * ```
 */
export declare function Custom(...args: [...(GraphSymbol | null | undefined)[], SymbolCustomOptions]): GraphSymbol;
