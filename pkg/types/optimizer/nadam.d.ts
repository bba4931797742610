import type { NDArray } from "../nd/ndarray.ts";
import type { MomentsOptions } from "./adam.ts";
import { Optimizer, type OptimizerState } from "./optimizer.ts";
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
export declare class Nadam extends Optimizer {
    static readonly name: string;
    beta1: number;
    beta2: number;
    epsilon: number;
    scheduleDecay: number;
    /** The product of the momenta of all updates so far. */
    mSchedule: number;
    constructor(options?: NadamOptions);
    get progress(): number[];
    set progress([mSchedule]: readonly number[]);
    createState(_index: number, weight: NDArray): OptimizerState;
    update(index: number, weight: NDArray, grad: NDArray, state: OptimizerState): void;
}
