//! Matrix products.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::Grad;
use crate::choice;
use crate::error::{Error, Result};
use crate::for_float;
use crate::ndarray::NDArray;
use crate::op::{Gradients, Inputs, Keeps, Op, OpDef, Run, input, same_dtype};
use crate::ops::functional as f;
use crate::shape::Shape;
use kernels::gemm::{batch_gemm, gemm};
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&DOT, &BATCH_DOT];

choice! {
    /// MXNet's storage types.
    pub enum Storage {
        /// Dense.
        Default = "default",
        /// Compressed sparse rows.
        Csr = "csr",
        /// Row sparse.
        RowSparse = "row_sparse",
    }
}

attrs! {
    /// Which operands are transposed.
    pub struct Dot {
        /// Whether lhs is transposed first: its first axis goes to the end.
        transpose_a: bool = false,
        /// Whether rhs is transposed first: its last axis comes to the front.
        transpose_b: bool = false,
        /// The storage of the result of csr matrices; dense arrays give dense ones.
        forward_stype: Option<Storage> = None,
    }
}

const OPERANDS: Inputs = Inputs::Fixed(&[input("lhs", "The left operand."), input("rhs", "The right operand.")]);

/// `nd.dot`
pub static DOT: OpDef = OpDef {
    aliases: &["_sparse_dot"],
    ..OpDef::new(
        "dot",
        "The product over the last axis of lhs and the first of rhs: inner product of vectors, product of matrices, tensor product beyond.",
        OPERANDS,
        Dot::SCHEMA,
        |given| Ok(Rc::new(Dot::read(given))),
    )
};

/// A product seen as one of matrices: m by k times k by n.
struct Product {
    ta: bool,
    tb: bool,
    m: usize,
    n: usize,
    k: usize,
    shape: Shape,
}

impl Product {
    /// The stored shapes of the operands.
    fn stored(&self) -> (Shape, Shape) {
        let stored = |t: bool, rows, columns| Shape::from(if t { [columns, rows] } else { [rows, columns] });
        (stored(self.ta, self.m, self.k), stored(self.tb, self.k, self.n))
    }
}

impl Dot {
    fn product(&self, a: &Shape, b: &Shape) -> Result<Product> {
        // A vector has no other axis to change places with.
        let (ta, tb) = (self.transpose_a && a.len() > 1, self.transpose_b && b.len() > 1);
        let (k, rest) = if ta { (a[0], &a[1..]) } else { (a[a.len() - 1], &a[..a.len() - 1]) };
        let (depth, columns) = if tb { (b[b.len() - 1], &b[..b.len() - 1]) } else { (b[0], &b[1..]) };
        if k != depth {
            let place = if tb { "last" } else { "first" };
            let flags = format!("transpose_a={}, transpose_b={}", self.transpose_a, self.transpose_b);
            let expected = format!("{k} along its {place} axis because lhs has shape {a} ({flags})");
            return Err(Error::shape("dot", "rhs", b, expected));
        }
        let mut shape: Shape = rest.iter().chain(columns).copied().collect();
        if shape.is_empty() {
            shape = Shape::from([1]);
        }
        Ok(Product { ta, tb, m: rest.iter().product(), n: columns.iter().product(), k, shape })
    }
}

