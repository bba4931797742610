//! Gradient by the data: the transpose of the forward transforms. The transformed gradients of outputs lie in panels of B,
//! `[pair][panel][channel out][24]`, the products as `[pair][channel in][tile]`; windows overlap, and what they hold is added up.

use super::transform::{self, GROUP, MOST_VECTORS, PAIRS, WINDOW};
use super::{COST, Source, Tiles, distance, transform_kernels, transform_tops};
use crate::conv::Conv;
use crate::gemm::blocked::{self, Operand, Output, Pack};
use crate::gemm::{pack_rows, scratch};
use crate::parallel::{self, Shared};
use crate::simd::{F32x4, Lanes};

/// Tiles of a panel, and vectors.
const PANEL: usize = blocked::nr::<f32>();
const GROUPS: usize = PANEL / GROUP;

/// Tiles of `M` by `M`, kernels of `R` by `R`.
pub(super) fn backward<const M: usize, const R: usize>(g: &Conv, dy: &[f32], w: &[f32], dx: &mut [f32]) {
    let tiles = Tiles::of(g);
    let (ins, outs, groups) = (g.in_channels, g.out_channels, tiles.groups());
    let chunk = tiles.chunk(g);
    let most = chunk * GROUP;
    dx.fill(0.0);
    let dx = Shared::new(dx);
    let room = PAIRS * (distance(ins * most) + distance(outs * most.next_multiple_of(PANEL)) + distance(ins * outs));
    scratch::with(room, |buffer: &mut [f32]| {
        let (kernels, rest) = buffer.split_at_mut(PAIRS * distance(ins * outs));
        let (tops, products) = rest.split_at_mut(PAIRS * distance(outs * most.next_multiple_of(PANEL)));
        transform_kernels::<R>(ins, &w[..outs * ins * R * R], kernels, distance(ins * outs), &|o, c| o * ins + c);
        for first in (0..groups).step_by(chunk) {
            let groups = first..groups.min(first + chunk);
            let count = groups.len() * GROUP;
            let (to_top, to_product) = (distance(outs * count.next_multiple_of(PANEL)), distance(ins * count));
            let place = |o: usize, slot: usize| (slot / GROUPS * outs + o) * PANEL + slot % GROUPS * GROUP;
            transform_tops::<M>(g, dy, (&tiles, groups.clone()), tops, to_top, (&place, PANEL));
            multiply((ins, outs, count), kernels, (tops, to_top), (products, to_product));
            let products = &*products;
            parallel::ranges(ins, 1, COST * groups.len(), &|range| {
                for c in range {
                    for (slot, group) in groups.clone().enumerate() {
                        let windows = &products[c * count + slot * GROUP..];
                        add(
                            g,
                            c,
                            transform::windows_back::<M>(windows, to_product),
                            Source::<M>::of(g, tiles.place(group)),
                            &dx,
                        );
                    }
                }
            });
        }
    });
}

/// `products[pair][c][tile] = sum over o of kernels[pair][o][c] * tops[pair][o][tile]`.
fn multiply(
    (ins, outs, count): (usize, usize, usize),
    kernels: &[f32],
    (tops, to_top): (&[f32], usize),
    (products, to_product): (&mut [f32], usize),
) {
    let products = Shared::new(products);
    parallel::run(PAIRS, &|pair| {
        let kernels = &kernels[pair * distance(ins * outs)..];
        let pack_a: Pack<'_, f32> = &|lines, depth, out| pack_rows(kernels, (1, ins), lines, depth, out);
        let b = Operand::Panels(&tops[pair * to_top..]);
        // SAFETY: pairs do not overlap.
        let c = Shared::new(unsafe { products.part(pair * to_product..pair * to_product + ins * count) });
        let out = Output { c, row: count, split: count, image: 0, bias: None, alpha: 1.0, beta: 0.0, rectify: false };
        blocked::product((ins, count, outs), Operand::Packed(pack_a), b, &out);
    });
}

/// Adds the rows that the windows of a vector of tiles cover, as far as they lie inside the image.
fn add<const M: usize>(
    g: &Conv,
    channel: usize,
    rows: [[F32x4; MOST_VECTORS]; WINDOW],
    source: Source<M>,
    dx: &Shared<'_, f32>,
) {
    let start = (source.image * g.in_channels + channel) * g.in_len() + source.first;
    for (r, row) in rows.iter().skip(source.top).take(source.rows).enumerate() {
        let at = start + r * g.in_size[2];
        // SAFETY: a channel belongs to one thread.
        let dx = unsafe { dx.part(at..at + source.columns) };
        if source.columns == Source::<M>::REACH {
            for (dx, row) in dx.as_chunks_mut::<GROUP>().0.iter_mut().zip(row) {
                *dx = (F32x4::from_array(*dx) + *row).to_array();
            }
        } else {
            let row = row.map(F32x4::to_array);
            dx.iter_mut().zip(&row.as_flattened()[source.left..]).for_each(|(dx, row)| *dx += row);
        }
    }
}
