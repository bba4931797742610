//! Probability densities of samples: compositions of the logarithms of densities.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::invoke::invoke1;
use crate::ndarray::NDArray;
use crate::op::{Compute, Inputs, Keeps, Op, OpDef, Run, expect_shape, input, same_dtype};
use crate::ops::functional as f;
use crate::ops::nn::losses::block_grad;
use crate::ops::unary;
use crate::shape::Shape;
use std::rc::Rc;

attrs! {
    /// Which form.
    pub struct IsLog {
        /// Whether the logarithm of the density is computed.
        is_log: bool = false,
    }
}

/// One distribution.
struct Row {
    def: OpDef,
    /// Whether the density has a gradient with respect to the sample. MXNet gives none for counts, and for uniform samples.
    smooth: bool,
    /// Whether a sample is a vector, as the parameter is.
    vectors: bool,
    /// The logarithm of the density from the sample and parameters that broadcast to its shape.
    log_density: fn(&[NDArray]) -> Result<NDArray>,
}

struct Density(&'static Row, bool);

macro_rules! densities {
    ($( $(#[doc = $doc:literal])+ $ID:ident = $name:literal [$alias:literal]
        ($($param:literal $pdoc:literal),*) $smooth:literal $vectors:literal |$x:ident| $rule:expr; )*) => {
        $(
            $(#[doc = $doc])+
            static $ID: Row = Row {
                def: OpDef {
                    aliases: &[$alias],
                    ..OpDef::new($name, concat!($($doc, "\n"),+),
                        Inputs::Fixed(&[
                            input("sample", "The samples: their shape begins with that of the parameters."),
                            $(input($param, $pdoc)),*
                        ]),
                        IsLog::SCHEMA, |given| Ok(Rc::new(Density(&$ID, IsLog::read(given).is_log))))
                },
                smooth: $smooth,
                vectors: $vectors,
                log_density: |$x| $rule,
            };
        )*
        /// All operators of this file.
        pub static DEFS: &[&OpDef] = &[$(&$ID.def),*];
    };
}

fn log(x: &NDArray) -> Result<NDArray> {
    f::apply(&unary::LOG, x)
}

fn gammaln(x: &NDArray) -> Result<NDArray> {
    f::apply(&unary::GAMMALN, x)
}

/// The negative binomial distribution: x failures before l successes of probability p.
fn failures(x: &NDArray, l: &NDArray, p: &NDArray) -> Result<NDArray> {
    let ways = f::sub(&gammaln(&f::add(x, l)?)?, &f::add(&gammaln(&f::shift(x, 1.0)?)?, &gammaln(l)?)?)?;
    f::add(&ways, &f::add(&f::mul(l, &log(p)?)?, &f::mul(x, &log(&f::one_minus(p)?)?)?)?)
}

densities! {
    /// The density of uniform samples between low and high; whether they lie there is not checked.
    UNIFORM = "_random_pdf_uniform" ["random_pdf_uniform"]
        ("low" "The lower bounds.", "high" "The upper bounds.") false false
        |x| f::broadcast_to(&f::neg(&log(&f::sub(&x[2], &x[1])?)?)?, x[0].shape());
    /// The density of normal samples.
    NORMAL = "_random_pdf_normal" ["random_pdf_normal"]
        ("mu" "The means.", "sigma" "The standard deviations.") true false
        |x| {
            let z = f::div(&f::sub(&x[0], &x[1])?, &x[2])?;
            let least = f::shift(&log(&x[2])?, 0.5 * libm::log(std::f64::consts::TAU))?;
            f::neg(&f::add(&f::scale(&f::apply(&unary::SQUARE, &z)?, 0.5)?, &least)?)
        };
    /// The density of gamma samples. Unlike for draws, beta is the rate.
    GAMMA = "_random_pdf_gamma" ["random_pdf_gamma"]
        ("alpha" "The distributions' shapes.", "beta" "Their rates.") true false
        |x| {
            let rising = f::add(&f::mul(&x[1], &log(&x[2])?)?, &f::mul(&f::shift(&x[1], -1.0)?, &log(&x[0])?)?)?;
            f::sub(&rising, &f::add(&f::mul(&x[2], &x[0])?, &gammaln(&x[1])?)?)
        };
    /// The density of exponential samples.
    EXPONENTIAL = "_random_pdf_exponential" ["random_pdf_exponential"] ("lam" "The rates.") true false
        |x| f::sub(&log(&x[1])?, &f::mul(&x[1], &x[0])?);
    /// The probability of Poisson samples.
    POISSON = "_random_pdf_poisson" ["random_pdf_poisson"] ("lam" "The means.") false false
        |x| {
            let rising = f::sub(&f::mul(&x[0], &log(&x[1])?)?, &gammaln(&f::shift(&x[0], 1.0)?)?)?;
            f::sub(&rising, &x[1])
        };
    /// The probability of negative binomial samples: failures before k successes.
    NEGATIVE_BINOMIAL = "_random_pdf_negative_binomial" ["random_pdf_negative_binomial"]
        ("k" "The numbers of successes.", "p" "The probabilities of a success.") false false
        |x| failures(&x[0], &x[1], &x[2]);
    /// The probability of generalized negative binomial samples (mean and dispersion).
    GENERALIZED_NEGATIVE_BINOMIAL = "_random_pdf_generalized_negative_binomial"
        ["random_pdf_generalized_negative_binomial"] ("mu" "The means.", "alpha" "The dispersions.") false false
        |x| {
            let p = f::apply(&unary::RECIPROCAL, &f::shift(&f::mul(&x[1], &x[2])?, 1.0)?)?;
            failures(&x[0], &f::apply(&unary::RECIPROCAL, &x[2])?, &p)
        };
    /// The density of Dirichlet samples, vectors in the last axis.
    DIRICHLET = "_random_pdf_dirichlet" ["random_pdf_dirichlet"]
        ("alpha" "The concentrations, vectors in the last axis.") true true
        |x| {
            let last = &[x[0].shape().len() - 1];
            let powers = f::sum(&f::mul(&f::shift(&x[1], -1.0)?, &log(&x[0])?)?, last, false)?;
            let scale = gammaln(&f::sum(&x[1], last, false)?)?;
            f::add(&powers, &f::sub(&scale, &f::sum(&gammaln(&x[1])?, last, false)?)?)
        };
}

impl Density {
    /// A parameter, so that it broadcasts to the shape of the samples.
    fn spread(&self, x: &NDArray, sample: &Shape) -> Result<NDArray> {
        let own = x.shape().len() - usize::from(self.0.vectors);
        let more = std::iter::repeat_n(1, sample.len() - x.shape().len());
        let (lead, rest) = x.shape().split_at(own);
        f::reshape(x, &lead.iter().copied().chain(more).chain(rest.iter().copied()).collect())
    }
    fn parts(&self, x: &[NDArray]) -> Result<NDArray> {
        // The logarithms cancel: in double precision little is lost.
        let wide = |x: &NDArray| invoke1(crate::ops::create::Cast { dtype: DType::Float64 }, std::slice::from_ref(x));
        let sample = wide(&x[0])?;
        let mut all = vec![if self.0.smooth { sample } else { block_grad(&sample)? }];
        for x in &x[1..] {
            let parameter = self.spread(&wide(x)?, all[0].shape())?;
            all.push(parameter);
        }
        let density = (self.0.log_density)(&all)?;
        let density = if self.1 { density } else { f::apply(&unary::EXP, &density)? };
        f::cast(&density, x[0].dtype())
    }
}

impl Op for Density {
    fn def(&self) -> &'static OpDef {
        &self.0.def
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let def = &self.0.def;
        let dtype = same_dtype(def, inputs)?;
        if !dtype.is_float() {
            return Err(Error::dtype(def.name, "sample", dtype, "a floating point type"));
        }
        let (sample, parameters) = (&inputs[0].shape, &inputs[1].shape);
        for (i, other) in inputs.iter().enumerate().skip(2) {
            expect_shape(def, i, other, parameters, &"the other parameter has this shape")?;
        }
        let tail = usize::from(self.0.vectors);
        let lead = parameters.len().saturating_sub(tail);
        let fits = sample.len() >= parameters.len()
            && parameters.len() >= tail
            && sample[..lead] == parameters[..lead]
            && sample[sample.len() - tail..] == parameters[lead..];
        if !fits || sample.is_empty() {
            let expected = format!("one that the parameters' shape {parameters} fits");
            return Err(Error::shape(def.name, "sample", sample, expected));
        }
        let mut shape: Shape = sample[..sample.len() - tail].iter().copied().collect();
        if shape.is_empty() {
            shape.push(1);
        }
        Ok(vec![Spec::new(shape, dtype)])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        crate::autograd::composed_forward(x, y, &|x| Ok(vec![self.parts(x)?]))
    }
    fn expand(&self, x: &[NDArray]) -> Result<Option<Vec<NDArray>>> {
        Ok(Some(vec![self.parts(x)?]))
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
}
