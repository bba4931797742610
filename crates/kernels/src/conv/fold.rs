//! The column matrix made explicit: (channel and kernel element) by (output position).

use super::Conv;
use crate::simd::Float;
use core::ops::Range;

/// Calls `f(row of the column matrix, first column, first element of x, count)` for each run of output positions along
/// the last dimension whose window element lies inside the image. `channels` counts in both matrices.
#[inline(always)]
fn for_each_run(g: &Conv, channels: Range<usize>, mut f: impl FnMut(usize, usize, usize, usize)) {
    let [_, ih, iw] = g.in_size;
    let [od, oh, ow] = g.out_size;
    let [kd, kh, kw] = g.kernel;
    // Position of a window element along dimension `d`, if it is inside the image.
    let inside = |d: usize, out: usize, element: usize| {
        let at = (out * g.stride[d] + element * g.dilate[d]).checked_sub(g.pad[d])?;
        (at < g.in_size[d]).then_some(at)
    };
    let first_channel = channels.start;
    for c in channels {
        for e in 0..kd * kh * kw {
            let (ed, eh, ew) = (e / (kh * kw), e / kw % kh, e % kw);
            let row = (c - first_channel) * kd * kh * kw + e;
            // Outputs lo..hi along the last dimension see an element inside the image.
            let shift = ew * g.dilate[2];
            let lo = g.pad[2].saturating_sub(shift).div_ceil(g.stride[2]);
            let hi = (g.in_size[2] + g.pad[2]).saturating_sub(shift).div_ceil(g.stride[2]).min(ow);
            if lo >= hi {
                continue;
            }
            for d in 0..od {
                let Some(x_d) = inside(0, d, ed) else { continue };
                for h in 0..oh {
                    let Some(x_h) = inside(1, h, eh) else { continue };
                    let x = ((c * g.in_size[0] + x_d) * ih + x_h) * iw + lo * g.stride[2] + shift - g.pad[2];
                    f(row, (d * oh + h) * ow + lo, x, hi - lo);
                }
            }
        }
    }
}

/// The column matrix of one image: `col` is (in_channels * kernel..., out_size...), zero where a window leaves the image.
///
/// # Panics
/// If a slice is too short.
pub fn im2col<T: Float>(g: &Conv, x: &[T], col: &mut [T]) {
    let spots = g.out_len();
    col[..g.in_channels * g.kernel_len() * spots].fill(T::ZERO);
    for_each_run(g, 0..g.in_channels, |row, column, at, count| {
        let col = &mut col[row * spots + column..][..count];
        if g.stride[2] == 1 {
            return col.copy_from_slice(&x[at..at + count]);
        }
        for (col, &x) in col.iter_mut().zip(x[at..].iter().step_by(g.stride[2])) {
            *col = x;
        }
    });
}

/// Transpose of [`im2col`]: each element of `x` becomes the sum of the columns' elements that were read from it.
///
/// # Panics
/// If a slice is too short.
pub fn col2im<T: Float>(g: &Conv, col: &[T], x: &mut [T]) {
    x[..g.in_channels * g.in_len()].fill(T::ZERO);
    fold_channels(g, 0..g.in_channels, col, g.out_len(), x);
}

/// Adds the columns of `channels` (row 0 of `col` is the first of them, rows `stride` apart) to the image `x`.
#[inline(never)]
pub(super) fn fold_channels<T: Float>(g: &Conv, channels: Range<usize>, col: &[T], stride: usize, x: &mut [T]) {
    for_each_run(g, channels, |row, column, at, count| {
        let col = &col[row * stride + column..][..count];
        if g.stride[2] == 1 {
            for (x, &col) in x[at..at + count].iter_mut().zip(col) {
                *x = *x + col;
            }
        } else if g.stride[2] == 2 {
            // In whole pairs, which the compiler takes several at a time.
            let (last, col) = col.split_last().expect("runs are not empty");
            let (pairs, rest) = x[at..].as_chunks_mut::<2>();
            for (pair, &col) in pairs.iter_mut().zip(col) {
                pair[0] = pair[0] + col;
            }
            let x = pairs.get_mut(col.len()).map_or_else(|| &mut rest[0], |pair| &mut pair[0]);
            *x = *x + *last;
        } else {
            for (x, &col) in x[at..].iter_mut().step_by(g.stride[2]).zip(col) {
                *x = *x + col;
            }
        }
    });
}
