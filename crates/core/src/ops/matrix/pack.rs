//! Diagonals and triangles as vectors and back.

use super::solve::numbers;
use super::{composite, expect_square, matrices};
use crate::array::Spec;
use crate::attrs;
use crate::error::{Error, Result};
use crate::invoke::invoke1;
use crate::ndarray::NDArray;
use crate::op::{Input, Inputs, Op, OpDef, input};
use crate::ops::functional as f;
use crate::ops::index::take::{Take, TakeGrad, TakeMode};
use crate::ops::unary;
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&EXTRACT_DIAG, &MAKE_DIAG, &EXTRACT_TRIAN, &MAKE_TRIAN, &SUM_LOG_DIAG];

const SQUARE: Input = input("A", "Square matrices, (..., n, n).");
const VECTORS: Input = input("A", "Vectors, (..., n).");

attrs! {
    /// Which diagonal.
    pub struct Diagonal {
        /// The diagonal: 0 the main one, positive ones above it, negative ones below.
        offset: i64 = 0,
    }
}

attrs! {
    /// Which triangle.
    pub struct Triangle {
        /// Where the triangle begins: positive ones are above the main diagonal and upper, negative ones below and lower.
        offset: i64 = 0,
        /// Whether it is a lower triangle; read only with offset 0.
        lower: bool = true,
    }
}

/// What is packed.
#[derive(Clone, Copy)]
enum What {
    Diagonal,
    Triangle { lower: bool },
}

/// Between matrices and what is packed of them.
struct Pack {
    def: &'static OpDef,
    what: What,
    offset: i64,
}

fn diagonal(def: &'static OpDef, given: &mut crate::attrs::Given) -> Result<Rc<dyn Op>> {
    Ok(Rc::new(Pack { def, what: What::Diagonal, offset: Diagonal::read(given).offset }))
}

fn triangle(def: &'static OpDef, given: &mut crate::attrs::Given) -> Result<Rc<dyn Op>> {
    let Triangle { offset, lower } = Triangle::read(given);
    let lower = if offset == 0 { lower } else { offset < 0 };
    Ok(Rc::new(Pack { def, what: What::Triangle { lower }, offset }))
}

/// `nd.linalg.extractdiag`
pub static EXTRACT_DIAG: OpDef = OpDef {
    aliases: &["linalg_extractdiag"],
    ..OpDef::new(
        "_linalg_extractdiag",
        "A diagonal of matrices.",
        Inputs::Fixed(&[SQUARE]),
        Diagonal::SCHEMA,
        |given| diagonal(&EXTRACT_DIAG, given),
    )
};

/// `nd.linalg.makediag`
pub static MAKE_DIAG: OpDef = OpDef {
    aliases: &["linalg_makediag"],
    ..OpDef::new(
        "_linalg_makediag",
        "Matrices with these diagonals, 0 elsewhere.",
        Inputs::Fixed(&[VECTORS]),
        Diagonal::SCHEMA,
        |given| diagonal(&MAKE_DIAG, given),
    )
};

/// `nd.linalg.extracttrian`
pub static EXTRACT_TRIAN: OpDef = OpDef {
    aliases: &["linalg_extracttrian"],
    ..OpDef::new(
        "_linalg_extracttrian",
        "A triangle of matrices: a lower one row by row, an upper one column by column.",
        Inputs::Fixed(&[SQUARE]),
        Triangle::SCHEMA,
        |given| triangle(&EXTRACT_TRIAN, given),
    )
};

/// `nd.linalg.maketrian`
pub static MAKE_TRIAN: OpDef = OpDef {
    aliases: &["linalg_maketrian"],
    ..OpDef::new(
        "_linalg_maketrian",
        "Matrices with these triangles, 0 elsewhere.",
        Inputs::Fixed(&[VECTORS]),
        Triangle::SCHEMA,
        |given| triangle(&MAKE_TRIAN, given),
    )
};

