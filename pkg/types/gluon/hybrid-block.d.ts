import * as nd from "../nd/index.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { Block } from "./block.ts";
/** Values of a block's own parameters, by the names of its fields. */
export type ParameterValues = {
    readonly [field: string]: NDArray;
};
/** The functions that a `hybridForward` computes with. */
export type Functions = typeof nd;
/**
 * A block whose computation is a function of its inputs and its own parameters: `hybridForward(F, ...inputs, params)`,
 * where F is `nd`. Parameters whose shapes are unknown get them from `inferShape` at the first call.
 *
 * @example
 * ```ts
 * class Scale extends gluon.HybridBlock {
 *   factor = this.params.get("factor", { shape: [1], init: "ones" });
 *   override hybridForward(F: gluon.Functions, x: NDArray, { factor }: gluon.ParameterValues) {
 *     return F.broadcastMul(x, factor!);
 *   }
 * }
 * ```
 */
export declare abstract class HybridBlock<Inputs extends unknown[] = NDArray[], Output = NDArray> extends Block<Inputs, Output> {
    forward(...inputs: never[]): unknown;
    /** The computation; the last argument has the values of this block's own parameters by field. */
    hybridForward(_F: Functions, ..._inputs: never[]): unknown;
    /** Adds a block, which must be a HybridBlock, too. */
    registerChild(block: Block, name?: string): void;
    /** Sets the unknown dimensions of this block's parameters, from what its first call gets. */
    inferShape(..._inputs: never[]): void;
    /** The values of this block's own parameters; those that are deferred are made now. */
    protected paramValues(inputs: readonly unknown[]): ParameterValues;
}
