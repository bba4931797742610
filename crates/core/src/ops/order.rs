//! Sorting and choosing: sort, argsort, topk.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::Grad;
use crate::choice;
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::{DATA, Differentiable, Gradients, Keeps, Op, OpDef, Run};
use crate::ops::functional as f;
use crate::ops::index::Range;
use crate::ops::index::along::{read_along, scatter_along};
use crate::ops::movement::moves;
use crate::ops::reduce::axes_of;
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&SORT, &ARGSORT, &TOPK];

/// An axis to order along; without one the flattened tensor.
struct Line {
    /// The shape seen: the input's, or flattened.
    shape: Shape,
    axis: usize,
}

impl Line {
    fn new(op: &'static str, shape: &Shape, axis: Option<i64>) -> Result<Line> {
        Ok(match axis {
            Some(axis) => Line { shape: shape.clone(), axis: axes_of(op, "axis", &[axis], shape)?[0] },
            None => Line { shape: Shape::from([shape.size()]), axis: 0 },
        })
    }

    fn len(&self) -> usize {
        self.shape[self.axis]
    }

    /// The shape with `k` elements along the axis.
    fn with(&self, k: usize) -> Shape {
        let mut shape = self.shape.clone();
        shape[self.axis] = k;
        shape
    }

    /// The first `k` places along the axis in order. Equal elements keep their order, NaN comes last.
    fn places(&self, x: &Array, k: usize, ascending: bool) -> Result<Vec<i64>> {
        let (outer, n, inner) = self.shape.around(self.axis);
        let mut places = vec![0u32; outer * k * inner];
        // Three types order like all seven.
        let key = match x.dtype() {
            DType::Float32 | DType::Float16 => DType::Float32,
            DType::Float64 => DType::Float64,
            _ => DType::Int64,
        };
        let x = x.cast(key)?;
        macro_rules! order {
            ($T:ty) => {
                kernels::sort::topk::<$T>(&x.read(), outer, n, inner, k, ascending, &mut places)
            };
        }
        match key {
            DType::Float32 => order!(f32),
            DType::Float64 => order!(f64),
            _ => order!(i64),
        }
        Ok(places.into_iter().map(i64::from).collect())
    }

    /// The elements at places along the axis.
    fn values(&self, x: &Array, places: &[i64], k: usize, y: &Array) {
        read_along(&x.reshaped(self.shape.clone()), self.axis, places, k, Range::Clip, y);
    }

    /// The gradient of reading elements at places: the transpose of reading.
    fn gradient(&self, g: &NDArray, places: &NDArray, shape: &Shape) -> Result<NDArray> {
        let g = scatter_along(g, places, self.axis, self.len(), Range::Clip)?;
        f::reshape(&g, shape)
    }
}

/// Stores whole numbers, cast to the dtype.
fn store(values: &[i64], y: &Array) -> Result<()> {
    y.assign(Array::from_slice(y.shape().clone(), values)?.cast(y.dtype())?);
    Ok(())
}

attrs! {
    /// How a tensor is sorted.
    pub struct Sort {
        /// The axis; negative ones count from the end. None sorts the flattened tensor.
        axis: Option<i64> = Some(-1),
        /// Whether smaller elements come first.
        is_ascend: bool = true,
    }
}

/// `nd.sort`
pub static SORT: OpDef = OpDef {
    aliases: &["_npi_sort"],
    ..OpDef::new(
        "sort",
        "The elements in order along an axis. Equal ones keep their order; NaN comes last.",
        DATA,
        Sort::SCHEMA,
        |given| Ok(Rc::new(Sort::read(given))),
    )
};

