/** Formatting of floating point numbers as NumPy does it: one width, one notation for all elements of an array. */
import { type DigitLimits, decimalDigits, FLOAT_LAYOUTS, type FloatLayout } from "./print-digits.ts";

/** NumPy's default `precision`: digits after the point at most. */
const PRECISION = 8;

type FloatName = "float16" | "float32" | "float64";

/** Pieces of a formatted finite number; `whole` has the sign. The decimal point between them is always printed. */
interface Parts {
  readonly whole: string;
  readonly fraction: string;
  /** Power of ten in scientific notation. */
  readonly exponent: number;
}

const isNegative = (x: number): boolean => x < 0 || Object.is(x, -0);
const longest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, text.length), 0);

function positionalParts(x: number, layout: FloatLayout): Parts {
  const sign = isNegative(x) ? "-" : "";
  if (x === 0) return { whole: `${sign}0`, fraction: "", exponent: 0 };
  const { digits, exponent } = decimalDigits(Math.abs(x), layout, { from: "point", max: PRECISION, min: 0 });
  const point = exponent + 1;
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
  const fraction = point > 0 ? digits.slice(point) : "0".repeat(-point) + digits;
  return { whole: sign + whole, fraction: fraction.replace(/0+$/, ""), exponent: 0 };
}

function scientificParts(x: number, layout: FloatLayout, limits: DigitLimits): Parts {
  const sign = isNegative(x) ? "-" : "";
  if (x === 0) return { whole: `${sign}0`, fraction: "", exponent: 0 };
  const { digits, exponent } = decimalDigits(Math.abs(x), layout, limits);
  return { whole: sign + digits[0], fraction: digits.slice(1), exponent };
}

/** An exponent without its sign: two digits at least. */
const exponentDigits = (exponent: number, width: number): string => String(Math.abs(exponent)).padStart(width, "0");

/**
 * Whether the numbers span so much that NumPy writes them with exponents: from 1e8 up, under 1e-4, or a ratio of the
 * largest to the smallest above 1000. The ratio is rounded to the array's own type, as there.
 */
function needsExponent(finite: readonly number[], dtype: FloatName): boolean {
  let max = 0;
  let min = Infinity;
  for (const x of finite) {
    const size = Math.abs(x);
    if (size === 0) continue;
    max = Math.max(max, size);
    min = Math.min(min, size);
  }
  if (max === 0) return false;
  const ratio = dtype === "float64" ? max / min : Math.fround(max / min);
  // float16 has a spacing of 0.5 at 1000, and 1000.25 rounds to even.
  return max >= 1e8 || min < 1e-4 || ratio > (dtype === "float16" ? 1000.25 : 1000);
}

/** The formatter for the elements that will be printed. float16 values are given as the numbers they stand for. */
export function floatFormatter(values: readonly number[], dtype: FloatName): (x: number) => string {
  const layout = FLOAT_LAYOUTS[dtype];
  const finite = values.filter(Number.isFinite);
  const scientific = needsExponent(finite, dtype);

  let format: (x: number) => string;
  let left = 0;
  let right = 0;
  if (scientific) {
    const first = finite.map((x) => scientificParts(x, layout, { from: "first", max: PRECISION, min: 0 }));
    const digits = longest(first.map((parts) => parts.fraction.replace(/0+$/, "")));
    const exponentWidth = longest(first.map((parts) => exponentDigits(parts.exponent, 2)));
    left = longest(first.map((parts) => parts.whole));
    right = digits + 2 + exponentWidth;
    format = (x) => {
      const { whole, fraction, exponent } = scientificParts(x, layout, { from: "first", max: digits, min: digits });
      const mantissa = `${whole.padStart(left)}.${fraction.padEnd(digits, "0")}`;
      return `${mantissa}e${exponent < 0 ? "-" : "+"}${exponentDigits(exponent, exponentWidth)}`;
    };
  } else {
    const first = finite.map((x) => positionalParts(x, layout));
    left = longest(first.map((parts) => parts.whole));
    right = longest(first.map((parts) => parts.fraction));
    format = (x) => {
      const { whole, fraction } = positionalParts(x, layout);
      return `${whole.padStart(left)}.${fraction.padEnd(right)}`;
    };
  }

  // "nan" and "inf" take the width of a number, and widen the column where they are the longer.
  if (finite.length < values.length) left = Math.max(left, (values.includes(-Infinity) ? 4 : 3) - right - 1);
  return (x) => {
    if (Number.isFinite(x)) return format(x);
    return (Number.isNaN(x) ? "nan" : x < 0 ? "-inf" : "inf").padStart(left + right + 1);
  };
}
