//! Images seen at the points of a grid: `BilinearSampler`, the grids for it, and both in one.

use super::{checked, expect_dims, expect_image, floats, room, weighted};
use crate::array::Spec;
use crate::attrs;
use crate::attrs::{AttrValue, Tuple};
use crate::choice;
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::{Inputs, Op, OpDef, input};
use crate::ops::functional as f;
use crate::ops::matrix::{composite, product};
use crate::ops::movement::choose;
use crate::ops::movement::join::concat;
use crate::ops::movement::slice::{View, view};
use crate::ops::unary;
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&SAMPLER, &GRID, &TRANSFORMER];

/// The rows of `images`, (images * height * width, channels), interpolated at points: `y` and `x`, (points,), in elements.
/// `image` is the image of a point, `mask` is multiplied with what is seen. Outside of an image is 0.
pub(super) fn at_points(
    images: &NDArray,
    [height, width]: [usize; 2],
    [y, x]: [&NDArray; 2],
    image: &dyn Fn(usize) -> usize,
    mask: Option<&NDArray>,
) -> Result<NDArray> {
    let points = y.shape().size();
    let (low_y, low_x) = (f::apply(&unary::FLOOR, &y.detach())?, f::apply(&unary::FLOOR, &x.detach())?);
    let (rest_y, rest_x) = (f::sub(y, &low_y)?, f::sub(x, &low_x)?);
    let (low_y, low_x) = (low_y.to_f64()?, low_x.to_f64()?);
    let mut places = vec![0i64; points * 4];
    let mut corners = Vec::new();
    for corner in 0..4 {
        let (down, right) = (corner / 2, corner % 2);
        let mut inside = vec![0.0; points];
        for point in 0..points {
            let (row, column) = (low_y[point] + down as f64, low_x[point] + right as f64);
            if (0.0..height as f64).contains(&row) && (0.0..width as f64).contains(&column) {
                let place = (image(point) * height + row as usize) * width + column as usize;
                (places[4 * point + corner], inside[point]) = (place as i64, 1.0);
            }
        }
        let near = |rest: &NDArray, upper: usize| if upper == 1 { Ok(rest.clone()) } else { f::one_minus(rest) };
        let weight = f::mul(&near(&rest_y, down)?, &near(&rest_x, right)?)?;
        // Chosen, not multiplied: far outside the weights are large.
        let zeros = NDArray::zeros(weight.shape().clone(), weight.dtype())?;
        let weight = choose::call(&NDArray::from_slice([points], &inside)?, &weight, &zeros)?;
        corners.push(f::reshape(&weight, &Shape::from([points, 1]))?);
    }
    let mut weights = concat(&corners, 1)?;
    if let Some(mask) = mask {
        weights = f::mul(&weights, &f::reshape(mask, &Shape::from([points, 1]))?)?;
    }
    let ends: Vec<i64> = (1..=points as i64).map(|point| 4 * point).collect();
    let (rows, channels) = (images.shape()[0], images.shape()[1]);
    let seen = weighted::sum(
        &f::reshape(images, &Shape::from([1, rows, channels]))?,
        &f::reshape(&weights, &Shape::from([4 * points]))?,
        &NDArray::from_slice([4 * points], &places)?,
        &NDArray::from_slice([points], &ends)?,
    )?;
    f::reshape(&seen, &Shape::from([points, channels]))
}

attrs! {
    /// Nothing that matters here.
    pub struct BilinearSampler {
        /// Accepted for MXNet's sake.
        cudnn_off: Option<bool> = None,
    }
}

/// `nd.BilinearSampler`
pub static SAMPLER: OpDef = OpDef::new(
    "BilinearSampler",
    "Images seen at the points of a grid, interpolated between the four nearest elements, 0 outside.",
    Inputs::Fixed(&[
        input("data", "Images, (batch, channels, height, width)."),
        input(
            "grid",
            "Points (x, y), (batch, 2, height, width); -1 and 1 are the middles of the first and last elements.",
        ),
    ]),
    BilinearSampler::SCHEMA,
    |given| Ok(Rc::new(BilinearSampler::read(given))),
);

