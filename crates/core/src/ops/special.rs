//! Functions that come in orders: polygamma, which the gradients of gamma and gammaln need at every order.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::Grad;
use crate::error::Result;
use crate::for_float;
use crate::ndarray::NDArray;
use crate::op::{DATA, Gradients, Keeps, Op, OpDef, Run};
use crate::ops::functional as f;
use kernels::simd::Float;
use kernels::unary::Unary;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&POLYGAMMA];

attrs! {
    /// Which derivative.
    pub struct Polygamma {
        /// The order: 0 is digamma, 1 trigamma, …
        n: usize = 0,
    }
}

/// The derivatives of ln Γ.
pub static POLYGAMMA: OpDef = OpDef {
    internal: true,
    ..OpDef::new(
        "_polygamma",
        "The derivative of order n + 1 of the logarithm of the gamma function.",
        DATA,
        Polygamma::SCHEMA,
        |given| Ok(Rc::new(Polygamma::read(given))),
    )
};

impl Op for Polygamma {
    fn def(&self) -> &'static OpDef {
        &POLYGAMMA
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![inputs[0].clone()])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        for_float!(x[0].dtype(), T => match self.n {
            0 => kernels::unary::apply::<T>(Unary::Digamma, &x[0].read(), &mut y[0].write()),
            n => {
                let (x, mut y) = (x[0].read::<T>(), y[0].write::<T>());
                y.iter_mut().zip(x.iter()).for_each(|(y, &x)| *y = Float::from_f64(value(n, x.to_f64())));
            }
        });
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        Ok(vec![Some(f::mul(&grad.head(0)?, &polygamma(self.n + 1, &grad.input(0))?)?)])
    }
}

/// ψ⁽ⁿ⁾(x)
pub fn polygamma(n: usize, x: &NDArray) -> Result<NDArray> {
    crate::invoke::invoke1(Polygamma { n }, std::slice::from_ref(x))
}

/// ψ⁽ⁿ⁾(x) for n ≥ 1: the recurrence lifts x to where the asymptotic series holds (Abramowitz and Stegun 6.4.6, 6.4.11).
fn value(n: usize, x: f64) -> f64 {
    /// Bernoulli numbers B₂, B₄, …
    const BERNOULLI: [f64; 8] =
        [1.0 / 6.0, -1.0 / 30.0, 1.0 / 42.0, -1.0 / 30.0, 5.0 / 66.0, -691.0 / 2730.0, 7.0 / 6.0, -3617.0 / 510.0];
    let order = n as f64;
    let factorial = libm::tgamma(order + 1.0);
    let sign = if n % 2 == 1 { 1.0 } else { -1.0 };
    let (mut x, mut sum) = (x, 0.0);
    let high = 20.0 + order;
    if x.is_nan() || x < -1e5 {
        return f64::NAN;
    }
    while x < high {
        sum += factorial / libm::pow(x, order + 1.0);
        x += 1.0;
    }
    // (n-1)!/xⁿ + n!/(2xⁿ⁺¹) + Σ B₂ₖ (2k+n-1)!/((2k)! x²ᵏ⁺ⁿ)
    sum += factorial / order / libm::pow(x, order) + factorial / 2.0 / libm::pow(x, order + 1.0);
    for (i, b) in BERNOULLI.iter().enumerate() {
        let k2 = 2.0 * (i as f64 + 1.0);
        sum += b * libm::tgamma(k2 + order) / libm::tgamma(k2 + 1.0) / libm::pow(x, k2 + order);
    }
    sign * sum
}

#[cfg(test)]
mod tests {
    #[test]
    fn known_values() {
        let pi2 = std::f64::consts::PI * std::f64::consts::PI;
        assert!((super::value(1, 1.0) - pi2 / 6.0).abs() < 1e-14);
        assert!((super::value(1, 0.5) - pi2 / 2.0).abs() < 1e-13);
        assert!((super::value(2, 1.0) + 2.0 * 1.202_056_903_159_594_3).abs() < 1e-13);
    }
}
