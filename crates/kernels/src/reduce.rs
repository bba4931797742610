//! Reductions over the middle axis of `(outer, n, inner)`, in an order that depends on the shape only.

use crate::integer::Int;
use crate::simd::{Float, Lanes};

/// How elements are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reduce {
    /// Σ x; 0 over nothing.
    Sum,
    /// Π x; 1 over nothing.
    Prod,
    /// The greatest; NaN if there is one; -∞ over nothing.
    Max,
    /// The least; NaN if there is one; ∞ over nothing.
    Min,
    /// Σ of what is not NaN.
    NanSum,
    /// Π of what is not NaN.
    NanProd,
    /// Σ |x|
    SumAbs,
    /// Σ x²
    SumSquares,
}

/// Reduces `x`, contiguous `(outer, n, inner)`, over `n` into `y`, `(outer, inner)`.
///
/// Sums join blocks of at most 512 elements a lane pairwise, so the error grows with the logarithm of `n`.
///
/// # Panics
/// If a length does not fit.
pub fn reduce<T: Float>(f: Reduce, x: &[T], outer: usize, n: usize, inner: usize, y: &mut [T]) {
    check(x.len(), y.len(), outer, n, inner);
    type V<T> = <T as Float>::Lanes;
    macro_rules! go {
        ($start:expr, $pre:expr, $join:expr) => {{
            let pre: fn(V<T>) -> V<T> = $pre;
            let join: fn(V<T>, V<T>) -> V<T> = $join;
            middle(x, n, inner, y, $start, |v| pre(v), |a, b| join(a, b))
        }};
    }
    match f {
        Reduce::Sum => go!(T::ZERO, |v| v, |a, b| a + b),
        Reduce::Prod => go!(T::ONE, |v| v, |a, b| a * b),
        Reduce::Max => go!(T::NEG_INFINITY, |v| v, |a, b| a.max(b)),
        Reduce::Min => go!(T::INFINITY, |v| v, |a, b| a.min(b)),
        Reduce::NanSum => go!(T::ZERO, |v| v.nan_mask().select(V::<T>::zero(), v), |a, b| a + b),
        Reduce::NanProd => go!(T::ONE, |v| v.nan_mask().select(V::<T>::c(1.0), v), |a, b| a * b),
        Reduce::SumAbs => go!(T::ZERO, |v| v.abs(), |a, b| a + b),
        Reduce::SumSquares => go!(T::ZERO, |v| v * v, |a, b| a + b),
    }
}

fn check(x: usize, y: usize, outer: usize, n: usize, inner: usize) {
    assert_eq!(x, outer * n * inner, "input does not have outer * n * inner elements");
    assert_eq!(y, outer * inner, "output does not have outer * inner elements");
}

/// Accumulators: this many vectors side by side.
const WIDTH: usize = 4;
/// So many rows of accumulators are added up straight; beyond, blocks are joined pairwise.
const BLOCK: usize = 64;
/// Enough levels for any number of blocks.
const LEVELS: usize = 48;

/// Joins `rows` rows of vectors, `BLOCK` at a time one after the other and the blocks pairwise (a binary counter).
#[inline(always)]
fn pairwise<L: Lanes, const W: usize>(
    rows: usize,
    start: L,
    row: impl Fn(usize) -> [L; W],
    join: impl Fn(L, L) -> L,
) -> [L; W] {
    let both = |a: [L; W], b: [L; W]| core::array::from_fn(|k| join(a[k], b[k]));
    let mut stack = [[start; W]; LEVELS];
    let (mut depth, mut blocks) = (0, 0usize);
    let mut r = 0;
    while r < rows {
        let end = rows.min(r + BLOCK);
        let mut block = row(r);
        for r in r + 1..end {
            block = both(block, row(r));
        }
        r = end;
        blocks += 1;
        for _ in 0..blocks.trailing_zeros() {
            depth -= 1;
            block = both(stack[depth], block);
        }
        stack[depth] = block;
        depth += 1;
    }
    let mut all = [start; W];
    while depth > 0 {
        depth -= 1;
        all = both(stack[depth], all);
    }
    all
}

#[inline(always)]
fn middle<T: Float>(
    x: &[T],
    n: usize,
    inner: usize,
    y: &mut [T],
    start: T,
    pre: impl Fn(T::Lanes) -> T::Lanes,
    join: impl Fn(T::Lanes, T::Lanes) -> T::Lanes,
) {
    let lanes = T::Lanes::N;
    let first = T::Lanes::splat(start);
    if n == 0 || inner == 0 {
        y.fill(start);
        return;
    }
    let join_elements = |a: T, b: T| join(T::Lanes::splat(a), T::Lanes::splat(b)).to_array().as_ref()[0];
    if inner == 1 {
        for (x, y) in x.chunks_exact(n).zip(y) {
            *y = contiguous(x, first, &pre, &join).fold(join_elements);
        }
        return;
    }
    for (x, y) in x.chunks_exact(n * inner).zip(y.chunks_exact_mut(inner)) {
        let mut j = 0;
        while j + WIDTH * lanes <= inner {
            let row = |r: usize| {
                // SAFETY: row r < n, columns j .. j + WIDTH * lanes <= inner.
                core::array::from_fn(|k| pre(unsafe { T::Lanes::load(x.as_ptr().add(r * inner + j + k * lanes)) }))
            };
            for (k, v) in pairwise::<_, WIDTH>(n, first, row, &join).into_iter().enumerate() {
                v.store_part(&mut y[j + k * lanes..j + (k + 1) * lanes]);
            }
            j += WIDTH * lanes;
        }
        while j < inner {
            let end = inner.min(j + lanes);
            let row = |r: usize| [pre(T::Lanes::load_part(&x[r * inner + j..r * inner + end], start))];
            pairwise::<_, 1>(n, first, row, &join)[0].store_part(&mut y[j..end]);
            j = end;
        }
    }
}

