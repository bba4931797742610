// Initializers that draw from MXNet's random streams.
import { MXNetError } from "../error.ts";
import { invoke } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { normal, uniform } from "../nd/random.ts";
import { scope } from "../scope.ts";
import { expectText, readArguments } from "./arguments.ts";
import { Initializer, type Name } from "./initializer.ts";
import { type Json, type Real, toNumber } from "./json.ts";

/** Runs a draw; its errors name the initializer and the parameter. */
function drawing(what: string, name: Name, draw: () => void): void {
  try {
    draw();
  } catch (cause) {
    if (!(cause instanceof MXNetError)) throw cause;
    throw new MXNetError(`${what} initializer of ${name}: ${cause.message}`, { cause });
  }
}

/**
 * Weights spread evenly over [-scale, scale].
 *
 * @example
 * ```ts
 * const x = nd.empty([1, 3]);
 * mx.random.seed(0);
 * new init.Uniform(0.1)(new init.InitDesc("weight"), x);
 * console.log(x);
 * // [[0.0097627  0.01856892 0.04303787]]
 * // <NDArray 1x3 @cpu(0)>
 * ```
 */
export class Uniform extends Initializer {
  readonly scale: number;

  constructor(scale?: Real | { scale?: Real });
  constructor(...args: unknown[]) {
    const given = readArguments("Uniform", { scale: 0.07 as Real }, args);
    super(given);
    this.scale = toNumber(given.scale, "Uniform: scale");
  }

  override _initWeight(name: Name, arr: NDArray): void {
    drawing("Uniform", name, () => uniform(-this.scale, this.scale, arr.shape, { out: arr }));
  }
}

/**
 * Weights of a normal distribution with mean 0 and standard deviation sigma.
 *
 * @example
 * ```ts
 * const x = nd.empty([1, 3]);
 * mx.random.seed(0);
 * new init.Normal(0.1)(new init.InitDesc("weight"), x);
 * console.log(x);
 * // [[0.22122064 0.07740038 0.10434403]]
 * // <NDArray 1x3 @cpu(0)>
 * ```
 */
export class Normal extends Initializer {
  readonly sigma: number;

  constructor(sigma?: Real | { sigma?: Real });
  constructor(...args: unknown[]) {
    const given = readArguments("Normal", { sigma: 0.01 as Real }, args);
    super(given);
    this.sigma = toNumber(given.sigma, "Normal: sigma");
  }

  override _initWeight(name: Name, arr: NDArray): void {
    drawing("Normal", name, () => normal(0, this.sigma, arr.shape, { out: arr }));
  }
}

/** Options of `Orthogonal`. */
export interface OrthogonalOptions {
  scale?: Real;
  randType?: "uniform" | "normal";
}

/**
 * Weights that are `scale` times a matrix with orthonormal rows or columns (a weight of more axes counts as a matrix of
 * its first axis and the rest): https://arxiv.org/abs/1312.6120. The signs of rows or columns may differ from MXNet's.
 *
 * @example
 * ```ts
 * const x = nd.empty([2, 2]);
 * new init.Orthogonal({ scale: 1 })(new init.InitDesc("weight"), x);
 * const product = nd.dot(x, x.T); // the unit matrix
 * ```
 */
export class Orthogonal extends Initializer {
  readonly scale: number;
  readonly randType: string;

  constructor(options?: OrthogonalOptions);
  constructor(scale?: Real, randType?: "uniform" | "normal", options?: OrthogonalOptions);
  constructor(...args: unknown[]) {
    // biome-ignore lint/suspicious/noApproximativeNumericConstant: MXNet's default
    const given = readArguments("Orthogonal", { scale: 1.414 as Real, randType: "uniform" }, args);
    super(given);
    this.scale = toNumber(given.scale, "Orthogonal: scale");
    this.randType = expectText(given.randType, "Orthogonal: randType");
  }

  override _initWeight(name: Name, arr: NDArray): void {
    const shape = arr.shape;
    const rows = shape[0] as number;
    const columns = shape.slice(1).reduce((n, d) => n * d, 1);
    if (shape.length < 2) {
      throw new MXNetError(`Orthogonal initializer of ${name}: shape is (${shape}), expected at least 2 axes`);
    }
    if (this.randType !== "uniform" && this.randType !== "normal") {
      throw new MXNetError(
        `Orthogonal initializer of ${name}: randType is "${this.randType}", expected "uniform" or "normal"`,
      );
    }
    scope(() => {
      const draws = this.randType === "uniform" ? uniform(-1, 1, [rows, columns]) : normal(0, 1, [rows, columns]);
      const [u, , vt] = invoke("_svd", [draws]) as [NDArray, NDArray, NDArray];
      arr.set((rows >= columns ? u : vt).mul(this.scale).reshape(shape));
    });
  }
}

