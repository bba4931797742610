//! The three linear maps behind convolutions, as operators: data and weight to output, output and weight to data, data
//! and output to weight. All three come from one trilinear form, so that each one's gradient is made of the other two
//! and can be differentiated to any order.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::Tuple;
use crate::autograd::Grad;
use crate::error::{Error, Result};
use crate::for_float;
use crate::ndarray::NDArray;
use crate::op::{Gradients, Inputs, Keeps, Op, OpDef, Run, input, same_dtype};
use crate::ops::nn::support::{left_filled, spatial};
use crate::shape::Shape;
use kernels::conv::Conv;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&CONV, &CONV_DATA, &CONV_WEIGHT];

attrs! {
    /// The window of a convolution.
    pub struct Window {
        /// The size of the kernel.
        kernel: Tuple,
        /// The steps between windows.
        stride: Tuple,
        /// The steps between the elements of a window.
        dilate: Tuple,
        /// The zeros on both sides of the data.
        pad: Tuple,
        /// The number of groups.
        num_group: usize,
        /// The spatial sizes of the data.
        shape: Tuple,
        /// Whether every product is taken as it stands.
        plain: bool = false,
    }
}

impl Window {
    /// The number of spatial dimensions.
    pub fn rank(&self) -> usize {
        self.kernel.0.len()
    }

    /// The sizes for the kernels, with errors that name `op`. The window must fit into the data.
    pub fn geometry(&self, op: &'static str, batch: usize, in_channels: usize, out_channels: usize) -> Result<Conv> {
        let rank = self.rank();
        let kernel = spatial(op, "kernel", &self.kernel, rank, 1, 1, 1)?;
        let stride = spatial(op, "stride", &self.stride, rank, 1, 1, 1)?;
        let dilate = spatial(op, "dilate", &self.dilate, rank, 1, 1, 1)?;
        let pad = spatial(op, "pad", &self.pad, rank, 0, 0, 0)?;
        let in_size = spatial(op, "shape", &self.shape, rank, 1, 1, 0)?;
        let mut out_size = [1; 3];
        for d in 0..3 {
            let (reach, room) = (dilate[d] * (kernel[d] - 1) + 1, in_size[d] + 2 * pad[d]);
            if reach > room {
                let message = format!("the kernel reaches over {reach} elements, but the padded data has only {room}");
                return Err(Error::value(op, message));
            }
            out_size[d] = (room - reach) / stride[d] + 1;
        }
        let groups = self.num_group;
        Ok(Conv {
            batch,
            in_channels,
            out_channels,
            groups,
            spatial: rank,
            in_size,
            kernel,
            stride,
            dilate,
            pad,
            out_size,
            plain: self.plain,
            rectify: false,
        })
    }
}

/// Which of the three maps.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Role {
    /// (data, weight) to output.
    Output,
    /// (output, weight) to data.
    Data,
    /// (data, output) to weight.
    Weight,
}

struct Part(Role, Window);

const DATA: (&str, &str) = ("data", "Of the shape of the convolution's data.");
const WEIGHT: (&str, &str) = ("weight", "Of the shape of its weight.");
const OUTPUT: (&str, &str) = ("output", "Of the shape of its output.");

/// Data and weight to output, without a bias.
pub static CONV: OpDef = OpDef {
    internal: true,
    ..OpDef::new(
        "_conv",
        "A convolution without a bias.",
        Inputs::Fixed(&[input(DATA.0, DATA.1), input(WEIGHT.0, WEIGHT.1)]),
        Window::SCHEMA,
        |given| Ok(Rc::new(Part(Role::Output, Window::read(given)))),
    )
};

/// Output and weight to data.
pub static CONV_DATA: OpDef = OpDef {
    internal: true,
    ..OpDef::new(
        "_conv_data",
        "The transpose of a convolution: its gradient with respect to the data.",
        Inputs::Fixed(&[input(OUTPUT.0, OUTPUT.1), input(WEIGHT.0, WEIGHT.1)]),
        Window::SCHEMA,
        |given| Ok(Rc::new(Part(Role::Data, Window::read(given)))),
    )
};

