import type { NDArray } from "../nd/ndarray.ts";
import { Initializer, type Name } from "./initializer.ts";
import { type Real } from "./json.ts";
/**
 * Biases of an LSTM cell: 0, except for the forget gate's, the second quarter.
 *
 * @example
 * ```ts
 * const x = nd.empty([8]);
 * mx.random.seed(0);
 * new init.LSTMBias(1)(new init.InitDesc("weight"), x);
 * console.log(x);
 * // [0. 0. 1. 1. 0. 0. 0. 0.]
 * // <NDArray 8 @cpu(0)>
 * ```
 */
export declare class LSTMBias extends Initializer {
    readonly forgetBias: number;
    constructor(forgetBias?: Real | {
        forgetBias?: Real;
    });
    _initWeight(_name: Name, arr: NDArray): void;
}
/** Kinds of recurrent layers. */
export type RNNMode = "rnn_relu" | "rnn_tanh" | "lstm" | "gru";
/** Options of `FusedRNN`. */
export interface FusedRNNOptions {
    init: Initializer | string | null;
    numHidden: number;
    numLayers: number;
    mode: RNNMode;
    bidirectional?: boolean;
    forgetBias?: Real;
}
/**
 * The flat vector of all parameters of `nd.RNN`: each weight and bias in it is initialized by itself, under names such as
 * `l0_i2h_f_weight`. With `init` null the global initializer of the InitDesc does it. Forget gates of LSTMs start at
 * `forgetBias`.
 *
 * Unlike in MXNet, `init` may be the text of a `dumps()`, so that a FusedRNN can be made again from its own.
 *
 * @example
 * ```ts
 * const initializer = new init.FusedRNN(new init.Xavier(), 4, 1, "lstm");
 * console.log(JSON.parse(initializer.dumps())[0]); // fusedrnn
 * ```
 */
export declare class FusedRNN extends Initializer {
    #private;
    constructor(options: FusedRNNOptions);
    constructor(init: Initializer | string | null, numHidden: number, numLayers: number, mode: RNNMode, bidirectional?: boolean, forgetBias?: Real);
    _initWeight(desc: Name, arr: NDArray): void;
}
