import { type Log } from "../callback/params.ts";
import { NDArray } from "../nd/ndarray.ts";
import type { Executor } from "../symbol/executor.ts";
/** What a monitor notes of an array. */
export type StatFunction = (x: NDArray) => NDArray | readonly NDArray[];
/** What `Monitor` takes besides the interval. */
export interface MonitorOptions {
    /** What is noted of an array; its norm by the root of its size by default. */
    statFunc?: StatFunction | null | undefined;
    /** Which names are noted, from their start; all by default. */
    pattern?: string | RegExp | undefined;
    /** Whether notes are sorted by name. */
    sort?: boolean | undefined;
    /** Whether inputs of operators are noted, too. */
    monitorAll?: boolean | undefined;
    /** Where `tocPrint` writes; `console.info` by default. */
    log?: Log | undefined;
}
/** A note: the number of the batch, a name and a text. */
export type Note = [step: number, name: string, stat: string];
/**
 * Notes what goes through a network, every `interval` batches: `fit` takes it as `monitor`.
 *
 * @example
 * ```ts
 * const net = mx.sym.exp(mx.sym.Variable("x"), { name: "y" });
 * const executor = net.simpleBind(null, { shapes: { x: [2] } });
 * const monitor = new mx.mon.Monitor(1);
 * monitor.install(executor);
 * monitor.tic();
 * executor.forward();
 * console.log(monitor.toc());
 * // [ [ 1, 'y_output', '1.0\t' ], [ 1, 'x', '0.0\t' ] ]
 * ```
 */
export declare class Monitor {
    #private;
    readonly interval: number;
    constructor(interval: number, options?: MonitorOptions);
    constructor(interval: number, statFunc?: StatFunction | null, pattern?: string | RegExp, options?: MonitorOptions);
    /** Watches an executor. */
    install(executor: Executor): void;
    /** Begins a batch, before `forward`. */
    tic(): void;
    /** Ends a batch: what was noted, the arguments last. Empty if the batch is not one of the interval's. */
    toc(): Note[];
    /** Ends a batch and writes what was noted. */
    tocPrint(): void;
}
