//! Max pooling.
//!
//! As many neighbouring windows as a vector has lanes are compared at once, element by element of the window; a lane keeps
//! the offset of the element it took. Comparing without branches matters: which element is largest cannot be predicted.

use super::{Pool, Window};
use crate::gemm::scratch;
use crate::parallel::Shared;
use crate::simd::{F32x4, Float, Lanes};

/// Index for "no element of the window was taken".
pub const NONE: u32 = u32::MAX;

/// Elements of the images that are worked on at once: few, so that the processor sees few streams and fetches ahead.
const BLOCK: usize = 1 << 10;

/// `y` = largest element of each window; `idx` gets the first one's flat position inside the image, or [`NONE`].
///
/// # Panics
/// If a slice is too short.
pub fn max_forward<T: Float>(g: &Pool, x: &[T], y: &mut [T], idx: Option<&mut [u32]>) {
    let idx = idx.map(Shared::new);
    g.split(y, g.out_len(), &|g, first, y| {
        let part = first * g.out_len()..first * g.out_len() + y.len();
        // SAFETY: as the parts of `y`, they do not overlap.
        let idx = idx.as_ref().map(|idx| unsafe { idx.part(part) });
        max_part(g, &x[first * g.in_len()..], y, idx);
    });
}

/// [`max_forward`] on one thread.
fn max_part<T: Float>(g: &Pool, x: &[T], y: &mut [T], mut idx: Option<&mut [u32]>) {
    let (in_len, out_len) = (g.in_len(), g.out_len());
    let [_, height, width] = g.in_size;
    let [_, out_height, out_width] = g.out_size;
    let (step, pad) = (g.stride[2], g.pad[2]);
    // Windows inside .. end lie wholly inside the image along the last dimension.
    let inside = pad.div_ceil(step);
    let end = (width + pad).checked_sub(g.kernel[2]).map_or(0, |room| room / step + 1).min(out_width);
    let in_vectors = size_of::<T>() == 4 && inside + F32x4::N <= end;
    scratch::with(g.kernel.iter().product(), |offsets: &mut [u32]| {
        // Images of a block stay in the cache from one row to the next.
        let block = (BLOCK / in_len.max(1)).max(1);
        let starts = (0..g.outer).step_by(block);
        for (first, row) in starts.flat_map(|first| (0..g.out_size[0] * out_height).map(move |row| (first, row))) {
            let ((d, _), (h, _)) = (g.window(0, row / out_height), g.window(1, row % out_height));
            // Where the elements of a window are, for vectors only: global windows are large.
            let lines = d.clone().flat_map(|d| h.clone().map(move |h| (d * height + h) * width));
            let elements = lines.filter(|_| in_vectors).flat_map(|line| line..line + g.kernel[2]);
            let count = offsets.iter_mut().zip(elements).map(|(offset, at)| *offset = at as u32).count();
            let offsets = &offsets[..count];
            for image in first..g.outer.min(first + block) {
                let x = &x[image * in_len..][..in_len];
                let start = image * out_len + row * out_width;
                let y = &mut y[start..start + out_width];
                let mut idx = idx.as_deref_mut().map(|idx| &mut idx[start..start + out_width]);
                let mut column = 0;
                while column < out_width {
                    if in_vectors && (inside..end).contains(&column) {
                        // The last vector overlaps the one before.
                        column = column.min(end - F32x4::N);
                        let base = column * step - pad;
                        let (best, taken) = best_elements(bytemuck::cast_slice(&x[base..]), offsets, step);
                        best.store_part(bytemuck::cast_slice_mut(&mut y[column..column + F32x4::N]));
                        if let Some(idx) = &mut idx {
                            let idx = &mut idx[column..column + F32x4::N];
                            for (lane, (idx, taken)) in idx.iter_mut().zip(taken.to_array()).enumerate() {
                                let taken = taken.to_bits();
                                *idx = if taken == NONE { NONE } else { taken + (base + lane * step) as u32 };
                            }
                        }
                        column += F32x4::N;
                    } else {
                        let (w, _) = g.window(2, column);
                        let window = Window { d: d.clone(), h: h.clone(), w, height, width };
                        let (best, at) = best_element(x, window);
                        y[column] = best;
                        if let Some(idx) = &mut idx {
                            idx[column] = at;
                        }
                        column += 1;
                    }
                }
            }
        }
    });
}

