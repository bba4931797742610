/** How many threads there can be at most, and why there are no more than there are. */
export declare function threadsInUse(): {
    threads: number;
    maxThreads: number;
    reason: string;
};
/**
 * Sets how many threads work on big operators: matrix products, convolutions, long elementwise loops. Everything else stays
 * as it is: calls are synchronous, and results have the same bits with any number of threads. Arrays, recorded graphs and
 * random streams live on across the call.
 *
 * Threads need memory that workers can share: Node, Deno and Bun have it, and pages that are cross-origin isolated (served
 * with `Cross-Origin-Opener-Policy: same-origin` and `Cross-Origin-Embedder-Policy: require-corp`). Elsewhere the answer is 1, and
 * `mx.runtime.features().reason` says why. Idle workers sleep and let the process exit.
 *
 * @param count - how many, the caller's own thread included; more than the machine has processors become as many
 * @returns the number of threads now in use
 * @throws MXNetError if `count` is not a whole number of 1 or more
 * @example
 * ```ts
 * const threads = await mx.setThreads(4);
 * console.log(threads, mx.runtime.features().reason);
 * ```
 */
export declare function setThreads(count: number): Promise<number>;
