//! Numbers as text: MXNet reads operator parameters with its own digit parser, and writes them as Python does.

use crate::decimal;

/// Why a text is not a floating-point parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParseFloatError {
    /// The text does not start like a number.
    #[error("invalid number")]
    Invalid,
    /// The exponent, or the number it leads to, lies outside the type's range.
    #[error("out of range")]
    OutOfRange,
    /// Something follows the number; the field tells the byte it starts at.
    #[error("trailing characters from byte {0}")]
    Trailing(usize),
}

/// Reads an operator's `float` parameter as MXNet does: every step is rounded to `f32`, so the result may be a
/// neighbour of the nearest `f32`. Accepts leading white space, `inf`, `infinity`, `nan`, `nan(...)` in any case, and
/// an `f` at the end.
///
/// # Errors
/// See [`ParseFloatError`].
pub fn parse_f32(text: &str) -> Result<f32, ParseFloatError> {
    parse(text)
}

/// Reads an operator's `double` parameter as MXNet does: the algorithm of [`parse_f32`] in `f64`.
///
/// # Errors
/// See [`ParseFloatError`].
pub fn parse_f64(text: &str) -> Result<f64, ParseFloatError> {
    parse(text)
}

/// What the digit parser needs of its two types.
trait Digits: Copy + PartialOrd {
    const ONE: Self;
    const INFINITY: Self;
    const NAN: Self;
    /// The largest decimal exponent, and the largest and smallest significands it may have.
    const MAX_EXPONENT: u32;
    const MAX_SIGNIFICAND: Self;
    const MIN_SIGNIFICAND: Self;
    fn integer(digits: u64) -> Self;
    fn fraction(value: f64) -> Self;
    fn add(self, other: Self) -> Self;
    fn times(self, other: Self) -> Self;
    fn over(self, other: Self) -> Self;
    fn negate(self) -> Self;
}

macro_rules! digits {
    ($float:ty, $max_exponent:literal, $max:literal, $min:literal) => {
        impl Digits for $float {
            const ONE: Self = 1.0;
            const INFINITY: Self = <$float>::INFINITY;
            const NAN: Self = <$float>::NAN;
            const MAX_EXPONENT: u32 = $max_exponent;
            const MAX_SIGNIFICAND: Self = $max;
            const MIN_SIGNIFICAND: Self = $min;
            fn integer(digits: u64) -> Self {
                digits as $float
            }
            fn fraction(value: f64) -> Self {
                value as $float
            }
            fn add(self, other: Self) -> Self {
                self + other
            }
            fn times(self, other: Self) -> Self {
                self * other
            }
            fn over(self, other: Self) -> Self {
                self / other
            }
            fn negate(self) -> Self {
                -self
            }
        }
    };
}

digits!(f32, 38, 3.402_823_4, 1.175_494_3);
digits!(f64, 308, 1.797_693_134_862_315_7, 2.225_073_858_507_201_4);

/// Digits after the point that count.
const FRACTION_DIGITS: u32 = 19;

fn parse<F: Digits>(text: &str) -> Result<F, ParseFloatError> {
    let bytes = text.as_bytes();
    let start = bytes.iter().take_while(|b| b.is_ascii_whitespace() || **b == 0x0b).count();
    let mut rest = &bytes[start..];
    let negative = rest.first() == Some(&b'-');
    if matches!(rest.first(), Some(b'-' | b'+')) {
        rest = &rest[1..];
    }
    let (value, rest) = match named(rest)? {
        Some(found) => found,
        None => number::<F>(rest)?,
    };
    match bytes.len() - rest.len() {
        0 => Err(ParseFloatError::Invalid),
        at if at < bytes.len() => Err(ParseFloatError::Trailing(at)),
        _ => Ok(if negative { value.negate() } else { value }),
    }
}

/// Infinity or not-a-number at the start of `text`, with what follows it.
fn named<F: Digits>(text: &[u8]) -> Result<Option<(F, &[u8])>, ParseFloatError> {
    let common = |word: &[u8]| text.iter().zip(word).take_while(|(a, b)| a.eq_ignore_ascii_case(b)).count();
    // All of the word or its first three letters, but nothing in between.
    match common(b"infinity") {
        length @ (3 | 8) => return Ok(Some((F::INFINITY, &text[length..]))),
        _ if common(b"nan") < 3 => return Ok(None),
        _ => {}
    }
    let rest = &text[3..];
    if rest.first() != Some(&b'(') {
        return Ok(Some((F::NAN, rest)));
    }
    let word = rest[1..].iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count();
    match rest.get(word + 1) {
        Some(b')') => Ok(Some((F::NAN, &rest[word + 2..]))),
        _ => Err(ParseFloatError::Invalid),
    }
}