impl Pack {
    fn extracts(&self) -> bool {
        self.def.name.starts_with("_linalg_extract")
    }
    /// The places in a flat matrix (n, n), in the order of the vector: row by row, an upper triangle column by column.
    fn places(&self, n: usize) -> Vec<i64> {
        let n = n as i64;
        let inside = |i: i64| {
            let (row, column) = (i / n, i % n);
            match self.what {
                What::Diagonal => column - row == self.offset,
                What::Triangle { lower: true } => column - row <= self.offset,
                What::Triangle { lower: false } => column - row >= self.offset,
            }
        };
        let upper = matches!(self.what, What::Triangle { lower: false });
        let ordered = (0..n * n).map(|i| if upper { i % n * n + i / n } else { i });
        ordered.filter(|&i| inside(i)).collect()
    }
    /// The size of the matrices with vectors of this size.
    fn size(&self, length: usize) -> Option<usize> {
        let beside = self.offset.unsigned_abs() as usize;
        match self.what {
            What::Diagonal => length.checked_add(beside),
            What::Triangle { .. } => {
                let side = (1..=length).find(|s| s * (s + 1) / 2 >= length)?;
                (side * (side + 1) / 2 == length).then(|| side.checked_add(beside))?
            }
        }
    }
    /// The shapes of the matrices and of the vectors.
    fn shapes(&self, input: &Spec) -> Result<(Shape, Shape)> {
        let shape = &input.shape;
        if self.extracts() {
            expect_square(self.def, 0, input)?;
            let n = matrices(shape).1;
            let length = self.places(n).len();
            if length == 0 {
                let expected = format!("a diagonal of A, whose shape is {shape}");
                return Err(Error::attr(self.def.name, "offset", self.offset, expected));
            }
            let vectors = shape[..shape.len() - 2].iter().copied().chain([length]).collect();
            return Ok((shape.clone(), vectors));
        }
        if shape.contains(&0) {
            return Err(Error::shape(self.def.name, "A", shape, "no dimension of 0"));
        }
        let n = self.size(shape[shape.len() - 1]).ok_or_else(|| {
            Error::shape(self.def.name, "A", shape, "1, 3, 6, 10, ... elements along the last axis, a triangle")
        })?;
        let all = shape[..shape.len() - 1].iter().copied().chain([n, n]).collect();
        Ok((all, shape.clone()))
    }
    fn parts(&self, x: &[NDArray]) -> Result<NDArray> {
        let (all, vectors) = self.shapes(x[0].spec())?;
        let (count, n, _) = matrices(&all);
        let places = self.places(n);
        let places = NDArray::from_slice(Shape::from([places.len()]), &places)?;
        let flat = Shape::from([count, n * n]);
        if self.extracts() {
            let taken = invoke1(Take { axis: 1, mode: TakeMode::Clip }, &[f::reshape(&x[0], &flat)?, places])?;
            return f::reshape(&taken, &vectors);
        }
        let rows = f::reshape(&x[0], &Shape::from([count, places.shape()[0]]))?;
        let made = invoke1(TakeGrad { axis: 1, mode: TakeMode::Clip, shape: f::tuple(&flat) }, &[rows, places])?;
        f::reshape(&made, &all)
    }
}

impl Op for Pack {
    fn def(&self) -> &'static OpDef {
        self.def
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let (all, vectors) = self.shapes(&inputs[0])?;
        Ok(vec![Spec::new(if self.extracts() { vectors } else { all }, inputs[0].dtype)])
    }
    fn forward(&self, _: &crate::op::Run, x: &[crate::array::Array], y: &[crate::array::Array]) -> Result<()> {
        crate::autograd::composed_forward(x, y, &|x| Ok(vec![self.parts(x)?]))
    }
    fn expand(&self, x: &[NDArray]) -> Result<Option<Vec<NDArray>>> {
        Ok(Some(vec![self.parts(x)?]))
    }
    fn keeps(&self) -> crate::op::Keeps {
        crate::op::Keeps::NONE
    }
}

/// The operator `_linalg_sumlogdiag`.
struct SumLogDiag;

/// `nd.linalg.sumlogdiag`
pub static SUM_LOG_DIAG: OpDef = OpDef {
    aliases: &["linalg_sumlogdiag"],
    ..OpDef::new(
        "_linalg_sumlogdiag",
        "The sums of the logarithms of the diagonals.",
        Inputs::Fixed(&[SQUARE]),
        &[],
        |_| Ok(Rc::new(SumLogDiag)),
    )
};

impl SumLogDiag {
    fn parts(&self, x: &[NDArray]) -> Result<NDArray> {
        let pack = Pack { def: &EXTRACT_DIAG, what: What::Diagonal, offset: 0 };
        let logs = f::apply(&unary::LOG, &pack.parts(x)?)?;
        let last = logs.shape().len() - 1;
        f::reshape(&f::sum(&logs, &[last], true)?, &numbers(x[0].shape()))
    }
}

impl Op for SumLogDiag {
    composite!(SUM_LOG_DIAG);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        expect_square(&SUM_LOG_DIAG, 0, &inputs[0])?;
        Ok(vec![Spec::new(numbers(&inputs[0].shape), inputs[0].dtype)])
    }
}
