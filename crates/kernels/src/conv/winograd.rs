//! Convolutions of 3x3, stride 1, with a quarter of the multiplications: Winograd's F(4x4, 3x3).
//!
//! A tile of 4x4 outputs needs a window of 6x6 inputs. Evaluating window and kernel as polynomials at the points 0, ±[`A`],
//! ±[`B`] and infinity, in both directions, turns their convolution into 36 plain products, one per pair of points; the
//! tile is interpolated from these (S. Winograd, Arithmetic Complexity of Computations, 1980; A. Lavin and S. Gray, Fast
//! Algorithms for Convolutional Neural Networks, 2016). Summed over channels, each pair of points is a matrix product:
//! (out, in) by (in, tile).
//!
//! With these points the result is off by less than twice as much as the direct sum's (root mean square; the customary 0,
//! ±1, ±2 are four times off), and they and all their products are exact in binary.
//!
//! Layout: four tiles that are neighbours in a row make a vector, four vectors a panel of 16 columns. Panels of transformed
//! windows are `[pair][panel][channel][16]`, which is what the tile of the matrix product reads; so are its results.

use super::Conv;
use crate::gemm::blocked::{self, Operand, Output};
use crate::gemm::scratch;
use crate::parallel::{self, Shared};
use crate::simd::{F32x4, Lanes};
use core::array::from_fn;

/// The smaller of the points.
const A: f32 = 0.625;
/// The larger of the points.
const B: f32 = 1.5;
const A2: f32 = A * A;
const B2: f32 = B * B;

/// Outputs of a tile, and inputs of its window, in each direction.
const TILE: usize = 4;
const WINDOW: usize = 6;
/// Pairs of points.
const PAIRS: usize = WINDOW * WINDOW;
/// Tiles of a vector, and of a panel.
const GROUP: usize = 4;
const PANEL: usize = 16;
/// Vectors of a panel.
const GROUPS: usize = PANEL / GROUP;
/// Columns of the image that the windows of a vector's tiles are read with, in whole vectors.
const REACH: usize = 20;
/// Bytes of windows and products worked on at once: they stay in the second-level cache.
const CHUNK_BYTES: usize = 1 << 20;

/// Whether this file's way is the one: transforming kernels and windows must be worth it.
pub(super) fn applies(g: &Conv) -> bool {
    let plain = g.groups == 1 && g.kernel == [1, 3, 3] && g.stride == [1; 3] && g.dilate == [1; 3];
    let flat = g.in_size[0] == 1 && g.pad[0] == 0;
    let channels = g.in_channels.is_multiple_of(4) && g.in_channels * g.out_channels >= 256;
    let lanes = Tiles::of(g).groups() * GROUP;
    plain && flat && channels && 4 * (PAIRS * lanes + 512) < 27 * g.batch * g.out_len()
}

/// How the outputs are cut into tiles.
struct Tiles {
    images: usize,
    /// Rows of tiles an image.
    rows: usize,
    /// Vectors of tiles a row.
    across: usize,
}

impl Tiles {
    fn of(g: &Conv) -> Self {
        let [_, height, width] = g.out_size;
        Tiles { images: g.batch, rows: height.div_ceil(TILE), across: width.div_ceil(TILE * GROUP) }
    }

    /// Vectors of tiles in all.
    fn groups(&self) -> usize {
        self.images * self.rows * self.across
    }

    /// Image, first row and first column of the outputs of a vector of tiles.
    fn place(&self, group: usize) -> (usize, usize, usize) {
        let (row, across) = (group / self.across, group % self.across);
        (row / self.rows, row % self.rows * TILE, across * TILE * GROUP)
    }
}

/// Values of a polynomial of degree 5 transposed: from a line of the window to the points.
#[inline(always)]
fn window_to_points(d: [F32x4; 6]) -> [F32x4; 6] {
    let c = F32x4::splat;
    let (even_a, odd_a) = (d[4] - c(B2) * d[2], c(A) * d[3] - c(A * B2) * d[1]);
    let (even_b, odd_b) = (d[4] - c(A2) * d[2], c(B) * d[3] - c(A2 * B) * d[1]);
    [
        c(A2 * B2) * d[0] - c(A2 + B2) * d[2] + d[4],
        even_a + odd_a,
        even_a - odd_a,
        even_b + odd_b,
        even_b - odd_b,
        c(A2 * B2) * d[1] - c(A2 + B2) * d[3] + d[5],
    ]
}

