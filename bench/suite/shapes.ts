/** So many runs come first, all of one shape, so that what is timed is new shapes and not code that is not warm yet. */
export const WARM = 20_000;

/** The shapes of x · w number i: from `WARM` on, 576 that differ from each other and are about as big as the first. */
export function shapesOf(i: number): { x: [number, number]; w: [number, number] } {
  const fresh = i - WARM;
  if (fresh < 0) return { x: [32, 32], w: [32, 20] };
  const [rows, inner, columns] = [
    26 + (fresh % 12),
    26 + (Math.floor(fresh / 12) % 12),
    16 + 4 * Math.floor(fresh / 144),
  ];
  return { x: [rows, inner], w: [inner, columns] };
}
