//! Pooling over windows, layout (outer = images times channels, spatial); one to three dimensions.
//!
//! A window is cut to the image once per dimension, then read row by row; sums of windows shorter than a row of outputs are made
//! for the whole row at once. There is nothing to tile: windows overlap little and each image is read once. Semantics are those of
//! MXNet's CPU kernels.

mod max;

pub use max::{NONE, max_forward, max_gather, max_scatter};

use crate::parallel;
use crate::simd::{Float, add_scaled};
use core::ops::Range;

/// What becomes of a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Largest element; NaN is passed over, a window without a number above the lowest finite one gives that.
    Max,
    /// Mean. Positions beyond the padded border (reached by the `full` convention) never count.
    Avg {
        /// Whether padding counts as elements.
        count_include_pad: bool,
    },
    /// Sum.
    Sum,
    /// p-th root of the sum of p-th powers (signed, as in MXNet), p = 1, 2 or 3.
    Lp(u32),
}

/// Sizes of a pooling. Sizes of lower rank are padded with 1 (`pad` with 0) on the left.
#[derive(Clone, Debug)]
pub struct Pool {
    /// Images times channels.
    pub outer: usize,
    /// Size of an image of `x`.
    pub in_size: [usize; 3],
    /// Size of a window.
    pub kernel: [usize; 3],
    /// Steps between windows.
    pub stride: [usize; 3],
    /// Padding on both sides.
    pub pad: [usize; 3],
    /// Size of an image of `y`.
    pub out_size: [usize; 3],
    /// What becomes of a window.
    pub kind: Kind,
}

impl Pool {
    fn in_len(&self) -> usize {
        self.in_size.iter().product()
    }

    fn out_len(&self) -> usize {
        self.out_size.iter().product()
    }

    /// Calls `f(some of the images, first of them, their part of y)`; an image of `y` has `len` elements.
    fn split<T: Send>(&self, y: &mut [T], len: usize, f: &(dyn Fn(&Pool, usize, &mut [T]) + Sync)) {
        let cost = 4 * self.out_len() * self.kernel.iter().product::<usize>();
        parallel::rows(&mut y[..self.outer * len], len, cost, &|first, y| {
            let outer = y.len().checked_div(len).unwrap_or(0);
            f(&Pool { outer, ..self.clone() }, first, y);
        });
    }

    /// The part of window `out` of dimension `d` inside the image, and its length with padding.
    fn window(&self, d: usize, out: usize) -> (Range<usize>, usize) {
        let start = out * self.stride[d];
        let padded_end = (start + self.kernel[d]).min(self.in_size[d] + 2 * self.pad[d]);
        let lo = start.saturating_sub(self.pad[d]).min(self.in_size[d]);
        let hi = padded_end.saturating_sub(self.pad[d]).min(self.in_size[d]).max(lo);
        (lo..hi, padded_end.saturating_sub(start))
    }

    /// By what a window's size along a dimension divides its sum. The sum of nothing is 0, divided by anything.
    fn divisor(&self, d: usize, out: usize) -> usize {
        let (inside, padded) = self.window(d, out);
        match self.kind {
            Kind::Avg { count_include_pad: true } => padded.max(1),
            Kind::Avg { count_include_pad: false } => inside.len().max(1),
            _ => 1,
        }
    }

    /// Divides outputs, or their gradients, for means.
    fn divide<T: Float>(&self, y: &mut [T]) {
        let Kind::Avg { .. } = self.kind else { return };
        let number = |count: usize| T::from_f64(count as f64);
        let [_, height, width] = self.out_size;
        let of_columns: Vec<T> = (0..width).map(|w| number(self.divisor(2, w))).collect();
        for (row, y) in y.chunks_exact_mut(width.max(1)).enumerate() {
            let of_row = number(self.divisor(0, row / height % self.out_size[0]) * self.divisor(1, row % height));
            for (w, y) in y.iter_mut().enumerate() {
                *y = *y / (of_row * of_columns[w]);
            }
        }
    }

    /// Whether rows of outputs are longer than windows, so that one term of all their sums is added at once, then the next.
    fn is_long(&self) -> bool {
        self.kernel[2] < self.out_size[2] && self.kernel[2] <= self.in_size[2]
    }

    /// What a row of outputs sums up from a line of the image, in this order: (first output, first element, count), either
    /// one term of so many windows, which are `stride` apart, or so many terms of one window.
    #[inline(never)]
    fn parts(&self) -> Vec<[usize; 3]> {
        let (stride, pad, size, out_size) = (self.stride[2], self.pad[2], self.in_size[2], self.out_size[2]);
        let is_long = self.is_long();
        let part = |i: usize| {
            if is_long {
                let first = pad.saturating_sub(i).div_ceil(stride);
                let end = (size + pad).saturating_sub(i).div_ceil(stride).min(out_size);
                [first, (first * stride + i - pad).min(size), end.saturating_sub(first)]
            } else {
                let (inside, _) = self.window(2, i);
                [i, inside.start, inside.len()]
            }
        };
        (0..if is_long { self.kernel[2] } else { out_size }).map(part).collect()
    }

    /// Calls `f(first output, first element, count)` for the parts of all sums.
    #[inline(always)]
    fn for_each_part(&self, parts: &[[usize; 3]], mut f: impl FnMut(usize, usize, usize)) {
        let ([depth, height, width], [out_depth, out_height, out_width]) = (self.in_size, self.out_size);
        for row in 0..self.outer * out_depth * out_height {
            let image = row / (out_depth * out_height);
            let (h, _) = self.window(1, row % out_height);
            for d in self.window(0, row / out_height % out_depth).0 {
                for h in h.clone() {
                    let line = ((image * depth + d) * height + h) * width;
                    for [out, at, count] in parts {
                        f(row * out_width + out, line + at, *count);
                    }
                }
            }
        }
    }