/** Options of `Xavier`. */
export interface XavierOptions {
  rndType?: "uniform" | "gaussian";
  factorType?: "avg" | "in" | "out";
  magnitude?: Real | string;
}

/** Python's `float(value)`. */
function readMagnitude(value: unknown): number {
  if (typeof value !== "string") return toNumber(value, "Xavier: magnitude");
  const number = Number(value);
  if (value.trim() === "" || Number.isNaN(number)) {
    throw new MXNetError(`Xavier: magnitude is "${value}", expected a number`);
  }
  return number;
}

/**
 * Weights scaled so that gradients keep their magnitude through the layers: with s = √(magnitude / factor), uniform over
 * [-s, s] or normal with standard deviation s. The factor is the number of inputs of a unit (`"in"`), of its outputs
 * (`"out"`), or their mean (`"avg"`). Weights have at least 2 axes.
 *
 * @example
 * ```ts
 * const x = nd.empty([2, 2]);
 * mx.random.seed(0);
 * new init.Xavier({ factorType: "in", magnitude: 2.45 })(new init.InitDesc("weight"), x);
 * console.log(x);
 * // [[0.10805333 0.20552027]
 * //  [0.47634196 0.7620648 ]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export class Xavier extends Initializer {
  readonly rndType: string;
  readonly factorType: string;
  readonly magnitude: number;

  constructor(options?: XavierOptions);
  constructor(
    rndType?: "uniform" | "gaussian",
    factorType?: "avg" | "in" | "out",
    magnitude?: Real | string,
    options?: XavierOptions,
  );
  constructor(...args: unknown[]) {
    const defaults = { rndType: "uniform", factorType: "avg", magnitude: 3 as Json };
    const given = readArguments("Xavier", defaults, args);
    super(given);
    this.rndType = expectText(given.rndType, "Xavier: rndType");
    this.factorType = expectText(given.factorType, "Xavier: factorType");
    this.magnitude = readMagnitude(given.magnitude);
  }

  override _initWeight(name: Name, arr: NDArray): void {
    const shape = arr.shape;
    const [outputs, inputs, ...window] = shape;
    if (outputs === undefined || inputs === undefined) {
      throw new MXNetError(`Xavier initializer cannot be applied to vector ${name}. It requires at least 2D.`);
    }
    const area = window.reduce((n, d) => n * d, 1);
    const scale = Math.sqrt(this.magnitude / this.#factor(name, inputs * area, outputs * area));
    if (this.rndType === "uniform") drawing("Xavier", name, () => uniform(-scale, scale, shape, { out: arr }));
    else if (this.rndType === "gaussian") drawing("Xavier", name, () => normal(0, scale, shape, { out: arr }));
    else {
      throw new MXNetError(
        `Xavier initializer of ${name}: Unknown random type "${this.rndType}", expected "uniform" or "gaussian"`,
      );
    }
  }

  #factor(name: Name, fanIn: number, fanOut: number): number {
    switch (this.factorType) {
      case "avg":
        return (fanIn + fanOut) / 2;
      case "in":
        return fanIn;
      case "out":
        return fanOut;
      default:
        throw new MXNetError(
          `Xavier initializer of ${name}: Incorrect factor type "${this.factorType}", expected "avg", "in" or "out"`,
        );
    }
  }
}

/** Options of `MSRAPrelu`. */
export interface MSRAPreluOptions {
  factorType?: "avg" | "in" | "out";
  slope?: Real;
}

/**
 * Xavier for layers followed by a (leaky, parametric) ReLU: gaussian with magnitude 2 / (1 + slope²). https://arxiv.org/abs/1502.01852
 *
 * @example
 * ```ts
 * const x = nd.empty([2, 2]);
 * mx.random.seed(0);
 * new init.MSRAPrelu()(new init.InitDesc("weight"), x);
 * console.log(x);
 * // [[2.1461554  0.75089395]
 * //  [1.0122858  1.1485764 ]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export class MSRAPrelu extends Xavier {
  constructor(options?: MSRAPreluOptions);
  constructor(factorType?: "avg" | "in" | "out", slope?: Real, options?: MSRAPreluOptions);
  constructor(...args: unknown[]) {
    const given = readArguments("MSRAPrelu", { factorType: "avg" as "avg" | "in" | "out", slope: 0.25 as Real }, args);
    super("gaussian", given.factorType, 2 / (1 + toNumber(given.slope, "MSRAPrelu: slope") ** 2));
    this._kwargs = { factor_type: given.factorType, slope: given.slope };
  }
}
