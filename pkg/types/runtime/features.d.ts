/** What the library uses of this runtime. */
export interface Features {
    /** Which vector instructions run: plain ones give the same bits everywhere. */
    simd: "plain";
    /** How many threads work on big operators. */
    threads: number;
    /** The most that `setThreads` can give here. */
    maxThreads: number;
    /** Why there are no more threads than there are. */
    reason: string;
}
/**
 * What the library uses of this runtime.
 *
 * @example
 * ```ts
 * const { simd, threads, maxThreads, reason } = mx.runtime.features();
 * console.log(simd, threads); // plain 1
 * ```
 */
export declare function features(): Features;
