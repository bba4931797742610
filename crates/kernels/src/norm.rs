//! Batch and layer normalisation.
//!
//! Batch: (outer, channels, inner), statistics per channel over outer and inner. Layer: rows of n contiguous elements.
//! Sums run in eight interleaved partial sums per contiguous run, added in a fixed order: they vectorise without changing the result.
//! The variance is taken in a second pass around the mean, which does not cancel.

use crate::gemm::scratch;
use crate::parallel::{self, Shared};
use crate::simd::{Float, Lanes, map, update};

/// Operations an element.
const COST: usize = 8;

/// Partial sums a run.
const PARTS: usize = 8;

/// Sum of `f` over the elements of `K` arrays of one length.
#[inline(always)]
fn sum<T: Float, const K: usize>(xs: [&[T]; K], f: impl Fn([T::Lanes; K]) -> T::Lanes) -> T {
    let (len, n) = (xs[0].len(), T::Lanes::N);
    assert!(xs.iter().all(|x| x.len() == len), "arrays differ in length");
    let whole = len / PARTS * PARTS;
    // Of doubles a vector holds half as many.
    let mut sums = [T::Lanes::zero(); PARTS / 2];
    for i in (0..whole).step_by(PARTS) {
        for (k, sum) in sums[..PARTS / n].iter_mut().enumerate() {
            // SAFETY: PARTS elements lie at i.
            *sum = *sum + f(xs.map(|x| unsafe { T::Lanes::load(x.as_ptr().add(i + k * n)) }));
        }
    }
    let mut parts = [T::ZERO; PARTS];
    for (parts, sum) in parts.chunks_exact_mut(n).zip(sums) {
        sum.store_part(parts);
    }
    // Vectors that begin inside of the rest, if there is one.
    for (k, parts) in parts.chunks_exact_mut(n).enumerate().take((len - whole).div_ceil(n)) {
        let from = whole + k * n;
        let last = f(xs.map(|x| T::Lanes::load_part(&x[from..], T::ZERO))).to_array();
        parts.iter_mut().zip(last.as_ref()).take(len - from).for_each(|(part, &last)| *part = *part + last);
    }
    let [a, b, c, d, e, f, g, h] = parts;
    ((a + e) + (c + g)) + ((b + f) + (d + h))
}

/// Sizes of the array that batch normalisation works on.
#[derive(Clone, Copy, Debug)]
pub struct Channels {
    /// Elements before the channel axis.
    pub outer: usize,
    /// Channels.
    pub channels: usize,
    /// Elements after the channel axis.
    pub inner: usize,
}

impl Channels {
    /// Elements a channel.
    fn count<T: Float>(&self) -> T {
        T::from_f64((self.outer * self.inner) as f64)
    }

    /// Sums of `term(x, other, mean of the channel)` over each channel.
    #[inline(always)]
    fn reduce<T: Float>(
        &self,
        x: &[T],
        other: &[T],
        mean: &[T],
        out: &mut [T],
        term: impl Fn(T::Lanes, T::Lanes, T::Lanes) -> T::Lanes + Copy + Sync,
    ) {
        let (out, mean) = (&mut out[..self.channels], &mean[..self.channels]);
        out.fill(T::ZERO);
        if self.inner == 1 {
            for (x, other) in x.chunks_exact(self.channels).zip(other.chunks_exact(self.channels)) {
                update([x, other, mean], [&mut *out], move |[x, other, mean], [out]| [out + term(x, other, mean)]);
            }
        } else {
            // A channel is one thread's: its runs are added in order.
            let cost = COST * self.outer * self.inner;
            parallel::rows(out, 1, cost, &|first, out| {
                for o in 0..self.outer {
                    for (c, out) in (first..).zip(&mut *out) {
                        let start = (o * self.channels + c) * self.inner;
                        let (x, other) = (&x[start..start + self.inner], &other[start..start + self.inner]);
                        let mean = T::Lanes::splat(mean[c]);
                        *out = *out + sum([x, other], |[x, other]| term(x, other, mean));
                    }
                }
            });
        }
    }

