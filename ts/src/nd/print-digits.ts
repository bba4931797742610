/**
 * Decimal digits of binary floating point numbers, exact and shortest for their own precision: 0.1 stored as float32 is
 * "0.1", not "0.10000000149011612". JavaScript's own conversion knows float64 alone, and breaks ties the other way.
 *
 * The method is free-format digit generation (Steele and White 1990; Burger and Dybvig 1996) in big integers.
 */

/** A binary format: bits of its significand, the hidden one included, and log2 of its smallest number. */
export interface FloatLayout {
  readonly precision: number;
  readonly minExponent: number;
}

export const FLOAT_LAYOUTS: Readonly<Record<"float16" | "float32" | "float64", FloatLayout>> = {
  float16: { precision: 11, minExponent: -24 },
  float32: { precision: 24, minExponent: -149 },
  float64: { precision: 53, minExponent: -1074 },
};

/** `d₀.d₁d₂… × 10^exponent`. */
export interface Decimal {
  readonly digits: string;
  readonly exponent: number;
}

/**
 * Where digit generation stops, in numbers of digits: after the point of positional notation when `from` is "point",
 * after the first digit when it is "first".
 */
export interface DigitLimits {
  readonly from: "point" | "first";
  /** Never more digits than this; the last one is rounded half to even on the exact value. */
  readonly max: number;
  /** At least this many: digits of the exact value follow the shortest ones where those are fewer. */
  readonly min: number;
}

const scratch = new DataView(new ArrayBuffer(8));

/** Splits a positive finite number into `significand × 2^exponent`, 2^exponent being its unit in the last place. */
function decompose(value: number, layout: FloatLayout): { significand: bigint; exponent: number } {
  scratch.setFloat64(0, value);
  const bits = scratch.getBigUint64(0);
  const field = Number(bits >> 52n) & 0x7ff;
  const fraction = bits & 0xf_ffff_ffff_ffffn;
  const significand = field === 0 ? fraction : fraction | (1n << 52n);
  const unit = Math.max(field, 1) - 1075;
  if (layout === FLOAT_LAYOUTS.float64) return { significand, exponent: unit };
  // A number of a narrower format is a normal float64, whose lowest bits are zero.
  const exponent = Math.max(unit + 53 - layout.precision, layout.minExponent);
  return { significand: significand >> BigInt(exponent - unit), exponent };
}

/**
 * The digits of a positive finite number of the given layout: as few as tell it from its neighbours, within `limits`.
 * `value` must be exactly representable in the layout.
 */
export function decimalDigits(value: number, layout: FloatLayout, limits: DigitLimits): Decimal {
  const { significand, exponent } = decompose(value, layout);
  // All are scaled by 4: half a unit in the last place, and half of that below a power of two, become integers.
  const shift = BigInt(Math.max(exponent, 0));
  const belowIsCloser = significand === 1n << BigInt(layout.precision - 1) && exponent > layout.minExponent;
  let rest = (significand << 2n) << shift;
  let marginLow = (belowIsCloser ? 1n : 2n) << shift;
  let marginHigh = 2n << shift;
  let scale = 4n << BigInt(Math.max(-exponent, 0));

  // log10 is only a guess near powers of ten; the two loops settle it.
  let power = Math.floor(Math.log10(value));
  if (power > 0) {
    scale *= 10n ** BigInt(power);
  } else {
    const factor = 10n ** BigInt(-power);
    rest *= factor;
    marginLow *= factor;
    marginHigh *= factor;
  }
  while (rest >= scale * 10n) {
    scale *= 10n;
    power += 1;
  }
  while (rest < scale) {
    rest *= 10n;
    marginLow *= 10n;
    marginHigh *= 10n;
    power -= 1;
  }

  const origin = limits.from === "point" ? 0 : power;
  const lastAllowed = origin - limits.max;
  const lastRequired = origin - limits.min;
  // Round-to-nearest-even reads a number on the border of the interval back as this one when the significand is even.
  const closed = (significand & 1n) === 0n;
  const digits: number[] = [];
  for (let place = power; ; place -= 1) {
    const digit = Number(rest / scale);
    rest %= scale;
    const low = closed ? rest <= marginLow : rest < marginLow;
    const high = closed ? rest + marginHigh >= scale : rest + marginHigh > scale;
    digits.push(digit);
    if (place <= lastAllowed || ((low || high) && place <= lastRequired)) {
      const twice = rest * 2n;
      const nearer = twice > scale || (twice === scale && digit % 2 === 1);
      return finish(digits, power, low === high ? nearer : high);
    }
    rest *= 10n;
    marginLow *= 10n;
    marginHigh *= 10n;
  }
}

/** Rounds the last digit up if asked, carrying through nines. */
function finish(digits: number[], exponent: number, up: boolean): Decimal {
  if (!up) return { digits: digits.join(""), exponent };
  while (digits.length > 0 && digits[digits.length - 1] === 9) digits.pop();
  if (digits.length === 0) return { digits: "1", exponent: exponent + 1 };
  digits[digits.length - 1]! += 1;
  return { digits: digits.join(""), exponent };
}
