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
export declare const FLOAT_LAYOUTS: Readonly<Record<"float16" | "float32" | "float64", FloatLayout>>;
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
/**
 * The digits of a positive finite number of the given layout: as few as tell it from its neighbours, within `limits`.
 * `value` must be exactly representable in the layout.
 */
export declare function decimalDigits(value: number, layout: FloatLayout, limits: DigitLimits): Decimal;
