//! The blocked product that [`super::gemm`] and the convolutions share.
//!
//! Layout: A in panels of `MR` rows, B in panels of `4 * LANES` columns, both packed by the caller's closures, so that a
//! convolution packs straight from the image. Tile: `MR = 2` rows times four vectors. Eight accumulators hide the
//! latency of the two multiply-add ports; with four vectors of B and one splat of A they fit in the 16 registers that
//! V8 has. Larger tiles spill.

use super::scratch;
pub(crate) use super::tile::MR;
use super::tile::{Tile, VECTORS};
use crate::parallel::{self, Shared};
use crate::simd::{Float, Lanes};
use core::ops::Range;

/// Steps of k a block: a panel of B (16 columns) stays in the first-level cache.
pub(crate) const KC: usize = 256;
/// Rows of A a block: `MC * KC` elements stay in the second-level cache beside B.
const MC: usize = 96;
/// Bytes of a packed row of B: with `KC` steps a block is half a megabyte.
const NC_BYTES: usize = 2048;

/// Columns of the tile: 16 for `f32`, 8 for `f64`.
pub(crate) const fn nr<T: Float>() -> usize {
    VECTORS * T::Lanes::N
}

/// Packs rows (or columns) `lines` for steps `depth` into panels, see [`super::pack::pack`].
pub(crate) type Pack<'a, T> = &'a (dyn Fn(Range<usize>, Range<usize>, &mut [T]) + Sync);

/// How the tiles come to an operand.
#[derive(Clone, Copy)]
pub(crate) enum Operand<'a, T> {
    /// Through panels that the function packs.
    Packed(Pack<'a, T>),
    /// As it lies: element (line, p) is `data[line * stride + p * step]`.
    InPlace { data: &'a [T], stride: usize, step: usize },
}

/// A block of an operand, as tiles read it: panel i starts at `data[i * panel]`; in it element (line, p) is
/// `[line * stride + p * step]`.
#[derive(Clone, Copy)]
struct Panels<'a, T> {
    data: &'a [T],
    panel: usize,
    stride: usize,
    step: usize,
}

impl<'a, T: Float> Operand<'a, T> {
    /// Elements that packing `lines` lines of `depth` steps into panels of `width` lines takes.
    fn room(&self, width: usize, lines: usize, depth: usize) -> usize {
        match self {
            Operand::Packed(_) => lines.next_multiple_of(width) * depth,
            Operand::InPlace { .. } => 0,
        }
    }

    /// The block in panels of `width` lines, packed into `buffer` if need be.
    fn panels<'b>(&self, width: usize, lines: Range<usize>, depth: Range<usize>, buffer: &'b mut [T]) -> Panels<'b, T>
    where
        'a: 'b,
    {
        match *self {
            Operand::Packed(pack) => {
                let buffer = &mut buffer[..lines.len().next_multiple_of(width) * depth.len()];
                pack(lines, depth.clone(), buffer);
                Panels { data: buffer, panel: width * depth.len(), stride: 1, step: width }
            }
            Operand::InPlace { data, stride, step } => {
                let data = &data[lines.start * stride + depth.start * step..];
                Panels { data, panel: width * stride, stride, step }
            }
        }
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
}

/// The sums of a tile.
type Sums<T> = [[<T as Float>::Lanes; VECTORS]; MR];

/// Factors and bias in vectors, once a block.
struct Scale<T: Float> {
    alpha: T::Lanes,
    beta: T::Lanes,
    keep: bool,
}

impl<T: Float> Scale<T> {
    /// `alpha * sum + bias (+ beta * old)`.
    #[inline(always)]
    fn apply(&self, sum: T::Lanes, bias: T::Lanes, old: impl FnOnce() -> T::Lanes) -> T::Lanes {
        let new = self.alpha * sum + bias;
        if self.keep { self.beta * old() + new } else { new }
    }
}

