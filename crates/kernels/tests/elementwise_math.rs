//! The vectorised functions against `libm` in double precision: bounds in units in the last place, and special values.

use std::ops::RangeInclusive;
use std::thread;

use kernels::simd::Float;
use kernels::unary::{Unary, apply};

/// The distance of `y` from the true value, in units in the last place of `f32` there.
fn ulps32(y: f32, truth: f64) -> f64 {
    let rounded = truth as f32;
    if rounded.is_nan() || y.is_nan() {
        return if rounded.is_nan() && y.is_nan() { 0.0 } else { f64::INFINITY };
    }
    if rounded.is_infinite() || y.is_infinite() {
        // The greatest finite value and infinity are neighbours.
        let neighbours = y.abs() >= f32::MAX && rounded.abs() >= f32::MAX && (y > 0.0) == (rounded > 0.0);
        return if y == rounded {
            0.0
        } else if neighbours {
            1.0
        } else {
            f64::INFINITY
        };
    }
    let exponent = ((truth.to_bits() >> 52) & 0x7ff).max(1023 - 126);
    (y as f64 - truth).abs() / f64::from_bits((exponent - 23) << 52)
}

fn ulps64(y: f64, truth: f64) -> f64 {
    if truth.is_nan() || y.is_nan() || truth.is_infinite() || y.is_infinite() {
        return if y == truth || (y.is_nan() && truth.is_nan()) { 0.0 } else { f64::INFINITY };
    }
    let exponent = ((truth.to_bits() >> 52) & 0x7ff) as i32 - 1023;
    ((y - truth) / libm::exp2(exponent.max(-1022) as f64)).abs() * libm::exp2(52.0)
}

/// The greatest error over the bit patterns of a range, and where it is.
fn worst(f: Unary, truth: fn(f64) -> f64, patterns: impl Iterator<Item = u32>) -> (f64, f32) {
    let mut worst = (0.0, 0.0);
    let mut x = Vec::new();
    let mut y = vec![0.0; 4099];
    let mut check = |x: &[f32]| {
        let y = &mut y[..x.len()];
        apply(f, x, y);
        for (x, y) in x.iter().zip(y) {
            let e = ulps32(*y, truth(*x as f64));
            if e > worst.0 {
                worst = (e, *x);
            }
        }
    };
    for bits in patterns {
        x.push(f32::from_bits(bits));
        if x.len() == 4099 {
            check(&x);
            x.clear();
        }
    }
    check(&x);
    worst
}

fn sigmoid(x: f64) -> f64 {
    let e = libm::exp(-x.abs());
    if x < 0.0 { e / (1.0 + e) } else { 1.0 / (1.0 + e) }
}

fn softrelu(x: f64) -> f64 {
    (if x < 0.0 { 0.0 } else { x }) + libm::log1p(libm::exp(-x.abs()))
}

/// In `f64`, the rounding of erfc's argument spoils some 1e-14 of the tail: nothing to a float.
fn gelu(x: f64) -> f64 {
    0.5 * x * libm::erfc(-x * core::f64::consts::FRAC_1_SQRT_2)
}

/// In `f64`, which `rare_functions_match_known_values` tests.
fn erfinv(x: f64) -> f64 {
    let mut y = [0.0];
    apply(Unary::Erfinv, &[x], &mut y);
    y[0]
}

type Case = (Unary, fn(f64) -> f64, f64);

const FUNCTIONS: [Case; 25] = [
    // Subnormal results are rounded twice.
    (Unary::Exp, libm::exp, 0.8),
    (Unary::Log, libm::log, 1.0),
    (Unary::Log2, libm::log2, 0.6),
    (Unary::Log10, libm::log10, 0.6),
    (Unary::Log1p, libm::log1p, 0.6),
    (Unary::Expm1, libm::expm1, 0.6),
    (Unary::Sin, libm::sin, 0.6),
    (Unary::Cos, libm::cos, 0.6),
    (Unary::Tanh, libm::tanh, 2.0),
    (Unary::Sigmoid, sigmoid, 2.5),
    (Unary::Softrelu, softrelu, 2.0),
    (Unary::Erf, libm::erf, 2.0),
    (Unary::Gelu, gelu, 1.5),
    (Unary::Tan, libm::tan, 0.6),
    (Unary::Arcsin, libm::asin, 0.6),
    (Unary::Arccos, libm::acos, 0.6),
    (Unary::Arctan, libm::atan, 0.6),
    (Unary::Sinh, libm::sinh, 0.6),
    (Unary::Cosh, libm::cosh, 0.6),
    (Unary::Arcsinh, libm::asinh, 0.6),
    (Unary::Arccosh, |x| if x < 1.0 { f64::NAN } else { libm::acosh(x) }, 0.6),
    (Unary::Cbrt, libm::cbrt, 0.6),
    (Unary::Rcbrt, |x| 1.0 / libm::cbrt(x), 0.6),
    (Unary::Erfinv, erfinv, 0.6),
    (Unary::Gamma, libm::tgamma, 0.6),
];

