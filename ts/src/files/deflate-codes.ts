/** What the codes of DEFLATE's matches stand for: a base, to which the value of some extra bits is added. */
export interface MatchCodes {
  readonly base: readonly number[];
  readonly extra: readonly number[];
}

/** The lengths of matches, from code 257 on. */
export function matchLengths(): MatchCodes {
  const { base, extra } = ladder(3, 4, 28);
  // The longest match has a code of its own.
  return { base: [...base, 258], extra: [...extra, 0] };
}

/** How far back matches lie. */
export function matchDistances(): MatchCodes {
  return ladder(1, 2, 30);
}

/** Bases that grow by the powers of two of their extra bits: one more for each `group` of codes behind the first two groups. */
function ladder(first: number, group: number, count: number): MatchCodes {
  const base: number[] = [];
  const extra: number[] = [];
  for (let i = 0, value = first; i < count; i++) {
    const bits = Math.max(0, Math.floor(i / group) - 1);
    base.push(value);
    extra.push(bits);
    value += 1 << bits;
  }
  return { base, extra };
}
