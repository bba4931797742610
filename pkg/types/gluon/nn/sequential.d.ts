import { NDArray } from "../../nd/ndarray.ts";
import { Block } from "../block.ts";
import { type Functions, HybridBlock } from "../hybrid-block.ts";
/**
 * Blocks that run one after another.
 *
 * @example
 * ```ts
 * const net = new gluon.nn.Sequential();
 * net.add(new gluon.nn.Dense(20, { activation: "relu" }), new gluon.nn.Dense(10));
 * ```
 */
export declare class Sequential extends Block {
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    /** Adds blocks at the end. */
    add(...blocks: Block[]): this;
    forward(x: NDArray): unknown;
    /** The block at this place; negative places count from the end. */
    at(index: number): Block;
    /** A Sequential of the blocks from `start` to before `end`. */
    slice(start: number, end?: number): Sequential;
    /** How many blocks there are. */
    get length(): number;
    [Symbol.iterator](): IterableIterator<Block>;
    toString(): string;
}
/**
 * As `Sequential`, of HybridBlocks only.
 *
 * @example
 * ```ts
 * const net = new gluon.nn.HybridSequential().add(new gluon.nn.Dense(20, { activation: "relu" }), new gluon.nn.Dense(10));
 * net.initialize("xavier");
 * console.log(net(nd.ones([2, 5])).shape); // [ 2, 10 ]
 * ```
 */
export declare class HybridSequential extends HybridBlock {
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    /** Adds blocks at the end. */
    add(...blocks: HybridBlock[]): this;
    hybridForward(_F: Functions, x: NDArray): unknown;
    /** The block at this place; negative places count from the end. */
    at(index: number): Block;
    /** A HybridSequential of the blocks from `start` to before `end`. */
    slice(start: number, end?: number): HybridSequential;
    /** How many blocks there are. */
    get length(): number;
    [Symbol.iterator](): IterableIterator<Block>;
    toString(): string;
}
