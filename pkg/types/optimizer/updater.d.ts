import { NDArray } from "../nd/ndarray.ts";
import { Callable } from "../runtime/callable.ts";
import type { Optimizer } from "./optimizer.ts";
export interface Updater {
    /** Updates a weight in place; its state is made at the first time. */
    (index: number, grad: NDArray, weight: NDArray): void;
}
/**
 * Applies an optimizer to weights by index, and keeps their states.
 *
 * @example
 * ```ts
 * const updater = new optimizer.Updater(new optimizer.SGD({ learningRate: 0.5 }));
 * const weight = nd.ones([2]);
 * updater(0, nd.ones([2]), weight);
 * console.log(weight.toArray()); // [ 0.5, 0.5 ]
 * ```
 */
export declare class Updater extends Callable {
    #private;
    readonly optimizer: Optimizer;
    constructor(optimizer: Optimizer);
    /** Updates a weight in place; its state is made at the first time. */
    update(index: number, grad: NDArray, weight: NDArray): void;
    /** The states, the counts of updates and the learning rate as bytes, in a format of this library. */
    getStates(): Uint8Array;
    /**
     * Takes over what `getStates` gave.
     *
     * @throws MXNetError for other bytes, and for states of another optimizer
     */
    setStates(bytes: Uint8Array): void;
}
