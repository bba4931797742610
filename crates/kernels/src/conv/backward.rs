//! Gradients of a convolution.

use super::fold::fold_channels;
use super::implicit::{self, Padded};
use super::{Conv, depthwise, direct, winograd};
use crate::gemm::blocked::{self, GROUP, KC, MR, Operand, Output, Pack};
use crate::gemm::{pack_columns, pack_rows, put, scratch};
use crate::movement::transpose;
use crate::parallel::{self, Shared};
use crate::simd::Float;

/// Bytes of columns computed before they are folded: they stay in the second-level cache.
const COLUMN_BYTES: usize = 512 << 10;

/// Positions (of all images) from which turning the kernel round pays: its cost does not depend on them.
const TURN_FROM: usize = 512;

/// Gradient by the data, `dx = transposed conv(dy, w)`; overwrites `dx`. Also the forward of a transposed convolution.
///
/// With stride 1 this is a convolution of `dy` with the kernel turned round. Otherwise, and where that would multiply
/// much more because the output is smaller than the input, the column matrix is computed and folded, or transformed windows
/// are added up.
///
/// # Panics
/// If a slice is too short.
pub fn backward_data<T: Float>(g: &Conv, dy: &[T], w: &[T], dx: &mut [T]) {
    if direct::applies::<T>() {
        return direct::backward_data(g, dy, w, dx);
    }
    if g.batch * g.in_channels * g.in_len() == 0 || g.out_channels * g.kernel_len() == 0 {
        return dx.fill(T::ZERO);
    }
    let turnable = (0..3).all(|d| g.stride[d] == 1 && g.pad[d] <= g.dilate[d] * (g.kernel[d] - 1));
    let worth = 4 * g.in_len() <= 5 * g.out_len() && g.batch * g.in_len() >= TURN_FROM;
    if turnable && (depthwise::applies(g) || worth) {
        turned(g, dy, w, dx);
    } else if winograd::applies(g) {
        winograd::backward_data(g, bytemuck::cast_slice(dy), bytemuck::cast_slice(w), bytemuck::cast_slice_mut(dx));
    } else {
        folded(g, dy, w, dx);
    }
}

/// The data gradient as a convolution: channels swapped, kernel turned round, what padding leaves of the window's reach.
fn turned<T: Float>(g: &Conv, dy: &[T], w: &[T], dx: &mut [T]) {
    let back = Conv {
        in_channels: g.out_channels,
        out_channels: g.in_channels,
        in_size: g.out_size,
        out_size: g.in_size,
        pad: core::array::from_fn(|d| g.dilate[d] * (g.kernel[d] - 1) - g.pad[d]),
        ..*g
    };
    let (ins, outs, len) = (g.group_in(), g.group_out(), g.kernel_len());
    scratch::with(g.out_channels * ins * len, |turned: &mut [T]| {
        for (kernel, w) in w.chunks_exact(len).enumerate().take(g.out_channels * ins) {
            let (o, c) = (kernel / ins, kernel % ins);
            let (group, o) = (o / outs, o % outs);
            let to = &mut turned[((group * ins + c) * outs + o) * len..][..len];
            to.iter_mut().zip(w.iter().rev()).for_each(|(to, &w)| *to = w);
        }
        implicit::forward(&back, dy, turned, None, dx);
    });
}

/// The data gradient through the column matrix, for as many channels of a group and as many images as fit in the cache.
fn folded<T: Float>(g: &Conv, dy: &[T], w: &[T], dx: &mut [T]) {
    let (m, k, spots) = (g.group_out(), g.col_rows(), g.out_len());
    let (in_image, out_image) = (g.in_channels * g.in_len(), g.out_channels * spots);
    dx[..g.batch * in_image].fill(T::ZERO);
    if spots == 0 {
        return;
    }
    let fit = COLUMN_BYTES / (g.kernel_len() * spots * size_of::<T>());
    let channels = fit.clamp(1, g.group_in());
    let chunk = (fit / channels).clamp(1, g.batch);
    scratch::with(channels * g.kernel_len() * spots * chunk, |col: &mut [T]| {
        for image in (0..g.batch).step_by(chunk) {
            let images = chunk.min(g.batch - image);
            let columns = images * spots;
            let pieces = (0..g.groups).flat_map(|group| (0..g.group_in()).step_by(channels).map(move |c| (group, c)));
            for (group, first) in pieces {
                let count = channels.min(g.group_in() - first);
                let dy = &dy[image * out_image + group * m * spots..];
                let w = &w[group * m * k + first * g.kernel_len()..];
                let pack_a: Pack<'_, T> = &|lines, depth, out| pack_rows(w, (1, k), lines, depth, out);
                let pack_b: Pack<'_, T> = &|lines, depth, out| {
                    let dy = &dy[depth.start * spots..];
                    pack_images(dy, out_image, spots, lines.start, lines.len(), depth.len(), out);
                };
                let (c, alpha, beta) = (Shared::new(&mut *col), T::ONE, T::ZERO);
                let out = Output { c, row: columns, split: columns, image: 0, bias: None, alpha, beta, rectify: false };
                blocked::product(
                    (count * g.kernel_len(), columns, m),
                    Operand::Packed(pack_a),
                    Operand::Packed(pack_b),
                    &out,
                );
                let channel = group * g.group_in() + first;
                let dx = &mut dx[image * in_image..][..images * in_image];
                let cost = 8 * count * g.kernel_len() * spots;
                parallel::rows(dx, in_image, cost, &|image, dx| {
                    for (i, dx) in dx.chunks_exact_mut(in_image).enumerate() {
                        fold_channels(g, channel..channel + count, &col[(image + i) * spots..], columns, dx);
                    }
                });
            }
        }
    });
}

