//! Copies a block of a strided matrix into panels: `W` neighbouring rows of A (or columns of B) side by side for each
//! step of k, so that the tile reads both operands in one forward sweep.

use crate::simd::{F32x4, Float, Lanes, copy, copy_array};

/// Packs `count` lines (rows of A, columns of B) of `depth` elements into panels of `L` lines, steps `W` elements apart:
/// `out[panel * W * depth_total + p * W + line]`. Element (line, p) is at `src[line * line_stride + p * depth_stride]`.
/// Missing lines of the last panel, and places beyond `L`, hold any numbers, since their products are not stored.
/// `depth_total >= depth` is the panels' length in steps, which lets a caller fill panels from several pieces.
#[inline(always)]
pub(crate) fn pack<T: Float, const L: usize, const W: usize>(
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
    for (panel, first) in (0..count).step_by(L).enumerate() {
        let dst = out[panel * W * depth_total..][..W * depth].as_chunks_mut::<W>().0;
        let src = &src[first * line_stride..];
        let lines = L.min(count - first);
        if line_stride == 1 {
            for (p, step) in dst.iter_mut().enumerate() {
                let src = &src[p * depth_stride..];
                match src.first_chunk::<W>() {
                    Some(src) => copy_array(src, step),
                    None => copy(&src[..lines], &mut step[..lines]),
                }
            }
            continue;
        }
        let starts: [usize; W] = core::array::from_fn(|i| i.min(lines - 1) * line_stride);
        assert!(starts[W - 1] + (depth - 1) * depth_stride < src.len());
        // Runs of lines are turned round, four by four.
        let turned = if depth_stride == 1 && W.is_multiple_of(4) && size_of::<T>() == 4 { depth / 4 * 4 } else { 0 };
        let (whole, rest) = dst.split_at_mut(turned);
        for (p, steps) in whole.as_chunks_mut::<4>().0.iter_mut().enumerate() {
            for (i, starts) in starts.as_chunks::<4>().0.iter().enumerate() {
                // SAFETY: the last line starts last, and the last element of it is inside by the assertion.
                let rows = starts.map(|start| unsafe { F32x4::load(src.as_ptr().add(start + 4 * p).cast()) });
                for (step, turned) in steps.iter_mut().zip(F32x4::transpose(rows)) {
                    // SAFETY: four places of the step, of a type of four bytes.
                    unsafe { turned.store(step[4 * i..4 * i + 4].as_mut_ptr().cast()) };
                }
            }
        }
        for (p, step) in rest.iter_mut().enumerate() {
            // SAFETY: as above.
            *step = starts.map(|start| unsafe { *src.get_unchecked(start + (turned + p) * depth_stride) });
        }
    }
}
