//! The fully connected layer.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::Grad;
use crate::error::{Error, Result};
use crate::for_float;
use crate::op::{Gradients, Inputs, Keeps, Op, OpDef, Run, expect_shape, input, optional, same_dtype};
use crate::ops::functional as f;
use crate::ops::nn::dot::matmul;
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&FULLY_CONNECTED];

attrs! {
    /// Size and options of the layer.
    pub struct FullyConnected {
        /// The number of outputs.
        num_hidden: usize,
        /// Whether there is no bias.
        no_bias: bool = false,
        /// Whether all axes but the first are taken together as inputs; else the last axis alone.
        flatten: bool = true,
    }
}

/// `nd.FullyConnected`
pub static FULLY_CONNECTED: OpDef = OpDef {
    aliases: &["_npx_fully_connected", "_sparse_FullyConnected"],
    ..OpDef::new(
        "FullyConnected",
        "data · weightᵀ + bias",
        Inputs::Fixed(&[
            input("data", "The inputs, (batch, ...)."),
            input("weight", "The weight, (num_hidden, inputs)."),
            optional("bias", "The bias, (num_hidden,); none with no_bias."),
        ]),
        FullyConnected::SCHEMA,
        |given| Ok(Rc::new(FullyConnected::read(given))),
    )
};

impl FullyConnected {
    /// Rows and columns of the data seen as a matrix.
    fn matrix(&self, data: &Shape) -> (usize, usize) {
        let split = if self.flatten { 1 } else { data.len() - 1 };
        (data[..split].iter().product(), data[split..].iter().product())
    }
}

impl Op for FullyConnected {
    fn def(&self) -> &'static OpDef {
        &FULLY_CONNECTED
    }
    fn arity(&self) -> Option<usize> {
        Some(if self.no_bias { 2 } else { 3 })
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = same_dtype(&FULLY_CONNECTED, inputs)?;
        if self.num_hidden == 0 {
            return Err(Error::attr("FullyConnected", "num_hidden", 0, "a positive integer"));
        }
        let data = &inputs[0].shape;
        let weight = Shape::from([self.num_hidden, self.matrix(data).1]);
        let because = format_args!("data has shape {data}");
        expect_shape(&FULLY_CONNECTED, 1, &inputs[1], &weight, &because)?;
        if let Some(bias) = inputs.get(2) {
            expect_shape(&FULLY_CONNECTED, 2, bias, &[self.num_hidden].into(), &"of num_hidden")?;
        }
        let lead = if self.flatten { &data[..1] } else { &data[..data.len() - 1] };
        Ok(vec![Spec::new(lead.iter().copied().chain([self.num_hidden]).collect(), dtype)])
    }
    fn complete(&self, inputs: &mut [Option<Shape>]) {
        let Some(data) = inputs[0].clone() else { return };
        inputs[1].get_or_insert([self.num_hidden, self.matrix(&data).1].into());
        if let Some(bias) = inputs.get_mut(2) {
            bias.get_or_insert([self.num_hidden].into());
        }
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (m, k) = self.matrix(x[0].shape());
        let n = self.num_hidden;
        for_float!(y[0].dtype(), T => {
            let (data, weight, mut out) = (x[0].read::<T>(), x[1].read::<T>(), y[0].write::<T>());
            let beta = match x.get(2) {
                Some(bias) => {
                    let bias = bias.read::<T>();
                    out.chunks_exact_mut(n).for_each(|row| row.copy_from_slice(&bias));
                    1.0
                }
                None => 0.0,
            };
            kernels::gemm::gemm::<T>(false, true, m, n, k, 1.0, &data, k, &weight, k, beta, &mut out, n);
        });
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::inputs(0b011)
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let shape = &grad.input_spec(0).shape;
        let (m, k) = self.matrix(shape);
        let g = f::reshape(&grad.head(0)?, &[m, self.num_hidden].into())?;
        let mut grads = vec![None; grad.num_inputs()];
        if grad.needs(0) {
            grads[0] = Some(f::reshape(&matmul(&g, &grad.input(1), false, false)?, shape)?);
        }
        if grad.needs(1) {
            let data = f::reshape(&grad.input(0), &[m, k].into())?;
            grads[1] = Some(matmul(&g, &data, true, false)?);
        }
        if grad.needs(2) {
            grads[2] = Some(f::sum(&g, &[0], false)?);
        }
        Ok(grads)
    }
}
