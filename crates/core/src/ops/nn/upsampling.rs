//! Enlarging images.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::Tuple;
use crate::autograd::Grad;
use crate::choice;
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::{Gradients, Inputs, Keeps, Op, OpDef, Run, expect_shape, same_dtype};
use crate::ops::functional as f;
use crate::ops::movement::join::concat;
use crate::ops::movement::slice::{View, view};
use crate::ops::nn::conv_parts::{self as parts, Window};
use crate::ops::nn::pool_parts::PoolBack;
use crate::ops::nn::pooling::{Convention, PoolType, Pooling};
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&UP_SAMPLING];

choice! {
    /// How elements between the given ones are made.
    pub enum SampleType {
        /// By a transposed convolution with a weight.
        Bilinear = "bilinear",
        /// By repeating.
        Nearest = "nearest",
    }
}

choice! {
    /// What becomes of several inputs.
    pub enum MultiInput {
        /// Their channels are joined.
        Concat = "concat",
        /// They are added.
        Sum = "sum",
    }
}

attrs! {
    /// How much images grow, and how.
    pub struct UpSampling {
        /// How many times larger the first image becomes; the others become as large as it.
        scale: usize,
        /// The number of channels, for `bilinear`.
        num_filter: usize = 0,
        /// How elements between the given ones are made.
        sample_type: SampleType,
        /// What becomes of several inputs, for `nearest`.
        multi_input_mode: MultiInput = MultiInput::Concat,
        /// The number of inputs.
        num_args: usize,
        /// Accepted for MXNet's sake.
        workspace: i64 = 512,
    }
}

/// `nd.UpSampling`
pub static UP_SAMPLING: OpDef = OpDef::new(
    "UpSampling",
    "Larger images: of repeated elements, or of a transposed convolution of the data (first input) with a bilinear kernel \
     (second input).",
    Inputs::Variadic {
        count: "num_args",
        doc: "Images, (batch, channels, height, width); for `bilinear` one and the weight.",
    },
    UpSampling::SCHEMA,
    |given| Ok(Rc::new(UpSampling::read(given))),
);

const OP: &str = "UpSampling";

impl UpSampling {
    /// The size of the bilinear kernel.
    fn kernel(&self) -> usize {
        2 * self.scale - self.scale % 2
    }

    /// The convolution that `bilinear` is the transpose of.
    fn window(&self, data: &Shape) -> Window {
        let both = |v: usize| Tuple(vec![v as i64; 2]);
        let sizes = data[2..].iter().map(|&s| (s * self.scale) as i64).collect();
        Window {
            kernel: both(self.kernel()),
            stride: both(self.scale),
            dilate: both(1),
            pad: both((self.scale - 1).div_ceil(2)),
            num_group: data[1],
            shape: Tuple(sizes),
            plain: false,
        }
    }

    /// How many times the sides of an image grow.
    fn factors(&self, first: &Shape, x: &Shape) -> [usize; 2] {
        [2, 3].map(|d| first[d] * self.scale / x[d])
    }
}

/// An image of repeated elements: the transpose of sums over blocks.
fn enlarge(x: &NDArray, factors: [usize; 2]) -> Result<NDArray> {
    let sizes = Shape::new(&[x.shape()[2] * factors[0], x.shape()[3] * factors[1]]);
    let block = f::tuple(&Shape::from(factors));
    let back = PoolBack {
        kernel: block.clone(),
        stride: block,
        pad: Tuple(vec![0; 2]),
        pool_type: PoolType::Sum,
        pooling_convention: Convention::Valid,
        count_include_pad: true,
        shape: f::tuple(&sizes),
    };
    crate::invoke::invoke1(back, std::slice::from_ref(x))
}

