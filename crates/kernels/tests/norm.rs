//! Normalisation against formulas written out in f64, and its gradients against finite differences.

use kernels::norm::{
    Channels, batch_backward, batch_normalize, batch_stats, layer_backward, layer_forward, response_scale,
};
use proptest::prelude::*;

const EPS: f64 = 1e-3;

fn fill(len: usize, seed: u64) -> Vec<f64> {
    let mut state = seed | 1;
    (0..len)
        .map(|_| {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (state >> 11) as f64 / (1u64 << 52) as f64 - 1.0
        })
        .collect()
}

fn close(a: &[f64], b: &[f64], tolerance: f64) {
    assert_eq!(a.len(), b.len());
    for (a, b) in a.iter().zip(b) {
        assert!((a - b).abs() <= tolerance * b.abs().max(1.0), "{a} not {b}");
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Derivative of `f` at `x` along each axis.
fn differences(x: &[f64], f: impl Fn(&[f64]) -> f64) -> Vec<f64> {
    let at = |i: usize, step: f64| {
        let mut x = x.to_vec();
        x[i] += step;
        f(&x)
    };
    (0..x.len()).map(|i| (at(i, 1e-5) - at(i, -1e-5)) / 2e-5).collect()
}

/// Batch normalisation with the statistics of `x`, or with given ones.
fn batch(g: Channels, x: &[f64], gamma: Option<&[f64]>, beta: &[f64], fixed: Option<(&[f64], &[f64])>) -> Vec<f64> {
    let channel = |i: usize| i / g.inner % g.channels;
    let count = (g.outer * g.inner) as f64;
    let mut y = vec![0.0; x.len()];
    for c in 0..g.channels {
        let of = || (0..x.len()).filter(move |&i| channel(i) == c);
        let mean = fixed.map_or_else(|| of().map(|i| x[i]).sum::<f64>() / count, |f| f.0[c]);
        let var = fixed.map_or_else(|| of().map(|i| (x[i] - mean) * (x[i] - mean)).sum::<f64>() / count, |f| f.1[c]);
        for i in of() {
            y[i] = gamma.map_or(1.0, |gamma| gamma[c]) * (x[i] - mean) / (var + EPS).sqrt() + beta[c];
        }
    }
    y
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn batch_norm(outer in 1..5usize, channels in 1..4usize, inner in prop_oneof![Just(1), 1..19usize],
                  with_gamma in any::<bool>(), fixed in any::<bool>(), seed in any::<u64>()) {
        let g = Channels { outer, channels, inner };
        let n = outer * channels * inner;
        let (x, dy) = (fill(n, seed), fill(n, seed ^ 2));
        let (gamma, beta) = (fill(channels, seed ^ 4), fill(channels, seed ^ 8));
        let gamma = with_gamma.then_some(&gamma[..]);
        let (mut mean, mut var) = (vec![9.0; channels], vec![9.0; channels]);
        if fixed {
            mean = fill(channels, seed ^ 16);
            var = fill(channels, seed ^ 32).iter().map(|v| v + 1.5).collect();
        } else {
            batch_stats(g, &x, &mut mean, &mut var);
        }
        let stats = fixed.then_some((&mean[..], &var[..]));
        let mut y = vec![f64::NAN; n];
        batch_normalize(g, &x, &mean, &var, EPS, gamma, &beta, &mut y);
        close(&y, &batch(g, &x, gamma, &beta, stats), 1e-12);

        let (mut dx, mut dgamma, mut dbeta) = (vec![f64::NAN; n], vec![f64::NAN; channels], vec![f64::NAN; channels]);
        batch_backward(g, &x, &dy, &mean, &var, EPS, gamma, fixed, &mut dx, &mut dgamma, &mut dbeta);
        close(&dx, &differences(&x, |x| dot(&batch(g, x, gamma, &beta, stats), &dy)), 1e-6);
        close(&dbeta, &differences(&beta, |beta| dot(&batch(g, &x, gamma, beta, stats), &dy)), 1e-7);
        let ones = vec![1.0; channels];
        let at = gamma.unwrap_or(&ones);
        close(&dgamma, &differences(at, |gamma| dot(&batch(g, &x, Some(gamma), &beta, stats), &dy)), 1e-7);
    }

    #[test]
    fn local_response(outer in 0..3usize, channels in 0..9usize, inner in 0..6usize, half in 0..6usize, seed in any::<u64>()) {
        let x = fill(outer * channels * inner, seed);
        let mut y = vec![f64::NAN; x.len()];
        response_scale(Channels { outer, channels, inner }, 2 * half + 1, 0.5, 2.0, &x, &mut y);
        for (i, y) in y.into_iter().enumerate() {
            let (image, channel, place) = (i / (channels * inner), i / inner % channels, i % inner);
            let near = (0..channels).filter(|c| c.abs_diff(channel) <= half);
            let near = near.map(|c| x[(image * channels + c) * inner + place]);
            prop_assert!((y - (2.0 + 0.5 * near.map(|x| x * x).sum::<f64>())).abs() < 1e-12);
        }
    }

    #[test]
    fn layer_norm(rows in 1..5usize, n in 1..40usize, seed in any::<u64>()) {
        let (x, dy, gamma, beta) = (fill(rows * n, seed), fill(rows * n, seed ^ 2), fill(n, seed ^ 4), fill(n, seed ^ 8));
        // A layer of (rows, n) is a batch whose channels are the rows, scaled and shifted along the other axis.
        let layer = |x: &[f64], gamma: &[f64], beta: &[f64]| -> Vec<f64> {
            let normal = batch(Channels { outer: 1, channels: rows, inner: n }, x, None, &vec![0.0; rows], None);
            normal.iter().enumerate().map(|(i, v)| v * gamma[i % n] + beta[i % n]).collect()
        };
        let (mut y, mut mean, mut std) = (vec![f64::NAN; rows * n], vec![0.0; rows], vec![0.0; rows]);
        layer_forward(n, &x, EPS, &gamma, &beta, &mut y, &mut mean, &mut std);
        close(&y, &layer(&x, &gamma, &beta), 1e-12);
        let (mut dx, mut dgamma, mut dbeta) = (vec![f64::NAN; rows * n], vec![f64::NAN; n], vec![f64::NAN; n]);
        layer_backward(n, &x, &dy, &gamma, &mean, &std, &mut dx, &mut dgamma, &mut dbeta);
        close(&dx, &differences(&x, |x| dot(&layer(x, &gamma, &beta), &dy)), 1e-6);
        close(&dgamma, &differences(&gamma, |gamma| dot(&layer(&x, gamma, &beta), &dy)), 1e-7);
        close(&dbeta, &differences(&beta, |beta| dot(&layer(&x, &gamma, beta), &dy)), 1e-7);
    }
}

/// Offset data must not cancel: the variance is taken around the mean.
#[test]
fn variance_far_from_zero() {
    let x: Vec<f32> = (0..4096).map(|i| 10_000.0 + (i % 2) as f32).collect();
    let (mut mean, mut var) = ([0.0], [0.0]);
    batch_stats(Channels { outer: 1, channels: 1, inner: x.len() }, &x, &mut mean, &mut var);
    assert_eq!((mean, var), ([10_000.5], [0.25]));
}
