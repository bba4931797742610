import type { InitializerLike } from "../../init/index.ts";
import type { DType } from "../../nd/dtype.ts";
import type { NDArray } from "../../nd/ndarray.ts";
import { readBlock } from "../arguments.ts";
import type { BlockOptions } from "../block.ts";
import { type Functions, HybridBlock, type ParameterValues } from "../hybrid-block.ts";
import type { Parameter } from "../parameter.ts";
import { Activation, type ActivationType } from "./activation.ts";

/** What `Dense` takes besides the number of units. */
export interface DenseOptions extends BlockOptions {
  /** A function applied to the result. */
  activation?: ActivationType | null | undefined;
  /** Whether there is a bias; true by default. */
  useBias?: boolean | undefined;
  /** Whether all axes but the first are taken as one; true by default. Otherwise the last is transformed. */
  flatten?: boolean | undefined;
  dtype?: DType | undefined;
  weightInitializer?: InitializerLike | null | undefined;
  biasInitializer?: InitializerLike | null | undefined;
  /** The size of the input; found at the first call when it is 0. */
  inUnits?: number | undefined;
}

/**
 * A fully connected layer: activation(x · weightᵀ + bias), with a weight of shape (units, inUnits).
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.Dense(10, { activation: "relu" });
 * layer.initialize();
 * console.log(layer(nd.ones([2, 4])).shape); // [ 2, 10 ]
 * ```
 */
export class Dense extends HybridBlock {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "Dense";
  readonly weight: Parameter;
  readonly bias: Parameter | null;
  readonly act: Activation | null;
  readonly #units: number;
  readonly #flatten: boolean;

  /**
   * @param units - the size of the output
   * @example
   * ```ts
   * new gluon.nn.Dense(10);
   * new gluon.nn.Dense(10, { activation: "relu" });
   * ```
   */
  constructor(units: number, options?: DenseOptions);
  constructor(options: DenseOptions & { units: number });
  constructor(
    units: number,
    activation: ActivationType | null,
    useBias?: boolean,
    flatten?: boolean,
    dtype?: DType,
    weightInitializer?: InitializerLike | null,
    biasInitializer?: InitializerLike | null,
    inUnits?: number,
    options?: DenseOptions,
  );
  constructor(...args: unknown[]) {
    const values = readBlock(
      "Dense",
      {
        units: undefined as unknown as number,
        activation: null as ActivationType | null,
        useBias: true,
        flatten: true,
        dtype: "float32" as DType,
        weightInitializer: null as InitializerLike | null,
        biasInitializer: "zeros" as InitializerLike | null,
        inUnits: 0,
      },
      args,
    );
    super(values);
    const { units, inUnits, dtype, activation } = values;
    this.#units = units;
    this.#flatten = values.flatten;
    const shared = { dtype, allowDeferredInit: true };
    this.weight = this.params.get("weight", { shape: [units, inUnits], init: values.weightInitializer, ...shared });
    this.bias = values.useBias
      ? this.params.get("bias", { shape: [units], init: values.biasInitializer, ...shared })
      : null;
    this.act = activation ? this.nameScope(() => new Activation(activation, { prefix: `${activation}_` })) : null;
  }

  override inferShape(x: NDArray): void {
    const shape = x.shape;
    const inUnits = this.#flatten ? shape.slice(1).reduce((n, d) => n * d, 1) : (shape.at(-1) as number);
    this.weight.shape = [this.#units, inUnits];
  }

  override hybridForward(F: Functions, x: NDArray, { weight, bias }: ParameterValues): NDArray {
    const options = { numHidden: this.#units, noBias: !bias, flatten: this.#flatten, name: "fwd" };
    const y = F.FullyConnected(x, weight as NDArray, bias ?? null, options);
    return this.act ? this.act(y) : y;
  }

  override toString(): string {
    const [units, inUnits] = this.weight.shape as readonly number[];
    return `${this.constructor.name}(${inUnits || "None"} -> ${units}, ${this.act ?? "linear"})`;
  }
}
