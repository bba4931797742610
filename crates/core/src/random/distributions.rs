//! One value of each distribution that takes an unknown number of words.

use super::Mt19937;
use super::draws::Draw;
use super::error::RandomError;
use super::glibc::{expf, lgammaf, tanf};
use super::log::log;
use super::types::{Param, Real};

/// A gamma variate of shape `alpha` and scale `beta` (Marsaglia and Tsang, 2000), each step rounded to `R`.
pub(super) fn gamma<R: Draw, P: Param>(engine: &mut Mt19937, alpha: P, beta: P) -> f64 {
    let d = gamma_offset::<R, P>(alpha);
    let k = R::round((9.0 * d).sqrt());
    let c = R::round(1.0 / k);
    let mut sample = loop {
        let z = R::normal(engine).to_f64();
        if z <= -k {
            continue;
        }
        let x = R::round(1.0 + R::round(c * z));
        let v = R::round(R::round(x * x) * x);
        let u = R::uniform(engine).to_f64();
        if log(1.0 - u) < 0.5 * z * z + d * (1.0 - v + log(v)) {
            break R::round(beta.times(R::round(d * v)));
        }
    };
    if alpha.to_f64() < 1.0 {
        let u = R::uniform(engine).to_f64();
        sample = R::round(sample * libm::pow(u, R::round(alpha.divide(1.0))));
    }
    sample
}

fn gamma_offset<R: Draw, P: Param>(alpha: P) -> f64 {
    R::round(if alpha.to_f64() < 1.0 { alpha.plus(2.0 / 3.0) } else { alpha.plus(-1.0 / 3.0) })
}

/// Refuses a shape parameter with which [`gamma`] would never accept a value: MXNet's process hangs on these.
pub(super) fn check_gamma_ends<R: Draw, P: Param>(name: &'static str, alpha: P) -> Result<(), RandomError> {
    let d = gamma_offset::<R, P>(alpha);
    super::error::require(
        d > 0.0 && d.is_finite(),
        name,
        "such that the gamma distribution's shape is above -2/3 and finite",
        alpha.to_f64(),
    )
}

/// `3.1415926f`, the `f32` below pi that MXNet writes.
const PI_BELOW: f32 = f32::from_bits(0x4049_0fda);

/// A Poisson variate of mean `lambda`: by multiplying uniforms below 12, else by rejection from a Lorentzian
/// (Press et al., Numerical Recipes in C, section 7.3). Always in single precision.
pub(super) fn poisson(engine: &mut Mt19937, lambda: f32) -> i32 {
    if lambda < 12.0 {
        let limit = expf(-lambda);
        let mut count = 0;
        let mut product = f32::uniform(engine);
        while product > limit {
            count += 1;
            product *= f32::uniform(engine);
        }
        return count;
    }
    let root = (2.0 * f64::from(lambda)).sqrt() as f32;
    let log_lambda = log(f64::from(lambda)) as f32;
    let g = lambda * log_lambda - lgammaf(lambda + 1.0);
    loop {
        let (y, value) = loop {
            let y = tanf(PI_BELOW * f32::uniform(engine));
            let value = root * y + lambda;
            // Written so that a value that is not a number leaves the loop.
            if value < 0.0 {
                continue;
            }
            break (y, value.floor());
        };
        let weight = expf(value * log_lambda - lgammaf(value + 1.0) - g);
        let ratio = (0.9 * (1.0 + f64::from(y * y)) * f64::from(weight)) as f32;
        if f32::uniform(engine) > ratio {
            continue;
        }
        return truncate(value);
    }
}

/// C's conversion to `int` on x86-64: what does not fit becomes the smallest `int`.
fn truncate(value: f32) -> i32 {
    if (-2_147_483_648.0..2_147_483_648.0).contains(&value) { value as i32 } else { i32::MIN }
}

/// A negative binomial variate: failures before `k` successes of probability `p`.
pub(super) fn negative_binomial(engine: &mut Mt19937, k: f32, p: f32) -> i32 {
    let lambda = gamma::<f32, Real>(engine, Real::F32(k), Real::F32(odds(p)));
    poisson(engine, lambda as f32)
}

fn odds(p: f32) -> f32 {
    ((1.0 - f64::from(p)) / f64::from(p)) as f32
}

/// A negative binomial variate of mean `mu` and dispersion `alpha`.
pub(super) fn generalized_negative_binomial<P: Param>(engine: &mut Mt19937, mu: P, alpha: P) -> i32 {
    let lambda = if alpha.to_f64() == 0.0 {
        mu.to_f32()
    } else {
        gamma::<f32, P>(engine, alpha.reciprocal(), alpha.product(mu)) as f32
    };
    poisson(engine, lambda)
}
