//! Elementwise functions of two arrays, of an array and a number, and of two arrays that broadcast.

pub mod broadcast;

use self::broadcast::{Operand, runs};
use crate::math::Math;
use crate::simd::{Float, Lanes};

/// A function of two elements. Comparisons and logical functions give 1 or 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binary {
    /// a + b
    Add,
    /// a - b
    Sub,
    /// a * b
    Mul,
    /// a / b
    Div,
    /// Remainder with the sign of the divisor; 0 when that is 0.
    Mod,
    /// a to the power of b.
    Power,
    /// √(a² + b²)
    Hypot,
    /// The greater one; NaN when either is.
    Maximum,
    /// The lesser one; NaN when either is.
    Minimum,
    /// The angle of the point (b, a).
    Arctan2,
    /// a times 2 to the power of b.
    Ldexp,
    /// a == b
    Equal,
    /// a != b
    NotEqual,
    /// a > b
    Greater,
    /// a >= b
    GreaterEqual,
    /// a < b
    Lesser,
    /// a <= b
    LesserEqual,
    /// Both differ from 0.
    LogicalAnd,
    /// One or both differ from 0.
    LogicalOr,
    /// Exactly one differs from 0.
    LogicalXor,
}

/// `y = f(a, b)`, all of one length.
///
/// # Panics
/// If the lengths differ.
pub fn apply<T: Float>(f: Binary, a: &[T], b: &[T], y: &mut [T]) {
    run(f, Operand::Array(a), Operand::Array(b), y);
}

/// `y = f(a, s)`.
///
/// # Panics
/// If the lengths differ.
pub fn apply_scalar<T: Float>(f: Binary, a: &[T], s: T, y: &mut [T]) {
    run(f, Operand::Array(a), Operand::Scalar(s), y);
}

/// `y = f(s, b)`.
///
/// # Panics
/// If the lengths differ.
pub fn apply_scalar_left<T: Float>(f: Binary, s: T, b: &[T], y: &mut [T]) {
    run(f, Operand::Scalar(s), Operand::Array(b), y);
}

fn run<T: Float>(f: Binary, a: Operand<T>, b: Operand<T>, y: &mut [T]) {
    type V<T> = <T as Float>::Lanes;
    macro_rules! lanes {
        ($f:expr) => {
            zip(a, b, y, |p, q| {
                let f: fn(V<T>, V<T>) -> V<T> = $f;
                f(p, q)
            })
        };
    }
    fn truth<L: Lanes>(v: L) -> L {
        v.ne(L::zero())
    }
    match f {
        Binary::Add => lanes!(|a, b| a + b),
        Binary::Sub => lanes!(|a, b| a - b),
        Binary::Mul => lanes!(|a, b| a * b),
        Binary::Div => lanes!(|a, b| a / b),
        Binary::Power => lanes!(|a, b| a.pow(b)),
        Binary::Hypot => lanes!(|a, b| a.hypot(b)),
        Binary::Maximum => lanes!(|a, b| a.max(b)),
        Binary::Minimum => lanes!(|a, b| a.min(b)),
        Binary::Ldexp => lanes!(|a, b| a * V::<T>::c(2.0).pow(b)),
        Binary::Equal => lanes!(|a, b| a.eq(b).one_where()),
        Binary::NotEqual => lanes!(|a, b| a.ne(b).one_where()),
        Binary::Greater => lanes!(|a, b| b.lt(a).one_where()),
        Binary::GreaterEqual => lanes!(|a, b| b.le(a).one_where()),
        Binary::Lesser => lanes!(|a, b| a.lt(b).one_where()),
        Binary::LesserEqual => lanes!(|a, b| a.le(b).one_where()),
        Binary::LogicalAnd => lanes!(|a, b| truth(a).and(truth(b)).one_where()),
        Binary::LogicalOr => lanes!(|a, b| truth(a).or(truth(b)).one_where()),
        Binary::LogicalXor => lanes!(|a, b| truth(a).xor(truth(b)).one_where()),
        Binary::Mod => by_element(a, b, y, modulo),
        Binary::Arctan2 => by_element(a, b, y, libm::atan2),
    }
}

