//! Looking up rows of a table.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::Grad;
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::for_float;
use crate::op::{Compute, Gradients, Inputs, Keeps, Op, OpDef, Run, expect_shape, input};
use crate::ops::index::take::read_slices;
use crate::ops::nn::support::{finish, scratch_for, wide};
use crate::shape::Shape;
use kernels::index::Mode;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&EMBEDDING, &EMBEDDING_ADD];

attrs! {
    /// Size and options of the table.
    pub struct Embedding {
        /// The number of rows.
        input_dim: usize,
        /// The length of a row.
        output_dim: usize,
        /// The element type that an unspecified weight gets.
        dtype: DType = DType::Float32,
        /// Whether a weight with a row-sparse gradient gets only the rows that were looked up.
        sparse_grad: bool = false,
    }
}

/// `nd.Embedding`
pub static EMBEDDING: OpDef = OpDef {
    aliases: &["_npx_embedding", "_sparse_Embedding"],
    ..OpDef::new(
        "Embedding",
        "The rows of weight at the indices in data; indices are truncated to integers and clipped.",
        Inputs::Fixed(&[
            input("data", "The indices, of any shape and dtype."),
            input("weight", "The table, (input_dim, output_dim)."),
        ]),
        Embedding::SCHEMA,
        |given| Ok(Rc::new(Embedding::read(given))),
    )
};

impl Op for Embedding {
    fn def(&self) -> &'static OpDef {
        &EMBEDDING
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let table = Shape::from([self.input_dim, self.output_dim]);
        if table.size() == 0 {
            return Err(Error::attr("Embedding", "input_dim", self.input_dim, "a table with at least one element"));
        }
        expect_shape(&EMBEDDING, 1, &inputs[1], &table, &"of input_dim and output_dim")?;
        let shape = inputs[0].shape.iter().copied().chain([self.output_dim]).collect();
        Ok(vec![Spec::new(shape, inputs[1].dtype)])
    }
    fn complete(&self, inputs: &mut [Option<Shape>]) {
        inputs[1].get_or_insert([self.input_dim, self.output_dim].into());
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let rows = x[0].to_i64()?;
        read_slices(&x[1], (1, self.input_dim, self.output_dim), &rows, Mode::Clip, &y[0]);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::inputs(0b01)
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        if grad.needs(0) {
            let reason = "its data are indices; only the weight has a gradient.";
            return Err(Error::non_differentiable("Embedding", reason));
        }
        let (indices, rows) = (grad.input(0), || grad.head(0));
        if self.sparse_grad && grad.give_rows(1, &indices, rows)? {
            return Ok(vec![None, None]);
        }
        let add = EmbeddingAdd { input_dim: self.input_dim, output_dim: self.output_dim };
        Ok(vec![None, Some(crate::invoke::invoke1(add, &[indices, rows()?])?)])
    }
}

attrs! {
    /// The size of the table.
    pub struct EmbeddingAdd {
        /// The number of rows.
        input_dim: usize,
        /// The length of a row.
        output_dim: usize,
    }
}

/// The transpose of Embedding.
pub static EMBEDDING_ADD: OpDef = OpDef {
    internal: true,
    ..OpDef::new(
        "_embedding_add",
        "A table of zeros with rows added at the indices: the transpose of Embedding.",
        Inputs::Fixed(&[input("data", "The indices."), input("rows", "The rows, (indices..., output_dim).")]),
        EmbeddingAdd::SCHEMA,
        |given| Ok(Rc::new(EmbeddingAdd::read(given))),
    )
};

impl Op for EmbeddingAdd {
    fn def(&self) -> &'static OpDef {
        &EMBEDDING_ADD
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let rows: Shape = inputs[0].shape.iter().copied().chain([self.output_dim]).collect();
        expect_shape(&EMBEDDING_ADD, 1, &inputs[1], &rows, &"of the indices' shape and output_dim")?;
        Ok(vec![Spec::new([self.input_dim, self.output_dim].into(), inputs[1].dtype)])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (indices, rows) = (x[0].to_i64()?, wide(&x[1])?);
        let table = scratch_for(&y[0], rows.dtype())?;
        table.bytes_mut().fill(0);
        for_float!(rows.dtype(), T => {
            let (rows, mut table) = (rows.read::<T>(), table.write::<T>());
            let (n, length) = (self.input_dim, self.output_dim);
            kernels::index::scatter_add_rows::<T>(&rows, &indices, n, length, Mode::Clip, &mut table);
        });
        finish(&y[0], table)
    }
    fn keeps(&self) -> Keeps {
        Keeps::inputs(0b01)
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let (input_dim, output_dim) = (self.input_dim, self.output_dim);
        let take = Embedding { input_dim, output_dim, dtype: grad.input_spec(1).dtype, sparse_grad: false };
        Ok(vec![None, Some(crate::invoke::invoke1(take, &[grad.input(0), grad.head(0)?])?)])
    }
}
