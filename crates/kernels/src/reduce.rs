//! Reductions over the middle axis of `(outer, n, inner)`, in an order that depends on the shape only.

use crate::integer::Int;
use crate::simd::{Float, Lanes, copy, map};

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
/// Blocks of at most 64 terms a lane are joined pairwise, so the error of a sum grows with the logarithm of `n`.
///
/// # Panics
/// If a length does not fit.
pub fn reduce<T: Float>(f: Reduce, x: &[T], outer: usize, n: usize, inner: usize, y: &mut [T]) {
    check(x.len(), y.len(), outer, n, inner);
    macro_rules! kernel {
        ($start:expr, |$v:ident| $pre:expr, |$a:ident, $b:ident| $join:expr) => {{
            fn join<L: Lanes>($a: L, $b: L) -> L {
                $join
            }
            unsafe fn block<T: Float>(p: *const T, rows: usize, stride: usize) -> Tile<T::Lanes> {
                // SAFETY: the caller's promise, passed on.
                unsafe { rows_of::<T>(p, rows, stride, |$v| $pre, join::<T::Lanes>) }
            }
            Kernel { start: $start, block: block::<T>, join: join::<T::Lanes> }
        }};
    }
    let kernel = match f {
        Reduce::Sum => kernel!(T::ZERO, |v| v, |a, b| a + b),
        Reduce::Prod => kernel!(T::ONE, |v| v, |a, b| a * b),
        Reduce::Max => kernel!(T::NEG_INFINITY, |v| v, |a, b| a.max(b)),
        Reduce::Min => kernel!(T::INFINITY, |v| v, |a, b| a.min(b)),
        Reduce::NanSum => kernel!(T::ZERO, |v| v.nan_mask().select(T::Lanes::zero(), v), |a, b| a + b),
        Reduce::NanProd => kernel!(T::ONE, |v| v.nan_mask().select(T::Lanes::c(1.0), v), |a, b| a * b),
        Reduce::SumAbs => kernel!(T::ZERO, |v| v.abs(), |a, b| a + b),
        Reduce::SumSquares => kernel!(T::ZERO, |v| v * v, |a, b| a + b),
    };
    if n == 0 {
        y.fill(kernel.start);
    } else if n <= SHORT && inner == 1 {
        kernel.short_rows(x, n, y);
    } else if inner == 1 {
        for (x, y) in x.chunks_exact(n).zip(y) {
            *y = kernel.row(x);
        }
    } else if inner > 1 {
        for (x, y) in x.chunks_exact(n * inner).zip(y.chunks_exact_mut(inner)) {
            kernel.columns(x, n, y);
        }
    }
}

fn check(x: usize, y: usize, outer: usize, n: usize, inner: usize) {
    assert_eq!(x, outer * n * inner, "input does not have outer * n * inner elements");
    assert_eq!(y, outer * inner, "output does not have outer * inner elements");
}

/// Accumulators: this many vectors side by side.
const WIDTH: usize = 4;
/// So many rows of accumulators are joined one after the other; beyond, blocks are joined pairwise.
const BLOCK: usize = 64;
/// The most elements of a row of accumulators.
const ROW: usize = WIDTH * 4;

/// Rows up to this length are turned round, and a tile of them reduced at once.
const SHORT: usize = 32;

type Tile<L> = [L; WIDTH];

/// A reduction: what is compiled per function is only the loop over a block, the walk is shared.
struct Kernel<T: Float> {
    /// The result over nothing; joining it changes nothing.
    start: T,
    /// Joins `rows` rows of a tile, `stride` elements apart. See [`rows_of`] for what the pointer must satisfy.
    block: unsafe fn(*const T, usize, usize) -> Tile<T::Lanes>,
    join: fn(T::Lanes, T::Lanes) -> T::Lanes,
}

