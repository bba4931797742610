import type { Cell, Row } from "../run/rounds.ts";

export const least = (times: readonly number[]): number => Math.min(...times);
export const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[times.length >> 1] as number;

/** Milliseconds with three digits that count. */
export function ms(time: number): string {
  return time >= 100 ? time.toFixed(0) : time.toPrecision(3);
}

/** The cell, if there are times in it. */
export const ran = (cell: Cell | undefined): Cell | undefined => (cell?.times.length ? cell : undefined);

/** How many times faster the first contender is than the best of these; undefined when one of the two is missing. */
export function ratio(row: Row, first: string, others: readonly string[]): number | undefined {
  const own = ran(row.cells.get(first));
  const found = others.flatMap((name) => ran(row.cells.get(name)) ?? []);
  if (!own || found.length === 0) return undefined;
  return Math.min(...found.map(({ times }) => least(times))) / least(own.times);
}
