//! Repeating size-1 axes.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::Tuple;
use crate::autograd::Grad;
use crate::error::{Error, ErrorKind, Result};
use crate::op::{Compute, DATA, Gradients, Inputs, Keeps, Op, OpDef, Run, input};
use crate::ops::functional as f;
use crate::ops::reduce::axes_of;
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&BROADCAST_TO, &BROADCAST_AXIS, &BROADCAST_LIKE];

fn spread(x: &Array, y: &Array) {
    let strides: Vec<isize> = x.shape().broadcast_strides(y.shape()).iter().map(|&s| s as isize).collect();
    super::gather(x, 0, &strides, y);
}

fn sum_back(grad: &Grad) -> Gradients {
    let mut grads = vec![Some(f::sum_to(&grad.head(0)?, &grad.input_spec(0).shape)?)];
    grads.resize(grad.num_inputs(), None);
    Ok(grads)
}

attrs! {
    /// Repeats axes of size 1.
    pub struct BroadcastTo {
        /// The shape of the result; 0 keeps an axis as it is.
        shape: Tuple,
    }
}

/// `nd.broadcast_to`
pub static BROADCAST_TO: OpDef = OpDef::new(
    "broadcast_to",
    "Repeats axes of size 1 so that the result has the given shape.",
    DATA,
    BroadcastTo::SCHEMA,
    |given| Ok(Rc::new(BroadcastTo::read(given))),
);

impl Op for BroadcastTo {
    fn def(&self) -> &'static OpDef {
        &BROADCAST_TO
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let from = &inputs[0].shape;
        let fits = |(&to, &d): (&i64, &usize)| match usize::try_from(to).ok()? {
            0 => Some(d),
            to if to == d || d == 1 => Some(to),
            _ => None,
        };
        let shape: Option<Shape> = match self.shape.0.len() == from.len() {
            true => self.shape.0.iter().zip(from.iter()).map(fits).collect(),
            false => None,
        };
        let shape = shape.ok_or_else(|| {
            let to = crate::attrs::AttrValue::text(&self.shape);
            Error::shape(
                "broadcast_to",
                "data",
                from,
                format!("a shape that broadcasts to {to}: as many axes, each equal or 1"),
            )
        })?;
        Ok(vec![Spec::new(shape, inputs[0].dtype)])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        spread(&x[0], &y[0]);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        sum_back(grad)
    }
}

attrs! {
    /// Repeats named axes.
    pub struct BroadcastAxis {
        /// The axes to repeat, each of size 1.
        axis: Tuple = Tuple(Vec::new()),
        /// Their new sizes.
        size: Tuple = Tuple(Vec::new()),
    }
}

/// `nd.broadcast_axis`
pub static BROADCAST_AXIS: OpDef = OpDef {
    aliases: &["broadcast_axes"],
    ..OpDef::new(
        "broadcast_axis",
        "Repeats the named axes of size 1 to new sizes.",
        DATA,
        BroadcastAxis::SCHEMA,
        |given| Ok(Rc::new(BroadcastAxis::read(given))),
    )
};

impl Op for BroadcastAxis {
    fn def(&self) -> &'static OpDef {
        &BROADCAST_AXIS
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let mut shape = inputs[0].shape.clone();
        if self.axis.0.len() != self.size.0.len() {
            let message = format!("axis has {} values and size {}", self.axis.0.len(), self.size.0.len());
            return Err(Error::value("broadcast_axis", message));
        }
        for (&axis, &size) in self.axis.0.iter().zip(&self.size.0) {
            let place = axes_of("broadcast_axis", "axis", &[axis], &shape)?[0];
            if shape[place] != 1 || size < 1 {
                return Err(Error::shape(
                    "broadcast_axis",
                    "data",
                    &shape,
                    format!("size 1 at axis {axis}, to become {size}"),
                ));
            }
            shape[place] = size as usize;
        }
        Ok(vec![Spec::new(shape, inputs[0].dtype)])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        spread(&x[0], &y[0]);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        sum_back(grad)
    }
}

const LIKE: Inputs = Inputs::Fixed(&[
    input("lhs", "The tensor to repeat."),
    input("rhs", "The tensor with the sizes; its values do not matter."),
]);

attrs! {
    /// Repeats axes as another tensor has them.
    pub struct BroadcastLike {
        /// The axes of lhs to repeat; all when None.
        lhs_axes: Option<Tuple> = None,
        /// The axes of rhs whose sizes they get.
        rhs_axes: Option<Tuple> = None,
    }
}

/// `nd.broadcast_like`
pub static BROADCAST_LIKE: OpDef = OpDef::new(
    "broadcast_like",
    "Repeats axes of size 1 of lhs to the sizes that rhs has.",
    LIKE,
    BroadcastLike::SCHEMA,
    |given| Ok(Rc::new(BroadcastLike::read(given))),
);

impl Op for BroadcastLike {
    fn def(&self) -> &'static OpDef {
        &BROADCAST_LIKE
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let (from, like) = (&inputs[0].shape, &inputs[1].shape);
        let pairs: Vec<(usize, usize)> = match (&self.lhs_axes, &self.rhs_axes) {
            (Some(l), Some(r)) if l.0.len() == r.0.len() => {
                let mut pairs = Vec::new();
                for (&l, &r) in l.0.iter().zip(&r.0) {
                    pairs.push((
                        axes_of("broadcast_like", "lhs_axes", &[l], from)?[0],
                        axes_of("broadcast_like", "rhs_axes", &[r], like)?[0],
                    ));
                }
                pairs
            }
            (None, None) if from.len() == like.len() => (0..from.len()).map(|i| (i, i)).collect(),
            (None, None) => {
                return Err(Error::new(ErrorKind::Broadcast {
                    op: "broadcast_like",
                    lhs: from.clone(),
                    rhs: like.clone(),
                }));
            }
            _ => {
                return Err(Error::value(
                    "broadcast_like",
                    "lhsAxes and rhsAxes must be given together, with equal lengths",
                ));
            }
        };
        let mut shape = from.clone();
        for (l, r) in pairs {
            if from[l] != like[r] && from[l] != 1 {
                return Err(Error::new(ErrorKind::Broadcast {
                    op: "broadcast_like",
                    lhs: from.clone(),
                    rhs: like.clone(),
                }));
            }
            shape[l] = like[r];
        }
        Ok(vec![Spec::new(shape, inputs[0].dtype)])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        spread(&x[0], &y[0]);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        sum_back(grad)
    }
}
