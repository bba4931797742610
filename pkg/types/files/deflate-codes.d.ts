/** What the codes of DEFLATE's matches stand for: a base, to which the value of some extra bits is added. */
export interface MatchCodes {
    readonly base: readonly number[];
    readonly extra: readonly number[];
}
/** The lengths of matches, from code 257 on. */
export declare function matchLengths(): MatchCodes;
/** How far back matches lie. */
export declare function matchDistances(): MatchCodes;
