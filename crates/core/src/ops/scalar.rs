//! Elementwise functions of a tensor and a number: a table with a row an operator.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::Grad;
use crate::dtype::DType;
use crate::error::Result;
use crate::for_int;
use crate::ndarray::NDArray;
use crate::op::{Compute, DATA, Differentiable, Gradients, Keeps, Op, OpDef, Run};
use crate::ops::functional as f;
use crate::ops::unary;
use kernels::binary::Binary;
use std::rc::Rc;

attrs! {
    /// The number.
    pub struct Scalar {
        /// The number; it is cast to the tensor's dtype.
        scalar: f64 = 1.0,
        /// Whether the number counts as an integer. If not, integer tensors give float64 results.
        is_int: bool = true,
    }
}

/// The gradient from the tensor `x`, the result `y`, the head gradient `g` and the number `s`.
pub type Rule = fn(&Terms) -> Result<NDArray>;

/// What a gradient rule reads.
pub struct Terms<'a> {
    grad: &'a Grad<'a>,
    head: NDArray,
    s: f64,
}

impl Terms<'_> {
    fn x(&self) -> NDArray {
        self.grad.input(0)
    }
    fn y(&self) -> NDArray {
        self.grad.output(0)
    }
    fn g(&self) -> &NDArray {
        &self.head
    }
}

/// One function.
pub struct Row {
    /// Its definition.
    pub def: OpDef,
    kernel: Binary,
    /// Whether the number is the left operand.
    reverse: bool,
    keeps: Keeps,
    rule: Option<Rule>,
}

/// The operator of a row.
pub struct ScalarOp(pub &'static Row, pub Scalar);

impl Op for ScalarOp {
    fn def(&self) -> &'static OpDef {
        &self.0.def
    }

    fn pointwise(&self) -> bool {
        true
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = if inputs[0].dtype.is_float() || self.1.is_int { inputs[0].dtype } else { DType::Float64 };
        Ok(vec![Spec::new(inputs[0].shape.clone(), dtype)])
    }

    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }

    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (x, y) = (&x[0].cast(if y[0].dtype() == DType::Float64 { DType::Float64 } else { x[0].dtype() })?, &y[0]);
        match x.dtype() {
            DType::Float16 => {
                // The number is rounded to float16 first, as MXNet's cast does.
                let s = half::f16::from_f64(self.1.scalar).to_f64();
                let (wide, result) =
                    (x.cast(DType::Float32)?, Array::empty(Spec::new(y.shape().clone(), DType::Float32))?);
                self.run::<f32>(s as f32, &wide, &result);
                y.assign(result.cast(DType::Float16)?);
            }
            DType::Float32 => self.run::<f32>(self.1.scalar as f32, x, y),
            DType::Float64 => self.run::<f64>(self.1.scalar, x, y),
            int => for_int!(int, T => {
                let (kernel, s) = (self.0.kernel, self.1.scalar as T);
                match self.0.reverse {
                    true => kernels::integer::apply_scalar_left::<T>(kernel, s, &x.read(), &mut y.write()),
                    false => kernels::integer::apply_scalar::<T>(kernel, &x.read(), s, &mut y.write()),
                }
            }),
        }
        Ok(())
    }

    fn keeps(&self) -> Keeps {
        self.0.keeps
    }

    fn gradient(&self, grad: &Grad) -> Gradients {
        let Some(rule) = self.0.rule else { return Ok(vec![None]) };
        // The head is float64 where a number that is not an integer made the result so.
        let head = f::cast(&grad.head(0)?, grad.input_spec(0).dtype)?;
        Ok(vec![Some(rule(&Terms { grad, head, s: self.1.scalar })?)])
    }
}

impl ScalarOp {
    fn run<T: kernels::simd::Float>(&self, s: T, x: &Array, y: &Array) {
        match self.0.reverse {
            true => kernels::binary::apply_scalar_left::<T>(self.0.kernel, s, &x.read(), &mut y.write()),
            false => kernels::binary::apply_scalar::<T>(self.0.kernel, &x.read(), s, &mut y.write()),
        }
    }
}

/// Calls a row's operator.
pub fn call(row: &'static Row, x: &NDArray, s: f64) -> Result<NDArray> {
    crate::invoke::invoke1(ScalarOp(row, Scalar { scalar: s, is_int: true }), std::slice::from_ref(x))
}

