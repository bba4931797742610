//! Decompositions: potrf, potri, gelqf, syevd.

use super::solve::solve;
use super::{
    composite, constant, doubles, expect_matrices, expect_square, identity_like, matrices, mirrored, product, resized,
    store, transposed,
};
use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::Grad;
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::{Gradients, Inputs, Keeps, Op, OpDef, Run, input};
use crate::ops::functional as f;
use crate::shape::Shape;
use kernels::linalg;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&POTRF, &POTRI, &GELQF, &SYEVD];

attrs! {
    /// Which triangle.
    pub struct Potrf {
        /// Whether the factor is a lower triangle L of A = L·Lᵀ, else an upper one of A = Lᵀ·L. The same triangle of A is read.
        lower: bool = true,
    }
}

attrs! {
    /// Which triangle.
    pub struct Potri {
        /// Whether the factor is a lower triangle, else an upper one.
        lower: bool = true,
    }
}

/// `nd.linalg.potrf`
pub static POTRF: OpDef = OpDef {
    aliases: &["linalg_potrf"],
    ..OpDef::new(
        "_linalg_potrf",
        "The Cholesky factors of symmetric positive definite matrices. The gradient is symmetric.",
        Inputs::Fixed(&[input("A", "Symmetric positive definite matrices, (..., n, n).")]),
        Potrf::SCHEMA,
        |given| Ok(Rc::new(Potrf::read(given))),
    )
};

/// `nd.linalg.potri`
pub static POTRI: OpDef = OpDef {
    aliases: &["linalg_potri"],
    ..OpDef::new(
        "_linalg_potri",
        "The inverses of the matrices whose Cholesky factors are given.",
        Inputs::Fixed(&[input("A", "Cholesky factors, (..., n, n), of which one triangle is read.")]),
        Potri::SCHEMA,
        |given| Ok(Rc::new(Potri::read(given))),
    )
};

impl Op for Potrf {
    fn def(&self) -> &'static OpDef {
        &POTRF
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        expect_square(&POTRF, 0, &inputs[0])?;
        Ok(vec![inputs[0].clone()])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let mut a = doubles(&x[0])?;
        let (_, n, _) = matrices(x[0].shape());
        let turn = |a: &mut [f64]| (0..n * n).filter(|i| i / n < i % n).for_each(|i| a.swap(i, i % n * n + i / n));
        for (i, a) in a.chunks_exact_mut(n * n).enumerate() {
            if !self.lower {
                turn(a);
            }
            if !linalg::cholesky(n, a) {
                return Err(Error::value(POTRF.name, format!("A is not positive definite (matrix {i})")));
            }
            if !self.lower {
                turn(a);
            }
        }
        store(&y[0], &a)
    }
    fn keeps(&self) -> Keeps {
        Keeps::OUTPUTS
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let turned = |x: NDArray| if self.lower { Ok(x) } else { transposed(&x) };
        let (l, g) = (turned(grad.output(0))?, turned(grad.head(0)?)?);
        // ½ L⁻ᵀ · mirrored(Lᵀ g) · L⁻¹
        let inner = mirrored(&product(&l, &g, true, false)?)?;
        let left = solve(&l, &inner, true, true, false)?;
        Ok(vec![Some(f::scale(&solve(&l, &left, true, false, true)?, 0.5)?)])
    }
}

impl Potri {
    fn parts(&self, x: &[NDArray]) -> Result<NDArray> {
        let inverse = solve(&x[0], &identity_like(&x[0])?, self.lower, false, false)?;
        product(&inverse, &inverse, self.lower, !self.lower)
    }
}

impl Op for Potri {
    composite!(POTRI);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        expect_square(&POTRI, 0, &inputs[0])?;
        Ok(vec![inputs[0].clone()])
    }
}

/// The operator `_linalg_gelqf`.
struct Gelqf;

/// `nd.linalg.gelqf`
pub static GELQF: OpDef = OpDef {
    aliases: &["linalg_gelqf"],
    outputs: &["Q", "L"],
    ..OpDef::new(
        "_linalg_gelqf",
        "A = L·Q with orthonormal rows in Q and a lower triangle L.",
        Inputs::Fixed(&[input("A", "Matrices (..., m, n) of full rank with m ≤ n.")]),
        &[],
        |_| Ok(Rc::new(Gelqf)),
    )
};

