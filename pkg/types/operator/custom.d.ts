import { NDArray } from "../nd/ndarray.ts";
/** Attributes of a custom operator, which it gets as texts; `opType` names it. */
export interface CustomOptions {
    /** The name that it was registered under. */
    opType: string;
    [attribute: string]: string | number | boolean | null | readonly number[];
}
/**
 * Calls an operator that was defined with `operator.CustomOp` and `operator.CustomOpProp`.
 *
 * @param args - its inputs, its auxiliary states, and the options: `opType` names it, the others are its attributes
 * @returns its output, or a list of them when there are several
 * @throws MXNetError for names that nobody registered, for another number of inputs, and for shapes that do not fit
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
 * operator.register("doubling")(DoublingProp);
 * console.log((nd.Custom(nd.array([1, 2]), { opType: "doubling" }) as NDArray).toArray()); // [ 2, 4 ]
 * ```
 */
export declare function Custom(...args: [...NDArray[], CustomOptions]): NDArray | NDArray[];
