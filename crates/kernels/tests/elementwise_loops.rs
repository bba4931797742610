//! Loops against naive twins: every remainder, broadcasting of random shapes, reductions, softmax, updates.

use kernels::binary::{self, Binary};
use kernels::integer;
use kernels::reduce::{self, Reduce};
use kernels::simd::Float;
use kernels::unary::{self, Unary};
use kernels::{optim, softmax};
use proptest::prelude::*;

const BINARY: [Binary; 20] = [
    Binary::Add,
    Binary::Sub,
    Binary::Mul,
    Binary::Div,
    Binary::Mod,
    Binary::Power,
    Binary::Hypot,
    Binary::Maximum,
    Binary::Minimum,
    Binary::Arctan2,
    Binary::Ldexp,
    Binary::Equal,
    Binary::NotEqual,
    Binary::Greater,
    Binary::GreaterEqual,
    Binary::Lesser,
    Binary::LesserEqual,
    Binary::LogicalAnd,
    Binary::LogicalOr,
    Binary::LogicalXor,
];

/// What C and MXNet do, one element at a time in double precision.
fn naive(f: Binary, a: f64, b: f64) -> f64 {
    let truth = |v: bool| if v { 1.0 } else { 0.0 };
    match f {
        Binary::Add => a + b,
        Binary::Sub => a - b,
        Binary::Mul => a * b,
        Binary::Div => a / b,
        Binary::Mod if b == 0.0 => 0.0,
        Binary::Mod => {
            let r = libm::fmod(a, b);
            if r != 0.0 && (r < 0.0) != (b < 0.0) { r + b } else { r }
        }
        Binary::Power => libm::pow(a, b),
        Binary::Hypot => libm::hypot(a, b),
        Binary::Maximum if a.is_nan() || b.is_nan() => f64::NAN,
        Binary::Maximum => a.max(b),
        Binary::Minimum if a.is_nan() || b.is_nan() => f64::NAN,
        Binary::Minimum => a.min(b),
        Binary::Arctan2 => libm::atan2(a, b),
        Binary::Ldexp => a * libm::exp2(b),
        Binary::Equal => truth(a == b),
        Binary::NotEqual => truth(a != b),
        Binary::Greater => truth(a > b),
        Binary::GreaterEqual => truth(a >= b),
        Binary::Lesser => truth(a < b),
        Binary::LesserEqual => truth(a <= b),
        Binary::LogicalAnd => truth(a != 0.0 && b != 0.0),
        Binary::LogicalOr => truth(a != 0.0 || b != 0.0),
        Binary::LogicalXor => truth((a != 0.0) != (b != 0.0)),
    }
}

/// Equal as numbers (zeros of both signs, NaN with NaN), or apart by one last bit.
fn close<T: Float>(a: T, truth: f64) -> bool {
    let t = T::from_f64(truth);
    a == t || (a.is_nan() && t.is_nan()) || (a - t).abs() <= T::EPSILON * t.abs()
}

fn element() -> impl Strategy<Value = f64> {
    prop_oneof![
        6 => (-40i32..40).prop_map(|i| f64::from(i) * 0.25),
        2 => (-8.0f32..8.0).prop_map(f64::from),
        1 => prop::sample::select(vec![0.0, -0.0, 1.0, -1.0, f64::INFINITY, f64::NEG_INFINITY, f64::NAN, 1e-40, 3e38]),
    ]
}

fn convert<T: Float>(x: &[f64]) -> Vec<T> {
    x.iter().map(|v| T::from_f64(*v)).collect()
}

fn check_binary<T: Float>(a: &[f64], b: &[f64]) -> Result<(), TestCaseError> {
    let (a, b) = (convert::<T>(a), convert::<T>(b));
    for f in BINARY {
        let (mut both, mut right, mut left) = (vec![T::ONE; a.len()], vec![T::ONE; a.len()], vec![T::ONE; a.len()]);
        binary::apply(f, &a, &b, &mut both);
        binary::apply_scalar(f, &a, b[0], &mut right);
        binary::apply_scalar_left(f, a[0], &b, &mut left);
        for i in 0..a.len() {
            for (y, p, q) in [(both[i], a[i], b[i]), (right[i], a[i], b[0]), (left[i], a[0], b[i])] {
                let truth = naive(f, p.to_f64(), q.to_f64());
                prop_assert!(close(y, truth), "{f:?}({p:?}, {q:?}) is {y:?}, not {truth}");
            }
        }
    }
    Ok(())
}

