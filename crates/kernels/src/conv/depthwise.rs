//! Convolutions with one channel in and one out a group: no product to block, each output row is a sum of shifted input rows.
//!
//! Forward keeps two vectors of outputs in registers over all elements of the kernel. The weight gradient is one dot
//! product an element of the kernel, over a channel that stays in the first-level cache.

use super::Conv;
use super::implicit::Padded;
use crate::gemm::scratch;
use crate::parallel;
use crate::simd::{Float, Lanes};

/// Whether this file's way is the one.
pub(super) fn applies(g: &Conv) -> bool {
    g.group_in() == 1 && g.group_out() == 1
}

/// Calls `f(start in the padded chunk, start in the output's channel)` for every output row of a channel of an image.
#[inline(always)]
fn for_each_row(g: &Conv, padded: &Padded, (image, channel): (usize, usize), mut f: impl FnMut(usize, usize)) {
    let [depth, height, width] = g.out_size;
    let x = image * padded.image + channel * padded.size.iter().product::<usize>();
    for d in 0..depth {
        for h in 0..height {
            let at = (d * g.stride[0] * padded.size[1] + h * g.stride[1]) * padded.size[2];
            f(x + at, (d * height + h) * width);
        }
    }
}

/// See [`super::forward`].
pub(super) fn forward<T: Float>(g: &Conv, x: &[T], w: &[T], bias: Option<&[T]>, y: &mut [T]) {
    let padded = Padded::new::<T>(g);
    let (taps, step, width, len) = (g.kernel_len(), g.stride[2], g.out_size[2], g.out_len());
    scratch::with(taps, |offsets: &mut [u32]| {
        padded.rows(g, offsets);
        let offsets = &*offsets;
        padded.for_each_chunk(g, x, &mut |first, images, x| {
            let y = &mut y[first * g.in_channels * len..][..images * g.in_channels * len];
            parallel::rows(y, len, 2 * taps * len, &|first, y| {
                for (plane, y) in (first..).zip(y.chunks_exact_mut(len)) {
                    let (image, c) = (plane / g.in_channels, plane % g.in_channels);
                    let (w, bias) = (&w[c * taps..][..taps], bias.map_or(T::ZERO, |bias| bias[c]));
                    for_each_row(g, &padded, (image, c), |at, out| {
                        row(&x[at..], w, bias, offsets, step, &mut y[out..out + width]);
                    });
                }
            });
        });
    });
}

/// A row of the output.
#[inline(never)]
fn row<T: Float>(x: &[T], w: &[T], bias: T, offsets: &[u32], step: usize, y: &mut [T]) {
    let reach = offsets.iter().max().map_or(0, |&at| at as usize);
    assert!(reach + (y.len() - 1) * step < x.len());
    let pair = 2 * T::Lanes::N;
    let vectors = if step == 1 { y.len() / pair * pair } else { 0 };
    for i in (0..vectors).step_by(pair) {
        let mut sums = [T::Lanes::splat(bias); 2];
        for (&at, &w) in offsets.iter().zip(w) {
            let w = T::Lanes::splat(w);
            for (v, sum) in sums.iter_mut().enumerate() {
                // SAFETY: the vectors end at or before the last element of the row shifted by `reach`.
                *sum = *sum + w * unsafe { T::Lanes::load(x.as_ptr().add(at as usize + i + v * T::Lanes::N)) };
            }
        }
        for (v, sum) in sums.iter().enumerate() {
            // SAFETY: i + pair <= vectors <= y.len().
            unsafe { sum.store(y.as_mut_ptr().add(i + v * T::Lanes::N)) };
        }
    }
    for (i, y) in y.iter_mut().enumerate().skip(vectors) {
        let mut sum = bias;
        for (&at, &w) in offsets.iter().zip(w) {
            sum = sum + w * x[at as usize + i * step];
        }
        *y = sum;
    }
}

/// See [`super::backward_weight`].
pub(super) fn backward_weight<T: Float>(g: &Conv, x: &[T], dy: &[T], dw: &mut [T]) {
    let padded = Padded::new::<T>(g);
    let (taps, step, width, len) = (g.kernel_len(), g.stride[2], g.out_size[2], g.out_len());
    dw.fill(T::ZERO);
    scratch::with(taps, |offsets: &mut [u32]| {
        padded.rows(g, offsets);
        let offsets = &*offsets;
        padded.for_each_chunk(g, x, &mut |first, images, x| {
            parallel::rows(&mut dw[..g.in_channels * taps], taps, 2 * images * taps * len, &|channel, dw| {
                for (c, dw) in (channel..).zip(dw.chunks_exact_mut(taps)) {
                    for image in 0..images {
                        let dy = &dy[((first + image) * g.in_channels + c) * len..][..len];
                        for_each_row(g, &padded, (image, c), |at, out| {
                            let dy = &dy[out..out + width];
                            for (&tap, dw) in offsets.iter().zip(&mut *dw) {
                                let x = &x[at + tap as usize..][..(width - 1) * step + 1];
                                *dw = *dw + if step == 1 { dot(x, dy) } else { strided_dot(x, step, dy) };
                            }
                        });
                    }
                }
            });
        });
    });
}

/// `x . y` for equal lengths, a partial sum a lane.
#[inline(always)]
fn dot<T: Float>(x: &[T], y: &[T]) -> T {
    assert_eq!(x.len(), y.len());
    let whole = x.len() / T::Lanes::N * T::Lanes::N;
    let mut sum = T::Lanes::zero();
    for i in (0..whole).step_by(T::Lanes::N) {
        // SAFETY: i + N <= whole <= both lengths.
        unsafe { sum = sum + T::Lanes::load(x.as_ptr().add(i)) * T::Lanes::load(y.as_ptr().add(i)) };
    }
    sum.fold(|a, b| a + b) + strided_dot(&x[whole..], 1, &y[whole..])
}

/// Sum of `x[i * step] * y[i]`.
#[inline(always)]
fn strided_dot<T: Float>(x: &[T], step: usize, y: &[T]) -> T {
    x.iter().step_by(step).zip(y).fold(T::ZERO, |sum, (&x, &y)| sum + x * y)
}