impl<T: Float> Output<'_, T> {
    /// Adds whole vectors of a tile at `c[start]`, rows `self.row` apart.
    #[inline(always)]
    fn add_whole(&self, sums: &Sums<T>, start: usize, bias: [T; MR], scale: &Scale<T>) {
        for (r, (sums, bias)) in sums.iter().zip(bias).enumerate() {
            let start = start + r * self.row;
            // SAFETY: each element of the product belongs to one tile, and the tile to one thread.
            let c = unsafe { self.c.part(start..start + nr::<T>()) }.as_mut_ptr();
            let bias = T::Lanes::splat(bias);
            for (v, &sum) in sums.iter().enumerate() {
                // SAFETY: the slice above has VECTORS vectors of elements from `c` on.
                unsafe {
                    let c = c.add(v * T::Lanes::N);
                    scale.apply(sum, bias, || T::Lanes::load(c)).store(c);
                }
            }
        }
    }

    /// Adds the first `rows` by `cols` elements of a tile at (row i, column j), wherever the columns lie.
    #[inline(never)]
    fn add_part(
        &self,
        sums: &Sums<T>,
        i: usize,
        rows: usize,
        (j, cols): (usize, usize),
        bias: [T; MR],
        scale: &Scale<T>,
    ) {
        for (r, (sums, bias)) in sums.iter().zip(bias).enumerate().take(rows) {
            let bias = T::Lanes::splat(bias);
            for (v, &sum) in sums.iter().enumerate() {
                let first = v * T::Lanes::N;
                let lanes = T::Lanes::N.min(cols.saturating_sub(first));
                let mut at = [0; 4];
                for (lane, at) in at[..lanes].iter_mut().enumerate() {
                    let j = j + first + lane;
                    *at = (i + r) * self.row + j / self.split * self.image + j % self.split;
                }
                // SAFETY: as for whole tiles; the borrow ends with the statement.
                let element = |at: usize| unsafe { &mut self.c.part(at..at + 1)[0] };
                let old = || {
                    let mut old = T::Lanes::zero().to_array();
                    old.as_mut().iter_mut().zip(&at[..lanes]).for_each(|(old, &at)| *old = *element(at));
                    T::Lanes::from_array(old)
                };
                let new = scale.apply(sum, bias, old).to_array();
                new.as_ref().iter().zip(&at[..lanes]).for_each(|(&new, &at)| *element(at) = new);
            }
        }
    }
}

/// All tiles of `rows` with one panel of B, whose columns start at `j` and number `width`, in `V` vectors.
#[inline(never)]
fn panel<T: Float, const V: usize>(
    a: Panels<'_, T>,
    b: (&[T], usize),
    depth: usize,
    rows: Range<usize>,
    (j, width): (usize, usize),
    out: &Output<'_, T>,
    first: bool,
) {
    let beta = if first { out.beta } else { T::ONE };
    let scale = Scale { alpha: T::Lanes::splat(out.alpha), beta: T::Lanes::splat(beta), keep: beta != T::ZERO };
    let bias = out.bias.filter(|_| first);
    let (image, at) = (j / out.split, j % out.split);
    let whole = width == nr::<T>() && at + width <= out.split;
    let tile = Tile::<T, V>::chosen();
    for (index, i) in rows.clone().step_by(MR).enumerate() {
        let height = MR.min(rows.end - i);
        // A row that is missing repeats the one before.
        let stride = if height == MR { a.stride } else { 0 };
        let sums = tile.sums(depth, (&a.data[index * a.panel..], stride, a.step), b);
        let sums = sums.map(|row| core::array::from_fn(|v| if v < V { row[v] } else { T::Lanes::zero() }));
        let bias = bias.map_or([T::ZERO; MR], |bias| core::array::from_fn(|r| bias[(i + r).min(rows.end - 1)]));
        if whole && height == MR {
            out.add_whole(&sums, i * out.row + image * out.image + at, bias, &scale);
        } else {
            out.add_part(&sums, i, height, (j, width), bias, &scale);
        }
    }
}

