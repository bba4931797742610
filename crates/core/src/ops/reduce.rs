//! Reductions over axes: a table with a row an operator.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::Tuple;
use crate::autograd::Grad;
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::{Compute, DATA, Gradients, Keeps, Op, OpDef, Run};
use crate::ops::functional as f;
use crate::shape::Shape;
use crate::{for_float, for_int};
use kernels::reduce::Reduce;
use std::rc::Rc;

attrs! {
    /// Which axes are reduced.
    pub struct Axes {
        /// The axes to reduce; negative ones count from the end. None or an empty list reduces all of them.
        axis: Option<Tuple> = None,
        /// Whether reduced axes stay, with size 1.
        keepdims: bool = false,
        /// Whether `axis` names the axes to keep instead.
        exclude: bool = false,
    }
}

/// The places of possibly negative axes, sorted, each once.
pub fn axes_of(op: &'static str, name: &str, axes: &[i64], shape: &Shape) -> Result<Vec<usize>> {
    let mut places = Vec::with_capacity(axes.len());
    for &axis in axes {
        let place = shape.axis(axis).ok_or_else(|| {
            Error::attr(op, name, axis, format!("an axis of shape {shape} (-{0} to {0} - 1)", shape.len()))
        })?;
        if places.contains(&place) {
            return Err(Error::attr(op, name, axis, "each axis once"));
        }
        places.insert(places.partition_point(|&before| before < place), place);
    }
    Ok(places)
}

impl Axes {
    /// The places of the reduced axes.
    pub fn places(&self, op: &'static str, shape: &Shape) -> Result<Vec<usize>> {
        let given = match &self.axis {
            Some(axis) if !axis.0.is_empty() => axes_of(op, "axis", &axis.0, shape)?,
            _ => return Ok((0..shape.len()).collect()),
        };
        Ok(if self.exclude { (0..shape.len()).filter(|a| !given.contains(a)).collect() } else { given })
    }
}

/// A shape with some axes reduced. Without any axis left the shape is `(1,)`: MXNet has no 0-dimensional arrays.
pub fn reduced_shape(shape: &Shape, axes: &[usize], keepdims: bool) -> Shape {
    let dims = shape.iter().enumerate();
    let reduced: Shape = match keepdims {
        true => dims.map(|(i, &d)| if axes.contains(&i) { 1 } else { d }).collect(),
        false => dims.filter(|(i, _)| !axes.contains(i)).map(|(_, &d)| d).collect(),
    };
    if reduced.is_empty() { Shape::from([1]) } else { reduced }
}

/// One reduction.
pub struct Row {
    /// Its definition.
    pub def: OpDef,
    kernel: Reduce,
    /// Whether the sum is divided by the number of elements.
    mean: bool,
    keeps: Keeps,
    /// From the input, the output and the head gradient (both of the reduced shape with the axes kept).
    rule: fn(&Terms) -> Result<NDArray>,
}

/// What a gradient rule reads.
pub struct Terms<'a> {
    grad: &'a Grad<'a>,
    kept: Shape,
    head: NDArray,
    /// How many elements each result came from.
    count: usize,
}

impl Terms<'_> {
    fn x(&self) -> NDArray {
        self.grad.input(0)
    }
    fn y(&self) -> Result<NDArray> {
        f::reshape(&self.grad.output(0), &self.kept)
    }
    fn g(&self) -> Result<NDArray> {
        f::reshape(&self.head, &self.kept)
    }
    fn spread(&self, x: &NDArray) -> Result<NDArray> {
        f::broadcast_to(x, &self.grad.input_spec(0).shape)
    }
}

