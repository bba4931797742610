//! The operators that split their output over the parallel engines: scalar parameters (`uniform`, ...) and arrays of
//! parameters (`sample_uniform`, ...), which are the same operator.

use super::Streams;
use super::distributions::{check_gamma_ends, gamma, generalized_negative_binomial, negative_binomial, poisson};
use super::draws::{Draw, pairs};
use super::error::{RandomError, require};
use super::log::log;
use super::types::{Output, Param, Real};
use kernels::random::Mt19937;

fn check_lengths<P>(first: &[P], others: &[(&'static str, &[P])], out: usize) -> Result<(), RandomError> {
    for &(name, other) in others {
        if other.len() != first.len() {
            return Err(RandomError::Length { name, expected: first.len(), got: other.len() });
        }
    }
    let per_parameter = if first.is_empty() { 0 } else { out / first.len() };
    let expected = per_parameter * first.len();
    if expected == out { Ok(()) } else { Err(RandomError::Length { name: "out", expected, got: out }) }
}

/// Scalar parameters are `f32`, as MXNet's parser reads them from text (see [`parse_f32`](crate::text::parse_f32)).
impl Streams {
    /// Uniform in `[low, high]`: `high` itself can come out. Errors unless `high >= low`.
    pub fn uniform<T: Output>(&mut self, low: f32, high: f32, out: &mut [T]) -> Result<(), RandomError> {
        if high >= low {
            self.sample_uniform(&[low], &[high], out)
        } else {
            Err(RandomError::Bounds { low: low.into(), high: high.into() })
        }
    }

    /// Normal with mean `loc` and standard deviation `scale`. Errors unless `scale > 0`.
    pub fn normal<T: Output>(&mut self, loc: f32, scale: f32, out: &mut [T]) -> Result<(), RandomError> {
        require(scale > 0.0, "scale", "positive", scale.into())?;
        self.sample_normal(&[loc], &[scale], out)
    }

    /// Exponential with rate `lam`, the reciprocal of the scale. Errors unless `lam > 0`.
    pub fn exponential<T: Output>(&mut self, lam: f32, out: &mut [T]) -> Result<(), RandomError> {
        require(lam > 0.0, "lam", "positive", lam.into())?;
        self.sample_exponential(&[Real::F32(lam)], out)
    }

    /// Gamma with shape `alpha` and scale `beta`. Errors unless both are positive and `alpha` is finite.
    pub fn gamma<T: Output>(&mut self, alpha: f32, beta: f32, out: &mut [T]) -> Result<(), RandomError> {
        require(alpha > 0.0, "alpha", "positive", alpha.into())?;
        require(beta > 0.0, "beta", "positive", beta.into())?;
        self.sample_gamma(&[Real::F32(alpha)], &[Real::F32(beta)], out)
    }

    /// Poisson with mean `lam`. Errors unless `lam >= 0`.
    pub fn poisson<T: Output>(&mut self, lam: f32, out: &mut [T]) -> Result<(), RandomError> {
        require(lam >= 0.0, "lam", "non-negative", lam.into())?;
        self.sample_poisson(&[Real::F32(lam)], out)
    }

    /// Negative binomial: failures before `k` successes of probability `p`. Errors unless `k >= 0` and `p >= 0`.
    pub fn negative_binomial<T: Output>(&mut self, k: i32, p: f32, out: &mut [T]) -> Result<(), RandomError> {
        require(k >= 0, "k", "non-negative", k.into())?;
        require(p >= 0.0, "p", "non-negative", p.into())?;
        self.sample_negative_binomial(&[Real::F32(k as f32)], &[Real::F32(p)], out)
    }

    /// Negative binomial with mean `mu` and dispersion `alpha`. Errors unless both are non-negative.
    pub fn generalized_negative_binomial<T: Output>(
        &mut self,
        mu: f32,
        alpha: f32,
        out: &mut [T],
    ) -> Result<(), RandomError> {
        require(mu >= 0.0, "mu", "non-negative", mu.into())?;
        require(alpha >= 0.0, "alpha", "non-negative", alpha.into())?;
        self.sample_generalized_negative_binomial(&[Real::F32(mu)], &[Real::F32(alpha)], out)
    }

    /// Integers in `[low, high)`, cast to the type of `out`. Errors unless `high > low`.
    pub fn randint<T: Integer>(&mut self, low: i64, high: i64, out: &mut [T]) -> Result<(), RandomError> {
        if high <= low {
            return Err(RandomError::IntegerBounds { low, high });
        }
        let span = high.wrapping_sub(low);
        self.split(1, out, |engine, _, run| {
            pairs(engine, run, |[first, second]| {
                let word = (i64::from(first) << 31).wrapping_add(i64::from(second));
                T::wrap(low.wrapping_add(word.wrapping_rem(span)))
            });
        });
        Ok(())
    }
}

/// Arrays of parameters: each parameter gives `out.len() / parameters` consecutive values. Nothing but the lengths is
/// checked, and shapes of the gamma distribution with which MXNet would hang.
impl Streams {
    /// Writes draws that are made one by one.
    fn each<T: Output>(&mut self, parameters: usize, out: &mut [T], draw: &mut dyn FnMut(&mut Mt19937, usize) -> f64) {
        self.split(parameters, out, |engine, i, run| run.fill_with(|| T::from_double(draw(engine, i))));
    }

    /// Uniform in `[low[i], high[i]]`.
    pub fn sample_uniform<P: Param, T: Output>(
        &mut self,
        low: &[P],
        high: &[P],
        out: &mut [T],
    ) -> Result<(), RandomError> {
        check_lengths(low, &[("high", high)], out.len())?;
        self.split(low.len(), out, |engine, i, run| {
            T::uniform_run(engine, low[i], high[i], run);
        });
        Ok(())
    }

    /// Normal with mean `loc[i]` and standard deviation `scale[i]`.
    pub fn sample_normal<P: Param, T: Output>(
        &mut self,
        loc: &[P],
        scale: &[P],
        out: &mut [T],
    ) -> Result<(), RandomError> {
        check_lengths(loc, &[("scale", scale)], out.len())?;
        self.split(loc.len(), out, |engine, i, run| {
            T::normal_run(engine, loc[i], scale[i], run);
        });
        Ok(())
    }

    /// Exponential with rate `lam[i]`.
    pub fn sample_exponential<P: Param, T: Output>(&mut self, lam: &[P], out: &mut [T]) -> Result<(), RandomError> {
        check_lengths(lam, &[], out.len())?;
        self.split(lam.len(), out, |engine, i, run| {
            let lam = lam[i];
            T::Draw::uniforms(engine, run, |u| T::from_double(lam.divide(-log(1.0 - u.to_f64()))));
        });
        Ok(())
    }

    /// Gamma with shape `alpha[i]` and scale `beta[i]`.
    pub fn sample_gamma<P: Param, T: Output>(
        &mut self,
        alpha: &[P],
        beta: &[P],
        out: &mut [T],
    ) -> Result<(), RandomError> {
        check_lengths(alpha, &[("beta", beta)], out.len())?;
        alpha.iter().try_for_each(|&alpha| check_gamma_ends::<T::Gamma, P>("alpha", alpha))?;
        self.each(alpha.len(), out, &mut |engine, i| gamma::<T::Gamma, P>(engine, alpha[i], beta[i]));
        Ok(())
    }

    /// Poisson with mean `lam[i]`.
    pub fn sample_poisson<P: Param, T: Output>(&mut self, lam: &[P], out: &mut [T]) -> Result<(), RandomError> {
        check_lengths(lam, &[], out.len())?;
        self.each(lam.len(), out, &mut |engine, i| poisson(engine, lam[i].to_f32()).into());
        Ok(())
    }

    /// Negative binomial: failures before `k[i]` successes of probability `p[i]`.
    pub fn sample_negative_binomial<P: Param, T: Output>(
        &mut self,
        k: &[P],
        p: &[P],
        out: &mut [T],
    ) -> Result<(), RandomError> {
        check_lengths(k, &[("p", p)], out.len())?;
        k.iter().try_for_each(|&k| check_gamma_ends::<f32, f32>("k", k.to_f32()))?;
        self.each(k.len(), out, &mut |engine, i| negative_binomial(engine, k[i].to_f32(), p[i].to_f32()).into());
        Ok(())
    }

    /// Negative binomial with mean `mu[i]` and dispersion `alpha[i]`.
    pub fn sample_generalized_negative_binomial<P: Param, T: Output>(
        &mut self,
        mu: &[P],
        alpha: &[P],
        out: &mut [T],
    ) -> Result<(), RandomError> {
        check_lengths(mu, &[("alpha", alpha)], out.len())?;
        let poisson_mixtures = alpha.iter().filter(|alpha| alpha.to_f64() != 0.0);
        poisson_mixtures.into_iter().try_for_each(|&alpha| {
            check_gamma_ends::<f32, P>("alpha", alpha.reciprocal()).map_err(|_| RandomError::Parameter {
                name: "alpha",
                requirement: "zero or a number with a finite reciprocal above -2/3",
                value: alpha.to_f64(),
            })
        })?;
        self.each(mu.len(), out, &mut |engine, i| generalized_negative_binomial(engine, mu[i], alpha[i]).into());
        Ok(())
    }
}

/// An integer type that `randint` can write.
pub trait Integer: Copy {
    /// The lowest bits of `value`.
    fn wrap(value: i64) -> Self;
}

impl Integer for i32 {
    fn wrap(value: i64) -> Self {
        value as i32
    }
}

impl Integer for i64 {
    fn wrap(value: i64) -> Self {
        value
    }
}
