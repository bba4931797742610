//! Images as tensors: scaled, normalised.

use super::{IMAGES, Picture, expect_images, picture, wide};
use crate::array::Spec;
use crate::attrs;
use crate::attrs::{AttrValue, FloatTuple};
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::{Inputs, OpDef, input};
use crate::ops::functional as f;
use crate::ops::scalar;
use crate::shape::Shape;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&TO_TENSOR, &NORMALIZE];

/// The operator `_image_to_tensor`.
struct ToTensor;

/// `nd.image.to_tensor`
pub static TO_TENSOR: OpDef = OpDef {
    aliases: &["_npx__image_to_tensor"],
    ..OpDef::new(
        "_image_to_tensor",
        "Images as float32 tensors between 0 and 1, (channels, height, width): divided by 255.",
        IMAGES,
        &[],
        |_| picture(&TO_TENSOR, ToTensor),
    )
};

/// The order of axes that brings the channels before height and width.
fn channels_first(rank: usize) -> [usize; 4] {
    if rank == 3 { [2, 0, 1, 3] } else { [0, 3, 1, 2] }
}

impl Picture for ToTensor {
    fn infer(&self, def: &'static OpDef, data: &Spec) -> Result<Spec> {
        expect_images(def, &data.shape)?;
        let order = channels_first(data.shape.len());
        let shape = order[..data.shape.len()].iter().map(|&axis| data.shape[axis]).collect();
        Ok(Spec::new(shape, DType::Float32))
    }
    fn parts(&self, x: &NDArray) -> Result<NDArray> {
        let rank = x.shape().len();
        let x = f::transpose(&wide(x)?, &channels_first(rank)[..rank])?;
        f::cast(&scalar::call(&scalar::DIV, &x, 255.0)?, DType::Float32)
    }
}

attrs! {
    /// Mean and deviation of channels.
    pub struct Normalize {
        /// The mean of each channel, or one for all.
        mean: FloatTuple = FloatTuple(vec![0.0]),
        /// The standard deviation of each channel, or one for all.
        std: FloatTuple = FloatTuple(vec![1.0]),
    }
}

/// `nd.image.normalize`
pub static NORMALIZE: OpDef = OpDef {
    aliases: &["_npx__image_normalize"],
    ..OpDef::new(
        "_image_normalize",
        "(x - mean)/std for each channel.",
        Inputs::Fixed(&[input("data", "(channels, height, width) or (batch, channels, height, width), floats.")]),
        Normalize::SCHEMA,
        |given| picture(&NORMALIZE, Normalize::read(given)),
    )
};

impl Picture for Normalize {
    fn infer(&self, def: &'static OpDef, data: &Spec) -> Result<Spec> {
        expect_images(def, &data.shape)?;
        if !data.dtype.is_float() {
            return Err(Error::dtype(def.name, "data", data.dtype, "a floating point type"));
        }
        let channels = data.shape[data.shape.len() - 3];
        for (name, list) in [("mean", &self.mean), ("std", &self.std)] {
            if list.0.len() != 1 && list.0.len() != channels {
                let expected = format!("1 or {channels} numbers, because data has shape {}", data.shape);
                return Err(Error::attr(def.name, name, list.text(), expected));
            }
        }
        Ok(data.clone())
    }
    fn parts(&self, x: &NDArray) -> Result<NDArray> {
        let list =
            |list: &FloatTuple| f::cast(&NDArray::from_slice(Shape::from([list.0.len(), 1, 1]), &list.0)?, x.dtype());
        f::div(&f::sub(x, &list(&self.mean)?)?, &list(&self.std)?)
    }
}
