//! Outputs. Transformed windows lie as the tile of the matrix product reads them, `[pair][panel][channel][12]`, and so do
//! the products.

use super::transform::{self, GROUP, PAIRS, Pairs};
use super::{Source, Tiles, distance, transform_kernels};
use crate::conv::Conv;
use crate::gemm::blocked::{self, Operand, Output};
use crate::gemm::scratch;
use crate::parallel::{self, Shared};
use crate::simd::{F32x4, Lanes};

/// Tiles of a panel, and vectors.
const PANEL: usize = blocked::nr::<f32>();
const GROUPS: usize = PANEL / GROUP;

/// Tiles of `M` by `M`, kernels of `R` by `R`.
pub(super) fn forward<const M: usize, const R: usize>(
    g: &Conv,
    x: &[f32],
    w: &[f32],
    bias: Option<&[f32]>,
    y: &mut [f32],
) {
    let tiles = Tiles::of(g);
    let (ins, outs) = (g.in_channels, g.out_channels);
    let panels = tiles.groups().div_ceil(GROUPS);
    let chunk = tiles.chunk(g).div_ceil(GROUPS);
    let y = Shared::new(y);
    scratch::with(PAIRS * distance(ins * outs), |kernels: &mut [f32]| {
        transform_kernels::<R>(g, w, kernels);
        let kernels = &*kernels;
        parallel::run(panels.div_ceil(chunk), &|i| {
            let first = i * chunk;
            let count = chunk.min(panels - first);
            let (to_window, to_product) = (distance(count * ins * PANEL), distance(count * outs * PANEL));
            scratch::with(PAIRS * (to_window + to_product), |buffer: &mut [f32]| {
                let (windows, products) = buffer.split_at_mut(PAIRS * to_window);
                let groups = |panel: usize| (first + panel) * GROUPS..tiles.groups().min((first + panel + 1) * GROUPS);
                let all_windows = Shared::new(&mut *windows);
                for panel in 0..count {
                    let sources = groups(panel).map(|group| Source::<M>::of(g, tiles.place(group)));
                    for c in 0..ins {
                        for (slot, source) in sources.clone().enumerate() {
                            let at = (panel * ins + c) * PANEL + slot * GROUP;
                            // SAFETY: nobody else has this buffer.
                            let out = unsafe { Pairs::of(&all_windows, at, to_window) };
                            source.transform(g, c, x, out);
                        }
                    }
                }
                multiply((ins, outs, count), kernels, (windows, to_window), (products, to_product));
                for panel in 0..count {
                    for o in 0..outs {
                        for (slot, group) in groups(panel).enumerate() {
                            let at = (panel * outs + o) * PANEL + slot * GROUP;
                            let bias = bias.map_or(0.0, |bias| bias[o]);
                            let rows = transform::tiles::<M>(&products[at..], to_product, bias);
                            store::<M>(g, o, rows, tiles.place(group), &y);
                        }
                    }
                }
            });
        });
    });
}

/// The matrix product of each pair of points, panel by panel.
fn multiply(
    (ins, outs, panels): (usize, usize, usize),
    kernels: &[f32],
    (windows, to_window): (&[f32], usize),
    (products, to_product): (&mut [f32], usize),
) {
    for pair in 0..PAIRS {
        let a = Operand::InPlace { data: &kernels[pair * distance(ins * outs)..], stride: ins, step: 1 };
        for panel in 0..panels {
            let window = &windows[pair * to_window + panel * ins * PANEL..];
            let product = &mut products[pair * to_product + panel * outs * PANEL..];
            let b = Operand::InPlace { data: window, stride: 1, step: PANEL };
            let c = Shared::new(product);
            let out = Output { c, row: PANEL, split: PANEL, image: 0, bias: None, alpha: 1.0, beta: 0.0 };
            blocked::product((outs, PANEL, ins), a, b, &out);
        }
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