macro_rules! rows {
    ($( $(#[doc = $doc:literal])+ $ID:ident = $name:literal [$($alias:literal),*], $kernel:ident, $reverse:literal, $keeps:expr, $rule:expr; )*) => {
        $(
            $(#[doc = $doc])+
            pub static $ID: Row = Row {
                def: OpDef {
                    aliases: &[$($alias),*],
                    differentiable: {
                        let rule: Option<Rule> = $rule;
                        if rule.is_some() { Differentiable::Yes } else { Differentiable::Zero }
                    },
                    ..OpDef::new($name, concat!($($doc, "\n"),+), DATA, Scalar::SCHEMA,
                        |given| Ok(Rc::new(ScalarOp(&$ID, Scalar::read(given)))))
                },
                kernel: Binary::$kernel,
                reverse: $reverse,
                keeps: $keeps,
                rule: $rule,
            };
        )*
        /// All rows.
        pub static DEFS: &[&OpDef] = &[$(&$ID.def),*];
    };
}

rows! {
    /// x + s.
    PLUS = "_plus_scalar" ["_PlusScalar"], Add, false, Keeps::NONE, Some(|t| Ok(t.g().clone()));
    /// x - s.
    MINUS = "_minus_scalar" ["_MinusScalar"], Sub, false, Keeps::NONE, Some(|t| Ok(t.g().clone()));
    /// s - x.
    RMINUS = "_rminus_scalar" ["_RMinusScalar"], Sub, true, Keeps::NONE, Some(|t| f::neg(t.g()));
    /// x·s.
    MUL = "_mul_scalar" ["_MulScalar"], Mul, false, Keeps::NONE, Some(|t| f::scale(t.g(), t.s));
    /// x/s; of integers it is truncated towards zero.
    DIV = "_div_scalar" ["_DivScalar"], Div, false, Keeps::NONE, Some(|t| call(&DIV, t.g(), t.s));
    /// s/x.
    RDIV = "_rdiv_scalar" ["_RDivScalar"], Div, true, Keeps::INPUTS,
        Some(|t| f::mul(t.g(), &call(&RDIV, &f::apply(&unary::SQUARE, &t.x())?, -t.s)?));
    /// The remainder of x/s with the sign of s; 0 where s is 0.
    MOD = "_mod_scalar" ["_ModScalar"], Mod, false, Keeps::NONE, Some(|t| Ok(t.g().clone()));
    /// The remainder of s/x with the sign of x; 0 where x is 0.
    RMOD = "_rmod_scalar" ["_RModScalar"], Mod, true, Keeps::INPUTS,
        Some(|t| f::neg(&f::mul(t.g(), &f::apply(&unary::FLOOR, &call(&RDIV, &t.x(), t.s)?)?)?));
    /// x to the s.
    POWER = "_power_scalar" ["_PowerScalar"], Power, false, Keeps::INPUTS,
        Some(|t| f::mul(t.g(), &f::scale(&call(&POWER, &t.x(), t.s - 1.0)?, t.s)?));
    /// s to the x.
    RPOWER = "_rpower_scalar" ["_RPowerScalar"], Power, true, Keeps::OUTPUTS,
        Some(|t| f::mul(t.g(), &f::scale(&t.y(), libm::log(t.s))?));
    /// √(x² + s²).
    HYPOT = "_hypot_scalar" ["_HypotScalar", "_npi_hypot_scalar"], Hypot, false, Keeps::BOTH,
        Some(|t| f::mul(t.g(), &f::div(&t.x(), &t.y())?));
    /// The larger of x and s; the gradient is 1 where they are equal.
    MAXIMUM = "_maximum_scalar" ["_MaximumScalar", "_npi_maximum_scalar"], Maximum, false, Keeps::INPUTS,
        Some(|t| f::mul(t.g(), &call(&GREATER_EQUAL, &t.x(), t.s)?));
    /// The smaller of x and s; the gradient is 1 where they are equal.
    MINIMUM = "_minimum_scalar" ["_MinimumScalar", "_npi_minimum_scalar"], Minimum, false, Keeps::INPUTS,
        Some(|t| f::mul(t.g(), &call(&LESSER_EQUAL, &t.x(), t.s)?));
    /// 1 where x = s, else 0, in x's dtype.
    EQUAL = "_equal_scalar" ["_EqualScalar"], Equal, false, Keeps::NONE, None;
    /// 1 where x ≠ s, else 0, in x's dtype.
    NOT_EQUAL = "_not_equal_scalar" ["_NotEqualScalar"], NotEqual, false, Keeps::NONE, None;
    /// 1 where x > s, else 0, in x's dtype.
    GREATER = "_greater_scalar" ["_GreaterScalar"], Greater, false, Keeps::NONE, None;
    /// 1 where x ≥ s, else 0, in x's dtype.
    GREATER_EQUAL = "_greater_equal_scalar" ["_GreaterEqualScalar"], GreaterEqual, false, Keeps::NONE, None;
    /// 1 where x < s, else 0, in x's dtype.
    LESSER = "_lesser_scalar" ["_LesserScalar"], Lesser, false, Keeps::NONE, None;
    /// 1 where x ≤ s, else 0, in x's dtype.
    LESSER_EQUAL = "_lesser_equal_scalar" ["_LesserEqualScalar"], LesserEqual, false, Keeps::NONE, None;
    /// 1 where x and s are both not 0, else 0.
    LOGICAL_AND = "_logical_and_scalar" ["_LogicalAndScalar"], LogicalAnd, false, Keeps::NONE, None;
    /// 1 where x or s is not 0, else 0.
    LOGICAL_OR = "_logical_or_scalar" ["_LogicalOrScalar"], LogicalOr, false, Keeps::NONE, None;
    /// 1 where exactly one of x and s is not 0, else 0.
    LOGICAL_XOR = "_logical_xor_scalar" ["_LogicalXorScalar"], LogicalXor, false, Keeps::NONE, None;
}