/// The operator of a row.
pub struct ReduceOp(pub &'static Row, pub Axes);

impl Op for ReduceOp {
    fn def(&self) -> &'static OpDef {
        &self.0.def
    }

    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let axes = self.1.places(self.0.def.name, &inputs[0].shape)?;
        Ok(vec![Spec::new(reduced_shape(&inputs[0].shape, &axes, self.1.keepdims), inputs[0].dtype)])
    }

    fn compute(&self, inputs: &[Array]) -> Compute {
        if inputs[0].dtype().is_float() { Compute::Float } else { Compute::Any }
    }

    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let axes = self.1.places(self.0.def.name, x[0].shape())?;
        reduce(self.0.kernel, &x[0], &axes, &y[0])?;
        if self.0.mean {
            // No elements have no mean: 0 / 0, which is 0 for integers.
            let count = x[0].size() / y[0].size().max(1);
            if y[0].dtype().is_float() {
                for_float!(y[0].dtype(), T => {
                    let count = count as T;
                    y[0].write::<T>().iter_mut().for_each(|v| *v /= count);
                });
            } else {
                for_int!(y[0].dtype(), T => y[0].write::<T>().iter_mut().for_each(|v| *v = (i128::from(*v) / count.max(1) as i128) as T));
            }
        }
        Ok(())
    }

    fn keeps(&self) -> Keeps {
        self.0.keeps
    }

    fn gradient(&self, grad: &Grad) -> Gradients {
        let shape = &grad.input_spec(0).shape;
        let axes = self.1.places(self.0.def.name, shape)?;
        let kept = reduced_shape(shape, &axes, true);
        let count = axes.iter().map(|&a| shape[a]).product();
        let terms = Terms { grad, kept, head: grad.head(0)?, count };
        Ok(vec![Some((self.0.rule)(&terms)?)])
    }
}

/// Reduces the axes of an array, one run of adjacent axes after the other, last first.
pub fn reduce(kernel: Reduce, x: &Array, axes: &[usize], y: &Array) -> Result<()> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for &a in axes {
        match runs.last_mut() {
            Some((_, end)) if *end == a => *end += 1,
            _ => runs.push((a, a + 1)),
        }
    }
    let Some(&first) = runs.first() else {
        // Nothing to reduce, but NaN and absolute value rules still apply: runs of one element.
        return reduce_run(kernel, x, x.size(), 1, 1, y);
    };
    let (mut x, mut kernel) = (x.clone(), kernel);
    for &(begin, end) in runs.iter().rev() {
        let (shape, last) = (x.shape().clone(), (begin, end) == first);
        let outer = shape[..begin].iter().product();
        let n = shape[begin..end].iter().product();
        let inner: usize = shape[end..].iter().product();
        let part = match last {
            true => y.clone(),
            false => {
                let dims: Shape =
                    shape.iter().enumerate().map(|(i, &d)| if (begin..end).contains(&i) { 1 } else { d }).collect();
                Array::empty(Spec::new(dims, x.dtype()))?
            }
        };
        reduce_run(kernel, &x, outer, n, inner, &part)?;
        x = part;
        kernel = of_parts(kernel);
    }
    Ok(())
}

/// How the results of parts are joined: what a reduction does to single elements is done once.
fn of_parts(kernel: Reduce) -> Reduce {
    match kernel {
        Reduce::SumAbs | Reduce::SumSquares | Reduce::NanSum => Reduce::Sum,
        Reduce::NanProd => Reduce::Prod,
        Reduce::Sum | Reduce::Prod | Reduce::Max | Reduce::Min => kernel,
    }
}

fn reduce_run(kernel: Reduce, x: &Array, outer: usize, n: usize, inner: usize, y: &Array) -> Result<()> {
    if x.dtype().is_float() {
        for_float!(x.dtype(), T => kernels::reduce::reduce::<T>(kernel, &x.read(), outer, n, inner, &mut y.write()));
    } else {
        for_int!(x.dtype(), T => kernels::reduce::reduce_int::<T>(kernel, &x.read(), outer, n, inner, &mut y.write()));
    }
    Ok(())
}

/// Calls a row's operator over these axes; all of them when there are none.
pub fn call(row: &'static Row, x: &NDArray, axes: &[usize], keepdims: bool) -> Result<NDArray> {
    let axis = Some(Tuple(axes.iter().map(|&a| a as i64).collect()));
    crate::invoke::invoke1(ReduceOp(row, Axes { axis, keepdims, exclude: false }), std::slice::from_ref(x))
}

