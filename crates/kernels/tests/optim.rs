//! Parameter updates against the formulas, a weight at a time.

use kernels::optim::{self, Gradient};
use proptest::prelude::*;

/// Weights, gradients and three states.
fn arrays() -> impl Strategy<Value = [Vec<f64>; 5]> {
    (0..40usize).prop_flat_map(|n| prop::array::uniform5(prop::collection::vec(-2.0..2.0f64, n)))
}

fn gradients() -> impl Strategy<Value = Gradient<f64>> {
    (0.0..0.5f64, 0.1..2.0f64, prop::option::of(0.1..1.0f64)).prop_map(|(wd, rescale, clip)| Gradient {
        wd,
        rescale,
        clip,
    })
}

fn clip(x: f64, bound: Option<f64>) -> f64 {
    bound.map_or(x, |b| x.clamp(-b, b))
}

fn sign(x: f64) -> f64 {
    if x > 0.0 {
        1.0
    } else if x < 0.0 {
        -1.0
    } else {
        0.0
    }
}

/// Checks that arrays agree to rounding.
fn close(a: &[f64], b: &[f64]) -> Result<(), TestCaseError> {
    prop_assert_eq!(a.len(), b.len());
    for (a, b) in a.iter().zip(b) {
        prop_assert!((a - b).abs() <= 1e-12 * (1.0 + b.abs()), "{} is not {}", a, b);
    }
    Ok(())
}

proptest! {
    #[test]
    fn sgd_and_momentum([w, g, m, _, _] in arrays(), c in gradients(), lr in 0.01..1.0f64, mu in 0.0..1.0f64) {
        let mut got = w.clone();
        optim::sgd(&mut got, &g, lr, c.wd, c.rescale, c.clip);
        let step = |i: usize| clip(c.rescale * g[i], c.clip) + c.wd * w[i];
        let n = 0..w.len();
        close(&got, &n.clone().map(|i| w[i] - lr * step(i)).collect::<Vec<_>>())?;
        let (mut got, mut state) = (w.clone(), m.clone());
        optim::sgd_momentum(&mut got, &g, &mut state, lr, mu, c.wd, c.rescale, c.clip);
        let next: Vec<f64> = n.clone().map(|i| mu * m[i] - lr * step(i)).collect();
        close(&state, &next)?;
        close(&got, &n.map(|i| w[i] + next[i]).collect::<Vec<_>>())?;
    }

    #[test]
    fn adam([w, g, m, v, _] in arrays(), c in gradients(), (b1, b2) in (0.1..0.99f64, 0.1..0.99f64)) {
        let v: Vec<f64> = v.iter().map(|v| v * v).collect();
        let (lr, eps) = (0.1, 1e-3);
        let (mut got, mut m1, mut v1) = (w.clone(), m.clone(), v.clone());
        optim::adam(&mut got, &g, &mut m1, &mut v1, lr, b1, b2, eps, c.wd, c.rescale, c.clip);
        for i in 0..w.len() {
            let g = clip(c.rescale * g[i] + c.wd * w[i], c.clip);
            let (m, v) = (b1 * m[i] + (1.0 - b1) * g, b2 * v[i] + (1.0 - b2) * g * g);
            close(&[m1[i], v1[i], got[i]], &[m, v, w[i] - lr * m / (v.sqrt() + eps)])?;
        }
    }

    #[test]
    fn nesterov([w, g, m, _, _] in arrays(), c in gradients(), lr in 0.01..1.0f64, mu in 0.0..1.0f64) {
        let (mut got, mut state) = (w.clone(), m.clone());
        optim::nag(&mut got, &g, &mut state, lr, mu, c);
        for i in 0..w.len() {
            let (g, m1) = (clip(c.rescale * g[i], c.clip), mu * m[i]);
            let next = w[i] - m1 + (mu + 1.0) * (m1 - lr * (g + c.wd * w[i]));
            close(&[got[i], state[i]], &[next, m1 - lr * (g + c.wd * next)])?;
        }
    }

    #[test]
    fn signs([w, g, m, _, _] in arrays(), c in gradients(), (lr, mu, wd_lh) in (0.01..1.0f64, 0.0..1.0f64, 0.0..0.5f64)) {
        let mut g = g;
        if let Some(first) = g.first_mut() {
            *first = 0.0;
        }
        let mut got = w.clone();
        optim::signsgd(&mut got, &g, lr, c.wd);
        close(&got, &(0..w.len()).map(|i| (1.0 - lr * c.wd) * w[i] - lr * sign(g[i])).collect::<Vec<_>>())?;
        let (mut got, mut state) = (w.clone(), m.clone());
        optim::signum(&mut got, &g, &mut state, lr, mu, wd_lh, c);
        for i in 0..w.len() {
            let m = mu * m[i] - (1.0 - mu) * (clip(c.rescale * g[i], c.clip) + c.wd * w[i]);
            close(&[state[i]], &[m])?;
            prop_assume!(m.abs() > 1e-9);
            close(&[got[i]], &[(1.0 - lr * wd_lh) * w[i] + lr * sign(m)])?;
        }
    }

    #[test]
    fn rmsprop([w, g, n, m, d] in arrays(), c in gradients(), (g1, g2) in (0.1..0.99f64, 0.1..0.99f64), bound in prop::option::of(0.1..1.0f64)) {
        // n ≥ m², as it is for running means.
        let n: Vec<f64> = n.iter().zip(&m).map(|(n, m)| n * n + m * m).collect();
        let (lr, eps) = (0.1, 1e-3);
        let (mut got, mut n1) = (w.clone(), n.clone());
        optim::rmsprop(&mut got, &g, &mut n1, lr, g1, eps, c, bound);
        let (mut got2, mut n2, mut m2, mut d2) = (w.clone(), n.clone(), m.clone(), d.clone());
        optim::rmsprop_centred(&mut got2, &g, &mut n2, &mut m2, &mut d2, lr, g1, g2, eps, c, bound);
        for i in 0..w.len() {
            let g = clip(c.rescale * g[i] + c.wd * w[i], c.clip);
            let (n, m) = (g1 * n[i] + (1.0 - g1) * g * g, g1 * m[i] + (1.0 - g1) * g);
            close(&[n1[i], got[i]], &[n, clip(w[i] - lr * g / (n + eps).sqrt(), bound)])?;
            let d = g2 * d[i] - lr * g / (n - m * m + eps).sqrt();
            close(&[n2[i], m2[i], d2[i], got2[i]], &[n, m, d, clip(w[i] + d, bound)])?;
        }
    }

    #[test]
    fn ftrl([w, g, z, n, _] in arrays(), c in gradients(), (lamda1, beta) in (0.01..1.0f64, 0.1..2.0f64)) {
        let n: Vec<f64> = n.iter().map(|n| n * n).collect();
        let lr = 0.1;
        let (mut got, mut z1, mut n1) = (w.clone(), z.clone(), n.clone());
        optim::ftrl(&mut got, &g, &mut z1, &mut n1, lr, lamda1, beta, c);
        for i in 0..w.len() {
            let g = clip(c.rescale * g[i], c.clip);
            let next = n[i] + g * g;
            let z = z[i] + g - (next.sqrt() - n[i].sqrt()) * w[i] / lr;
            prop_assume!((z.abs() - lamda1).abs() > 1e-9);
            let w = if z.abs() > lamda1 { (sign(z) * lamda1 - z) / ((beta + next.sqrt()) / lr + c.wd) } else { 0.0 };
            close(&[z1[i], n1[i], got[i]], &[z, next, w])?;
        }
    }
}
