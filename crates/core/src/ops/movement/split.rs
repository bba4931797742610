//! Splitting a tensor along an axis.

use super::join::concat;
use super::moves;
use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::{AttrValue, Tuple};
use crate::autograd::Grad;
use crate::error::{Error, Result};
use crate::for_width;
use crate::ndarray::NDArray;
use crate::op::{DATA, Gradients, Keeps, Op, OpDef, Run};
use crate::ops::functional as f;
use crate::ops::reduce::axes_of;
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&SLICE_CHANNEL, &SPLIT_V2];

/// How an axis is cut: piece `i` lies between bounds `i` and `i + 1`.
struct Cuts {
    axis: usize,
    bounds: Vec<usize>,
    squeeze: bool,
}

impl Cuts {
    /// The shape of a piece, with the axis.
    fn piece(&self, shape: &Shape, i: usize) -> Shape {
        let mut piece = shape.clone();
        piece[self.axis] = self.bounds[i + 1] - self.bounds[i];
        piece
    }

    fn infer(&self, x: &Spec) -> Vec<Spec> {
        let outputs = 0..self.bounds.len() - 1;
        outputs
            .map(|i| {
                let mut shape = self.piece(&x.shape, i);
                if self.squeeze {
                    shape.remove(self.axis);
                }
                // There are no arrays without axes.
                Spec::new(if shape.is_empty() { Shape::from([1]) } else { shape }, x.dtype)
            })
            .collect()
    }

    fn forward(&self, x: &Array, y: &[Array]) {
        let (outer, n, inner) = x.shape().around(self.axis);
        for (y, bounds) in y.iter().zip(self.bounds.windows(2)) {
            let (start, run) = (bounds[0] * inner, (bounds[1] - bounds[0]) * inner);
            for_width!(x.dtype(), E => {
                kernels::movement::split_piece::<E>(&x.read(), outer, n * inner, start, run, &mut y.write())
            });
        }
    }

    fn gradient(&self, grad: &Grad) -> Gradients {
        let shape = &grad.input_spec(0).shape;
        let heads: Vec<NDArray> = (0..grad.num_outputs())
            .map(|i| f::reshape(&grad.head(i)?, &self.piece(shape, i)))
            .collect::<Result<_>>()?;
        Ok(vec![Some(concat(&heads, self.axis)?)])
    }
}

attrs! {
    /// Into how many parts an axis is split.
    pub struct SliceChannel {
        /// The number of parts; it divides the size of the axis.
        num_outputs: usize,
        /// The axis; negative ones count from the end.
        axis: i64 = 1,
        /// Whether the axis is dropped; the parts must then have size 1 along it.
        squeeze_axis: bool = false,
    }
}

/// `nd.split`
pub static SLICE_CHANNEL: OpDef = OpDef {
    aliases: &["split"],
    ..OpDef::new(
        "SliceChannel",
        "Splits a tensor into equal parts along an axis.",
        DATA,
        SliceChannel::SCHEMA,
        |given| Ok(Rc::new(SliceChannel::read(given))),
    )
};

impl SliceChannel {
    fn cuts(&self, shape: &Shape) -> Result<Cuts> {
        let axis = axes_of("SliceChannel", "axis", &[self.axis], shape)?[0];
        let parts = self.num_outputs;
        if parts == 0 || !shape[axis].is_multiple_of(parts) {
            let expected = format!("a number that divides {}, the size of axis {axis} of shape {shape}", shape[axis]);
            return Err(Error::attr("SliceChannel", "num_outputs", parts, expected));
        }
        let size = shape[axis] / parts;
        if self.squeeze_axis && size != 1 {
            let expected = format!("{} with squeezeAxis, the size of axis {axis} of shape {shape}", shape[axis]);
            return Err(Error::attr("SliceChannel", "num_outputs", parts, expected));
        }
        Ok(Cuts { axis, bounds: (0..=parts).map(|i| i * size).collect(), squeeze: self.squeeze_axis })
    }
}

impl Op for SliceChannel {
    moves!(SLICE_CHANNEL);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(self.cuts(&inputs[0].shape)?.infer(&inputs[0]))
    }
    fn visible_outputs(&self) -> Option<usize> {
        Some(self.num_outputs)
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        self.cuts(x[0].shape())?.forward(&x[0], y);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        self.cuts(&grad.input_spec(0).shape)?.gradient(grad)
    }
}

attrs! {
    /// Where an axis is split.
    pub struct SplitV2 {
        /// Where each part begins; the first one is 0.
        indices: Tuple,
        /// The axis; negative ones count from the end.
        axis: i64 = 1,
        /// Whether the axis is dropped; the parts must then have size 1 along it.
        squeeze_axis: bool = false,
        /// The number of equal parts, instead of `indices`; the first ones are larger by one where it does not divide.
        sections: usize = 0,
    }
}

/// `nd.split_v2`
pub static SPLIT_V2: OpDef = OpDef {
    aliases: &["_npi_split"],
    ..OpDef::new("_split_v2", "Splits a tensor at places along an axis.", DATA, SplitV2::SCHEMA, |given| {
        Ok(Rc::new(SplitV2::read(given)))
    })
};

impl SplitV2 {
    fn cuts(&self, shape: &Shape) -> Result<Cuts> {
        let axis = axes_of("_split_v2", "axis", &[self.axis], shape)?[0];
        let n = shape[axis];
        let bounds: Vec<usize> = if let Some(size) = n.checked_div(self.sections) {
            let larger = n % self.sections;
            (0..=self.sections).map(|i| i * size + i.min(larger)).collect()
        } else {
            let expected =
                || format!("rising places from 0 to {n} that begin with 0, for axis {axis} of shape {shape}");
            let wrong = || Error::attr("_split_v2", "indices", self.indices.text(), expected());
            let mut bounds = self.indices.sizes().ok_or_else(wrong)?;
            bounds.push(n);
            if bounds[0] != 0 || bounds.len() < 2 || !bounds.is_sorted() {
                return Err(wrong());
            }
            bounds
        };
        if self.squeeze_axis && bounds.windows(2).any(|b| b[1] - b[0] != 1) {
            let expected = format!("parts of size 1 along axis {axis} of data's shape {shape}");
            return Err(Error::attr("_split_v2", "squeeze_axis", "True", expected));
        }
        Ok(Cuts { axis, bounds, squeeze: self.squeeze_axis })
    }
}

impl Op for SplitV2 {
    moves!(SPLIT_V2);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(self.cuts(&inputs[0].shape)?.infer(&inputs[0]))
    }
    fn visible_outputs(&self) -> Option<usize> {
        Some(if self.sections > 0 { self.sections } else { self.indices.0.len() })
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        self.cuts(x[0].shape())?.forward(&x[0], y);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        self.cuts(&grad.input_spec(0).shape)?.gradient(grad)
    }
}