/// Images at the points of a grid.
fn sampled(data: &NDArray, grid: &NDArray) -> Result<NDArray> {
    let (shape, out) = (data.shape(), grid.shape());
    let (batch, channels, height, width) = (shape[0], shape[1], shape[2], shape[3]);
    let each = out[2] * out[3];
    let axis = |i: usize, size: usize| -> Result<NDArray> {
        let part = f::reshape(&view(grid, &View::along(out, 1, i, 1))?, &Shape::from([batch * each]))?;
        f::scale(&f::shift(&part, 1.0)?, (size as f64 - 1.0) / 2.0)
    };
    let rows = f::reshape(&f::transpose(data, &[0, 2, 3, 1])?, &Shape::from([batch * height * width, channels]))?;
    let points = [&axis(1, height)?, &axis(0, width)?];
    let seen = at_points(&rows, [height, width], points, &|point| point / each, None)?;
    f::transpose(&f::reshape(&seen, &Shape::from([batch, out[2], out[3], channels]))?, &[0, 3, 1, 2])
}

impl BilinearSampler {
    fn parts(&self, x: &[NDArray]) -> Result<NDArray> {
        sampled(&x[0], &x[1])
    }
}

impl Op for BilinearSampler {
    composite!(SAMPLER);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = floats(&SAMPLER, inputs)?;
        expect_image(&SAMPLER, inputs, 0)?;
        let data = &inputs[0].shape;
        let words = "(batch, 2, height, width), the batch that of data";
        expect_dims(&SAMPLER, inputs, 1, &[Some(data[0]), Some(2), None, None], words)?;
        let grid = &inputs[1].shape;
        Ok(vec![Spec::new(Shape::from([data[0], data[1], grid[2], grid[3]]), dtype)])
    }
}

choice! {
    /// What a grid is made of.
    pub enum Transform {
        /// A matrix.
        Affine = "affine",
        /// Distances in elements.
        Warp = "warp",
    }
}

attrs! {
    /// Which grid.
    pub struct GridGenerator {
        /// Whether the data are matrices or distances in elements.
        transform_type: Transform,
        /// The height and width of the grid, for `affine`.
        target_shape: Tuple = Tuple(vec![0, 0]),
    }
}

/// `nd.GridGenerator`
pub static GRID: OpDef = OpDef::new(
    "GridGenerator",
    "Grids for BilinearSampler, (batch, 2, height, width): the points of the result mapped by a matrix, or moved.",
    Inputs::Fixed(&[input(
        "data",
        "For `affine` matrices of two rows for (x, y, 1), (batch, 6), for `warp` distances (x, y), (batch, 2, height, width).",
    )]),
    GridGenerator::SCHEMA,
    |given| Ok(Rc::new(GridGenerator::read(given))),
);

/// A height and a width.
fn target(op: &'static OpDef, shape: &Tuple) -> Result<[usize; 2]> {
    match shape.sizes().as_deref() {
        Some([height, width]) if *height > 0 && *width > 0 => {
            checked(&[*height, *width, 3])?;
            Ok([*height, *width])
        }
        _ => Err(Error::attr(op.name, "target_shape", shape.text(), "(height, width), both positive")),
    }
}

/// Where matrices, (batch, 6), map the points of an image from -1 to 1.
fn affine(matrices: &NDArray, [height, width]: [usize; 2]) -> Result<NDArray> {
    let (batch, points) = (matrices.shape()[0], height * width);
    // One point alone is the first.
    let at = |i: usize, size: usize| if size == 1 { -1.0 } else { -1.0 + 2.0 * i as f64 / (size as f64 - 1.0) };
    let xs = (0..points).map(|p| at(p % width, width));
    let mut values = room(3 * points)?;
    values.extend(xs.chain((0..points).map(|p| at(p / width, height))).chain((0..points).map(|_| 1.0)));
    let points = f::cast(&NDArray::from_slice([3, points], &values)?, matrices.dtype())?;
    let grid = product(&f::reshape(matrices, &Shape::from([2 * batch, 3]))?, &points, false, false)?;
    f::reshape(&grid, &Shape::from([batch, 2, height, width]))
}

