//! What training in mixed precision needs: casts of floats only, and checks of gradients.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::Grad;
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::invoke::check_writable;
use crate::ndarray::NDArray;
use crate::op::{Call, Compute, DATA, Differentiable, Gradients, Inputs, Keeps, Op, OpDef, Run};
use crate::ops::functional as f;
use crate::ops::movement::moves;
use crate::ops::{binary, reduce};
use crate::shape::Shape;
use crate::{for_float, registry};
use kernels::reduce::Reduce;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&AMP_CAST, &AMP_MULTICAST, &ALL_FINITE, &MULTI_ALL_FINITE, &MULTI_SUM_SQ, &RESET_ARRAYS];

/// The reason MXNet gives.
const NO_GRADIENT: Differentiable = Differentiable::No("it didn't register FGradient attribute.");

/// Whether casts of mixed precision change this type.
fn is_mixed(dtype: DType) -> bool {
    matches!(dtype, DType::Float16 | DType::Float32)
}

attrs! {
    /// Changes the element type.
    pub struct AmpCast {
        /// The element type of the result, if the data is float16 or float32.
        dtype: DType,
    }
}

/// `nd.amp_cast`
pub static AMP_CAST: OpDef = OpDef::new(
    "amp_cast",
    "float16 and float32 tensors in another type; others as they are. The gradient passes through, cast back.",
    DATA,
    AmpCast::SCHEMA,
    |given| Ok(Rc::new(AmpCasts { def: &AMP_CAST, dtype: Some(AmpCast::read(given).dtype), narrow: false, count: 1 })),
);

attrs! {
    /// Which type tensors are cast to.
    pub struct AmpMulticast {
        /// How many tensors there are.
        num_outputs: usize,
        /// Whether the narrowest type is chosen instead of the widest.
        cast_narrow: bool = false,
    }
}

/// `nd.amp_multicast`
pub static AMP_MULTICAST: OpDef = OpDef::new(
    "amp_multicast",
    "float16 and float32 tensors in the widest type among them; others as they are.",
    Inputs::Variadic { count: "num_outputs", doc: "The tensors." },
    AmpMulticast::SCHEMA,
    |given| {
        let AmpMulticast { num_outputs, cast_narrow } = AmpMulticast::read(given);
        Ok(Rc::new(AmpCasts { def: &AMP_MULTICAST, dtype: None, narrow: cast_narrow, count: num_outputs }))
    },
);

/// Casts to a type, or to one of the types there are.
struct AmpCasts {
    def: &'static OpDef,
    dtype: Option<DType>,
    narrow: bool,
    count: usize,
}

impl Op for AmpCasts {
    fn def(&self) -> &'static OpDef {
        self.def
    }
    fn arity(&self) -> Option<usize> {
        Some(self.count)
    }
    fn visible_outputs(&self) -> Option<usize> {
        Some(self.count)
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let wanted = if self.narrow { DType::Float16 } else { DType::Float32 };
        let there = inputs.iter().map(|x| x.dtype).filter(|&d| is_mixed(d));
        let chosen = there.reduce(|a, b| if b == wanted { b } else { a });
        let target = self.dtype.or(chosen);
        let cast = |x: &Spec| target.filter(|_| is_mixed(x.dtype)).unwrap_or(x.dtype);
        Ok(inputs.iter().map(|x| Spec::new(x.shape.clone(), cast(x))).collect())
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        x.iter().zip(y).try_for_each(|(x, y)| {
            y.assign(x.cast(y.dtype())?);
            Ok(())
        })
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let back = |i| f::cast(&grad.head(i)?, grad.input_spec(i).dtype);
        (0..grad.num_inputs()).map(|i| (grad.needs(i) && grad.has_head(i)).then(|| back(i)).transpose()).collect()
    }
}

/// Refuses tensors that are not of a floating point type.
fn expect_floats(op: &'static OpDef, inputs: &[Spec]) -> Result<()> {
    match inputs.iter().position(|x| !x.dtype.is_float()) {
        None => Ok(()),
        Some(i) => Err(Error::dtype(op.name, &op.input_name(i), inputs[i].dtype, "a floating point type")),
    }
}

attrs! {
    /// Whether the result is new.
    pub struct AllFinite {
        /// Whether the result is new; else it stays 0 where `out` holds 0.
        init_output: bool = true,
    }
}

attrs! {
    /// How many tensors there are.
    pub struct MultiAllFinite {
        /// How many tensors there are.
        num_arrays: usize = 1,
        /// Whether the result is new; else it stays 0 where `out` holds 0.
        init_output: bool = true,
    }
}

/// `nd.all_finite`
pub static ALL_FINITE: OpDef = OpDef {
    differentiable: NO_GRADIENT,
    ..OpDef::new("all_finite", "1 if every element is finite, else 0; (1,).", DATA, AllFinite::SCHEMA, |given| {
        Ok(Rc::new(Finite { def: &ALL_FINITE, count: 1, new: AllFinite::read(given).init_output }))
    })
};

