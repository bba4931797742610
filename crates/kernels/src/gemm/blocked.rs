//! The blocked product that [`super::gemm`] and the convolutions share.
//!
//! Layout: A in panels of `MR` rows, B in panels of `3 * LANES` columns, packed by the caller's closures, so that a
//! convolution packs straight from the image, or read in place. Tile: `MR = 3` rows times three vectors. Nine accumulators
//! hide the latency of the two multiply-add ports; with three vectors of B and one splat of A they fit in the 16 registers
//! that V8 has. Larger tiles spill, those with eight accumulators wait.

use super::pack::pack;
use super::scratch;
pub(crate) use super::tile::MR;
use super::tile::{Strides, Tile, VECTORS};
use crate::parallel::{self, Shared};
use crate::simd::{Float, Lanes};
use crate::unary;
use core::ops::{Range, RangeInclusive};

/// Steps of k a block: a panel of B (12 columns) stays in the first-level cache.
pub(crate) const KC: usize = 256;
/// Rows of A a block: `MC * KC` elements stay in the second-level cache beside B.
const MC: usize = 96;
/// Panels of B a block: with `KC` steps of `f32` a quarter of a megabyte.
const PANELS: usize = 20;
/// Elements of a step in a packed panel of A: a row more than there is, since four are copied as fast as three.
pub(crate) const A_STEP: usize = 4;

/// Columns of the tile: 12 for `f32`, 6 for `f64`.
pub(crate) const fn nr<T: Float>() -> usize {
    VECTORS * T::Lanes::N
}

/// Columns of B a block.
const fn nc<T: Float>() -> usize {
    PANELS * nr::<T>()
}

/// Packs rows (or columns) `lines` for steps `depth` into panels, see [`super::pack::pack`].
pub(crate) type Pack<'a, T> = &'a (dyn Fn(Range<usize>, Range<usize>, &mut [T]) + Sync);

/// Packs rows of A: element (row, p) is at `data[row * stride + p * step]`.
pub(crate) fn pack_rows<T: Float>(
    data: &[T],
    (stride, step): (usize, usize),
    rows: Range<usize>,
    depth: Range<usize>,
    out: &mut [T],
) {
    let data = &data[rows.start * stride + depth.start * step..];
    pack::<T, MR, A_STEP>(data, stride, step, rows.len(), depth.len(), depth.len(), out);
}

/// How the tiles come to an operand.
#[derive(Clone, Copy)]
pub(crate) enum Operand<'a, T> {
    /// Through panels that the function packs.
    Packed(Pack<'a, T>),
    /// As it lies: element (line, p) is `data[line * stride + p * step]`.
    InPlace { data: &'a [T], stride: usize, step: usize },
}

/// A block of B as tiles read it: panel i starts at `data[i * panel]`; in it the columns of step p are at `[p * step]`.
#[derive(Clone, Copy)]
struct Columns<'a, T> {
    data: &'a [T],
    panel: usize,
    step: usize,
}

/// A block of A as tiles read it: element (row, p) of the tile that starts at row i is at
/// `data[at(i) + row * stride + p * step]`.
#[derive(Clone, Copy)]
struct Rows<'a, T> {
    data: &'a [T],
    /// The first row of a packed block; what lies in place is counted from row 0.
    first: usize,
    stride: usize,
    step: usize,
    packed: bool,
}

impl<'a, T: Float> Operand<'a, T> {
    /// Elements that packing `cols` columns of `depth` steps takes.
    fn room_for_columns(&self, cols: usize, depth: usize) -> usize {
        match self {
            Operand::Packed(_) => cols.next_multiple_of(nr::<T>()) * depth,
            Operand::InPlace { .. } => 0,
        }
    }

    /// Elements that packing `rows` rows of `depth` steps takes.
    fn room_for_rows(&self, rows: usize, depth: usize) -> usize {
        match self {
            Operand::Packed(_) => rows.div_ceil(MR) * A_STEP * depth,
            Operand::InPlace { .. } => 0,
        }
    }

