//! Forward, and the offset tables that both directions read the padded image with.
//!
//! Column (image, position) and row (channel, kernel element) of the column matrix meet at
//! `padded[columns(column) + rows[row]]`: one addition an element, no test for borders.

use super::{Conv, depthwise, direct, winograd};
use crate::gemm::blocked::{self, Operand, Output, Pack};
use crate::gemm::{pack_rows, scratch};
use crate::parallel::Shared;
use crate::simd::{Float, Lanes, copy, copy_array};
use crate::unary;

/// Bytes of padded images worked on at once: they stay in the second-level cache.
const CHUNK_BYTES: usize = 1 << 20;

/// Columns of a panel.
const PANEL: usize = blocked::nr::<f32>();

/// Images with their zeros around: as the offset tables see them.
pub(super) struct Padded {
    /// Size of a padded channel.
    pub size: [usize; 3],
    /// Elements of a padded image (all channels).
    pub image: usize,
    /// Whether `x` itself serves, since nothing is padded.
    pub plain: bool,
    /// Images a chunk.
    pub chunk: usize,
}

impl Padded {
    pub fn new<T>(g: &Conv) -> Self {
        let size: [usize; 3] = core::array::from_fn(|d| g.in_size[d] + 2 * g.pad[d]);
        let image = g.in_channels * size.iter().product::<usize>();
        let plain = g.pad == [0; 3];
        let chunk =
            if plain { g.batch } else { (CHUNK_BYTES / (image * size_of::<T>()).max(1)).clamp(1, g.batch.max(1)) };
        Padded { size, image, plain, chunk }
    }

    /// Calls `f(first image, images, padded images)` chunk by chunk.
    pub fn for_each_chunk<T: Float>(&self, g: &Conv, x: &[T], f: &mut dyn FnMut(usize, usize, &[T])) {
        if self.plain {
            return f(0, g.batch, &x[..g.batch * self.image]);
        }
        let in_image = g.in_channels * g.in_len();
        scratch::with(self.chunk * self.image, |padded: &mut [T]| {
            padded.fill(T::ZERO);
            for first in (0..g.batch).step_by(self.chunk) {
                let images = self.chunk.min(g.batch - first);
                self.fill(g, &x[first * in_image..][..images * in_image], padded);
                f(first, images, &padded[..images * self.image]);
            }
        });
    }

    /// Copies the rows of `x` inside the borders, which stay zero.
    fn fill<T: Float>(&self, g: &Conv, x: &[T], padded: &mut [T]) {
        let [depth, height, width] = g.in_size;
        let channel = self.size.iter().product::<usize>();
        for (c, x) in x.chunks_exact(g.in_len().max(1)).enumerate() {
            for (row, x) in x.chunks_exact(width).enumerate() {
                let (d, h) = (row / height + g.pad[0], row % height + g.pad[1]);
                let start = c * channel + (d * self.size[1] + h) * self.size[2] + g.pad[2];
                copy(x, &mut padded[start..start + width]);
            }
        }
        debug_assert_eq!(x.len() % (depth * height * width).max(1), 0);
    }

    /// Offset of each row (channel of the group, kernel element) of the column matrix.
    pub fn rows(&self, g: &Conv, rows: &mut [u32]) {
        let channel: usize = self.size.iter().product();
        let [kd, kh, kw] = g.kernel;
        for (r, row) in rows.iter_mut().enumerate() {
            let (c, e) = (r / (kd * kh * kw), r % (kd * kh * kw));
            let (d, h, w) = (e / (kh * kw), e / kw % kh, e % kw);
            let at = (d * g.dilate[0] * self.size[1] + h * g.dilate[1]) * self.size[2] + w * g.dilate[2];
            *row = (c * channel + at) as u32;
        }
    }

    /// Offsets of the columns from `first` on.
    pub fn columns(&self, g: &Conv, first: usize, columns: &mut [u32]) {
        let [od, oh, ow] = g.out_size;
        let (mut image, s) = (first / (od * oh * ow), first % (od * oh * ow));
        let (mut d, mut h, mut w) = (s / (oh * ow), s / ow % oh, s % ow);
        for column in columns {
            let at = (d * g.stride[0] * self.size[1] + h * g.stride[1]) * self.size[2] + w * g.stride[2];
            *column = (image * self.image + at) as u32;
            w += 1;
            if w == ow {
                (w, h) = (0, h + 1);
                if h == oh {
                    (h, d) = (0, d + 1);
                    if d == od {
                        (d, image) = (0, image + 1);
                    }
                }
            }
        }
    }
}

