//! Reading and writing along an axis by an index for each place: what picking, sorting and their gradients share.

use crate::index::Mode;
use crate::simd::Float;

/// Calls `f(place in the part, place in the whole)` for each index of `idx`, (outer, k, inner), that points along the
/// middle axis of a whole of (outer, n, inner).
#[inline(always)]
fn for_each(idx: &[i64], k: usize, n: usize, inner: usize, mode: Mode, mut f: impl FnMut(usize, usize)) {
    if idx.is_empty() {
        return;
    }
    for (o, block) in idx.chunks_exact(k * inner).enumerate() {
        for (at, &index) in block.iter().enumerate() {
            f(o * k * inner + at, (o * n + mode.resolve(index, n)) * inner + at % inner);
        }
    }
}

/// `y[o, j, i] = x[o, idx[o, j, i], i]` for `idx` of (outer, k, inner) and `x` of (outer, n, inner).
///
/// # Panics
/// If a slice is too short, or `n` is 0 while `idx` is not empty.
pub fn take<E: Copy>(x: &[E], n: usize, k: usize, inner: usize, idx: &[i64], mode: Mode, y: &mut [E]) {
    for_each(idx, k, n, inner, mode, |part, whole| y[part] = x[whole]);
}

/// `y[o, idx[o, j, i], i] += x[o, j, i]`, in the order of `idx`: the transpose of [`take`].
///
/// # Panics
/// If a slice is too short, or `n` is 0 while `idx` is not empty.
pub fn scatter_add<T: Float>(x: &[T], n: usize, k: usize, inner: usize, idx: &[i64], mode: Mode, y: &mut [T]) {
    for_each(idx, k, n, inner, mode, |part, whole| y[whole] = y[whole] + x[part]);
}
