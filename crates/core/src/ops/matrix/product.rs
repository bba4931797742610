//! Products of matrices: gemm, gemm2, trmm, syrk.

use super::{composite, expect_matrices, expect_square, matrices, product, resized, triangle};
use crate::array::Spec;
use crate::attrs;
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::{Input, Inputs, Op, OpDef, expect_shape, input, same_dtype};
use crate::ops::functional as f;
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&GEMM, &GEMM2, &TRMM, &SYRK];

const A: Input = input("A", "Matrices, (..., rows, columns).");
const B: Input = input("B", "Matrices, as many as in A.");

attrs! {
    /// Options of a product and a sum.
    pub struct Gemm {
        /// Whether A is transposed first.
        transpose_a: bool = false,
        /// Whether B is transposed first.
        transpose_b: bool = false,
        /// The factor of the product.
        alpha: f64 = 1.0,
        /// The factor of C.
        beta: f64 = 1.0,
        /// The axis of the rows; that of the columns is the last.
        axis: i64 = -2,
    }
}

attrs! {
    /// Options of a product.
    pub struct Gemm2 {
        /// Whether A is transposed first.
        transpose_a: bool = false,
        /// Whether B is transposed first.
        transpose_b: bool = false,
        /// The factor of the product.
        alpha: f64 = 1.0,
        /// The axis of the rows; that of the columns is the last.
        axis: i64 = -2,
    }
}

attrs! {
    /// Options of a product with a triangle.
    pub struct Trmm {
        /// Whether A is transposed first.
        transpose: bool = false,
        /// Whether A stands on the right.
        rightside: bool = false,
        /// Whether A's lower triangle is meant, else the upper one.
        lower: bool = true,
        /// The factor.
        alpha: f64 = 1.0,
    }
}

attrs! {
    /// Options of a product with itself.
    pub struct Syrk {
        /// Whether it is Aᵀ·A, else A·Aᵀ.
        transpose: bool = false,
        /// The factor.
        alpha: f64 = 1.0,
    }
}

/// `nd.linalg.gemm`
pub static GEMM: OpDef = OpDef {
    aliases: &["linalg_gemm"],
    ..OpDef::new(
        "_linalg_gemm",
        "alpha · op(A) · op(B) + beta · C",
        Inputs::Fixed(&[A, B, input("C", "Matrices of the product's shape.")]),
        Gemm::SCHEMA,
        |given| Ok(Rc::new(Gemm::read(given))),
    )
};

/// `nd.linalg.gemm2`
pub static GEMM2: OpDef = OpDef {
    aliases: &["linalg_gemm2"],
    ..OpDef::new("_linalg_gemm2", "alpha · op(A) · op(B)", Inputs::Fixed(&[A, B]), Gemm2::SCHEMA, |given| {
        Ok(Rc::new(Gemm2::read(given)))
    })
};

/// `nd.linalg.trmm`
pub static TRMM: OpDef = OpDef {
    aliases: &["linalg_trmm"],
    ..OpDef::new(
        "_linalg_trmm",
        "alpha · op(A) · B for a triangle A, or alpha · B · op(A) with rightside.",
        Inputs::Fixed(&[input("A", "Square matrices of which one triangle is read."), B]),
        Trmm::SCHEMA,
        |given| Ok(Rc::new(Trmm::read(given))),
    )
};

/// `nd.linalg.syrk`
pub static SYRK: OpDef = OpDef {
    aliases: &["linalg_syrk"],
    ..OpDef::new(
        "_linalg_syrk",
        "alpha · A · Aᵀ, or alpha · Aᵀ · A",
        Inputs::Fixed(&[A]),
        Syrk::SCHEMA,
        |given| Ok(Rc::new(Syrk::read(given))),
    )
};

