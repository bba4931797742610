//! Matrix products, row major, operands optionally stored transposed.
//!
//! Three ways: a product with a vector reads the matrix in place ([`vector`]); everything else is packed into panels
//! and computed tile by tile ([`blocked`], where the tile is explained). The order of every sum depends on the sizes
//! only, never on the operands' strides.

pub(crate) mod blocked;
mod pack;
pub(crate) mod scratch;
pub mod tile;
mod vector;

use crate::parallel::{self, Shared};
use crate::simd::Float;
use blocked::{Operand, Output, Pack};
use pack::pack_panels;
pub(crate) use pack::{pack_rows, put};
use vector::Rows;

/// Most rows (or columns) of the smaller operand for which dot products in place are the faster way.
const FEW_DOTS: usize = 6;
/// Most rows of A for which sums of rows of B are.
const FEW_SUMS: usize = 3;

/// `C[m, n] = alpha * op(A) op(B) + beta * C`, row major.
///
/// `ta`: A is stored as k rows of m, `lda` elements apart (else m rows of k); `tb`: B is stored as n rows of k (else k
/// rows of n). With `beta` zero C is not read.
///
/// # Panics
/// If a slice is too short.
#[allow(clippy::too_many_arguments)] // the field's standard signature
pub fn gemm<T: Float>(
    ta: bool,
    tb: bool,
    m: usize,
    n: usize,
    k: usize,
    alpha: T,
    a: &[T],
    lda: usize,
    b: &[T],
    ldb: usize,
    beta: T,
    c: &mut [T],
    ldc: usize,
) {
    if m == 0 || n == 0 {
        return;
    }
    // Strides of A along m and k, of B along n and k.
    let (a_row, a_depth) = if ta { (1, lda) } else { (lda, 1) };
    let (b_col, b_depth) = if tb { (ldb, 1) } else { (1, ldb) };
    // Doubles are asked to be right, not to be fast: one way is enough.
    let narrow = size_of::<T>() == 4;
    // Contiguous along k on both sides and few rows or columns: dot products in place beat packing.
    if narrow && !ta && (tb || (n == 1 && ldb == 1)) && k > 0 && m.min(n) <= FEW_DOTS {
        let (a, b) = (Rows { data: a, stride: lda, count: m }, Rows { data: b, stride: b_col, count: n });
        return if m < n {
            vector::rows_times(b, a, k, (alpha, beta), c, (1, ldc))
        } else {
            vector::rows_times(a, b, k, (alpha, beta), c, (ldc, 1))
        };
    }
    if k == 0 || (narrow && !tb && m <= FEW_SUMS) {
        let b = Rows { data: b, stride: ldb, count: k };
        return vector::combine_rows(b, |i, p| a[i * a_row + p * a_depth], (m, n), (alpha, beta), c, ldc);
    }
    let pack_a: Pack<'_, T> = &|rows, depth, out| pack_rows(a, (a_row, a_depth), rows, depth, out);
    let pack_b: Pack<'_, T> = &|cols, depth, out| {
        let src = &b[cols.start * b_col + depth.start * b_depth..];
        pack_columns(src, (b_col, b_depth), (cols.len(), depth.len()), depth.len(), out);
    };
    let out = Output { c: Shared::new(c), row: ldc, split: n, image: 0, bias: None, alpha, beta, rectify: false };
    blocked::product((m, n, k), Operand::Packed(pack_a), Operand::Packed(pack_b), &out);
}

/// [`pack_panels`] with a panel's number of columns.
pub(crate) fn pack_columns<T: Float>(
    src: &[T],
    strides: (usize, usize),
    size: (usize, usize),
    depth_total: usize,
    out: &mut [T],
) {
    match blocked::nr::<T>() {
        24 => pack_panels::<T, 24>(src, strides, size, depth_total, out),
        _ => pack_panels::<T, 12>(src, strides, size, depth_total, out),
    }
}

/// [`gemm`] for `batch` matrices, `stride_*` elements apart (0 repeats an operand).
///
/// # Panics
/// If a slice is too short.
#[allow(clippy::too_many_arguments)] // the field's standard signature
pub fn batch_gemm<T: Float>(
    batch: usize,
    ta: bool,
    tb: bool,
    m: usize,
    n: usize,
    k: usize,
    alpha: T,
    a: &[T],
    lda: usize,
    stride_a: usize,
    b: &[T],
    ldb: usize,
    stride_b: usize,
    beta: T,
    c: &mut [T],
    ldc: usize,
    stride_c: usize,
) {
    let one = |i: usize, c: &mut [T]| {
        gemm(ta, tb, m, n, k, alpha, &a[i * stride_a..], lda, &b[i * stride_b..], ldb, beta, c, ldc);
    };
    let work = (2 * m * n).saturating_mul(k);
    let len = (m.max(1) - 1) * ldc + n;
    // Big matrices are cut themselves.
    if work >= parallel::WORTH || len > stride_c {
        return (0..batch).for_each(|i| one(i, &mut c[i * stride_c..]));
    }
    let c = Shared::new(c);
    parallel::ranges(batch, 1, work, &|batch| {
        for i in batch {
            // SAFETY: matrices do not overlap, since they are no longer than their distance.
            one(i, unsafe { c.part(i * stride_c..i * stride_c + len) });
        }
    });
}