impl Op for Sort {
    moves!(SORT);
    /// The second output, for the gradient, tells where elements came from.
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let shape = Line::new("sort", &inputs[0].shape, self.axis)?.shape;
        Ok(vec![Spec::new(shape.clone(), inputs[0].dtype), Spec::new(shape, DType::Int32)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let line = Line::new("sort", x[0].shape(), self.axis)?;
        let places = line.places(&x[0], line.len(), self.is_ascend)?;
        line.values(&x[0], &places, line.len(), &y[0]);
        store(&places, &y[1])
    }
    fn visible_outputs(&self) -> Option<usize> {
        Some(1)
    }
    fn keeps(&self) -> Keeps {
        Keeps { inputs: 0, outputs: 0b10 }
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let shape = &grad.input_spec(0).shape;
        let line = Line::new("sort", shape, self.axis)?;
        Ok(vec![Some(line.gradient(&grad.head(0)?, &grad.output(1), shape)?)])
    }
}

attrs! {
    /// How places are sorted.
    pub struct Argsort {
        /// The axis; negative ones count from the end. None sorts the flattened tensor.
        axis: Option<i64> = Some(-1),
        /// Whether smaller elements come first.
        is_ascend: bool = true,
        /// The element type of the places; types of few bits cannot hold large ones.
        dtype: DType = DType::Float32,
    }
}

/// `nd.argsort`
pub static ARGSORT: OpDef = OpDef {
    aliases: &["_npi_argsort"],
    differentiable: Differentiable::Zero,
    ..OpDef::new(
        "argsort",
        "The places of the elements along an axis, in the order of the elements.",
        DATA,
        Argsort::SCHEMA,
        |given| Ok(Rc::new(Argsort::read(given))),
    )
};

impl Op for Argsort {
    moves!(ARGSORT);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![Spec::new(Line::new("argsort", &inputs[0].shape, self.axis)?.shape, self.dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let line = Line::new("argsort", x[0].shape(), self.axis)?;
        store(&line.places(&x[0], line.len(), self.is_ascend)?, &y[0])
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
}

choice! {
    /// What `topk` gives.
    pub enum Wanted {
        /// Values and places.
        Both = "both",
        /// Places.
        Indices = "indices",
        /// A tensor of the input's shape: 1 at the chosen places, 0 elsewhere.
        Mask = "mask",
        /// Values.
        Value = "value",
    }
}

attrs! {
    /// Which elements are chosen.
    pub struct TopK {
        /// The axis; negative ones count from the end. None chooses from the flattened tensor.
        axis: Option<i64> = Some(-1),
        /// How many; 0 for all.
        k: usize = 1,
        /// What to give: places, values, both (values first), or a mask of the input's shape and dtype.
        ret_typ: Wanted = Wanted::Indices,
        /// Whether the smallest are chosen.
        is_ascend: bool = false,
        /// The element type of the places; types of few bits cannot hold large ones.
        dtype: DType = DType::Float32,
    }
}

/// `nd.topk`
pub static TOPK: OpDef = OpDef {
    aliases: &["_npx_topk"],
    ..OpDef::new(
        "topk",
        "The largest (or smallest) elements along an axis, in order, or their places. Of equal ones the first are chosen.",
        DATA,
        TopK::SCHEMA,
        |given| Ok(Rc::new(TopK::read(given))),
    )
};

impl TopK {
    fn plan(&self, shape: &Shape) -> Result<(Line, usize)> {
        let line = Line::new("topk", shape, self.axis)?;
        if self.k > line.len() {
            let expected = format!("at most {}, as data has shape {shape}", line.len());
            return Err(Error::attr("topk", "k", self.k, expected));
        }
        let k = if self.k == 0 { line.len() } else { self.k };
        Ok((line, k))
    }

    /// Whether places below `n` are exact in the output's type.
    fn exact(&self, n: usize) -> bool {
        exact(self.dtype, n)
    }
}

/// Whether all whole numbers below `n` can be told apart in a type.
pub fn exact(dtype: DType, n: usize) -> bool {
    match dtype {
        DType::Int8 => n <= 1 << 7,
        DType::Uint8 => n <= 1 << 8,
        DType::Float16 => n <= 1 << 11,
        DType::Float32 => n <= 1 << 24,
        DType::Int32 | DType::Int64 | DType::Float64 => true,
    }
}

impl Op for TopK {
    moves!(TOPK);
    /// With values only, the second output, for the gradient, tells their places.
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let (line, k) = self.plan(&inputs[0].shape)?;
        let value = Spec::new(line.with(k), inputs[0].dtype);
        let places = |dtype| Spec::new(line.with(k), dtype);
        Ok(match self.ret_typ {
            Wanted::Both => vec![value, places(self.dtype)],
            Wanted::Value => vec![value, places(DType::Int32)],
            Wanted::Indices => vec![places(self.dtype)],
            Wanted::Mask => vec![inputs[0].clone()],
        })
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (line, k) = self.plan(x[0].shape())?;
        let places = line.places(&x[0], k, self.is_ascend)?;
        match self.ret_typ {
            Wanted::Indices => store(&places, &y[0]),
            Wanted::Both | Wanted::Value => {
                line.values(&x[0], &places, k, &y[0]);
                store(&places, &y[1])
            }
            Wanted::Mask => {
                let (outer, n, inner) = line.shape.around(line.axis);
                let mut mask = vec![0u8; outer * n * inner];
                for (at, &place) in places.iter().enumerate() {
                    mask[(at / (k * inner) * n + place as usize) * inner + at % inner] = 1;
                }
                y[0].assign(Array::from_slice(y[0].shape().clone(), &mask)?.cast(y[0].dtype())?);
                Ok(())
            }
        }
    }
    fn visible_outputs(&self) -> Option<usize> {
        Some(1 + usize::from(self.ret_typ == Wanted::Both))
    }
    fn keeps(&self) -> Keeps {
        match self.ret_typ {
            Wanted::Both => Keeps { inputs: 0b1, outputs: 0b10 },
            Wanted::Value => Keeps { inputs: 0, outputs: 0b10 },
            Wanted::Indices | Wanted::Mask => Keeps::NONE,
        }
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let shape = &grad.input_spec(0).shape;
        let (line, _) = self.plan(shape)?;
        let places = match self.ret_typ {
            Wanted::Indices | Wanted::Mask => return Ok(vec![None]),
            Wanted::Both if !self.exact(line.len()) => {
                let again = TopK { ret_typ: Wanted::Indices, dtype: DType::Int32, ..self.clone() };
                crate::invoke::invoke1(again, &[grad.input(0)])?
            }
            Wanted::Both | Wanted::Value => grad.output(1),
        };
        Ok(vec![Some(line.gradient(&grad.head(0)?, &places, shape)?)])
    }
}