/// # Safety
/// `rows` is not 0, and a tile can be read at every `p + r * stride` for `r < rows`.
#[inline(always)]
unsafe fn rows_of<T: Float>(
    p: *const T,
    rows: usize,
    stride: usize,
    pre: impl Fn(T::Lanes) -> T::Lanes,
    join: impl Fn(T::Lanes, T::Lanes) -> T::Lanes,
) -> Tile<T::Lanes> {
    // SAFETY: the caller promises that these elements are readable.
    let row = |r: usize| core::array::from_fn(|k| pre(unsafe { T::Lanes::load(p.add(r * stride + k * T::Lanes::N)) }));
    let mut all: Tile<T::Lanes> = row(0);
    for r in 1..rows {
        let next: Tile<T::Lanes> = row(r);
        all = core::array::from_fn(|k| join(all[k], next[k]));
    }
    all
}

impl<T: Float> Kernel<T> {
    const TILE: usize = WIDTH * T::Lanes::N;

    fn both(&self, a: Tile<T::Lanes>, b: Tile<T::Lanes>) -> Tile<T::Lanes> {
        core::array::from_fn(|k| (self.join)(a[k], b[k]))
    }

    /// Joins `rows` rows: straight up to a block, else both halves.
    ///
    /// # Safety
    /// As [`rows_of`].
    unsafe fn pairwise(&self, p: *const T, rows: usize, stride: usize) -> Tile<T::Lanes> {
        if rows <= BLOCK {
            // SAFETY: the caller's promise, passed on.
            return unsafe { (self.block)(p, rows, stride) };
        }
        let half = (rows / 2).next_multiple_of(BLOCK);
        // SAFETY: both halves are parts of what the caller promises.
        unsafe { self.both(self.pairwise(p, half, stride), self.pairwise(p.add(half * stride), rows - half, stride)) }
    }

    /// All of a contiguous slice that is not empty.
    fn row(&self, x: &[T]) -> T {
        let rows = x.len() / Self::TILE;
        let rest = &x[rows * Self::TILE..];
        let mut last = [self.start; ROW];
        copy(rest, &mut last[..rest.len()]);
        // SAFETY: `last` holds a tile, and `rows` tiles lie in the slice.
        let tile = unsafe {
            match (rows, rest.len()) {
                (0, _) => (self.block)(last.as_ptr(), 1, 0),
                (_, 0) => self.pairwise(x.as_ptr(), rows, Self::TILE),
                _ => self.both(self.pairwise(x.as_ptr(), rows, Self::TILE), (self.block)(last.as_ptr(), 1, 0)),
            }
        };
        let [a, b, c, d] = tile;
        let all = (self.join)((self.join)(a, b), (self.join)(c, d));
        all.fold(|a, b| (self.join)(T::Lanes::splat(a), T::Lanes::splat(b)).to_array().as_ref()[0])
    }

    /// Each of many rows of `n <= SHORT` elements.
    fn short_rows(&self, x: &[T], n: usize, y: &mut [T]) {
        let mut turned = [self.start; SHORT * ROW];
        for (x, y) in x.chunks(n * Self::TILE).zip(y.chunks_mut(Self::TILE)) {
            for (r, row) in x.chunks_exact(n).enumerate() {
                for (k, v) in row.iter().enumerate() {
                    turned[k * Self::TILE + r] = *v;
                }
            }
            // SAFETY: `turned` holds `n <= SHORT` tiles.
            let tile = unsafe { (self.block)(turned.as_ptr(), n, Self::TILE) };
            store(tile, y);
        }
    }

    /// Every column of `n` rows, a tile of columns at a time; the columns that are left are copied into whole tiles.
    fn columns(&self, x: &[T], n: usize, y: &mut [T]) {
        let inner = y.len();
        for (j, y) in y.chunks_mut(Self::TILE).enumerate() {
            let j = j * Self::TILE;
            let tile = if y.len() == Self::TILE {
                // SAFETY: in each of the n rows of `inner` elements a tile lies at column j.
                unsafe { self.pairwise(x.as_ptr().add(j), n, inner) }
            } else {
                self.narrow(&x[j..], n, inner, y.len())
            };
            store(tile, y);
        }
    }

