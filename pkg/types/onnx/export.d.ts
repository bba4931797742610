import { type DType } from "../nd/dtype.ts";
import type { NDArray } from "../nd/ndarray.ts";
import type { GraphSymbol } from "../symbol/symbol.ts";
/** Shapes of the network's inputs: by name, or in the order of `listArguments` without the parameters. */
export type InputShapes = Readonly<Record<string, readonly number[]>> | readonly (readonly number[])[];
/** What `exportModel` takes besides. */
export interface ExportOptions {
    /** The types of the inputs: one for all, or by name; float32 by default. */
    inputTypes?: DType | Readonly<Record<string, DType>> | undefined;
    /** A file to write the model to, too. */
    path?: string | undefined;
}
/**
 * A network with its parameters as an ONNX model, for other runtimes: operators of version 13, in IR version 8.
 *
 * The model predicts: BatchNorm has its moving statistics, losses are the outputs that they show, labels are left out.
 * Shapes are those given.
 *
 * @param symbol - the network
 * @param params - values of arguments and auxiliary states by name, with or without `arg:` and `aux:`
 * @param inputShapes - the shapes of what goes in
 * @param options - `inputTypes`, `path`
 * @returns the bytes of a file `.onnx`
 * @throws MXNetError for an operator that ONNX does not have, naming the node, and for parameters that are missing
 * @example
 * ```ts
 * const net = sym.FullyConnected(sym.Variable("data"), { numHidden: 2, name: "fc" });
 * const params = { fc_weight: nd.ones([2, 3]), fc_bias: nd.zeros([2]) };
 * const model = mx.onnx.exportModel(net, params, { data: [1, 3] });
 * console.log(model.length > 100); // true
 * ```
 */
export declare function exportModel(symbol: GraphSymbol, params: Readonly<Record<string, NDArray>>, inputShapes: InputShapes, { inputTypes, path }?: ExportOptions): Uint8Array<ArrayBuffer>;