impl GridGenerator {
    fn parts(&self, x: &[NDArray]) -> Result<NDArray> {
        if self.transform_type == Transform::Affine {
            return affine(&x[0], target(&GRID, &self.target_shape)?);
        }
        let shape = x[0].shape();
        let (height, width) = (shape[2], shape[3]);
        let points = height * width;
        let values: Vec<f64> =
            (0..points).map(|p| (p % width) as f64).chain((0..points).map(|p| (p / width) as f64)).collect();
        let base = f::cast(&NDArray::from_slice([1, 2, height, width], &values)?, x[0].dtype())?;
        let half = [(width as f64 - 1.0) / 2.0, (height as f64 - 1.0) / 2.0];
        let half = f::cast(&NDArray::from_slice([1, 2, 1, 1], &half)?, x[0].dtype())?;
        f::shift(&f::div(&f::add(&x[0], &base)?, &half)?, -1.0)
    }
}

impl Op for GridGenerator {
    composite!(GRID);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = floats(&GRID, inputs)?;
        if self.transform_type == Transform::Warp {
            expect_dims(&GRID, inputs, 0, &[None, Some(2), None, None], "(batch, 2, height, width)")?;
            return Ok(vec![inputs[0].clone()]);
        }
        expect_dims(&GRID, inputs, 0, &[None, Some(6)], "(batch, 6)")?;
        let [height, width] = target(&GRID, &self.target_shape)?;
        Ok(vec![Spec::new(Shape::from([inputs[0].shape[0], 2, height, width]), dtype)])
    }
}

choice! {
    /// The one kind of transformation.
    pub enum AffineOnly {
        /// A matrix.
        Affine = "affine",
    }
}

choice! {
    /// The one kind of sampler.
    pub enum BilinearOnly {
        /// Between the four nearest elements.
        Bilinear = "bilinear",
    }
}

attrs! {
    /// Which grid images are seen at.
    pub struct SpatialTransformer {
        /// The height and width of the result.
        target_shape: Tuple = Tuple(vec![0, 0]),
        /// The kind of transformation.
        transform_type: AffineOnly,
        /// How images are seen between their elements.
        sampler_type: BilinearOnly,
        /// Accepted for MXNet's sake.
        cudnn_off: Option<bool> = None,
    }
}

/// `nd.SpatialTransformer`
pub static TRANSFORMER: OpDef = OpDef::new(
    "SpatialTransformer",
    "Images seen at points that a matrix maps those of the result to: GridGenerator and BilinearSampler in one.",
    Inputs::Fixed(&[
        input("data", "Images, (batch, channels, height, width)."),
        input("loc", "Matrices of two rows for (x, y, 1), (batch, 6)."),
    ]),
    SpatialTransformer::SCHEMA,
    |given| Ok(Rc::new(SpatialTransformer::read(given))),
);

impl SpatialTransformer {
    fn parts(&self, x: &[NDArray]) -> Result<NDArray> {
        sampled(&x[0], &affine(&x[1], target(&TRANSFORMER, &self.target_shape)?)?)
    }
}

impl Op for SpatialTransformer {
    composite!(TRANSFORMER);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = floats(&TRANSFORMER, inputs)?;
        expect_image(&TRANSFORMER, inputs, 0)?;
        let data = &inputs[0].shape;
        expect_dims(&TRANSFORMER, inputs, 1, &[Some(data[0]), Some(6)], "(batch, 6), the batch that of data")?;
        let [height, width] = target(&TRANSFORMER, &self.target_shape)?;
        Ok(vec![Spec::new(Shape::from([data[0], data[1], height, width]), dtype)])
    }
}
