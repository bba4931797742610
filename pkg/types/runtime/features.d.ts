/** What the library uses of this runtime. */
export interface Features {
    /** Which vector instructions run: plain ones give the same bits everywhere, relaxed ones are faster. See `exact`. */
    simd: "plain" | "relaxed";
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
 * console.log(simd === "plain" || simd === "relaxed", threads); // true 1
 * ```
 */
export declare function features(): Features;
/**
 * Asks for results that have the same bits in every runtime, each sum taken as its definition has it; or tells whether they
 * are asked for.
 *
 * Otherwise matrix products, convolutions, `exp`, `sigmoid`, `tanh` and `softmax` use relaxed vector instructions where the
 * engine has them: a multiply-add is then one instruction, 25 to 50 % faster, and rounds once or twice as the processor likes. Results of one machine and engine
 * stay reproducible; between engines the last bits differ. And convolutions of 3x3 and 5x5 go through Winograd's transforms
 * where that saves most of the products, which rounds two to five times worse than a sum in order: by about a millionth of
 * the results' size. Random numbers and initializers are exact in any case.
 *
 * @param on - true for exact results, false for speed (the default); nothing changes without it
 * @returns whether exact results are asked for
 * @throws TypeError if `on` is neither a boolean nor missing
 * @example
 * ```ts
 * mx.runtime.exact(true);
 * console.log(mx.runtime.features().simd, mx.runtime.exact()); // plain true
 * ```
 */
export declare function exact(on?: boolean): boolean;