/// MXNet's remainder: the sign of the divisor, 0 when that is 0.
pub fn modulo(a: f64, b: f64) -> f64 {
    if b == 0.0 {
        return 0.0;
    }
    if (a < 0.0) == (b < 0.0) {
        let r = libm::fmod(a.abs(), b.abs());
        // A zero dividend keeps its sign, as C's fmod does.
        return if b < 0.0 { -r } else { r.copysign(a) };
    }
    let r = libm::fmod(a, b);
    if r == 0.0 { r + 0.0 } else { r + b }
}

/// Calls `f` with the vectors of both operands. A scalar is an array read again and again, so that one loop serves
/// array with array, array with scalar and scalar with array.
#[inline(always)]
fn zip<T: Float>(a: Operand<T>, b: Operand<T>, y: &mut [T], f: impl Fn(T::Lanes, T::Lanes) -> T::Lanes) {
    let (n, len) = (T::Lanes::N, y.len());
    let (mut fill_a, mut fill_b) = ([T::ZERO; 4], [T::ZERO; 4]);
    let (pa, step_a) = steps(a, &mut fill_a, len);
    let (pb, step_b) = steps(b, &mut fill_b, len);
    let whole = len - len % n;
    let mut i = 0;
    while i < whole {
        // SAFETY: a step of 1 means a slice of `len` elements and `i + n <= len`; a step of 0 means an array of 4.
        unsafe {
            let v = f(T::Lanes::load(pa.add(i * step_a)), T::Lanes::load(pb.add(i * step_b)));
            v.store(y.as_mut_ptr().add(i));
        }
        i += n;
    }
    if whole < len {
        f(last(a, whole), last(b, whole)).store_part(&mut y[whole..]);
    }
}

/// Where to read an operand, and how far to move an element on; a scalar is read from `fill`.
#[inline(always)]
fn steps<T: Float>(x: Operand<T>, fill: &mut [T; 4], len: usize) -> (*const T, usize) {
    match x {
        Operand::Array(x) => {
            assert_eq!(x.len(), len, "operand and output differ in length");
            (x.as_ptr(), 1)
        }
        Operand::Scalar(s) => {
            *fill = [s; 4];
            (fill.as_ptr(), 0)
        }
    }
}

#[inline(always)]
fn last<T: Float>(x: Operand<T>, from: usize) -> T::Lanes {
    match x {
        Operand::Array(x) => T::Lanes::load_part(&x[from..], T::ONE),
        Operand::Scalar(s) => T::Lanes::splat(s),
    }
}

#[inline(never)]
fn by_element<T: Float>(a: Operand<T>, b: Operand<T>, y: &mut [T], f: fn(f64, f64) -> f64) {
    for (i, y) in y.iter_mut().enumerate() {
        *y = T::from_f64(f(a.at(i).to_f64(), b.at(i).to_f64()));
    }
}

/// `y = f(a, b)` with broadcasting: strides in elements, 0 where an operand repeats; `y` is contiguous of `shape`.
///
/// # Panics
/// If ranks differ, if `y` is not as long as `shape` says, or if strides lead outside an operand.
pub fn broadcast<T: Float>(
    f: Binary,
    a: &[T],
    a_strides: &[usize],
    b: &[T],
    b_strides: &[usize],
    shape: &[usize],
    y: &mut [T],
) {
    runs((a, a_strides), (b, b_strides), shape, y, |a, b, y| run(f, a, b, y));
}

/// `y += x`.
///
/// # Panics
/// If the lengths differ.
pub fn add_assign<T: Float>(y: &mut [T], x: &[T]) {
    crate::simd::update([x], [y], |[x], [y]| [y + x]);
}

/// `y += alpha x`, rounded twice.
///
/// # Panics
/// If the lengths differ.
pub fn axpy<T: Float>(alpha: T, x: &[T], y: &mut [T]) {
    let alpha = T::Lanes::splat(alpha);
    crate::simd::update([x], [y], |[x], [y]| [y + alpha * x]);
}
