//! The transforms: polynomials of degree 5 at the points 0, ±[`A`], ±[`B`] and infinity, four tiles (or channels) a vector.

use crate::parallel::Shared;
use crate::simd::{F32x4, Lanes};
use core::array::from_fn;

/// The smaller of the points.
const A: f32 = 0.625;
/// The larger of the points.
const B: f32 = 1.5;
const A2: f32 = A * A;
const B2: f32 = B * B;

/// Inputs of a window, and points, in one direction.
pub(super) const WINDOW: usize = 6;
/// Pairs of points.
pub(super) const PAIRS: usize = WINDOW * WINDOW;
/// Tiles of a vector.
pub(super) const GROUP: usize = 4;
/// Most vectors of a row of inputs that the windows of a vector's tiles are read with: one more than a tile is wide.
pub(super) const MOST_VECTORS: usize = 5;

/// One over the product of a point's distances to the others; infinity has none.
const SCALE: [f32; WINDOW] = {
    let (a2, b2) = (A2 as f64, B2 as f64);
    let of_a = (1.0 / (2.0 * a2 * (a2 - b2))) as f32;
    let of_b = (1.0 / (2.0 * b2 * (b2 - a2))) as f32;
    [(1.0 / (a2 * b2)) as f32, of_a, of_a, of_b, of_b, 1.0]
};

/// Values at the points of the polynomial with these coefficients; at infinity the leading one.
#[inline(always)]
fn evaluate<const K: usize>(g: [F32x4; K]) -> [F32x4; WINDOW] {
    // The even and the odd part at a point.
    let parts = |point: f32| {
        let mut parts = [g[0], F32x4::splat(point) * g[1]];
        let mut power = point * point;
        for (k, &g) in g.iter().enumerate().skip(2) {
            parts[k % 2] = parts[k % 2] + F32x4::splat(power) * g;
            power *= point;
        }
        parts
    };
    let ([even_a, odd_a], [even_b, odd_b]) = (parts(A), parts(B));
    [g[0], even_a + odd_a, even_a - odd_a, even_b + odd_b, even_b - odd_b, g[K - 1]]
}

/// The transpose of [`evaluate`]: sums of powers of the points, weighted.
#[inline(always)]
fn combine<const K: usize>(m: [F32x4; WINDOW]) -> [F32x4; K] {
    let [of_a, of_b] = [[m[1] + m[2], m[1] - m[2]], [m[3] + m[4], m[3] - m[4]]];
    let (mut a, mut b) = (1.0, 1.0);
    from_fn(|k| {
        let mut sum = if k == 0 {
            m[0] + of_a[0] + of_b[0]
        } else {
            F32x4::splat(a) * of_a[k % 2] + F32x4::splat(b) * of_b[k % 2]
        };
        if k == K - 1 {
            sum = sum + m[5];
        }
        (a, b) = (a * A, b * B);
        sum
    })
}

/// Multiplies the values at each point by [`SCALE`].
#[inline(always)]
fn scaled(m: [F32x4; WINDOW]) -> [F32x4; WINDOW] {
    from_fn(|i| if SCALE[i] == 1.0 { m[i] } else { F32x4::splat(SCALE[i]) * m[i] })
}

