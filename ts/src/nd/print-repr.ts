/**
 * Python's `repr` of a float: MXNet writes numbers so in operator attributes and in `dumps()`.
 *
 * Shortest digits that read back as the same float64; `.0` after whole numbers; an exponent of two digits at least when
 * it is below -4 or above 15 (`1e-05`, `1e+16`). An int has no such form: use `String(x)` for one.
 */
export function pyRepr(x: number): string {
  if (Number.isNaN(x)) return "nan";
  if (!Number.isFinite(x)) return x < 0 ? "-inf" : "inf";
  const sign = x < 0 || Object.is(x, -0) ? "-" : "";
  const [mantissa, exponentText] = Math.abs(x).toExponential().split("e") as [string, string];
  const exponent = Number(exponentText);
  if (x === 0 || (exponent >= -4 && exponent < 16)) {
    // JavaScript writes numbers of this range without an exponent as well.
    const text = String(Math.abs(x));
    return sign + (text.includes(".") ? text : `${text}.0`);
  }
  return `${sign}${mantissa}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}