/// From a line of the kernel to the points, over the product of the points' distances.
#[inline(always)]
fn kernel_to_points(g: [F32x4; 3]) -> [F32x4; 6] {
    let c = F32x4::c;
    let (a, b, a2, b2) = (f64::from(A), f64::from(B), f64::from(A2), f64::from(B2));
    let (of_a, of_b) = (1.0 / (2.0 * a2 * (a2 - b2)), 1.0 / (2.0 * b2 * (b2 - a2)));
    let (even_a, odd_a) = (c(of_a) * g[0] + c(of_a * a2) * g[2], c(of_a * a) * g[1]);
    let (even_b, odd_b) = (c(of_b) * g[0] + c(of_b * b2) * g[2], c(of_b * b) * g[1]);
    [c(1.0 / (a2 * b2)) * g[0], even_a + odd_a, even_a - odd_a, even_b + odd_b, even_b - odd_b, g[2]]
}

/// From the points to a line of the tile.
#[inline(always)]
fn points_to_tile(m: [F32x4; 6]) -> [F32x4; 4] {
    let c = F32x4::splat;
    let (even_a, odd_a, even_b, odd_b) = (m[1] + m[2], m[1] - m[2], m[3] + m[4], m[3] - m[4]);
    [
        m[0] + even_a + even_b,
        c(A) * odd_a + c(B) * odd_b,
        c(A2) * even_a + c(B2) * even_b,
        c(A * A2) * odd_a + c(B * B2) * odd_b + m[5],
    ]
}

/// The kernels at all pairs of points: `[pair][out][in]`, `distance` elements from pair to pair, four channels a vector.
#[inline(never)]
fn transform_kernels(g: &Conv, w: &[f32], out: &mut [f32], distance: usize) {
    let channels = g.in_channels;
    let out = Shared::new(out);
    parallel::ranges(g.out_channels, 1, 32 * PAIRS * channels, &|range| {
        for first in (range.start * channels..range.end * channels).step_by(4) {
            let w = w[first * 9..][..36].as_chunks::<9>().0;
            let rows =
                from_fn(|i| kernel_to_points(from_fn(|j| F32x4::from_array(from_fn(|lane| w[lane][i * 3 + j])))));
            let rows: [[F32x4; 6]; 3] = rows;
            for j in 0..WINDOW {
                for (i, value) in kernel_to_points(rows.map(|row| row[j])).into_iter().enumerate() {
                    let at = (i * WINDOW + j) * distance + first;
                    // SAFETY: ranges do not overlap, and the part has a vector's room.
                    unsafe { value.store(out.part(at..at + 4).as_mut_ptr()) };
                }
            }
        }
    });
}

/// The windows of four tiles at all pairs of points, `distance` elements apart. Rows of `x` are `stride` apart.
#[inline(never)]
fn transform_windows(x: &[f32], stride: usize, out: &mut [f32], distance: usize) {
    assert!(5 * stride + REACH <= x.len() && (PAIRS - 1) * distance + GROUP <= out.len());
    let mut down = [[F32x4::zero(); REACH / 4]; WINDOW];
    for v in 0..REACH / 4 {
        // SAFETY: inside by the assertion.
        let column = window_to_points(from_fn(|r| unsafe { F32x4::load(x.as_ptr().add(r * stride + 4 * v)) }));
        for (down, value) in down.iter_mut().zip(column) {
            down[v] = value;
        }
    }
    for (i, [a, b, c, d, next]) in down.into_iter().enumerate() {
        let [x0, x1, x2, x3] = F32x4::transpose([a, b, c, d]);
        let (x4, x5) = (x0.shift_in::<4>(next), x1.shift_in::<5>(next));
        for (j, value) in window_to_points([x0, x1, x2, x3, x4, x5]).into_iter().enumerate() {
            // SAFETY: inside by the assertion.
            unsafe { value.store(out.as_mut_ptr().add((i * WINDOW + j) * distance)) };
        }
    }
}

/// The rows of four tiles from the products, `distance` elements apart.
#[inline(never)]
fn transform_products(m: &[f32], distance: usize, bias: f32) -> [[F32x4; GROUP]; TILE] {
    assert!((PAIRS - 1) * distance + GROUP <= m.len());
    // SAFETY: inside by the assertion.
    let load = |i: usize, j: usize| unsafe { F32x4::load(m.as_ptr().add((i * WINDOW + j) * distance)) };
    let mut down = [[F32x4::zero(); WINDOW]; TILE];
    for j in 0..WINDOW {
        for (down, value) in down.iter_mut().zip(points_to_tile(from_fn(|i| load(i, j)))) {
            down[j] = value;
        }
    }
    down.map(|row| F32x4::transpose(points_to_tile(row)).map(|row| row + F32x4::splat(bias)))
}

/// How far apart the pairs of points are that hold `len` elements each: a cache line more, since a power of two would
/// send all pairs to the same set of the cache.
const fn distance(len: usize) -> usize {
    len + 16
}