    /// A block of B, packed into `buffer` if need be.
    fn columns<'b>(&self, cols: Range<usize>, depth: Range<usize>, buffer: &'b mut [T]) -> Columns<'b, T>
    where
        'a: 'b,
    {
        let (nr, steps) = (nr::<T>(), depth.len());
        match *self {
            Operand::Packed(pack) => {
                let buffer = &mut buffer[..self.room_for_columns(cols.len(), steps)];
                pack(cols, depth, buffer);
                Columns { data: buffer, panel: nr * steps, step: nr }
            }
            Operand::InPlace { data, stride, step } => {
                Columns { data: &data[cols.start * stride + depth.start * step..], panel: nr * stride, step }
            }
        }
    }

    /// A block of A, packed into `buffer` if need be.
    fn rows<'b>(&self, rows: Range<usize>, depth: Range<usize>, buffer: &'b mut [T]) -> Rows<'b, T>
    where
        'a: 'b,
    {
        match *self {
            Operand::Packed(pack) => {
                let buffer = &mut buffer[..self.room_for_rows(rows.len(), depth.len())];
                let first = rows.start;
                pack(rows, depth, buffer);
                Rows { data: buffer, first, stride: 1, step: A_STEP, packed: true }
            }
            Operand::InPlace { data, stride, step } => {
                Rows { data: &data[depth.start * step..], first: 0, stride, step, packed: false }
            }
        }
    }
}

impl<'a, T> Rows<'a, T> {
    /// From a whole tile to the next.
    fn between(&self, depth: usize) -> usize {
        if self.packed { A_STEP * depth } else { MR * self.stride }
    }

    /// The elements from the tile of `height` rows from row `i` on, and how many rows it starts before that: what lies in place
    /// has nothing behind its last row.
    #[inline(always)]
    fn tile(&self, i: usize, height: usize, depth: usize) -> (&'a [T], usize) {
        if self.packed {
            return (&self.data[(i - self.first) / MR * (A_STEP * depth)..], 0);
        }
        let before = MR - height;
        (&self.data[(i - before) * self.stride..], before)
    }
}

/// Where the product goes: element (i, j) is `c[i * row + (j / split) * image + j % split]`.
/// A plain matrix has `split = n`; a batch of images laid out N, C, spatial has the image's positions there.
pub(crate) struct Output<'a, T> {
    pub c: Shared<'a, T>,
    pub row: usize,
    pub split: usize,
    pub image: usize,
    /// Added to each element of row i.
    pub bias: Option<&'a [T]>,
    pub alpha: T,
    /// Factor of the previous content; with zero it is not read.
    pub beta: T,
    /// Whether what is negative becomes 0, when it is complete.
    pub rectify: bool,
}

/// Adds the `cols` columns from column `j` on of a tile's sums, rows `nr` apart, to the rows `rows`: whatever the factors
/// are, and wherever the columns lie.
#[inline(never)]
fn add_part<T: Float>(
    out: &Output<'_, T>,
    sums: &[T],
    rows: Range<usize>,
    (j, cols): (usize, usize),
    (beta, bias): (T, Option<&[T]>),
    rectify: bool,
) {
    for (i, sums) in rows.zip(sums.chunks_exact(nr::<T>())) {
        let bias = bias.map_or(T::ZERO, |bias| bias[i]);
        let (mut j, mut sums) = (j, &sums[..cols]);
        while !sums.is_empty() {
            let (image, at) = (j / out.split, j % out.split);
            let (now, later) = sums.split_at(sums.len().min(out.split - at));
            let start = i * out.row + image * out.image + at;
            // SAFETY: each element of the product belongs to one tile, and the tile to one thread.
            let c = unsafe { out.c.part(start..start + now.len()) };
            for (c, &sum) in c.iter_mut().zip(now) {
                let new = out.alpha * sum + bias;
                *c = if beta == T::ZERO { new } else { beta * *c + new };
            }
            if rectify {
                unary::rectify(c);
            }
            (j, sums) = (j + now.len(), later);
        }
    }
}

