// Losses of the difference between predictions and labels.
import type { NDArray } from "../../nd/ndarray.ts";
import type { BlockOptions } from "../block.ts";
import type { Functions } from "../hybrid-block.ts";
import { Loss, type LossOptions, readLoss, real } from "./loss.ts";

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
    const { weight, batchAxis, ...options } = readLoss("L2Loss", {}, args, {}, 1);
    super(weight, batchAxis, options);
  }

  override hybridForward(F: Functions, pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray {
    const loss = F.square(F.reshapeLike(label, pred).sub(pred));
    return this.sampleMean(this.weighted(F, loss, sampleWeight, 2));
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
    const { weight, batchAxis, ...options } = readLoss("L1Loss", {}, args);
    super(weight, batchAxis, options);
  }

  override hybridForward(F: Functions, pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray {
    const loss = F.abs(F.reshapeLike(label, pred).sub(pred));
    return this.sampleMean(this.weighted(F, loss, sampleWeight));
  }
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
    const { weight, batchAxis, rho, ...options } = readLoss("HuberLoss", { rho: 1 }, args);
    super(weight, batchAxis, options);
    this.#rho = rho;
  }

  override hybridForward(F: Functions, pred: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray {
    const rho = this.#rho;
    const d = F.abs(F.reshapeLike(label, pred).sub(pred));
    const far = d.greater(rho);
    const loss = F.where(far, d.sub(real(d, 0.5 * rho)), F.square(d).mul(real(d, 0.5 / rho)));
    return this.sampleMean(this.weighted(F, loss, sampleWeight));
  }
}
