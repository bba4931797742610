//! Products of a matrix with one or a few vectors: read bound, so the matrix is read once, in place, along its rows,
//! four rows a step; with several vectors those rows come from the first-level cache again.

use crate::parallel::{self, Shared};
use crate::simd::{Float, Lanes};

/// Operations an element of the matrix: reading it is what takes the time.
const COST: usize = 4;

/// Rows of the matrix a step.
const ROWS: usize = 4;

/// `rows[r] . x`; each in two vectors of partial sums, added in a fixed order.
#[inline(always)]
fn dot_rows<T: Float>(rows: [&[T]; ROWS], x: &[T]) -> [T; ROWS] {
    let pair = 2 * T::Lanes::N;
    let whole = x.len() / pair * pair;
    assert!(rows.iter().all(|row| row.len() >= x.len()));
    let mut sums = [[T::Lanes::zero(); 2]; ROWS];
    for p in (0..whole).step_by(pair) {
        for v in 0..2 {
            let p = p + v * T::Lanes::N;
            // SAFETY: p + N <= whole <= x.len() <= rows[r].len().
            unsafe {
                let x = T::Lanes::load(x.as_ptr().add(p));
                for (sum, row) in sums.iter_mut().zip(rows) {
                    sum[v] = sum[v] + x * T::Lanes::load(row.as_ptr().add(p));
                }
            }
        }
    }
    core::array::from_fn(|r| {
        let sum = (sums[r][0] + sums[r][1]).fold(|a, b| a + b);
        (whole..x.len()).fold(sum, |sum, p| sum + rows[r][p] * x[p])
    })
}

/// A matrix whose rows (or few columns) are contiguous, `stride` elements apart.
#[derive(Clone, Copy)]
pub(crate) struct Rows<'a, T> {
    pub data: &'a [T],
    pub stride: usize,
    pub count: usize,
}

impl<'a, T> Rows<'a, T> {
    /// The first `len` elements of a row; a row beyond the last is the last.
    #[inline(always)]
    fn row(&self, i: usize, len: usize) -> &'a [T] {
        &self.data[i.min(self.count - 1) * self.stride..][..len]
    }
}

/// `c[i * c_row + j * c_col] = alpha * (row i of a) . (row j of x) + beta * c[..]`, rows of `k`; `x` is short.
pub(crate) fn rows_times<T: Float>(
    a: Rows<'_, T>,
    x: Rows<'_, T>,
    k: usize,
    (alpha, beta): (T, T),
    c: &mut [T],
    (c_row, c_col): (usize, usize),
) {
    let c = Shared::new(c);
    parallel::ranges(a.count, ROWS, COST * k * x.count, &|range| {
        for first in range.clone().step_by(ROWS) {
            let rows = core::array::from_fn(|r| a.row(first + r, k));
            for j in 0..x.count {
                let sums = dot_rows(rows, x.row(j, k));
                for (i, &sum) in (first..range.end).zip(&sums) {
                    let at = i * c_row + j * c_col;
                    // SAFETY: each element belongs to one row, and the row to one range.
                    let c = unsafe { &mut c.part(at..at + 1)[0] };
                    *c = alpha * sum + if beta == T::ZERO { T::ZERO } else { beta * *c };
                }
            }
        }
    });
}

/// `y[i] = beta * y[i] + alpha * sum over the rows p of b, x(i, p) * b[p]` for the few rows i of y, all of length n.
pub(crate) fn combine_rows<T: Float>(
    b: Rows<'_, T>,
    x: impl Fn(usize, usize) -> T,
    (m, n): (usize, usize),
    (alpha, beta): (T, T),
    y: &mut [T],
    y_stride: usize,
) {
    for i in 0..m {
        let y = &mut y[i * y_stride..][..n];
        if beta == T::ZERO {
            y.fill(T::ZERO);
        } else {
            y.iter_mut().for_each(|y| *y = beta * *y);
        }
    }
    for first in (0..b.count).step_by(ROWS) {
        let [b0, b1, b2, b3] = core::array::from_fn(|r| b.row(first + r, n));
        for i in 0..m {
            let y = &mut y[i * y_stride..][..n];
            let factor = |r: usize| alpha * x(i, first + r);
            if b.count - first >= ROWS {
                let [f0, f1, f2, f3] = core::array::from_fn(factor);
                for ((((y, &b0), &b1), &b2), &b3) in y.iter_mut().zip(b0).zip(b1).zip(b2).zip(b3) {
                    *y = *y + ((f0 * b0 + f1 * b1) + (f2 * b2 + f3 * b3));
                }
            } else {
                for (r, row) in [b0, b1, b2].into_iter().enumerate().take(b.count - first) {
                    let factor = factor(r);
                    y.iter_mut().zip(row).for_each(|(y, &b)| *y = *y + factor * b);
                }
            }
        }
    }
}