/// Packs one panel of `W` columns: `panel[p][j] = x[rows[p] + columns[j]]`; `reach` is the largest of `rows`.
#[inline(always)]
fn pack_panel<T: Float, const W: usize>(x: &[T], rows: &[u32], reach: usize, columns: &[u32; W], panel: &mut [T]) {
    let last = columns.iter().max().map_or(0, |&at| at as usize);
    assert!(reach + last < x.len() && panel.len() >= rows.len() * W);
    let adjacent = |at: &[u32]| at.windows(2).all(|pair| pair[1] == pair[0] + 1);
    let whole = adjacent(columns);
    let lanes = T::Lanes::N;
    let mut vectors = [false; W];
    for (vector, columns) in vectors.iter_mut().zip(columns.chunks_exact(lanes)) {
        *vector = adjacent(columns);
    }
    for (&row, out) in rows.iter().zip(panel.as_chunks_mut::<W>().0) {
        let base = x.as_ptr().wrapping_add(row as usize);
        if whole {
            // SAFETY: row + columns[j] <= reach + last < x.len(); a run of adjacent columns ends at such an element too.
            copy_array(unsafe { &*base.add(columns[0] as usize).cast::<[T; W]>() }, out);
            continue;
        }
        let out = out.as_mut_ptr();
        for (v, &vector) in vectors[..W / lanes].iter().enumerate() {
            let (first, out) = (v * lanes, out.wrapping_add(v * lanes));
            // SAFETY: as above.
            unsafe {
                if vector {
                    T::Lanes::load(base.add(columns[first] as usize)).store(out);
                } else {
                    (0..lanes).for_each(|i| *out.add(i) = *base.add(columns[first + i] as usize));
                }
            }
        }
    }
}

/// Packs columns `first .. first + count` for the given rows into panels of the tile's width.
fn pack_image<T: Float, const W: usize>(
    g: &Conv,
    padded: &Padded,
    x: &[T],
    rows: &[u32],
    (first, count): (usize, usize),
    out: &mut [T],
) {
    let reach = rows.iter().max().map_or(0, |&row| row as usize);
    for (panel, j) in (0..count).step_by(W).enumerate() {
        let mut columns = [0; W];
        padded.columns(g, first + j, &mut columns[..W.min(count - j)]);
        pack_panel(x, rows, reach, &columns, &mut out[panel * W * rows.len()..][..W * rows.len()]);
    }
}

/// `y = conv(x, w) + bias`, rectified if the sizes say so; `bias` has an element per output channel.
///
/// # Panics
/// If a slice is too short.
pub fn forward<T: Float>(g: &Conv, x: &[T], w: &[T], bias: Option<&[T]>, y: &mut [T]) {
    if direct::applies::<T>() {
        direct::forward(g, x, w, bias, y);
        if g.rectify {
            unary::rectify(y);
        }
        return;
    }
    let (m, k, spots) = (g.group_out(), g.col_rows(), g.out_len());
    if g.batch * g.out_channels * spots == 0 {
        return;
    }
    let (depthwise, transformed) = (depthwise::applies(g), winograd::applies(g));
    if depthwise || transformed {
        let bias = bias.map(bytemuck::cast_slice);
        let (x, w, y) = (bytemuck::cast_slice(x), bytemuck::cast_slice(w), bytemuck::cast_slice_mut(y));
        return if depthwise { depthwise::forward(g, x, w, bias, y) } else { winograd::forward(g, x, w, bias, y) };
    }
    assert_eq!(blocked::nr::<T>(), PANEL, "doubles go another way");
    let padded = Padded::new::<T>(g);
    let group_image = padded.image / g.groups;
    let out_image = g.out_channels * spots;
    scratch::with(k, |rows: &mut [u32]| {
        padded.rows(g, rows);
        padded.for_each_chunk(g, x, &mut |first, images, x| {
            for group in 0..g.groups {
                let x = &x[group * group_image..];
                let w = &w[group * m * k..][..m * k];
                let pack_b: Pack<'_, T> = &|columns, depth, out| {
                    let columns = (columns.start, columns.len());
                    pack_image::<T, PANEL>(g, &padded, x, &rows[depth], columns, out);
                };
                let out = Output {
                    c: Shared::new(&mut y[first * out_image + group * m * spots..]),
                    row: spots,
                    split: spots,
                    image: out_image,
                    bias: bias.map(|bias| &bias[group * m..][..m]),
                    alpha: T::ONE,
                    beta: T::ZERO,
                    rectify: g.rectify,
                };
                let pack_a: Pack<'_, T> = &|lines, depth, out| pack_rows(w, (k, 1), lines, depth, out);
                let (a, b) = (Operand::Packed(pack_a), Operand::Packed(pack_b));
                blocked::product((m, images * spots, k), a, b, &out);
            }
        });
    });
}
