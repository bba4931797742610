//! Convolutions with one channel in and one out a group: no product to block, each output row is a sum of shifted input rows.
//!
//! One plane at a time is copied into the first-level cache with its zeros around, its columns sorted by their remainder
//! modulo the stride ([`Plane`]): so every tap reads neighbours, whatever the stride. Kernels of 3x3 keep weights and sums
//! in registers (`tile::window`); others are walked tap by tap, two vectors of outputs at a time.

use super::Conv;
use crate::gemm::scratch;
use crate::parallel;
use crate::relaxed::{self, WINDOW_GRADIENT, WINDOW_SUMS};
use crate::simd::{F32x4, Lanes, copy};
use crate::unary;
use core::mem::MaybeUninit;
use tile::window::{self, TAPS, Walk};

/// Whether this file's way is the one.
pub(super) fn applies(g: &Conv) -> bool {
    g.group_in() == 1 && g.group_out() == 1
}

/// How a padded plane lies in its buffer: `[depth][height][column % stride][column / stride]`.
struct Plane {
    height: usize,
    /// Columns of one remainder, and of all.
    width: usize,
    line: usize,
    len: usize,
}

impl Plane {
    fn of(g: &Conv) -> Self {
        let [depth, height, width]: [usize; 3] = core::array::from_fn(|d| g.in_size[d] + 2 * g.pad[d]);
        let part = width.div_ceil(g.stride[2]);
        let line = part * g.stride[2];
        // Vectors may read beyond the last element.
        Plane { height, width: part, line, len: depth * height * line + F32x4::N }
    }

    /// Where a row begins.
    fn row(&self, depth: usize, height: usize) -> usize {
        (depth * self.height + height) * self.line
    }

    /// Where a column lies in its row.
    fn column(&self, g: &Conv, column: usize) -> usize {
        column % g.stride[2] * self.width + column / g.stride[2]
    }

    /// Copies a plane between the zeros, which stay.
    fn fill(&self, g: &Conv, x: &[f32], plane: &mut [f32]) {
        for (row, x) in x.chunks_exact(g.in_size[2]).enumerate() {
            let (d, h) = (row / g.in_size[1] + g.pad[0], row % g.in_size[1] + g.pad[1]);
            let line = &mut plane[self.row(d, h)..][..self.line];
            match g.stride[2] {
                1 => copy(x, &mut line[g.pad[2]..][..x.len()]),
                2 => {
                    let (even, odd) = line.split_at_mut(self.width);
                    let (first, second) = if g.pad[2].is_multiple_of(2) { (even, odd) } else { (odd, even) };
                    separate(x, &mut first[g.pad[2] / 2..], &mut second[g.pad[2].div_ceil(2)..]);
                }
                stride => {
                    for first in 0..stride.min(x.len()) {
                        let to = &mut line[self.column(g, first + g.pad[2])..];
                        to.iter_mut().zip(x[first..].iter().step_by(stride)).for_each(|(to, &x)| *to = x);
                    }
                }
            }
        }
    }

    /// Where each element of the kernel finds the inputs of the first output.
    fn taps(&self, g: &Conv, taps: &mut [u32]) {
        let [_, kh, kw] = g.kernel;
        for (i, tap) in taps.iter_mut().enumerate() {
            let (d, h, w) = (i / (kh * kw), i / kw % kh, i % kw);
            *tap = (self.row(d * g.dilate[0], h * g.dilate[1]) + self.column(g, w * g.dilate[2])) as u32;
        }
    }

    /// How the kernels of 3x3 walk a plane, and their stride, if this is one.
    fn walk(&self, g: &Conv) -> Option<(Walk, usize)> {
        let stride = g.stride[2];
        let small = g.kernel == [1, 3, 3] && g.dilate == [1; 3] && g.stride[1] == stride && stride <= 2;
        (small && g.out_size[0] == 1 && g.out_size[2] >= F32x4::N)
            .then(|| (Walk { rows: g.out_size[1], width: g.out_size[2], line: self.line, half: self.width }, stride))
    }

    /// Calls `f(where the row's inputs begin, its first output)` for every row of outputs.
    fn for_each_row(&self, g: &Conv, mut f: impl FnMut(usize, usize)) {
        let [depth, height, width] = g.out_size;
        for d in 0..depth {
            for h in 0..height {
                f(self.row(d * g.stride[0], h * g.stride[1]), (d * height + h) * width);
            }
        }
    }
}

