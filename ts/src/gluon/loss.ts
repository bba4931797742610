// mx.gluon.loss

import * as nd from "../nd/index.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { readBlock } from "./arguments.ts";
import type { BlockOptions } from "./block.ts";
import { HybridBlock } from "./hybrid-block.ts";
import { floatText } from "./text.ts";

/** What every loss takes. */
export interface LossOptions extends BlockOptions {
  /** Multiplies the loss. */
  weight?: number | null | undefined;
  /** The axis of samples; 0 by default. */
  batchAxis?: number | undefined;
}

export interface Loss {
  /**
   * The loss of each sample.
   *
   * @param pred - predictions
   * @param label - what they should be
   * @param sampleWeight - multiplies the losses; broadcasts
   */
  (pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray;
}

/**
 * The base of losses.
 *
 * @example
 * ```ts
 * class SquaredError extends gluon.loss.Loss {
 *   constructor() {
 *     super(null, 0);
 *   }
 *
 *   override forward(pred: NDArray, label: NDArray): NDArray {
 *     return this.sampleMean(this.weighted(nd.square(pred.sub(label)), null));
 *   }
 * }
 * console.log(new SquaredError()(nd.array([[1], [3]]), nd.zeros([2, 1])).toArray()); // [ 1, 9 ]
 * ```
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: instances can be called, which only an interface can say
export abstract class Loss extends HybridBlock {
  readonly #weight: number | null;
  readonly #batchAxis: number;

  constructor(weight: number | null, batchAxis: number, options: BlockOptions = {}) {
    if (weight !== null && typeof weight !== "number") throw new TypeError("weight must be a number");
    super(options);
    this.#weight = weight;
    this.#batchAxis = batchAxis;
  }

  /** Multiplies by the weights of samples and the weight of the loss. */
  protected weighted(loss: NDArray, sampleWeight: NDArray | null | undefined, factor = 1): NDArray {
    const sampled = sampleWeight ? nd.broadcastMul(loss, sampleWeight) : loss;
    return this.#weight === null ? sampled : sampled.mul(this.#weight * factor);
  }

