//! Norms and moments.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::Tuple;
use crate::autograd::Grad;
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::for_float;
use crate::op::{Compute, DATA, Gradients, Keeps, Op, OpDef, Run};
use crate::ops::functional as f;
use crate::ops::reduce::{axes_of, reduce, reduced_shape};
use crate::ops::unary;
use crate::shape::Shape;
use kernels::reduce::Reduce;
use kernels::unary::Unary;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&NORM, &MOMENTS];

/// The places of these axes; all when there are none.
fn places(op: &'static str, attr: &str, axes: &Option<Tuple>, shape: &Shape) -> Result<Vec<usize>> {
    match axes {
        Some(axes) if !axes.0.is_empty() => axes_of(op, attr, &axes.0, shape),
        _ => Ok((0..shape.len()).collect()),
    }
}

attrs! {
    /// Which norm.
    pub struct Norm {
        /// 1 for the sum of absolute values, 2 for the Euclidean norm.
        ord: i64 = 2,
        /// The axes to reduce; negative ones count from the end. None or an empty list reduces all of them.
        axis: Option<Tuple> = None,
        /// The element type of the result; the data's when None.
        out_dtype: Option<DType> = None,
        /// Whether reduced axes stay, with size 1.
        keepdims: bool = false,
    }
}

/// `nd.norm`
pub static NORM: OpDef = OpDef {
    aliases: &["_sparse_norm"],
    ..OpDef::new(
        "norm",
        "The norm of the elements over axes. The gradient of the Euclidean norm of zeros is NaN.",
        DATA,
        Norm::SCHEMA,
        |given| {
            let op = Norm::read(given);
            match op.ord {
                1 | 2 => Ok(Rc::new(op)),
                ord => Err(Error::attr("norm", "ord", ord, "1 or 2")),
            }
        },
    )
};

impl Norm {
    fn places(&self, shape: &Shape) -> Result<Vec<usize>> {
        places("norm", "axis", &self.axis, shape)
    }
}

/// √Σx². Where squares leave the range of the type, float32 is computed in float64.
fn euclidean(x: &Array, axes: &[usize], y: &Array) -> Result<()> {
    reduce(Reduce::SumSquares, x, axes, y)?;
    if x.dtype() == DType::Float32 {
        let safe = |s: &f32| (1e-30..f32::INFINITY).contains(s) || *s == 0.0 || s.is_nan();
        let zeros = y.read::<f32>().contains(&0.0) && x.read::<f32>().iter().any(|&v| v != 0.0);
        if zeros || !y.read::<f32>().iter().all(safe) {
            let wide = Array::empty(Spec::new(y.shape().clone(), DType::Float64))?;
            euclidean(&x.cast(DType::Float64)?, axes, &wide)?;
            y.assign(wide.cast(DType::Float32)?);
            return Ok(());
        }
    }
    let squares = y.copied()?;
    for_float!(y.dtype(), T => kernels::unary::apply::<T>(Unary::Sqrt, &squares.read(), &mut y.write()));
    Ok(())
}

impl Op for Norm {
    fn def(&self) -> &'static OpDef {
        &NORM
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let axes = self.places(&inputs[0].shape)?;
        let dtype = self.out_dtype.unwrap_or(inputs[0].dtype);
        Ok(vec![Spec::new(reduced_shape(&inputs[0].shape, &axes, self.keepdims), dtype)])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Float
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let axes = self.places(x[0].shape())?;
        if self.ord == 1 { reduce(Reduce::SumAbs, &x[0], &axes, &y[0]) } else { euclidean(&x[0], &axes, &y[0]) }
    }
    fn keeps(&self) -> Keeps {
        if self.ord == 1 { Keeps::INPUTS } else { Keeps::BOTH }
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let (x, spec) = (grad.input(0), grad.input_spec(0));
        let kept = reduced_shape(&spec.shape, &self.places(&spec.shape)?, true);
        let g = f::cast(&f::reshape(&grad.head(0)?, &kept)?, spec.dtype)?;
        Ok(vec![Some(if self.ord == 1 {
            f::mul(&f::apply(&unary::SIGN, &x)?, &g)?
        } else {
            let y = f::cast(&f::reshape(&grad.output(0), &kept)?, spec.dtype)?;
            f::mul(&f::div(&x, &y)?, &g)?
        })])
    }
}

attrs! {
    /// Over which axes.
    pub struct Moments {
        /// The axes to reduce; negative ones count from the end. None or an empty list reduces all of them.
        axes: Option<Tuple> = None,
        /// Whether reduced axes stay, with size 1.
        keepdims: bool = false,
    }
}

/// `nd.moments`
pub static MOMENTS: OpDef = OpDef {
    outputs: &["mean", "var"],
    ..OpDef::new("moments", "The mean and the (biased) variance over axes.", DATA, Moments::SCHEMA, |given| {
        Ok(Rc::new(Moments::read(given)))
    })
};

impl Moments {
    /// The axes, and how many elements make one result.
    fn plan(&self, shape: &Shape) -> Result<(Vec<usize>, usize)> {
        let axes = places("moments", "axes", &self.axes, shape)?;
        let count = axes.iter().map(|&a| shape[a]).product();
        if count == 0 {
            return Err(Error::shape("moments", "data", shape, "elements to average"));
        }
        Ok((axes, count))
    }
}

impl Op for Moments {
    fn def(&self) -> &'static OpDef {
        &MOMENTS
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let (axes, _) = self.plan(&inputs[0].shape)?;
        let spec = Spec::new(reduced_shape(&inputs[0].shape, &axes, self.keepdims), inputs[0].dtype);
        Ok(vec![spec.clone(), spec])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (axes, count) = self.plan(x[0].shape())?;
        let kept = reduced_shape(x[0].shape(), &axes, true);
        let (mean, var) = (y[0].reshaped(kept.clone()), y[1].reshaped(kept.clone()));
        let strides = kept.broadcast_strides(x[0].shape());
        let own = x[0].shape().strides();
        let centred = Array::empty(x[0].spec().clone())?;
        for_float!(x[0].dtype(), T => {
            let divide = |y: &Array| y.write::<T>().iter_mut().for_each(|v| *v /= count as T);
            reduce(Reduce::Sum, &x[0], &axes, &mean)?;
            divide(&mean);
            kernels::binary::broadcast::<T>(
                kernels::binary::Binary::Sub,
                &x[0].read(),
                &own,
                &mean.read(),
                &strides,
                x[0].shape(),
                &mut centred.write(),
            );
            reduce(Reduce::SumSquares, &centred, &axes, &var)?;
            divide(&var);
        });
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps { inputs: 0b1, outputs: 0b1 }
    }
    /// `g₀/n + 2·g₁·(x - mean)/n`
    fn gradient(&self, grad: &Grad) -> Gradients {
        let shape = &grad.input_spec(0).shape;
        let (axes, count) = self.plan(shape)?;
        let kept = reduced_shape(shape, &axes, true);
        let mut sum = None;
        if grad.has_head(0) {
            let g = f::scale(&f::reshape(&grad.head(0)?, &kept)?, 1.0 / count as f64)?;
            sum = Some(f::broadcast_to(&g, shape)?);
        }
        if grad.has_head(1) {
            let g = f::scale(&f::reshape(&grad.head(1)?, &kept)?, 2.0 / count as f64)?;
            let centred = f::sub(&grad.input(0), &f::reshape(&grad.output(0), &kept)?)?;
            let part = f::mul(&centred, &g)?;
            sum = Some(match sum {
                Some(sum) => f::add(&sum, &part)?,
                None => part,
            });
        }
        Ok(vec![sum])
    }
}
