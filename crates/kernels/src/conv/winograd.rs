//! Convolutions of stride 1 with a fraction of the multiplications: Winograd's F(4x4, 3x3) and F(2x2, 5x5).
//!
//! A tile of outputs needs a window of 6x6 inputs. Evaluating window and kernel as polynomials at six points, in both
//! directions, turns their convolution into 36 plain products, one per pair of points; the tile is interpolated from these
//! (S. Winograd, Arithmetic Complexity of Computations, 1980; A. Lavin and S. Gray, Fast Algorithms for Convolutional
//! Neural Networks, 2016). Summed over channels, each pair of points is a matrix product: (out, in) by (in, tile). The
//! weight's gradient is the transpose: (out, tile) by (tile, in).
//!
//! With the points 0, ±5/8, ±3/2 and infinity results are off by a millionth of their size (root mean square), two to five
//! times as much as direct sums; the customary 0, ±1, ±2 are twice worse. These points and all their products are exact in
//! binary. What is not a number or infinite spoils a whole tile.
//!
//! Layout: four tiles that are neighbours in a row make a vector.

mod data;
mod forward;
mod transform;
mod weight;

use super::Conv;
use crate::gemm::blocked::MR;
use crate::parallel::{self, Shared};
use crate::simd::{F32x4, Lanes, copy};
use core::array::from_fn;
use core::ops::Range;
use core::sync::atomic::{AtomicBool, Ordering::Relaxed};
use transform::{GROUP, MOST_VECTORS, PAIRS, Pairs, WINDOW};

/// Bytes of windows and products worked on at once: they stay in the second-level cache.
const CHUNK_BYTES: usize = 1 << 20;

/// Operations of transforming a window or a tile, for sharing out.
const COST: usize = 1024;

/// Whether nothing is transformed, whatever it saves.
static PLAIN: AtomicBool = AtomicBool::new(false);

/// Has every product of a convolution taken as it stands, or takes that back.
pub fn use_plain(on: bool) {
    PLAIN.store(on, Relaxed);
}

/// Whether this file's way is the one: transforming kernels and windows must be worth it.
pub(super) fn applies(g: &Conv) -> bool {
    let [_, rows, columns] = g.kernel;
    let square =
        g.groups == 1 && rows == columns && (rows == 3 || rows == 5) && g.stride == [1; 3] && g.dilate == [1; 3];
    let flat = g.kernel[0] == 1 && g.in_size[0] == 1 && g.pad[0] == 0;
    let channels = g.in_channels.is_multiple_of(4) && g.in_channels * g.out_channels >= 256;
    !g.plain && !PLAIN.load(Relaxed) && square && flat && channels && {
        let lanes = Tiles::of(g).groups() * GROUP;
        4 * (PAIRS * lanes + 512) < 3 * rows * columns * g.batch * g.out_len()
    }
}

/// See [`super::forward`].
pub(super) fn forward(g: &Conv, x: &[f32], w: &[f32], bias: Option<&[f32]>, y: &mut [f32]) {
    match g.kernel[1] {
        3 => forward::forward::<4, 3>(g, x, w, bias, y),
        _ => forward::forward::<2, 5>(g, x, w, bias, y),
    }
}

/// See [`super::backward_data`].
pub(super) fn backward_data(g: &Conv, dy: &[f32], w: &[f32], dx: &mut [f32]) {
    match g.kernel[1] {
        3 => data::backward::<4, 3>(g, dy, w, dx),
        _ => data::backward::<2, 5>(g, dy, w, dx),
    }
}

/// See [`super::backward_weight`].
pub(super) fn backward_weight(g: &Conv, x: &[f32], dy: &[f32], dw: &mut [f32]) {
    match g.kernel[1] {
        3 => weight::backward::<4, 3>(g, x, dy, dw),
        _ => weight::backward::<2, 5>(g, x, dy, dw),
    }
}

/// How far apart the pairs of points are that hold `len` elements each: an odd number of cache lines, so that no two pairs meet
/// in a set of the first-level cache.
const fn distance(len: usize) -> usize {
    const LINE: usize = 16;
    (len.div_ceil(LINE) | 1) * LINE
}

/// How the outputs are cut into tiles.
struct Tiles {
    images: usize,
    /// Outputs of a tile in each direction.
    size: usize,
    /// Rows of tiles an image.
    rows: usize,
    /// Vectors of tiles a row.
    across: usize,
}

impl Tiles {
    fn of(g: &Conv) -> Self {
        let [_, height, width] = g.out_size;
        let size = WINDOW + 1 - g.kernel[1];
        Tiles { images: g.batch, size, rows: height.div_ceil(size), across: width.div_ceil(size * GROUP) }
    }

    /// Vectors of tiles in all.
    fn groups(&self) -> usize {
        self.images * self.rows * self.across
    }

    /// Vectors of tiles worked on at once: their windows and products fill [`CHUNK_BYTES`].
    fn chunk(&self, g: &Conv) -> usize {
        let fit = CHUNK_BYTES / (size_of::<f32>() * PAIRS * GROUP * (g.in_channels + g.out_channels));
        fit.max(4).min(self.groups())
    }