/// An unsigned decimal number at the start of `text`, with what follows it.
fn number<F: Digits>(text: &[u8]) -> Result<(F, &[u8]), ParseFloatError> {
    let (whole, mut rest) = digits(text);
    let mut value = F::integer(whole.iter().fold(0, |n: u64, d| n.wrapping_mul(10).wrapping_add(u64::from(d - b'0'))));
    if rest.first() == Some(&b'.') {
        let (fraction, after) = digits(&rest[1..]);
        let mut numerator = 0u64;
        let mut denominator = 1u64;
        for d in fraction.iter().take(FRACTION_DIGITS as usize) {
            numerator = numerator * 10 + u64::from(d - b'0');
            denominator *= 10;
        }
        value = value.add(F::fraction(numerator as f64 / denominator as f64));
        rest = after;
    }
    if matches!(rest.first(), Some(b'e' | b'E')) {
        rest = &rest[1..];
        let shrink = rest.first() == Some(&b'-');
        if matches!(rest.first(), Some(b'-' | b'+')) {
            rest = &rest[1..];
        }
        let (exponent, after) = digits(rest);
        let exponent = exponent.iter().fold(0, |n: u32, d| n.saturating_mul(10).saturating_add(u32::from(d - b'0')));
        value = scaled(value, exponent, shrink)?;
        rest = after;
    }
    if matches!(rest.first(), Some(b'f' | b'F')) {
        rest = &rest[1..];
    }
    Ok((value, rest))
}

/// The decimal digits at the start of `text`, and the rest.
fn digits(text: &[u8]) -> (&[u8], &[u8]) {
    text.split_at(text.iter().take_while(|b| b.is_ascii_digit()).count())
}

/// `value * 10^exponent`, or divided by it when `shrink`.
fn scaled<F: Digits>(value: F, exponent: u32, shrink: bool) -> Result<F, ParseFloatError> {
    let beyond = if shrink { value < F::MIN_SIGNIFICAND } else { value > F::MAX_SIGNIFICAND };
    if exponent > F::MAX_EXPONENT || (exponent == F::MAX_EXPONENT && beyond) {
        return Err(ParseFloatError::OutOfRange);
    }
    let mut scale = F::ONE;
    for _ in 0..exponent / 8 {
        scale = scale.times(F::integer(100_000_000));
    }
    for _ in 0..exponent % 8 {
        scale = scale.times(F::integer(10));
    }
    Ok(if shrink { value.over(scale) } else { value.times(scale) })
}

/// The text of Python's `repr(value)`: the shortest digits that read back the same, `1e-05` and `1e+16` beyond four
/// leading zeros or sixteen digits, and `.0` after whole numbers.
pub fn py_float(value: f64) -> String {
    written(value, false)
}

/// The text of Python's `str(numpy.float32(value))`: as [`py_float`], with the digits a `f32` needs.
pub fn py_float32(value: f32) -> String {
    written(value.into(), true)
}

/// A number in a message: its shortest digits. Messages use no float formatting of the standard library, which would be
/// linked with all that it can do.
pub fn shown(value: f64) -> String {
    in_message(value, false)
}

/// [`shown`], with the digits a `f32` needs.
pub fn shown32(value: f32) -> String {
    in_message(value.into(), true)
}

fn in_message(value: f64, single: bool) -> String {
    if value.is_nan() {
        return "NaN".into();
    }
    let mut text = written(value, single);
    if text.ends_with(".0") {
        text.truncate(text.len() - 2);
    }
    text
}

fn written(value: f64, single: bool) -> String {
    if value.is_nan() {
        return "nan".into();
    }
    let mut out = String::from(if value.is_sign_negative() { "-" } else { "" });
    let size = value.abs();
    let (digits, point) = match size {
        f64::INFINITY => return out + "inf",
        0.0 => ("0".into(), 1),
        _ => decimal::shortest(size, single),
    };
    let zeros = |n: i32| "0".repeat(n.max(0) as usize);
    let count = digits.len() as i32;
    if size == 0.0 || (1e-4..1e16).contains(&size) {
        let (whole, fraction) = digits.split_at(point.clamp(0, count) as usize);
        out = out + if whole.is_empty() { "0" } else { whole } + &zeros(point - count) + "." + &zeros(-point);
        return out + if fraction.is_empty() { "0" } else { fraction };
    }
    let (first, others) = digits.split_at(1);
    let exponent = point - 1;
    out = out + first + if others.is_empty() { "" } else { "." } + others + if exponent < 0 { "e-" } else { "e+" };
    out + if exponent.abs() < 10 { "0" } else { "" } + &exponent.abs().to_string()
}