/// Checks the bounds by `worst`, and prints the errors.
fn hold(worst: impl Fn(Unary, fn(f64) -> f64) -> (f64, f32)) {
    let mut failed = Vec::new();
    for (f, truth, bound) in FUNCTIONS {
        let (error, at) = worst(f, truth);
        println!("{f:?}: {error:.3} ulp at {at:e} ({:#x})", at.to_bits());
        if error > bound {
            failed.push((f, error, at));
        }
    }
    assert!(failed.is_empty(), "{failed:?}");
}

#[test]
fn single_precision_bounds_hold_on_a_grid_over_all_floats() {
    hold(|f, truth| worst(f, truth, (0..=u32::MAX).step_by(2003)));
}

/// Where trying every float found the greatest errors of functions that are near their bounds.
#[test]
fn single_precision_bounds_hold_where_they_are_closest() {
    for (f, truth, range) in
        [(Unary::Tanh, libm::tanh as fn(f64) -> f64, 0.1f32..0.256), (Unary::Softrelu, softrelu, 0.001..0.1)]
    {
        let (error, at) = worst(f, truth, range.start.to_bits()..range.end.to_bits());
        assert!((1.7..=2.0).contains(&error), "{f:?}: {error} ulp at {at:e}");
    }
}

/// Just below the powers of two that exp(x) passes, its error and that of 1 + exp(x) count twice: the worst of all floats.
#[test]
fn sigmoid_holds_its_bound_where_it_is_worst() {
    let near = |k: i32| {
        let x = (f64::from(-k) * core::f64::consts::LN_2) as f32;
        (0..20_000).map(move |i| f32::from_bits(x.to_bits() + 10_000 - i))
    };
    let x: Vec<f32> = (1..=125).flat_map(near).collect();
    let mut y = vec![0.0; x.len()];
    apply(Unary::Sigmoid, &x, &mut y);
    let errors = x.iter().zip(&y).map(|(x, y)| (ulps32(*y, sigmoid(f64::from(*x))), *x));
    let (error, at) = errors.fold((0.0, 0.0), |a, b| if b.0 > a.0 { b } else { a });
    println!("{error:.3} ulp at {at:e}");
    assert!((2.0..=2.5).contains(&error), "{error} ulp at {at:e}");
}

/// Every float there is, positive ones beside negative ones:
/// `cargo test --release -p kernels --test elementwise_math -- --ignored --nocapture every_float`
#[test]
#[ignore = "takes an hour: four thousand million points a function"]
fn single_precision_bounds_hold_at_every_float() {
    hold(|f, truth| {
        let half = |range: RangeInclusive<u32>| thread::spawn(move || worst(f, truth, range));
        let halves = [half(0..=0x7fff_ffff), half(0x8000_0000..=u32::MAX)].map(|half| half.join().unwrap());
        if halves[0].0 < halves[1].0 { halves[1] } else { halves[0] }
    });
}

#[test]
fn double_precision_bounds_hold() {
    let functions: [Case; 6] = [
        (Unary::Exp, libm::exp, 2.0),
        (Unary::Log, libm::log, 2.0),
        (Unary::Expm1, libm::expm1, 4.0),
        (Unary::Tanh, libm::tanh, 4.0),
        (Unary::Sigmoid, sigmoid, 3.0),
        (Unary::Softrelu, softrelu, 3.0),
    ];
    let mut x: Vec<f64> = (-80_000..80_000).map(|i| i as f64 * 0.009_3 + 1e-7).collect();
    x.extend((0..200_000).map(|i| (i as f64 - 1e5) * 3.1e-5));
    // Every exponent, subnormals included, with some significands.
    x.extend((0..2047 * 16).map(|i: u64| f64::from_bits(i << 48 | 0x1234_5678_9abc)));
    for (f, truth, bound) in functions {
        let mut y = vec![0.0; x.len()];
        apply(f, &x, &mut y);
        let errors = x.iter().zip(&y).map(|(x, y)| (ulps64(*y, truth(*x)), *x));
        let (error, at) = errors.fold((0.0, 0.0), |a, b| if b.0 > a.0 { b } else { a });
        println!("{f:?}: {error:.3} ulp at {at:e}");
        assert!(error <= bound, "{f:?}: {error} ulp at {at:e}");
    }
}

