//! The linear maps behind the gradients of pooling: the transpose of sums and means over windows, and taking from and
//! adding to the places of the maxima. Pairs of them are each other's transposes, so gradients go to any order.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::Tuple;
use crate::autograd::Grad;
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::for_float;
use crate::ndarray::NDArray;
use crate::op::{Compute, Gradients, Inputs, Keeps, Op, OpDef, Run, input};
use crate::ops::functional as f;
use crate::ops::nn::pooling::{Convention, PoolType, Pooling};
use crate::ops::nn::support::{finish, scratch_for, wide};
use crate::shape::Shape;
use kernels::pool::{Kind, Pool};
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&POOL_BACK, &POOL_TAKE, &POOL_PUT];

attrs! {
    /// A pooling by sums or means, and the spatial sizes of its data.
    pub struct PoolBack {
        /// The size of a window.
        kernel: Tuple,
        /// The steps between windows.
        stride: Tuple,
        /// The padding on both sides.
        pad: Tuple,
        /// `sum` or `avg`.
        pool_type: PoolType,
        /// How the number of windows is rounded.
        pooling_convention: Convention,
        /// Whether means count the padding.
        count_include_pad: bool,
        /// The spatial sizes of the data.
        shape: Tuple,
    }
}

/// The transpose of pooling by sums or means.
pub static POOL_BACK: OpDef = OpDef {
    internal: true,
    ..OpDef::new(
        "_pool_back",
        "Gives each element's share of a window's gradient back: the transpose of pooling by sums or means.",
        Inputs::Fixed(&[input("output", "Of the shape of the pooling's output.")]),
        PoolBack::SCHEMA,
        |given| Ok(Rc::new(PoolBack::read(given))),
    )
};

impl PoolBack {
    fn pooling(&self) -> Pooling {
        Pooling {
            kernel: self.kernel.clone(),
            stride: self.stride.clone(),
            pad: self.pad.clone(),
            pool_type: self.pool_type,
            pooling_convention: self.pooling_convention,
            count_include_pad: Some(self.count_include_pad),
            ..Pooling::default()
        }
    }
    fn data_shape(&self, output: &Shape) -> Shape {
        output[..2].iter().copied().chain(self.shape.0.iter().map(|&s| s as usize)).collect()
    }
}

impl Op for PoolBack {
    fn def(&self) -> &'static OpDef {
        &POOL_BACK
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let output = &inputs[0].shape;
        let data = self.data_shape(output);
        let expected = self.pooling().output_shape(&data)?;
        if *output != expected {
            return Err(Error::shape(POOL_BACK.name, "output", output, expected.to_string()));
        }
        Ok(vec![Spec::new(data, inputs[0].dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let g = self.pooling().geometry(y[0].shape())?;
        for_float!(y[0].dtype(), T => kernels::pool::backward::<T>(&g, &x[0].read(), &mut y[0].write()));
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        Ok(vec![Some(crate::invoke::invoke1(self.pooling(), &[grad.head(0)?])?)])
    }
}

/// A geometry for the kernels that only go by positions.
fn places(data: &Shape, output: &Shape) -> Pool {
    let image = |shape: &Shape| [1, 1, shape[2..].iter().product()];
    Pool {
        outer: data[0] * data[1],
        in_size: image(data),
        kernel: [1; 3],
        stride: [1; 3],
        pad: [0; 3],
        out_size: image(output),
        kind: Kind::Max,
    }
}

attrs! {
    /// Nothing.
    pub struct PoolTake {
    }
}

/// The elements of the data at the places of the maxima.
pub static POOL_TAKE: OpDef = OpDef {
    internal: true,
    ..OpDef::new(
        "_pool_take",
        "The elements at given places of each image; 0 for no place.",
        Inputs::Fixed(&[
            input("data", "(batch, channels, sizes...)."),
            input("places", "Flat positions inside an image, int32 of the pooling's output's shape; -1 for none."),
        ]),
        PoolTake::SCHEMA,
        |given| Ok(Rc::new(PoolTake::read(given))),
    )
};

impl Op for PoolTake {
    fn def(&self) -> &'static OpDef {
        &POOL_TAKE
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![Spec::new(inputs[1].shape.clone(), inputs[0].dtype)])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let g = places(x[0].shape(), y[0].shape());
        let (data, places) = (wide(&x[0])?, x[1].cast(DType::Int32)?);
        let out = scratch_for(&y[0], data.dtype())?;
        for_float!(data.dtype(), T => {
            kernels::pool::max_gather::<T>(&g, &data.read(), &places.read::<u32>(), &mut out.write());
        });
        finish(&y[0], out)
    }
    fn keeps(&self) -> Keeps {
        Keeps::inputs(0b10)
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        Ok(vec![Some(put(&grad.head(0)?, &grad.input(1), &grad.input_spec(0).shape)?), None])
    }
}

attrs! {
    /// The shape of the data.
    pub struct PoolPut {
        /// The shape of the data.
        shape: Tuple,
    }
}

/// Adds to the places of the maxima.
pub static POOL_PUT: OpDef = OpDef {
    internal: true,
    ..OpDef::new(
        "_pool_put",
        "Zeros with the elements added at given places of each image.",
        Inputs::Fixed(&[
            input("output", "(batch, channels, sizes...) of the pooling's output."),
            input("places", "Flat positions inside an image, int32 of the same shape; -1 for none."),
        ]),
        PoolPut::SCHEMA,
        |given| Ok(Rc::new(PoolPut::read(given))),
    )
};

impl Op for PoolPut {
    fn def(&self) -> &'static OpDef {
        &POOL_PUT
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let shape = self.shape.0.iter().map(|&s| s as usize).collect();
        Ok(vec![Spec::new(shape, inputs[0].dtype)])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let g = places(y[0].shape(), x[0].shape());
        let (output, places) = (wide(&x[0])?, x[1].cast(DType::Int32)?);
        let data = scratch_for(&y[0], output.dtype())?;
        for_float!(output.dtype(), T => {
            kernels::pool::max_scatter::<T>(&g, &output.read(), &places.read::<u32>(), &mut data.write());
        });
        finish(&y[0], data)
    }
    fn keeps(&self) -> Keeps {
        Keeps::inputs(0b10)
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        Ok(vec![Some(crate::invoke::invoke1(PoolTake {}, &[grad.head(0)?, grad.input(1)])?), None])
    }
}

/// Zeros of this shape with `output` added at `places`.
pub fn put(output: &NDArray, places: &NDArray, shape: &Shape) -> Result<NDArray> {
    crate::invoke::invoke1(PoolPut { shape: f::tuple(shape) }, &[output.clone(), places.clone()])
}