/// Copies every second element, from the first on and from the second on.
#[inline(always)]
fn separate(x: &[f32], first: &mut [f32], second: &mut [f32]) {
    let (whole, rest) = x.as_chunks::<8>();
    let pairs = first.as_chunks_mut::<4>().0.iter_mut().zip(second.as_chunks_mut::<4>().0);
    for (x, (first, second)) in whole.iter().zip(pairs) {
        // SAFETY: eight elements are two vectors, and four are one.
        unsafe {
            let (a, b) = F32x4::load(x.as_ptr()).unzip(F32x4::load(x.as_ptr().add(4)));
            a.store(first.as_mut_ptr());
            b.store(second.as_mut_ptr());
        }
    }
    let done = whole.len() * 4;
    first[done..].iter_mut().zip(rest.iter().step_by(2)).for_each(|(to, &x)| *to = x);
    second[done..].iter_mut().zip(rest.iter().skip(1).step_by(2)).for_each(|(to, &x)| *to = x);
}

/// Calls `f(plane, its padded copy)` for `planes` planes of `x`, with the elements of the kernel in place.
fn for_each_plane(
    g: &Conv,
    shape: &Plane,
    x: &[f32],
    planes: impl Iterator<Item = usize>,
    mut f: impl FnMut(usize, &[f32], &[u32]),
) {
    scratch::with(g.kernel_len(), |taps: &mut [u32]| {
        shape.taps(g, taps);
        scratch::with(shape.len, |plane: &mut [f32]| {
            plane.fill(0.0);
            for i in planes {
                shape.fill(g, &x[i * g.in_len()..][..g.in_len()], plane);
                f(i, plane, taps);
            }
        });
    });
}

/// See [`super::forward`].
pub(super) fn forward(g: &Conv, x: &[f32], w: &[f32], bias: Option<&[f32]>, y: &mut [f32]) {
    let shape = Plane::of(g);
    let (count, len, walk) = (g.kernel_len(), g.out_len(), shape.walk(g));
    parallel::rows(&mut y[..g.batch * g.in_channels * len], len, 2 * count * len, &|first, y| {
        let mut outputs = y.chunks_exact_mut(len);
        let planes = first..first + outputs.len();
        for_each_plane(g, &shape, x, planes, |i, x, taps| {
            let Some(y) = outputs.next() else { return };
            let c = i % g.in_channels;
            let (w, bias) = (&w[c * count..][..count], bias.map_or(0.0, |bias| bias[c]));
            match walk {
                Some((walk, stride)) => sums(x, w, bias, y, walk, stride),
                None => shape.for_each_row(g, |at, out| row(&x[at..], w, bias, taps, &mut y[out..][..g.out_size[2]])),
            }
            if g.rectify {
                unary::rectify(y);
            }
        });
    });
}

/// Asserts that a walk stays inside the inputs `x` and the outputs `y`.
fn check(walk: Walk, stride: usize, x: &[f32], y: &[f32]) {
    let furthest = ((walk.rows - 1) * stride + 2) * walk.line + if stride == 1 { 2 } else { walk.half.max(1) };
    assert!(stride <= 2 && walk.width >= F32x4::N && walk.rows * walk.width <= y.len());
    assert!(furthest + walk.width <= x.len());
}

/// A plane of outputs of a kernel of 3x3.
fn sums(x: &[f32], w: &[f32], bias: f32, y: &mut [f32], walk: Walk, stride: usize) {
    type Relaxed = unsafe extern "C" fn(*const f32, *const f32, f32, *mut f32, *const Walk);
    check(walk, stride, x, y);
    assert_eq!(w.len(), TAPS);
    let (x, w, y) = (x.as_ptr(), w.as_ptr(), y.as_mut_ptr());
    // SAFETY: the type is that of `tile::relaxed`; all that the walk reads and writes is there.
    unsafe {
        match (relaxed::function::<Relaxed>(WINDOW_SUMS + stride - 1), stride) {
            (Some(sums), _) => sums(x, w, bias, y, &walk),
            (None, 1) => window::sums::<F32x4, 1>(x, w, bias, y, walk),
            (None, _) => window::sums::<F32x4, 2>(x, w, bias, y, walk),
        }
    }
}