/// From a line of the window to the points: the transpose of interpolation.
#[inline(always)]
fn window_to_points(d: [F32x4; WINDOW]) -> [F32x4; WINDOW] {
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

/// The transpose of [`window_to_points`].
#[inline(always)]
fn points_to_window(m: [F32x4; WINDOW]) -> [F32x4; WINDOW] {
    let c = F32x4::splat;
    let (even_a, odd_a, even_b, odd_b) = (m[1] + m[2], m[1] - m[2], m[3] + m[4], m[3] - m[4]);
    [
        c(A2 * B2) * m[0],
        c(A2 * B2) * m[5] - c(A * B2) * odd_a - c(A2 * B) * odd_b,
        c(-(A2 + B2)) * m[0] - c(B2) * even_a - c(A2) * even_b,
        c(A) * odd_a + c(B) * odd_b - c(A2 + B2) * m[5],
        m[0] + even_a + even_b,
        m[5],
    ]
}

/// A function of lines applied to the columns and then to the rows of a square.
#[inline(always)]
fn both_ways<const K: usize, const L: usize>(
    square: [[F32x4; K]; K],
    f: impl Fn([F32x4; K]) -> [F32x4; L],
) -> [[F32x4; L]; L] {
    let mut down = [[F32x4::zero(); K]; L];
    for j in 0..K {
        let column = f(from_fn(|i| square[i][j]));
        for (down, value) in down.iter_mut().zip(column) {
            down[j] = value;
        }
    }
    down.map(f)
}

/// Where values at all pairs of points are written to, a vector each.
#[derive(Clone, Copy)]
pub(super) struct Pairs {
    start: *mut f32,
    distance: usize,
}

impl Pairs {
    /// At `start` of the slice, pairs `distance` elements apart.
    ///
    /// # Safety
    /// Nobody else may use these vectors, and the slice must outlive this.
    pub unsafe fn of(slice: &Shared<'_, f32>, start: usize, distance: usize) -> Self {
        Pairs { start: slice.pointer(start, (PAIRS - 1) * distance + GROUP), distance }
    }

    /// Writes one of them.
    #[inline(always)]
    fn store(self, pair: usize, value: F32x4) {
        debug_assert!(pair < PAIRS);
        // SAFETY: `of` looked that all pairs are inside the slice, and was promised that nobody else is there.
        unsafe { value.store(self.start.add(pair * self.distance)) };
    }
}

/// Loads the values at all pairs of points, `distance` elements apart.
#[inline(always)]
fn load_pairs(m: &[f32], distance: usize) -> [[F32x4; WINDOW]; WINDOW] {
    assert!((PAIRS - 1) * distance + GROUP <= m.len());
    // SAFETY: inside by the assertion.
    from_fn(|i| from_fn(|j| unsafe { F32x4::load(m.as_ptr().add((i * WINDOW + j) * distance)) }))
}

/// Kernels of `R` by `R`, four channels of them one behind the other, at all pairs of points.
#[inline(always)]
pub(super) fn kernels<const R: usize>(w: &[f32], out: Pairs) {
    assert!(w.len() >= GROUP * R * R);
    let g = from_fn(|i| from_fn(|j| F32x4::from_array(from_fn(|lane| w[(lane * R + i) * R + j]))));
    let values = both_ways::<R, WINDOW>(g, |line| scaled(evaluate(line)));
    values.as_flattened().iter().enumerate().for_each(|(pair, &value)| out.store(pair, value));
}

/// The transpose of [`kernels`].
#[inline(always)]
pub(super) fn kernels_back<const R: usize>(m: &[f32], distance: usize, dw: &mut [f32]) {
    assert!(dw.len() >= GROUP * R * R);
    let g = both_ways::<WINDOW, R>(load_pairs(m, distance), |line| combine(scaled(line)));
    for (i, value) in g.as_flattened().iter().enumerate() {
        for (lane, value) in value.to_array().into_iter().enumerate() {
            dw[lane * R * R + i] = value;
        }
    }
}

/// The windows of four tiles of `M` columns at all pairs of points; their rows are `stride` apart.
#[inline(never)]
pub(super) fn windows<const M: usize>(x: &[f32], stride: usize, out: Pairs) {
    let vectors = M + 1;
    assert!((WINDOW - 1) * stride + 4 * vectors <= x.len());
    let mut down = [[F32x4::zero(); MOST_VECTORS]; WINDOW];
    for v in 0..vectors {
        // SAFETY: inside by the assertion.
        let column = window_to_points(from_fn(|r| unsafe { F32x4::load(x.as_ptr().add(r * stride + 4 * v)) }));
        for (down, value) in down.iter_mut().zip(column) {
            down[v] = value;
        }
    }
    for (i, line) in down.into_iter().enumerate() {
        for (j, value) in window_to_points(columns::<M>(line)).into_iter().enumerate() {
            out.store(i * WINDOW + j, value);
        }
    }
}

/// Column c of the windows of four tiles, for each c, from the row that the tiles lie in.
#[inline(always)]
fn columns<const M: usize>([a, b, c, d, next]: [F32x4; MOST_VECTORS]) -> [F32x4; WINDOW] {
    if M == 4 {
        let [x0, x1, x2, x3] = F32x4::transpose([a, b, c, d]);
        [x0, x1, x2, x3, x0.shift_in::<4>(next), x1.shift_in::<5>(next)]
    } else {
        let ((x0, x1), (x4, x5)) = (a.unzip(b), b.unzip(c));
        [x0, x1, x0.shift_in::<6>(x4), x1.shift_in::<6>(x5), x4, x5]
    }
}

/// The transpose of [`windows`]: what the windows of four tiles hold at all pairs of points, added up where they overlap: the
/// rows that the tiles lie in.
#[inline(never)]
pub(super) fn windows_back<const M: usize>(m: &[f32], distance: usize) -> [[F32x4; MOST_VECTORS]; WINDOW] {
    both_ways(load_pairs(m, distance), points_to_window).map(rows::<M>)
}

/// The transpose of [`columns`].
#[inline(always)]
fn rows<const M: usize>([x0, x1, x2, x3, x4, x5]: [F32x4; WINDOW]) -> [F32x4; MOST_VECTORS] {
    if M == 4 {
        let [a, b, c, d] = F32x4::transpose([x0 + x4.shift_out(), x1 + x5.shift_out(), x2, x3]);
        [a, b, c, d, x4.last().interleave(x5.last()).0]
    } else {
        let (even, odd) = (x0 + (x2 + x4.shift_out()).shift_out(), x1 + (x3 + x5.shift_out()).shift_out());
        let (a, b) = even.interleave(odd);
        // The last of x2 and the one before of x4 come behind, then the last of x4.
        let behind = |x: F32x4, y: F32x4| (x + y.shift_out()).last() + y.last().shift_out();
        [a, b, behind(x2, x4).interleave(behind(x3, x5)).0, F32x4::zero(), F32x4::zero()]
    }
}

/// Four tiles of `M` by `M` from the products at all pairs of points: rows of `M` vectors.
#[inline(never)]
pub(super) fn tiles<const M: usize>(m: &[f32], distance: usize, bias: f32) -> [[F32x4; M]; M] {
    let tiles = both_ways::<WINDOW, M>(load_pairs(m, distance), combine);
    tiles.map(|row| in_order(row).map(|row| row + F32x4::splat(bias)))
}

/// The transpose of [`tiles`] without a bias: rows of outputs at all pairs of points.
#[inline(never)]
pub(super) fn tiles_back<const M: usize>(dy: [[F32x4; M]; M], out: Pairs) {
    let values = both_ways::<M, WINDOW>(dy.map(by_column), evaluate);
    values.as_flattened().iter().enumerate().for_each(|(pair, &value)| out.store(pair, value));
}

/// A row of four tiles from their columns.
#[inline(always)]
fn in_order<const M: usize>(columns: [F32x4; M]) -> [F32x4; M] {
    let mut out = columns;
    if M == 4 {
        let turned = F32x4::transpose(from_fn(|i| columns[i]));
        // One by one: as one assignment it is a call of `memory.copy`.
        (out[0], out[1], out[2], out[3]) = (turned[0], turned[1], turned[2], turned[3]);
    } else {
        let (first, second) = columns[0].interleave(columns[1]);
        (out[0], out[1]) = (first, second);
    }
    out
}

/// The columns of four tiles from their row.
#[inline(always)]
fn by_column<const M: usize>(row: [F32x4; M]) -> [F32x4; M] {
    let mut out = row;
    if M == 4 {
        let turned = F32x4::transpose(from_fn(|i| row[i]));
        (out[0], out[1], out[2], out[3]) = (turned[0], turned[1], turned[2], turned[3]);
    } else {
        (out[0], out[1]) = row[0].unzip(row[1]);
    }
    out
}
