// Initializers of recurrent layers.
import { pause } from "../autograd/scopes.ts";
import { MXNetError } from "../error.ts";
import { describe } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { expectText, readArguments } from "./arguments.ts";
import { InitDesc } from "./desc.ts";
import { Initializer, type Name } from "./initializer.ts";
import { float, type Real, toNumber } from "./json.ts";
import { create } from "./registry.ts";

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
export class LSTMBias extends Initializer {
  readonly forgetBias: number;

  constructor(forgetBias?: Real | { forgetBias?: Real });
  constructor(...args: unknown[]) {
    const given = readArguments("LSTMBias", { forgetBias: float(1) as Real }, args);
    super(given);
    this.forgetBias = toNumber(given.forgetBias, "LSTMBias: forgetBias");
  }

  override _initWeight(_name: Name, arr: NDArray): void {
    arr.set(0);
    const hidden = Math.floor(arr.length / 4);
    if (hidden > 0) arr.set(this.forgetBias, `${hidden}:${2 * hidden}`);
  }
}

/** The gates of each kind of cell, in the order of their weights. */
const GATES: Readonly<Record<string, readonly string[]>> = {
  rnn_relu: [""],
  rnn_tanh: [""],
  lstm: ["_i", "_f", "_c", "_o"],
  gru: ["_r", "_z", "_o"],
};

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

/** A part of the flat vector: its name, shape and place. */
interface Piece {
  readonly name: string;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
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
export class FusedRNN extends Initializer {
  readonly #init: Initializer | null;
  readonly #hidden: number;
  readonly #layers: number;
  readonly #mode: string;
  readonly #directions: readonly string[];
  readonly #forgetBias: number;

  constructor(options: FusedRNNOptions);
  constructor(
    init: Initializer | string | null,
    numHidden: number,
    numLayers: number,
    mode: RNNMode,
    bidirectional?: boolean,
    forgetBias?: Real,
  );
  constructor(...args: unknown[]) {
    const given = readArguments(
      "FusedRNN",
      {
        init: undefined as Initializer | string | null | undefined,
        numHidden: undefined as number | undefined,
        numLayers: undefined as number | undefined,
        mode: undefined as string | undefined,
        bidirectional: false,
        forgetBias: float(1) as Real,
      },
      args,
    ) as Required<FusedRNNOptions>;
    const { init, numHidden, numLayers, mode, bidirectional, forgetBias } = given;
    const inner = init === null ? null : create(init);
    super({ init: inner?.dumps() ?? null, numHidden, numLayers, mode, bidirectional, forgetBias });
    for (const [name, value] of Object.entries({ numHidden, numLayers })) {
      if (!Number.isInteger(value) || value < 1)
        throw new MXNetError(`FusedRNN: ${name} is ${value}, expected a positive integer`);
    }
    if (!Object.hasOwn(GATES, expectText(mode, "FusedRNN: mode"))) {
      throw new MXNetError(`FusedRNN: mode is "${mode}", expected one of ${Object.keys(GATES).join(", ")}`);
    }
    this.#init = inner;
    this.#hidden = numHidden;
    this.#layers = numLayers;
    this.#mode = mode;
    this.#directions = bidirectional ? ["l", "r"] : ["l"];
    this.#forgetBias = toNumber(forgetBias, "FusedRNN: forgetBias");
  }

  override _initWeight(desc: Name, arr: NDArray): void {
    if (!(desc instanceof InitDesc)) {
      throw new TypeError(`FusedRNN initializer: the name must be an InitDesc, got ${describe(desc)}`);
    }
    const globalInit = desc.globalInit;
    const initialize = this.#init ?? globalInit;
    if (initialize === null || initialize === this) {
      throw new MXNetError(`FusedRNN initializer of ${desc}: init is null, and there is no global initializer`);
    }
    const pieces = this.#pieces(desc, arr);
    // Outside of recording, slices share memory with the vector.
    pause(() => {
      for (const { name, shape, begin, end } of pieces) {
        using part = arr.slice(`${begin}:${end}`);
        using piece = part.reshape(shape);
        if (this.#mode === "lstm" && name.endsWith("_f_bias")) piece.set(this.#forgetBias);
        else initialize(new InitDesc(name, null, globalInit), piece);
      }
    });
  }

  /** The weights, then the biases: for each layer and direction, from input to hidden, then from hidden to hidden. */
  #pieces(desc: InitDesc, arr: NDArray): Piece[] {
    const hidden = this.#hidden;
    const gates = GATES[this.#mode] as readonly string[];
    const directions = this.#directions.length;
    const perUnit = Math.floor(Math.floor(Math.floor(arr.size / directions) / hidden) / gates.length);
    const inputs = perUnit - (this.#layers - 1) * (hidden + directions * hidden + 2) - hidden - 2;
    const pieces: Piece[] = [];
    let end = 0;
    for (const kind of ["weight", "bias"]) {
      for (let layer = 0; layer < this.#layers; layer++) {
        for (const direction of this.#directions) {
          for (const from of ["i2h", "h2h"]) {
            const width = from === "h2h" ? hidden : layer === 0 ? inputs : directions * hidden;
            for (const gate of gates) {
              const shape = kind === "bias" ? [hidden] : [hidden, width];
              const begin = end;
              end += shape.reduce((n, d) => n * d, 1);
              pieces.push({ name: `${direction}${layer}_${from}${gate}_${kind}`, shape, begin, end });
            }
          }
        }
      }
    }
    if (arr.ndim !== 1 || inputs < 1 || end !== arr.size) {
      throw new MXNetError(
        `FusedRNN initializer of ${desc}: shape (${arr.shape}) does not fit ${this.#layers} layers of ${hidden} units, mode ${this.#mode}, ${directions} directions`,
      );
    }
    return pieces;
  }
}
