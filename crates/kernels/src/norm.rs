//! Batch and layer normalisation.
//!
//! Batch: (outer, channels, inner), statistics per channel over outer and inner. Layer: rows of n contiguous elements.
//! Sums run in eight interleaved partial sums per contiguous run, added in a fixed order: they vectorise without changing the result.
//! The variance is taken in a second pass around the mean, which does not cancel.

use crate::simd::Float;

/// Partial sums a run.
const PARTS: usize = 8;

/// Sum over i of `f(i)`, i below `len`.
#[inline(always)]
fn sum<T: Float>(len: usize, f: impl Fn(usize) -> T) -> T {
    let mut parts = [T::ZERO; PARTS];
    let whole = len / PARTS * PARTS;
    for i in (0..whole).step_by(PARTS) {
        for (lane, part) in parts.iter_mut().enumerate() {
            *part = *part + f(i + lane);
        }
    }
    for (lane, i) in (whole..len).enumerate() {
        parts[lane] = parts[lane] + f(i);
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

    /// Calls `f(channel, start of its run)` in memory order.
    #[inline(always)]
    fn for_each_run(&self, mut f: impl FnMut(usize, usize)) {
        for o in 0..self.outer {
            for c in 0..self.channels {
                f(c, (o * self.channels + c) * self.inner);
            }
        }
    }

    /// Calls `f(channel, start, len)` for the pieces in which `x` is walked; adjacent channels of one element come one by one.
    #[inline(always)]
    fn reduce<T: Float>(&self, out: &mut [T], term: impl Fn(usize, usize) -> T) {
        out[..self.channels].fill(T::ZERO);
        if self.inner == 1 {
            for o in 0..self.outer {
                for (c, out) in out[..self.channels].iter_mut().enumerate() {
                    *out = *out + term(c, o * self.channels + c);
                }
            }
        } else {
            self.for_each_run(|c, start| out[c] = out[c] + sum(self.inner, |i| term(c, start + i)));
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
    g.reduce(mean, |_, i| x[i]);
    mean[..g.channels].iter_mut().for_each(|m| *m = *m / count);
    let mean = &mean[..g.channels];
    g.reduce(var, |c, i| (x[i] - mean[c]) * (x[i] - mean[c]));
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
    let scale = |c: usize| gamma.map_or(T::ONE, |gamma| gamma[c]) / (var[c] + eps).sqrt();
    g.for_each_run(|c, start| {
        let (scale, mean, beta) = (scale(c), mean[c], beta[c]);
        for (y, &x) in y[start..start + g.inner].iter_mut().zip(&x[start..]) {
            *y = (x - mean) * scale + beta;
        }
    });
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
    g.reduce(dbeta, |_, i| dy[i]);
    g.reduce(dgamma, |c, i| dy[i] * (x[i] - mean[c]));
    g.for_each_run(|c, start| {
        let inv_std = T::ONE / (var[c] + eps).sqrt();
        let scale = gamma.map_or(T::ONE, |gamma| gamma[c]) * inv_std;
        let (mean, shift) = (mean[c], dbeta[c] / count);
        let slope = dgamma[c] * inv_std * inv_std / count;
        let range = start..start + g.inner;
        let dx = dx[range.clone()].iter_mut().zip(&dy[range.clone()]).zip(&x[range]);
        if fixed_stats {
            dx.for_each(|((dx, &dy), _)| *dx = scale * dy);
        } else {
            dx.for_each(|((dx, &dy), &x)| *dx = scale * (dy - shift - (x - mean) * slope));
        }
    });
    for (dgamma, &var) in dgamma[..g.channels].iter_mut().zip(var) {
        *dgamma = *dgamma / (var + eps).sqrt();
    }
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
    let (count, gamma, beta) = (T::from_f64(n as f64), &gamma[..n], &beta[..n]);
    for (row, (x, y)) in x.chunks_exact(n).zip(y.chunks_exact_mut(n)).enumerate() {
        let m = sum(n, |i| x[i]) / count;
        let s = (sum(n, |i| (x[i] - m) * (x[i] - m)) / count + eps).sqrt();
        let inv = T::ONE / s;
        for (((y, &x), &gamma), &beta) in y.iter_mut().zip(x).zip(gamma).zip(beta) {
            *y = (x - m) * inv * gamma + beta;
        }
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
        let (m, inv) = (mean[row], T::ONE / std[row]);
        let shift = sum(n, |i| dy[i] * gamma[i]) / count;
        let slope = sum(n, |i| dy[i] * gamma[i] * ((x[i] - m) * inv)) / count;
        for i in 0..n {
            let normal = (x[i] - m) * inv;
            dx[i] = inv * (dy[i] * gamma[i] - shift - normal * slope);
            dgamma[i] = dgamma[i] + dy[i] * normal;
            dbeta[i] = dbeta[i] + dy[i];
        }
    }
}
