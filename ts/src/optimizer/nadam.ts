import type { NDArray } from "../nd/ndarray.ts";
import type { MomentsOptions } from "./adam.ts";
import { createZeros, Optimizer, type OptimizerState } from "./optimizer.ts";
import { readOptions } from "./options.ts";

/** What `Nadam` takes. */
export interface NadamOptions extends MomentsOptions {
  /** Keeps the denominator from 0; 1e-8 by default. */
  epsilon?: number | undefined;
  /** How fast the momentum comes to β₁; 0.004 by default. */
  scheduleDecay?: number | undefined;
}

/**
 * Adam with Nesterov's momentum (Dozat 2015), with the learning rate 0.001 by default. The momentum grows with the number of
 * updates, as the product of all momenta so far, which is one number for all weights of the optimizer.
 *
 * @example
 * ```ts
 * new optimizer.Nadam({ learningRate: 0.001 });
 * ```
 */
export class Nadam extends Optimizer {
  static override readonly name: string = "Nadam";
  beta1: number;
  beta2: number;
  epsilon: number;
  scheduleDecay: number;
  /** The product of the momenta of all updates so far. */
  mSchedule = 1;

  constructor(options: NadamOptions = {}) {
    const own = { learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, scheduleDecay: 0.004 };
    const read = readOptions("Nadam", options, own);
    super(read);
    this.beta1 = read.beta1;
    this.beta2 = read.beta2;
    this.epsilon = read.epsilon;
    this.scheduleDecay = read.scheduleDecay;
  }

  override get progress(): number[] {
    return [this.mSchedule];
  }

  override set progress([mSchedule = 1]: readonly number[]) {
    this.mSchedule = mSchedule;
  }

  override createState(_index: number, weight: NDArray): OptimizerState {
    return createZeros(weight, 2);
  }

  override update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void {
    const { lr, wd } = this.countedAttrs(index);
    const { beta1, beta2 } = this;
    const t = this.countOf(index);
    const momentum = (step: number): number => beta1 * (1 - 0.5 * 0.96 ** (step * this.scheduleDecay));
    const [now, next] = [momentum(t), momentum(t + 1)];
    this.mSchedule *= now;
    const [mean, variance] = state as [NDArray, NDArray];
    const g = this.prepared(grad, weight, wd);
    mean.muli(beta1).addi(g.mul(1 - beta1));
    variance.muli(beta2).addi(g.square().mul(1 - beta2));
    const direction = g.mul((1 - now) / (1 - this.mSchedule)).add(mean.mul(next / (1 - this.mSchedule * next)));
    const root = variance.div(1 - beta2 ** t).sqrt();
    weight.subi(direction.mul(lr).div(root.add(this.epsilon)));
  }
}