/// All tiles of `rows` with one panel of B, whose columns start at `j` and number `width`, in `V` vectors.
#[inline(never)]
fn panel<T: Float, const V: usize>(
    a: Rows<'_, T>,
    b: (&[T], usize),
    depth: usize,
    rows: Range<usize>,
    (j, width): (usize, usize),
    out: &Output<'_, T>,
    (first, last): (bool, bool),
) {
    let tile = Tile::<T, V>::chosen();
    let beta = if first { out.beta } else { T::ONE };
    let (bias, rectify) = (out.bias.filter(|_| first), last && out.rectify);
    let (image, at) = (j / out.split, j % out.split);
    // Then the tile itself writes the result, or adds to what there is: to the bias, where that comes first.
    let plain = out.alpha == T::ONE && (beta == T::ZERO || beta == T::ONE && bias.is_none());
    let direct = plain && width == Tile::<T, V>::WIDTH && at + width <= out.split;
    let strides = Strides { row: a.stride, step: a.step, width: b.1, result: out.row, tile: a.between(depth) };
    let whole = if direct { rows.len() / MR } else { 0 };
    if whole > 0 {
        let start = rows.start * out.row + image * out.image + at;
        let c = out.c.pointer(start, (whole * MR - 1) * out.row + width);
        for (i, &bias) in bias.map_or(&[][..], |bias| &bias[rows.clone()][..whole * MR]).iter().enumerate() {
            for v in 0..V {
                // SAFETY: inside by the line before; each element of the product belongs to one tile, and the tile to one thread.
                unsafe { T::Lanes::splat(bias).store(c.add(i * out.row + v * T::Lanes::N)) };
            }
        }
        let (a, _) = a.tile(rows.start, MR, depth);
        // SAFETY: as above.
        unsafe { tile.product((depth, whole), a, b.0, c, strides, beta == T::ONE || bias.is_some()) };
        for at in (0..if rectify { whole * MR } else { 0 }).map(|i| c.wrapping_add(i * out.row)) {
            for c in (0..V).map(|v| at.wrapping_add(v * T::Lanes::N)) {
                // SAFETY: as above.
                unsafe { unary::relu(T::Lanes::load(c)).store(c) };
            }
        }
    }
    for i in (rows.start + whole * MR..rows.end).step_by(MR) {
        let height = MR.min(rows.end - i);
        let (a, before) = a.tile(i, height, depth);
        let mut sums = [[T::ZERO; 4]; MR * VECTORS];
        let sums = &mut sums.as_flattened_mut()[..MR * nr::<T>()];
        let strides = Strides { result: nr::<T>(), ..strides };
        // SAFETY: a whole tile fits.
        unsafe { tile.product((depth, 1), a, b.0, sums.as_mut_ptr(), strides, false) };
        add_part(out, &sums[before * nr::<T>()..], i..i + height, (j, width), (beta, bias), rectify);
    }
}

/// A block of `rows` by `cols`, of `depth` steps; `ends` tells whether it is the first block of k, and the last.
fn block<T: Float>(
    a: Rows<'_, T>,
    b: Columns<'_, T>,
    depth: usize,
    rows: Range<usize>,
    cols: Range<usize>,
    out: &Output<'_, T>,
    ends: (bool, bool),
) {
    let nr = nr::<T>();
    for (index, j) in cols.clone().step_by(nr).enumerate() {
        let width = nr.min(cols.end - j);
        // A narrow last panel costs what it needs, where it matters: not in packed doubles.
        let panel = match width.div_ceil(T::Lanes::N) {
            _ if size_of::<T>() > 4 => panel::<T, VECTORS>,
            1 => panel::<T, 1>,
            2 => panel::<T, 2>,
            _ => panel::<T, VECTORS>,
        };
        panel(a, (&b.data[index * b.panel..], b.step), depth, rows.clone(), (j, width), out, ends);
    }
}

/// A product of `size` m by n by k, and its operands.
struct Product<'a, T> {
    size: (usize, usize, usize),
    a: Operand<'a, T>,
    b: Operand<'a, T>,
    out: &'a Output<'a, T>,
}

/// `out = alpha * A B + beta * out (+ bias)` for A of m by k, B of k by n. k is not 0. Of a B in place n is a multiple of
/// the lanes of a vector for `f32`, of the tile's columns for `f64`.
///
/// However the product is cut, each element is the sum of the same blocks of k, in the same order.
pub(crate) fn product<T: Float>(
    (m, n, k): (usize, usize, usize),
    a: Operand<'_, T>,
    b: Operand<'_, T>,
    out: &Output<'_, T>,
) {
    let few;
    let a = match a {
        // A tile of what lies in place has all of its rows.
        Operand::InPlace { data, stride, step } if m < MR => {
            few = move |rows: Range<usize>, depth: Range<usize>, out: &mut [T]| {
                pack_rows(data, (stride, step), rows, depth, out);
            };
            Operand::Packed(&few)
        }
        a => a,
    };
    let product = Product { size: (m, n, k), a, b, out };
    let nc = nc::<T>();
    let work = (2 * m * n).saturating_mul(k);
    // Doubles stay on one thread: for what they are asked, one way is enough.
    if work < parallel::WORTH || parallel::threads() == 1 || size_of::<T>() > 4 {
        product.piece(0..n);
    } else if n >= 4 * nc {
        product.columns(nc);
    } else if m >= 2 * SHARED_TILES.start() * MR {
        product.shared_b();
    } else {
        product.columns(FEW_COLUMNS);
    }
}