/// Same bits, or both NaN.
fn same<T: Float>(a: T, b: T) -> bool {
    (a.is_nan() && b.is_nan()) || bytemuck::bytes_of(&a) == bytemuck::bytes_of(&b)
}

fn special_values<T: Float>() {
    let inf = f64::INFINITY;
    let nan = f64::NAN;
    // (function, argument, result)
    let cases = [
        (Unary::Exp, -inf, 0.0),
        (Unary::Exp, inf, inf),
        (Unary::Exp, -0.0, 1.0),
        (Unary::Exp, 1e30, inf),
        (Unary::Exp, -1e30, 0.0),
        (Unary::Log, 0.0, -inf),
        (Unary::Log, -0.0, -inf),
        (Unary::Log, 1.0, 0.0),
        (Unary::Log, inf, inf),
        (Unary::Log, -1.0, nan),
        (Unary::Log, -inf, nan),
        (Unary::Log2, 8.0, 3.0),
        (Unary::Log10, 0.0, -inf),
        (Unary::Log1p, -0.0, -0.0),
        (Unary::Log1p, -1.0, -inf),
        (Unary::Log1p, -1.5, nan),
        (Unary::Log1p, inf, inf),
        (Unary::Expm1, -0.0, -0.0),
        (Unary::Expm1, -inf, -1.0),
        (Unary::Expm1, inf, inf),
        (Unary::Sin, -0.0, -0.0),
        (Unary::Sin, 0.0, 0.0),
        (Unary::Sin, inf, nan),
        (Unary::Cos, -inf, nan),
        (Unary::Cos, 0.0, 1.0),
        (Unary::Tanh, -0.0, -0.0),
        (Unary::Tanh, inf, 1.0),
        (Unary::Tanh, -inf, -1.0),
        (Unary::Sigmoid, inf, 1.0),
        (Unary::Sigmoid, -inf, 0.0),
        (Unary::Sigmoid, -0.0, 0.5),
        (Unary::Softrelu, -inf, 0.0),
        (Unary::Softrelu, inf, inf),
        (Unary::Erf, -0.0, -0.0),
        (Unary::Erf, inf, 1.0),
        (Unary::Erf, -inf, -1.0),
        (Unary::Gelu, inf, inf),
        (Unary::Gelu, -inf, nan),
        (Unary::Gelu, -1e30, -0.0),
        (Unary::Gelu, -0.0, -0.0),
        (Unary::Sign, nan, 0.0),
        (Unary::Sign, -0.0, 0.0),
        (Unary::Sign, -inf, -1.0),
        (Unary::Relu, -0.0, 0.0),
        (Unary::Relu, nan, nan),
        (Unary::Round, -0.5, -1.0),
        (Unary::Round, 2.5, 3.0),
        (Unary::Round, -0.25, -0.0),
        (Unary::Round, inf, inf),
        (Unary::Rint, 0.5, 0.0),
        (Unary::Rint, 1.5, 1.0),
        (Unary::Rint, -0.5, -1.0),
        (Unary::Rint, -1.5, -2.0),
        (Unary::Rint, 0.75, 1.0),
        (Unary::Rint, inf, inf),
        (Unary::Rint, -inf, -inf),
        (Unary::Rint, -0.0, -0.0),
        (Unary::Fix, -1.5, -1.0),
        (Unary::Rsqrt, -0.0, -inf),
        (Unary::Rcbrt, -0.0, -inf),
        (Unary::Reciprocal, -inf, -0.0),
        (Unary::Softsign, inf, nan),
        (Unary::Erfinv, 1.0, inf),
        (Unary::Erfinv, -1.0, -inf),
        (Unary::Erfinv, 1.5, nan),
        (Unary::Erfinv, -0.0, -0.0),
        (Unary::Arcsin, -0.0, -0.0),
        (Unary::Arcsin, 1.0, core::f64::consts::FRAC_PI_2),
        (Unary::Arcsin, -1.5, nan),
        (Unary::Arccos, 1.0, 0.0),
        (Unary::Arccos, -1.0, core::f64::consts::PI),
        (Unary::Arccos, inf, nan),
        (Unary::Tan, -0.0, -0.0),
        (Unary::Tan, -inf, nan),
        (Unary::Arctan, -0.0, -0.0),
        (Unary::Arctan, -inf, -core::f64::consts::FRAC_PI_2),
        (Unary::Sinh, -0.0, -0.0),
        (Unary::Sinh, -inf, -inf),
        (Unary::Sinh, 1e30, inf),
        (Unary::Cosh, -0.0, 1.0),
        (Unary::Cosh, -inf, inf),
        (Unary::Arcsinh, -0.0, -0.0),
        (Unary::Arcsinh, -inf, -inf),
        (Unary::Arccosh, 1.0, 0.0),
        (Unary::Arccosh, 0.5, nan),
        (Unary::Arccosh, inf, inf),
        (Unary::Cbrt, -0.0, -0.0),
        (Unary::Cbrt, -27.0, -3.0),
        (Unary::Cbrt, -inf, -inf),
        (Unary::Rcbrt, 0.0, inf),
        (Unary::Rcbrt, -8.0, -0.5),
        (Unary::Rcbrt, -inf, -0.0),
        (Unary::Softrelu, nan, nan),
        (Unary::Gamma, 0.0, inf),
        (Unary::Gamma, -0.0, -inf),
        (Unary::Gamma, -1.0, nan),
        (Unary::Gamma, 5.0, 24.0),
        (Unary::Gammaln, 0.0, inf),
        (Unary::Gammaln, -2.0, inf),
        (Unary::Gammaln, 1.0, 0.0),
        (Unary::Digamma, -2.0, inf),
        (Unary::Digamma, 0.0, inf),
        (Unary::GammaSign, -0.5, -1.0),
        (Unary::GammaSign, -1.5, 1.0),
        (Unary::GammaSign, 3.0, 1.0),
        (Unary::LogicalNot, -0.0, 1.0),
        (Unary::LogicalNot, nan, 0.0),
        (Unary::Degrees, -inf, -inf),
    ];
    for (f, x, expected) in cases {
        // Every position of the vector and of the remainder.
        for len in 1..=9 {
            let mut y = vec![T::ONE; len];
            apply(f, &vec![T::from_f64(x); len], &mut y);
            for (i, y) in y.iter().enumerate() {
                assert!(same(*y, T::from_f64(expected)), "{f:?}({x}) is {y:?}, not {expected} (element {i} of {len})");
            }
        }
    }
    for (f, _, _) in FUNCTIONS {
        let mut y = [T::ONE; 5];
        apply(f, &[T::NAN; 5], &mut y);
        assert!(y.iter().all(|y| y.is_nan()), "{f:?}(NaN) is {y:?}");
    }
}

