import type { Context } from "../nd/ndarray.ts";
import { GraphSymbol } from "../symbol/symbol.ts";
import { HybridBlock } from "./hybrid-block.ts";
import { ParameterDict } from "./parameter-dict.ts";
/** A model's files by their contents. */
export interface SymbolBlockFiles {
    /** The symbol's JSON. */
    readonly symbol: string | Uint8Array;
    /** The bytes of a .params file; without it parameters have no values yet. */
    readonly params?: Uint8Array | null | undefined;
}
/** How `SymbolBlock.imports` takes parameters. */
export interface ImportOptions {
    /** Whether parameters that the file lacks get no values (`initialize` makes some). */
    readonly allowMissing?: boolean | undefined;
    /** Whether arrays of the file that have no parameter are ignored. */
    readonly ignoreExtra?: boolean | undefined;
}
/**
 * A block that computes a symbol: a model out of files, or a part of one, that can be run and trained as any other block.
 *
 * @example
 * ```ts
 * const data = sym.Variable("data");
 * const net = new gluon.SymbolBlock(sym.FullyConnected(data, { numHidden: 2, name: "fc" }), data);
 * net.initialize();
 * console.log(net(nd.ones([1, 3])).shape, [...net.collectParams().keys()]); // [ 1, 2 ] [ 'fc_weight', 'fc_bias' ]
 * ```
 */
export declare class SymbolBlock extends HybridBlock {
    #private;
    static readonly name: string;
    /**
     * @param outputs - the outputs
     * @param inputs - the variables that inputs stand for; all others are parameters
     * @param params - parameters to share
     */
    constructor(outputs: GraphSymbol | readonly GraphSymbol[], inputs: GraphSymbol | readonly GraphSymbol[], params?: ParameterDict | null);
    /**
     * A model from files that MXNet's or this library's `export`, `saveCheckpoint` or Module wrote.
     *
     * @param files - the path or URL of the symbol's JSON, or the contents of the files
     * @param inputs - the names of the variables that inputs stand for
     * @param params - the path or URL of the parameters, or their bytes
     * @throws MXNetError for files that cannot be read, and for missing and surplus parameters
     * @example
     * ```ts
     * const files = mx.model.saveCheckpoint(null, 0, sym.exp(sym.Variable("data")), {}, {});
     * const net = await gluon.SymbolBlock.imports(files, ["data"]);
     * console.log(net(nd.zeros([2])).toArray()); // [ 1, 1 ]
     * ```
     */
    static imports(files: string | SymbolBlockFiles, inputs: string | readonly string[], params?: string | Uint8Array | null, _ctx?: Context | null, options?: ImportOptions): Promise<SymbolBlock>;
    forward(...inputs: never[]): unknown;
    toString(): string;
}