/// Data and output to weight.
pub static CONV_WEIGHT: OpDef = OpDef {
    internal: true,
    ..OpDef::new(
        "_conv_weight",
        "The gradient of a convolution with respect to the weight.",
        Inputs::Fixed(&[input(DATA.0, DATA.1), input(OUTPUT.0, OUTPUT.1)]),
        Window::SCHEMA,
        |given| Ok(Rc::new(Part(Role::Weight, Window::read(given)))),
    )
};

impl Part {
    fn geometry(&self, a: &Shape, b: &Shape) -> Result<Conv> {
        let (in_channels, out_channels) = match self.0 {
            Role::Output => (a[1], b[0]),
            Role::Data => (b[1] * self.1.num_group, a[1]),
            Role::Weight => (a[1], b[1]),
        };
        let g = self.1.geometry(self.def().name, a[0], in_channels, out_channels)?;
        // The place of the operand that carries the output's spatial sizes.
        let output = match self.0 {
            Role::Output => return Ok(g),
            Role::Data => a,
            Role::Weight => b,
        };
        if output.len() != g.spatial + 2 || left_filled(&output[2..], 1) != g.out_size {
            let expected = format!("spatial sizes {:?}", &g.out_size[3 - g.spatial..]);
            return Err(Error::shape(self.def().name, "output", output, expected));
        }
        Ok(g)
    }
}

impl Op for Part {
    fn def(&self) -> &'static OpDef {
        match self.0 {
            Role::Output => &CONV,
            Role::Data => &CONV_DATA,
            Role::Weight => &CONV_WEIGHT,
        }
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = same_dtype(self.def(), inputs)?;
        let g = self.geometry(&inputs[0].shape, &inputs[1].shape)?;
        let (first, second, sizes) = match self.0 {
            Role::Output => (g.batch, g.out_channels, g.out_size),
            Role::Data => (g.batch, g.in_channels, g.in_size),
            Role::Weight => (g.out_channels, g.in_channels / g.groups, g.kernel),
        };
        let shape = [first, second].into_iter().chain(sizes[3 - g.spatial..].iter().copied()).collect();
        Ok(vec![Spec::new(shape, dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let g = self.geometry(x[0].shape(), x[1].shape())?;
        for_float!(y[0].dtype(), T => {
            let (a, b, mut y) = (x[0].read::<T>(), x[1].read::<T>(), y[0].write::<T>());
            match self.0 {
                Role::Output => kernels::conv::forward::<T>(&g, &a, &b, None, &mut y),
                Role::Data => kernels::conv::backward_data::<T>(&g, &a, &b, &mut y),
                Role::Weight => kernels::conv::backward_weight::<T>(&g, &a, &b, &mut y),
            }
        });
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let (a, b, h, window) = (grad.input(0), grad.input(1), grad.head(0)?, &self.1);
        let left = || match self.0 {
            Role::Output => data(&h, &b, window),
            Role::Data => output(&h, &b, window),
            Role::Weight => data(&b, &h, window),
        };
        let right = || match self.0 {
            Role::Output => weight(&a, &h, window),
            Role::Data => weight(&h, &a, window),
            Role::Weight => output(&a, &h, window),
        };
        Ok(vec![grad.needs(0).then(left).transpose()?, grad.needs(1).then(right).transpose()?])
    }
}

fn call(role: Role, a: &NDArray, b: &NDArray, window: &Window) -> Result<NDArray> {
    crate::invoke::invoke1(Part(role, window.clone()), &[a.clone(), b.clone()])
}

/// Data and weight to output.
pub fn output(data: &NDArray, weight: &NDArray, window: &Window) -> Result<NDArray> {
    call(Role::Output, data, weight, window)
}

/// Output and weight to data.
pub fn data(output: &NDArray, weight: &NDArray, window: &Window) -> Result<NDArray> {
    call(Role::Data, output, weight, window)
}

/// Data and output to weight.
pub fn weight(data: &NDArray, output: &NDArray, window: &Window) -> Result<NDArray> {
    call(Role::Weight, data, output, window)
}
