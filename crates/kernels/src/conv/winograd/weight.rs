//! Gradient by the weight: the transpose of the forward transforms. Windows lie as `[pair][channel in][tile]`, the transformed
//! gradients of outputs in panels of A, `[pair][channel out / 6][tile / 4][channel out % 6][tile % 4]`: a pair's product sums over
//! tiles.

use super::transform::{self, GROUP, PAIRS, Pairs};
use super::{COST, Source, Tiles, distance, transform_tops};
use crate::conv::Conv;
use crate::gemm::blocked::{self, MR, Operand, Output, Pack};
use crate::gemm::{pack_columns, scratch};
use crate::parallel::{self, Shared};

/// Tiles of `M` by `M`, kernels of `R` by `R`.
pub(super) fn backward<const M: usize, const R: usize>(g: &Conv, x: &[f32], dy: &[f32], dw: &mut [f32]) {
    let tiles = Tiles::of(g);
    let (ins, outs, groups) = (g.in_channels, g.out_channels, tiles.groups());
    let chunk = tiles.chunk(g);
    let most = chunk * GROUP;
    let room = PAIRS * (distance(ins * most) + distance(outs.next_multiple_of(MR) * most) + distance(ins * outs));
    scratch::with(room, |buffer: &mut [f32]| {
        let (windows, rest) = buffer.split_at_mut(PAIRS * distance(ins * most));
        let (tops, sums) = rest.split_at_mut(PAIRS * distance(outs.next_multiple_of(MR) * most));
        for first in (0..groups).step_by(chunk) {
            let groups = first..groups.min(first + chunk);
            let count = groups.len() * GROUP;
            let (to_window, to_top) = (distance(ins * count), distance(outs.next_multiple_of(MR) * count));
            let all_windows = Shared::new(&mut *windows);
            parallel::ranges(ins, 1, COST * groups.len(), &|range| {
                for c in range {
                    for (slot, group) in groups.clone().enumerate() {
                        // SAFETY: the vectors of a channel are in no other range.
                        let out = unsafe { Pairs::of(&all_windows, c * count + slot * GROUP, to_window) };
                        Source::<M>::of(g, tiles.place(group)).transform(g, c, x, out);
                    }
                }
            });
            let place = |o: usize, slot: usize| o * count + slot * MR * GROUP;
            transform_tops::<M>(g, dy, (&tiles, groups.clone()), tops, to_top, (&place, GROUP));
            multiply((ins, outs, count), (windows, to_window), (tops, to_top), sums, first > 0);
        }
        let sums = &*sums;
        let dw = Shared::new(dw);
        parallel::ranges(outs, 1, 32 * PAIRS * ins, &|range| {
            for first in (range.start * ins..range.end * ins).step_by(GROUP) {
                // SAFETY: the kernels of a range are in no other one.
                let dw = unsafe { dw.part(first * R * R..(first + GROUP) * R * R) };
                transform::kernels_back::<R>(&sums[first..], distance(ins * outs), dw);
            }
        });
    });
}

/// `sums[pair][o][c] = sum over the tiles of tops[pair][o] * windows[pair][c]`, or adds that.
fn multiply(
    (ins, outs, count): (usize, usize, usize),
    (windows, to_window): (&[f32], usize),
    (tops, to_top): (&[f32], usize),
    sums: &mut [f32],
    add: bool,
) {
    let (to_sum, sums) = (distance(ins * outs), Shared::new(sums));
    parallel::run(PAIRS, &|pair| {
        let a = Operand::Panels(&tops[pair * to_top..]);
        let windows = &windows[pair * to_window..];
        let pack: Pack<'_, f32> = &|lines, depth, out| {
            let windows = &windows[lines.start * count + depth.start..];
            pack_columns(windows, (count, 1), (lines.len(), depth.len()), depth.len(), out);
        };
        // SAFETY: pairs do not overlap.
        let c = Shared::new(unsafe { sums.part(pair * to_sum..pair * to_sum + ins * outs) });
        let beta = if add { 1.0 } else { 0.0 };
        let out = Output { c, row: ins, split: ins, image: 0, bias: None, alpha: 1.0, beta, rectify: false };
        blocked::product((outs, ins, count), a, Operand::Packed(pack), &out);
    });
}
