/** How values are spread over [-limit, limit]. */
export interface Histogram {
  readonly limit: number;
  readonly counts: readonly number[];
  /** How many values there are, those beyond the limit included. */
  readonly size: number;
  readonly mean: number;
  readonly std: number;
  readonly min: number;
  readonly max: number;
}

/** The largest magnitude. */
export function magnitude(values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]!));
  return most;
}

/** Counts values in equal bins; an odd number of bins keeps 0 in the middle of one. */
export function histogramOf(values: ArrayLike<number>, limit: number, bins = 41): Histogram {
  const range = limit > 0 && Number.isFinite(limit) ? limit : 1;
  const counts = Array<number>(bins).fill(0);
  let [sum, squares, min, max] = [0, 0, Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    sum += x;
    squares += x * x;
    min = Math.min(min, x);
    max = Math.max(max, x);
    const bin = Math.min(Math.floor(((x + range) / (2 * range)) * bins), bins - (x <= range ? 1 : 0));
    if (bin >= 0 && bin < bins) counts[bin]!++;
  }
  const mean = sum / values.length;
  const std = Math.sqrt(Math.max(0, squares / values.length - mean * mean));
  return { limit: range, counts, size: values.length, mean, std, min, max };
}