/// All elements of `x` joined into one vector, `WIDTH` accumulators wide.
#[inline(always)]
fn contiguous<T: Float>(
    x: &[T],
    start: T::Lanes,
    pre: &impl Fn(T::Lanes) -> T::Lanes,
    join: &impl Fn(T::Lanes, T::Lanes) -> T::Lanes,
) -> T::Lanes {
    let lanes = T::Lanes::N;
    let rows = x.len() / (WIDTH * lanes);
    // SAFETY: row r < rows lies inside the slice.
    let row =
        |r: usize| core::array::from_fn(|k| pre(unsafe { T::Lanes::load(x.as_ptr().add((r * WIDTH + k) * lanes)) }));
    let [a, b, c, d] = pairwise::<_, WIDTH>(rows, start, row, join);
    let mut all = join(join(a, b), join(c, d));
    for part in x[rows * WIDTH * lanes..].chunks(lanes) {
        all = join(all, pre(T::Lanes::load_part(part, start.to_array().as_ref()[0])));
    }
    all
}

/// Σ a b, in the order of [`reduce`].
///
/// # Panics
/// If the lengths differ.
pub fn dot<T: Float>(a: &[T], b: &[T]) -> T {
    assert_eq!(a.len(), b.len(), "operands differ in length");
    let lanes = T::Lanes::N;
    let rows = a.len() / (WIDTH * lanes);
    let row = |r: usize| {
        core::array::from_fn(|k| {
            let i = (r * WIDTH + k) * lanes;
            // SAFETY: row r < rows lies inside both slices, which are equally long.
            unsafe { T::Lanes::load(a.as_ptr().add(i)) * T::Lanes::load(b.as_ptr().add(i)) }
        })
    };
    let [p, q, r, s] = pairwise::<_, WIDTH>(rows, T::Lanes::zero(), row, |a, b| a + b);
    let mut all = (p + q) + (r + s);
    let done = rows * WIDTH * lanes;
    for (a, b) in a[done..].chunks(lanes).zip(b[done..].chunks(lanes)) {
        all = all + T::Lanes::load_part(a, T::ZERO) * T::Lanes::load_part(b, T::ZERO);
    }
    all.fold(|a, b| a + b)
}

/// As [`reduce`] on integers, modulo 2ⁿ; over nothing `Max` gives the least and `Min` the greatest value.
///
/// # Panics
/// If a length does not fit.
pub fn reduce_int<I: Int>(f: Reduce, x: &[I], outer: usize, n: usize, inner: usize, y: &mut [I]) {
    check(x.len(), y.len(), outer, n, inner);
    let abs = |v: I| if v < I::ZERO { I::ZERO.wrapping_sub(v) } else { v };
    match f {
        Reduce::Sum | Reduce::NanSum => middle_int(x, n, inner, y, I::ZERO, I::wrapping_add),
        Reduce::Prod | Reduce::NanProd => middle_int(x, n, inner, y, I::ONE, I::wrapping_mul),
        Reduce::Max => middle_int(x, n, inner, y, I::MIN, I::max),
        Reduce::Min => middle_int(x, n, inner, y, I::MAX, I::min),
        Reduce::SumAbs => middle_int(x, n, inner, y, I::ZERO, |s, v| s.wrapping_add(abs(v))),
        Reduce::SumSquares => middle_int(x, n, inner, y, I::ZERO, |s, v| s.wrapping_add(v.wrapping_mul(v))),
    }
}

#[inline(always)]
fn middle_int<I: Int>(x: &[I], n: usize, inner: usize, y: &mut [I], start: I, join: impl Fn(I, I) -> I) {
    y.fill(start);
    if n == 0 || inner == 0 {
        return;
    }
    for (x, y) in x.chunks_exact(n * inner).zip(y.chunks_exact_mut(inner)) {
        for row in x.chunks_exact(inner) {
            y.iter_mut().zip(row).for_each(|(y, x)| *y = join(*y, *x));
        }
    }
}

/// The index along `n` of the greatest (or least) element, the first of equals; of the first NaN if there is one.
///
/// # Panics
/// If a length does not fit, or if `n` is 0 where there is an output.
#[allow(clippy::eq_op)] // NaN differs from itself
pub fn arg<T: PartialOrd + Copy>(max: bool, x: &[T], outer: usize, n: usize, inner: usize, y: &mut [usize]) {
    check(x.len(), y.len(), outer, n, inner);
    y.fill(0);
    if y.is_empty() {
        return;
    }
    assert!(n > 0, "no element to choose from");
    for (x, y) in x.chunks_exact(n * inner).zip(y.chunks_exact_mut(inner)) {
        for (r, row) in x.chunks_exact(inner).enumerate().skip(1) {
            for (j, (v, best)) in row.iter().zip(y.iter_mut()).enumerate() {
                let b = &x[*best * inner + j];
                if b == b && (v != v || if max { v > b } else { v < b }) {
                    *best = r;
                }
            }
        }
    }
}