impl Gemm2 {
    /// The axes with those of the rows next to last, and the order that undoes it.
    fn order(&self, op: &'static OpDef, shape: &Shape) -> Result<(Vec<usize>, Vec<usize>)> {
        let n = shape.len();
        let axis = shape.axis(self.axis).filter(|&a| a + 1 < n).ok_or_else(|| {
            Error::attr(op.name, "axis", self.axis, format!("an axis before the last one of shape {shape}"))
        })?;
        let mut there: Vec<usize> = (0..n).filter(|&a| a != axis).collect();
        there.insert(n - 2, axis);
        let mut back = vec![0; n];
        there.iter().enumerate().for_each(|(i, &a)| back[a] = i);
        Ok((there, back))
    }
    fn shape(&self, op: &'static OpDef, inputs: &[Spec]) -> Result<Shape> {
        same_dtype(op, inputs)?;
        (0..2).try_for_each(|i| expect_matrices(op, i, &inputs[i]))?;
        let (a, b) = (&inputs[0].shape, &inputs[1].shape);
        let order = self.order(op, a)?.0;
        let moved = |s: &Shape| -> Shape { order.iter().map(|&axis| s[axis]).collect() };
        let wrong = |k: usize| {
            let expected = format!("as many matrices with {k} along the axis of the product because A has shape {a}");
            Err(Error::shape(op.name, "B", b, expected))
        };
        let (_, rows, columns) = matrices(&moved(a));
        let (m, k) = if self.transpose_a { (columns, rows) } else { (rows, columns) };
        if b.len() != a.len() {
            return wrong(k);
        }
        let (a, b) = (moved(a), moved(b));
        let (_, rows, columns) = matrices(&b);
        let (depth, n) = if self.transpose_b { (columns, rows) } else { (rows, columns) };
        if depth != k || a[..a.len() - 2] != b[..b.len() - 2] {
            return wrong(k);
        }
        let (made, back) = (resized(&a, m, n), self.order(op, &inputs[0].shape)?.1);
        Ok(back.iter().map(|&axis| made[axis]).collect())
    }
    fn parts(&self, x: &[NDArray]) -> Result<NDArray> {
        let (there, back) = self.order(&GEMM2, x[0].shape())?;
        let inner = there.is_sorted();
        let moved = |x: &NDArray| if inner { Ok(x.clone()) } else { f::transpose(x, &there) };
        let c = product(&moved(&x[0])?, &moved(&x[1])?, self.transpose_a, self.transpose_b)?;
        scaled(&if inner { c } else { f::transpose(&c, &back)? }, self.alpha)
    }
}

fn scaled(x: &NDArray, factor: f64) -> Result<NDArray> {
    if factor == 1.0 { Ok(x.clone()) } else { f::scale(x, factor) }
}

impl Op for Gemm2 {
    composite!(GEMM2);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![Spec::new(self.shape(&GEMM2, inputs)?, inputs[0].dtype)])
    }
}

impl Gemm {
    fn product(&self) -> Gemm2 {
        let (transpose_a, transpose_b, alpha, axis) = (self.transpose_a, self.transpose_b, self.alpha, self.axis);
        Gemm2 { transpose_a, transpose_b, alpha, axis }
    }
    fn parts(&self, x: &[NDArray]) -> Result<NDArray> {
        f::add(&self.product().parts(&x[..2])?, &scaled(&x[2], self.beta)?)
    }
}

impl Op for Gemm {
    composite!(GEMM);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let shape = self.product().shape(&GEMM, inputs)?;
        expect_shape(&GEMM, 2, &inputs[2], &shape, &"the product has this shape")?;
        Ok(vec![Spec::new(shape, inputs[0].dtype)])
    }
}

/// Checks a square A and a B that it is multiplied with from the left or the right.
pub(super) fn check_pair(op: &'static OpDef, inputs: &[Spec], rightside: bool) -> Result<()> {
    same_dtype(op, inputs)?;
    expect_square(op, 0, &inputs[0])?;
    expect_matrices(op, 1, &inputs[1])?;
    let (a, b) = (&inputs[0].shape, &inputs[1].shape);
    let (_, n, _) = matrices(a);
    let (_, rows, columns) = matrices(b);
    if b.len() == a.len() && a[..a.len() - 2] == b[..b.len() - 2] && n == if rightside { columns } else { rows } {
        return Ok(());
    }
    let place = if rightside { "columns" } else { "rows" };
    Err(Error::shape(op.name, "B", b, format!("as many matrices of {n} {place} because A has shape {a}")))
}

impl Trmm {
    fn parts(&self, x: &[NDArray]) -> Result<NDArray> {
        let a = triangle(&x[0], self.lower)?;
        let made = match self.rightside {
            true => product(&x[1], &a, false, self.transpose)?,
            false => product(&a, &x[1], self.transpose, false)?,
        };
        scaled(&made, self.alpha)
    }
}

impl Op for Trmm {
    composite!(TRMM);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        check_pair(&TRMM, inputs, self.rightside)?;
        Ok(vec![inputs[1].clone()])
    }
}

impl Syrk {
    fn parts(&self, x: &[NDArray]) -> Result<NDArray> {
        scaled(&product(&x[0], &x[0], self.transpose, !self.transpose)?, self.alpha)
    }
}

impl Op for Syrk {
    composite!(SYRK);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        expect_matrices(&SYRK, 0, &inputs[0])?;
        let (_, rows, columns) = matrices(&inputs[0].shape);
        let n = if self.transpose { columns } else { rows };
        Ok(vec![Spec::new(resized(&inputs[0].shape, n, n), inputs[0].dtype)])
    }
}
