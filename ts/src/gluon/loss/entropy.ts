// Losses of probabilities, and of what becomes such.
import { MXNetError } from "../../error.ts";
import { describe } from "../../nd/invoke.ts";
import type { NDArray } from "../../nd/ndarray.ts";
import type { GraphSymbol } from "../../symbol/symbol.ts";
import type { BlockOptions } from "../block.ts";
import type { Functions } from "../hybrid-block.ts";
import { Loss, type LossOptions, readLoss, real } from "./loss.ts";

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
    const own = { axis: -1, sparseLabel: true, fromLogits: false };
    const { axis, sparseLabel, fromLogits, weight, batchAxis, ...options } = readLoss(
      "SoftmaxCrossEntropyLoss",
      own,
      args,
    );
    super(weight, batchAxis, options);
    this.#axis = axis;
    this.#sparseLabel = sparseLabel;
    this.#fromLogits = fromLogits;
  }

  override hybridForward(F: Functions, pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray {
    const axis = this.#axis;
    const logs = this.#fromLogits ? pred : F.logSoftmax(pred, { axis });
    const picked = this.#sparseLabel
      ? F.pick(logs, label, { axis, keepdims: true })
      : F.sum(logs.mul(F.reshapeLike(label, logs)), { axis, keepdims: true });
    return this.sampleMean(this.weighted(F, picked.neg(), sampleWeight));
  }
}

export interface SigmoidBinaryCrossEntropyLoss {
  /**
   * The loss of each sample.
   *
   * @param posWeight - multiplies the losses of positive labels; broadcasts
   */
  (pred: NDArray, label: NDArray, sampleWeight?: NDArray | null, posWeight?: NDArray | null): NDArray;
  /** The same as a symbol. */
  (
    pred: GraphSymbol,
    label: GraphSymbol,
    sampleWeight?: GraphSymbol | null,
    posWeight?: GraphSymbol | null,
  ): GraphSymbol;
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
    const { weight, batchAxis, fromSigmoid, ...options } = readLoss(
      "SigmoidBinaryCrossEntropyLoss",
      { fromSigmoid: false },
      args,
    );
    super(weight, batchAxis, options);
    this.#fromSigmoid = fromSigmoid;
  }

  override hybridForward(
    F: Functions,
    pred: NDArray,
    label: NDArray,
    sampleWeight?: NDArray | null,
    posWeight?: NDArray | null,
  ): NDArray {
    const y = F.reshapeLike(label, pred);
    const loss = this.#fromSigmoid ? ofProbabilities(F, pred, y, posWeight) : ofLogits(F, pred, y, posWeight);
    return this.sampleMean(this.weighted(F, loss, sampleWeight));
  }
}

/** log(1 + e⁻|x|) */
const tail = (F: Functions, x: NDArray): NDArray => F.Activation(F.abs(x).neg(), { actType: "softrelu" });

/** The form that neither overflows nor cancels. */
function ofLogits(F: Functions, pred: NDArray, y: NDArray, posWeight: NDArray | null | undefined): NDArray {
  if (!posWeight) return F.relu(pred).sub(pred.mul(y)).add(tail(F, pred));
  const factor = F.broadcastMul(posWeight.sub(1), y).add(1);
  return pred.sub(pred.mul(y)).add(factor.mul(tail(F, pred).add(F.relu(pred.neg()))));
}

function ofProbabilities(F: Functions, pred: NDArray, y: NDArray, posWeight: NDArray | null | undefined): NDArray {
  const eps = 1e-12;
  const one = real(pred, 1);
  const positive = F.log(pred.add(eps)).mul(y);
  const negative = F.log(pred.rsub(one).add(eps)).mul(y.rsub(one));
  return (posWeight ? F.broadcastMul(positive, posWeight) : positive).add(negative).neg();
}

/** What `LogisticLoss` takes. */
export interface LogisticOptions extends LossOptions {
  /** Whether labels are -1 and 1, the default, or 0 and 1. */
  labelFormat?: "signed" | "binary" | undefined;
}

/**
 * log(1 + exp(-pred · label)), for labels -1 and 1, or 0 and 1.
 *
 * @example
 * ```ts
 * const loss = new gluon.loss.LogisticLoss({ labelFormat: "binary" });
 * console.log(loss(nd.zeros([2, 1]), nd.array([[0], [1]])).toArray()); // [ 0.6931471824645996, 0.6931471824645996 ]
 * ```
 */
export class LogisticLoss extends Loss {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "LogisticLoss";
  readonly #signed: boolean;

  constructor(options?: LogisticOptions);
  constructor(weight: number | null, batchAxis?: number, labelFormat?: "signed" | "binary", options?: BlockOptions);
  constructor(...args: unknown[]) {
    const after = { labelFormat: "signed" };
    const { weight, batchAxis, labelFormat, ...options } = readLoss("LogisticLoss", {}, args, after);
    if (labelFormat !== "signed" && labelFormat !== "binary") {
      throw new MXNetError(`LogisticLoss: labelFormat must be "signed" or "binary", got ${describe(labelFormat)}`);
    }
    super(weight, batchAxis, options);
    this.#signed = labelFormat === "signed";
  }

  override hybridForward(F: Functions, pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray {
    const given = F.reshapeLike(label, pred);
    const y = this.#signed ? given.add(real(given, 1)).div(real(given, 2)) : given;
    return this.sampleMean(this.weighted(F, ofLogits(F, pred, y, null), sampleWeight));
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
    const own = { fromLogits: true, axis: -1 };
    const { weight, batchAxis, fromLogits, axis, ...options } = readLoss("KLDivLoss", own, args);
    super(weight, batchAxis, options);
    this.#fromLogits = fromLogits;
    this.#axis = axis;
  }

  override hybridForward(F: Functions, pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray {
    const logs = this.#fromLogits ? pred : F.logSoftmax(pred, { axis: this.#axis });
    const loss = label.mul(F.log(label.add(1e-12)).sub(logs));
    return this.sampleSum(this.weighted(F, loss, sampleWeight));
  }
}