/// The fewest and the most rows a block, in tiles, when threads share a packed block of B: enough to make reading that worth
/// it, few enough to share out.
const SHARED_TILES: RangeInclusive<usize> = 4..=11;
/// Columns a piece where there are too few rows to share out and too few columns for whole blocks.
const FEW_COLUMNS: usize = 60;

/// Rows a block when threads share a packed block of B: so many that all have the same work, if that can be.
fn shared_rows(m: usize, threads: usize) -> usize {
    let sizes = SHARED_TILES.rev().map(|tiles| tiles * MR);
    // Of equally good ones the first, which is the largest.
    sizes.min_by_key(|rows| m.div_ceil(*rows).next_multiple_of(threads) * rows).expect("the range is not empty")
}

impl<T: Float> Product<'_, T> {
    /// The columns `cols` of the product, on one thread.
    fn piece(&self, cols: Range<usize>) {
        let (m, _, k) = self.size;
        let depth_max = KC.min(k);
        let b_room = self.b.room_for_columns(nc::<T>().min(cols.len()), depth_max);
        let a_room = self.a.room_for_rows(MC.min(m), depth_max);
        scratch::with(a_room + b_room, |buffer: &mut [T]| {
            let (b_buffer, a_buffer) = buffer.split_at_mut(b_room);
            for j in cols.clone().step_by(nc::<T>()) {
                let cols = j..cols.end.min(j + nc::<T>());
                for p in (0..k).step_by(KC) {
                    let depth = p..k.min(p + KC);
                    let b = self.b.columns(cols.clone(), depth.clone(), b_buffer);
                    for i in (0..m).step_by(MC) {
                        self.rows(i..m.min(i + MC), cols.clone(), depth.clone(), a_buffer, b);
                    }
                }
            }
        });
    }

    /// A block of rows, with a block of B.
    fn rows(&self, rows: Range<usize>, cols: Range<usize>, depth: Range<usize>, buffer: &mut [T], b: Columns<'_, T>) {
        let a = self.a.rows(rows.clone(), depth.clone(), buffer);
        let ends = (depth.start == 0, depth.end == self.size.2);
        block(a, b, depth.len(), rows, cols, self.out, ends);
    }

    /// Threads take `width` columns each: A is packed as often as on one thread when the width is that of a block.
    fn columns(&self, width: usize) {
        let (_, n, _) = self.size;
        parallel::run(n.div_ceil(width), &|i| self.piece(i * width..n.min((i + 1) * width)));
    }

    /// Threads pack a block of B together, then take rows: nothing is packed twice.
    fn shared_b(&self) {
        let (m, n, k) = self.size;
        let nc = nc::<T>();
        let step = shared_rows(m, parallel::threads());
        scratch::with(self.b.room_for_columns(nc.min(n), KC.min(k)), |buffer: &mut [T]| {
            for j in (0..n).step_by(nc) {
                let cols = j..n.min(j + nc);
                for p in (0..k).step_by(KC) {
                    let depth = p..k.min(p + KC);
                    let b = self.shared_columns(cols.clone(), depth.clone(), buffer);
                    parallel::run(m.div_ceil(step), &|i| {
                        let rows = i * step..m.min((i + 1) * step);
                        scratch::with(self.a.room_for_rows(rows.len(), depth.len()), |buffer: &mut [T]| {
                            self.rows(rows, cols.clone(), depth.clone(), buffer, b);
                        });
                    });
                }
            }
        });
    }

    /// A block of B, packed by all threads together.
    fn shared_columns<'b>(&'b self, cols: Range<usize>, depth: Range<usize>, buffer: &'b mut [T]) -> Columns<'b, T> {
        let Operand::Packed(pack) = self.b else { return self.b.columns(cols, depth, buffer) };
        let nr = nr::<T>();
        let panel = nr * depth.len();
        let buffer = &mut buffer[..cols.len().div_ceil(nr) * panel];
        parallel::rows(buffer, panel, 16 * panel, &|first, panels| {
            let from = cols.start + first * nr;
            let to = cols.end.min(from + panels.len() / depth.len());
            pack(from..to, depth.clone(), panels);
        });
        Columns { data: buffer, panel, step: nr }
    }
}
