//! Operators on images, (height, width, channels) unless said otherwise: `nd.image`.

pub mod color;
pub mod geometry;
pub mod resize;
pub mod tensor;

use crate::array::Spec;
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::invoke::invoke1;
use crate::ndarray::NDArray;
use crate::op::{Compute, Inputs, Keeps, Op, OpDef, Run, input};
use crate::ops::create::Cast;
use crate::ops::functional as f;
use crate::ops::nn::activation::clip;
use crate::random::Streams;
use crate::shape::Shape;
use std::rc::Rc;

/// One image, or several.
const IMAGES: Inputs =
    Inputs::Fixed(&[input("data", "(height, width, channels) or (batch, height, width, channels).")]);
/// One image in colour or grey.
const COLOURS: Inputs = Inputs::Fixed(&[input("data", "(height, width, 3 or 1); 0 to 255 for bytes.")]);

/// What an operator on images does.
trait Picture {
    /// The output's shape and type, or what is wrong.
    fn infer(&self, def: &'static OpDef, data: &Spec) -> Result<Spec>;
    /// The output in operators.
    fn parts(&self, x: &NDArray) -> Result<NDArray>;
}

/// An operator on images.
struct PictureOp(&'static OpDef, Box<dyn Picture>);

fn picture(def: &'static OpDef, what: impl Picture + 'static) -> Result<Rc<dyn Op>> {
    Ok(Rc::new(PictureOp(def, Box::new(what))))
}

impl Op for PictureOp {
    fn def(&self) -> &'static OpDef {
        self.0
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![self.1.infer(self.0, &inputs[0])?])
    }
    fn compute(&self, _: &[crate::array::Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[crate::array::Array], y: &[crate::array::Array]) -> Result<()> {
        crate::autograd::composed_forward(x, y, &|x| Ok(vec![self.1.parts(&x[0])?]))
    }
    fn expand(&self, x: &[NDArray]) -> Result<Option<Vec<NDArray>>> {
        Ok(Some(vec![self.1.parts(&x[0])?]))
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
}

/// Refuses what is not one image or a batch of them.
fn expect_images(def: &'static OpDef, data: &Shape) -> Result<()> {
    if matches!(data.len(), 3 | 4) && !data.contains(&0) {
        return Ok(());
    }
    Err(Error::shape(def.name, "data", data, "(height, width, channels) or (batch, height, width, channels), none 0"))
}

/// Refuses what is not one image of 1 or 3 channels.
fn expect_colours(def: &'static OpDef, data: &Shape) -> Result<()> {
    match data.as_slice() {
        [height, width, 1 | 3] if *height > 0 && *width > 0 => Ok(()),
        _ => Err(Error::shape(def.name, "data", data, "(height, width, 3 or 1), none 0")),
    }
}

/// The pixels in the type that they are computed in.
fn wide(x: &NDArray) -> Result<NDArray> {
    let dtype = if x.dtype() == DType::Float64 { DType::Float64 } else { DType::Float32 };
    invoke1(Cast { dtype }, std::slice::from_ref(x))
}

/// Computed pixels in the type of the image; bytes are limited, not wrapped.
fn narrow(y: &NDArray, dtype: DType) -> Result<NDArray> {
    let y = if dtype == DType::Uint8 { clip(y, 0.0, 255.0)? } else { y.clone() };
    f::cast(&y, dtype)
}

/// Draws from MXNet's streams.
fn drawn<R>(draw: impl FnOnce(&mut Streams) -> R) -> R {
    crate::random::with_streams(draw)
}