fn strides(shape: &[usize], keep: &[bool]) -> (Vec<usize>, usize) {
    let (mut strides, mut size) = (vec![0; shape.len()], 1);
    for i in (0..shape.len()).rev().filter(|i| keep[*i]) {
        strides[i] = size;
        size *= shape[i];
    }
    (strides, size)
}

/// Subtracts arrays of which each lacks the axes that it does not keep.
fn check_broadcast(shape: &[usize], keep_a: &[bool], keep_b: &[bool], reversed: bool) -> Result<(), TestCaseError> {
    let ((mut sa, na), (sb, nb)) = (strides(shape, keep_a), strides(shape, keep_b));
    if reversed && sa.len() == 2 && keep_a[0] && keep_a[1] {
        sa = vec![1, shape[0]]; // a transposed operand
    }
    let a: Vec<f32> = (0..na.max(1)).map(|i| i as f32).collect();
    let b: Vec<f32> = (0..nb.max(1)).map(|i| 1000.0 * i as f32).collect();
    let total: usize = shape.iter().product();
    let mut y = vec![-1.0f32; total];
    binary::broadcast(Binary::Sub, &a, &sa, &b, &sb, shape, &mut y);
    let to_int = |x: &[f32]| x.iter().map(|v| *v as i32).collect::<Vec<_>>();
    let mut z = vec![-1i32; total];
    integer::broadcast(Binary::Sub, &to_int(&a), &sa, &to_int(&b), &sb, shape, &mut z);
    for i in 0..total {
        let (mut rest, mut ia, mut ib) = (i, 0, 0);
        for d in (0..shape.len()).rev() {
            ia += rest % shape[d] * sa[d];
            ib += rest % shape[d] * sb[d];
            rest /= shape[d];
        }
        prop_assert_eq!(y[i], a[ia] - b[ib]);
        prop_assert_eq!(z[i], a[ia] as i32 - b[ib] as i32);
    }
    Ok(())
}