/// `nd.multi_all_finite`
pub static MULTI_ALL_FINITE: OpDef = OpDef {
    differentiable: NO_GRADIENT,
    ..OpDef::new(
        "multi_all_finite",
        "1 if every element of every tensor is finite, else 0; (1,).",
        Inputs::Variadic { count: "num_arrays", doc: "The tensors, of floating point types." },
        MultiAllFinite::SCHEMA,
        |given| {
            let MultiAllFinite { num_arrays, init_output } = MultiAllFinite::read(given);
            Ok(Rc::new(Finite { def: &MULTI_ALL_FINITE, count: num_arrays, new: init_output }))
        },
    )
};

/// Whether all elements are finite.
#[derive(Clone)]
struct Finite {
    def: &'static OpDef,
    count: usize,
    new: bool,
}

impl Op for Finite {
    fn def(&self) -> &'static OpDef {
        self.def
    }
    fn arity(&self) -> Option<usize> {
        Some(self.count)
    }
    fn resolve(&self, x: &[NDArray], out: &[NDArray]) -> Result<Option<(Call, Vec<NDArray>)>> {
        let fits = |out: &&NDArray| !self.new && out.dtype() == DType::Float32 && out.shape().as_slice() == [1];
        let Some(out) = out.first().filter(fits) else { return Ok(None) };
        let finite = crate::invoke::invoke1(Finite { new: true, ..self.clone() }, x)?;
        Ok(Some((registry::parse(binary::LOGICAL_AND.strict.name, &[])?, vec![out.detach(), finite])))
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        expect_floats(self.def, inputs)?;
        Ok(vec![Spec::new(Shape::from([1]), DType::Float32)])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let mut finite = true;
        for x in x {
            let x = x.cast(x.dtype().compute())?;
            finite &= for_float!(x.dtype(), T => x.read::<T>().iter().all(|v| v.is_finite()));
        }
        y[0].write::<f32>()[0] = if finite { 1.0 } else { 0.0 };
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
}

attrs! {
    /// How many tensors there are.
    pub struct MultiSumSq {
        /// How many tensors there are.
        num_arrays: usize,
    }
}

/// `nd.multi_sum_sq`
pub static MULTI_SUM_SQ: OpDef = OpDef {
    differentiable: NO_GRADIENT,
    ..OpDef::new(
        "multi_sum_sq",
        "For each tensor the sum of its squares (float32).",
        Inputs::Variadic { count: "num_arrays", doc: "The tensors, of floating point types." },
        MultiSumSq::SCHEMA,
        |given| Ok(Rc::new(MultiSumSq::read(given))),
    )
};

impl Op for MultiSumSq {
    moves!(MULTI_SUM_SQ);
    fn arity(&self) -> Option<usize> {
        Some(self.num_arrays)
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        expect_floats(&MULTI_SUM_SQ, inputs)?;
        Ok(vec![Spec::new(Shape::from([inputs.len()]), DType::Float32)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        for (i, x) in x.iter().enumerate() {
            let x = x.cast(x.dtype().compute())?;
            let sum = Array::empty(Spec::new(Shape::from([1]), x.dtype()))?;
            let axes: Vec<usize> = (0..x.shape().len()).collect();
            reduce::reduce(Reduce::SumSquares, &x, &axes, &sum)?;
            y[0].write::<f32>()[i] = sum.cast(DType::Float32)?.read::<f32>()[0];
        }
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
}

attrs! {
    /// How many tensors there are.
    pub struct ResetArrays {
        /// How many tensors there are.
        num_arrays: usize,
    }
}

/// `nd.reset_arrays`
pub static RESET_ARRAYS: OpDef = OpDef {
    differentiable: NO_GRADIENT,
    outputs: &[],
    ..OpDef::new(
        "reset_arrays",
        "Sets every element of every tensor to 0, in place. Gives nothing.",
        Inputs::Variadic { count: "num_arrays", doc: "The tensors." },
        ResetArrays::SCHEMA,
        |given| Ok(Rc::new(ResetArrays::read(given))),
    )
};

impl Op for ResetArrays {
    moves!(RESET_ARRAYS);
    fn arity(&self) -> Option<usize> {
        Some(self.num_arrays)
    }
    fn resolve(&self, x: &[NDArray], _: &[NDArray]) -> Result<Option<(Call, Vec<NDArray>)>> {
        x.iter().try_for_each(check_writable)?;
        Ok(None)
    }
    fn infer(&self, _: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![])
    }
    fn forward(&self, _: &Run, x: &[Array], _: &[Array]) -> Result<()> {
        x.iter().for_each(|x| x.bytes_mut().fill(0));
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
}
