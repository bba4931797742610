// Numbers as C's printf writes them, which Python's logging does.

/** `%.2f` and the like. */
export function fixed(x: number, digits = 6): string {
  if (Number.isFinite(x)) return x.toFixed(digits);
  return Number.isNaN(x) ? "nan" : x > 0 ? "inf" : "-inf";
}

/** The whole number next to x, the even one of two. */
export function roundHalfEven(x: number): number {
  const floor = Math.floor(x);
  const up = x - floor > 0.5 || (x - floor === 0.5 && floor % 2 !== 0);
  return up ? floor + 1 : floor;
}
