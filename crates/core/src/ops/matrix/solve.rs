//! Solving with matrices: trsm, inverse, det, slogdet.

use super::product::check_pair;
use super::{doubles, expect_square, matrices, product, store, transposed, triangle};
use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::Grad;
use crate::error::{Error, Result};
use crate::invoke::invoke1;
use crate::ndarray::NDArray;
use crate::op::{Gradients, Input, Inputs, Keeps, Op, OpDef, Run, input};
use crate::ops::functional as f;
use crate::shape::Shape;
use kernels::linalg;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&TRSM, &INVERSE, &INVERSE_OR_ZERO, &DET, &SLOGDET];

const SQUARE: Input = input("A", "Square matrices, (..., n, n).");

attrs! {
    /// Options of solving with a triangle.
    pub struct Trsm {
        /// Whether A is transposed first.
        transpose: bool = false,
        /// Whether A stands on the right.
        rightside: bool = false,
        /// Whether A's lower triangle is meant, else the upper one.
        lower: bool = true,
        /// The factor of B.
        alpha: f64 = 1.0,
    }
}

/// `nd.linalg.trsm`
pub static TRSM: OpDef = OpDef {
    aliases: &["linalg_trsm"],
    ..OpDef::new(
        "_linalg_trsm",
        "X of op(A) · X = alpha · B for a triangle A, or of X · op(A) = alpha · B with rightside.",
        Inputs::Fixed(&[input("A", "Square matrices of which one triangle is read."), input("B", "As many matrices.")]),
        Trsm::SCHEMA,
        |given| Ok(Rc::new(Trsm::read(given))),
    )
};

/// Solves with a triangle.
pub(super) fn solve(a: &NDArray, b: &NDArray, lower: bool, transpose: bool, rightside: bool) -> Result<NDArray> {
    invoke1(Trsm { transpose, rightside, lower, alpha: 1.0 }, &[a.clone(), b.clone()])
}

/// The transpose of a matrix (rows, columns).
fn turn(rows: usize, columns: usize, x: &[f64]) -> Vec<f64> {
    (0..rows * columns).map(|i| x[i % rows * columns + i / rows]).collect()
}

impl Op for Trsm {
    fn def(&self) -> &'static OpDef {
        &TRSM
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        check_pair(&TRSM, inputs, self.rightside)?;
        Ok(vec![inputs[1].clone()])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (a, mut b) = (doubles(&x[0])?, doubles(&x[1])?);
        let (_, rows, columns) = matrices(x[1].shape());
        let n = if self.rightside { columns } else { rows };
        b.iter_mut().for_each(|b| *b *= self.alpha);
        for (a, b) in a.chunks_exact(n * n).zip(b.chunks_exact_mut(rows * columns)) {
            if self.rightside {
                // X op(A) = B is op(A)ᵀ Xᵀ = Bᵀ.
                let mut turned = turn(rows, columns, b);
                linalg::solve_triangle(n, rows, a, self.lower, !self.transpose, &mut turned);
                b.copy_from_slice(&turn(columns, rows, &turned));
            } else {
                linalg::solve_triangle(n, columns, a, self.lower, self.transpose, b);
            }
        }
        store(&y[0], &b)
    }
    fn keeps(&self) -> Keeps {
        Keeps { inputs: 0b01, outputs: 0b1 }
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        // With Y the solution of the transposed problem for the head: op(A) gets -Y Xᵀ, or -Xᵀ Y.
        let (a, x) = (grad.input(0), grad.output(0));
        let y = solve(&a, &grad.head(0)?, self.lower, !self.transpose, self.rightside)?;
        let da = || {
            let (left, right) = if self.rightside != self.transpose { (&x, &y) } else { (&y, &x) };
            let outer = match self.rightside {
                true => product(left, right, true, false)?,
                false => product(left, right, false, true)?,
            };
            f::neg(&triangle(&outer, self.lower)?)
        };
        let da = grad.needs(0).then(da).transpose()?;
        Ok(vec![da, grad.needs(1).then(|| f::scale(&y, self.alpha)).transpose()?])
    }
}

