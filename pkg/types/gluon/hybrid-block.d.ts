import * as nd from "../nd/index.ts";
import { NDArray } from "../nd/ndarray.ts";
import { Block } from "./block.ts";
/** Values of a block's own parameters, by the names of its fields. */
export type ParameterValues = {
    readonly [field: string]: NDArray;
};
/** The functions that a `hybridForward` computes with. */
export type Functions = typeof nd;
/** What `export` gives when the path is null: the contents of both files. */
export interface Exported {
    /** The symbol's JSON. */
    readonly symbol: string;
    /** The bytes of a .params file. */
    readonly params: Uint8Array;
}
/**
 * A block whose computation is a function of its inputs and its own parameters: `hybridForward(F, ...inputs, params)`,
 * where F is `nd`, or `sym` while the block's graph is made. Parameters whose shapes are unknown get them from `inferShape`
 * at the first call.
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
    #private;
    /**
     * From now on the block's graph is made once, by calling `hybridForward` with symbols, and run as a whole: prediction by a
     * plan that allocates nothing after the first call with a shape, training on the tape as before.
     *
     * @param active - false to go back
     * @example
     * ```ts
     * const net = new gluon.nn.HybridSequential().add(new gluon.nn.Dense(4, { activation: "relu" }), new gluon.nn.Dense(2));
     * net.initialize();
     * net.hybridize();
     * console.log(net(nd.ones([3, 5])).shape); // [ 3, 2 ]
     * ```
     */
    hybridize(active?: boolean): void;
    forward(...inputs: never[]): unknown;
    /** The computation; the last argument has the values of this block's own parameters by field. */
    hybridForward(_F: Functions, ..._inputs: never[]): unknown;
    /**
     * Writes the block's graph and parameters as MXNet does, `PATH-symbol.json` and `PATH-0000.params`, for
     * `SymbolBlock.imports`, `model.loadCheckpoint` and MXNet itself. Blocks of several inputs are called once before.
     *
     * @param path - what the files' names begin with; null for their contents
     * @param epoch - the number in the name of the parameters' file
     * @throws MXNetError while there are parameters without values, and for blocks without a `hybridForward`
     * @example
     * ```ts
     * const net = new gluon.nn.Dense(2, { inUnits: 3 });
     * net.initialize();
     * const { symbol, params } = net.export(null);
     * const same = await gluon.SymbolBlock.imports({ symbol, params }, ["data"]);
     * console.log(same(nd.ones([1, 3])).shape); // [ 1, 2 ]
     * ```
     */
    export(path: string, epoch?: number): void;
    export(path: null): Exported;
    /** Adds a block, which must be a HybridBlock, too. */
    registerChild(block: Block, name?: string): void;
    /** Sets the unknown dimensions of this block's parameters, from what its first call gets. */
    inferShape(..._inputs: never[]): void;
    /** The values of this block's own parameters; those that are deferred are made now. */
    protected paramValues(inputs: readonly unknown[]): ParameterValues;
}
