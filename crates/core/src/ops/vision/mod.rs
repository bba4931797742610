//! Detection: anchors, boxes and their matches; samplers, resizers and pooling of regions of images.

pub mod boxes;
pub mod columns;
pub mod deformable;
pub mod matching;
pub mod multibox;
pub mod nms;
pub mod proposal;
pub mod regions;
pub mod resize;
pub mod roi_align;
pub mod sampler;
pub mod target;
pub mod weighted;

use crate::array::Spec;
use crate::choice;
use crate::dtype::DType;
use crate::error::{Error, ErrorKind, Result};
use crate::op::{OpDef, same_dtype};
use crate::ops::matrix::store;
use crate::shape::Shape;
use kernels::boxes::Corners;

choice! {
    /// How a box is written.
    pub enum Format {
        /// (x, y, width, height), the middle first.
        Center = "center",
        /// (left, top, right, bottom).
        Corner = "corner",
    }
}

/// Checks that all inputs have one floating point type, and gives it.
fn floats(op: &'static OpDef, inputs: &[Spec]) -> Result<DType> {
    let dtype = same_dtype(op, inputs)?;
    if dtype.is_float() {
        return Ok(dtype);
    }
    Err(Error::dtype(op.name, &op.input_name(0), dtype, "a floating point type"))
}

/// Checks an input's dimensions; `None` stands for any size.
fn expect_dims(op: &'static OpDef, inputs: &[Spec], i: usize, dims: &[Option<usize>], words: &str) -> Result<()> {
    let shape = &inputs[i].shape;
    if shape.len() == dims.len() && shape.iter().zip(dims).all(|(size, dim)| dim.is_none_or(|dim| dim == *size)) {
        return Ok(());
    }
    Err(Error::shape(op.name, &op.input_name(i), shape, words))
}

/// Checks that an input is (batch, channels, height, width), with elements in every image.
fn expect_image(op: &'static OpDef, inputs: &[Spec], i: usize) -> Result<()> {
    let shape = &inputs[i].shape;
    if shape.len() == 4 && !shape[1..].contains(&0) {
        return Ok(());
    }
    let expected = "(batch, channels, height, width), with elements in every image";
    Err(Error::shape(op.name, &op.input_name(i), shape, expected))
}

/// An empty list with room for as many.
fn room<T>(count: usize) -> Result<Vec<T>> {
    let mut list = Vec::new();
    let bytes = count.saturating_mul(size_of::<T>());
    list.try_reserve_exact(count).map_err(|_| Error::new(ErrorKind::OutOfMemory { bytes }))?;
    Ok(list)
}

/// The product of sizes that may be too large for one.
fn checked(sizes: &[usize]) -> Result<usize> {
    Shape::new(sizes).checked_size().ok_or_else(|| Error::new(ErrorKind::OutOfMemory { bytes: usize::MAX }))
}

/// The number as the type holds it: MXNet compares overlaps with thresholds in the type of the boxes.
fn rounded(value: f64, dtype: DType) -> f64 {
    if dtype == DType::Float64 { value } else { f64::from(value as f32) }
}

/// The places in the order of their scores, ties as they are, NaN last.
fn ranked(scores: &[f64], ascending: bool) -> Vec<usize> {
    let mut order = vec![0; scores.len()];
    kernels::sort::topk(scores, 1, scores.len(), 1, scores.len(), ascending, &mut order);
    order.into_iter().map(|place| place as usize).collect()
}

/// Reads a box from four numbers.
fn corners(x: &[f64], format: Format) -> Corners {
    match format {
        Format::Corner => Corners { left: x[0], top: x[1], right: x[2], bottom: x[3] },
        Format::Center => {
            let (w, h) = (x[2] / 2.0, x[3] / 2.0);
            Corners { left: x[0] - w, top: x[1] - h, right: x[0] + w, bottom: x[1] + h }
        }
    }
}