/// The inverse; of a singular matrix an error, or zeros.
struct Inverse(&'static OpDef);

/// `nd.linalg.inverse`
pub static INVERSE: OpDef = OpDef {
    aliases: &["_npi_inv", "linalg_inverse"],
    ..OpDef::new("_linalg_inverse", "The inverses of matrices.", Inputs::Fixed(&[SQUARE]), &[], |_| {
        Ok(Rc::new(Inverse(&INVERSE)))
    })
};

/// The inverse where there is one: the gradient of determinants.
pub static INVERSE_OR_ZERO: OpDef = OpDef {
    internal: true,
    ..OpDef::new(
        "_inverse_or_zero",
        "The inverses of matrices; 0 for singular ones.",
        Inputs::Fixed(&[SQUARE]),
        &[],
        |_| Ok(Rc::new(Inverse(&INVERSE_OR_ZERO))),
    )
};

impl Op for Inverse {
    fn def(&self) -> &'static OpDef {
        self.0
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        expect_square(self.0, 0, &inputs[0])?;
        Ok(vec![inputs[0].clone()])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let mut a = doubles(&x[0])?;
        let (_, n, _) = matrices(x[0].shape());
        for (i, a) in a.chunks_exact_mut(n * n).enumerate() {
            if linalg::inverse(n, a) {
                continue;
            }
            if self.0.name == INVERSE.name {
                return Err(Error::value(self.0.name, format!("A is singular (matrix {i})")));
            }
            a.fill(0.0);
        }
        store(&y[0], &a)
    }
    fn keeps(&self) -> Keeps {
        Keeps::OUTPUTS
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let y = grad.output(0);
        let da = product(&product(&y, &grad.head(0)?, true, false)?, &y, false, true)?;
        Ok(vec![Some(f::neg(&da)?)])
    }
}

/// The shape of one number for each matrix.
pub(super) fn numbers(shape: &Shape) -> Shape {
    if shape.len() == 2 { Shape::from([1]) } else { Shape::new(&shape[..shape.len() - 2]) }
}

/// A number for each matrix, shaped so that it broadcasts to them.
pub(super) fn over_matrices(x: &NDArray, shape: &Shape) -> Result<NDArray> {
    let ones = super::resized(shape, 1, 1);
    f::reshape(x, &ones)
}

/// The determinant, or the sign and the logarithm of its magnitude.
struct Det(&'static OpDef);

/// `nd.linalg.det`
pub static DET: OpDef = OpDef {
    aliases: &["_npi_det", "linalg_det"],
    ..OpDef::new("_linalg_det", "The determinants of matrices.", Inputs::Fixed(&[SQUARE]), &[], |_| {
        Ok(Rc::new(Det(&DET)))
    })
};

/// `nd.linalg.slogdet`
pub static SLOGDET: OpDef = OpDef {
    aliases: &["_npi_slogdet", "linalg_slogdet"],
    outputs: &["sign", "logabsdet"],
    ..OpDef::new(
        "_linalg_slogdet",
        "The sign of the determinants of matrices, and the logarithm of their magnitude. The sign has a gradient of zero.",
        Inputs::Fixed(&[SQUARE]),
        &[],
        |_| Ok(Rc::new(Det(&SLOGDET))),
    )
};

impl Op for Det {
    fn def(&self) -> &'static OpDef {
        self.0
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        expect_square(self.0, 0, &inputs[0])?;
        Ok(vec![Spec::new(numbers(&inputs[0].shape), inputs[0].dtype); self.0.outputs.len()])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let mut a = doubles(&x[0])?;
        let (_, n, _) = matrices(x[0].shape());
        let (mut signs, mut sizes) = (Vec::new(), Vec::new());
        for a in a.chunks_exact_mut(n * n) {
            let mut sign = linalg::lu(n, a).1;
            let (mut log, mut value) = (0.0, sign);
            for i in 0..n {
                let pivot = a[i * n + i];
                sign *= if pivot < 0.0 { -1.0 } else { 1.0 };
                log += libm::log(pivot.abs());
                value *= pivot;
            }
            signs.push(sign);
            sizes.push(if self.0.outputs.len() == 1 { value } else { log });
        }
        match y {
            [value] => store(value, &sizes),
            _ => store(&y[0], &signs).and_then(|()| store(&y[1], &sizes)),
        }
    }
    fn keeps(&self) -> Keeps {
        Keeps::BOTH
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let a = grad.input(0);
        let inverse = transposed(&invoke1(Inverse(&INVERSE_OR_ZERO), std::slice::from_ref(&a))?)?;
        let factor = match self.0.outputs.len() {
            1 => f::mul(&grad.head(0)?, &grad.output(0))?,
            _ => grad.head(1)?,
        };
        Ok(vec![Some(f::mul(&inverse, &over_matrices(&factor, a.shape())?)?)])
    }
}
