//! Decompositions against the products that they are of.

use kernels::linalg;

/// Values without structure.
fn matrix(rows: usize, columns: usize, seed: u64) -> Vec<f64> {
    let mut state = seed;
    (0..rows * columns)
        .map(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 11) as f64 / (1u64 << 53) as f64 * 2.0 - 1.0
        })
        .collect()
}

/// `op(A) B` of (m, k) and (k, n), or of A's transpose.
fn product(transpose: bool, m: usize, n: usize, k: usize, a: &[f64], b: &[f64]) -> Vec<f64> {
    let at = |i: usize, p: usize| if transpose { a[p * m + i] } else { a[i * k + p] };
    (0..m * n).map(|i| (0..k).map(|p| at(i / n, p) * b[p * n + i % n]).sum()).collect()
}

fn transposed(rows: usize, columns: usize, a: &[f64]) -> Vec<f64> {
    (0..rows * columns).map(|i| a[i % rows * columns + i / rows]).collect()
}

fn identity(n: usize) -> Vec<f64> {
    (0..n * n).map(|i| if i / n == i % n { 1.0 } else { 0.0 }).collect()
}

fn close(a: &[f64], b: &[f64]) {
    assert_eq!(a.len(), b.len());
    for (a, b) in a.iter().zip(b) {
        assert!((a - b).abs() < 1e-12 * (1.0 + a.abs()), "{a} and {b}");
    }
}

/// Decomposes a symmetric matrix of which only the lower triangle is given, and gives its eigenvalues.
fn eigen(n: usize, a: &[f64]) -> Vec<f64> {
    let lower = a.iter().enumerate().map(|(i, &x)| if i % n > i / n { f64::NAN } else { x });
    let (mut u, mut values) = (lower.collect::<Vec<f64>>(), vec![f64::NAN; n]);
    linalg::symmetric_eigen(n, &mut u, &mut values);
    assert!(values.is_sorted());
    for row in u.chunks_exact(n) {
        assert!(row.iter().copied().fold(0.0, f64::max) >= row.iter().copied().fold(0.0, |m: f64, x| m.max(-x)));
    }
    let scaled: Vec<f64> = u.iter().enumerate().map(|(i, x)| x * values[i / n]).collect();
    close(&product(true, n, n, n, &u, &scaled), a);
    close(&product(true, n, n, n, &u, &u), &identity(n));
    values
}

#[test]
fn eigenvalues_that_are_known() {
    assert_eq!(eigen(3, &[0.0; 9]), [0.0; 3]);
    assert_eq!(eigen(3, &[3.0, 0.0, 0.0, 0.0, -1.0, 0.0, 0.0, 0.0, 2.0]), [-1.0, 2.0, 3.0]);
    // All ones: one eigenvalue, and zeros.
    let ones = eigen(50, &[1.0; 2500]);
    close(&ones, &[&[0.0; 49][..], &[50.0]].concat());
    // The second difference.
    let n = 40;
    let beside = |i: usize| i % n + 1 == i / n || i / n + 1 == i % n;
    let a: Vec<f64> = (0..n * n).map(|i| if i % n == i / n { 2.0 } else { -f64::from(u8::from(beside(i))) }).collect();
    let angle = |i: usize| (i + 1) as f64 * std::f64::consts::PI / (n + 1) as f64;
    close(&eigen(n, &a), &(0..n).map(|i| 2.0 - 2.0 * libm::cos(angle(i))).collect::<Vec<f64>>());
    // Of what is not finite nothing is known, but it ends.
    linalg::symmetric_eigen(3, &mut [f64::NAN; 9], &mut [0.0; 3]);
    linalg::symmetric_eigen(3, &mut [f64::INFINITY; 9], &mut [0.0; 3]);
}

#[test]
fn decompositions_multiply_back() {
    for n in (1..9).chain([33]) {
        let b = matrix(n, n, n as u64);
        let mut a = product(false, n, n, n, &b, &transposed(n, n, &b));
        (0..n).for_each(|i| a[i * n + i] += 0.5);

        let mut l = a.clone();
        assert!(linalg::cholesky(n, &mut l));
        close(&product(false, n, n, n, &l, &transposed(n, n, &l)), &a);

        eigen(n, &a);

        let mut inverse = b.clone();
        assert!(linalg::inverse(n, &mut inverse));
        close(&product(false, n, n, n, &b, &inverse), &identity(n));

        for m in 1..=n {
            let wide = matrix(m, n, 7);
            let (mut q, mut l) = (wide.clone(), vec![0.0; m * m]);
            linalg::lq(m, n, &mut q, &mut l);
            close(&product(false, m, n, m, &l, &q), &wide);
            close(&product(false, m, m, n, &q, &transposed(m, n, &q)), &identity(m));
        }
        for (lower, transpose) in [(true, false), (true, true), (false, false), (false, true)] {
            let inside = |i: usize| if lower { i % n <= i / n } else { i % n >= i / n };
            let triangle: Vec<f64> = a.iter().enumerate().map(|(i, &x)| if inside(i) { x } else { 0.0 }).collect();
            let mut x = b.clone();
            linalg::solve_triangle(n, n, &a, lower, transpose, &mut x);
            close(&product(transpose, n, n, n, &triangle, &x), &b);
        }
    }
}

#[test]
fn what_cannot_be_decomposed_is_told() {
    assert!(!linalg::cholesky(2, &mut [1.0, 2.0, 2.0, 1.0]));
    assert!(!linalg::cholesky(1, &mut [f64::NAN]));
    assert!(!linalg::inverse(2, &mut [1.0, 2.0, 2.0, 4.0]));
    assert_eq!(linalg::lu(2, &mut [0.0, 1.0, 1.0, 0.0]), (vec![1, 1], -1.0));
}
