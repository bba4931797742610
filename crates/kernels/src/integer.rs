//! Elementwise functions of integers: wrapping arithmetic, comparisons, and what can be done without floats.

use crate::binary::Binary;
use crate::binary::broadcast::{Operand, runs};
use crate::unary::Unary;

/// The integer element types: `i8`, `u8`, `i32`, `i64`.
pub trait Int: Copy + Ord + Default + core::fmt::Debug + 'static {
    /// 0
    const ZERO: Self;
    /// 1
    const ONE: Self;
    /// The least value.
    const MIN: Self;
    /// The greatest value.
    const MAX: Self;
    /// What MXNet's CPU build makes of an infinite or NaN quotient: the least value, cut to the type's bits.
    const INDEFINITE: Self;
    /// Addition modulo 2ⁿ.
    fn wrapping_add(self, o: Self) -> Self;
    /// Subtraction modulo 2ⁿ.
    fn wrapping_sub(self, o: Self) -> Self;
    /// Multiplication modulo 2ⁿ.
    fn wrapping_mul(self, o: Self) -> Self;
    /// Division towards zero, modulo 2ⁿ; the divisor is not 0.
    fn wrapping_div(self, o: Self) -> Self;
    /// Remainder of that division.
    fn wrapping_rem(self, o: Self) -> Self;
    /// Nearest double.
    fn to_f64(self) -> f64;
    /// Towards zero as the x86 conversions that MXNet uses: beyond `i32` (or `i64`) and for NaN the least value of that
    /// type; 8 bits are the low ones of an `i32`.
    fn from_f64(v: f64) -> Self;
}

macro_rules! int {
    ($($t:ident via $wide:ident),*) => {$(
        impl Int for $t {
            const ZERO: Self = 0;
            const ONE: Self = 1;
            const MIN: Self = $t::MIN;
            const MAX: Self = $t::MAX;
            const INDEFINITE: Self = $wide::MIN as $t;
            #[inline(always)]
            fn wrapping_add(self, o: Self) -> Self {
                $t::wrapping_add(self, o)
            }
            #[inline(always)]
            fn wrapping_sub(self, o: Self) -> Self {
                $t::wrapping_sub(self, o)
            }
            #[inline(always)]
            fn wrapping_mul(self, o: Self) -> Self {
                $t::wrapping_mul(self, o)
            }
            #[inline(always)]
            fn wrapping_div(self, o: Self) -> Self {
                $t::wrapping_div(self, o)
            }
            #[inline(always)]
            fn wrapping_rem(self, o: Self) -> Self {
                $t::wrapping_rem(self, o)
            }
            #[inline(always)]
            fn to_f64(self) -> f64 {
                self as f64
            }
            #[inline(always)]
            fn from_f64(v: f64) -> Self {
                // The greatest value as a double rounds up to the first that does not fit, or is the last that fits.
                if v > $wide::MIN as f64 - 1.0 && v < $wide::MAX as f64 + 1.0 { v as $wide as $t } else { Self::INDEFINITE }
            }
        }
    )*};
}
int!(i8 via i32, u8 via i32, i32 via i32, i64 via i64);

/// `y = f(a, b)`, all of one length. Division by zero gives 0.
///
/// # Panics
/// If the lengths differ.
pub fn apply<I: Int>(f: Binary, a: &[I], b: &[I], y: &mut [I]) {
    run(f, Operand::Array(a), Operand::Array(b), y);
}

/// `y = f(a, s)`. Division by zero gives 0.
///
/// # Panics
/// If the lengths differ.
pub fn apply_scalar<I: Int>(f: Binary, a: &[I], s: I, y: &mut [I]) {
    run(f, Operand::Array(a), Operand::Scalar(s), y);
}

/// `y = f(s, b)`. Division by zero gives [`Int::INDEFINITE`], as MXNet, which divides doubles here.
///
/// # Panics
/// If the lengths differ.
pub fn apply_scalar_left<I: Int>(f: Binary, s: I, b: &[I], y: &mut [I]) {
    run(f, Operand::Scalar(s), Operand::Array(b), y);
    if f == Binary::Div {
        for (y, b) in y.iter_mut().zip(b) {
            if *b == I::ZERO {
                *y = I::INDEFINITE;
            }
        }
    }
}

/// As [`crate::binary::broadcast()`], on integers.
///
/// # Panics
/// If ranks differ, if `y` is not as long as `shape` says, or if strides lead outside an operand.
pub fn broadcast<I: Int>(
    f: Binary,
    a: &[I],
    a_strides: &[usize],
    b: &[I],
    b_strides: &[usize],
    shape: &[usize],
    y: &mut [I],
) {
    runs((a, a_strides), (b, b_strides), shape, y, |a, b, y| run(f, a, b, y));
}

