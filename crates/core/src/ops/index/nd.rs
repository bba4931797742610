//! Elements and slices by index tuples.

use super::float_data;
use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::Tuple;
use crate::autograd::Grad;
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::{Compute, Gradients, Inputs, Keeps, Op, OpDef, Run, input};
use crate::ops::create::shape_attr;
use crate::ops::functional::tuple;
use crate::ops::movement::moves;
use crate::shape::Shape;
use crate::{for_float, for_width};
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&GATHER_ND, &SCATTER_ND, &SCATTER_SET_ND, &GATHER_ND_GRAD];

const INDICES: &str = "(m, …): column by column, the indices along the first m axes. Negative ones count from the end.";

/// Checks that index tuples fit a shape, and gives the shape of what they name.
fn named(op: &'static str, shape: &Shape, indices: &Shape) -> Result<Shape> {
    if indices.len() < 2 || indices[0] > shape.len() {
        let expected = format!("(m, …) with m at most {}, for the axes of shape {shape}", shape.len());
        return Err(Error::shape(op, "indices", indices, expected));
    }
    Ok(indices[1..].iter().chain(&shape[indices[0]..]).copied().collect())
}

/// The rows (of `shape` with its first m axes flattened) that index tuples name, and the length of a row.
fn offsets(op: &'static str, shape: &Shape, indices: &Array) -> Result<(Vec<usize>, usize)> {
    let (m, values) = (indices.shape()[0], indices.to_i64()?);
    let mut offsets = vec![0; indices.shape()[1..].iter().product()];
    for (axis, indices) in values.chunks_exact(offsets.len().max(1)).enumerate() {
        let n = shape[axis] as i64;
        if let Some(index) = indices.iter().find(|i| !(-n..n).contains(i)) {
            let message = format!("index {index} is out of range for axis {axis} of shape {shape}");
            return Err(Error::value(op, message));
        }
    }
    if !offsets.is_empty() {
        kernels::index::nd_offsets(&values, &shape[..m], &mut offsets);
    }
    Ok((offsets, shape[m..].iter().product()))
}

/// Writes the rows of `x` to `y` where the indices say.
fn write_rows(op: &'static str, x: &Array, indices: &Array, y: &Array) -> Result<()> {
    let (offsets, row) = offsets(op, y.shape(), indices)?;
    for_width!(y.dtype(), E => kernels::index::scatter_nd::<E>(&x.read(), &offsets, row, &mut y.write()));
    Ok(())
}

/// What the index tuples name.
fn gather(x: &NDArray, indices: &NDArray) -> Result<NDArray> {
    crate::invoke::invoke1(GatherNd, &[x.clone(), indices.clone()])
}

/// The operator `gather_nd`.
pub struct GatherNd;

/// `nd.gather_nd`
pub static GATHER_ND: OpDef = OpDef {
    aliases: &["_npi_gather_nd", "_npx_gather_nd"],
    ..OpDef::new(
        "gather_nd",
        "The elements (or slices) that index tuples name.",
        Inputs::Fixed(&[input("data", "The tensor."), input("indices", INDICES)]),
        &[],
        |_| Ok(Rc::new(GatherNd)),
    )
};

impl Op for GatherNd {
    fn def(&self) -> &'static OpDef {
        &GATHER_ND
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![Spec::new(named("gather_nd", &inputs[0].shape, &inputs[1].shape)?, inputs[0].dtype)])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (offsets, row) = offsets("gather_nd", x[0].shape(), &x[1])?;
        for_width!(x[0].dtype(), E => {
            kernels::index::gather_nd::<E>(&x[0].read(), &offsets, row, &mut y[0].write())
        });
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::inputs(0b10)
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        if !grad.needs(0) {
            return Ok(vec![None, None]);
        }
        let op = GatherNdGrad { shape: tuple(&grad.input_spec(0).shape) };
        Ok(vec![Some(crate::invoke::invoke1(op, &[grad.head(0)?, grad.input(1)])?), None])
    }
}

/// Checks what `scatter_nd` and its kin write: the shape of the result.
fn target(op: &'static OpDef, i: usize, data: &Spec, indices: &Shape, shape: &Tuple) -> Result<Shape> {
    let shape = shape_attr(op.name, shape)?;
    let part = named(op.name, &shape, indices)?;
    crate::op::expect_shape(op, i, data, &part, &format_args!("indices {indices} name this of shape {shape}"))?;
    Ok(shape)
}

attrs! {
    /// The shape of the whole.
    pub struct GatherNdGrad {
        /// The shape of the result.
        shape: Tuple,
    }
}