impl Op for Dot {
    fn def(&self) -> &'static OpDef {
        &DOT
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = same_dtype(&DOT, inputs)?;
        Ok(vec![Spec::new(self.product(&inputs[0].shape, &inputs[1].shape)?.shape, dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let p = self.product(x[0].shape(), x[1].shape())?;
        for_float!(y[0].dtype(), T => {
            let (lda, ldb) = (if p.ta { p.m } else { p.k }, if p.tb { p.k } else { p.n });
            let (a, b, mut c) = (x[0].read::<T>(), x[1].read::<T>(), y[0].write::<T>());
            gemm::<T>(p.ta, p.tb, p.m, p.n, p.k, 1.0, &a, lda, &b, ldb, 0.0, &mut c, p.n);
        });
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let (a_shape, b_shape) = (&grad.input_spec(0).shape, &grad.input_spec(1).shape);
        let p = self.product(a_shape, b_shape)?;
        let (a2, b2) = p.stored();
        let g = f::reshape(&grad.head(0)?, &Shape::from([p.m, p.n]))?;
        let mut grads = vec![None, None];
        if grad.needs(0) {
            let b = f::reshape(&grad.input(1), &b2)?;
            let da = if p.ta { matmul(&b, &g, p.tb, true)? } else { matmul(&g, &b, false, !p.tb)? };
            grads[0] = Some(f::reshape(&da, a_shape)?);
        }
        if grad.needs(1) {
            let a = f::reshape(&grad.input(0), &a2)?;
            let db = if p.tb { matmul(&g, &a, true, p.ta)? } else { matmul(&a, &g, !p.ta, false)? };
            grads[1] = Some(f::reshape(&db, b_shape)?);
        }
        Ok(grads)
    }
}

/// The product of two matrices, each transposed first if told so.
pub fn matmul(a: &NDArray, b: &NDArray, transpose_a: bool, transpose_b: bool) -> Result<NDArray> {
    crate::invoke::invoke1(Dot { transpose_a, transpose_b, forward_stype: None }, &[a.clone(), b.clone()])
}

attrs! {
    /// Which operands are transposed.
    pub struct BatchDot {
        /// Whether the matrices of lhs are transposed first.
        transpose_a: bool = false,
        /// Whether the matrices of rhs are transposed first.
        transpose_b: bool = false,
        /// The storage of the result of csr matrices; dense arrays give dense ones.
        forward_stype: Option<Storage> = None,
    }
}

/// `nd.batch_dot`
pub static BATCH_DOT: OpDef = OpDef {
    aliases: &["_npx_batch_dot"],
    ..OpDef::new(
        "batch_dot",
        "The products of matrices in the last two axes; the leading axes of both operands are equal.",
        OPERANDS,
        BatchDot::SCHEMA,
        |given| Ok(Rc::new(BatchDot::read(given))),
    )
};

impl BatchDot {
    /// The number of matrices, and the product of each pair; `shape` is that of the whole result.
    fn product(&self, a: &Shape, b: &Shape) -> Result<(usize, Product)> {
        if a.len() < 3 {
            return Err(Error::shape("batch_dot", "lhs", a, "at least 3 dimensions (batch..., rows, columns)"));
        }
        let lead = a.len() - 2;
        let (ta, tb) = (self.transpose_a, self.transpose_b);
        let (m, k) = if ta { (a[lead + 1], a[lead]) } else { (a[lead], a[lead + 1]) };
        let fits = b.len() == a.len() && b[..lead] == a[..lead] && b[if tb { lead + 1 } else { lead }] == k;
        if !fits {
            let mut expected: Vec<String> = a[..lead].iter().map(usize::to_string).collect();
            expected.extend(if tb { ["n".to_string(), k.to_string()] } else { [k.to_string(), "n".to_string()] });
            let flags = format!("transpose_a={ta}, transpose_b={tb}");
            let expected = format!("({}) because lhs has shape {a} ({flags})", expected.join(","));
            return Err(Error::shape("batch_dot", "rhs", b, expected));
        }
        let n = b[if tb { lead } else { lead + 1 }];
        let shape = a[..lead].iter().copied().chain([m, n]).collect();
        Ok((a[..lead].iter().product(), Product { ta, tb, m, n, k, shape }))
    }
}

impl Op for BatchDot {
    fn def(&self) -> &'static OpDef {
        &BATCH_DOT
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = same_dtype(&BATCH_DOT, inputs)?;
        Ok(vec![Spec::new(self.product(&inputs[0].shape, &inputs[1].shape)?.1.shape, dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (batch, p) = self.product(x[0].shape(), x[1].shape())?;
        for_float!(y[0].dtype(), T => {
            let (lda, ldb) = (if p.ta { p.m } else { p.k }, if p.tb { p.k } else { p.n });
            let (a, b, mut c) = (x[0].read::<T>(), x[1].read::<T>(), y[0].write::<T>());
            let (sa, sb, sc) = (p.m * p.k, p.k * p.n, p.m * p.n);
            batch_gemm::<T>(batch, p.ta, p.tb, p.m, p.n, p.k, 1.0, &a, lda, sa, &b, ldb, sb, 0.0, &mut c, p.n, sc);
        });
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let (ta, tb) = (self.transpose_a, self.transpose_b);
        let g = grad.head(0)?;
        let mut grads = vec![None, None];
        if grad.needs(0) {
            let b = grad.input(1);
            grads[0] = Some(if ta { batch_matmul(&b, &g, tb, true)? } else { batch_matmul(&g, &b, false, !tb)? });
        }
        if grad.needs(1) {
            let a = grad.input(0);
            grads[1] = Some(if tb { batch_matmul(&g, &a, true, ta)? } else { batch_matmul(&a, &g, !ta, false)? });
        }
        Ok(grads)
    }
}

/// The products of pairs of matrices, each transposed first if told so.
pub fn batch_matmul(a: &NDArray, b: &NDArray, transpose_a: bool, transpose_b: bool) -> Result<NDArray> {
    crate::invoke::invoke1(BatchDot { transpose_a, transpose_b, forward_stype: None }, &[a.clone(), b.clone()])
}