/// Packs columns that run on over images `image` elements apart, `spots` of each; steps are `spots` apart.
fn pack_images<T: Float>(
    src: &[T],
    image: usize,
    spots: usize,
    first: usize,
    count: usize,
    depth: usize,
    out: &mut [T],
) {
    let nr = blocked::nr::<T>();
    for (panel, j) in (first..first + count).step_by(nr).enumerate() {
        let out = &mut out[panel * nr * depth..][..nr * depth];
        let width = nr.min(first + count - j);
        let at = j / spots * image + j % spots;
        if j % spots + width <= spots {
            pack_columns(&src[at..], (1, spots), (width, depth), depth, out);
        } else {
            for (lane, j) in (j..j + width).enumerate() {
                let src = src[j / spots * image + j % spots..].iter().step_by(spots);
                out[lane..].iter_mut().step_by(nr).zip(src).take(depth).for_each(|(out, &src)| *out = src);
            }
        }
    }
}

/// Gradient by the weight; overwrites `dw`.
///
/// Computed transposed, (channel and kernel element) by (output channel): the column matrix is then the operand packed in
/// narrow panels, which is the cheaper one to gather.
///
/// # Panics
/// If a slice is too short.
pub fn backward_weight<T: Float>(g: &Conv, x: &[T], dy: &[T], dw: &mut [T]) {
    if direct::applies::<T>() {
        return direct::backward_weight(g, x, dy, dw);
    }
    let (n, m, spots) = (g.group_out(), g.col_rows(), g.out_len());
    let out_image = g.out_channels * spots;
    if g.batch * spots * m * n == 0 {
        return dw.fill(T::ZERO);
    }
    let (depthwise, transformed) = (depthwise::applies(g), winograd::applies(g));
    if depthwise || transformed {
        let (x, dy, dw) = (bytemuck::cast_slice(x), bytemuck::cast_slice(dy), bytemuck::cast_slice_mut(dw));
        return if depthwise {
            depthwise::backward_weight(g, x, dy, dw)
        } else {
            winograd::backward_weight(g, x, dy, dw)
        };
    }
    let padded = Padded::new::<T>(g);
    let group_image = padded.image / g.groups;
    scratch::with(g.groups * m * n, |dwt: &mut [T]| {
        dwt.fill(T::ZERO);
        scratch::with(m, |rows: &mut [u32]| {
            padded.rows(g, rows);
            padded.for_each_chunk(g, x, &mut |first, images, x| {
                for group in 0..g.groups {
                    let x = &x[group * group_image..];
                    let dy = &dy[first * out_image + group * n * spots..];
                    let pack_a: Pack<'_, T> = &|lines, depth, out| {
                        let mut columns = [0; KC];
                        let columns = &mut columns[..depth.len()];
                        padded.columns(g, depth.start, columns);
                        gather_rows(x, &rows[lines], columns, out);
                    };
                    let pack_b: Pack<'_, T> = &|lines, depth, out| {
                        let mut p = depth.start;
                        while p < depth.end {
                            let (image, at) = (p / spots, p % spots);
                            let run = (spots - at).min(depth.end - p);
                            let src = &dy[image * out_image + lines.start * spots + at..];
                            let out = &mut out[(p - depth.start) * blocked::nr::<T>()..];
                            pack_columns(src, (spots, 1), (lines.len(), run), depth.len(), out);
                            p += run;
                        }
                    };
                    let c = Shared::new(&mut dwt[group * m * n..][..m * n]);
                    let (alpha, beta) = (T::ONE, T::ONE);
                    let out = Output { c, row: n, split: n, image: 0, bias: None, alpha, beta, rectify: false };
                    blocked::product((m, n, images * spots), Operand::Packed(pack_a), Operand::Packed(pack_b), &out);
                }
            });
        });
        for (dw, dwt) in dw.chunks_exact_mut(m * n).zip(dwt.chunks_exact(m * n)) {
            transpose(dwt, &[m, n], &[1, 0], dw);
        }
    });
}

/// Packs panels of rows of the column matrix: element (r, p) is `x[rows[r] + columns[p]]`.
fn gather_rows<T: Float>(x: &[T], rows: &[u32], columns: &[u32], out: &mut [T]) {
    let groups = columns.len().div_ceil(GROUP);
    let panels = out.as_chunks_mut::<GROUP>().0.as_chunks_mut::<MR>().0.chunks_exact_mut(groups);
    for (rows, panel) in rows.chunks(MR).zip(panels) {
        // A missing row repeats the last one; its products are not stored.
        let starts: [usize; MR] = core::array::from_fn(|r| rows[r.min(rows.len() - 1)] as usize);
        let (fours, rest) = columns.as_chunks::<GROUP>();
        for (at, group) in fours.iter().zip(&mut *panel) {
            if at[3] == at[0] + 3 {
                for (start, row) in starts.iter().zip(group) {
                    *row = *x[start + at[0] as usize..].first_chunk().expect("as long as the column matrix reaches");
                }
            } else {
                for (start, row) in starts.iter().zip(group) {
                    *row = at.map(|at| x[start + at as usize]);
                }
            }
        }
        for (p, &at) in rest.iter().enumerate() {
            put(panel, columns.len() - rest.len() + p, starts.map(|start| x[start + at as usize]));
        }
    }
}
