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
    /// 1 or 0.
    #[inline(always)]
    fn truth(v: bool) -> Self {
        if v { Self::ONE } else { Self::ZERO }
    }
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
    runs::<false, I>((a, a_strides), (b, b_strides), shape, y, |a, b, y| run(f, a, b, y));
}

fn run<I: Int>(f: Binary, a: Operand<I>, b: Operand<I>, y: &mut [I]) {
    for x in [&a, &b] {
        assert!(!matches!(x, Operand::Array(x) if x.len() != y.len()), "operands and output differ in length");
    }
    let rare: fn(I, I) -> I = match f {
        Binary::Add => return zip(a, b, y, I::wrapping_add),
        Binary::Sub => return zip(a, b, y, I::wrapping_sub),
        Binary::Mul => return zip(a, b, y, I::wrapping_mul),
        Binary::Equal => return zip(a, b, y, |a, b| I::truth(a == b)),
        Binary::Lesser => return zip(a, b, y, |a, b| I::truth(a < b)),
        Binary::LesserEqual => return zip(a, b, y, |a, b| I::truth(a <= b)),
        Binary::Greater => return run(Binary::Lesser, b, a, y),
        Binary::GreaterEqual => return run(Binary::LesserEqual, b, a, y),
        Binary::NotEqual => |a, b| I::truth(a != b),
        Binary::Div => |a, b| if b == I::ZERO { I::ZERO } else { a.wrapping_div(b) },
        Binary::Mod => modulo,
        Binary::Maximum => I::max,
        Binary::Minimum => I::min,
        Binary::LogicalAnd => |a, b| I::truth(a != I::ZERO && b != I::ZERO),
        Binary::LogicalOr => |a, b| I::truth(a != I::ZERO || b != I::ZERO),
        Binary::LogicalXor => |a, b| I::truth((a != I::ZERO) != (b != I::ZERO)),
        Binary::Power => |a, b| I::from_f64(libm::pow(a.to_f64(), b.to_f64())),
        Binary::Hypot => |a, b| I::from_f64(libm::hypot(a.to_f64(), b.to_f64())),
        Binary::Arctan2 => |a, b| I::from_f64(libm::atan2(a.to_f64(), b.to_f64())),
        Binary::Ldexp => |a, b| I::from_f64(a.to_f64() * libm::exp2(b.to_f64())),
    };
    by_element(a, b, y, rare);
}

/// What is seldom asked of integers shares one loop: four types make every loop dear.
#[inline(never)]
fn by_element<I: Int>(a: Operand<I>, b: Operand<I>, y: &mut [I], f: fn(I, I) -> I) {
    for (i, y) in y.iter_mut().enumerate() {
        *y = f(a.at(i), b.at(i));
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

/// Scalars are spread over a chunk, so that there is one loop, which the compiler vectorises.
#[inline(always)]
fn zip<I: Int>(a: Operand<I>, b: Operand<I>, y: &mut [I], f: impl Fn(I, I) -> I) {
    const CHUNK: usize = 256;
    let fill = |x: &Operand<I>| if let Operand::Scalar(s) = x { [*s; CHUNK] } else { [I::ZERO; CHUNK] };
    let (fill_a, fill_b) = (fill(&a), fill(&b));
    let mut from = 0;
    for y in y.chunks_mut(CHUNK) {
        let (a, b) = (piece(&a, &fill_a, from, y.len()), piece(&b, &fill_b, from, y.len()));
        y.iter_mut().zip(a).zip(b).for_each(|((y, a), b)| *y = f(*a, *b));
        from += y.len();
    }
}

fn piece<'a, I: Int>(x: &'a Operand<'a, I>, fill: &'a [I], from: usize, len: usize) -> &'a [I] {
    match x {
        Operand::Array(x) => &x[from..from + len],
        Operand::Scalar(_) => &fill[..len],
    }
}

/// `y = f(x)` when integers need no float for it; otherwise false, and `y` is untouched.
///
/// # Panics
/// If the lengths differ.
pub fn unary<I: Int>(f: Unary, x: &[I], y: &mut [I]) -> bool {
    assert_eq!(x.len(), y.len(), "input and output differ in length");
    let f: fn(I) -> I = match f {
        Unary::Abs => |v| if v < I::ZERO { I::ZERO.wrapping_sub(v) } else { v },
        Unary::Sign => |v| match v.cmp(&I::ZERO) {
            core::cmp::Ordering::Less => I::ZERO.wrapping_sub(I::ONE),
            core::cmp::Ordering::Equal => I::ZERO,
            core::cmp::Ordering::Greater => I::ONE,
        },
        Unary::Negative => |v| I::ZERO.wrapping_sub(v),
        Unary::Square => |v| v.wrapping_mul(v),
        Unary::LogicalNot => |v| I::truth(v == I::ZERO),
        Unary::Relu => |v| v.max(I::ZERO),
        Unary::Round | Unary::Rint | Unary::Ceil | Unary::Floor | Unary::Trunc | Unary::Fix => |v| v,
        _ => return false,
    };
    y.iter_mut().zip(x).for_each(|(y, x)| *y = f(*x));
    true
}