    /// As `pairwise` for the first `width` columns, fewer than a tile.
    fn narrow(&self, x: &[T], rows: usize, stride: usize, width: usize) -> Tile<T::Lanes> {
        if rows > BLOCK {
            let half = (rows / 2).next_multiple_of(BLOCK);
            let (a, b) = (self.narrow(x, half, stride, width), &x[half * stride..]);
            return self.both(a, self.narrow(b, rows - half, stride, width));
        }
        let mut tiles = [self.start; BLOCK * ROW];
        for (r, to) in tiles.chunks_exact_mut(Self::TILE).take(rows).enumerate() {
            copy(&x[r * stride..r * stride + width], &mut to[..width]);
        }
        // SAFETY: `tiles` holds `rows <= BLOCK` tiles.
        unsafe { (self.block)(tiles.as_ptr(), rows, Self::TILE) }
    }
}

/// Writes the first `y.len()` elements of a tile.
fn store<T: Float>(tile: Tile<T::Lanes>, y: &mut [T]) {
    for (v, y) in tile.into_iter().zip(y.chunks_mut(T::Lanes::N)) {
        v.store_part(y);
    }
}

/// Σ a b: chunks of products, their sums joined one after the other.
///
/// # Panics
/// If the lengths differ.
pub fn dot<T: Float>(a: &[T], b: &[T]) -> T {
    assert_eq!(a.len(), b.len(), "operands differ in length");
    let mut products = [T::ZERO; 2048];
    let mut all = T::ZERO;
    for (a, b) in a.chunks(products.len()).zip(b.chunks(products.len())) {
        let y = &mut products[..a.len()];
        map([a, b], y, move |[a, b]| a * b);
        let mut sum = [T::ZERO];
        reduce(Reduce::Sum, y, 1, y.len(), 1, &mut sum);
        all = all + sum[0];
    }
    all
}

/// As [`reduce`] on integers, modulo 2ⁿ; over nothing `Max` gives the least and `Min` the greatest value.
///
/// # Panics
/// If a length does not fit.
pub fn reduce_int<I: Int>(f: Reduce, x: &[I], outer: usize, n: usize, inner: usize, y: &mut [I]) {
    check(x.len(), y.len(), outer, n, inner);
    let (start, join): (I, fn(I, I) -> I) = match f {
        Reduce::Sum | Reduce::NanSum => return middle_int(x, n, inner, y, I::ZERO, I::wrapping_add),
        Reduce::Prod | Reduce::NanProd => (I::ONE, I::wrapping_mul),
        Reduce::Max => (I::MIN, I::max),
        Reduce::Min => (I::MAX, I::min),
        Reduce::SumAbs => (I::ZERO, |s, v| s.wrapping_add(if v < I::ZERO { I::ZERO.wrapping_sub(v) } else { v })),
        Reduce::SumSquares => (I::ZERO, |s, v| s.wrapping_add(v.wrapping_mul(v))),
    };
    middle_int(x, n, inner, y, start, join);
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
    let better = |v: T, b: T| b == b && (v != v || if max { v > b } else { v < b });
    if inner == 1 {
        // With the best element at hand.
        for (x, y) in x.chunks_exact(n).zip(y) {
            let mut best = x[0];
            for (r, &v) in x.iter().enumerate().skip(1) {
                if better(v, best) {
                    (best, *y) = (v, r);
                }
            }
        }
        return;
    }
    for (x, y) in x.chunks_exact(n * inner).zip(y.chunks_exact_mut(inner)) {
        for (r, row) in x.chunks_exact(inner).enumerate().skip(1) {
            for (j, (v, best)) in row.iter().zip(y.iter_mut()).enumerate() {
                if better(*v, x[*best * inner + j]) {
                    *best = r;
                }
            }
        }
    }
}
