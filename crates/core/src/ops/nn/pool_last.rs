//! Pooling of data whose channels come last: that of channels first, between two transpositions.

use crate::array::Spec;
use crate::attrs::AttrValue;
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::Op;
use crate::ops::functional as f;
use crate::ops::matrix::composite;
use crate::ops::nn::pooling::{POOLING, PoolLayout, Pooling};
use crate::shape::Shape;

/// The operator `Pooling` with a layout of channels last.
pub struct PoolLast {
    /// The same windows over channels first.
    pub first: Pooling,
    /// The layout that was asked for.
    pub layout: PoolLayout,
}

impl PoolLast {
    /// Checks that data has the layout's rank, and gives its shape with the channels first.
    fn channels_first(&self, data: &Shape) -> Result<Shape> {
        let text = self.layout.text();
        let n = data.len();
        if n != text.len() {
            let expected = format!("{} dimensions because layout is {text}", text.len());
            return Err(Error::shape(POOLING.name, "data", data, expected));
        }
        Ok([data[0], data[n - 1]].iter().chain(&data[1..n - 1]).copied().collect())
    }

    fn parts(&self, x: &[NDArray]) -> Result<NDArray> {
        let n = x[0].shape().len();
        let first: Vec<usize> = [0, n - 1].into_iter().chain(1..n - 1).collect();
        let last: Vec<usize> = [0].into_iter().chain(2..n).chain([1]).collect();
        let pooled = crate::invoke::invoke1(self.first.clone(), &[f::transpose(&x[0], &first)?])?;
        f::transpose(&pooled, &last)
    }
}

impl Op for PoolLast {
    composite!(POOLING);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let first = self.first.output_shape(&self.channels_first(&inputs[0].shape)?)?;
        let shape = [first[0]].iter().chain(&first[2..]).chain([&first[1]]).copied().collect();
        Ok(vec![Spec::new(shape, inputs[0].dtype)])
    }
}
