//! Elementwise functions of two arrays, of an array and a number, and of two arrays that broadcast.

pub mod broadcast;

use self::broadcast::{Operand, runs};
use crate::math::Math;
use crate::parallel::{self, ELEMENT, MOST_LANES, Shared};
use crate::simd::{Float, Lanes, copy};

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
    if f == Binary::Power && s == T::ONE + T::ONE {
        // Squares are the usual powers, and this is how `pow` would round them.
        return apply(Binary::Mul, a, a, y);
    }
    run(f, Operand::Array(a), Operand::Scalar(s), y);
}

/// `y = f(s, b)`.
///
/// # Panics
/// If the lengths differ.
pub fn apply_scalar_left<T: Float>(f: Binary, s: T, b: &[T], y: &mut [T]) {
    run(f, Operand::Scalar(s), Operand::Array(b), y);
}

/// [`run_part`], on several threads when `y` is long.
fn run<T: Float>(f: Binary, a: Operand<T>, b: Operand<T>, y: &mut [T]) {
    let (len, y) = (y.len(), Shared::new(y));
    parallel::ranges(len, MOST_LANES, ELEMENT, &|range| {
        // SAFETY: ranges do not overlap.
        let y = unsafe { y.part(range.clone()) };
        run_part(f, a.part(len, range.clone()), b.part(len, range), y);
    });
}

fn run_part<T: Float>(f: Binary, a: Operand<T>, b: Operand<T>, y: &mut [T]) {
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
        Binary::Equal => lanes!(|a, b| a.eq(b).one_where()),
        Binary::NotEqual => lanes!(|a, b| a.ne(b).one_where()),
        Binary::Greater => run_part(Binary::Lesser, b, a, y),
        Binary::GreaterEqual => run_part(Binary::LesserEqual, b, a, y),
        Binary::Lesser => lanes!(|a, b| a.lt(b).one_where()),
        Binary::LesserEqual => lanes!(|a, b| a.le(b).one_where()),
        Binary::LogicalAnd => lanes!(|a, b| truth(a).and(truth(b)).one_where()),
        Binary::LogicalOr => lanes!(|a, b| truth(a).or(truth(b)).one_where()),
        Binary::LogicalXor => lanes!(|a, b| truth(a).xor(truth(b)).one_where()),
        Binary::Mod => lanes!(|a, b| a.modulo(b)),
        Binary::Ldexp => by_element(a, b, y, |a, b| a * libm::exp2(b)),
        Binary::Arctan2 => by_element(a, b, y, libm::atan2),
    }
}

/// Calls `f` with the vectors of both operands. A scalar is an array read again and again, so that one loop serves
/// array with array, array with scalar and scalar with array, the last partial vector included.
#[inline(always)]
fn zip<T: Float>(a: Operand<T>, b: Operand<T>, y: &mut [T], f: impl Fn(T::Lanes, T::Lanes) -> T::Lanes) {
    in_vectors(a, b, y, &|(pa, step_a), (pb, step_b), py, vectors| {
        for i in 0..vectors {
            // SAFETY: `in_vectors` gives pointers at this many vectors, or without a step at one.
            unsafe {
                let v = f(T::Lanes::load(pa.add(i * step_a)), T::Lanes::load(pb.add(i * step_b)));
                v.store(py.add(i * T::Lanes::N));
            }
        }
    });
}

/// A loop over vectors: where each operand begins and its elements from vector to vector, the output, and how many
/// vectors there are.
type VectorLoop<'a, T> = &'a dyn Fn((*const T, usize), (*const T, usize), *mut T, usize);

/// Calls `run` for the whole vectors, then for a copy of the partial last one. Not inlined, so that a function's loop is
/// compiled once.
#[inline(never)]
fn in_vectors<T: Float>(a: Operand<T>, b: Operand<T>, y: &mut [T], run: VectorLoop<'_, T>) {
    let (n, len) = (T::Lanes::N, y.len());
    let (mut copy_a, mut copy_b) = ([T::ZERO; 4], [T::ZERO; 4]);
    let (from_a, from_b) = (source(&a, len, &mut copy_a), source(&b, len, &mut copy_b));
    let vectors = len / n;
    run(from_a, from_b, y.as_mut_ptr(), vectors);
    let whole = vectors * n;
    if whole < len {
        let mut last = [T::ZERO; 4];
        for (x, to) in [(a, &mut copy_a), (b, &mut copy_b)] {
            if let Operand::Array(x) = x {
                copy(&x[whole..], &mut to[..len - whole]);
            }
        }
        run((copy_a.as_ptr(), 0), (copy_b.as_ptr(), 0), last.as_mut_ptr(), 1);
        copy(&last[..len - whole], &mut y[whole..]);
    }
}

/// Where an operand starts, and its elements from vector to vector: none for a scalar, which `repeated` holds.
fn source<T: Float>(x: &Operand<T>, len: usize, repeated: &mut [T; 4]) -> (*const T, usize) {
    match x {
        Operand::Array(x) => {
            assert_eq!(x.len(), len, "operand and output differ in length");
            (x.as_ptr(), T::Lanes::N)
        }
        Operand::Scalar(s) => {
            *repeated = [*s; 4];
            (repeated.as_ptr(), 0)
        }
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
    let job = |a, b, shape: &[usize], y: &mut [T]| {
        runs::<true, T>((a, a_strides), (b, b_strides), shape, y, |a, b, y| run_part(f, a, b, y))
    };
    let len = y.len();
    // Cut along the first axis that is one.
    let axis = shape.iter().position(|&d| d != 1).filter(|_| len > 0);
    let Some(axis) = axis else { return job(a, b, shape, y) };
    let row: usize = shape[axis + 1..].iter().product();
    assert!(a_strides.len() == shape.len() && b_strides.len() == shape.len(), "ranks differ");
    assert_eq!(len, shape[axis] * row, "output differs in length");
    parallel::rows(y, row, row.saturating_mul(ELEMENT), &|first, y| {
        if y.len() == len {
            return job(a, b, shape, y);
        }
        let mut shape = shape.to_vec();
        shape[axis] = y.len() / row;
        job(&a[first * a_strides[axis]..], &b[first * b_strides[axis]..], &shape, y);
    });
}

/// `y += x`.
///
/// # Panics
/// If the lengths differ.
pub fn add_assign<T: Float>(y: &mut [T], x: &[T]) {
    parallel::elements([x], [y], ELEMENT, &|[x], [y]| crate::simd::update([x], [y], move |[x], [y]| [y + x]));
}

/// `y += alpha x`, rounded twice.
///
/// # Panics
/// If the lengths differ.
pub fn axpy<T: Float>(alpha: T, x: &[T], y: &mut [T]) {
    let alpha = T::Lanes::splat(alpha);
    parallel::elements([x], [y], ELEMENT, &|[x], [y]| {
        crate::simd::update([x], [y], move |[x], [y]| [y + alpha * x]);
    });
}