    /// Image, first row and first column of the outputs of a vector of tiles.
    fn place(&self, group: usize) -> (usize, usize, usize) {
        let (row, across) = (group / self.across, group % self.across);
        (row / self.rows, row % self.rows * self.size, across * self.size * GROUP)
    }
}

/// Where in an image the windows of a vector of tiles of `M` columns lie: the first of `rows` by `columns` elements, of which
/// `top` rows and `left` columns of zeros are missing.
#[derive(Clone, Copy)]
struct Source<const M: usize> {
    image: usize,
    first: usize,
    rows: usize,
    columns: usize,
    top: usize,
    left: usize,
}

impl<const M: usize> Source<M> {
    /// Columns that are read.
    const REACH: usize = 4 * (M + 1);

    fn of(g: &Conv, (image, row, column): (usize, usize, usize)) -> Self {
        let [_, height, width] = g.in_size;
        let (top, left) = (g.pad[1].saturating_sub(row).min(WINDOW), g.pad[2].saturating_sub(column).min(Self::REACH));
        let (y, x) = ((row + top).saturating_sub(g.pad[1]), (column + left).saturating_sub(g.pad[2]));
        let rows = (WINDOW - top).min(height.saturating_sub(y));
        let columns = (Self::REACH - left).min(width.saturating_sub(x));
        let first = if rows * columns > 0 { y * width + x } else { 0 };
        Source { image, first, rows, columns, top, left }
    }

    /// Transforms the windows in a channel.
    #[inline(always)]
    fn transform(&self, g: &Conv, channel: usize, x: &[f32], out: Pairs) {
        let width = g.in_size[2];
        let x = &x[(self.image * g.in_channels + channel) * g.in_len()..][..g.in_len()][self.first..];
        if self.rows == WINDOW && self.columns == Self::REACH {
            return transform::windows::<M>(x, width, out);
        }
        let mut cut = [0.0; WINDOW * 4 * MOST_VECTORS];
        if self.columns > 0 {
            for r in 0..self.rows {
                let to = (self.top + r) * Self::REACH + self.left;
                copy(&x[r * width..][..self.columns], &mut cut[to..to + self.columns]);
            }
        }
        transform::windows::<M>(&cut, Self::REACH, out);
    }
}

/// Kernels of some outputs at all pairs of points, pairs `distance` apart: the vector of four channels `in` of an output stands
/// at `place(out, in)`.
fn transform_kernels<const R: usize>(
    channels: usize,
    w: &[f32],
    out: &mut [f32],
    distance: usize,
    place: &(dyn Fn(usize, usize) -> usize + Sync),
) {
    let outs = w.len() / (channels * R * R);
    let out = Shared::new(out);
    parallel::ranges(outs, 1, 32 * PAIRS * channels, &|range| {
        for o in range {
            for c in (0..channels).step_by(GROUP) {
                // SAFETY: the channels of a range are in no other one.
                let out = unsafe { Pairs::of(&out, place(o, c), distance) };
                transform::kernels::<R>(&w[(o * channels + c) * R * R..], out);
            }
        }
    });
}

/// The gradients of outputs at all pairs of points, pairs `distance` apart. The vectors of tiles `slot` of some outputs, `MR`
/// from a multiple of that on, stand at `place(output, slot)` and `step` elements apart.
fn transform_tops<const M: usize>(
    g: &Conv,
    dy: &[f32],
    (tiles, groups): (&Tiles, Range<usize>),
    out: &mut [f32],
    distance: usize,
    (place, step): (&(dyn Fn(usize, usize) -> usize + Sync), usize),
) {
    let out = Shared::new(out);
    parallel::ranges(g.out_channels, MR, COST * groups.len(), &|range| {
        // Outputs that stand together are written together, whole lines of the cache at a time.
        for first in range.clone().step_by(MR) {
            for (slot, group) in groups.clone().enumerate() {
                let (from, start) = (tiles.place(group), place(first, slot));
                for o in first..range.end.min(first + MR) {
                    // SAFETY: the vectors of a channel are in no other range.
                    let out = unsafe { Pairs::of(&out, start + (o - first) * step, distance) };
                    transform::tiles_back::<M>(load::<M>(g, o, dy, from), out);
                }
            }
        }
    });
}

/// The rows of a vector of tiles, 0 outside the image.
fn load<const M: usize>(
    g: &Conv,
    channel: usize,
    dy: &[f32],
    (image, row, column): (usize, usize, usize),
) -> [[F32x4; M]; M] {
    let [_, height, width] = g.out_size;
    let columns = (width - column).min(M * GROUP);
    from_fn(|r| {
        if row + r >= height {
            return [F32x4::zero(); M];
        }
        let at = ((image * g.out_channels + channel) * height + row + r) * width + column;
        let dy = &dy[at..at + columns];
        from_fn(|v| match dy.get(v * GROUP..).unwrap_or_default() {
            [a, b, c, d, ..] => F32x4::from_array([*a, *b, *c, *d]),
            rest => F32x4::from_array(from_fn(|lane| rest.get(lane).copied().unwrap_or(0.0))),
        })
    })
}
