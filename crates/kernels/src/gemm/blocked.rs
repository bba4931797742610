//! The blocked product that [`super::gemm`] and the convolutions share.
//!
//! Layout: A in panels of `MR` rows, B in panels of `4 * LANES` columns, both packed by the caller's closures, so that a
//! convolution packs straight from the image. Tile: `MR = 2` rows times four vectors. Eight accumulators hide the
//! latency of the two multiply-add ports; with four vectors of B and one splat of A they fit in the 16 registers that
//! V8 has. Larger tiles spill. k is not unrolled in the source: that made V8 spill too.

use super::fused::mul_add;
use super::scratch;
use crate::simd::{Float, Lanes};
use core::ops::Range;

/// Rows of the tile.
pub(crate) const MR: usize = 2;
/// Vectors of columns of the tile.
const VECTORS: usize = 4;
/// Steps of k a block: a panel of B (16 columns) stays in the first-level cache.
pub(crate) const KC: usize = 256;
/// Rows of A a block: `MC * KC` elements stay in the second-level cache beside B.
const MC: usize = 96;
/// Columns of B a block.
const NC: usize = 512;

/// Columns of the tile: 16 for `f32`, 8 for `f64`.
pub(crate) const fn nr<T: Float>() -> usize {
    VECTORS * T::Lanes::N
}

/// Packs rows (or columns) `lines` for steps `depth` into panels, see [`super::pack::pack`].
pub(crate) type Pack<'a, T> = &'a dyn Fn(Range<usize>, Range<usize>, &mut [T]);

/// Where the product goes: element (i, j) is `c[i * row + (j / split) * image + j % split]`.
/// A plain matrix has `split = n`; a batch of images laid out N, C, spatial has the image's positions there.
pub(crate) struct Output<'a, T> {
    pub c: &'a mut [T],
    pub row: usize,
    pub split: usize,
    pub image: usize,
    /// Added to each element of row i.
    pub bias: Option<&'a [T]>,
    pub alpha: T,
    /// Factor of the previous content; with zero it is not read.
    pub beta: T,
}

impl<T: Float> Output<'_, T> {
    /// Adds a tile of `rows` by `cols` elements, stored with `nr` elements a row, at (i, j). `first` marks the first block of k.
    #[inline(always)]
    fn add_tile(&mut self, tile: &[T], (i, rows): (usize, usize), (j, cols): (usize, usize), first: bool) {
        let beta = if first { self.beta } else { T::ONE };
        let nr = nr::<T>();
        for r in 0..rows {
            let bias = self.bias.filter(|_| first).map_or(T::ZERO, |bias| bias[i + r]);
            let tile = &tile[r * nr..][..nr];
            let (mut image, mut at) = (j / self.split, j % self.split);
            let mut done = 0;
            while done < cols {
                let run = (self.split - at).min(cols - done);
                let start = (i + r) * self.row + image * self.image + at;
                let c = &mut self.c[start..start + run];
                let t = &tile[done..done + run];
                if beta == T::ZERO {
                    for (c, &t) in c.iter_mut().zip(t) {
                        *c = self.alpha * t + bias;
                    }
                } else {
                    for (c, &t) in c.iter_mut().zip(t) {
                        *c = beta * *c + (self.alpha * t + bias);
                    }
                }
                done += run;
                image += 1;
                at = 0;
            }
        }
    }
}

/// The tile: `acc[r][v] = sum over p of a[p][r] * b[p][v]`, written to `tile` row after row.
#[inline(always)]
fn kernel<T: Float>(a: &[T], b: &[T], depth: usize, tile: &mut [T]) {
    let lanes = T::Lanes::N;
    assert!(a.len() >= depth * MR && b.len() >= depth * nr::<T>() && tile.len() >= MR * nr::<T>());
    let mut acc = [[T::Lanes::splat(T::ZERO); VECTORS]; MR];
    let (mut pa, mut pb) = (a.as_ptr(), b.as_ptr());
    for _ in 0..depth {
        // SAFETY: step p reads MR elements from a[p * MR] and nr from b[p * nr], p < depth: inside by the assertion.
        unsafe {
            let columns: [T::Lanes; VECTORS] = core::array::from_fn(|v| T::Lanes::load(pb.add(v * lanes)));
            for (r, row) in acc.iter_mut().enumerate() {
                let x = T::Lanes::splat(*pa.add(r));
                for (sum, &column) in row.iter_mut().zip(&columns) {
                    *sum = mul_add(x, column, *sum);
                }
            }
            pa = pa.add(MR);
            pb = pb.add(VECTORS * lanes);
        }
    }
    for (r, row) in acc.iter().enumerate() {
        for (v, sum) in row.iter().enumerate() {
            // SAFETY: tile holds MR rows of nr elements by the assertion.
            unsafe { sum.store(tile.as_mut_ptr().add(r * nr::<T>() + v * lanes)) };
        }
    }
}

/// All tiles of a block of `rows` by `cols` with packed operands of `depth` steps.
#[inline(never)]
fn block<T: Float>(
    a: &[T],
    b: &[T],
    depth: usize,
    rows: Range<usize>,
    cols: Range<usize>,
    out: &mut Output<'_, T>,
    first: bool,
) {
    let nr = nr::<T>();
    let mut tile = [T::ZERO; MR * VECTORS * 4];
    for (panel_b, j) in cols.clone().step_by(nr).enumerate() {
        let b = &b[panel_b * nr * depth..][..nr * depth];
        for (panel_a, i) in rows.clone().step_by(MR).enumerate() {
            let a = &a[panel_a * MR * depth..][..MR * depth];
            kernel(a, b, depth, &mut tile);
            out.add_tile(&tile, (i, MR.min(rows.end - i)), (j, nr.min(cols.end - j)), first);
        }
    }
}

/// `out = alpha * A B + beta * out (+ bias)` for A of m by k, B of k by n. With `k == 0` the product is zero.
pub(crate) fn product<T: Float>(
    (m, n, k): (usize, usize, usize),
    pack_a: Pack<'_, T>,
    pack_b: Pack<'_, T>,
    out: &mut Output<'_, T>,
) {
    let nr = nr::<T>();
    let depth_max = KC.min(k);
    let b_len = NC.min(n).next_multiple_of(nr) * depth_max;
    let a_len = MC.min(m).next_multiple_of(MR) * depth_max;
    scratch::with(a_len + b_len, |buffer: &mut [T]| {
        let (packed_b, packed_a) = buffer.split_at_mut(b_len);
        for j in (0..n).step_by(NC) {
            let cols = j..n.min(j + NC);
            let mut p = 0;
            while p < k.max(1) {
                let depth = p..k.min(p + KC);
                pack_b(cols.clone(), depth.clone(), packed_b);
                for i in (0..m).step_by(MC) {
                    let rows = i..m.min(i + MC);
                    pack_a(rows.clone(), depth.clone(), packed_a);
                    block(packed_a, packed_b, depth.len(), rows, cols.clone(), out, p == 0);
                }
                p += KC;
            }
        }
    });
}