    /// Calls `f(output position, window)` for each window of an image.
    #[inline(always)]
    fn for_each_window(&self, mut f: impl FnMut(usize, Window)) {
        let mut out = 0;
        for od in 0..self.out_size[0] {
            let (d, _) = self.window(0, od);
            for oh in 0..self.out_size[1] {
                let (h, _) = self.window(1, oh);
                for ow in 0..self.out_size[2] {
                    let (w, _) = self.window(2, ow);
                    f(out, Window { d: d.clone(), h: h.clone(), w, height: self.in_size[1], width: self.in_size[2] });
                    out += 1;
                }
            }
        }
    }
}

/// The part of a window inside the image.
struct Window {
    d: Range<usize>,
    h: Range<usize>,
    w: Range<usize>,
    height: usize,
    width: usize,
}

impl Window {
    /// Calls `f` with each row, a range of the flat image.
    #[inline(always)]
    fn for_each_row(self, mut f: impl FnMut(Range<usize>)) {
        for d in self.d {
            for h in self.h.clone() {
                let row = (d * self.height + h) * self.width;
                f(row + self.w.start..row + self.w.end);
            }
        }
    }
}

/// Average, sum and Lp pooling.
///
/// # Panics
/// If a slice is too short.
pub fn forward<T: Float>(g: &Pool, x: &[T], y: &mut [T]) {
    g.split(y, g.out_len(), &|g, first, y| forward_part(g, &x[first * g.in_len()..], y));
}

/// [`forward`] on one thread.
fn forward_part<T: Float>(g: &Pool, x: &[T], y: &mut [T]) {
    let powers: Vec<T>;
    let mut x = &x[..g.outer * g.in_len()];
    if let Kind::Lp(power @ 2..) = g.kind {
        powers = x.iter().map(|&x| if power == 2 { x * x } else { x * x * x }).collect();
        x = &powers;
    }
    y.fill(T::ZERO);
    let (is_long, stride) = (g.is_long(), g.stride[2]);
    g.for_each_part(&g.parts(), |out, at, count| {
        if !is_long {
            y[out] = x[at..at + count].iter().fold(y[out], |sum, &x| sum + x);
        } else if stride == 1 {
            add_scaled(&mut y[out..out + count], T::ONE, &x[at..at + count]);
        } else {
            y[out..out + count].iter_mut().zip(x[at..].iter().step_by(stride)).for_each(|(y, &x)| *y = *y + x);
        }
    });
    g.divide(y);
    match g.kind {
        Kind::Lp(2) => y.iter_mut().for_each(|y| *y = y.sqrt()),
        Kind::Lp(3) => y.iter_mut().for_each(|y| *y = T::from_f64(libm::cbrt(y.to_f64()))),
        _ => (),
    }
}

/// Gradient of average and sum pooling (and of Lp with p = 1); overwrites `dx`.
///
/// # Panics
/// If a slice is too short.
pub fn backward<T: Float>(g: &Pool, dy: &[T], dx: &mut [T]) {
    g.split(dx, g.in_len(), &|g, first, dx| backward_part(g, &dy[first * g.out_len()..], dx));
}

/// [`backward`] on one thread.
fn backward_part<T: Float>(g: &Pool, dy: &[T], dx: &mut [T]) {
    let mut shares = dy[..g.outer * g.out_len()].to_vec();
    g.divide(&mut shares);
    dx.fill(T::ZERO);
    let (is_long, stride, mut parts) = (g.is_long(), g.stride[2], g.parts());
    if is_long {
        // The last term of a window is the first to see an element.
        parts.reverse();
    }
    g.for_each_part(&parts, |out, at, count| {
        if !is_long {
            dx[at..at + count].iter_mut().for_each(|dx| *dx = *dx + shares[out]);
        } else if stride == 1 {
            add_scaled(&mut dx[at..at + count], T::ONE, &shares[out..out + count]);
        } else {
            let shares = shares[out..out + count].iter();
            dx[at..].iter_mut().step_by(stride).zip(shares).for_each(|(dx, &share)| *dx = *dx + share);
        }
    });
}

/// Gradient of Lp pooling, which needs its input and output; overwrites `dx`.
///
/// # Panics
/// If a slice is too short.
pub fn lp_backward<T: Float>(g: &Pool, dy: &[T], x: &[T], y: &[T], dx: &mut [T]) {
    dx[..g.outer * g.in_len()].fill(T::ZERO);
    for image in 0..g.outer {
        let x = &x[image * g.in_len()..][..g.in_len()];
        let dx = &mut dx[image * g.in_len()..][..g.in_len()];
        let (y, dy) = (&y[image * g.out_len()..][..g.out_len()], &dy[image * g.out_len()..][..g.out_len()]);
        g.for_each_window(|out, window| {
            let power = match g.kind {
                Kind::Lp(p) => p,
                _ => 1,
            };
            let (y, dy) = (y[out], dy[out]);
            window.for_each_row(|row| {
                for (dx, &x) in dx[row.clone()].iter_mut().zip(&x[row]) {
                    // d/dx of (sum x^p)^(1/p) is (x / y)^(p - 1).
                    let ratio = if y == T::ZERO { T::ZERO } else { x / y };
                    *dx = *dx
                        + match power {
                            1 => dy,
                            2 => dy * ratio,
                            _ => dy * ratio * ratio,
                        };
                }
            });
        });
    }
}