/// See [`super::forward`].
pub(super) fn forward(g: &Conv, x: &[f32], w: &[f32], bias: Option<&[f32]>, y: &mut [f32]) {
    let tiles = Tiles::of(g);
    let (ins, outs) = (g.in_channels, g.out_channels);
    let panels = tiles.groups().div_ceil(GROUPS);
    let chunk = (CHUNK_BYTES / (4 * PAIRS * PANEL * (ins + outs))).clamp(1, panels);
    let y = Shared::new(y);
    scratch::with(PAIRS * distance(ins * outs), |kernels: &mut [f32]| {
        transform_kernels(g, w, kernels, distance(ins * outs));
        let kernels = &*kernels;
        parallel::run(panels.div_ceil(chunk), &|i| {
            let first = i * chunk;
            let count = chunk.min(panels - first);
            let (to_window, to_product) = (distance(count * ins * PANEL), distance(count * outs * PANEL));
            scratch::with(PAIRS * (to_window + to_product), |buffer: &mut [f32]| {
                let (windows, products) = buffer.split_at_mut(PAIRS * to_window);
                let groups = |panel: usize| (first + panel) * GROUPS..tiles.groups().min((first + panel + 1) * GROUPS);
                for panel in 0..count {
                    let places = groups(panel).map(|group| Source::of(g, tiles.place(group)));
                    for c in 0..ins {
                        for (slot, place) in places.clone().enumerate() {
                            let at = (panel * ins + c) * PANEL + slot * GROUP;
                            place.transform(g, c, x, &mut windows[at..], to_window);
                        }
                    }
                }
                multiply((ins, outs, count), kernels, (windows, to_window), (products, to_product));
                for panel in 0..count {
                    for o in 0..outs {
                        for (slot, group) in groups(panel).enumerate() {
                            let at = (panel * outs + o) * PANEL + slot * GROUP;
                            let bias = bias.map_or(0.0, |bias| bias[o]);
                            let rows = transform_products(&products[at..], to_product, bias);
                            store_tiles(g, o, rows, tiles.place(group), &y);
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

/// Where in an image the windows of a vector of tiles lie: the first of `rows` by `columns` elements, of which `top` rows and
/// `left` columns of zeros are missing.
#[derive(Clone, Copy)]
struct Source {
    image: usize,
    first: usize,
    rows: usize,
    columns: usize,
    top: usize,
    left: usize,
}

impl Source {
    fn of(g: &Conv, (image, row, column): (usize, usize, usize)) -> Self {
        let [_, height, width] = g.in_size;
        let (top, left) = (g.pad[1].saturating_sub(row).min(WINDOW), g.pad[2].saturating_sub(column).min(REACH));
        let (y, x) = ((row + top).saturating_sub(g.pad[1]), (column + left).saturating_sub(g.pad[2]));
        let (rows, columns) =
            ((WINDOW - top).min(height.saturating_sub(y)), (REACH - left).min(width.saturating_sub(x)));
        let first = if rows * columns > 0 { y * width + x } else { 0 };
        Source { image, first, rows, columns, top, left }
    }

    /// Transforms the windows in a channel; pairs are `distance` apart in `out`.
    #[inline(always)]
    fn transform(&self, g: &Conv, channel: usize, x: &[f32], out: &mut [f32], distance: usize) {
        let width = g.in_size[2];
        let x = &x[(self.image * g.in_channels + channel) * g.in_len()..][..g.in_len()][self.first..];
        if self.rows == WINDOW && self.columns == REACH {
            return transform_windows(x, width, out, distance);
        }
        let mut cut = [0.0; WINDOW * REACH];
        if self.columns > 0 {
            for r in 0..self.rows {
                let to = (self.top + r) * REACH + self.left;
                cut[to..to + self.columns].copy_from_slice(&x[r * width..][..self.columns]);
            }
        }
        transform_windows(&cut, REACH, out, distance);
    }
}

/// Stores the outputs of a vector of tiles, as far as they lie inside the image.
fn store_tiles(
    g: &Conv,
    channel: usize,
    rows: [[F32x4; GROUP]; TILE],
    (image, row, column): (usize, usize, usize),
    y: &Shared<'_, f32>,
) {
    let [_, height, width] = g.out_size;
    let columns = (width - column).min(TILE * GROUP);
    for (r, values) in rows.iter().enumerate().take(height - row) {
        let at = ((image * g.out_channels + channel) * height + row + r) * width + column;
        // SAFETY: tiles do not overlap, and each belongs to one thread.
        let y = unsafe { y.part(at..at + columns) };
        for (y, value) in y.chunks_mut(4).zip(values) {
            match y.len() {
                // SAFETY: four elements are a vector.
                4 => unsafe { value.store(y.as_mut_ptr()) },
                _ => value.store_part(y),
            }
        }
    }
}