/// What the whole vectors of a plane add to the gradient of a kernel of 3x3.
fn gradient(x: &[f32], dy: &[f32], dw: &mut [f32], walk: Walk, stride: usize) {
    type Relaxed = unsafe extern "C" fn(*const f32, *const f32, *mut F32x4, *const Walk);
    check(walk, stride, x, dy);
    let mut out = MaybeUninit::<[[F32x4; 3]; 3]>::uninit();
    let (x, dy) = (x.as_ptr(), dy.as_ptr());
    // SAFETY: the type is that of `tile::relaxed`; all that the walk reads is there, and there is room for the sums.
    let sums = unsafe {
        match (relaxed::function::<Relaxed>(WINDOW_GRADIENT + stride - 1), stride) {
            (Some(gradient), _) => {
                gradient(x, dy, out.as_mut_ptr().cast(), &walk);
                out.assume_init()
            }
            (None, 1) => window::gradient::<F32x4, 1>(x, dy, walk),
            (None, _) => window::gradient::<F32x4, 2>(x, dy, walk),
        }
    };
    for (dw, sum) in dw.iter_mut().zip(sums.as_flattened()) {
        *dw += sum.fold(|a, b| a + b);
    }
}

/// A row of outputs, for any kernel.
fn row(x: &[f32], w: &[f32], bias: f32, taps: &[u32], y: &mut [f32]) {
    const PAIR: usize = 2 * F32x4::N;
    let reach = taps.iter().max().map_or(0, |&at| at as usize);
    assert!(reach + y.len() <= x.len());
    let vectors = y.len() / PAIR * PAIR;
    for i in (0..vectors).step_by(PAIR) {
        let mut sums = [F32x4::splat(bias); 2];
        for (&at, &w) in taps.iter().zip(w) {
            let w = F32x4::splat(w);
            for (v, sum) in sums.iter_mut().enumerate() {
                // SAFETY: the vectors end at or before the last element of the row shifted by `reach`.
                *sum = *sum + w * unsafe { F32x4::load(x.as_ptr().add(at as usize + i + v * F32x4::N)) };
            }
        }
        for (v, sum) in sums.iter().enumerate() {
            // SAFETY: i + PAIR <= vectors <= y.len().
            unsafe { sum.store(y.as_mut_ptr().add(i + v * F32x4::N)) };
        }
    }
    for (i, y) in y.iter_mut().enumerate().skip(vectors) {
        *y = taps.iter().zip(w).fold(bias, |sum, (&at, &w)| sum + w * x[at as usize + i]);
    }
}

/// See [`super::backward_weight`].
pub(super) fn backward_weight(g: &Conv, x: &[f32], dy: &[f32], dw: &mut [f32]) {
    let shape = Plane::of(g);
    let (count, len, walk) = (g.kernel_len(), g.out_len(), shape.walk(g));
    // The outputs of a row that `gradient` leaves.
    let from = if walk.is_some() { g.out_size[2] / F32x4::N * F32x4::N } else { 0 };
    dw.fill(0.0);
    parallel::rows(&mut dw[..g.in_channels * count], count, 2 * g.batch * count * len, &|first, dw| {
        for (c, dw) in (first..).zip(dw.chunks_exact_mut(count)) {
            let planes = (0..g.batch).map(|image| image * g.in_channels + c);
            for_each_plane(g, &shape, x, planes, |i, x, taps| {
                let dy = &dy[i * len..][..len];
                if let Some((walk, stride)) = walk {
                    gradient(x, dy, dw, walk, stride);
                }
                if from < g.out_size[2] {
                    shape.for_each_row(g, |at, out| {
                        let dy = &dy[out + from..out + g.out_size[2]];
                        for (&tap, dw) in taps.iter().zip(&mut *dw) {
                            *dw += dot(&x[at + tap as usize + from..][..dy.len()], dy);
                        }
                    });
                }
            });
        }
    });
}

/// `x . y` for equal lengths, a partial sum a lane.
#[inline(always)]
fn dot(x: &[f32], y: &[f32]) -> f32 {
    let ((xs, x), (ys, y)) = (x.as_chunks::<4>(), y.as_chunks::<4>());
    let vectors =
        xs.iter().zip(ys).fold(F32x4::zero(), |sum, (&x, &y)| sum + F32x4::from_array(x) * F32x4::from_array(y));
    vectors.fold(|a, b| a + b) + x.iter().zip(y).fold(0.0, |sum, (&x, &y)| sum + x * y)
}
