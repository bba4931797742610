//! Outputs. Transformed windows lie as the tile of the matrix product reads them, `[pair][panel][channel][24]`; products are
//! made a panel at a time, `[pair][channel][24]`.

use super::transform::{self, GROUP, PAIRS, Pairs};
use super::{CHUNK_BYTES, COST, Source, Tiles, distance, transform_kernels};
use crate::conv::Conv;
use crate::gemm::blocked::{self, MR, Operand, Output};
use crate::gemm::scratch;
use crate::parallel::{self, Shared};
use crate::simd::{F32x4, Lanes};
use crate::unary;
use core::ops::Range;

/// Tiles of a panel, and vectors.
const PANEL: usize = blocked::nr::<f32>();
const GROUPS: usize = PANEL / GROUP;

/// Most bytes of transformed kernels that are kept for all windows: the last-level cache has them.
const ALL_KERNELS_BYTES: usize = 3 << 20;
/// Bytes of transformed kernels worked on at once where there are more: they stay in the second-level cache, or near it.
const KERNELS_BYTES: usize = 640 << 10;
/// Bytes of transformed windows worked on at once beside all kernels, and beside a part of them.
const WINDOWS_BYTES: (usize, usize) = (CHUNK_BYTES / 2, 2 * CHUNK_BYTES);

/// How far apart the pairs of points of the kernels of some outputs are, which stand in panels.
const fn kernel_distance(outs: usize, ins: usize) -> usize {
    distance(outs.next_multiple_of(MR) * ins)
}

/// Transforms the kernels of some outputs into panels, as the products read them.
fn kernel_panels<const R: usize>(ins: usize, w: &[f32], kernels: &mut [f32]) {
    let outs = w.len() / (ins * R * R);
    let place = |o: usize, c: usize| o / MR * MR * ins + c * MR + o % MR * GROUP;
    transform_kernels::<R>(ins, w, kernels, kernel_distance(outs, ins), &place);
}

/// A convolution with its operands.
struct Forward<'a> {
    g: &'a Conv,
    tiles: Tiles,
    x: &'a [f32],
    w: &'a [f32],
    bias: Option<&'a [f32]>,
    y: Shared<'a, f32>,
}

/// Tiles of `M` by `M`, kernels of `R` by `R`.
pub(super) fn forward<const M: usize, const R: usize>(
    g: &Conv,
    x: &[f32],
    w: &[f32],
    bias: Option<&[f32]>,
    y: &mut [f32],
) {
    let w = &w[..g.out_channels * g.in_channels * R * R];
    let forward = Forward { g, tiles: Tiles::of(g), x, w, bias, y: Shared::new(y) };
    let all = PAIRS * kernel_distance(g.out_channels, g.in_channels);
    if size_of::<f32>() * all > ALL_KERNELS_BYTES {
        return forward.chunks::<M, R>(WINDOWS_BYTES.1, None);
    }
    scratch::with(all, |kernels: &mut [f32]| {
        kernel_panels::<R>(g.in_channels, w, kernels);
        forward.chunks::<M, R>(WINDOWS_BYTES.0, Some(kernels));
    });
}

