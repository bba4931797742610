//! The blocked product that [`super::gemm`] and the convolutions share.
//!
//! Layout: B in panels of six vectors of columns, A in panels of six rows, see `tile::product`. Both tiles read them: three
//! rows by three vectors, and six by two where multiply-adds are one instruction.
//!
//! Blocks: a block of B is packed for all steps of k. A block of rows then goes through k in pieces of [`KC`] steps and keeps
//! its sums in a buffer: they are written to C once, when they are complete. C's rows are often a power of two apart, where
//! caches have few places for them.

use super::scratch;
pub(crate) use super::tile::{GROUP, MR};
use super::tile::{PANEL_VECTORS, ROWS, Tile, Walk};
use crate::parallel::{self, Shared};
use crate::simd::{Float, Lanes};
use crate::unary;
use core::ops::{Range, RangeInclusive};

/// The most steps of k a block: what a tile reads of a panel of B stays in the first-level cache.
pub(crate) const KC: usize = 256;
/// The most rows of A a block: `MC * KC` elements stay in the second-level cache beside B.
const MC: usize = 96;
/// The most panels of B a block: with `KC` steps of `f32` half a megabyte.
const PANELS: usize = 22;
/// Most elements of a block of B: with more steps of k it has fewer panels.
const MOST_PACKED: usize = 1 << 20;
/// Most elements of a packed A that is kept for all blocks of B, if it is but one block of rows.
const MOST_KEPT: usize = 1 << 18;

/// Columns of a panel: 24 for `f32`, 12 for `f64`.
pub(crate) const fn nr<T: Float>() -> usize {
    PANEL_VECTORS * T::Lanes::N
}

/// Packs rows (or columns) `lines` for steps `depth` into panels, see [`super::pack`].
pub(crate) type Pack<'a, T> = &'a (dyn Fn(Range<usize>, Range<usize>, &mut [T]) + Sync);

/// How the tiles come to an operand.
#[derive(Clone, Copy)]
pub(crate) enum Operand<'a, T> {
    /// Through panels that the function packs.
    Packed(Pack<'a, T>),
    /// Through panels that are there, with all steps of k.
    Panels(&'a [T]),
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

impl<T: Float> Output<'_, T> {
    /// Writes `width` columns from column `j` on of the rows `rows`, whose sums are `nr` apart.
    #[inline(never)]
    fn finish(&self, sums: &[T], rows: Range<usize>, (j, width): (usize, usize)) {
        let (alpha, beta) = (self.alpha, self.beta);
        for (i, sums) in rows.zip(sums.chunks_exact(nr::<T>())) {
            let bias = self.bias.map_or(T::ZERO, |bias| bias[i]);
            let (mut j, mut sums) = (j, &sums[..width]);
            while !sums.is_empty() {
                let (image, at) = (j / self.split, j % self.split);
                let (now, later) = sums.split_at(sums.len().min(self.split - at));
                let start = i * self.row + image * self.image + at;
                // SAFETY: each element of the product belongs to one tile, and the tile to one thread.
                let c = unsafe { self.c.part(start..start + now.len()) };
                if beta == T::ZERO {
                    c.iter_mut().zip(now).for_each(|(c, &sum)| *c = alpha * sum + bias);
                } else {
                    c.iter_mut().zip(now).for_each(|(c, &sum)| *c = beta * *c + (alpha * sum + bias));
                }
                if self.rectify {
                    unary::rectify(c);
                }
                (j, sums) = (j + now.len(), later);
            }
        }
    }

    /// Whether tiles can write the result themselves, where they make it at once or as the last of several sums.
    fn is_plain(&self, at_once: bool) -> bool {
        let fresh = self.beta == T::ZERO && (at_once || self.bias.is_none());
        let added = self.beta == T::ONE && at_once && self.bias.is_none();
        self.alpha == T::ONE && (fresh || added)
    }
}

/// A product of `size` m by n by k, and its operands.
struct Product<'a, T: Float> {
    size: (usize, usize, usize),
    a: Operand<'a, T>,
    b: Operand<'a, T>,
    out: &'a Output<'a, T>,
    /// Rows, columns and steps a block.
    block: (usize, usize, usize),
    tile: Tile<T>,
}

/// How long blocks are so that they are as good as equal, and multiples of `unit`: `most` is one.
fn equal(len: usize, most: usize, unit: usize) -> usize {
    len.div_ceil(len.div_ceil(most)).next_multiple_of(unit)
}

