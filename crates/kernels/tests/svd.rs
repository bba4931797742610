//! The decomposition is checked by what defines it: the product, orthonormal factors, order.

use kernels::simd::Float;
use kernels::svd::svd;
use proptest::prelude::*;

fn fill(len: usize, seed: u64) -> Vec<f64> {
    let mut state = seed | 1;
    (0..len)
        .map(|_| {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (state >> 11) as f64 / (1u64 << 52) as f64 - 1.0
        })
        .collect()
}

fn check<T: Float>(m: usize, n: usize, a: &[f64], tolerance: f64) -> Vec<f64> {
    let r = m.min(n);
    let typed: Vec<T> = a.iter().map(|&v| T::from_f64(v)).collect();
    let (mut u, mut s, mut vt) = (vec![T::NAN; m * r], vec![T::NAN; r], vec![T::NAN; r * n]);
    svd(m, n, &typed, &mut u, &mut s, &mut vt);
    let wide = |v: &[T]| v.iter().map(|x| x.to_f64()).collect::<Vec<_>>();
    let (u, s, vt) = (wide(&u), wide(&s), wide(&vt));
    let near = |got: f64, expected: f64| assert!((got - expected).abs() <= tolerance, "{got} not {expected}");
    for i in 0..m {
        for j in 0..n {
            near((0..r).map(|k| u[i * r + k] * s[k] * vt[k * n + j]).sum(), typed[i * n + j].to_f64());
        }
    }
    for p in 0..r {
        for q in 0..r {
            let one = if p == q { 1.0 } else { 0.0 };
            near((0..m).map(|i| u[i * r + p] * u[i * r + q]).sum(), one);
            near((0..n).map(|j| vt[p * n + j] * vt[q * n + j]).sum(), one);
        }
    }
    assert!(s.windows(2).all(|pair| pair[0] >= pair[1]) && s.iter().all(|&s| s >= 0.0));
    s
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn decomposes(m in 1..20usize, n in 1..20usize, seed in any::<u64>()) {
        let a = fill(m * n, seed);
        check::<f64>(m, n, &a, 1e-12);
        check::<f32>(m, n, &a, 1e-5);
    }

    #[test]
    fn low_rank(m in 2..12usize, n in 2..12usize, seed in any::<u64>()) {
        let (x, y) = (fill(m, seed), fill(n, seed ^ 5));
        let a: Vec<f64> = x.iter().flat_map(|x| y.iter().map(move |y| x * y)).collect();
        let s = check::<f64>(m, n, &a, 1e-12);
        prop_assert!(s[1] < 1e-12);
    }
}

#[test]
fn known_values() {
    // Singular values of [[3, 0], [4, 5]] are 3 sqrt 5 and sqrt 5.
    let s = check::<f64>(2, 2, &[3.0, 0.0, 4.0, 5.0], 1e-14);
    assert!((s[0] - 45f64.sqrt()).abs() < 1e-14 && (s[1] - 5f64.sqrt()).abs() < 1e-14);
    assert_eq!(check::<f64>(3, 2, &[0.0; 6], 1e-14), [0.0, 0.0]);
}