impl Forward<'_> {
    /// The vectors of tiles of a panel.
    fn groups(&self, panel: usize) -> Range<usize> {
        panel * GROUPS..self.tiles.groups().min((panel + 1) * GROUPS)
    }

    /// All panels, with all kernels at all pairs of points if these are given.
    fn chunks<const M: usize, const R: usize>(&self, bytes: usize, kernels: Option<&[f32]>) {
        let panels = self.tiles.groups().div_ceil(GROUPS);
        let most = (bytes / (size_of::<f32>() * PAIRS * PANEL * self.g.in_channels)).max(4);
        let chunk = panels.div_ceil(panels.div_ceil(most));
        let chunk_at = |i: usize| self.chunk::<M, R>(i * chunk..panels.min((i + 1) * chunk), kernels);
        match panels.div_ceil(chunk) {
            // Which cuts its work.
            1 => chunk_at(0),
            count => parallel::run(count, &chunk_at),
        }
    }

    /// Some panels. If need be kernels are transformed for each chunk anew, a block at a time: that is sooner done than they
    /// are written to memory, and read.
    fn chunk<const M: usize, const R: usize>(&self, panels: Range<usize>, kernels: Option<&[f32]>) {
        let (ins, outs) = (self.g.in_channels, self.g.out_channels);
        let distance = distance(panels.len() * ins * PANEL);
        let most = if kernels.is_some() { outs } else { KERNELS_BYTES / (size_of::<f32>() * PAIRS * ins) };
        let block = outs.div_ceil(outs.div_ceil(most.max(MR))).next_multiple_of(MR);
        scratch::with(PAIRS * distance, |windows: &mut [f32]| {
            self.windows::<M>(panels.clone(), windows, distance);
            let windows = (&*windows, distance);
            let cost = 2 * PAIRS * PANEL * ins * block * panels.len();
            parallel::ranges(outs.div_ceil(block), 1, cost, &|blocks| {
                for i in blocks {
                    let outs = i * block..outs.min((i + 1) * block);
                    if let Some(kernels) = kernels {
                        self.outputs::<M>(outs, panels.clone(), windows, kernels);
                        continue;
                    }
                    let w = &self.w[outs.start * ins * R * R..outs.end * ins * R * R];
                    scratch::with(PAIRS * kernel_distance(outs.len(), ins), |kernels: &mut [f32]| {
                        kernel_panels::<R>(ins, w, kernels);
                        self.outputs::<M>(outs, panels.clone(), windows, kernels);
                    });
                }
            });
        });
    }

    /// The windows of some panels at all pairs of points: `[pair][panel][in][tile]`.
    #[inline(never)]
    fn windows<const M: usize>(&self, panels: Range<usize>, out: &mut [f32], distance: usize) {
        let (g, ins) = (self.g, self.g.in_channels);
        let out = Shared::new(out);
        parallel::ranges(ins, 1, COST * GROUPS * panels.len(), &|channels| {
            for (i, panel) in panels.clone().enumerate() {
                let sources = self.groups(panel).map(|group| Source::<M>::of(g, self.tiles.place(group)));
                for c in channels.clone() {
                    for (slot, source) in sources.clone().enumerate() {
                        // SAFETY: the windows of a channel are in no other range.
                        let out = unsafe { Pairs::of(&out, (i * ins + c) * PANEL + slot * GROUP, distance) };
                        source.transform(g, c, self.x, out);
                    }
                }
            }
        });
    }

    /// Some channels of the outputs of some panels, from their windows and the kernels of these channels.
    #[inline(never)]
    fn outputs<const M: usize>(
        &self,
        outs: Range<usize>,
        panels: Range<usize>,
        (windows, to_window): (&[f32], usize),
        kernels: &[f32],
    ) {
        let ins = self.g.in_channels;
        let (to_kernel, to_product) = (kernel_distance(outs.len(), ins), distance(outs.len() * PANEL));
        scratch::with(PAIRS * to_product, |products: &mut [f32]| {
            for (i, panel) in panels.enumerate() {
                let groups = self.groups(panel);
                for pair in 0..PAIRS {
                    let a = Operand::Panels(&kernels[pair * to_kernel..]);
                    let windows = &windows[pair * to_window + i * ins * PANEL..];
                    let b = Operand::Panels(windows);
                    let c = Shared::new(&mut products[pair * to_product..]);
                    let out = Output {
                        c,
                        row: PANEL,
                        split: PANEL,
                        image: 0,
                        bias: None,
                        alpha: 1.0,
                        beta: 0.0,
                        rectify: false,
                    };
                    blocked::product((outs.len(), groups.len() * GROUP, ins), a, b, &out);
                }
                for (o, channel) in outs.clone().enumerate() {
                    let bias = self.bias.map_or(0.0, |bias| bias[channel]);
                    for (slot, group) in groups.clone().enumerate() {
                        let rows = transform::tiles::<M>(&products[o * PANEL + slot * GROUP..], to_product, bias);
                        let rows = if self.g.rectify { rows.map(|row| row.map(unary::relu)) } else { rows };
                        store::<M>(self.g, channel, rows, self.tiles.place(group), &self.y);
                    }
                }
            }
        });
    }
}

/// Stores the outputs of a vector of tiles, as far as they lie inside the image.
fn store<const M: usize>(
    g: &Conv,
    channel: usize,
    rows: [[F32x4; M]; M],
    (image, row, column): (usize, usize, usize),
    y: &Shared<'_, f32>,
) {
    let [_, height, width] = g.out_size;
    let columns = (width - column).min(M * GROUP);
    for (r, values) in rows.iter().enumerate().take(height - row) {
        let at = ((image * g.out_channels + channel) * height + row + r) * width + column;
        // SAFETY: tiles do not overlap, and each belongs to one thread.
        let y = unsafe { y.part(at..at + columns) };
        for (y, value) in y.chunks_mut(GROUP).zip(values) {
            match y.len() {
                // SAFETY: four elements are a vector.
                GROUP => unsafe { value.store(y.as_mut_ptr()) },
                _ => value.store_part(y),
            }
        }
    }
}