/// `out = alpha * A B + beta * out (+ bias)` for A of m by k, B of k by n.
///
/// However the product is cut, each element is the sum of the same blocks of k, in the same order.
pub(crate) fn product<T: Float>(
    (m, n, k): (usize, usize, usize),
    a: Operand<'_, T>,
    b: Operand<'_, T>,
    out: &Output<'_, T>,
) {
    let nr = nr::<T>();
    if m * n * k == 0 {
        // Sums of nothing.
        return scratch::with(m * nr, |sums: &mut [T]| {
            sums.fill(T::ZERO);
            (0..n).step_by(nr).for_each(|j| out.finish(sums, 0..m, (j, nr.min(n - j))));
        });
    }
    let most_columns = (MOST_PACKED / k / nr).clamp(1, PANELS) * nr;
    let block = (equal(m, MC, MR), equal(n, most_columns, nr), equal(k, KC, GROUP));
    let product = Product { size: (m, n, k), a, b, out, block, tile: Tile::chosen() };
    let work = (2 * m * n).saturating_mul(k);
    let threads = parallel::threads();
    // Doubles stay on one thread: for what they are asked, one way is enough.
    if work < parallel::WORTH || threads == 1 || size_of::<T>() > 4 {
        product.piece(0..n);
    } else if n < 4 * most_columns && m >= 2 * SHARED_PANELS.start() * MR {
        product.shared_b(MR * evenly(m.div_ceil(MR), SHARED_PANELS, threads));
    } else {
        let most = block.1.min(n.div_ceil(threads).next_multiple_of(nr)) / nr;
        product.columns(nr * evenly(n.div_ceil(nr), 1..=most, threads));
    }
}

/// The fewest and the most rows a block, in panels, when threads share a packed block of B: enough to make reading that worth
/// it.
const SHARED_PANELS: RangeInclusive<usize> = 2..=MC / MR;

/// How many of `count` panels a thread takes at once, so that all have the same work, if that can be.
fn evenly(count: usize, sizes: RangeInclusive<usize>, threads: usize) -> usize {
    // Small pieces cost, too: taking five is as bad as to wait for one panel.
    let cost = |size: &usize| 5 * count.div_ceil(*size).next_multiple_of(threads) * size + count.div_ceil(*size);
    sizes.min_by_key(cost).expect("the range is not empty")
}