#[test]
fn rows_that_repeat_are_copied() -> Result<(), TestCaseError> {
    // A rest of rows, a row longer than all copies, and one that differs from block to block.
    for shape in [[1, 700, 10], [2, 70, 64], [2, 3, 2049]] {
        for keep in [[false, false, true], [true, false, true]] {
            check_broadcast(&shape, &[true; 3], &keep, false)?;
            check_broadcast(&shape, &keep, &[true; 3], false)?;
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn binary_agrees_with_its_twin((a, b) in (1usize..23).prop_flat_map(|n| {
        (prop::collection::vec(element(), n), prop::collection::vec(element(), n))
    })) {
        check_binary::<f32>(&a, &b)?;
        check_binary::<f64>(&a, &b)?;
    }

    #[test]
    fn broadcasting_agrees_with_its_twin(
        shape in prop::collection::vec(prop_oneof![3 => 1usize..5, 1 => 30usize..41, 1 => Just(0)], 0..5),
        keep in prop::collection::vec(any::<[bool; 2]>(), 5),
        reversed in any::<bool>(),
    ) {
        let (keep_a, keep_b): (Vec<bool>, Vec<bool>) = keep.into_iter().map(|[a, b]| (a, b)).unzip();
        check_broadcast(&shape, &keep_a, &keep_b, reversed)?;
    }

    #[test]
    fn reductions_agree_with_their_twins(
        outer in prop_oneof![0usize..4, 15usize..35],
        n in prop_oneof![0usize..20, 60usize..300],
        inner in prop_oneof![3 => Just(1usize), 2 => 0usize..40],
        seed in any::<u32>(),
        nan in any::<bool>(),
    ) {
        check_reduce::<f32>(outer, n, inner, seed, nan, 2e-6)?;
        check_reduce::<f64>(outer, n, inner, seed, nan, 1e-14)?;
        check_integers(outer, n, inner, seed)?;
    }

    #[test]
    fn softmax_agrees_with_its_twin(
        outer in 0usize..4, n in 1usize..37, inner in 1usize..11, seed in any::<u32>(),
        t in prop::sample::select(vec![1.0, 2.5, -0.5]),
    ) {
        check_softmax::<f32>(outer, n, inner, seed, t, 2e-5)?;
        check_softmax::<f64>(outer, n, inner, seed, t, 1e-13)?;
    }

    #[test]
    fn updates_agree_with_their_twins(n in 1usize..23, seed in any::<u32>(), clip in prop::option::of(0.1f64..1.0)) {
        let data = |k: u32| values(n, seed ^ k);
        let (w0, g, m0, v0) = (data(1), data(2), data(3), data(4).iter().map(|v| v * v).collect::<Vec<_>>());
        let (lr, wd, rescale, mu, b1, b2, eps) = (0.1, 0.01, 0.5, 0.9, 0.8, 0.99, 1e-8);
        let limit = |g: f64| clip.map_or(g, |c| g.clamp(-c, c));
        let (mut a, mut b, mut c) = (w0.clone(), w0.clone(), w0.clone());
        let (mut mb, mut mc, mut vc) = (m0.clone(), m0.clone(), v0.clone());
        optim::sgd(&mut a, &g, lr, wd, rescale, clip);
        optim::sgd_momentum(&mut b, &g, &mut mb, lr, mu, wd, rescale, clip);
        optim::adam(&mut c, &g, &mut mc, &mut vc, lr, b1, b2, eps, wd, rescale, clip);
        for i in 0..n {
            let step = lr * (limit(rescale * g[i]) + wd * w0[i]);
            prop_assert!((a[i] - (w0[i] - step)).abs() < 1e-14);
            prop_assert!((mb[i] - (mu * m0[i] - step)).abs() < 1e-14);
            prop_assert!((b[i] - (w0[i] + mu * m0[i] - step)).abs() < 1e-14);
            let q = limit(rescale * g[i] + wd * w0[i]);
            let (m, v) = (b1 * m0[i] + (1.0 - b1) * q, b2 * v0[i] + (1.0 - b2) * q * q);
            prop_assert!((mc[i] - m).abs() < 1e-14 && (vc[i] - v).abs() < 1e-14);
            prop_assert!((c[i] - (w0[i] - lr * m / (v.sqrt() + eps))).abs() < 1e-13 * (1.0 + c[i].abs()));
        }
    }
}

/// Reproducible numbers in [-4, 4).
fn values(n: usize, seed: u32) -> Vec<f64> {
    let mut s = seed | 1;
    let mut next = || {
        s ^= s << 13;
        s ^= s >> 17;
        s ^= s << 5;
        f64::from(s >> 8) / f64::from(1 << 21) - 4.0
    };
    (0..n).map(|_| next()).collect()
}

const REDUCE: [Reduce; 8] = [
    Reduce::Sum,
    Reduce::Prod,
    Reduce::Max,
    Reduce::Min,
    Reduce::NanSum,
    Reduce::NanProd,
    Reduce::SumAbs,
    Reduce::SumSquares,
];

fn check_reduce<T: Float>(
    outer: usize,
    n: usize,
    inner: usize,
    seed: u32,
    nan: bool,
    tolerance: f64,
) -> Result<(), TestCaseError> {
    let mut x = convert::<T>(&values(outer * n * inner, seed));
    if nan && !x.is_empty() {
        let i = seed as usize % x.len();
        x[i] = T::NAN;
    }
    for f in REDUCE {
        let mut y = vec![T::ONE; outer * inner];
        reduce::reduce(f, &x, outer, n, inner, &mut y);
        for (i, y) in y.iter().enumerate() {
            let (o, j) = (i / inner, i % inner);
            let column: Vec<f64> = (0..n).map(|k| x[(o * n + k) * inner + j].to_f64()).collect();
            let numbers = || column.iter().filter(|v| !v.is_nan());
            let bad = column.iter().any(|v| v.is_nan());
            let (truth, scale) = match f {
                Reduce::Sum => (column.iter().sum(), column.iter().map(|v| v.abs()).sum::<f64>()),
                Reduce::NanSum => (numbers().sum(), numbers().map(|v| v.abs()).sum::<f64>()),
                Reduce::Prod => (column.iter().product(), column.iter().product::<f64>().abs() * n as f64),
                Reduce::NanProd => (numbers().product(), numbers().product::<f64>().abs() * n as f64),
                Reduce::Max if bad => (f64::NAN, 0.0),
                Reduce::Min if bad => (f64::NAN, 0.0),
                Reduce::Max => (column.iter().copied().fold(f64::NEG_INFINITY, f64::max), 0.0),
                Reduce::Min => (column.iter().copied().fold(f64::INFINITY, f64::min), 0.0),
                Reduce::SumAbs => (column.iter().map(|v| v.abs()).sum(), column.iter().map(|v| v.abs()).sum()),
                Reduce::SumSquares => (column.iter().map(|v| v * v).sum(), column.iter().map(|v| v * v).sum()),
            };
            let t = T::from_f64(truth);
            // Products may pass through the range's ends.
            let extreme = truth.abs() > 1e37 || (truth.abs() < 1e-30 && truth != 0.0);
            let fine =
                *y == t || (y.is_nan() && t.is_nan()) || (y.to_f64() - truth).abs() <= tolerance * scale || extreme;
            prop_assert!(fine, "{f:?} over {n} is {y:?}, not {truth}");
        }
    }
    for max in [true, false] {
        let mut y = vec![usize::MAX; outer * inner];
        if n == 0 {
            continue;
        }
        // Coarse values, so that there are ties.
        let coarse: Vec<T> = x.iter().map(|v| v.floor()).collect();
        reduce::arg(max, &coarse, outer, n, inner, &mut y);
        for (i, y) in y.iter().enumerate() {
            let at = |k: usize| coarse[(i / inner * n + k) * inner + i % inner];
            let first_nan = (0..n).find(|k| at(*k).is_nan());
            let mut best = 0;
            for k in 1..n {
                if if max { at(k) > at(best) } else { at(k) < at(best) } {
                    best = k;
                }
            }
            prop_assert_eq!(*y, first_nan.unwrap_or(best));
        }
    }
    Ok(())
}

fn check_integers(outer: usize, n: usize, inner: usize, seed: u32) -> Result<(), TestCaseError> {
    let x: Vec<i8> = values(outer * n * inner, seed).iter().map(|v| (v * 32.0) as i8).collect();
    for f in REDUCE {
        let mut y = vec![1i8; outer * inner];
        reduce::reduce_int(f, &x, outer, n, inner, &mut y);
        for (i, y) in y.iter().enumerate() {
            let column = (0..n).map(|k| x[(i / inner * n + k) * inner + i % inner]);
            let truth = match f {
                Reduce::Sum | Reduce::NanSum => column.fold(0, i8::wrapping_add),
                Reduce::Prod | Reduce::NanProd => column.fold(1, i8::wrapping_mul),
                Reduce::Max => column.max().unwrap_or(i8::MIN),
                Reduce::Min => column.min().unwrap_or(i8::MAX),
                Reduce::SumAbs => column.fold(0, |s: i8, v| s.wrapping_add(v.wrapping_abs())),
                Reduce::SumSquares => column.fold(0, |s: i8, v| s.wrapping_add(v.wrapping_mul(v))),
            };
            prop_assert_eq!(*y, truth);
        }
    }
    Ok(())
}

fn check_softmax<T: Float>(
    outer: usize,
    n: usize,
    inner: usize,
    seed: u32,
    t: f64,
    tolerance: f64,
) -> Result<(), TestCaseError> {
    let len = outer * n * inner;
    let (x, g) = (convert::<T>(&values(len, seed)), convert::<T>(&values(len, !seed)));
    let temperature = T::from_f64(t);
    let [mut y, mut l, mut dy, mut dl] = core::array::from_fn(|_| vec![T::ONE; len]);
    softmax::softmax(&x, outer, n, inner, temperature, &mut y);
    softmax::log_softmax(&x, outer, n, inner, temperature, &mut l);
    softmax::softmax_backward(&y, &g, outer, n, inner, temperature, &mut dy);
    softmax::log_softmax_backward(&l, &g, outer, n, inner, temperature, &mut dl);
    for o in 0..outer {
        for j in 0..inner {
            let at = |k: usize| (o * n + k) * inner + j;
            let sum: f64 = (0..n).map(|k| libm::exp(x[at(k)].to_f64() / t)).sum();
            let p = |k: usize| libm::exp(x[at(k)].to_f64() / t) / sum;
            let pg: f64 = (0..n).map(|k| p(k) * g[at(k)].to_f64()).sum();
            let total: f64 = (0..n).map(|k| g[at(k)].to_f64()).sum();
            for k in 0..n {
                let gk = g[at(k)].to_f64();
                prop_assert!((y[at(k)].to_f64() - p(k)).abs() <= tolerance);
                prop_assert!((l[at(k)].to_f64() - libm::log(p(k))).abs() <= tolerance * 10.0);
                prop_assert!((dy[at(k)].to_f64() - p(k) * (gk - pg) / t).abs() <= tolerance * 20.0);
                prop_assert!((dl[at(k)].to_f64() - (gk - p(k) * total) / t).abs() <= tolerance * 200.0);
            }
        }
    }
    Ok(())
}

#[test]
fn softmax_of_infinities_is_not_a_number_only_where_it_must_be() {
    let inf = f32::INFINITY;
    let mut y = [0.0f32; 5];
    softmax::softmax(&[-inf, 0.0, -inf, 0.0, -inf], 1, 5, 1, 1.0, &mut y);
    assert_eq!(y, [0.0, 0.5, 0.0, 0.5, 0.0]);
    softmax::softmax(&[-inf; 5], 1, 5, 1, 1.0, &mut y);
    assert!(y.iter().all(|v| v.is_nan()));
    softmax::softmax(&[1000.0, 0.0, -1000.0, 1000.0, 0.0], 1, 5, 1, 1.0, &mut y);
    assert_eq!(y, [0.5, 0.0, 0.0, 0.5, 0.0]);
}

#[test]
fn sums_stay_accurate_over_long_axes() {
    let n = 1 << 20;
    let x = vec![0.1f32; n];
    let truth = 0.1f32 as f64 * n as f64;
    for (outer, len, inner) in [(1, n, 1), (1, n / 32, 32), (1, n / 8, 8)] {
        let mut y = vec![0.0f32; outer * inner];
        reduce::reduce(Reduce::Sum, &x, outer, len, inner, &mut y);
        let total: f64 = y.iter().map(|v| f64::from(*v)).sum();
        assert!((total / truth - 1.0).abs() < 1e-6, "{total} instead of {truth}");
    }
    let d = reduce::dot(&x, &vec![1.0f32; n]);
    assert!((d as f64 / truth - 1.0).abs() < 1e-5, "{d} instead of {truth}");
    assert_eq!(reduce::dot(&[1.0f64, 2.0, 3.0], &[4.0, 5.0, 6.0]), 32.0);
}

#[test]
fn power_follows_c() {
    let v = [
        f32::NAN,
        f32::INFINITY,
        f32::NEG_INFINITY,
        0.0,
        -0.0,
        1.0,
        -1.0,
        2.0,
        -2.0,
        3.0,
        -3.0,
        0.5,
        -0.5,
        7.5,
        1e-40,
        3e38,
        -3e38,
        16_777_217.0,
        149.0,
        -149.0,
    ];
    for a in v {
        for b in v {
            let mut y = [0.0f32];
            binary::apply(Binary::Power, &[a], &[b], &mut y);
            let truth = libm::pow(a as f64, b as f64) as f32;
            let same = y[0].to_bits() == truth.to_bits() || (y[0].is_nan() && truth.is_nan());
            assert!(same, "{a} to the {b} is {}, not {truth}", y[0]);
        }
    }
}

#[test]
fn power_is_rounded_almost_correctly() {
    let n = 1 << 20;
    let a: Vec<f32> = values(n, 5).iter().map(|v| libm::exp(v * 20.0) as f32).collect();
    let b: Vec<f32> = values(n, 6).iter().map(|v| (v * 4.0) as f32).collect();
    let mut y = vec![0.0; n];
    binary::apply(Binary::Power, &a, &b, &mut y);
    for i in 0..n {
        let truth = libm::pow(a[i] as f64, b[i] as f64);
        let ulp = libm::exp2(f64::from((libm::ilogb(truth)).max(-126) - 23));
        let fine = y[i] == truth as f32 || (y[i] as f64 - truth).abs() <= 0.52 * ulp;
        assert!(fine, "{} to the {} is {}, not {truth}", a[i], b[i], y[i]);
    }
}

#[test]
fn remainders_and_extremes_follow_mxnet() {
    let inf = f32::INFINITY;
    let one = |f, a: f32, b: f32| {
        let mut y = [9.0f32];
        binary::apply(f, &[a], &[b], &mut y);
        y[0]
    };
    // (a, b, a mod b) with the signs of zeros as real MXNet 1.9.1 gives them.
    let cases = [
        (2.0, 3.0, 2.0),
        (-2.0, 3.0, 1.0),
        (2.0, -3.0, -1.0),
        (-2.0, -3.0, -2.0),
        (7.5, -2.0, -0.5),
        (2.0, 0.0, 0.0),
        (f32::NAN, 0.0, 0.0),
        (2.0, inf, 2.0),
        (2.0, -inf, -inf),
        (-2.0, inf, inf),
        (-0.0, 2.0, -0.0),
        (-0.0, -2.0, 0.0),
        (-2.0, 2.0, 0.0),
        (-2.0, -2.0, -0.0),
    ];
    for (a, b, y) in cases {
        assert_eq!(one(Binary::Mod, a, b).to_bits(), f32::to_bits(y), "{a} mod {b}");
    }
    assert!(one(Binary::Mod, inf, 2.0).is_nan() && one(Binary::Mod, 2.0, f32::NAN).is_nan());
    assert!(one(Binary::Maximum, f32::NAN, 1.0).is_nan() && one(Binary::Maximum, 1.0, f32::NAN).is_nan());
    assert!(one(Binary::Minimum, f32::NAN, 1.0).is_nan() && one(Binary::Minimum, 1.0, f32::NAN).is_nan());
    assert_eq!(one(Binary::Hypot, inf, f32::NAN), inf);
    assert_eq!(one(Binary::Hypot, 3e38, 0.0), 3e38);
}

#[test]
fn parametrised_functions_have_mxnets_corners() {
    let x = [f32::NAN, -3.0, -0.5, -0.0, 0.25, 2.0, f32::INFINITY];
    let run = |f: &dyn Fn(&[f32], &mut [f32])| {
        let mut y = [9.0f32; 7];
        f(&x, &mut y);
        y
    };
    let same = |a: [f32; 7], b: [f32; 7]| {
        assert!(
            a.iter().zip(&b).all(|(a, b)| (a.is_nan() && b.is_nan()) || (a - b).abs() < 1e-6 || a == b),
            "{a:?} {b:?}"
        );
    };
    let (nan, inf) = (f32::NAN, f32::INFINITY);
    same(run(&|x, y| unary::clip(x, -1.0, 1.0, y)), [nan, -1.0, -0.5, 0.0, 0.25, 1.0, 1.0]);
    same(run(&|x, y| unary::clip(x, 1.0, -1.0, y)), [nan, 1.0, -1.0, -1.0, -1.0, -1.0, -1.0]);
    same(run(&|x, y| unary::leaky(x, 0.25, y)), [nan, -0.75, -0.125, 0.0, 0.25, 2.0, inf]);
    same(run(&|x, y| unary::elu(x, 0.25, y)), [nan, -0.237_553_23, -0.098_367_33, 0.0, 0.25, 2.0, inf]);
    same(run(&|x, y| unary::selu(x, y)), [nan, -1.670_568_7, -0.691_758_2, 0.0, 0.262_675_25, 2.101_402, inf]);
    same(run(&|x, y| unary::hard_sigmoid(x, 0.2, 0.5, y)), [1.0, 0.0, 0.4, 0.5, 0.55, 0.9, 1.0]);
    same(run(&|x, y| unary::smooth_l1(x, 2.0, y)), [nan, 2.875, 0.375, 0.0, 0.125, 1.875, inf]);
    let (mut y, z) = ([1.0f32, 2.0, 3.0], [10.0, 20.0, 30.0]);
    binary::add_assign(&mut y, &z);
    binary::axpy(0.5, &z, &mut y);
    assert_eq!(y, [16.0, 32.0, 48.0]);
}

#[test]
fn integers_follow_mxnet() {
    let a = [7i8, 7, 3, 5, 127, -128, -128, 100, 127, -7, 7, -7, -128, -128];
    let b = [3i8, 2, 7, 0, 2, 3, 1, 100, 127, 3, -3, -3, 2, -1];
    let run = |f| {
        let mut y = [55i8; 14];
        integer::apply(f, &a, &b, &mut y);
        y
    };
    assert_eq!(run(Binary::Add), [10, 9, 10, 5, -127, -125, -127, -56, -2, -4, 4, -10, -126, 127]);
    assert_eq!(run(Binary::Mul), [21, 14, 21, 0, -2, -128, -128, 16, 1, -21, -21, 21, 0, -128]);
    assert_eq!(run(Binary::Div), [2, 3, 0, 0, 63, -42, -128, 1, 1, -2, -2, 2, -64, -128]);
    assert_eq!(run(Binary::Mod), [1, 1, 3, 0, 1, 1, 0, 0, 0, 2, -2, -1, 0, 0]);
    assert_eq!(run(Binary::Power), [87, 49, -117, 1, 1, 0, -128, 0, 0, -87, 0, 0, 0, 0]);
    assert_eq!(run(Binary::Hypot), [7, 7, 7, 5, 127, -128, -128, -115, -77, 7, 7, 7, -128, -128]);
    assert_eq!(run(Binary::Greater), [1, 1, 0, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0]);
    assert_eq!(run(Binary::LesserEqual), [0, 0, 1, 0, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1]);
    assert_eq!(run(Binary::LogicalXor), [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let mut y = [0i32; 3];
    integer::apply(Binary::Power, &[3, i32::MAX, i32::MIN], &[20, 2, 3], &mut y);
    assert_eq!(y, [i32::MIN, i32::MIN, i32::MIN]);
    integer::apply_scalar(Binary::Mod, &[7, -7, i32::MIN], -1, &mut y);
    assert_eq!(y, [0, 0, 0]);
    integer::apply_scalar_left(Binary::Div, 5, &[0, 2, -2], &mut y);
    assert_eq!(y, [i32::MIN, 2, -2]);
    let mut y = [0i8; 2];
    integer::apply_scalar_left(Binary::Div, 5, &[0, 2], &mut y);
    assert_eq!(y, [0, 2]);
    let mut y = [0u8; 3];
    integer::apply(Binary::Sub, &[3, 200, 0], &[7, 100, 1], &mut y);
    assert_eq!(y, [252, 100, 255]);
    assert!(integer::unary(Unary::Negative, &[7, 0, 255], &mut y));
    assert_eq!(y, [249, 0, 1]);
    assert!(!integer::unary(Unary::Exp, &[7, 0, 255], &mut y));
    let mut y = [0i64; 2];
    integer::apply(Binary::Power, &[2, 10], &[62, 18], &mut y);
    assert_eq!(y, [1 << 62, 1_000_000_000_000_000_000]);
    // Long enough for several chunks.
    let long: Vec<i32> = (0..1000).collect();
    let mut y = vec![0; 1000];
    integer::apply_scalar(Binary::Sub, &long, 1000, &mut y);
    assert!(y.iter().enumerate().all(|(i, y)| *y == i as i32 - 1000));
}
