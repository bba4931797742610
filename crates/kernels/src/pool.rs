//! Pooling over windows, layout (outer = images times channels, spatial); one to three dimensions.
//!
//! A window is cut to the image once per dimension, then read row by row. There is nothing to tile: windows overlap little and each
//! image is read once. Semantics are those of MXNet's CPU kernels.

mod max;

pub use max::{NONE, max_forward, max_gather, max_scatter};

use crate::parallel;
use crate::simd::Float;
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

    /// Calls `f(output position, window, divisor)` for each window of an image.
    #[inline(always)]
    fn for_each_window(&self, mut f: impl FnMut(usize, Window, usize)) {
        let mut out = 0;
        for od in 0..self.out_size[0] {
            let (d, full_d) = self.window(0, od);
            for oh in 0..self.out_size[1] {
                let (h, full_h) = self.window(1, oh);
                for ow in 0..self.out_size[2] {
                    let (w, full_w) = self.window(2, ow);
                    let count = match self.kind {
                        Kind::Avg { count_include_pad: true } => full_d * full_h * full_w,
                        Kind::Avg { count_include_pad: false } => d.len() * h.len() * w.len(),
                        _ => 1,
                    };
                    let window =
                        Window { d: d.clone(), h: h.clone(), w, height: self.in_size[1], width: self.in_size[2] };
                    f(out, window, count);
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
    for image in 0..g.outer {
        let x = &x[image * g.in_len()..][..g.in_len()];
        let y = &mut y[image * g.out_len()..][..g.out_len()];
        g.for_each_window(|out, window, count| {
            let mut sum = T::ZERO;
            window.for_each_row(|row| {
                let x = x[row].iter();
                sum = match g.kind {
                    Kind::Lp(2) => x.fold(sum, |sum, &x| sum + x * x),
                    Kind::Lp(3) => x.fold(sum, |sum, &x| sum + x * x * x),
                    _ => x.fold(sum, |sum, &x| sum + x),
                };
            });
            y[out] = match g.kind {
                Kind::Lp(2) => sum.sqrt(),
                Kind::Lp(3) => T::from_f64(libm::cbrt(sum.to_f64())),
                Kind::Avg { .. } if count > 0 => sum / T::from_f64(count as f64),
                _ => sum,
            };
        });
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
    dx[..g.outer * g.in_len()].fill(T::ZERO);
    for image in 0..g.outer {
        let dx = &mut dx[image * g.in_len()..][..g.in_len()];
        let dy = &dy[image * g.out_len()..][..g.out_len()];
        g.for_each_window(|out, window, count| {
            let share = if count > 1 { dy[out] / T::from_f64(count as f64) } else { dy[out] };
            window.for_each_row(|row| dx[row].iter_mut().for_each(|dx| *dx = *dx + share));
        });
    }
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
        g.for_each_window(|out, window, _| {
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
