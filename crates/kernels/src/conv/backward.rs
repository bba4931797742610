//! Gradients of a convolution.

use super::Conv;
use super::fold::fold_channels;
use super::implicit::Padded;
use crate::gemm::blocked::{self, KC, MR, Output, Pack};
use crate::gemm::{gemm, pack_columns, scratch};
use crate::simd::Float;

/// Bytes of columns computed before they are folded: they stay in the second-level cache.
const COLUMN_BYTES: usize = 512 << 10;

/// Gradient by the data, `dx = transposed conv(dy, w)`; overwrites `dx`. Also the forward of a transposed convolution.
///
/// # Panics
/// If a slice is too short.
pub fn backward_data<T: Float>(g: &Conv, dy: &[T], w: &[T], dx: &mut [T]) {
    let (m, k, spots) = (g.group_out(), g.col_rows(), g.out_len());
    let (in_image, out_image) = (g.in_channels * g.in_len(), g.out_channels * spots);
    dx[..g.batch * in_image].fill(T::ZERO);
    if dy.is_empty() || k == 0 {
        return;
    }
    let channels = (COLUMN_BYTES / (g.kernel_len() * spots * size_of::<T>())).clamp(1, g.group_in());
    scratch::with(channels * g.kernel_len() * spots, |col: &mut [T]| {
        for image in 0..g.batch {
            let dx = &mut dx[image * in_image..][..in_image];
            for group in 0..g.groups {
                let dy = &dy[image * out_image + group * m * spots..][..m * spots];
                for first in (0..g.group_in()).step_by(channels) {
                    let count = channels.min(g.group_in() - first);
                    let rows = count * g.kernel_len();
                    let w = &w[group * m * k + first * g.kernel_len()..];
                    gemm(true, false, rows, spots, m, T::ONE, w, k, dy, spots, T::ZERO, col, spots);
                    let channel = group * g.group_in() + first;
                    fold_channels(g, channel..channel + count, col, spots, dx);
                }
            }
        }
    });
}

/// Gradient by the weight; overwrites `dw`.
///
/// Computed transposed, (channel and kernel element) by (output channel): the column matrix is then the operand packed in
/// narrow panels, which is the cheaper one to gather.
///
/// # Panics
/// If a slice is too short.
pub fn backward_weight<T: Float>(g: &Conv, x: &[T], dy: &[T], dw: &mut [T]) {
    let (n, m, spots) = (g.group_out(), g.col_rows(), g.out_len());
    let out_image = g.out_channels * spots;
    if g.batch * spots == 0 {
        return dw.fill(T::ZERO);
    }
    let padded = Padded::new::<T>(g);
    let group_image = padded.image / g.groups;
    scratch::with(g.groups * m * n, |dwt: &mut [T]| {
        dwt.fill(T::ZERO);
        scratch::with(m, |rows: &mut [u32]| {
            padded.rows(g, rows);
            padded.for_each_chunk(g, x, |first, images, x| {
                for group in 0..g.groups {
                    let x = &x[group * group_image..];
                    let dy = &dy[first * out_image + group * n * spots..];
                    let pack_a: Pack<'_, T> = &|lines, depth, out| {
                        let mut columns = [0; KC];
                        let columns = &mut columns[..depth.len()];
                        padded.columns(g, depth.start, columns);
                        gather_rows(x, &rows[lines], columns, out);
                    };
                    let pack_b: Pack<'_, T> = &|lines, depth, out| {
                        let mut p = depth.start;
                        while p < depth.end {
                            let (image, at) = (p / spots, p % spots);
                            let run = (spots - at).min(depth.end - p);
                            let src = &dy[image * out_image + lines.start * spots + at..];
                            let out = &mut out[(p - depth.start) * blocked::nr::<T>()..];
                            pack_columns(src, spots, 1, lines.len(), run, depth.len(), out);
                            p += run;
                        }
                    };
                    let c = &mut dwt[group * m * n..][..m * n];
                    let (alpha, beta) = (T::ONE, T::ONE);
                    let mut out = Output { c, row: n, split: n, image: 0, bias: None, alpha, beta };
                    blocked::product((m, n, images * spots), pack_a, pack_b, &mut out);
                }
            });
        });
        for (dw, dwt) in dw.chunks_exact_mut(m * n).zip(dwt.chunks_exact(m * n)) {
            for (o, dw) in dw.chunks_exact_mut(m).enumerate() {
                for (r, dw) in dw.iter_mut().enumerate() {
                    *dw = dwt[r * n + o];
                }
            }
        }
    });
}

/// Packs panels of `MR` rows of the column matrix: `out[panel][p][r] = x[rows[r] + columns[p]]`.
fn gather_rows<T: Float>(x: &[T], rows: &[u32], columns: &[u32], out: &mut [T]) {
    let reach = |at: &[u32]| at.iter().max().map_or(0, |&at| at as usize);
    assert!(reach(rows) + reach(columns) < x.len());
    for (rows, out) in rows.chunks(MR).zip(out.chunks_exact_mut(MR * columns.len())) {
        // A missing row repeats the last one; its products are not stored.
        let [r0, r1] = [rows[0] as usize, rows[rows.len() - 1] as usize];
        for (&at, out) in columns.iter().zip(out.as_chunks_mut::<MR>().0) {
            // SAFETY: the largest row and column offsets together are inside x by the assertion.
            *out = unsafe { [*x.get_unchecked(r0 + at as usize), *x.get_unchecked(r1 + at as usize)] };
        }
    }
}
