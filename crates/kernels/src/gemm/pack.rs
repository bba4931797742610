//! Copies a block of a strided matrix into panels: `W` neighbouring rows of A (or columns of B) side by side for each
//! step of k, so that the tile reads both operands in one forward sweep.

use crate::simd::Float;

/// Packs `count` lines (rows of A, columns of B) of `depth` elements into panels of `W` lines:
/// `out[panel * W * depth_total + p * W + line]`. Element (line, p) is at `src[line * line_stride + p * depth_stride]`.
/// Missing lines of the last panel hold any numbers, since their products are not stored. `depth_total >= depth` is the
/// panels' length in steps, which lets a caller fill panels from several pieces.
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
        if line_stride == 1 {
            for (p, step) in dst.iter_mut().enumerate() {
                let src = &src[p * depth_stride..];
                match src.first_chunk::<W>() {
                    Some(src) => *step = *src,
                    None => step[..lines].copy_from_slice(&src[..lines]),
                }
            }
        } else {
            let starts: [usize; W] = core::array::from_fn(|i| i.min(lines - 1) * line_stride);
            assert!(starts[W - 1] + (depth - 1) * depth_stride < src.len());
            for (p, step) in dst.iter_mut().enumerate() {
                // SAFETY: the last line starts last, and its last element is inside by the assertion.
                *step = starts.map(|start| unsafe { *src.get_unchecked(start + p * depth_stride) });
            }
        }
    }
}
