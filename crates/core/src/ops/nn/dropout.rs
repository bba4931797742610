//! Dropout.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::Tuple;
use crate::autograd::{Grad, state};
use crate::choice;
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::for_float;
use crate::ndarray::NDArray;
use crate::op::{Compute, DATA, Gradients, Keeps, Op, OpDef, Run};
use crate::ops::functional as f;
use crate::ops::reduce::axes_of;
use crate::random::{MaskShape, keep_probability, with_streams};
use crate::shape::Shape;
use crate::text::shown32;
use kernels::binary::Binary;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&DROPOUT];

choice! {
    /// When elements are dropped.
    pub enum Mode {
        /// While the training flag is set.
        Training = "training",
        /// Always.
        Always = "always",
    }
}

attrs! {
    /// How much is dropped, and when.
    pub struct Dropout {
        /// The probability of dropping an element.
        p: f32 = 0.5,
        /// When elements are dropped.
        mode: Mode = Mode::Training,
        /// The axes along which elements share their fate.
        axes: Tuple = Tuple::default(),
        /// Accepted for MXNet's sake.
        cudnn_off: bool = false,
    }
}

/// `nd.Dropout`
pub static DROPOUT: OpDef = OpDef {
    aliases: &["_npx_dropout"],
    ..OpDef::new(
        "Dropout",
        "Sets elements to 0 at random and scales the others by 1/(1-p) while training; else the identity.",
        DATA,
        Dropout::SCHEMA,
        |given| Ok(Rc::new(Dropout::read(given))),
    )
};

/// Dropout of half of the elements while training.
pub const TRAINING: Dropout = Dropout { p: 0.5, mode: Mode::Training, axes: Tuple(Vec::new()), cudnn_off: false };

impl Dropout {
    /// The probability of keeping an element, if this call drops any.
    fn keep(&self) -> Result<Option<f32>> {
        let keep = keep_probability(self.p)
            .map_err(|_| Error::attr("Dropout", "p", shown32(self.p), "a probability (0 to 1)"))?;
        Ok(keep.filter(|_| state::is_training() || self.mode == Mode::Always))
    }
}

impl Op for Dropout {
    fn def(&self) -> &'static OpDef {
        &DROPOUT
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let data = &inputs[0];
        if !data.dtype.is_float() {
            return Err(Error::dtype("Dropout", "data", data.dtype, "a floating point type"));
        }
        // An empty mask tells the gradient that nothing was dropped.
        let mut mask = Shape::from([0]);
        if self.keep()?.is_some() {
            mask = data.shape.clone();
            for axis in axes_of("Dropout", "axes", &self.axes.0, &data.shape)? {
                mask[axis] = 1;
            }
        }
        Ok(vec![data.clone(), Spec::new(mask, data.dtype)])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (x, y, mask) = (&x[0], &y[0], &y[1]);
        let Some(keep) = self.keep()? else {
            y.bytes_mut().copy_from_slice(&x.bytes());
            return Ok(());
        };
        let shape = if self.axes.0.is_empty() { MaskShape::Full } else { MaskShape::Broadcast };
        with_streams(|streams| match mask.dtype() {
            DType::Float32 => streams.dropout_mask::<f32>(keep, shape, &mut mask.write()),
            DType::Float64 => streams.dropout_mask::<f64>(keep, shape, &mut mask.write()),
            _ => streams.dropout_mask::<half::f16>(keep, shape, &mut mask.write()),
        });
        y.assign(masked(x, mask)?);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps { inputs: 0, outputs: 0b10 }
    }
    fn visible_outputs(&self) -> Option<usize> {
        Some(1)
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let h = grad.head(0)?;
        if grad.output_spec(1).shape.size() == 0 {
            return Ok(vec![Some(h)]);
        }
        // The draws are constants.
        let mask = grad.output(1).detach();
        Ok(vec![Some(match grad.fused() {
            true => NDArray::new(masked(h.array(), mask.array())?),
            false => f::mul(&h, &mask)?,
        })])
    }
}

/// x times the mask, which is broadcast.
fn masked(x: &Array, mask: &Array) -> Result<Array> {
    let (a, b) = (crate::ops::nn::support::wide(x)?, crate::ops::nn::support::wide(mask)?);
    let y = Array::empty(a.spec().clone())?;
    let strides = b.shape().broadcast_strides(a.shape());
    for_float!(a.dtype(), T => {
        let (p, q, mut out) = (a.read::<T>(), b.read::<T>(), y.write::<T>());
        match a.shape() == b.shape() {
            true => kernels::binary::apply::<T>(Binary::Mul, &p, &q, &mut out),
            false => {
                let own = a.shape().strides();
                kernels::binary::broadcast::<T>(Binary::Mul, &p, &own, &q, &strides, a.shape(), &mut out);
            }
        }
    });
    y.cast(x.dtype())
}
