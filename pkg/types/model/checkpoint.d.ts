import type { NDArray } from "../nd/ndarray.ts";
import { type NDArrayDict } from "../nd/params.ts";
import type { GraphSymbol } from "../symbol/symbol.ts";
/** A symbol with its parameters as files hold them. */
export interface Checkpoint {
    /** The symbol's JSON; null if there is none. */
    readonly symbol: string | null;
    /** The bytes of a .params file. */
    readonly params: Uint8Array;
    /** What `saveOptimizerStates` gives, if it was asked for. */
    readonly states?: Uint8Array | undefined;
}
/** Arrays by name. */
export type Params = Readonly<Record<string, NDArray>>;
/** What `loadCheckpoint` takes instead of a prefix. */
export interface CheckpointSource {
    /** The symbol's JSON, as text or bytes. */
    readonly symbol: string | Uint8Array | ArrayBuffer;
    /** The bytes of a .params file. */
    readonly params: Uint8Array | ArrayBuffer;
    /** What `saveOptimizerStates` gave. */
    readonly states?: Uint8Array | null | undefined;
}
/** The name of a checkpoint's file: `PREFIX-0001.params`. */
export declare function fileName(prefix: string, epoch: number, ending: "params" | "states"): string;
/** Parameters under the names that they have in files. */
export declare function encodeParams(argParams: Params, auxParams: Params): Uint8Array;
/** Parameters out of a .params file. Names without `arg:` or `aux:` are refused, or left out. */
export declare function decodeParams(bytes: Uint8Array | ArrayBuffer, action: string, strict: boolean): [NDArrayDict, NDArrayDict];
/** What `saveCheckpoint` takes besides. */
export interface SaveCheckpointOptions {
    /** Where the line goes that names the file; `console.info` by default. */
    log?: ((line: string) => void) | undefined;
}
/**
 * Saves a symbol with its parameters: `PREFIX-symbol.json` and `PREFIX-0001.params`, which MXNet can load.
 *
 * @param prefix - of the files; null for their contents
 * @param symbol - may be null: then the parameters are saved alone
 * @example
 * ```ts
 * const net = mx.sym.FullyConnected(mx.sym.Variable("data"), { numHidden: 1, name: "fc" });
 * const saved = mx.model.saveCheckpoint(null, 1, net, { fc_weight: nd.ones([1, 2]), fc_bias: nd.zeros([1]) }, {});
 * const [symbol, argParams] = await mx.model.loadCheckpoint(saved);
 * console.log(symbol.listArguments(), Object.keys(argParams));
 * // [ 'data', 'fc_weight', 'fc_bias' ] [ 'fc_weight', 'fc_bias' ]
 * ```
 */
export declare function saveCheckpoint(prefix: string, epoch: number, symbol: GraphSymbol | null, argParams: Params, auxParams: Params, options?: SaveCheckpointOptions): void;
export declare function saveCheckpoint(prefix: null, epoch: number, symbol: GraphSymbol, argParams: Params, auxParams: Params): Checkpoint & {
    symbol: string;
};
export declare function saveCheckpoint(prefix: null, epoch: number, symbol: GraphSymbol | null, argParams: Params, auxParams: Params): Checkpoint;
/**
 * The parameters of a checkpoint, by name.
 *
 * @param prefix - of the files, or of URLs
 * @returns arguments and auxiliary states
 * @example
 * ```ts
 * mx.model.saveCheckpoint("only", 3, null, { w: nd.ones([2]) }, {}, { log: () => {} });
 * const [argParams, auxParams] = await mx.model.loadParams("only", 3);
 * console.log(Object.keys(argParams), Object.keys(auxParams)); // [ 'w' ] []
 * ```
 */
export declare function loadParams(prefix: string, epoch: number): Promise<[NDArrayDict, NDArrayDict]>;
/**
 * Loads what `saveCheckpoint` saved, here or in MXNet.
 *
 * @param prefix - of the files (in Node, Deno and Bun) or of URLs; or the files' contents
 * @returns the symbol, its arguments' values and those of its auxiliary states
 * @throws MXNetError if a file cannot be read, or is none
 * @example
 * ```ts
 * const net = mx.sym.FullyConnected(mx.sym.Variable("data"), { numHidden: 1, name: "fc" });
 * mx.model.saveCheckpoint("small", 1, net, { fc_weight: nd.ones([1, 2]) }, {}, { log: () => {} });
 * const [symbol, argParams, auxParams] = await mx.model.loadCheckpoint("small", 1);
 * console.log(symbol.listOutputs(), Object.keys(argParams), Object.keys(auxParams)); // [ 'fc_output' ] [ 'fc_weight' ] []
 * ```
 */
export declare function loadCheckpoint(prefix: string, epoch: number): Promise<[GraphSymbol, NDArrayDict, NDArrayDict]>;
export declare function loadCheckpoint(source: CheckpointSource): Promise<[GraphSymbol, NDArrayDict, NDArrayDict]>;
