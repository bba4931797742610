//! Parts of tensors: slicing and its transpose.

use super::moves;
use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::{AttrValue, OptionalTuple, Tuple};
use crate::autograd::Grad;
use crate::error::{Error, Result};
use crate::for_width;
use crate::ndarray::NDArray;
use crate::op::{DATA, Gradients, Inputs, Keeps, Op, OpDef, Run, input};
use crate::ops::create::shape_attr;
use crate::ops::functional::tuple;
use crate::ops::reduce::axes_of;
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&SLICE, &SLICE_AXIS, &SLICE_LIKE, &VIEW, &VIEW_GRAD];

/// The elements `begin + index * step` of a tensor, for every index of `size`.
pub struct View {
    begin: Vec<usize>,
    step: Vec<isize>,
    size: Shape,
}

impl View {
    /// A box: everything between `begin` and `begin + size`.
    pub fn part(begin: Vec<usize>, size: Shape) -> View {
        View { step: vec![1; begin.len()], begin, size }
    }

    /// `size[axis]` indices of an axis from `begin`, all of the others.
    pub fn along(shape: &Shape, axis: usize, begin: usize, size: usize) -> View {
        let (mut start, mut part) = (vec![0; shape.len()], shape.clone());
        (start[axis], part[axis]) = (begin, size);
        View::part(start, part)
    }

    /// Everything, from the end along these axes.
    pub(super) fn reversed(shape: &Shape, axes: &[usize]) -> View {
        let mut view = View::part(vec![0; shape.len()], shape.clone());
        for &axis in axes {
            (view.begin[axis], view.step[axis]) = (shape[axis].saturating_sub(1), -1);
        }
        view
    }

    /// The shape of the part.
    pub fn size(&self) -> &Shape {
        &self.size
    }

    /// `y` = the viewed elements of `x`.
    pub(super) fn read(&self, x: &Array, y: &Array) {
        if self.size.contains(&0) {
            return;
        }
        for_width!(x.dtype(), E => kernels::movement::slice_strided::<E>(
            &x.read(), x.shape(), &self.begin, &self.step, &self.size, &mut y.write()));
    }

    /// Writes `x` to where the view lies in `y`.
    pub(super) fn write(&self, x: &Array, y: &Array) {
        if self.size.contains(&0) {
            return;
        }
        for_width!(x.dtype(), E => kernels::movement::assign_strided::<E>(
            &x.read(), &self.size, &self.begin, &self.step, y.shape(), &mut y.write()));
    }

    fn attrs(&self) -> (Tuple, Tuple) {
        (tuple(&Shape::new(&self.begin)), Tuple(self.step.iter().map(|&s| s as i64).collect()))
    }
}

/// The viewed elements.
pub fn view(x: &NDArray, view: &View) -> Result<NDArray> {
    let (begin, step) = view.attrs();
    crate::invoke::invoke1(ViewOp { begin, step, size: tuple(&view.size) }, std::slice::from_ref(x))
}

/// Zeros of `shape` with `x` where the view lies: the transpose of [`view`].
pub fn view_grad(x: &NDArray, view: &View, shape: &Shape) -> Result<NDArray> {
    let (begin, step) = view.attrs();
    crate::invoke::invoke1(ViewGrad { begin, step, shape: tuple(shape) }, std::slice::from_ref(x))
}

attrs! {
    /// A strided part, told exactly.
    pub struct ViewOp {
        /// The first index along each axis.
        begin: Tuple,
        /// The distance between indices along each axis.
        step: Tuple,
        /// How many indices along each axis.
        size: Tuple,
    }
}

/// Slicing as gradients see it: no code in the bounds, everything told.
pub static VIEW: OpDef = OpDef {
    internal: true,
    ..OpDef::new("_slice_view", "The elements begin + index·step.", DATA, ViewOp::SCHEMA, |given| {
        Ok(Rc::new(ViewOp::read(given)))
    })
};

attrs! {
    /// Where a strided part lies.
    pub struct ViewGrad {
        /// The first index along each axis.
        begin: Tuple,
        /// The distance between indices along each axis.
        step: Tuple,
        /// The shape of the whole.
        shape: Tuple,
    }
}

/// The gradient of slicing.
pub static VIEW_GRAD: OpDef = OpDef {
    internal: true,
    ..OpDef::new(
        "_slice_grad",
        "Zeros of `shape` with the data at begin + index·step.",
        DATA,
        ViewGrad::SCHEMA,
        |given| Ok(Rc::new(ViewGrad::read(given))),
    )
};