    /// `y = f(x, other, numbers of the channel)`.
    #[inline(always)]
    fn map<T: Float>(
        &self,
        x: &[T],
        other: &[T],
        tables: [&[T]; 4],
        y: &mut [T],
        f: impl Fn(T, T, [T; 4]) -> T + Sync,
    ) {
        let [a, b, c, d] = tables.map(|table| &table[..self.channels]);
        if self.inner == 1 {
            let rows = x.chunks_exact(self.channels).zip(other.chunks_exact(self.channels));
            for ((x, other), y) in rows.zip(y.chunks_exact_mut(self.channels)) {
                let values = y.iter_mut().zip(x).zip(other);
                for ((((((y, &x), &other), &a), &b), &c), &d) in values.zip(a).zip(b).zip(c).zip(d) {
                    *y = f(x, other, [a, b, c, d]);
                }
            }
        } else {
            let y = &mut y[..self.outer * self.channels * self.inner];
            parallel::rows(y, self.inner, COST * self.inner, &|first, y| {
                for (run, y) in (first..).zip(y.chunks_exact_mut(self.inner.max(1))) {
                    let (channel, at) = (run % self.channels, run * self.inner);
                    let numbers = [a[channel], b[channel], c[channel], d[channel]];
                    let (x, other) = (&x[at..at + self.inner], &other[at..at + self.inner]);
                    for ((y, &x), &other) in y.iter_mut().zip(x).zip(other) {
                        *y = f(x, other, numbers);
                    }
                }
            });
        }
    }
}

/// Mean and biased variance of each channel.
///
/// # Panics
/// If a slice is too short.
pub fn batch_stats<T: Float>(g: Channels, x: &[T], mean: &mut [T], var: &mut [T]) {
    let x = &x[..g.outer * g.channels * g.inner];
    let count = g.count::<T>();
    var[..g.channels].fill(T::ZERO);
    g.reduce(x, x, var, mean, |x, _, _| x);
    mean[..g.channels].iter_mut().for_each(|m| *m = *m / count);
    g.reduce(x, x, mean, var, |x, _, mean| (x - mean) * (x - mean));
    var[..g.channels].iter_mut().for_each(|v| *v = *v / count);
}

/// `y = gamma * (x - mean) / sqrt(var + eps) + beta`. No `gamma` is 1.
///
/// # Panics
/// If a slice is too short.
#[allow(clippy::too_many_arguments)] // one array per letter of the formula
pub fn batch_normalize<T: Float>(
    g: Channels,
    x: &[T],
    mean: &[T],
    var: &[T],
    eps: T,
    gamma: Option<&[T]>,
    beta: &[T],
    y: &mut [T],
) {
    let x = &x[..g.outer * g.channels * g.inner];
    scratch::with(g.channels, |scale: &mut [T]| {
        scales(g, var, eps, gamma, scale);
        g.map(x, x, [scale, mean, beta, beta], y, |x, _, [scale, mean, beta, _]| (x - mean) * scale + beta);
    });
}

/// `scale = gamma / sqrt(var + eps)`.
fn scales<T: Float>(g: Channels, var: &[T], eps: T, gamma: Option<&[T]>, scale: &mut [T]) {
    for (c, (scale, &var)) in scale[..g.channels].iter_mut().zip(var).enumerate() {
        *scale = gamma.map_or(T::ONE, |gamma| gamma[c]) / (var + eps).sqrt();
    }
}

/// Gradients of [`batch_normalize`]. With `fixed_stats` mean and variance are constants (predict mode, global statistics),
/// else they are [`batch_stats`] of `x`. Overwrites `dx`, `dgamma` and `dbeta`.
///
/// # Panics
/// If a slice is too short.
#[allow(clippy::too_many_arguments)] // one array per letter of the formula
pub fn batch_backward<T: Float>(
    g: Channels,
    x: &[T],
    dy: &[T],
    mean: &[T],
    var: &[T],
    eps: T,
    gamma: Option<&[T]>,
    fixed_stats: bool,
    dx: &mut [T],
    dgamma: &mut [T],
    dbeta: &mut [T],
) {
    let len = g.outer * g.channels * g.inner;
    let (x, dy) = (&x[..len], &dy[..len]);
    let count = g.count::<T>();
    g.reduce(x, dy, mean, dbeta, |_, dy, _| dy);
    g.reduce(x, dy, mean, dgamma, |x, dy, mean| dy * (x - mean));
    scratch::with(3 * g.channels, |table: &mut [T]| {
        let (scale, table) = table.split_at_mut(g.channels);
        let (slope, shift) = table.split_at_mut(g.channels);
        scales(g, var, eps, gamma, scale);
        if fixed_stats {
            return g.map(x, dy, [scale, scale, scale, scale], dx, |_, dy, [scale, ..]| scale * dy);
        }
        for c in 0..g.channels {
            slope[c] = dgamma[c] / ((var[c] + eps) * count);
            shift[c] = dbeta[c] / count;
        }
        g.map(x, dy, [scale, slope, shift, mean], dx, |x, dy, [scale, slope, shift, mean]| {
            scale * (dy - shift - (x - mean) * slope)
        });
    });
    for (dgamma, &var) in dgamma[..g.channels].iter_mut().zip(var) {
        *dgamma = *dgamma / (var + eps).sqrt();
    }
}

