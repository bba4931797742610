import { invoke } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";
import type { MomentsOptions } from "./adam.ts";
import { createZeros, Optimizer, type OptimizerState } from "./optimizer.ts";
import { readOptions } from "./options.ts";

/** What `LAMB` takes. */
export interface LAMBOptions extends MomentsOptions {
  /** Keeps the denominator from 0; 1e-6 by default. */
  epsilon?: number | undefined;
  /** The least that the norm of the weight counts for. */
  lowerBound?: number | null | undefined;
  /** The most that the norm of the weight counts for. */
  upperBound?: number | null | undefined;
  /** Whether moments are made up for having begun at 0; true by default. */
  biasCorrection?: boolean | undefined;
}

/**
 * Adam whose step is as long as the weight (You and others 2019), for large batches; with the learning rate 0.001 by
 * default: m and v the moments of clip(rescaleGrad · grad), u = m / (√v + ε) + wd · w, w -= lr · |w| / |u| · u.
 *
 * @example
 * ```ts
 * new optimizer.LAMB({ learningRate: 0.002, wd: 0.01 });
 * ```
 */
export class LAMB extends Optimizer {
  static override readonly name: string = "LAMB";
  beta1: number;
  beta2: number;
  epsilon: number;
  lowerBound: number | null;
  upperBound: number | null;
  biasCorrection: boolean;

  constructor(options: LAMBOptions = {}) {
    const read = readOptions("LAMB", options, {
      learningRate: 0.001,
      beta1: 0.9,
      beta2: 0.999,
      epsilon: 1e-6,
      lowerBound: null as number | null,
      upperBound: null as number | null,
      biasCorrection: true,
    });
    super(read);
    this.beta1 = read.beta1;
    this.beta2 = read.beta2;
    this.epsilon = read.epsilon;
    this.lowerBound = read.lowerBound;
    this.upperBound = read.upperBound;
    this.biasCorrection = read.biasCorrection;
  }

  override createState(_index: number, weight: NDArray): OptimizerState {
    return createZeros(weight, 2);
  }

  override update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void {
    const { lr, ...common } = this.countedAttrs(index);
    const { beta1, beta2, epsilon, biasCorrection: bias_correction } = this;
    const attrs = { ...common, beta1, beta2, epsilon, bias_correction, t: this.countOf(index) };
    const [direction] = invoke("lamb_update_phase1", [weight, grad, ...(state as NDArray[])], attrs) as [NDArray];
    const bounds = { lower_bound: this.lowerBound || undefined, upper_bound: this.upperBound || undefined };
    const inputs = [weight, direction, weight.norm(), direction.norm()];
    invoke("lamb_update_phase2", inputs, { lr, ...bounds }, { out: weight });
  }
}
