//! Elementwise functions of one tensor: a table with a row an operator.

use crate::array::{Array, Spec};
use crate::autograd::Grad;
use crate::error::Result;
use crate::for_float;
use crate::ndarray::NDArray;
use crate::op::{Compute, DATA, Differentiable, Gradients, Keeps, Op, OpDef, Run};
use crate::ops::functional as f;
use crate::ops::special;
use kernels::unary::Unary;
use std::rc::Rc;

/// How the gradient of a function follows from its input `x`, its output `y` and the head gradient `g`.
pub enum Rule {
    /// It is zero.
    Zero,
    /// It needs `g` only.
    Head(fn(&NDArray) -> Result<NDArray>),
    /// It needs `x` and `g`.
    Input(fn(&NDArray, &NDArray) -> Result<NDArray>),
    /// It needs `y` and `g`.
    Output(fn(&NDArray, &NDArray) -> Result<NDArray>),
    /// It needs `x`, `y` and `g`.
    Both(fn(&NDArray, &NDArray, &NDArray) -> Result<NDArray>),
}

/// One function.
pub struct Row {
    /// Its definition.
    pub def: OpDef,
    kernel: Unary,
    rule: Rule,
}

/// The operator of a row.
pub struct UnaryOp(pub &'static Row);

impl Op for UnaryOp {
    fn def(&self) -> &'static OpDef {
        &self.0.def
    }

    fn pointwise(&self) -> bool {
        true
    }
    fn rectifies(&self) -> bool {
        matches!(self.0.kernel, Unary::Relu)
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![inputs[0].clone()])
    }

    fn compute(&self, inputs: &[Array]) -> Compute {
        // Integers stay integers where the function maps them to integers.
        let native = matches!(
            self.0.kernel,
            Unary::Abs | Unary::Sign | Unary::Negative | Unary::Square | Unary::LogicalNot | Unary::Relu
        ) || matches!(
            self.0.kernel,
            Unary::Round | Unary::Rint | Unary::Ceil | Unary::Floor | Unary::Trunc | Unary::Fix
        );
        if native && !inputs[0].dtype().is_float() { Compute::Any } else { Compute::Float }
    }

    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        if x[0].dtype().is_float() {
            for_float!(x[0].dtype(), T => kernels::unary::apply::<T>(self.0.kernel, &x[0].read(), &mut y[0].write()));
        } else {
            crate::for_int!(x[0].dtype(), T => {
                kernels::integer::unary::<T>(self.0.kernel, &x[0].read(), &mut y[0].write());
            });
        }
        Ok(())
    }

    fn keeps(&self) -> Keeps {
        match self.0.rule {
            Rule::Zero | Rule::Head(_) => Keeps::NONE,
            Rule::Input(_) => Keeps::INPUTS,
            Rule::Output(_) => Keeps::OUTPUTS,
            Rule::Both(_) => Keeps::BOTH,
        }
    }

    fn gradient(&self, grad: &Grad) -> Gradients {
        let g = &grad.head(0)?;
        Ok(vec![match self.0.rule {
            Rule::Zero => None,
            Rule::Head(rule) => Some(rule(g)?),
            Rule::Input(rule) => Some(rule(&grad.input(0), g)?),
            Rule::Output(rule) => Some(rule(&grad.output(0), g)?),
            Rule::Both(rule) => Some(rule(&grad.input(0), &grad.output(0), g)?),
        }])
    }
}

