//! Convolutions whose windows look at points that are moved by offsets.

use super::sampler::at_points;
use super::{expect_dims, floats};
use crate::array::Spec;
use crate::attrs;
use crate::attrs::{AttrValue, Tuple};
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::{Input, Inputs, Op, OpDef, expect_shape, input, optional};
use crate::ops::functional as f;
use crate::ops::matrix::{composite, product};
use crate::ops::movement::choose;
use crate::ops::movement::slice::{View, view};
use crate::ops::nn::conv_parts::Window;
use crate::ops::nn::convolution::{Layout, check};
use crate::ops::nn::support::per_channel;
use crate::ops::scalar;
use crate::shape::Shape;
use kernels::conv::Conv;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&DEFORMABLE, &MODULATED];

attrs! {
    /// Size and options of a convolution.
    pub struct Attrs {
        /// The size of the kernel, (height, width).
        kernel: Tuple,
        /// The steps between windows; empty for 1.
        stride: Tuple = Tuple::default(),
        /// The steps between the elements of a window; empty for 1.
        dilate: Tuple = Tuple::default(),
        /// The zeros on both sides of the data; empty for none.
        pad: Tuple = Tuple::default(),
        /// The number of output channels.
        num_filter: usize,
        /// The number of groups that channels are split into.
        num_group: usize = 1,
        /// The number of groups of channels with offsets of their own.
        num_deformable_group: usize = 1,
        /// Accepted for MXNet's sake.
        workspace: usize = 1024,
        /// Whether there is no bias.
        no_bias: bool = false,
        /// Accepted for MXNet's sake, which has it in ModulatedDeformableConvolution only.
        im2col_step: usize = 64,
        /// The layout of data: NCHW, which None stands for.
        layout: Option<Layout> = None,
    }
}

const DATA: Input = input("data", "Images, (batch, channels, height, width).");
const OFFSET: Input = input(
    "offset",
    "How far points are moved, (batch, num_deformable_group * kernel * 2, height, width) of the output: for every element of \
     the kernel down and to the right.",
);
const WEIGHT: Input = input("weight", "(num_filter, channels / num_group, kernel...).");
const BIAS: Input = optional("bias", "The bias, (num_filter,); none with no_bias.");

/// `nd.contrib.DeformableConvolution`
pub static DEFORMABLE: OpDef = OpDef::new(
    "_contrib_DeformableConvolution",
    "Convolution whose windows look at points moved by offsets, interpolated; 0 outside.",
    Inputs::Fixed(&[DATA, OFFSET, WEIGHT, BIAS]),
    Attrs::SCHEMA,
    |given| Ok(Rc::new(Deformable { attrs: Attrs::read(given), is_modulated: false })),
);

/// `nd.contrib.ModulatedDeformableConvolution`
pub static MODULATED: OpDef = OpDef::new(
    "_contrib_ModulatedDeformableConvolution",
    "Convolution whose windows look at points moved by offsets, interpolated and multiplied with a mask; 0 outside.",
    Inputs::Fixed(&[
        DATA,
        OFFSET,
        input("mask", "What points count, (batch, num_deformable_group * kernel, height, width) of the output."),
        WEIGHT,
        BIAS,
    ]),
    Attrs::SCHEMA,
    |given| Ok(Rc::new(Deformable { attrs: Attrs::read(given), is_modulated: true })),
);

struct Deformable {
    attrs: Attrs,
    is_modulated: bool,
}

impl Deformable {
    /// The place of the weight among the inputs.
    fn weight(&self) -> usize {
        if self.is_modulated { 3 } else { 2 }
    }

    /// The sizes of the convolution, of three dimensions of which the first is 1.
    fn geometry(&self, data: &Shape) -> Result<Conv> {
        let Attrs { kernel, stride, dilate, pad, num_filter, num_group, .. } = self.attrs.clone();
        let shape = f::tuple(&Shape::new(&data[2..]));
        Window { kernel, stride, dilate, pad, num_group, shape, plain: false }.geometry(
            Op::def(self).name,
            data[0],
            data[1],
            num_filter,
        )
    }

    /// Where along an axis the points lie, and whether they are within the image: (batch * groups * points,).
    fn coordinates(&self, offset: &NDArray, axis: usize, g: &Conv) -> Result<NDArray> {
        let (elements, windows) = (g.kernel[1] * g.kernel[2], g.out_size[1] * g.out_size[2]);
        let lists = offset.shape().size() / (2 * elements * windows).max(1);
        let pairs = f::reshape(offset, &Shape::from([lists * elements, 2, windows]))?;
        let moved = view(&pairs, &View::along(pairs.shape(), 1, axis, 1))?;
        let place = |i: usize| {
            let (element, window) = (i / windows, i % windows);
            let (of_element, of_window) = match axis {
                0 => (element / g.kernel[2], window / g.out_size[2]),
                _ => (element % g.kernel[2], window % g.out_size[2]),
            };
            let d = axis + 1;
            (of_window * g.stride[d] + of_element * g.dilate[d]) as f64 - g.pad[d] as f64
        };
        let places: Vec<f64> = (0..elements * windows).map(place).collect();
        let places = f::cast(&NDArray::from_slice([1, elements * windows], &places)?, offset.dtype())?;
        let at = f::add(&f::reshape(&moved, &Shape::from([lists, elements * windows]))?, &places)?;
        f::reshape(&at, &Shape::from([lists * elements * windows]))
    }

