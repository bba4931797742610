//! `gemm` against three nested loops, over random sizes, leading dimensions, transposes and scalars.

use kernels::gemm::{batch_gemm, gemm};
use kernels::simd::Float;
use proptest::prelude::*;

/// Small integers, so that every sum is exact in both types and any order.
fn fill<T: Float>(len: usize, seed: u64) -> Vec<T> {
    let mut state = seed | 1;
    (0..len)
        .map(|_| {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            T::from_f64(((state >> 33) % 17) as f64 - 8.0)
        })
        .collect()
}

struct Case {
    ta: bool,
    tb: bool,
    size: (usize, usize, usize),
    extra: (usize, usize, usize),
    alpha: f64,
    beta: f64,
    seed: u64,
}

fn check<T: Float + std::fmt::Debug>(case: &Case) {
    let (m, n, k) = case.size;
    let lda = (if case.ta { m } else { k }) + case.extra.0;
    let ldb = (if case.tb { k } else { n }) + case.extra.1;
    let ldc = n + case.extra.2;
    let a = fill::<T>(lda * if case.ta { k } else { m }, case.seed);
    let b = fill::<T>(ldb * if case.tb { n } else { k }, case.seed ^ 99);
    let before = if case.beta == 0.0 { vec![T::from_f64(f64::NAN); ldc * m] } else { fill(ldc * m, case.seed ^ 7) };
    let mut c = before.clone();
    gemm(case.ta, case.tb, m, n, k, T::from_f64(case.alpha), &a, lda, &b, ldb, T::from_f64(case.beta), &mut c, ldc);
    for i in 0..m {
        for j in 0..ldc {
            let old = before[i * ldc + j].to_f64();
            let expected = if j >= n {
                old
            } else {
                let sum: f64 = (0..k)
                    .map(|p| {
                        let x = if case.ta { a[p * lda + i] } else { a[i * lda + p] };
                        let y = if case.tb { b[j * ldb + p] } else { b[p * ldb + j] };
                        x.to_f64() * y.to_f64()
                    })
                    .sum();
                case.alpha * sum + if case.beta == 0.0 { 0.0 } else { case.beta * old }
            };
            let got = c[i * ldc + j].to_f64();
            assert!(got == expected || (got.is_nan() && expected.is_nan()), "({i}, {j}): {got} not {expected}");
        }
    }
}

fn size() -> impl Strategy<Value = usize> {
    prop_oneof![Just(1), 1..5usize, 1..40usize]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn agrees_with_loops(
        (ta, tb) in any::<(bool, bool)>(),
        m in size(), n in size(), k in prop_oneof![Just(0), 1..40usize, 250..600usize],
        extra in (0..3usize, 0..3usize, 0..3usize),
        alpha in prop_oneof![Just(1.0), Just(0.5), Just(-2.0)],
        beta in prop_oneof![Just(0.0), Just(1.0), Just(0.5)],
        seed in any::<u64>(),
    ) {
        let case = Case { ta, tb, size: (m, n, k), extra, alpha, beta, seed };
        check::<f32>(&case);
        check::<f64>(&case);
    }
}

#[test]
fn blocks_of_every_dimension() {
    for (ta, tb) in [(false, false), (false, true), (true, false), (true, true)] {
        let case = Case { ta, tb, size: (201, 1030, 259), extra: (1, 0, 2), alpha: 1.0, beta: 0.0, seed: 5 };
        check::<f32>(&case);
        check::<f64>(&Case { size: (99, 530, 300), ..case });
    }
}

#[test]
fn batches_repeat_an_operand_with_stride_zero() {
    let (a, b) = (fill::<f32>(6, 1), fill::<f32>(3 * 8, 2));
    let mut c = vec![0.0; 3 * 12];
    batch_gemm(3, false, false, 3, 4, 2, 1.0, &a, 2, 0, &b, 4, 8, 0.0, &mut c, 4, 12);
    for i in 0..3 {
        let mut one = vec![0.0; 12];
        gemm(false, false, 3, 4, 2, 1.0, &a, 2, &b[i * 8..], 4, 0.0, &mut one, 4);
        assert_eq!(one, c[i * 12..][..12]);
    }
}
