//! Reading and writing by index. Rows are contiguous, so a row is moved at once.

use crate::simd::{Float, copy};
use bytemuck::Pod;

/// What becomes of an index outside `0 .. rows`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The nearest valid one.
    Clip,
    /// Modulo `rows`, as in Python.
    Wrap,
}

impl Mode {
    /// The row that `index` means; `rows` must not be 0.
    #[inline(always)]
    pub fn resolve(self, index: i64, rows: usize) -> usize {
        match self {
            Mode::Clip => index.clamp(0, rows as i64 - 1) as usize,
            Mode::Wrap => index.rem_euclid(rows as i64) as usize,
        }
    }
}

/// `y[i] = x[idx[i]]`, rows of `row_len` elements.
///
/// # Panics
/// If a slice is too short, or `rows` is 0 while `idx` is not empty.
pub fn gather_rows<E: Pod>(x: &[E], rows: usize, row_len: usize, idx: &[i64], mode: Mode, y: &mut [E]) {
    if row_len == 1 {
        for (y, &i) in y.iter_mut().zip(idx) {
            *y = x[mode.resolve(i, rows)];
        }
    } else {
        for (i, &row) in idx.iter().enumerate() {
            copy(&x[mode.resolve(row, rows) * row_len..][..row_len], &mut y[i * row_len..][..row_len]);
        }
    }
}

/// `dx[idx[i]] += dy[i]`, rows of `row_len` elements, in the order of `idx`: the gradient of [`gather_rows`].
///
/// # Panics
/// If a slice is too short, or `rows` is 0 while `idx` is not empty.
pub fn scatter_add_rows<T: Float>(dy: &[T], idx: &[i64], rows: usize, row_len: usize, mode: Mode, dx: &mut [T]) {
    for (i, &row) in idx.iter().enumerate() {
        add(&dy[i * row_len..][..row_len], &mut dx[mode.resolve(row, rows) * row_len..][..row_len]);
    }
}

/// `y[to[i]] += a[i] · x[from[i]]`, rows of `row_len` elements, in this order.
///
/// # Panics
/// If an index is not that of a row.
pub fn coo_dot<T: Float>(a: &[T], to: &[i64], from: &[i64], x: &[T], row_len: usize, y: &mut [T]) {
    for ((&a, &to), &from) in a.iter().zip(to).zip(from) {
        let x = &x[from as usize * row_len..][..row_len];
        for (y, &x) in y[to as usize * row_len..][..row_len].iter_mut().zip(x) {
            *y = *y + a * x;
        }
    }
}

/// `y += x`.
#[inline(always)]
fn add<T: Float>(x: &[T], y: &mut [T]) {
    for (y, &x) in y.iter_mut().zip(x) {
        *y = *y + x;
    }
}

/// `y[o, i] = x[o, idx[o, i], i]` for `x` of (outer, n, inner).
///
/// # Panics
/// If a slice is too short.
pub fn pick<E: Pod>(x: &[E], n: usize, inner: usize, idx: &[i64], mode: Mode, y: &mut [E]) {
    for (at, (y, &i)) in y.iter_mut().zip(idx).enumerate() {
        *y = x[(at / inner * n + mode.resolve(i, n)) * inner + at % inner];
    }
}

/// Gradient of [`pick`]: adds to `dx`, (outer, n, inner).
///
/// # Panics
/// If a slice is too short.
pub fn pick_scatter_add<T: Float>(dy: &[T], n: usize, inner: usize, idx: &[i64], mode: Mode, dx: &mut [T]) {
    for (at, (&dy, &i)) in dy.iter().zip(idx).enumerate() {
        let dx = &mut dx[(at / inner * n + mode.resolve(i, n)) * inner + at % inner];
        *dx = *dx + dy;
    }
}

/// `y[i, j] = if idx[i] == j { on } else { off }`, rows of `depth`; indices outside give rows of `off`.
///
/// # Panics
/// If a slice is too short.
pub fn one_hot<E: Pod>(idx: &[i64], depth: usize, on: E, off: E, y: &mut [E]) {
    y[..idx.len() * depth].fill(off);
    for (i, &index) in idx.iter().enumerate() {
        if (0..depth as i64).contains(&index) {
            y[i * depth + index as usize] = on;
        }
    }
}

/// Row numbers that the columns of `indices`, (dims.len(), count), mean in an array of leading `dims`. A negative index
/// counts from the end; what is still outside is clipped.
///
/// # Panics
/// If a slice is too short or a dimension is 0.
pub fn nd_offsets(indices: &[i64], dims: &[usize], offsets: &mut [usize]) {
    let count = offsets.len();
    offsets.fill(0);
    for (d, &dim) in dims.iter().enumerate() {
        for (offset, &i) in offsets.iter_mut().zip(&indices[d * count..][..count]) {
            let i = if i < 0 { i + dim as i64 } else { i };
            *offset = *offset * dim + Mode::Clip.resolve(i, dim);
        }
    }
}

/// `y[i] = x[offsets[i]]`, rows of `row_len`.
///
/// # Panics
/// If an offset leaves `x`.
pub fn gather_nd<E: Pod>(x: &[E], offsets: &[usize], row_len: usize, y: &mut [E]) {
    for (i, &row) in offsets.iter().enumerate() {
        copy(&x[row * row_len..][..row_len], &mut y[i * row_len..][..row_len]);
    }
}

/// `y[offsets[i]] = x[i]`, rows of `row_len`; of several writes to a row the last stays.
///
/// # Panics
/// If an offset leaves `y`.
pub fn scatter_nd<E: Pod>(x: &[E], offsets: &[usize], row_len: usize, y: &mut [E]) {
    for (i, &row) in offsets.iter().enumerate() {
        copy(&x[i * row_len..][..row_len], &mut y[row * row_len..][..row_len]);
    }
}

/// `y[offsets[i]] += x[i]`, rows of `row_len`: the gradient of [`gather_nd`].
///
/// # Panics
/// If an offset leaves `y`.
pub fn scatter_add<T: Float>(x: &[T], offsets: &[usize], row_len: usize, y: &mut [T]) {
    for (i, &row) in offsets.iter().enumerate() {
        add(&x[i * row_len..][..row_len], &mut y[row * row_len..][..row_len]);
    }
}