/// Whether its vector, or the block, has a number that is computed in another way or not.
#[test]
fn a_number_gives_one_result_beside_any_other() {
    let x: Vec<f32> = (-4000..4000).map(|i| i as f32 * 1.3e-3).collect();
    for f in [Unary::Gelu, Unary::Erf, Unary::Tan] {
        let mut alone = vec![0.0; x.len()];
        x.iter().zip(&mut alone).for_each(|(x, y)| apply(f, &[*x], core::slice::from_mut(y)));
        let mixed: Vec<f32> = x.iter().flat_map(|&x| [x, f32::NAN, 1e9, x, -50.0]).collect();
        let mut together = vec![0.0; mixed.len()];
        apply(f, &mixed, &mut together);
        let found = together.chunks(5).zip(&alone).all(|(y, alone)| y[0] == *alone && y[3] == *alone);
        assert!(found, "{f:?}");
    }
}

#[test]
fn special_values_are_right() {
    special_values::<f32>();
    special_values::<f64>();
}

#[test]
fn rare_functions_match_known_values() {
    // Computed with mpmath at 30 digits.
    let cases = [
        (Unary::Erfinv, 0.5, 0.476_936_276_204_469_9),
        (Unary::Erfinv, -0.999_999_9, -3.766_562_581_638_471),
        (Unary::Erfinv, 1e-20, 8.862_269_254_527_58e-21),
        (Unary::Digamma, 1.0, -0.577_215_664_901_532_9),
        (Unary::Digamma, 0.001, -1_000.575_571_931_810_3),
        (Unary::Digamma, -0.5, 0.036_489_973_978_576_52),
        (Unary::Digamma, -7.25, 5.189_977_214_956_288),
        (Unary::Digamma, 123.0, 4.808_113_806_573_255),
        (Unary::Gammaln, -0.5, 1.265_512_123_484_645_4),
        (Unary::Gamma, -1.5, 2.363_271_801_207_355),
    ];
    for (f, x, expected) in cases {
        let (mut y, mut z) = ([0.0f64], [0.0f32]);
        apply(f, &[x], &mut y);
        assert!(((y[0] - expected) / expected).abs() < 1e-13, "{f:?}({x}) is {} not {expected}", y[0]);
        // The same, with the argument that a float can hold.
        let mut w = [0.0f64];
        apply(f, &[x as f32], &mut z);
        apply(f, &[x as f32 as f64], &mut w);
        assert_eq!(z[0], w[0] as f32, "{f:?}({x})");
    }
}