/// Sums over blocks: the transpose of [`enlarge`].
fn shrink(x: &NDArray, factors: [usize; 2]) -> Result<NDArray> {
    let block = f::tuple(&Shape::from(factors));
    let pooling = Pooling { kernel: block.clone(), stride: block, pool_type: PoolType::Sum, ..Pooling::default() };
    crate::invoke::invoke1(pooling, std::slice::from_ref(x))
}

impl Op for UpSampling {
    fn def(&self) -> &'static OpDef {
        &UP_SAMPLING
    }
    fn arity(&self) -> Option<usize> {
        Some(if self.sample_type == SampleType::Bilinear { 2 } else { self.num_args })
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = same_dtype(&UP_SAMPLING, inputs)?;
        if self.scale == 0 || inputs.is_empty() {
            return Err(Error::value(OP, "scale and the number of inputs are at least 1"));
        }
        let bilinear = self.sample_type == SampleType::Bilinear;
        let first = &inputs[0].shape;
        for (i, x) in inputs.iter().enumerate().take(if bilinear { 1 } else { inputs.len() }) {
            if x.shape.len() != 4 || x.shape.contains(&0) {
                return Err(Error::shape(OP, &UP_SAMPLING.input_name(i), &x.shape, "(batch, channels, height, width)"));
            }
        }
        let mut shape = Shape::from([first[0], first[1], first[2] * self.scale, first[3] * self.scale]);
        if bilinear {
            let weight = Shape::from([first[1], 1, self.kernel(), self.kernel()]);
            expect_shape(
                &UP_SAMPLING,
                1,
                &inputs[1],
                &weight,
                &format_args!("arg0 has shape {first}, scale is {}", self.scale),
            )?;
            return Ok(vec![Spec::new(shape, dtype)]);
        }
        for (i, x) in inputs.iter().enumerate().skip(1) {
            let fits = x.shape[0] == first[0] && (2..4).all(|d| shape[d] % x.shape[d] == 0);
            let summed = self.multi_input_mode == MultiInput::Sum;
            if !fits || summed && x.shape[1] != first[1] {
                let expected = format!("sizes that divide {shape}, the first input's enlarged");
                return Err(Error::shape(OP, &UP_SAMPLING.input_name(i), &x.shape, expected));
            }
            if !summed {
                shape[1] += x.shape[1];
            }
        }
        Ok(vec![Spec::new(shape, dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let images: Vec<NDArray> = x.iter().map(|x| NDArray::new(x.clone())).collect();
        let result = if self.sample_type == SampleType::Bilinear {
            parts::data(&images[0], &images[1], &self.window(x[0].shape()))?
        } else {
            let large = images.iter().map(|image| enlarge(image, self.factors(x[0].shape(), image.shape())));
            let large = large.collect::<Result<Vec<_>>>()?;
            match self.multi_input_mode {
                MultiInput::Concat => concat(&large, 1)?,
                MultiInput::Sum => large[1..].iter().try_fold(large[0].clone(), |sum, image| f::add(&sum, image))?,
            }
        };
        y[0].assign(result.array().clone());
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        if self.sample_type == SampleType::Bilinear { Keeps::INPUTS } else { Keeps::NONE }
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let (h, first) = (grad.head(0)?, &grad.input_spec(0).shape);
        if self.sample_type == SampleType::Bilinear {
            let window = self.window(first);
            let data = grad.needs(0).then(|| parts::output(&h, &grad.input(1), &window)).transpose()?;
            let weight = grad.needs(1).then(|| parts::weight(&h, &grad.input(0), &window)).transpose()?;
            return Ok(vec![data, weight]);
        }
        let mut begin = 0;
        (0..grad.num_inputs())
            .map(|i| {
                let shape = &grad.input_spec(i).shape;
                let part = View::along(h.shape(), 1, begin, shape[1]);
                if self.multi_input_mode == MultiInput::Concat {
                    begin += shape[1];
                }
                grad.needs(i).then(|| shrink(&view(&h, &part)?, self.factors(first, shape))).transpose()
            })
            .collect()
    }
}
