// Losses that are zero from a margin on.
import type { NDArray } from "../../nd/ndarray.ts";
import type { BlockOptions } from "../block.ts";
import type { Functions } from "../hybrid-block.ts";
import { Loss, type LossOptions, readLoss } from "./loss.ts";

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
    const { weight, batchAxis, margin, ...options } = readLoss("HingeLoss", { margin: 1 }, args);
    super(weight, batchAxis, options);
    this.#margin = margin;
  }

  override hybridForward(F: Functions, pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray {
    const loss = hinge(F, this.#margin, pred, label);
    return this.sampleMean(this.weighted(F, loss, sampleWeight));
  }
}

/**
 * max(0, margin - pred · label)², for labels -1 and 1.
 *
 * @example
 * ```ts
 * const loss = new gluon.loss.SquaredHingeLoss();
 * console.log(loss(nd.array([[0.5], [2]]), nd.array([[1], [1]])).toArray()); // [ 0.25, 0 ]
 * ```
 */
export class SquaredHingeLoss extends Loss {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "SquaredHingeLoss";
  readonly #margin: number;

  constructor(options?: HingeOptions);
  constructor(margin: number, weight?: number | null, batchAxis?: number, options?: BlockOptions);
  constructor(...args: unknown[]) {
    const { weight, batchAxis, margin, ...options } = readLoss("SquaredHingeLoss", { margin: 1 }, args);
    super(weight, batchAxis, options);
    this.#margin = margin;
  }

  override hybridForward(F: Functions, pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray {
    const loss = F.square(hinge(F, this.#margin, pred, label));
    return this.sampleMean(this.weighted(F, loss, sampleWeight));
  }
}

const hinge = (F: Functions, margin: number, pred: NDArray, label: NDArray): NDArray =>
  F.relu(pred.mul(F.reshapeLike(label, pred)).rsub(margin));
