// Small layers: dropout, flattening, embedding, functions.
import { MXNetError } from "../../error.ts";
import type { InitializerLike } from "../../init/index.ts";
import type { DType } from "../../nd/dtype.ts";
import * as nd from "../../nd/index.ts";
import { describe } from "../../nd/invoke.ts";
import type { NDArray } from "../../nd/ndarray.ts";
import { attrText } from "../../runtime/attrs.ts";
import { readBlock } from "../arguments.ts";
import { Block, type BlockOptions } from "../block.ts";
import { type Functions, HybridBlock, type ParameterValues } from "../hybrid-block.ts";
import type { Parameter } from "../parameter.ts";

/**
 * In training, sets a part of the elements to 0 and scales the others up.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.Dropout(0.5);
 * layer.initialize();
 * console.log(layer(nd.ones([2, 4])).shape); // [ 2, 4 ]
 * ```
 */
export class Dropout extends HybridBlock {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "Dropout";
  readonly #rate: number;
  readonly #axes: readonly number[];

  /**
   * @param rate - the part that is dropped
   * @param axes - axes along which elements share their fate
   */
  constructor(rate: number, options?: BlockOptions & { axes?: readonly number[] });
  constructor(rate: number, axes: readonly number[], options?: BlockOptions);
  constructor(...args: unknown[]) {
    const values = readBlock("Dropout", { rate: undefined as unknown as number, axes: [] as readonly number[] }, args);
    super(values);
    this.#rate = values.rate;
    this.#axes = values.axes;
  }

  override hybridForward(F: Functions, x: NDArray): NDArray {
    if (!(this.#rate > 0)) return F.identity(x);
    const options = { p: this.#rate, axes: this.#axes, name: "fwd", cudnnOff: false };
    return F.Dropout(x, options) as NDArray;
  }

  override toString(): string {
    return `Dropout(p = ${attrText(this.#rate)}, axes=${attrText(this.#axes)})`;
  }
}

/**
 * All axes but the first as one.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.Flatten();
 * layer.initialize();
 * console.log(layer(nd.ones([2, 3, 4])).shape); // [ 2, 12 ]
 * ```
 */
export class Flatten extends HybridBlock {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "Flatten";

  override hybridForward(F: Functions, x: NDArray): NDArray {
    return F.Flatten(x);
  }

  override toString(): string {
    return "Flatten";
  }
}

/** What `Embedding` takes besides its sizes. */
export interface EmbeddingOptions extends BlockOptions {
  dtype?: DType | undefined;
  weightInitializer?: InitializerLike | null | undefined;
  /** Whether the weight's gradient is row-sparse: it holds only the rows that were looked up. */
  sparseGrad?: boolean | undefined;
}

/**
 * The rows of a table that integers stand for.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.Embedding(10, 4);
 * layer.initialize();
 * console.log(layer(nd.ones([2, 3])).shape); // [ 2, 3, 4 ]
 * ```
 */
export class Embedding extends HybridBlock {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "Embedding";
  readonly weight: Parameter;
  readonly #sizes: {
    readonly inputDim: number;
    readonly outputDim: number;
    readonly dtype: DType;
    readonly sparseGrad: boolean;
    readonly name: string;
  };

  /**
   * @param inputDim - the number of rows
   * @param outputDim - their size
   */
  constructor(inputDim: number, outputDim: number, options?: EmbeddingOptions);
  constructor(
    inputDim: number,
    outputDim: number,
    dtype: DType,
    weightInitializer?: InitializerLike | null,
    sparseGrad?: boolean,
    options?: BlockOptions,
  );
  constructor(...args: unknown[]) {
    const values = readBlock(
      "Embedding",
      {
        inputDim: undefined as unknown as number,
        outputDim: undefined as unknown as number,
        dtype: "float32" as DType,
        weightInitializer: null as InitializerLike | null,
        sparseGrad: false,
      },
      args,
    );
    super(values);
    const { inputDim, outputDim, dtype, weightInitializer, sparseGrad } = values;
    this.#sizes = { inputDim, outputDim, dtype, sparseGrad, name: "fwd" };
    this.weight = this.params.get("weight", {
      shape: [inputDim, outputDim],
      init: weightInitializer,
      dtype,
      allowDeferredInit: true,
      gradStype: sparseGrad ? "row_sparse" : "default",
    });
  }

  override hybridForward(F: Functions, x: NDArray, { weight }: ParameterValues): NDArray {
    return F.Embedding(x, weight as NDArray, this.#sizes);
  }

  override toString(): string {
    const { inputDim, outputDim, dtype } = this.#sizes;
    return `Embedding(${inputDim} -> ${outputDim}, ${dtype})`;
  }
}

type AnyFunction = (...args: never[]) => unknown;
type Functionlike = Readonly<Record<string, AnyFunction>>;
type FunctionOfF = (F: Functions, ...inputs: never[]) => unknown;

/** The function of `nd` with this name, or the function itself. */
function functionOf(fn: unknown): AnyFunction {
  const found = typeof fn === "string" ? (nd as unknown as Record<string, unknown>)[fn] : fn;
  if (typeof found === "function") return found as AnyFunction;
  if (typeof fn === "string") throw new MXNetError(`Function name ${fn} is not found in ndarray.`);
  throw new TypeError(`Unrecognized function in lambda: ${describe(fn)}`);
}

/**
 * Wraps a function: `new nn.Lambda("tanh")`, `new nn.Lambda((x) => x.mul(2))`.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.Lambda((x: NDArray) => x.mul(2));
 * console.log(layer(nd.ones([2])).toArray()); // [ 2, 2 ]
 * ```
 */
export class Lambda extends Block {
  static override readonly name: string = "Lambda";
  readonly #fn: AnyFunction;

  constructor(fn: string | ((...inputs: NDArray[]) => unknown), options?: BlockOptions) {
    super(options);
    this.#fn = functionOf(fn);
  }

  override forward(...inputs: never[]): unknown {
    return this.#fn(...inputs);
  }

  override toString(): string {
    return `Lambda(${this.#fn.name})`;
  }
}

/**
 * Wraps a function of `nd` by name, or one that gets `nd` before its inputs: `(F, x) => F.relu(x)`.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.HybridLambda("tanh");
 * console.log(layer(nd.zeros([2])).toArray()); // [ 0, 0 ]
 * ```
 */
export class HybridLambda extends HybridBlock {
  static override readonly name: string = "HybridLambda";
  readonly #fn: FunctionOfF;
  readonly #label: string;

  constructor(fn: string | ((F: Functions, ...inputs: NDArray[]) => unknown), options?: BlockOptions) {
    super(options);
    const found = functionOf(fn);
    this.#label = typeof fn === "string" ? fn : found.name;
    this.#fn =
      typeof fn === "string" ? (F, ...inputs) => (F as never as Functionlike)[fn]?.(...inputs) : (found as FunctionOfF);
  }

  override hybridForward(F: Functions, ...args: never[]): unknown {
    return this.#fn(F, ...args.slice(0, -1));
  }

  override toString(): string {
    return `HybridLambda(${this.#label})`;
  }
}
