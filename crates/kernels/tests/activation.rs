//! Gradients of activations against plain formulas in f64, at every remainder.

use kernels::activation::{Activation, backward, elu_backward, gelu_backward, leaky_backward};
use kernels::simd::Float;
use proptest::prelude::*;

/// The derivative, and the magnitude whose last bits its error is measured in.
type Slope = (f64, f64);

fn slope(f: Activation, y: f64) -> Slope {
    let relative = |d: f64| (d, d);
    match f {
        Activation::Relu => relative(if y > 0.0 { 1.0 } else { 0.0 }),
        Activation::Sigmoid => relative(y * (1.0 - y)),
        // The square is rounded before it is subtracted from 1.
        Activation::Tanh => (1.0 - y * y, 1.0),
        Activation::Softrelu => relative(-libm::expm1(-y)),
    }
}

/// The distribution function at x and x times its density. Their sum is 0 near -0.75, where neither is.
fn gelu_slope(x: f64) -> Slope {
    let density = libm::exp(-0.5 * x * x) / libm::sqrt(2.0 * core::f64::consts::PI);
    let less = 0.5 * libm::erfc(-x * core::f64::consts::FRAC_1_SQRT_2);
    (less + x * density, less + (x * density).abs())
}

/// What `kernel` makes of `x` and `g`, within `ulps` last bits of g times the slope: half of one for each operation that
/// rounds, more for an exp.
fn check<T: Float>(
    name: &str,
    (x, g): (&[f64], &[f64]),
    ulps: f64,
    slope: impl Fn(f64) -> Slope,
    kernel: impl Fn(&[T], &[T], &mut [T]),
) -> Result<(), TestCaseError> {
    let [x, g] = [x, g].map(|x| x.iter().map(|&x| T::from_f64(x)).collect::<Vec<_>>());
    let mut dx = vec![T::NAN; x.len()];
    kernel(&x, &g, &mut dx);
    for ((x, g), got) in x.iter().zip(&g).zip(&dx) {
        let (x, g, got) = (x.to_f64(), g.to_f64(), got.to_f64());
        let (d, scale) = slope(x);
        let last = T::EPSILON.to_f64() * (g * scale).abs() + SUBNORMAL;
        let fine = (got - g * d).abs() <= ulps * last;
        prop_assert!(fine, "{name} at {x} with {g} is {got}, not {}", g * d);
    }
    Ok(())
}

/// Four of the least f32: below the normal numbers the last bit stays as large, and is multiplied by g and others.
const SUBNORMAL: f64 = 5.6e-45;

/// Near 0, and as far as the functions are not constant.
fn element() -> impl Strategy<Value = f64> {
    let edges = vec![0.0, -0.0, 1.0, -1.0, 4.0, -4.0, 40.0, -40.0, 1e-30, -1e-30, 1e30, -1e30];
    prop_oneof![6 => -6.0..6.0, 2 => -20.0..20.0, 1 => -110.0..110.0, 1 => prop::sample::select(edges)]
}

fn pairs() -> impl Strategy<Value = (Vec<f64>, Vec<f64>)> {
    prop::collection::vec((element(), -4.0..4.0), 0..100).prop_map(|pairs| pairs.into_iter().unzip())
}

fn check_all<T: Float>((x, g): (&[f64], &[f64]), leak: f64) -> Result<(), TestCaseError> {
    // What the activations make of x.
    let of = |f: &dyn Fn(f64) -> f64| x.iter().map(|&x| f(x)).collect::<Vec<_>>();
    for (f, ulps, y) in [
        (Activation::Relu, 0.0, of(&|x| x.max(0.0))),
        (Activation::Sigmoid, 1.5, of(&|x| 1.0 / (1.0 + libm::exp(-x)))),
        (Activation::Tanh, 1.0, of(&libm::tanh)),
        (Activation::Softrelu, 2.5, of(&f64::abs)),
    ] {
        check::<T>(&format!("{f:?}"), (&y, g), ulps, |y| slope(f, y), |y, g, dx| backward(f, y, g, dx))?;
    }
    let leak = T::from_f64(leak);
    let slope = |x: f64| if x > 0.0 { (1.0, 1.0) } else { (leak.to_f64(), leak.to_f64()) };
    check::<T>("leaky", (x, g), 0.5, slope, |x, g, dx| leaky_backward(x, g, leak, dx))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn agree_with_formulas((x, g) in pairs(), scale in 0.5f32..2.0, leak in -0.5f32..1.0) {
        check_all::<f32>((&x, &g), leak.into())?;
        check_all::<f64>((&x, &g), leak.into())?;
        let elu = |x: f64| {
            let d = f64::from(scale) * if x > 0.0 { 1.0 } else { f64::from(leak) * libm::exp(x) };
            (d, d)
        };
        check("elu", (&x, &g), 2.5, elu, |x, g, dx| elu_backward(x, g, scale, leak, dx))?;
        check("gelu", (&x, &g), 2.0, gelu_slope, gelu_backward)?;
    }
}

#[test]
fn corners() {
    let (nan, inf) = (f32::NAN, f32::INFINITY);
    let mut dx = [7.0; 5];
    // Also where the input is NaN: neither above 0 nor below.
    backward(Activation::Relu, &[nan, 0.0, -0.0, 2.0, 0.0], &[3.0, inf, nan, -inf, 5.0], &mut dx);
    assert!(dx[0].is_nan());
    assert_eq!(dx[1..], [0.0, 0.0, -inf, 0.0]);
    leaky_backward(&[nan, 0.0, -inf, inf, -0.0], &[4.0; 5], 0.25, &mut dx);
    assert_eq!(dx, [1.0, 1.0, 1.0, 4.0, 1.0]);
}
