//! Rarer functions of one double.

use core::f64::consts::PI;

/// The inverse of the error function on [-1, 1]; ±∞ at the ends, NaN outside.
///
/// Giles' approximation ("Approximating the erfinv function", 2012), then two Newton steps on `erfc`.
pub fn erfinv(y: f64) -> f64 {
    if !(-1.0..=1.0).contains(&y) {
        return f64::NAN;
    }
    if y.abs() == 1.0 || y == 0.0 {
        return if y == 0.0 { y } else { y * f64::INFINITY };
    }
    let w = -libm::log((1.0 - y) * (1.0 + y));
    let poly = |w: f64, c: &[f64]| c.iter().fold(0.0, |p, c| p * w + c);
    let mut x = y * if w < 5.0 {
        poly(
            w - 2.5,
            &[
                2.81022636e-08,
                3.43273939e-07,
                -3.5233877e-06,
                -4.39150654e-06,
                0.00021858087,
                -0.00125372503,
                -0.00417768164,
                0.246640727,
                1.50140941,
            ],
        )
    } else {
        poly(
            w.sqrt() - 3.0,
            &[
                -0.000200214257,
                0.000100950558,
                0.00134934322,
                -0.00367342844,
                0.00573950773,
                -0.0076224613,
                0.00943887047,
                1.00167406,
                2.83297682,
            ],
        )
    };
    for _ in 0..2 {
        let error = if y.abs() < 0.5 { libm::erf(x) - y } else { (1.0 - y.abs() - libm::erfc(x.abs())) * y.signum() };
        x -= error / (2.0 / PI.sqrt() * libm::exp(-x * x));
    }
    x
}

/// The gamma function of a float, to be rounded to one: by its own recurrence from [1, 2].
pub fn gamma(x: f64) -> f64 {
    // Poles, what is too large or too small for a float, and NaN.
    if !(-45.0..36.0).contains(&x) || (x <= 0.0 && x == x.floor()) {
        return libm::tgamma(x);
    }
    let (mut at, mut above, mut below) = (x, 1.0, 1.0);
    while at > 2.0 {
        at -= 1.0;
        above *= at;
    }
    while at < 1.0 {
        below *= at;
        at += 1.0;
    }
    // Relative error 2⁻³².
    let coefficients = [
        0.007938000350375417,
        -0.011208102921540439,
        0.010392847816619949,
        -0.016044214779775523,
        0.026055377283554886,
        -0.03818413180761804,
        0.058588916843066274,
        -0.07750958226978394,
        0.1446463620101725,
        -0.10729522712949707,
        0.41481343588908043,
        0.03233840120596052,
        0.8862269255050937,
    ];
    let t = at - 1.5;
    coefficients.iter().fold(0.0, |p, c| p * t + c) * above / below
}

/// log(1 + exp(x)) without overflow. Within 2 ulp.
pub fn softrelu(x: f64) -> f64 {
    // NaN stays.
    (if x < 0.0 { 0.0 } else { x }) + libm::log1p(libm::exp(-x.abs()))
}

/// x times the normal distribution function of x. The tail below -5 loses digits, as the argument of `erfc` is rounded.
pub fn gelu(x: f64) -> f64 {
    0.5 * x * libm::erfc(-x * core::f64::consts::FRAC_1_SQRT_2)
}

/// The logarithmic derivative of the gamma function; ∞ at its poles (0 and the negative integers).
pub fn digamma(x: f64) -> f64 {
    if x <= 0.0 && x == x.floor() {
        return f64::INFINITY;
    }
    if x < 0.0 {
        // Reflection; the fraction first, so that the tangent stays accurate for large |x|.
        return digamma(1.0 - x) - PI / libm::tan(PI * (x - x.floor()));
    }
    let (mut x, mut y) = (x, 0.0);
    while x < 10.0 {
        y -= 1.0 / x;
        x += 1.0;
    }
    // Asymptotic series in 1/x² with Bernoulli numbers.
    let s = 1.0 / (x * x);
    let series = [1.0 / 12.0, -691.0 / 32760.0, 1.0 / 132.0, -1.0 / 240.0, 1.0 / 252.0, -1.0 / 120.0, 1.0 / 12.0];
    y + libm::log(x) - 0.5 / x - s * series.iter().fold(0.0, |p, c| p * s + c)
}

/// The sign of the gamma function: 1 or -1; 1 at its poles.
pub fn gamma_sign(x: f64) -> f64 {
    let floor = x.floor();
    if x < 0.0 && x != floor && (floor * 0.5).floor() * 2.0 != floor { -1.0 } else { 1.0 }
}

/// MXNet's remainder: the sign of the divisor, 0 when that is 0.
pub fn modulo(a: f64, b: f64) -> f64 {
    if b == 0.0 {
        return 0.0;
    }
    if (a < 0.0) == (b < 0.0) {
        let r = libm::fmod(a.abs(), b.abs());
        // A zero dividend keeps its sign, as C's fmod does.
        return if b < 0.0 { -r } else { r.copysign(a) };
    }
    let r = libm::fmod(a, b);
    if r == 0.0 { r + 0.0 } else { r + b }
}
