//! Draws with numbers as parameters: for each distribution an operator with a shape, and one with the shape of a tensor.

use super::{draw, float_type, for_real, result_shape};
use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::Tuple;
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::op::{Compute, DATA, Differentiable, Inputs, Keeps, Op, OpDef, Run};
use crate::ops::movement::moves;
use std::rc::Rc;

macro_rules! distributions {
    ($( $(#[doc = $doc:literal])+ $draw:ident: $Name:ident = $ID:ident $name:literal [$($alias:literal),*],
        $Like:ident = $LIKE:ident $like:literal,
        { $( $(#[doc = $fdoc:literal])+ $field:ident: $ty:ty = $default:expr ),* } )*) => {
        $(
            attrs! {
                /// Parameters, shape and type of draws.
                pub struct $Name {
                    $( $(#[doc = $fdoc])+ $field: $ty = $default, )*
                    /// The shape of the result; (1,) when None.
                    shape: Option<Tuple> = None,
                    /// Accepted for MXNet's sake; there is one device.
                    ctx: String = String::new(),
                    /// The element type of the result: a float type, float32 when None.
                    dtype: Option<DType> = None,
                }
            }

            $(#[doc = $doc])+
            pub static $ID: OpDef = OpDef {
                aliases: &[$($alias),*],
                differentiable: Differentiable::Zero,
                ..OpDef::new($name, concat!($($doc, "\n"),+), Inputs::Fixed(&[]), $Name::SCHEMA,
                    |given| Ok(Rc::new($Name::read(given))))
            };

            impl Op for $Name {
                moves!($ID);
                fn infer(&self, _: &[Spec]) -> Result<Vec<Spec>> {
                    Ok(vec![Spec::new(result_shape($name, &self.shape)?, float_type($name, self.dtype)?)])
                }
                fn forward(&self, _: &Run, _: &[Array], y: &[Array]) -> Result<()> {
                    for_real!(y[0].dtype(), T => {
                        draw($name, |streams| streams.$draw($(self.$field,)* &mut y[0].write::<T>()))
                    })
                }
                fn keeps(&self) -> Keeps {
                    Keeps::NONE
                }
            }

            attrs! {
                /// Parameters of draws.
                pub struct $Like {
                    $( $(#[doc = $fdoc])+ $field: $ty = $default, )*
                }
            }

            $(#[doc = $doc])+
            pub static $LIKE: OpDef = OpDef {
                differentiable: Differentiable::Zero,
                ..OpDef::new($like, concat!($($doc, "\n",)+ " Shape and dtype are those of the tensor."), DATA,
                    $Like::SCHEMA, |given| Ok(Rc::new($Like::read(given))))
            };

            impl Op for $Like {
                moves!($LIKE);
                fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
                    match inputs[0].dtype.is_float() {
                        true => Ok(vec![inputs[0].clone()]),
                        false => Err(Error::dtype($like, "data", inputs[0].dtype, "a float type")),
                    }
                }
                fn forward(&self, _: &Run, _: &[Array], y: &[Array]) -> Result<()> {
                    for_real!(y[0].dtype(), T => {
                        draw($like, |streams| streams.$draw($(self.$field,)* &mut y[0].write::<T>()))
                    })
                }
                fn keeps(&self) -> Keeps {
                    Keeps::NONE
                }
            }
        )*
        /// All operators of this file.
        pub static DEFS: &[&OpDef] = &[$(&$ID, &$LIKE,)* &RANDINT];
    };
}

distributions! {
    /// Uniform draws from low to high.
    uniform: Uniform = UNIFORM "_random_uniform" ["random_uniform", "uniform"],
        UniformLike = UNIFORM_LIKE "_random_uniform_like",
        {
            /// The lower bound.
            low: f32 = 0.0,
            /// The upper bound; it can come out itself.
            high: f32 = 1.0
        }
    /// Normal (Gaussian) draws.
    normal: Normal = NORMAL "_random_normal" ["normal", "random_normal"],
        NormalLike = NORMAL_LIKE "_random_normal_like",
        {
            /// The mean.
            loc: f32 = 0.0,
            /// The standard deviation, positive.
            scale: f32 = 1.0
        }
    /// Exponential draws.
    exponential: Exponential = EXPONENTIAL "_random_exponential" ["random_exponential"],
        ExponentialLike = EXPONENTIAL_LIKE "_random_exponential_like",
        {
            /// The rate (the reciprocal of the mean), positive.
            lam: f32 = 1.0
        }
    /// Draws from a gamma distribution.
    gamma: Gamma = GAMMA "_random_gamma" ["random_gamma"],
        GammaLike = GAMMA_LIKE "_random_gamma_like",
        {
            /// The distribution's shape, positive.
            alpha: f32 = 1.0,
            /// The distribution's scale, positive.
            beta: f32 = 1.0
        }
    /// Draws from a Poisson distribution, as floats.
    poisson: Poisson = POISSON "_random_poisson" ["random_poisson"],
        PoissonLike = POISSON_LIKE "_random_poisson_like",
        {
            /// The mean, not negative.
            lam: f32 = 1.0
        }
    /// Draws from a negative binomial distribution: failures before k successes, as floats.
    negative_binomial: NegativeBinomial = NEGATIVE_BINOMIAL "_random_negative_binomial" ["random_negative_binomial"],
        NegativeBinomialLike = NEGATIVE_BINOMIAL_LIKE "_random_negative_binomial_like",
        {
            /// The number of successes.
            k: i32 = 1,
            /// The probability of a success.
            p: f32 = 1.0
        }
    /// Draws from a generalized negative binomial distribution (mean and dispersion), as floats.
    generalized_negative_binomial: GeneralizedNegativeBinomial =
        GENERALIZED_NEGATIVE_BINOMIAL "_random_generalized_negative_binomial" ["random_generalized_negative_binomial"],
        GeneralizedNegativeBinomialLike =
        GENERALIZED_NEGATIVE_BINOMIAL_LIKE "_random_generalized_negative_binomial_like",
        {
            /// The mean, not negative.
            mu: f32 = 1.0,
            /// The dispersion, not negative; 0 gives a Poisson distribution.
            alpha: f32 = 1.0
        }
}

attrs! {
    /// Range, shape and type of draws.
    pub struct Randint {
        /// The smallest integer.
        low: i64,
        /// The end of the range, not included.
        high: i64,
        /// The shape of the result; (1,) when None.
        shape: Option<Tuple> = None,
        /// Accepted for MXNet's sake; there is one device.
        ctx: String = String::new(),
        /// The element type of the result: int32 or int64, int32 when None.
        dtype: Option<DType> = None,
    }
}

/// Integers of a range.
pub static RANDINT: OpDef = OpDef {
    aliases: &["_npi_random_randint", "random_randint"],
    differentiable: Differentiable::Zero,
    ..OpDef::new(
        "_random_randint",
        "Uniform draws of integers from low to high - 1.",
        Inputs::Fixed(&[]),
        Randint::SCHEMA,
        |given| Ok(Rc::new(Randint::read(given))),
    )
};

impl Op for Randint {
    fn def(&self) -> &'static OpDef {
        &RANDINT
    }
    fn infer(&self, _: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = match self.dtype {
            None => DType::Int32,
            Some(dtype @ (DType::Int32 | DType::Int64)) => dtype,
            Some(dtype) => return Err(Error::attr("_random_randint", "dtype", dtype, "int32, int64 or None")),
        };
        Ok(vec![Spec::new(result_shape("_random_randint", &self.shape)?, dtype)])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, _: &[Array], y: &[Array]) -> Result<()> {
        draw("_random_randint", |streams| match y[0].dtype() {
            DType::Int64 => streams.randint(self.low, self.high, &mut y[0].write::<i64>()),
            _ => streams.randint(self.low, self.high, &mut y[0].write::<i32>()),
        })
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
}
