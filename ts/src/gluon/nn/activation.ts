// Layers that act on each element.
import { MXNetError } from "../../error.ts";
import { Constant, type InitializerLike } from "../../init/index.ts";
import type { NDArray } from "../../nd/ndarray.ts";
import { attrText } from "../../runtime/attrs.ts";
import { readBlock } from "../arguments.ts";
import type { BlockOptions } from "../block.ts";
import { type Functions, HybridBlock, type ParameterValues } from "../hybrid-block.ts";
import type { Parameter } from "../parameter.ts";

/** The functions that `Activation` knows. */
export type ActivationType = "relu" | "sigmoid" | "tanh" | "softrelu" | "softsign";

/**
 * Applies a function to each element: `new nn.Activation("relu")`.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.Activation("relu");
 * console.log(layer(nd.array([-1, 0, 1])));
 * // [0. 0. 1.]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export class Activation extends HybridBlock {
  static override readonly ownsTemporaries: boolean = true;
  // Names are given, because minifiers change those of classes.
  static override readonly name: string = "Activation";
  readonly #type: ActivationType;

  constructor(activation: ActivationType, options?: BlockOptions);
  constructor(...args: unknown[]) {
    const values = readBlock("Activation", { activation: undefined as unknown as ActivationType }, args);
    super({ ...values, hint: values.activation });
    this.#type = values.activation;
  }

  override hybridForward(F: Functions, x: NDArray): NDArray {
    return F.Activation(x, { actType: this.#type, name: "fwd" });
  }

  override toString(): string {
    return `Activation(${this.#type})`;
  }
}

/**
 * x where it is positive, else alpha · x.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.LeakyReLU(0.1);
 * console.log(layer(nd.array([-1, 0, 1])));
 * // [-0.1  0.   1. ]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export class LeakyReLU extends HybridBlock {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "LeakyReLU";
  readonly #alpha: number;

  /** @param alpha - the slope below 0, not negative */
  constructor(alpha: number, options?: BlockOptions);
  constructor(...args: unknown[]) {
    const values = readBlock("LeakyReLU", { alpha: undefined as unknown as number }, args);
    if (!(values.alpha >= 0)) throw new MXNetError("Slope coefficient for LeakyReLU must be no less than 0.");
    super(values);
    this.#alpha = values.alpha;
  }

  override hybridForward(F: Functions, x: NDArray): NDArray {
    return F.LeakyReLU(x, { actType: "leaky", slope: this.#alpha, name: "fwd" });
  }

  override toString(): string {
    return `LeakyReLU(${attrText(this.#alpha)})`;
  }
}

/** What `PReLU` takes. */
export interface PReLUOptions extends BlockOptions {
  /** The initializer of the slopes; 0.25 by default. */
  alphaInitializer?: InitializerLike | undefined;
  /** The number of slopes: one for all, or one a channel. */
  inChannels?: number | undefined;
}

/**
 * x where it is positive, else alpha · x with a learned alpha.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.PReLU();
 * layer.initialize();
 * console.log(layer(nd.array([[-1, 0, 1]])).toArray()); // [ [ -0.25, 0, 1 ] ]
 * ```
 */
export class PReLU extends HybridBlock {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "PReLU";
  readonly alpha: Parameter;

  constructor(options?: PReLUOptions);
  constructor(alphaInitializer: InitializerLike, inChannels?: number, options?: PReLUOptions);
  constructor(...args: unknown[]) {
    const values = readBlock("PReLU", { alphaInitializer: null as InitializerLike | null, inChannels: 1 }, args);
    super(values);
    const init = values.alphaInitializer ?? new Constant(0.25);
    this.alpha = this.params.get("alpha", { shape: [values.inChannels], init });
  }

  override hybridForward(F: Functions, x: NDArray, { alpha }: ParameterValues): NDArray {
    return F.LeakyReLU(x, alpha as NDArray, { actType: "prelu", name: "fwd" });
  }
}

/**
 * x where it is positive, else alpha · (eˣ - 1).
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.ELU();
 * console.log(layer(nd.array([-1, 0, 1])));
 * // [-0.63212055  0.          1.        ]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export class ELU extends HybridBlock {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "ELU";
  readonly #alpha: number;

  constructor(alpha?: number, options?: BlockOptions);
  constructor(options?: BlockOptions & { alpha?: number });
  constructor(...args: unknown[]) {
    const values = readBlock("ELU", { alpha: 1 }, args);
    super(values);
    this.#alpha = values.alpha;
  }

  override hybridForward(F: Functions, x: NDArray): NDArray {
    return F.LeakyReLU(x, { actType: "elu", slope: this.#alpha });
  }
}

/**
 * The scaled ELU that keeps mean 0 and variance 1.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.SELU();
 * console.log(layer(nd.array([-1, 0, 1])));
 * // [-1.1113307  0.         1.050701 ]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export class SELU extends HybridBlock {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "SELU";

  override hybridForward(F: Functions, x: NDArray): NDArray {
    return F.LeakyReLU(x, { actType: "selu", name: "fwd" });
  }
}

/**
 * x times the normal distribution's probability below x, by the error function.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.GELU();
 * console.log(layer(nd.array([-1, 0, 1])));
 * // [-0.15865526  0.          0.8413447 ]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export class GELU extends HybridBlock {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "GELU";

  override hybridForward(F: Functions, x: NDArray): NDArray {
    return F.LeakyReLU(x, { actType: "gelu", name: "fwd" });
  }
}

/**
 * x · sigmoid(beta · x).
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.Swish();
 * console.log(layer(nd.array([-1, 0, 1])));
 * // [-0.26894143  0.          0.7310586 ]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export class Swish extends HybridBlock {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "Swish";
  readonly #beta: number;

  constructor(beta?: number, options?: BlockOptions);
  constructor(options?: BlockOptions & { beta?: number });
  constructor(...args: unknown[]) {
    const values = readBlock("Swish", { beta: 1 }, args);
    super(values);
    this.#beta = values.beta;
  }

  override hybridForward(F: Functions, x: NDArray): NDArray {
    return x.mul(F.sigmoid(x.mul(this.#beta), { name: "fwd" }));
  }
}