macro_rules! rows {
    ($( $(#[doc = $doc:literal])+ $ID:ident = $name:literal [$($alias:literal),*], $kernel:ident, $mean:literal, $keeps:expr, $rule:expr; )*) => {
        $(
            $(#[doc = $doc])+
            pub static $ID: Row = Row {
                def: OpDef {
                    aliases: &[$($alias),*],
                    ..OpDef::new($name, concat!($($doc, "\n"),+), DATA, Axes::SCHEMA,
                        |given| Ok(Rc::new(ReduceOp(&$ID, Axes::read(given)))))
                },
                kernel: Reduce::$kernel,
                mean: $mean,
                keeps: $keeps,
                rule: $rule,
            };
        )*
        /// All operators of this file.
        pub static DEFS: &[&OpDef] = &[$(&$ID.def,)* &SUM_TO];
    };
}

/// The gradient of `max` and `min`: every element equal to the extremum gets all of it, as in MXNet.
fn extremum(t: &Terms) -> Result<NDArray> {
    f::mul(&t.spread(&t.g()?)?, &f::equal(&t.x(), &t.y()?)?)
}

/// 1 where x is a number, 0 where it is NaN.
fn numbers(x: &NDArray) -> Result<NDArray> {
    f::equal(x, x)
}

rows! {
    /// The sum of the elements.
    SUM = "sum" ["_sparse_sum", "sum_axis"], Sum, false, Keeps::NONE, |t| t.spread(&t.g()?);
    /// The mean of the elements; of integers it is truncated.
    MEAN = "mean" ["_sparse_mean"], Sum, true, Keeps::NONE, |t| t.spread(&f::scale(&t.g()?, 1.0 / t.count as f64)?);
    /// The product of the elements.
    PROD = "prod" [], Prod, false, Keeps::BOTH, |t| f::div(&t.spread(&f::mul(&t.g()?, &t.y()?)?)?, &t.x());
    /// The largest element; NaN if there is one.
    MAX = "max" ["max_axis"], Max, false, Keeps::BOTH, extremum;
    /// The smallest element; NaN if there is one.
    MIN = "min" ["min_axis"], Min, false, Keeps::BOTH, extremum;
    /// The sum of the elements that are not NaN.
    NANSUM = "nansum" [], NanSum, false, Keeps::INPUTS, |t| f::mul(&t.spread(&t.g()?)?, &numbers(&t.x())?);
    /// The product of the elements that are not NaN.
    NANPROD = "nanprod" [], NanProd, false, Keeps::BOTH, |t| {
        let all = f::div(&t.spread(&f::mul(&t.g()?, &t.y()?)?)?, &t.x())?;
        crate::ops::movement::choose::where_number(&t.x(), &all)
    };
}

attrs! {
    /// Sums over what broadcasting repeated.
    pub struct SumTo {
        /// The shape to come back to; it broadcasts to the input's.
        shape: Tuple,
    }
}

/// The transpose of broadcasting, for gradients.
pub static SUM_TO: OpDef = OpDef {
    internal: true,
    ..OpDef::new(
        "_sum_to",
        "Sums over the axes that broadcasting `shape` to the input's shape repeats.",
        DATA,
        SumTo::SCHEMA,
        |given| Ok(Rc::new(SumTo::read(given))),
    )
};

impl SumTo {
    fn target(&self) -> Result<Shape> {
        let sizes = self
            .shape
            .sizes()
            .ok_or_else(|| Error::attr("_sum_to", "shape", format!("{:?}", self.shape.0), "sizes"))?;
        Ok(Shape::new(&sizes))
    }
}

impl Op for SumTo {
    fn def(&self) -> &'static OpDef {
        &SUM_TO
    }

    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let shape = self.target()?;
        if shape.broadcast(&inputs[0].shape).as_ref() != Some(&inputs[0].shape) {
            return Err(Error::shape(
                "_sum_to",
                "data",
                &inputs[0].shape,
                format!("a shape that {shape} broadcasts to"),
            ));
        }
        Ok(vec![Spec::new(shape, inputs[0].dtype)])
    }

    fn compute(&self, inputs: &[Array]) -> Compute {
        if inputs[0].dtype().is_float() { Compute::Float } else { Compute::Any }
    }

    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (from, to) = (x[0].shape(), y[0].shape());
        let lead = from.len() - to.len();
        let axes: Vec<usize> = (0..from.len()).filter(|&i| i < lead || (to[i - lead] == 1 && from[i] != 1)).collect();
        reduce(Reduce::Sum, &x[0], &axes, &y[0])
    }

    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }

    fn gradient(&self, grad: &Grad) -> Gradients {
        Ok(vec![Some(f::broadcast_to(&grad.head(0)?, &grad.input_spec(0).shape)?)])
    }
}