  /** The mean over all axes but that of samples. */
  protected sampleMean(loss: NDArray): NDArray {
    return nd.mean(loss, { axis: this.#batchAxis, exclude: true });
  }

  /** The sum over all axes but that of samples. */
  protected sampleSum(loss: NDArray): NDArray {
    return nd.sum(loss, { axis: this.#batchAxis, exclude: true });
  }

  override toString(): string {
    return `${this.constructor.name}(batch_axis=${this.#batchAxis}, w=${floatText(this.#weight)})`;
  }
}

/** Labels in the shape of predictions. */
function like(label: NDArray, pred: NDArray): NDArray {
  return nd.reshapeLike(label, pred);
}

/** log(1 + eˣ) */
function softplus(x: NDArray): NDArray {
  return nd.Activation(x, { actType: "softrelu" });
}

/**
 * ½ · weight · mean (label - pred)²
 *
 * @example
 * ```ts
 * const loss = new gluon.loss.L2Loss();
 * console.log(loss(nd.array([[1, 2], [3, 4]]), nd.zeros([2, 2])).toArray()); // [ 1.25, 6.25 ]
 * ```
 */
export class L2Loss extends Loss {
  static override readonly ownsTemporaries: boolean = true;
  // Names are given, because minifiers change those of classes.
  static override readonly name: string = "L2Loss";

  constructor(options?: LossOptions);
  constructor(weight: number | null, batchAxis?: number, options?: BlockOptions);
  constructor(...args: unknown[]) {
    const { weight, batchAxis, ...options } = readBlock("L2Loss", { weight: 1 as number | null, batchAxis: 0 }, args);
    super(weight, batchAxis, options);
  }

  override forward(pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray {
    const loss = nd.square(like(label, pred).sub(pred));
    return this.sampleMean(this.weighted(loss, sampleWeight, 0.5));
  }
}

/**
 * weight · mean |label - pred|
 *
 * @example
 * ```ts
 * const loss = new gluon.loss.L1Loss();
 * console.log(loss(nd.array([[1, 2], [3, 4]]), nd.zeros([2, 2])).toArray()); // [ 1.5, 3.5 ]
 * ```
 */
export class L1Loss extends Loss {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "L1Loss";

  constructor(options?: LossOptions);
  constructor(weight: number | null, batchAxis?: number, options?: BlockOptions);
  constructor(...args: unknown[]) {
    const { weight, batchAxis, ...options } = readBlock(
      "L1Loss",
      { weight: null as number | null, batchAxis: 0 },
      args,
    );
    super(weight, batchAxis, options);
  }

  override forward(pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray {
    return this.sampleMean(this.weighted(nd.abs(like(label, pred).sub(pred)), sampleWeight));
  }
}

/** What `SoftmaxCrossEntropyLoss` takes. */
export interface SoftmaxCrossEntropyOptions extends LossOptions {
  /** The axis of classes; the last by default. */
  axis?: number | undefined;
  /** Whether labels are numbers of classes (the default), not probabilities of all. */
  sparseLabel?: boolean | undefined;
  /** Whether predictions are log-probabilities already. */
  fromLogits?: boolean | undefined;
}

/**
 * The cross entropy of labels and the softmax of predictions: -log softmax(pred)[label].
 *
 * @example
 * ```ts
 * const loss = new gluon.loss.SoftmaxCrossEntropyLoss();
 * const scores = nd.zeros([2, 10]);
 * scores.attachGrad();
 * autograd.record(() => loss(scores, nd.array([3, 7]))).backward();
 * ```
 */
export class SoftmaxCrossEntropyLoss extends Loss {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "SoftmaxCrossEntropyLoss";
  readonly #axis: number;
  readonly #sparseLabel: boolean;
  readonly #fromLogits: boolean;

  constructor(options?: SoftmaxCrossEntropyOptions);
  constructor(axis: number, sparseLabel?: boolean, fromLogits?: boolean, options?: LossOptions);
  constructor(...args: unknown[]) {
    const defaults = { axis: -1, sparseLabel: true, fromLogits: false, weight: null as number | null, batchAxis: 0 };
    const { weight, batchAxis, axis, sparseLabel, fromLogits, ...options } = readBlock(
      "SoftmaxCrossEntropyLoss",
      defaults,
      args,
    );
    super(weight, batchAxis, options);
    this.#axis = axis;
    this.#sparseLabel = sparseLabel;
    this.#fromLogits = fromLogits;
  }

  override forward(pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray {
    const axis = this.#axis;
    const logs = this.#fromLogits ? pred : nd.logSoftmax(pred, { axis });
    const picked = this.#sparseLabel
      ? nd.pick(logs, label, { axis, keepdims: true })
      : nd.sum(logs.mul(like(label, logs)), { axis, keepdims: true });
    return this.sampleMean(this.weighted(picked.neg(), sampleWeight));
  }
}

export { SoftmaxCrossEntropyLoss as SoftmaxCELoss };

export interface SigmoidBinaryCrossEntropyLoss {
  /**
   * The loss of each sample.
   *
   * @param posWeight - multiplies the losses of positive labels; broadcasts
   */
  (pred: NDArray, label: NDArray, sampleWeight?: NDArray | null, posWeight?: NDArray | null): NDArray;
}

/** What `SigmoidBinaryCrossEntropyLoss` takes. */
export interface SigmoidBinaryCrossEntropyOptions extends LossOptions {
  /** Whether predictions are probabilities already. */
  fromSigmoid?: boolean | undefined;
}

/**
 * The cross entropy of labels 0 and 1 and the sigmoid of predictions.
 *
 * @example
 * ```ts
 * const loss = new gluon.loss.SigmoidBinaryCrossEntropyLoss();
 * console.log(loss(nd.zeros([2, 1]), nd.array([[0], [1]])).shape); // [ 2 ]
 * ```
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: instances can be called, which only an interface can say
export class SigmoidBinaryCrossEntropyLoss extends Loss {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "SigmoidBinaryCrossEntropyLoss";
  readonly #fromSigmoid: boolean;

  constructor(options?: SigmoidBinaryCrossEntropyOptions);
  constructor(fromSigmoid: boolean, weight?: number | null, batchAxis?: number, options?: BlockOptions);
  constructor(...args: unknown[]) {
    const defaults = { fromSigmoid: false, weight: null as number | null, batchAxis: 0 };
    const { weight, batchAxis, fromSigmoid, ...options } = readBlock("SigmoidBinaryCrossEntropyLoss", defaults, args);
    super(weight, batchAxis, options);
    this.#fromSigmoid = fromSigmoid;
  }

  override forward(pred: NDArray, label: NDArray, sampleWeight?: NDArray | null, posWeight?: NDArray | null): NDArray {
    const y = like(label, pred);
    const loss = this.#fromSigmoid ? ofProbabilities(pred, y, posWeight) : ofLogits(pred, y, posWeight);
    return this.sampleMean(this.weighted(loss, sampleWeight));
  }
}

export { SigmoidBinaryCrossEntropyLoss as SigmoidBCELoss };

/** The form that neither overflows nor cancels. */
function ofLogits(pred: NDArray, y: NDArray, posWeight: NDArray | null | undefined): NDArray {
  const tail = softplus(nd.abs(pred).neg());
  if (!posWeight) return nd.relu(pred).sub(pred.mul(y)).add(tail);
  const factor = nd.broadcastMul(posWeight.sub(1), y).add(1);
  return pred.sub(pred.mul(y)).add(factor.mul(tail.add(nd.relu(pred.neg()))));
}

function ofProbabilities(pred: NDArray, y: NDArray, posWeight: NDArray | null | undefined): NDArray {
  const eps = 1e-12;
  const positive = nd.log(pred.add(eps)).mul(y);
  const negative = nd.log(pred.rsub(1).add(eps)).mul(y.rsub(1));
  return (posWeight ? nd.broadcastMul(positive, posWeight) : positive).add(negative).neg();
}

/** What `HuberLoss` takes. */
export interface HuberOptions extends LossOptions {
  /** Where the loss turns from square to linear; 1 by default. */
  rho?: number | undefined;
}

/**
 * With d = |label - pred|: d - rho / 2 where d > rho, else d² / (2 rho).
 *
 * @example
 * ```ts
 * const loss = new gluon.loss.HuberLoss();
 * console.log(loss(nd.array([[0.5], [3]]), nd.zeros([2, 1])).toArray()); // [ 0.125, 2.5 ]
 * ```
 */
export class HuberLoss extends Loss {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "HuberLoss";
  readonly #rho: number;

  constructor(options?: HuberOptions);
  constructor(rho: number, weight?: number | null, batchAxis?: number, options?: BlockOptions);
  constructor(...args: unknown[]) {
    const defaults = { rho: 1, weight: null as number | null, batchAxis: 0 };
    const { weight, batchAxis, rho, ...options } = readBlock("HuberLoss", defaults, args);
    super(weight, batchAxis, options);
    this.#rho = rho;
  }

  override forward(pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray {
    const rho = this.#rho;
    const d = nd.abs(like(label, pred).sub(pred));
    const loss = nd.where(d.greater(rho), d.sub(0.5 * rho), nd.square(d).mul(0.5 / rho));
    return this.sampleMean(this.weighted(loss, sampleWeight));
  }
}

/** What `HingeLoss` takes. */
export interface HingeOptions extends LossOptions {
  /** How far on the right side a prediction must be; 1 by default. */
  margin?: number | undefined;
}

/**
 * max(0, margin - pred · label), for labels -1 and 1.
 *
 * @example
 * ```ts
 * const loss = new gluon.loss.HingeLoss();
 * console.log(loss(nd.array([[0.5], [2]]), nd.array([[1], [1]])).toArray()); // [ 0.5, 0 ]
 * ```
 */
export class HingeLoss extends Loss {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "HingeLoss";
  readonly #margin: number;

  constructor(options?: HingeOptions);
  constructor(margin: number, weight?: number | null, batchAxis?: number, options?: BlockOptions);
  constructor(...args: unknown[]) {
    const defaults = { margin: 1, weight: null as number | null, batchAxis: 0 };
    const { weight, batchAxis, margin, ...options } = readBlock("HingeLoss", defaults, args);
    super(weight, batchAxis, options);
    this.#margin = margin;
  }

  override forward(pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray {
    const loss = nd.relu(pred.mul(like(label, pred)).rsub(this.#margin));
    return this.sampleMean(this.weighted(loss, sampleWeight));
  }
}

/** What `KLDivLoss` takes. */
export interface KLDivOptions extends LossOptions {
  /** Whether predictions are log-probabilities (the default); else their log softmax is taken. */
  fromLogits?: boolean | undefined;
  /** The axis of classes; the last by default. */
  axis?: number | undefined;
}

/**
 * The Kullback-Leibler divergence, summed over the classes: Σ label · (log label - pred).
 *
 * @example
 * ```ts
 * const loss = new gluon.loss.KLDivLoss({ fromLogits: false });
 * console.log(loss(nd.zeros([1, 2]), nd.array([[0.5, 0.5]])).shape); // [ 1 ]
 * ```
 */
export class KLDivLoss extends Loss {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "KLDivLoss";
  readonly #fromLogits: boolean;
  readonly #axis: number;

  constructor(options?: KLDivOptions);
  constructor(fromLogits: boolean, axis?: number, weight?: number | null, batchAxis?: number, options?: BlockOptions);
  constructor(...args: unknown[]) {
    const defaults = { fromLogits: true, axis: -1, weight: null as number | null, batchAxis: 0 };
    const { weight, batchAxis, fromLogits, axis, ...options } = readBlock("KLDivLoss", defaults, args);
    super(weight, batchAxis, options);
    this.#fromLogits = fromLogits;
    this.#axis = axis;
  }

  override forward(pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray {
    const logs = this.#fromLogits ? pred : nd.logSoftmax(pred, { axis: this.#axis });
    const loss = label.mul(nd.log(label.add(1e-12)).sub(logs));
    return this.sampleSum(this.weighted(loss, sampleWeight));
  }
}