/// The view of checked attributes in a whole of `shape`.
fn checked_view(op: &'static str, begin: &Tuple, step: &Tuple, size: &Shape, shape: &Shape) -> Result<View> {
    let n = shape.len();
    let inside = |axis: usize, begin: i64| {
        let last = begin + (size[axis] as i64 - 1) * step.0[axis];
        size[axis] == 0 || ((0..shape[axis] as i64).contains(&begin) && (0..shape[axis] as i64).contains(&last))
    };
    let fits = size.len() == n && begin.0.len() == n && step.0.len() == n;
    if !fits || !begin.0.iter().enumerate().all(|(axis, &b)| inside(axis, b)) {
        let message = format!("begin {}, step {}, size {size} leave shape {shape}", begin.text(), step.text());
        return Err(Error::value(op, message));
    }
    let begin = begin.0.iter().map(|&b| b as usize).collect();
    Ok(View { begin, step: step.0.iter().map(|&s| s as isize).collect(), size: size.clone() })
}

impl ViewOp {
    fn view(&self, shape: &Shape) -> Result<View> {
        let size = shape_attr("_slice_view", &self.size)?;
        checked_view("_slice_view", &self.begin, &self.step, &size, shape)
    }
}

impl Op for ViewOp {
    moves!(VIEW);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![Spec::new(self.view(&inputs[0].shape)?.size, inputs[0].dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        self.view(x[0].shape())?.read(&x[0], &y[0]);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let shape = &grad.input_spec(0).shape;
        Ok(vec![Some(view_grad(&grad.head(0)?, &self.view(shape)?, shape)?)])
    }
}

impl ViewGrad {
    fn view(&self, part: &Shape) -> Result<(View, Shape)> {
        let shape = shape_attr("_slice_grad", &self.shape)?;
        Ok((checked_view("_slice_grad", &self.begin, &self.step, part, &shape)?, shape))
    }
}

impl Op for ViewGrad {
    moves!(VIEW_GRAD);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![Spec::new(self.view(&inputs[0].shape)?.1, inputs[0].dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        y[0].bytes_mut().fill(0);
        self.view(x[0].shape())?.0.write(&x[0], &y[0]);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        Ok(vec![Some(view(&grad.head(0)?, &self.view(&grad.input_spec(0).shape)?.0)?)])
    }
}

/// The gradient of an operator that reads a view of its first input.
fn whole(grad: &Grad, view: &View) -> Gradients {
    let mut grads = vec![Some(view_grad(&grad.head(0)?, view, &grad.input_spec(0).shape)?)];
    grads.resize(grad.num_inputs(), None);
    Ok(grads)
}

/// Python's rule for `begin:end:step` along an axis of length `len`: first index and number of indices.
fn range(len: usize, begin: Option<i64>, end: Option<i64>, step: i64) -> (usize, usize) {
    let len = len as i64;
    let (low, high) = if step > 0 { (0, len) } else { (-1, len - 1) };
    let bound = |v: Option<i64>, default: i64| {
        v.map_or(default, |v| if v < 0 { v.saturating_add(len) } else { v }.clamp(low, high))
    };
    let (first, last) = if step > 0 { (low, high) } else { (high, low) };
    let (begin, end) = (bound(begin, first), bound(end, last));
    let distance = if step > 0 { end - begin } else { begin - end };
    let count = if distance > 0 { (distance - 1) / step.abs() + 1 } else { 0 };
    (begin.max(0) as usize, count as usize)
}

/// The view that `begin`, `end` and `step` of `slice` and its kin mean.
pub(super) fn slice_view(
    op: &'static str,
    shape: &Shape,
    begin: &OptionalTuple,
    end: &OptionalTuple,
    step: &OptionalTuple,
) -> Result<View> {
    let n = begin.0.len();
    if n > shape.len() {
        return Err(Error::attr(
            op,
            "begin",
            begin.text(),
            format!("at most {} bounds for shape {shape}", shape.len()),
        ));
    }
    if end.0.len() != n {
        return Err(Error::attr(op, "end", end.text(), format!("{n} bounds, as begin has")));
    }
    if !step.0.is_empty() && step.0.len() != n {
        return Err(Error::attr(op, "step", step.text(), format!("{n} steps, as begin has bounds")));
    }
    let mut view = View::part(vec![0; shape.len()], shape.clone());
    for i in 0..n {
        let step = match step.0.get(i).copied().flatten().unwrap_or(1) {
            0 => return Err(Error::attr(op, "step", step.text(), "steps other than 0")),
            step => step,
        };
        (view.begin[i], view.size[i]) = range(shape[i], begin.0[i], end.0[i], step);
        view.step[i] = step as isize;
    }
    Ok(view)
}

attrs! {
    /// Bounds of a part.
    pub struct Slice {
        /// The first index along each of the leading axes; negative ones count from the end, None is the start.
        begin: OptionalTuple,
        /// The end (not included) along these axes; None is the end of the axis.
        end: OptionalTuple,
        /// The distance between indices; negative ones go backwards. None and an empty list mean 1.
        step: OptionalTuple = OptionalTuple(Vec::new()),
    }
}

/// `nd.slice`
pub static SLICE: OpDef = OpDef {
    aliases: &["_npi_slice", "_npx_slice", "_sparse_slice", "crop"],
    ..OpDef::new("slice", "The part begin:end:step along the leading axes.", DATA, Slice::SCHEMA, |given| {
        Ok(Rc::new(Slice::read(given)))
    })
};

impl Slice {
    fn view(&self, shape: &Shape) -> Result<View> {
        slice_view("slice", shape, &self.begin, &self.end, &self.step)
    }
}

impl Op for Slice {
    moves!(SLICE);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![Spec::new(self.view(&inputs[0].shape)?.size, inputs[0].dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        self.view(x[0].shape())?.read(&x[0], &y[0]);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        whole(grad, &self.view(&grad.input_spec(0).shape)?)
    }
}

attrs! {
    /// Bounds along one axis.
    pub struct SliceAxis {
        /// The axis; negative ones count from the end.
        axis: i64,
        /// The first index; negative ones count from the end.
        begin: i64,
        /// The end (not included); None is the end of the axis.
        end: Option<i64>,
    }
}

/// `nd.slice_axis`
pub static SLICE_AXIS: OpDef =
    OpDef::new("slice_axis", "The part begin:end along one axis.", DATA, SliceAxis::SCHEMA, |given| {
        Ok(Rc::new(SliceAxis::read(given)))
    });

impl SliceAxis {
    fn view(&self, shape: &Shape) -> Result<View> {
        let axis = axes_of("slice_axis", "axis", &[self.axis], shape)?[0];
        let len = shape[axis] as i64;
        let place = |v: i64| if v < 0 { v + len } else { v };
        let (begin, end) = (place(self.begin), self.end.map_or(len, place));
        if !(0 <= begin && begin < end && end <= len) {
            let given = format!("{}:{}", self.begin, self.end.map_or("None".into(), |e| e.to_string()));
            let message = format!("{given} is no part of axis {axis} of shape {shape}");
            return Err(Error::value("slice_axis", message));
        }
        Ok(View::along(shape, axis, begin as usize, (end - begin) as usize))
    }
}

impl Op for SliceAxis {
    moves!(SLICE_AXIS);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![Spec::new(self.view(&inputs[0].shape)?.size, inputs[0].dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        self.view(x[0].shape())?.read(&x[0], &y[0]);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        whole(grad, &self.view(&grad.input_spec(0).shape)?)
    }
}

attrs! {
    /// The axes to cut.
    pub struct SliceLike {
        /// The axes that get the other tensor's sizes; all when empty.
        axes: Tuple = Tuple(Vec::new()),
    }
}

/// `nd.slice_like`
pub static SLICE_LIKE: OpDef = OpDef::new(
    "slice_like",
    "The leading part of the data that has the other tensor's size along the given axes.",
    Inputs::Fixed(&[
        input("data", "The tensor to cut."),
        input("shape_like", "The tensor with the sizes; its values do not matter."),
    ]),
    SliceLike::SCHEMA,
    |given| Ok(Rc::new(SliceLike::read(given))),
);

impl SliceLike {
    fn view(&self, shape: &Shape, like: &Shape) -> Result<View> {
        if self.axes.0.is_empty() && shape.len() != like.len() {
            let expected = format!("{} axes, as data has shape {shape} and axes is empty", shape.len());
            return Err(Error::shape("slice_like", "shape_like", like, expected));
        }
        let axes = match self.axes.0.is_empty() {
            true => (0..shape.len()).collect(),
            false => axes_of("slice_like", "axes", &self.axes.0, shape)?,
        };
        let mut size = shape.clone();
        for axis in axes {
            size[axis] = like.get(axis).copied().filter(|&d| d <= shape[axis]).ok_or_else(|| {
                let expected = format!("at most {} at axis {axis}, as data has shape {shape}", shape[axis]);
                Error::shape("slice_like", "shape_like", like, expected)
            })?;
        }
        Ok(View::part(vec![0; shape.len()], size))
    }
}

impl Op for SliceLike {
    moves!(SLICE_LIKE);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![Spec::new(self.view(&inputs[0].shape, &inputs[1].shape)?.size, inputs[0].dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        self.view(x[0].shape(), x[1].shape())?.read(&x[0], &y[0]);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        whole(grad, &self.view(&grad.input_spec(0).shape, &grad.input_spec(1).shape)?)
    }
}