/// A block of `rows` by `cols`, of `depth` steps; `first` marks the first block of k.
fn block<T: Float>(
    a: Panels<'_, T>,
    b: Panels<'_, T>,
    depth: usize,
    rows: Range<usize>,
    cols: Range<usize>,
    out: &Output<'_, T>,
    first: bool,
) {
    let nr = nr::<T>();
    for (index, j) in cols.clone().step_by(nr).enumerate() {
        let width = nr.min(cols.end - j);
        // A narrow last panel costs what it needs, where it matters: not in packed doubles.
        let panel = match width.div_ceil(T::Lanes::N) {
            _ if size_of::<T>() > 4 => panel::<T, VECTORS>,
            1 => panel::<T, 1>,
            2 => panel::<T, 2>,
            3 => panel::<T, 3>,
            _ => panel::<T, VECTORS>,
        };
        panel(a, (&b.data[index * b.panel..], b.step), depth, rows.clone(), (j, width), out, first);
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
    let product = Product { size: (m, n, k), a, b, out };
    let nc = NC_BYTES / size_of::<T>();
    let work = (2 * m * n).saturating_mul(k);
    // Doubles stay on one thread: for what they are asked, one way is enough.
    if work < parallel::WORTH || parallel::threads() == 1 || size_of::<T>() > 4 {
        product.piece(0..n);
    } else if n >= 4 * nc {
        product.columns(nc);
    } else if m >= 2 * SHARED_ROWS {
        product.shared_b();
    } else {
        product.columns(FEW_COLUMNS);
    }
}

/// Rows a block when threads share a packed block of B: enough to make reading that worth it, few enough to share out.
const SHARED_ROWS: usize = 16;
/// Columns a piece where there are too few rows to share out and too few columns for whole blocks.
const FEW_COLUMNS: usize = 64;

impl<T: Float> Product<'_, T> {
    /// The columns `cols` of the product, on one thread.
    fn piece(&self, cols: Range<usize>) {
        let (m, _, k) = self.size;
        let nr = nr::<T>();
        let nc = NC_BYTES / size_of::<T>();
        let depth_max = KC.min(k);
        let b_room = self.b.room(nr, nc.min(cols.len()), depth_max);
        let a_room = self.a.room(MR, MC.min(m), depth_max);
        scratch::with(a_room + b_room, |buffer: &mut [T]| {
            let (b_buffer, a_buffer) = buffer.split_at_mut(b_room);
            for j in cols.clone().step_by(nc) {
                let cols = j..cols.end.min(j + nc);
                for p in (0..k).step_by(KC) {
                    let depth = p..k.min(p + KC);
                    let b = self.b.panels(nr, cols.clone(), depth.clone(), b_buffer);
                    for i in (0..m).step_by(MC) {
                        self.rows(i..m.min(i + MC), cols.clone(), depth.clone(), a_buffer, b);
                    }
                }
            }
        });
    }

    /// A block of rows, with a block of B.
    fn rows(&self, rows: Range<usize>, cols: Range<usize>, depth: Range<usize>, buffer: &mut [T], b: Panels<'_, T>) {
        let a = self.a.panels(MR, rows.clone(), depth.clone(), buffer);
        block(a, b, depth.len(), rows, cols, self.out, depth.start == 0);
    }

    /// Threads take `width` columns each: A is packed as often as on one thread when the width is that of a block.
    fn columns(&self, width: usize) {
        let (_, n, _) = self.size;
        parallel::run(n.div_ceil(width), &|i| self.piece(i * width..n.min((i + 1) * width)));
    }

    /// Threads pack a block of B together, then take rows: nothing is packed twice.
    fn shared_b(&self) {
        let (m, n, k) = self.size;
        let nr = nr::<T>();
        let nc = NC_BYTES / size_of::<T>();
        let step = if m >= 8 * SHARED_ROWS { 2 * SHARED_ROWS } else { SHARED_ROWS };
        scratch::with(self.b.room(nr, nc.min(n), KC.min(k)), |buffer: &mut [T]| {
            for j in (0..n).step_by(nc) {
                let cols = j..n.min(j + nc);
                for p in (0..k).step_by(KC) {
                    let depth = p..k.min(p + KC);
                    let b = self.shared_panels(cols.clone(), depth.clone(), buffer);
                    parallel::run(m.div_ceil(step), &|i| {
                        let rows = i * step..m.min((i + 1) * step);
                        scratch::with(self.a.room(MR, rows.len(), depth.len()), |buffer: &mut [T]| {
                            self.rows(rows, cols.clone(), depth.clone(), buffer, b);
                        });
                    });
                }
            }
        });
    }

    /// A block of B, packed by all threads together.
    fn shared_panels<'b>(&'b self, cols: Range<usize>, depth: Range<usize>, buffer: &'b mut [T]) -> Panels<'b, T> {
        let Operand::Packed(pack) = self.b else { return self.b.panels(nr::<T>(), cols, depth, buffer) };
        let nr = nr::<T>();
        let panel = nr * depth.len();
        let buffer = &mut buffer[..cols.len().div_ceil(nr) * panel];
        parallel::rows(buffer, panel, 16 * panel, &|first, panels| {
            let from = cols.start + first * nr;
            let to = cols.end.min(from + panels.len() / depth.len());
            pack(from..to, depth.clone(), panels);
        });
        Panels { data: buffer, panel, stride: 1, step: nr }
    }
}