macro_rules! rows {
    ($( $(#[doc = $doc:literal])+ $ID:ident = $name:literal, [$($alias:literal),*], $kernel:ident, $rule:expr; )*) => {
        $(
            $(#[doc = $doc])+
            pub static $ID: Row = Row {
                def: OpDef {
                    aliases: &[$($alias),*],
                    differentiable: if matches!($rule, Rule::Zero) { Differentiable::Zero } else { Differentiable::Yes },
                    ..OpDef::new(
                        $name,
                        concat!($($doc, "\n"),+),
                        DATA,
                        &[],
                        |_| Ok(Rc::new(UnaryOp(&$ID))),
                    )
                },
                kernel: Unary::$kernel,
                rule: $rule,
            };
        )*
        /// All rows.
        pub static DEFS: &[&OpDef] = &[$(&$ID.def),*];
    };
}

/// 1/sqrt(pi)·2, the factor of the error function's derivative.
const TWO_OVER_SQRT_PI: f64 = std::f64::consts::FRAC_2_SQRT_PI;

rows! {
    /// The absolute value |x|. Its gradient at 0 is 0.
    ABS = "abs", ["_sparse_abs"], Abs, Rule::Input(|x, g| f::mul(g, &f::apply(&SIGN, x)?));
    /// The sign: -1, 0 or 1.
    SIGN = "sign", ["_sparse_sign"], Sign, Rule::Zero;
    /// The nearest integer; halves go away from zero.
    ROUND = "round", ["_sparse_round"], Round, Rule::Zero;
    /// The nearest integer; halves go to the lower number.
    RINT = "rint", ["_sparse_rint"], Rint, Rule::Zero;
    /// The smallest integer that is not less.
    CEIL = "ceil", ["_sparse_ceil"], Ceil, Rule::Zero;
    /// The largest integer that is not greater.
    FLOOR = "floor", ["_sparse_floor"], Floor, Rule::Zero;
    /// The integer part: towards zero.
    TRUNC = "trunc", ["_sparse_trunc"], Trunc, Rule::Zero;
    /// The nearest integer towards zero.
    FIX = "fix", ["_sparse_fix"], Fix, Rule::Zero;
    /// The negative -x.
    NEGATIVE = "negative", ["_sparse_negative"], Negative, Rule::Head(|g| f::apply(&NEGATIVE, g));
    /// The reciprocal 1/x.
    RECIPROCAL = "reciprocal", [], Reciprocal, Rule::Output(|y, g| f::neg(&f::mul(g, &f::apply(&SQUARE, y)?)?));
    /// The square x².
    SQUARE = "square", ["_sparse_square"], Square, Rule::Input(|x, g| f::mul(g, &f::scale(x, 2.0)?));
    /// The square root.
    SQRT = "sqrt", ["_sparse_sqrt"], Sqrt, Rule::Output(|y, g| f::div(&f::scale(g, 0.5)?, y));
    /// The reciprocal of the square root, 1/√x.
    RSQRT = "rsqrt", ["_sparse_rsqrt"], Rsqrt, Rule::Both(|x, y, g| f::scale(&f::mul(g, &f::div(y, x)?)?, -0.5));
    /// The cube root.
    CBRT = "cbrt", ["_sparse_cbrt"], Cbrt, Rule::Output(|y, g| f::div(g, &f::scale(&f::apply(&SQUARE, y)?, 3.0)?));
    /// The reciprocal of the cube root.
    RCBRT = "rcbrt", [], Rcbrt, Rule::Both(|x, y, g| f::mul(g, &f::scale(&f::div(y, x)?, -1.0 / 3.0)?));
    /// The exponential eˣ.
    EXP = "exp", ["_sparse_exp"], Exp, Rule::Output(|y, g| f::mul(g, y));
    /// eˣ - 1, accurate near 0.
    EXPM1 = "expm1", ["_sparse_expm1"], Expm1, Rule::Input(|x, g| f::mul(g, &f::apply(&EXP, x)?));
    /// The natural logarithm.
    LOG = "log", ["_sparse_log"], Log, Rule::Input(|x, g| f::div(g, x));
    /// The logarithm to base 10.
    LOG10 = "log10", ["_sparse_log10"], Log10, Rule::Input(|x, g| f::div(g, &f::scale(x, std::f64::consts::LN_10)?));
    /// The logarithm to base 2.
    LOG2 = "log2", ["_sparse_log2"], Log2, Rule::Input(|x, g| f::div(g, &f::scale(x, std::f64::consts::LN_2)?));
    /// ln(1 + x), accurate near 0.
    LOG1P = "log1p", ["_sparse_log1p"], Log1p, Rule::Input(|x, g| f::div(g, &f::shift(x, 1.0)?));
    /// The sine; x in radians.
    SIN = "sin", ["_sparse_sin"], Sin, Rule::Input(|x, g| f::mul(g, &f::apply(&COS, x)?));
    /// The cosine; x in radians.
    COS = "cos", ["_sparse_cos"], Cos, Rule::Input(|x, g| f::neg(&f::mul(g, &f::apply(&SIN, x)?)?));
    /// The tangent; x in radians.
    TAN = "tan", ["_sparse_tan"], Tan, Rule::Output(|y, g| f::mul(g, &f::shift(&f::apply(&SQUARE, y)?, 1.0)?));
    /// The inverse sine, in radians.
    ARCSIN = "arcsin", ["_sparse_arcsin"], Arcsin, Rule::Input(|x, g| f::mul(g, &f::apply(&RSQRT, &f::one_minus_square(x)?)?));
    /// The inverse cosine, in radians.
    ARCCOS = "arccos", ["_sparse_arccos"], Arccos, Rule::Input(|x, g| f::neg(&f::mul(g, &f::apply(&RSQRT, &f::one_minus_square(x)?)?)?));
    /// The inverse tangent, in radians.
    ARCTAN = "arctan", ["_sparse_arctan"], Arctan, Rule::Input(|x, g| f::div(g, &f::shift(&f::apply(&SQUARE, x)?, 1.0)?));
    /// The hyperbolic sine.
    SINH = "sinh", ["_sparse_sinh"], Sinh, Rule::Input(|x, g| f::mul(g, &f::apply(&COSH, x)?));
    /// The hyperbolic cosine.
    COSH = "cosh", ["_sparse_cosh"], Cosh, Rule::Input(|x, g| f::mul(g, &f::apply(&SINH, x)?));
    /// The hyperbolic tangent.
    TANH = "tanh", ["_sparse_tanh"], Tanh, Rule::Output(|y, g| f::mul(g, &f::one_minus_square(y)?));
    /// The inverse hyperbolic sine.
    ARCSINH = "arcsinh", ["_sparse_arcsinh"], Arcsinh, Rule::Input(|x, g| f::mul(g, &f::apply(&RSQRT, &f::shift(&f::apply(&SQUARE, x)?, 1.0)?)?));
    /// The inverse hyperbolic cosine.
    ARCCOSH = "arccosh", ["_sparse_arccosh"], Arccosh, Rule::Input(|x, g| f::mul(g, &f::apply(&RSQRT, &f::shift(&f::apply(&SQUARE, x)?, -1.0)?)?));
    /// The inverse hyperbolic tangent.
    ARCTANH = "arctanh", ["_sparse_arctanh"], Arctanh, Rule::Input(|x, g| f::div(g, &f::one_minus_square(x)?));
    /// Radians to degrees.
    DEGREES = "degrees", ["_sparse_degrees"], Degrees, Rule::Head(|g| f::scale(g, 180.0 / std::f64::consts::PI));
    /// Degrees to radians.
    RADIANS = "radians", ["_sparse_radians"], Radians, Rule::Head(|g| f::scale(g, std::f64::consts::PI / 180.0));
    /// The rectifier max(x, 0). Its gradient at 0 is 0.
    RELU = "relu", ["_sparse_relu"], Relu, Rule::Output(|y, g| f::mul(g, &f::apply(&RELU_SLOPE, y)?));
    /// The slope of the rectifier: 1 above 0, NaN for NaN, else 0.
    RELU_SLOPE = "_relu_slope", [], ReluSlope, Rule::Zero;
    /// The logistic function 1/(1 + e⁻ˣ).
    SIGMOID = "sigmoid", ["_sparse_sigmoid"], Sigmoid, Rule::Output(|y, g| f::mul(g, &f::mul(y, &f::one_minus(y)?)?));
    /// x/(1 + |x|).
    SOFTSIGN = "softsign", [], Softsign, Rule::Input(|x, g| f::div(g, &f::apply(&SQUARE, &f::shift(&f::apply(&ABS, x)?, 1.0)?)?));
    /// ln(1 + eˣ), the smooth rectifier, computed so that it never overflows.
    SOFTRELU = "_softrelu", [], Softrelu, Rule::Input(|x, g| f::mul(g, &f::apply(&SIGMOID, x)?));
    /// The Gauss error function.
    ERF = "erf", ["_npx_erf"], Erf, Rule::Input(|x, g| f::mul(g, &f::scale(&f::apply(&EXP, &f::neg(&f::apply(&SQUARE, x)?)?)?, TWO_OVER_SQRT_PI)?));
    /// The inverse of the error function.
    ERFINV = "erfinv", ["_npx_erfinv"], Erfinv, Rule::Output(|y, g| f::mul(g, &f::scale(&f::apply(&EXP, &f::apply(&SQUARE, y)?)?, 1.0 / TWO_OVER_SQRT_PI)?));
    /// The gamma function.
    GAMMA = "gamma", ["_npx_gamma", "_sparse_gamma"], Gamma, Rule::Both(|x, y, g| f::mul(g, &f::mul(y, &special::polygamma(0, x)?)?));
    /// The logarithm of the absolute value of the gamma function.
    GAMMALN = "gammaln", ["_npx_gammaln", "_sparse_gammaln"], Gammaln, Rule::Input(|x, g| f::mul(g, &special::polygamma(0, x)?));
    /// The logical complement: 1 where x is 0, else 0.
    LOGICAL_NOT = "logical_not", [], LogicalNot, Rule::Zero;
}