/// The gradient of gathering.
pub static GATHER_ND_GRAD: OpDef = OpDef {
    internal: true,
    ..OpDef::new(
        "_gather_nd_grad",
        "Zeros of `shape` to which the data is added where the index tuples say.",
        Inputs::Fixed(&[input("data", "The parts."), input("indices", INDICES)]),
        GatherNdGrad::SCHEMA,
        |given| Ok(Rc::new(GatherNdGrad::read(given))),
    )
};

impl Op for GatherNdGrad {
    fn def(&self) -> &'static OpDef {
        &GATHER_ND_GRAD
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let shape = target(&GATHER_ND_GRAD, 0, &inputs[0], &inputs[1].shape, &self.shape)?;
        Ok(vec![Spec::new(shape, inputs[0].dtype)])
    }
    fn compute(&self, inputs: &[Array]) -> Compute {
        float_data(&inputs[0])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (offsets, row) = offsets("_gather_nd_grad", y[0].shape(), &x[1])?;
        y[0].bytes_mut().fill(0);
        for_float!(x[0].dtype(), T => {
            kernels::index::scatter_add::<T>(&x[0].read(), &offsets, row, &mut y[0].write())
        });
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::inputs(0b10)
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        if !grad.needs(0) {
            return Ok(vec![None, None]);
        }
        Ok(vec![Some(gather(&grad.head(0)?, &grad.input(1))?), None])
    }
}

attrs! {
    /// The shape of the whole.
    pub struct ScatterNd {
        /// The shape of the result.
        shape: Tuple,
    }
}

/// `nd.scatter_nd`
pub static SCATTER_ND: OpDef = OpDef::new(
    "scatter_nd",
    "Zeros of `shape` with the data where the index tuples say. Of several writes to a place the last stays, but all of \
     them get its gradient.",
    Inputs::Fixed(&[input("data", "The elements (or slices) to place."), input("indices", INDICES)]),
    ScatterNd::SCHEMA,
    |given| Ok(Rc::new(ScatterNd::read(given))),
);

impl Op for ScatterNd {
    moves!(SCATTER_ND);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let shape = target(&SCATTER_ND, 0, &inputs[0], &inputs[1].shape, &self.shape)?;
        Ok(vec![Spec::new(shape, inputs[0].dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        y[0].bytes_mut().fill(0);
        write_rows("scatter_nd", &x[0], &x[1], &y[0])
    }
    fn keeps(&self) -> Keeps {
        Keeps::inputs(0b10)
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        if !grad.needs(0) {
            return Ok(vec![None, None]);
        }
        Ok(vec![Some(gather(&grad.head(0)?, &grad.input(1))?), None])
    }
}

attrs! {
    /// The shape of the whole.
    pub struct ScatterSetNd {
        /// The shape of lhs.
        shape: Tuple,
    }
}

/// `x[indices] = y`
pub static SCATTER_SET_ND: OpDef = OpDef {
    aliases: &["_npi_scatter_set_nd"],
    ..OpDef::new(
        "_scatter_set_nd",
        "lhs with the elements (or slices) that index tuples name replaced by rhs; of several the last stays.",
        Inputs::Fixed(&[input("lhs", "The whole."), input("rhs", "The replacement."), input("indices", INDICES)]),
        ScatterSetNd::SCHEMA,
        |given| Ok(Rc::new(ScatterSetNd::read(given))),
    )
};

impl Op for ScatterSetNd {
    moves!(SCATTER_SET_ND);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        crate::op::same_dtype(&SCATTER_SET_ND, &inputs[..2])?;
        let shape = target(&SCATTER_SET_ND, 1, &inputs[1], &inputs[2].shape, &self.shape)?;
        crate::op::expect_shape(&SCATTER_SET_ND, 0, &inputs[0], &shape, &"the option shape says so")?;
        Ok(vec![inputs[0].clone()])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        y[0].bytes_mut().copy_from_slice(&x[0].bytes());
        write_rows("_scatter_set_nd", &x[1], &x[2], &y[0])
    }
    fn keeps(&self) -> Keeps {
        Keeps::inputs(0b100)
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let (g, indices) = (grad.head(0)?, grad.input(2));
        let rest = || {
            let zeros = NDArray::zeros(grad.input_spec(1).shape.clone(), g.dtype())?;
            crate::invoke::invoke1(self.clone(), &[g.clone(), zeros, indices.clone()])
        };
        let placed = || gather(&g, &indices);
        Ok(vec![grad.needs(0).then(rest).transpose()?, grad.needs(1).then(placed).transpose()?, None])
    }
}
