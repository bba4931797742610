//! The windows of a convolution as columns, and back.

use super::{checked, floats};
use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::{AttrValue, Tuple};
use crate::autograd::Grad;
use crate::error::{Error, Result};
use crate::for_float;
use crate::invoke::invoke1;
use crate::op::{Gradients, Inputs, Keeps, Op, OpDef, Run, input};
use crate::ops::functional as f;
use crate::ops::nn::conv_parts::Window;
use crate::shape::Shape;
use kernels::conv::Conv;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&IM2COL, &COL2IM];

attrs! {
    /// The window of a convolution.
    pub struct Im2col {
        /// The size of the window: one number for each spatial dimension, of which there are up to three.
        kernel: Tuple,
        /// The steps between windows; empty: 1.
        stride: Tuple = Tuple::default(),
        /// The steps between the elements of a window; empty: 1.
        dilate: Tuple = Tuple::default(),
        /// The zeros on both sides of the data; empty: 0.
        pad: Tuple = Tuple::default(),
    }
}

/// `nd.im2col`
pub static IM2COL: OpDef = OpDef::new(
    "im2col",
    "The windows that a convolution looks at as columns, (batch, channels * size of the window, windows).",
    Inputs::Fixed(&[input("data", "(batch, channels, …), up to three spatial dimensions.")]),
    Im2col::SCHEMA,
    |given| Ok(Rc::new(Im2col::read(given))),
);

attrs! {
    /// The window of a convolution, and what it slides over.
    pub struct Col2im {
        /// The spatial sizes of the result.
        output_size: Tuple,
        /// The size of the window: one number for each spatial dimension, of which there are up to three.
        kernel: Tuple,
        /// The steps between windows; empty: 1.
        stride: Tuple = Tuple::default(),
        /// The steps between the elements of a window; empty: 1.
        dilate: Tuple = Tuple::default(),
        /// The zeros on both sides of the result, which are left out; empty: 0.
        pad: Tuple = Tuple::default(),
    }
}

/// `nd.col2im`
pub static COL2IM: OpDef = OpDef::new(
    "col2im",
    "Sums of columns where the windows that they stand for lie, (batch, channels, …): the transpose of im2col.",
    Inputs::Fixed(&[input("data", "(batch, channels * size of the window, windows).")]),
    Col2im::SCHEMA,
    |given| Ok(Rc::new(Col2im::read(given))),
);

impl Im2col {
    /// The geometry for images of these channels and sizes.
    fn geometry(&self, op: &'static str, shape: &[usize]) -> Result<Conv> {
        let rank = self.kernel.0.len();
        if !(1..=3).contains(&rank) {
            return Err(Error::attr(op, "kernel", self.kernel.text(), "one to three sizes"));
        }
        let window = Window {
            kernel: self.kernel.clone(),
            stride: self.stride.clone(),
            dilate: self.dilate.clone(),
            pad: self.pad.clone(),
            num_group: 1,
            shape: f::tuple(&Shape::new(&shape[1..])),
            plain: false,
        };
        let g = window.geometry(op, 1, shape[0], 1)?;
        checked(&[checked(&g.kernel)?, checked(&g.out_size)?])?;
        Ok(g)
    }
}

/// Calls a kernel for every image.
macro_rules! each_image {
    ($kernel:ident, $g:ident, $x:expr, $y:expr) => {
        for_float!($x.dtype(), T => {
            let (x, mut y, batch) = ($x.read::<T>(), $y.write::<T>(), $x.shape()[0]);
            let (of_x, of_y) = (x.len() / batch.max(1), y.len() / batch.max(1));
            for i in 0..batch {
                kernels::conv::$kernel::<T>(&$g, &x[i * of_x..], &mut y[i * of_y..]);
            }
        })
    };
}

impl Op for Im2col {
    fn def(&self) -> &'static OpDef {
        &IM2COL
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = floats(&IM2COL, inputs)?;
        let shape = &inputs[0].shape;
        if shape.len() < 3 || shape.len() != self.kernel.0.len() + 2 {
            let expected = format!("(batch, channels, …) with {} spatial dimensions like kernel", self.kernel.0.len());
            return Err(Error::shape(IM2COL.name, "data", shape, expected));
        }
        let g = self.geometry(IM2COL.name, &shape[1..])?;
        let rows = checked(&[shape[1], checked(&g.kernel)?])?;
        Ok(vec![Spec::new(Shape::from([shape[0], rows, checked(&g.out_size)?]), dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let g = self.geometry(IM2COL.name, &x[0].shape()[1..])?;
        each_image!(im2col, g, x[0], y[0]);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let output_size = f::tuple(&Shape::new(&grad.input_spec(0).shape[2..]));
        let Im2col { kernel, stride, dilate, pad } = self.clone();
        let back = Col2im { output_size, kernel, stride, dilate, pad };
        Ok(vec![Some(invoke1(back, &[grad.head(0)?])?)])
    }
}

impl Col2im {
    fn transpose(&self) -> Im2col {
        let Col2im { kernel, stride, dilate, pad, .. } = self.clone();
        Im2col { kernel, stride, dilate, pad }
    }
    /// The geometry for images of so many channels.
    fn geometry(&self, channels: usize) -> Result<Conv> {
        let Some(mut sizes) = self.output_size.sizes().filter(|sizes| sizes.len() == self.kernel.0.len()) else {
            let expected = format!("{} sizes like kernel", self.kernel.0.len());
            return Err(Error::attr(COL2IM.name, "output_size", self.output_size.text(), expected));
        };
        sizes.insert(0, channels);
        self.transpose().geometry(COL2IM.name, &sizes)
    }
}

impl Op for Col2im {
    fn def(&self) -> &'static OpDef {
        &COL2IM
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = floats(&COL2IM, inputs)?;
        let g = self.geometry(1)?;
        let (kernel, windows) = (checked(&g.kernel)?, checked(&g.out_size)?);
        let shape = &inputs[0].shape;
        if shape.len() != 3 || !shape[1].is_multiple_of(kernel) || shape[2] != windows {
            let expected = format!("(batch, a multiple of {kernel}, {windows})");
            return Err(Error::shape(COL2IM.name, "data", shape, expected));
        }
        checked(&g.in_size)?;
        let sizes = &g.in_size[3 - g.spatial..];
        Ok(vec![Spec::new([shape[0], shape[1] / kernel].iter().chain(sizes).copied().collect(), dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let g = self.geometry(y[0].shape()[1])?;
        each_image!(col2im, g, x[0], y[0]);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        Ok(vec![Some(invoke1(self.transpose(), &[grad.head(0)?])?)])
    }
}