fn run<I: Int>(f: Binary, a: Operand<I>, b: Operand<I>, y: &mut [I]) {
    let truth = |v: bool| if v { I::ONE } else { I::ZERO };
    let via = |f: fn(f64, f64) -> f64| move |a: I, b: I| I::from_f64(f(a.to_f64(), b.to_f64()));
    match f {
        Binary::Add => zip(a, b, y, I::wrapping_add),
        Binary::Sub => zip(a, b, y, I::wrapping_sub),
        Binary::Mul => zip(a, b, y, I::wrapping_mul),
        Binary::Div => zip(a, b, y, |a, b| if b == I::ZERO { I::ZERO } else { a.wrapping_div(b) }),
        Binary::Mod => zip(a, b, y, modulo),
        Binary::Maximum => zip(a, b, y, I::max),
        Binary::Minimum => zip(a, b, y, I::min),
        Binary::Equal => zip(a, b, y, |a, b| truth(a == b)),
        Binary::NotEqual => zip(a, b, y, |a, b| truth(a != b)),
        Binary::Greater => zip(a, b, y, |a, b| truth(a > b)),
        Binary::GreaterEqual => zip(a, b, y, |a, b| truth(a >= b)),
        Binary::Lesser => zip(a, b, y, |a, b| truth(a < b)),
        Binary::LesserEqual => zip(a, b, y, |a, b| truth(a <= b)),
        Binary::LogicalAnd => zip(a, b, y, |a, b| truth(a != I::ZERO && b != I::ZERO)),
        Binary::LogicalOr => zip(a, b, y, |a, b| truth(a != I::ZERO || b != I::ZERO)),
        Binary::LogicalXor => zip(a, b, y, |a, b| truth((a != I::ZERO) != (b != I::ZERO))),
        Binary::Power => zip(a, b, y, via(libm::pow)),
        Binary::Hypot => zip(a, b, y, via(libm::hypot)),
        Binary::Arctan2 => zip(a, b, y, via(libm::atan2)),
        Binary::Ldexp => zip(a, b, y, via(|a, b| a * libm::exp2(b))),
    }
}

/// The remainder with the sign of the divisor; 0 when that is 0.
fn modulo<I: Int>(a: I, b: I) -> I {
    if b == I::ZERO {
        return I::ZERO;
    }
    let r = a.wrapping_rem(b);
    if r != I::ZERO && (r < I::ZERO) != (b < I::ZERO) { r.wrapping_add(b) } else { r }
}

#[inline(always)]
fn zip<I: Int>(a: Operand<I>, b: Operand<I>, y: &mut [I], f: impl Fn(I, I) -> I) {
    match (a, b) {
        (Operand::Array(a), Operand::Array(b)) => {
            assert!(a.len() == y.len() && b.len() == y.len(), "operands and output differ in length");
            y.iter_mut().zip(a).zip(b).for_each(|((y, a), b)| *y = f(*a, *b));
        }
        _ => y.iter_mut().enumerate().for_each(|(i, y)| *y = f(a.at(i), b.at(i))),
    }
}

/// `y = f(x)` when integers need no float for it; otherwise false, and `y` is untouched.
///
/// # Panics
/// If the lengths differ.
pub fn unary<I: Int>(f: Unary, x: &[I], y: &mut [I]) -> bool {
    assert_eq!(x.len(), y.len(), "input and output differ in length");
    let mut map = |f: fn(I) -> I| y.iter_mut().zip(x).for_each(|(y, x)| *y = f(*x));
    let minus = |v: I| I::ZERO.wrapping_sub(v);
    match f {
        Unary::Abs => map(|v| if v < I::ZERO { I::ZERO.wrapping_sub(v) } else { v }),
        Unary::Sign => map(|v| match v.cmp(&I::ZERO) {
            core::cmp::Ordering::Less => I::ZERO.wrapping_sub(I::ONE),
            core::cmp::Ordering::Equal => I::ZERO,
            core::cmp::Ordering::Greater => I::ONE,
        }),
        Unary::Negative => map(minus),
        Unary::Square => map(|v| v.wrapping_mul(v)),
        Unary::LogicalNot => map(|v| if v == I::ZERO { I::ONE } else { I::ZERO }),
        Unary::Relu => map(|v| v.max(I::ZERO)),
        Unary::Round | Unary::Rint | Unary::Ceil | Unary::Floor | Unary::Trunc | Unary::Fix => map(|v| v),
        _ => return false,
    }
    true
}
