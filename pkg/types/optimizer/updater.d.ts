import { NDArray } from "../nd/ndarray.ts";
import type { Optimizer } from "./optimizer.ts";
/** Applies an optimizer to weights by index, and keeps their states. */
export declare class Updater {
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
