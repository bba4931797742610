//! Operators that graphs are held together with: sums of many tensors, and facts about tensors.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::Grad;
use crate::dtype::DType;
use crate::error::Result;
use crate::op::{
    Compute, DATA, Differentiable, Gradients, Inputs, Keeps, Op, OpDef, Run, expect_shape, input, same_dtype,
};
use crate::shape::Shape;
use crate::{for_float, for_int};
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&ADD_N, &GRAD_ADD, &IDENTITY_LIKE_RHS, &SHAPE_ARRAY, &SIZE_ARRAY];

attrs! {
    /// How many tensors are added.
    pub struct AddN {
        /// How many tensors there are.
        num_args: usize,
    }
}

/// A sum of tensors of one shape.
struct Sum(&'static OpDef, AddN);

/// `nd.add_n`
pub static ADD_N: OpDef = OpDef {
    aliases: &["ElementWiseSum", "_sparse_ElementWiseSum", "_sparse_add_n"],
    ..OpDef::new(
        "add_n",
        "The sum of tensors of one shape.",
        Inputs::Variadic { count: "num_args", doc: "Tensors of one shape and dtype." },
        AddN::SCHEMA,
        |given| Ok(Rc::new(Sum(&ADD_N, AddN::read(given)))),
    )
};

/// The sum with which MXNet's graphs accumulate gradients.
pub static GRAD_ADD: OpDef = OpDef::new(
    "_grad_add",
    "The sum of two gradients.",
    Inputs::Fixed(&[input("lhs", "The left operand."), input("rhs", "The right operand, of lhs's shape.")]),
    &[],
    |_| Ok(Rc::new(Sum(&GRAD_ADD, AddN { num_args: 2 }))),
);

impl Op for Sum {
    fn def(&self) -> &'static OpDef {
        self.0
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        same_dtype(self.0, inputs)?;
        let because = format_args!("{} has this shape", self.0.input_name(0));
        for (i, spec) in inputs.iter().enumerate().skip(1) {
            expect_shape(self.0, i, spec, &inputs[0].shape, &because)?;
        }
        Ok(vec![inputs[0].clone()])
    }
    fn compute(&self, inputs: &[Array]) -> Compute {
        if inputs[0].dtype().is_float() { Compute::Float } else { Compute::Any }
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        y[0].bytes_mut().copy_from_slice(&x[0].bytes());
        for x in &x[1..] {
            if x.dtype().is_float() {
                for_float!(x.dtype(), T => kernels::binary::add_assign::<T>(&mut y[0].write(), &x.read()));
            } else {
                for_int!(x.dtype(), T => {
                    y[0].write::<T>().iter_mut().zip(x.read::<T>().iter()).for_each(|(y, x)| *y = y.wrapping_add(*x))
                });
            }
        }
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let g = grad.head(0)?;
        Ok((0..grad.num_inputs()).map(|i| grad.needs(i).then(|| g.clone())).collect())
    }
    fn arity(&self) -> Option<usize> {
        Some(self.1.num_args)
    }
}

/// The operator `_identity_with_attr_like_rhs`.
struct IdentityLikeRhs;

/// `lhs`, known to have the shape of `rhs`.
pub static IDENTITY_LIKE_RHS: OpDef = OpDef::new(
    "_identity_with_attr_like_rhs",
    "A copy of lhs, which has the shape of rhs.",
    Inputs::Fixed(&[input("lhs", "The tensor."), input("rhs", "A tensor of its shape; the values do not matter.")]),
    &[],
    |_| Ok(Rc::new(IdentityLikeRhs)),
);

impl Op for IdentityLikeRhs {
    fn def(&self) -> &'static OpDef {
        &IDENTITY_LIKE_RHS
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        same_dtype(&IDENTITY_LIKE_RHS, inputs)?;
        expect_shape(&IDENTITY_LIKE_RHS, 1, &inputs[1], &inputs[0].shape, &"lhs has this shape")?;
        Ok(vec![inputs[0].clone()])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        y[0].bytes_mut().copy_from_slice(&x[0].bytes());
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        Ok(vec![grad.needs(0).then(|| grad.head(0)).transpose()?, None])
    }
}

/// A fact about a tensor as whole numbers.
struct Fact(&'static OpDef, fn(&Shape) -> Vec<i64>);

/// `nd.shape_array`
pub static SHAPE_ARRAY: OpDef = OpDef {
    aliases: &["_npx_shape_array"],
    differentiable: Differentiable::Zero,
    ..OpDef::new("shape_array", "The shape as a 1-dimensional int64 tensor.", DATA, &[], |_| {
        Ok(Rc::new(Fact(&SHAPE_ARRAY, |shape| shape.iter().map(|&d| d as i64).collect())))
    })
};

/// `nd.size_array`
pub static SIZE_ARRAY: OpDef = OpDef {
    differentiable: Differentiable::Zero,
    ..OpDef::new("size_array", "The number of elements as an int64 tensor (1,).", DATA, &[], |_| {
        Ok(Rc::new(Fact(&SIZE_ARRAY, |shape| vec![shape.size() as i64])))
    })
};

impl Op for Fact {
    fn def(&self) -> &'static OpDef {
        self.0
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![Spec::new(Shape::from([self.1(&inputs[0].shape).len()]), DType::Int64)])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        y[0].write::<i64>().copy_from_slice(&self.1(x[0].shape()));
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
}
