//! Copies blocks of strided matrices into panels, which tiles read in one forward sweep. How these lie: `tile::product`.

use super::tile::{GROUP, MR};
use crate::simd::{F32x4, Float, Lanes, copy, copy_array};
use core::ops::Range;

/// Packs `count` columns of `depth` steps into panels of `W` columns, `depth_total` steps long, which lets a caller fill panels
/// from several pieces. Element (column, p) is at `src[column * stride + p * step]`. Missing columns of the last panel hold
/// any numbers, since their products are not stored.
#[inline(always)]
pub(crate) fn pack_panels<T: Float, const W: usize>(
    src: &[T],
    (stride, step): (usize, usize),
    (count, depth): (usize, usize),
    depth_total: usize,
    out: &mut [T],
) {
    if depth == 0 {
        return;
    }
    for (panel, first) in (0..count).step_by(W).enumerate() {
        let dst = out[panel * W * depth_total..][..W * depth].as_chunks_mut::<W>().0;
        let src = &src[first * stride..];
        let columns = W.min(count - first);
        if stride == 1 {
            for (p, out) in dst.iter_mut().enumerate() {
                let src = &src[p * step..];
                match src.first_chunk::<W>() {
                    Some(src) => copy_array(src, out),
                    None => copy(&src[..columns], &mut out[..columns]),
                }
            }
            continue;
        }
        let starts: [usize; W] = core::array::from_fn(|i| i.min(columns - 1) * stride);
        assert!(starts[W - 1] + (depth - 1) * step < src.len());
        // Runs of steps are turned round, four by four.
        let turned = if step == 1 && W.is_multiple_of(4) && size_of::<T>() == 4 { depth / 4 * 4 } else { 0 };
        let (whole, rest) = dst.split_at_mut(turned);
        for (p, steps) in whole.as_chunks_mut::<4>().0.iter_mut().enumerate() {
            for (i, starts) in starts.as_chunks::<4>().0.iter().enumerate() {
                // SAFETY: the last column starts last, and the last element of it is inside by the assertion.
                let columns = starts.map(|start| unsafe { F32x4::load(src.as_ptr().add(start + 4 * p).cast()) });
                for (step, turned) in steps.iter_mut().zip(F32x4::transpose(columns)) {
                    // SAFETY: four places of the step, of a type of four bytes.
                    unsafe { turned.store(step[4 * i..4 * i + 4].as_mut_ptr().cast()) };
                }
            }
        }
        for (p, out) in rest.iter_mut().enumerate() {
            for (out, start) in out.iter_mut().zip(starts) {
                // SAFETY: as above.
                *out = unsafe { *src.get_unchecked(start + (turned + p) * step) };
            }
        }
    }
}

/// A group of steps in a panel of A.
type Group<T> = [[T; GROUP]; MR];

/// Packs the rows `rows` for the steps `depth`. Element (row, p) is at `src[row * stride + p * step]`. Missing rows of the last
/// panel, and missing steps of its last group, hold any numbers.
pub(crate) fn pack_rows<T: Float>(
    src: &[T],
    (stride, step): (usize, usize),
    rows: Range<usize>,
    depth: Range<usize>,
    out: &mut [T],
) {
    let src = &src[rows.start * stride + depth.start * step..];
    let (count, depth) = (rows.len(), depth.len());
    let panels = out.as_chunks_mut::<GROUP>().0.as_chunks_mut::<MR>().0.chunks_exact_mut(depth.div_ceil(GROUP).max(1));
    for (first, groups) in (0..count).step_by(MR).zip(panels) {
        let src = &src[first * stride..];
        let rows = MR.min(count - first);
        let starts: [usize; MR] = core::array::from_fn(|r| r.min(rows - 1) * stride);
        if step == 1 {
            pack_runs(src, starts, depth, groups);
        } else if stride == 1 && size_of::<T>() == 4 && (depth.max(1) - 1) * step + 8 <= src.len() {
            turn(src, step, depth, groups);
        } else {
            assert!(starts[MR - 1] + (depth.max(1) - 1) * step < src.len());
            for p in 0..depth {
                // SAFETY: inside by the assertion.
                let column = starts.map(|start| unsafe { *src.get_unchecked(start + p * step) });
                put(groups, p, column);
            }
        }
    }
}

/// Writes step `p` of a panel.
#[inline(always)]
pub(crate) fn put<T: Copy>(groups: &mut [Group<T>], p: usize, column: [T; MR]) {
    for (row, x) in groups[p / GROUP].iter_mut().zip(column) {
        row[p % GROUP] = x;
    }
}

/// Packs a panel of rows that begin at `starts`, a step an element.
fn pack_runs<T: Float>(src: &[T], starts: [usize; MR], depth: usize, groups: &mut [Group<T>]) {
    let last = starts.iter().max().map_or(0, |&start| start);
    assert!(last + depth <= src.len() && groups.len() >= depth.div_ceil(GROUP));
    let whole = depth / GROUP;
    for (i, group) in groups[..whole].iter_mut().enumerate() {
        for (start, row) in starts.iter().zip(group) {
            // SAFETY: inside by the assertion, as an array of elements.
            copy_array(unsafe { &*src.as_ptr().add(start + i * GROUP).cast::<[T; GROUP]>() }, row);
        }
    }
    for p in whole * GROUP..depth {
        put(groups, p, starts.map(|start| src[start + p]));
    }
}

/// Packs a panel of rows that lie side by side, of numbers of four bytes; there are eight to read at each step.
fn turn<T: Float>(src: &[T], step: usize, depth: usize, groups: &mut [Group<T>]) {
    assert!((depth.max(1) - 1) * step + 8 <= src.len() && size_of::<T>() == 4);
    for (i, group) in groups.iter_mut().enumerate() {
        // Steps that are missing repeat the last one.
        let at: [usize; GROUP] = core::array::from_fn(|p| (i * GROUP + p).min(depth - 1) * step);
        for (half, rows) in [(0, &[0, 1, 2, 3][..]), (4, &[0, 1])] {
            // SAFETY: inside by the assertion.
            let columns = at.map(|at| unsafe { F32x4::load(src.as_ptr().add(at + half).cast()) });
            let turned = F32x4::transpose(columns);
            for &r in rows {
                // SAFETY: four places of a type of four bytes.
                unsafe { turned[r].store(group[half + r].as_mut_ptr().cast()) };
            }
        }
    }
}