/// `y = shift + factor Σ x²` over the `n` channels around each, an odd number: what local response normalisation divides by a
/// power of.
///
/// # Panics
/// If a slice is too short.
pub fn response_scale<T: Float>(g: Channels, n: usize, factor: T, shift: T, x: &[T], y: &mut [T]) {
    let y = &mut y[..g.outer * g.channels * g.inner];
    let (factor, shift) = (T::Lanes::splat(factor), T::Lanes::splat(shift));
    parallel::rows(y, g.inner, COST * g.inner, &|first, y| {
        for (run, y) in (first..).zip(y.chunks_exact_mut(g.inner.max(1))) {
            let channel = run % g.channels;
            let from = channel.saturating_sub(n / 2);
            let to = (n / 2).saturating_add(channel + 1).min(g.channels);
            y.fill(T::ZERO);
            for other in run - (channel - from)..run + (to - channel) {
                update([&x[other * g.inner..][..g.inner]], [&mut *y], |[x], [y]| [y + x * x]);
            }
            update([], [y], move |[], [y]| [shift + factor * y]);
        }
    });
}

/// Layer normalisation of rows of `n`: `y = gamma * (x - mean) / std + beta`, `std = sqrt(var + eps)`; `mean` and `std`
/// get an element a row.
///
/// # Panics
/// If a slice is too short.
#[allow(clippy::too_many_arguments)] // one array per letter of the formula
pub fn layer_forward<T: Float>(
    n: usize,
    x: &[T],
    eps: T,
    gamma: &[T],
    beta: &[T],
    y: &mut [T],
    mean: &mut [T],
    std: &mut [T],
) {
    let (gamma, beta) = (&gamma[..n], &beta[..n]);
    let (mean, std) = (Shared::new(mean), Shared::new(std));
    parallel::rows(y, n, 4 * COST * n, &|first, y| {
        let rows = first..first + y.len() / n.max(1);
        // SAFETY: as the rows of `y`, they belong to nobody else.
        let (mean, std) = unsafe { (mean.part(rows.clone()), std.part(rows)) };
        layer_rows(n, &x[first * n..], eps, gamma, beta, y, (mean, std));
    });
}

/// [`layer_forward`] on one thread.
fn layer_rows<T: Float>(
    n: usize,
    x: &[T],
    eps: T,
    gamma: &[T],
    beta: &[T],
    y: &mut [T],
    (mean, std): (&mut [T], &mut [T]),
) {
    let count = T::from_f64(n as f64);
    for (row, (x, y)) in x.chunks_exact(n).zip(y.chunks_exact_mut(n)).enumerate() {
        let m = sum([x], |[x]| x) / count;
        let middle = T::Lanes::splat(m);
        let s = (sum([x], |[x]| (x - middle) * (x - middle)) / count + eps).sqrt();
        let inv = T::Lanes::splat(T::ONE / s);
        map([x, gamma, beta], y, move |[x, gamma, beta]| (x - middle) * inv * gamma + beta);
        (mean[row], std[row]) = (m, s);
    }
}

/// Gradients of [`layer_forward`]; overwrites `dx`, `dgamma` and `dbeta`.
///
/// # Panics
/// If a slice is too short.
#[allow(clippy::too_many_arguments)] // one array per letter of the formula
pub fn layer_backward<T: Float>(
    n: usize,
    x: &[T],
    dy: &[T],
    gamma: &[T],
    mean: &[T],
    std: &[T],
    dx: &mut [T],
    dgamma: &mut [T],
    dbeta: &mut [T],
) {
    let (count, gamma) = (T::from_f64(n as f64), &gamma[..n]);
    let (dgamma, dbeta) = (&mut dgamma[..n], &mut dbeta[..n]);
    dgamma.fill(T::ZERO);
    dbeta.fill(T::ZERO);
    let rows = x.chunks_exact(n).zip(dy.chunks_exact(n)).zip(dx.chunks_exact_mut(n));
    for (row, ((x, dy), dx)) in rows.enumerate() {
        let [m, inv] = [mean[row], T::ONE / std[row]].map(T::Lanes::splat);
        let shift = sum([dy, gamma], |[dy, gamma]| dy * gamma) / count;
        let slope = sum([dy, gamma, x], |[dy, gamma, x]| dy * gamma * ((x - m) * inv)) / count;
        let [shift, slope] = [shift, slope].map(T::Lanes::splat);
        update([x, dy, gamma], [dx, &mut *dgamma, &mut *dbeta], move |[x, dy, gamma], [_, dgamma, dbeta]| {
            let normal = (x - m) * inv;
            [inv * (dy * gamma - shift - normal * slope), dgamma + dy * normal, dbeta + dy]
        });
    }
}
