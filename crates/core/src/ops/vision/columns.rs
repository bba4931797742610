//! The windows of a convolution as columns, and back.

use super::weighted::Table;
use super::{checked, floats};
use crate::array::Spec;
use crate::attrs;
use crate::attrs::{AttrValue, Tuple};
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::{Inputs, Op, OpDef, input};
use crate::ops::functional as f;
use crate::ops::matrix::composite;
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
            shape: f::tuple(&Shape::new(shape)),
            plain: false,
        };
        // The channels do not matter to sizes.
        let g = window.geometry(op, 1, 1, 1)?;
        checked(&[checked(&g.kernel)?, checked(&g.out_size)?])?;
        Ok(g)
    }
    fn parts(&self, x: &[NDArray]) -> Result<NDArray> {
        let shape = x[0].shape();
        let g = self.geometry(IM2COL.name, &shape[2..])?;
        let (kernel, windows): (usize, usize) = (g.kernel.iter().product(), g.out_size.iter().product());
        let flat = f::reshape(&x[0], &Shape::from([shape[0], shape[1], shape[2..].iter().product()]))?;
        f::reshape(&table(&g)?.sum(&flat, 2)?, &Shape::from([shape[0], shape[1] * kernel, windows]))
    }
}

/// For every element of the window and every place of the window the element that it shows; none in the padding.
fn table(g: &Conv) -> Result<Table> {
    let at = |i: usize, sizes: &[usize; 3]| [i / (sizes[1] * sizes[2]), i / sizes[2] % sizes[1], i % sizes[2]];
    let mut table = Table::default();
    let rows = g.kernel.iter().chain(&g.out_size).product();
    table.reserve(rows, rows)?;
    for k in 0..g.kernel.iter().product() {
        let k = at(k, &g.kernel);
        for window in 0..g.out_size.iter().product() {
            let window = at(window, &g.out_size);
            let place = (0..3).try_fold(0, |place, d| {
                let here = (window[d] * g.stride[d] + k[d] * g.dilate[d]).checked_sub(g.pad[d])?;
                (here < g.in_size[d]).then_some(place * g.in_size[d] + here)
            });
            place.into_iter().for_each(|place| table.add(place, 1.0));
            table.end();
        }
    }
    Ok(table)
}

impl Op for Im2col {
    composite!(IM2COL);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = floats(&IM2COL, inputs)?;
        let shape = &inputs[0].shape;
        if shape.len() < 3 || shape.len() != self.kernel.0.len() + 2 {
            let expected = format!("(batch, channels, …) with {} spatial dimensions like kernel", self.kernel.0.len());
            return Err(Error::shape(IM2COL.name, "data", shape, expected));
        }
        let g = self.geometry(IM2COL.name, &shape[2..])?;
        let rows = checked(&[shape[1], checked(&g.kernel)?])?;
        Ok(vec![Spec::new(Shape::from([shape[0], rows, checked(&g.out_size)?]), dtype)])
    }
}

impl Col2im {
    fn geometry(&self) -> Result<(Conv, Vec<usize>)> {
        let Some(sizes) = self.output_size.sizes().filter(|sizes| sizes.len() == self.kernel.0.len()) else {
            let expected = format!("{} sizes like kernel", self.kernel.0.len());
            return Err(Error::attr(COL2IM.name, "output_size", self.output_size.text(), expected));
        };
        let Col2im { kernel, stride, dilate, pad, .. } = self.clone();
        Ok((Im2col { kernel, stride, dilate, pad }.geometry(COL2IM.name, &sizes)?, sizes))
    }
    fn parts(&self, x: &[NDArray]) -> Result<NDArray> {
        let (g, sizes) = self.geometry()?;
        let shape = x[0].shape();
        let kernel: usize = g.kernel.iter().product();
        let (batch, channels) = (shape[0], shape[1] / kernel);
        let columns = f::reshape(&x[0], &Shape::from([batch, channels, kernel * shape[2]]))?;
        let flat = table(&g)?.spread(&columns, 2, sizes.iter().product())?;
        f::reshape(&flat, &[batch, channels].into_iter().chain(sizes).collect())
    }
}

impl Op for Col2im {
    composite!(COL2IM);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = floats(&COL2IM, inputs)?;
        let (g, sizes) = self.geometry()?;
        let (kernel, windows) = (checked(&g.kernel)?, checked(&g.out_size)?);
        let shape = &inputs[0].shape;
        if shape.len() != 3 || !shape[1].is_multiple_of(kernel) || shape[2] != windows {
            let expected = format!("(batch, a multiple of {kernel}, {windows})");
            return Err(Error::shape(COL2IM.name, "data", shape, expected));
        }
        checked(&sizes)?;
        Ok(vec![Spec::new([shape[0], shape[1] / kernel].into_iter().chain(sizes).collect(), dtype)])
    }
}
