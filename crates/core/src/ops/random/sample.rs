//! Draws with tensors as parameters: each element is a parameter of its own.

use super::{draw, float_type, for_real, more};
use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::Tuple;
use crate::dtype::DType;
use crate::error::Result;
use crate::op::{Compute, Differentiable, Inputs, Keeps, Op, OpDef, Run, expect_shape, input, same_dtype};
use crate::random::Real;
use std::rc::Rc;

attrs! {
    /// Shape and type of draws.
    pub struct SampleAttrs {
        /// The shape of the draws for each parameter; one draw when empty.
        shape: Tuple = Tuple(Vec::new()),
        /// The element type of the result: a float type, float32 when None.
        dtype: Option<DType> = None,
    }
}

/// Shapes and types that all of these operators share: the parameters' shape, then that of the draws.
fn infer(op: &'static OpDef, attrs: &SampleAttrs, inputs: &[Spec]) -> Result<Vec<Spec>> {
    same_dtype(op, inputs)?;
    for (i, spec) in inputs.iter().enumerate().skip(1) {
        expect_shape(op, i, spec, &inputs[0].shape, &format_args!("{} has this shape", op.input_name(0)))?;
    }
    Ok(vec![Spec::new(more(op.name, &inputs[0].shape, &attrs.shape)?, float_type(op.name, attrs.dtype)?)])
}

/// The parameters in their own type, in which their arithmetic is; integers count as float32.
fn reals(x: &Array) -> Result<Vec<Real>> {
    let x = if x.dtype().is_float() { x.clone() } else { x.cast(DType::Float32)? };
    Ok(for_real!(x.dtype(), P => x.read::<P>().iter().map(|&x| x.into()).collect()))
}

macro_rules! samplers {
    ($( $(#[doc = $doc:literal])+ $draw:ident: $Name:ident = $ID:ident $name:literal [$($alias:literal),*],
        ($($place:literal $input:ident $idoc:literal),+); )*) => {
        $(
            struct $Name(SampleAttrs);

            $(#[doc = $doc])+
            pub static $ID: OpDef = OpDef {
                aliases: &[$($alias),*],
                differentiable: Differentiable::Zero,
                ..OpDef::new($name, concat!($($doc, "\n"),+), Inputs::Fixed(&[$(input(stringify!($input), $idoc)),+]),
                    SampleAttrs::SCHEMA, |given| Ok(Rc::new($Name(SampleAttrs::read(given)))))
            };

            impl Op for $Name {
                fn def(&self) -> &'static OpDef {
                    &$ID
                }
                fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
                    infer(&$ID, &self.0, inputs)
                }
                fn compute(&self, _: &[Array]) -> Compute {
                    Compute::Any
                }
                fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
                    let x: Vec<Vec<Real>> = x.iter().map(reals).collect::<Result<_>>()?;
                    for_real!(y[0].dtype(), T => draw($name, |streams| {
                        streams.$draw($(&x[$place],)+ &mut y[0].write::<T>())
                    }))
                }
                fn keeps(&self) -> Keeps {
                    Keeps::NONE
                }
            }
        )*
        /// All operators of this file.
        pub static DEFS: &[&OpDef] = &[$(&$ID),*];
    };
}

samplers! {
    /// Uniform draws for each pair of bounds.
    sample_uniform: Uniform = UNIFORM "_sample_uniform" ["sample_uniform"],
        (0 low "The lower bounds.", 1 high "The upper bounds.");
    /// Normal draws for each mean and standard deviation.
    sample_normal: Normal = NORMAL "_sample_normal" ["sample_normal"],
        (0 mu "The means.", 1 sigma "The standard deviations.");
    /// Gamma draws for each shape and scale.
    sample_gamma: Gamma = GAMMA "_sample_gamma" ["sample_gamma"],
        (0 alpha "The distributions' shapes.", 1 beta "The distributions' scales.");
    /// Exponential draws for each rate.
    sample_exponential: Exponential = EXPONENTIAL "_sample_exponential" ["sample_exponential"],
        (0 lam "The rates, the reciprocals of the means.");
    /// Poisson draws for each mean, as floats.
    sample_poisson: Poisson = POISSON "_sample_poisson" ["sample_poisson"],
        (0 lam "The means.");
    /// Negative binomial draws for each number of successes and probability, as floats.
    sample_negative_binomial: NegativeBinomial =
        NEGATIVE_BINOMIAL "_sample_negative_binomial" ["sample_negative_binomial"],
        (0 k "The numbers of successes.", 1 p "The probabilities of a success.");
    /// Generalized negative binomial draws for each mean and dispersion, as floats.
    sample_generalized_negative_binomial: GeneralizedNegativeBinomial =
        GENERALIZED_NEGATIVE_BINOMIAL "_sample_generalized_negative_binomial" ["sample_generalized_negative_binomial"],
        (0 mu "The means.", 1 alpha "The dispersions.");
}