impl Op for Gelqf {
    fn def(&self) -> &'static OpDef {
        &GELQF
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        expect_matrices(&GELQF, 0, &inputs[0])?;
        let shape = &inputs[0].shape;
        let (_, rows, columns) = matrices(shape);
        if rows > columns {
            return Err(Error::shape(GELQF.name, "A", shape, "no more rows than columns"));
        }
        Ok(vec![inputs[0].clone(), Spec::new(resized(shape, rows, rows), inputs[0].dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (count, m, n) = matrices(x[0].shape());
        let (mut q, mut l) = (doubles(&x[0])?, vec![0.0; count * m * m]);
        for (q, l) in q.chunks_exact_mut(m * n).zip(l.chunks_exact_mut(m * m)) {
            linalg::lq(m, n, q, l);
        }
        store(&y[0], &q).and_then(|()| store(&y[1], &l))
    }
    fn keeps(&self) -> Keeps {
        Keeps::OUTPUTS
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let (q, l, dq, dl) = (grad.output(0), grad.output(1), grad.head(0)?, grad.head(1)?);
        // L⁻ᵀ · (dQ + mirrored(Lᵀ dL - dQ Qᵀ) · Q)
        let inner = f::sub(&product(&l, &dl, true, false)?, &product(&dq, &q, false, true)?)?;
        let sum = f::add(&dq, &product(&mirrored(&inner)?, &q, false, false)?)?;
        Ok(vec![Some(solve(&l, &sum, true, true, false)?)])
    }
}

/// The operator `_linalg_syevd`.
struct Syevd;

/// `nd.linalg.syevd`
pub static SYEVD: OpDef = OpDef {
    aliases: &["linalg_syevd"],
    outputs: &["U", "L"],
    ..OpDef::new(
        "_linalg_syevd",
        "A = Uᵀ·diag(L)·U: the eigenvectors of symmetric matrices as rows of U, and the eigenvalues, rising. The element of \
         greatest magnitude of each eigenvector is positive. The gradient is symmetric, and not finite where eigenvalues are \
         equal.",
        Inputs::Fixed(&[input("A", "Symmetric matrices, (..., n, n), of which the lower triangle is read.")]),
        &[],
        |_| Ok(Rc::new(Syevd)),
    )
};

impl Op for Syevd {
    fn def(&self) -> &'static OpDef {
        &SYEVD
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        expect_square(&SYEVD, 0, &inputs[0])?;
        let shape = &inputs[0].shape;
        let values = Shape::new(&shape[..shape.len() - 1]);
        Ok(vec![inputs[0].clone(), Spec::new(values, inputs[0].dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (count, n, _) = matrices(x[0].shape());
        let (mut u, mut values) = (doubles(&x[0])?, vec![0.0; count * n]);
        for (u, values) in u.chunks_exact_mut(n * n).zip(values.chunks_exact_mut(n)) {
            linalg::symmetric_eigen(n, u, values);
        }
        store(&y[0], &u).and_then(|()| store(&y[1], &values))
    }
    fn keeps(&self) -> Keeps {
        Keeps::OUTPUTS
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let (u, values, du, dl) = (grad.output(0), grad.output(1), grad.head(0)?, grad.head(1)?);
        let shape = u.shape();
        let (_, n, _) = matrices(shape);
        let (column, row) = (resized(shape, n, 1), resized(shape, 1, n));
        let unit = constant(shape.len(), n, n, u.dtype(), |i, j| if i == j { 1.0 } else { 0.0 })?;
        let gaps = f::sub(&f::reshape(&values, &column)?, &f::reshape(&values, &row)?)?;
        let inner = f::div(&product(&du, &u, false, true)?, &f::add(&gaps, &unit)?)?;
        let inner = f::mul(&inner, &f::one_minus(&unit)?)?;
        let inner = f::scale(&f::add(&inner, &transposed(&inner)?)?, 0.5)?;
        let inner = f::add(&inner, &f::mul(&unit, &f::reshape(&dl, &column)?)?)?;
        Ok(vec![Some(product(&product(&u, &inner, true, false)?, &u, false, false)?)])
    }
}
