//! Linear algebra on matrices in the last two axes: `nd.linalg`.

pub mod factor;
pub mod khatri_rao;
pub mod pack;
pub mod product;
pub mod solve;

use crate::array::{Array, Spec};
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::OpDef;
use crate::ops::functional as f;
use crate::ops::nn::dot::batch_matmul;
use crate::shape::Shape;

/// What operators that are nothing but compositions have in common.
macro_rules! composite {
    ($DEF:ident) => {
        fn def(&self) -> &'static $crate::op::OpDef {
            &$DEF
        }
        $crate::ops::matrix::composite!();
    };
    () => {
        fn forward(
            &self,
            _: &$crate::op::Run,
            x: &[$crate::array::Array],
            y: &[$crate::array::Array],
        ) -> $crate::error::Result<()> {
            $crate::autograd::composed_forward(x, y, &|x| Ok(vec![self.parts(x)?]))
        }
        fn expand(
            &self,
            x: &[$crate::ndarray::NDArray],
        ) -> $crate::error::Result<Option<Vec<$crate::ndarray::NDArray>>> {
            Ok(Some(vec![self.parts(x)?]))
        }
        fn keeps(&self) -> $crate::op::Keeps {
            $crate::op::Keeps::NONE
        }
    };
}
pub(crate) use composite;

/// A shape as (matrices, rows, columns).
fn matrices(shape: &Shape) -> (usize, usize, usize) {
    let n = shape.len();
    (shape[..n - 2].iter().product(), shape[n - 2], shape[n - 1])
}

/// The shape of as many matrices of another size.
fn resized(shape: &Shape, rows: usize, columns: usize) -> Shape {
    shape[..shape.len() - 2].iter().copied().chain([rows, columns]).collect()
}

/// Checks that an input is made of matrices of floating point numbers.
fn expect_matrices(op: &'static OpDef, i: usize, spec: &Spec) -> Result<()> {
    if !spec.dtype.is_float() {
        return Err(Error::dtype(op.name, &op.input_name(i), spec.dtype, "a floating point type"));
    }
    if spec.shape.len() < 2 || spec.shape.contains(&0) {
        let expected = "at least 2 dimensions (..., rows, columns), none of them 0";
        return Err(Error::shape(op.name, &op.input_name(i), &spec.shape, expected));
    }
    Ok(())
}

/// Checks that an input is made of square matrices.
fn expect_square(op: &'static OpDef, i: usize, spec: &Spec) -> Result<()> {
    expect_matrices(op, i, spec)?;
    let (_, rows, columns) = matrices(&spec.shape);
    if rows == columns {
        return Ok(());
    }
    Err(Error::shape(op.name, &op.input_name(i), &spec.shape, "square matrices in the last two axes"))
}

/// The elements to compute a decomposition with.
fn doubles(x: &Array) -> Result<Vec<f64>> {
    x.to_f64()
}

/// Writes computed elements.
pub(super) fn store(y: &Array, values: &[f64]) -> Result<()> {
    y.assign(Array::from_slice::<f64>(y.shape().clone(), values)?.cast(y.dtype())?);
    Ok(())
}

/// The products of matrices, each transposed first if told so.
pub(super) fn product(a: &NDArray, b: &NDArray, transpose_a: bool, transpose_b: bool) -> Result<NDArray> {
    let flat = |x: &NDArray| {
        let (count, rows, columns) = matrices(x.shape());
        f::reshape(x, &Shape::from([count, rows, columns]))
    };
    let c = batch_matmul(&flat(a)?, &flat(b)?, transpose_a, transpose_b)?;
    f::reshape(&c, &resized(a.shape(), c.shape()[1], c.shape()[2]))
}

/// The matrices transposed.
fn transposed(x: &NDArray) -> Result<NDArray> {
    let mut axes: Vec<usize> = (0..x.shape().len()).collect();
    let n = axes.len();
    axes.swap(n - 2, n - 1);
    f::transpose(x, &axes)
}

/// A constant matrix, shaped so that it broadcasts to matrices of `rank` axes.
fn constant(rank: usize, rows: usize, columns: usize, dtype: DType, value: fn(usize, usize) -> f64) -> Result<NDArray> {
    let values: Vec<f64> = (0..rows * columns).map(|i| value(i / columns, i % columns)).collect();
    let mut shape = Shape::new(&vec![1; rank]);
    (shape[rank - 2], shape[rank - 1]) = (rows, columns);
    f::cast(&NDArray::from_slice(shape, &values)?, dtype)
}

/// The lower or upper triangle, the rest 0.
fn triangle(x: &NDArray, lower: bool) -> Result<NDArray> {
    let (_, rows, columns) = matrices(x.shape());
    let inside: fn(usize, usize) -> f64 =
        if lower { |i, j| if j <= i { 1.0 } else { 0.0 } } else { |i, j| if j >= i { 1.0 } else { 0.0 } };
    let mask = constant(x.shape().len(), rows, columns, x.dtype(), inside)?;
    let mask = f::broadcast_to(&mask, x.shape())?;
    // Chosen, not multiplied: what is outside may be NaN.
    crate::ops::movement::choose::call(&mask, x, &NDArray::zeros(x.shape().clone(), x.dtype())?)
}

/// The lower triangle, mirrored to the upper one.
fn mirrored(x: &NDArray) -> Result<NDArray> {
    let lower = triangle(x, true)?;
    let (_, rows, _) = matrices(x.shape());
    let strict = constant(x.shape().len(), rows, rows, x.dtype(), |i, j| if j < i { 1.0 } else { 0.0 })?;
    f::add(&lower, &transposed(&f::mul(&lower, &strict)?)?)
}

/// Unit matrices like `x`.
fn identity_like(x: &NDArray) -> Result<NDArray> {
    let (_, rows, _) = matrices(x.shape());
    let unit = constant(x.shape().len(), rows, rows, x.dtype(), |i, j| if i == j { 1.0 } else { 0.0 })?;
    f::broadcast_to(&unit, x.shape())
}
