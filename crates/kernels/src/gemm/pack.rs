//! Copies a block of a strided matrix into panels: `W` neighbouring rows of A (or columns of B) side by side for each
//! step of k, so that the tile reads both operands in one forward sweep.

use crate::simd::Float;

/// Packs `count` lines (rows of A, columns of B) of `depth` elements into panels of `W` lines:
/// `out[panel * W * depth + p * W + line]`. Element (line, p) is at `src[line * line_stride + p * depth_stride]`.
/// Missing lines of the last panel become zero. `depth_total >= depth` is the panel's stride in steps, which lets a
/// caller fill one panel from several pieces.
#[inline(always)]
pub(crate) fn pack<T: Float, const W: usize>(
    src: &[T],
    line_stride: usize,
    depth_stride: usize,
    count: usize,
    depth: usize,
    depth_total: usize,
    out: &mut [T],
) {
    if depth == 0 {
        return;
    }
    for (panel, first) in (0..count).step_by(W).enumerate() {
        let dst = out[panel * W * depth_total..][..W * depth].as_chunks_mut::<W>().0;
        let src = &src[first * line_stride..];
        let lines = W.min(count - first);
        if lines < W {
            for (p, step) in dst.iter_mut().enumerate() {
                *step =
                    core::array::from_fn(|i| if i < lines { src[i * line_stride + p * depth_stride] } else { T::ZERO });
            }
        } else if line_stride == 1 {
            for (p, step) in dst.iter_mut().enumerate() {
                step.copy_from_slice(&src[p * depth_stride..][..W]);
            }
        } else if depth_stride == 1 {
            let rows: [&[T]; W] = core::array::from_fn(|i| &src[i * line_stride..][..depth]);
            for (p, step) in dst.iter_mut().enumerate() {
                *step = core::array::from_fn(|i| rows[i][p]);
            }
        } else {
            for (p, step) in dst.iter_mut().enumerate() {
                *step = core::array::from_fn(|i| src[i * line_stride + p * depth_stride]);
            }
        }
    }
}