    /// The points as `DeformableConvolution` sees them: those beyond the last element are there, those outside far away.
    fn cut(&self, at: [NDArray; 2], g: &Conv) -> Result<[NDArray; 2]> {
        let [y, x] = &at;
        let spec = y.spec().clone();
        let inside = |v: &NDArray, size: usize| {
            f::mul(
                &scalar::call(&scalar::GREATER_EQUAL, &v.detach(), 0.0)?,
                &scalar::call(&scalar::LESSER, &v.detach(), size as f64)?,
            )
        };
        let inside = f::mul(&inside(y, g.in_size[1])?, &inside(x, g.in_size[2])?)?;
        let cut = |v: &NDArray, size: usize| {
            let last = size as f64 - 1.0;
            let before = scalar::call(&scalar::LESSER, &v.detach(), last)?;
            let there = choose::call(&before, v, &f::full(&spec, last)?)?;
            choose::call(&inside, &there, &f::full(&spec, -2.0)?)
        };
        Ok([cut(y, g.in_size[1])?, cut(x, g.in_size[2])?])
    }

    fn parts(&self, x: &[NDArray]) -> Result<NDArray> {
        let shape = x[0].shape();
        let (batch, channels) = (shape[0], shape[1]);
        let g = self.geometry(shape)?;
        let (elements, windows) = (g.kernel[1] * g.kernel[2], g.out_size[1] * g.out_size[2]);
        let (lists, groups, filters) = (self.attrs.num_deformable_group, self.attrs.num_group, self.attrs.num_filter);
        let (each, [_, height, width]) = (channels / lists, g.in_size);
        let at = [self.coordinates(&x[1], 0, &g)?, self.coordinates(&x[1], 1, &g)?];
        let [y, x_] = if self.is_modulated { at } else { self.cut(at, &g)? };
        let images =
            f::transpose(&f::reshape(&x[0], &Shape::from([batch * lists, each, height * width]))?, &[0, 2, 1])?;
        let images = f::reshape(&images, &Shape::from([batch * lists * height * width, each]))?;
        let mask = self.is_modulated.then(|| &x[2]);
        let seen = at_points(&images, [height, width], [&y, &x_], &|point| point / (elements * windows), mask)?;
        let columns = f::reshape(&seen, &Shape::from([batch, lists, elements, windows, each]))?;
        let columns = f::transpose(&columns, &[1, 4, 2, 0, 3])?;
        let depth = channels / groups * elements;
        let columns = f::reshape(&columns, &Shape::from([groups, depth, batch * windows]))?;
        let weight = f::reshape(&x[self.weight()], &Shape::from([groups, filters / groups, depth]))?;
        let out = f::reshape(&product(&weight, &columns, false, false)?, &Shape::from([filters, batch, windows]))?;
        let out = f::transpose(&out, &[1, 0, 2])?;
        let out = f::reshape(&out, &Shape::from([batch, filters, g.out_size[1], g.out_size[2]]))?;
        match x.get(self.weight() + 1) {
            Some(bias) => f::add(&out, &per_channel(bias, 4, 1)?),
            None => Ok(out),
        }
    }
}

impl Op for Deformable {
    fn def(&self) -> &'static OpDef {
        if self.is_modulated { &MODULATED } else { &DEFORMABLE }
    }
    composite!();
    fn arity(&self) -> Option<usize> {
        Some(self.weight() + if self.attrs.no_bias { 1 } else { 2 })
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let (op, attrs) = (Op::def(self), &self.attrs);
        let dtype = floats(op, inputs)?;
        if attrs.kernel.0.len() != 2 {
            return Err(Error::attr(op.name, "kernel", attrs.kernel.text(), "(height, width)"));
        }
        let data = &inputs[0].shape;
        check(op, &attrs.kernel, attrs.layout, attrs.num_filter, attrs.num_group, data)?;
        super::expect_image(op, inputs, 0)?;
        let lists = attrs.num_deformable_group;
        if lists == 0 || !data[1].is_multiple_of(lists) {
            let expected = format!("a positive number that divides the {} channels of data", data[1]);
            return Err(Error::attr(op.name, "num_deformable_group", lists, expected));
        }
        let g = self.geometry(data)?;
        let [_, rows, columns] = g.kernel;
        let of_output = |count: usize| -> Result<[Option<usize>; 4]> {
            let count = super::checked(&[lists, count, rows, columns])?;
            Ok([data[0], count, g.out_size[1], g.out_size[2]].map(Some))
        };
        let words = "(batch, num_deformable_group * kernel * 2, height, width), the sizes those of the output";
        expect_dims(op, inputs, 1, &of_output(2)?, words)?;
        if self.is_modulated {
            let words = "(batch, num_deformable_group * kernel, height, width), the sizes those of the output";
            expect_dims(op, inputs, 2, &of_output(1)?, words)?;
        }
        let weight = Shape::from([attrs.num_filter, data[1] / attrs.num_group, rows, columns]);
        expect_shape(op, self.weight(), &inputs[self.weight()], &weight, &format_args!("data has shape {data}"))?;
        if let Some(bias) = inputs.get(self.weight() + 1) {
            let filters = Shape::from([attrs.num_filter]);
            expect_shape(op, self.weight() + 1, bias, &filters, &format_args!("num_filter is {}", attrs.num_filter))?;
        }
        Ok(vec![Spec::new(Shape::from([data[0], attrs.num_filter, g.out_size[1], g.out_size[2]]), dtype)])
    }
    fn complete(&self, inputs: &mut [Option<Shape>]) {
        let Some(Some(data)) = inputs.first() else { return };
        let [rows, columns] = [0, 1].map(|d| self.attrs.kernel.0.get(d).map_or(0, |&k| k as usize));
        if data.len() == 4 && self.attrs.num_group > 0 {
            let weight = Shape::from([self.attrs.num_filter, data[1] / self.attrs.num_group, rows, columns]);
            inputs[self.weight()].get_or_insert(weight);
        }
        if let Some(bias) = inputs.get_mut(self.weight() + 1) {
            bias.get_or_insert([self.attrs.num_filter].into());
        }
    }
}