impl<T: Float> Product<'_, T> {
    /// Elements that packing `rows` rows of `depth` steps takes.
    fn room_for_rows(&self, rows: usize, depth: usize) -> usize {
        match self.a {
            Operand::Packed(_) => rows.next_multiple_of(MR) * depth.next_multiple_of(GROUP),
            Operand::Panels(_) => 0,
        }
    }

    /// Elements that packing `cols` columns takes.
    fn room_for_columns(&self, cols: usize) -> usize {
        match self.b {
            Operand::Packed(_) => cols.next_multiple_of(nr::<T>()) * self.size.2,
            Operand::Panels(_) => 0,
        }
    }

    /// Elements of the sums of a panel: of all rows, as tiles write them.
    fn room_of_panel(rows: usize) -> usize {
        rows.next_multiple_of(MR) * nr::<T>()
    }

    /// Elements of the sums that are kept between blocks of k, or for a moment.
    fn room_for_sums(&self, rows: usize, cols: usize) -> usize {
        Self::room_of_panel(rows) * if self.size.2 > self.block.2 { cols.div_ceil(nr::<T>()) } else { 1 }
    }

    /// The columns `cols` of the product, on one thread.
    fn piece(&self, cols: Range<usize>) {
        let (m, _, k) = self.size;
        let (mc, nc, kc) = self.block;
        let most_rows = mc.min(m);
        let keep = m <= mc && self.room_for_rows(m, k) <= MOST_KEPT;
        let a_room = self.room_for_rows(most_rows, if keep { k } else { k.min(kc) });
        let most_cols = nc.min(cols.len());
        let b_room = self.room_for_columns(most_cols);
        scratch::with(a_room + b_room + self.room_for_sums(most_rows, most_cols), |buffer: &mut [T]| {
            let (b, buffer) = buffer.split_at_mut(b_room);
            let (a, sums) = buffer.split_at_mut(a_room);
            for j in cols.clone().step_by(nc) {
                let block = j..cols.end.min(j + nc);
                for p in 0..k.div_ceil(kc) {
                    self.pack_columns(block.clone(), p, 0..block.len().div_ceil(nr::<T>()), &Shared::new(&mut *b));
                }
                let packed = Packed { keep, there: keep && j > cols.start };
                for i in (0..m).step_by(mc) {
                    self.rows(i..m.min(i + mc), block.clone(), packed, (a, sums), b);
                }
            }
        });
    }

    /// Packs the panels `panels` of the block of columns `cols`, in block `p` of k.
    fn pack_columns(&self, cols: Range<usize>, p: usize, panels: Range<usize>, buffer: &Shared<'_, T>) {
        let Operand::Packed(pack) = self.b else { return };
        let (nr, kc) = (nr::<T>(), self.block.2);
        let depth = p * kc..self.size.2.min((p + 1) * kc);
        let start = depth.start * cols.len().next_multiple_of(nr) + panels.start * nr * depth.len();
        // SAFETY: each panel is packed by one thread, and read later.
        let out = unsafe { buffer.part(start..start + panels.len() * nr * depth.len()) };
        pack(cols.start + panels.start * nr..cols.end.min(cols.start + panels.end * nr), depth, out);
    }

    /// The rows `rows` of the columns `cols`, of which `b` has the packed block.
    fn rows(
        &self,
        rows: Range<usize>,
        cols: Range<usize>,
        packed: Packed,
        (buffer, sums): (&mut [T], &mut [T]),
        b: &[T],
    ) {
        let (nr, k, kc) = (nr::<T>(), self.size.2, self.block.2);
        for p in (0..k).step_by(kc) {
            let depth = p..k.min(p + kc);
            let slot = if packed.keep { self.room_for_rows(rows.len(), p) } else { 0 };
            let a = self.pack(rows.clone(), depth.clone(), packed.there, &mut buffer[slot..]);
            let (b, panel) = match self.b {
                Operand::Packed(_) => (&b[p * cols.len().next_multiple_of(nr)..], nr * depth.len()),
                Operand::Panels(data) => (&data[cols.start / nr * nr * k + p * nr..], nr * k),
            };
            for (index, j) in cols.clone().step_by(nr).enumerate() {
                let sums = &mut sums[if k > kc { index * Self::room_of_panel(rows.len()) } else { 0 }..];
                let ends = (p == 0, depth.end == k);
                self.panel(a, &b[index * panel..], depth.len(), rows.clone(), (j, nr.min(cols.end - j)), sums, ends);
            }
        }
    }

    /// A block of A, packed into `buffer` if need be and if it is not there; and how far apart its panels are.
    fn pack<'b>(
        &'b self,
        rows: Range<usize>,
        depth: Range<usize>,
        there: bool,
        buffer: &'b mut [T],
    ) -> (&'b [T], usize) {
        match self.a {
            Operand::Packed(pack) => {
                let panel = MR * depth.len().next_multiple_of(GROUP);
                let buffer = &mut buffer[..rows.len().div_ceil(MR) * panel];
                if !there {
                    pack(rows, depth, buffer);
                }
                (buffer, panel)
            }
            Operand::Panels(data) => {
                let panel = MR * self.size.2.next_multiple_of(GROUP);
                (&data[rows.start / MR * panel + depth.start * MR..], panel)
            }
        }
    }

    /// All tiles of `rows` with one panel of B, whose columns start at `j` and number `width`. `ends` tells whether it is the
    /// first block of k, and the last.
    #[inline(never)]
    #[allow(clippy::too_many_arguments)] // what a panel is
    fn panel(
        &self,
        (a, a_panel): (&[T], usize),
        b: &[T],
        depth: usize,
        rows: Range<usize>,
        (j, width): (usize, usize),
        sums: &mut [T],
        (first, last): (bool, bool),
    ) {
        let (out, tile, nr, lanes) = (self.out, self.tile, nr::<T>(), T::Lanes::N);
        let (whole, rest) = (rows.len() / MR * MR, rows.len() % MR);
        let panels = rows.len().div_ceil(MR);
        assert!((panels - 1) * a_panel + MR * depth.next_multiple_of(GROUP) <= a.len(), "room for panels of A");
        assert!(depth * nr <= b.len() && panels * MR * nr <= sums.len(), "room for a panel of B, and sums");
        // The tiles write the result where they can, else sums.
        let (image, at) = (j / out.split, j % out.split);
        let fits = width.is_multiple_of(lanes) && at + width <= out.split;
        let direct = whole > 0 && last && fits && out.is_plain(first);
        let c = if direct {
            let start = rows.start * out.row + image * out.image + at;
            out.c.pointer(start, (whole - 1) * out.row + width)
        } else {
            core::ptr::null_mut()
        };
        let steps = [depth / GROUP, depth % GROUP].map(|steps| steps as isize);
        let to = sums.as_mut_ptr();
        let start = if first { core::ptr::null() } else { to.cast_const() };
        let a_at = |panel: usize| a.as_ptr().wrapping_add(panel * a_panel);
        let (count, b) = (whole / MR, b.as_ptr());
        let all = Walk { count, across: 1, a: a_at(0), b, c: to, start, panel: a_panel, row: nr, start_row: nr, steps };
        if !direct {
            // SAFETY: inside by the assertions.
            unsafe { tile.panels(all, width) };
        } else {
            let mut walk = Walk { c, row: out.row, ..all };
            let place = |i: usize, v: usize| c.wrapping_add(i * out.row + v * lanes);
            let places = || (0..whole).flat_map(|i| (0..width / lanes).map(move |v| (i, v)));
            if let Some(bias) = out.bias {
                let bias = &bias[rows.clone()];
                // SAFETY: inside by the check of `c`; each element of the product belongs to one thread.
                places().for_each(|(i, v)| unsafe { T::Lanes::splat(bias[i]).store(place(i, v)) });
            }
            if first && (out.bias.is_some() || out.beta == T::ONE) {
                (walk.start, walk.start_row) = (c, out.row);
            }
            // SAFETY: as above.
            unsafe { tile.panels(walk, width) };
            if out.rectify {
                // SAFETY: as above.
                places().for_each(|(i, v)| unsafe { unary::relu(T::Lanes::load(place(i, v))).store(place(i, v)) });
            }
        }
        let below = Walk { count: 1, a: a_at(count), ..all.below(whole) };
        // SAFETY: inside by the assertions.
        unsafe {
            match rest {
                0 => {}
                1..=ROWS => tile.halves(below, width),
                _ => tile.panels(below, width),
            }
        }
        if last {
            let from = if direct { whole } else { 0 };
            out.finish(&sums[from * nr..], rows.start + from..rows.end, (j, width));
        }
    }

    /// Threads take `width` columns each: A is packed as often as on one thread when the width is that of a block.
    fn columns(&self, width: usize) {
        let (_, n, _) = self.size;
        parallel::run(n.div_ceil(width), &|i| self.piece(i * width..n.min((i + 1) * width)));
    }

    /// Threads pack a block of B together, then take `step` rows each: nothing is packed twice.
    fn shared_b(&self, step: usize) {
        let (m, n, k) = self.size;
        let (nr, (_, nc, kc)) = (nr::<T>(), self.block);
        scratch::with(self.room_for_columns(nc.min(n)), |buffer: &mut [T]| {
            for j in (0..n).step_by(nc) {
                let cols = j..n.min(j + nc);
                if !buffer.is_empty() {
                    let (panels, blocks) = (cols.len().div_ceil(nr), k.div_ceil(kc));
                    let shared = Shared::new(&mut *buffer);
                    parallel::ranges(blocks * panels, 1, 16 * nr * k.min(kc), &|range| {
                        for i in range {
                            self.pack_columns(cols.clone(), i / panels, i % panels..i % panels + 1, &shared);
                        }
                    });
                }
                let b = &*buffer;
                parallel::run(m.div_ceil(step), &|i| {
                    let rows = i * step..m.min((i + 1) * step);
                    let a_room = self.room_for_rows(rows.len(), k.min(kc));
                    scratch::with(a_room + self.room_for_sums(rows.len(), cols.len()), |buffer: &mut [T]| {
                        self.rows(rows, cols.clone(), Packed::default(), buffer.split_at_mut(a_room), b);
                    });
                });
            }
        });
    }
}

/// What becomes of a packed block of A.
#[derive(Clone, Copy, Default)]
struct Packed {
    /// Whether all blocks of k are kept for the next block of B.
    keep: bool,
    /// Whether they are there.
    there: bool,
}