/// For four windows, `step` apart: the largest of the elements at `offsets`, and the bits of its offset or of [`NONE`].
#[inline(always)]
fn best_elements(x: &[f32], offsets: &[u32], step: usize) -> (F32x4, F32x4) {
    const LAST: usize = F32x4::N - 1;
    // Offsets ascend.
    let reach = offsets.last().map_or(0, |&at| at as usize) + LAST * step;
    assert!(offsets.is_empty() || reach < x.len());
    // With stride 2 two vectors hold the four elements, if both lie inside.
    let pairs = step == 2 && reach + 1 < x.len();
    let (mut best, mut taken) = (F32x4::splat(-f32::MAX), F32x4::splat(f32::from_bits(NONE)));
    for &offset in offsets {
        let at = offset as usize;
        // SAFETY: at + LAST * step <= reach < x.len(), one more with pairs.
        let values = unsafe {
            if step == 1 {
                F32x4::load(x.as_ptr().add(at))
            } else if pairs {
                F32x4::load(x.as_ptr().add(at)).unzip(F32x4::load(x.as_ptr().add(at + 4))).0
            } else {
                F32x4::from_array(core::array::from_fn(|lane| *x.get_unchecked(at + lane * step)))
            }
        };
        let better = values.gt(best);
        best = better.select(values, best);
        taken = better.select(F32x4::splat(f32::from_bits(offset)), taken);
    }
    (best, taken)
}

/// Rows of windows of at least this many elements are compared in vectors.
const LONG: usize = 16;

/// The largest element of a window and the position of the first such.
fn best_element<T: Float>(x: &[T], window: Window) -> (T, u32) {
    let (mut best, mut at) = (-T::MAX, NONE);
    window.for_each_row(|row| {
        if size_of::<T>() == 4 && row.len() >= LONG {
            let (value, place) = best_of_row(bytemuck::cast_slice(&x[row.clone()]));
            let value = bytemuck::cast(value);
            if value > best {
                (best, at) = (value, row.start as u32 + place);
            }
            return;
        }
        for (i, &x) in row.clone().zip(&x[row]) {
            if x > best {
                (best, at) = (x, i as u32);
            }
        }
    });
    (best, at)
}

/// The largest element of a row and the first place of it; the lowest number there is if nothing is above it.
#[inline(never)]
fn best_of_row(x: &[f32]) -> (f32, u32) {
    let lanes = F32x4::from_array([0, 1, 2, 3].map(f32::from_bits));
    let (mut best, mut taken, mut at) = (F32x4::splat(-f32::MAX), F32x4::zero(), lanes);
    let (vectors, rest) = x.as_chunks();
    for x in vectors {
        let x = F32x4::from_array(*x);
        let better = x.gt(best);
        (best, taken) = (better.select(x, best), better.select(at, taken));
        at = at.add_bits(F32x4::from_bits(4));
    }
    let (mut first, mut place) = (-f32::MAX, 0);
    for (x, at) in best.to_array().into_iter().zip(taken.to_bits()) {
        if x > first || (x == first && at < place) {
            (first, place) = (x, at);
        }
    }
    for (i, &x) in rest.iter().enumerate() {
        if x > first {
            (first, place) = (x, (4 * vectors.len() + i) as u32);
        }
    }
    (first, place)
}

/// Gradient of max pooling: adds each `dy` to the element that was taken; overwrites `dx`.
///
/// # Panics
/// If a slice is too short.
pub fn max_scatter<T: Float>(g: &Pool, dy: &[T], idx: &[u32], dx: &mut [T]) {
    let (in_len, out_len) = (g.in_len(), g.out_len());
    g.split(dx, in_len, &|_, first, dx| {
        dx.fill(T::ZERO);
        for (image, dx) in (first..).zip(dx.chunks_exact_mut(in_len.max(1))) {
            let out = image * out_len..(image + 1) * out_len;
            for (&dy, &at) in dy[out.clone()].iter().zip(&idx[out]) {
                if at != NONE {
                    dx[at as usize] = dx[at as usize] + dy;
                }
            }
        }
    });
}

/// Transpose of [`max_scatter`]: `out` = the elements of `x` at the positions taken, 0 for [`NONE`].
///
/// # Panics
/// If a slice is too short.
pub fn max_gather<T: Float>(g: &Pool, x: &[T], idx: &[u32], out: &mut [T]) {
    let (in_len, out_len) = (g.in_len(), g.out_len());
    for image in 0..g.outer {
        let x = &x[image * in_len..][..in_len];
        let range = image * out_len..(image + 1) * out_len;
        for (out, &at) in out[range.clone()].iter_mut().zip(&idx[range]) {
            *out = if at == NONE { T::ZERO } else { x[at as usize] };
        }
    }
}
