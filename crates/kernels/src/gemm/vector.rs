//! Products with a vector: read bound, so the matrix is read once, in place, along its rows.

use super::fused::mul_add;
use crate::simd::{Float, Lanes};

/// Rows of the matrix a step.
const ROWS: usize = 4;

/// Sum of `a[i] * b[i]` in eight interleaved partial sums, added in a fixed order.
#[inline(always)]
fn dot_rows<T: Float>(rows: [&[T]; ROWS], x: &[T]) -> [T; ROWS] {
    let lanes = T::Lanes::N;
    let whole = x.len() / lanes * lanes;
    assert!(rows.iter().all(|row| row.len() >= x.len()));
    let mut acc = [T::Lanes::splat(T::ZERO); ROWS];
    let mut p = 0;
    while p < whole {
        // SAFETY: p + lanes <= whole <= x.len() <= rows[r].len().
        unsafe {
            let v = T::Lanes::load(x.as_ptr().add(p));
            for (sum, row) in acc.iter_mut().zip(rows) {
                *sum = mul_add(v, T::Lanes::load(row.as_ptr().add(p)), *sum);
            }
        }
        p += lanes;
    }
    core::array::from_fn(|r| {
        let mut part = [T::ZERO; 4];
        // SAFETY: a vector has at most 4 lanes.
        unsafe { acc[r].store(part.as_mut_ptr()) };
        let mut sum = (part[0] + part[2]) + (part[1] + part[3]);
        for p in whole..x.len() {
            sum = sum + rows[r][p] * x[p];
        }
        sum
    })
}

/// `y[i * stride] = alpha * (row i of a) . x + beta * y[i * stride]`.
#[allow(clippy::too_many_arguments)] // the field's standard signature
pub(crate) fn rows_times<T: Float>(
    a: &[T],
    lda: usize,
    m: usize,
    x: &[T],
    alpha: T,
    beta: T,
    y: &mut [T],
    stride: usize,
) {
    for first in (0..m).step_by(ROWS) {
        let rows = core::array::from_fn(|r| &a[(first + r).min(m - 1) * lda..][..x.len()]);
        let sums = dot_rows(rows, x);
        for (r, &sum) in sums.iter().enumerate().take(m - first) {
            let y = &mut y[(first + r) * stride];
            *y = alpha * sum + if beta == T::ZERO { T::ZERO } else { beta * *y };
        }
    }
}

/// `y += sum over the rows p of b, x[p * x_stride] * alpha * b[p]`, after `y *= beta`.
#[allow(clippy::too_many_arguments)] // the field's standard signature
pub(crate) fn combine_rows<T: Float>(
    b: &[T],
    ldb: usize,
    k: usize,
    x: &[T],
    x_stride: usize,
    alpha: T,
    beta: T,
    y: &mut [T],
) {
    if beta == T::ZERO {
        y.fill(T::ZERO);
    } else if beta != T::ONE {
        y.iter_mut().for_each(|y| *y = beta * *y);
    }
    let n = y.len();
    for first in (0..k).step_by(ROWS) {
        let rows: [&[T]; ROWS] = core::array::from_fn(|r| &b[(first + r).min(k - 1) * ldb..][..n]);
        let factors: [T; ROWS] =
            core::array::from_fn(|r| if first + r < k { alpha * x[(first + r) * x_stride] } else { T::ZERO });
        if k - first < ROWS {
            for (row, &factor) in rows.iter().zip(&factors).take(k - first) {
                for (y, &b) in y.iter_mut().zip(*row) {
                    *y = *y + factor * b;
                }
            }
        } else {
            let [b0, b1, b2, b3] = rows;
            let [f0, f1, f2, f3] = factors;
            for ((((y, &b0), &b1), &b2), &b3) in y.iter_mut().zip(b0).zip(b1).zip(b2).zip(b3) {
                *y = *y + ((f0 * b0 + f1 * b1) + (f2 * b2 + f3 * b3));
            }
        }
    }
}
