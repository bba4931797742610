//! Writing by index, and indices as one number.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::{AttrValue, Tuple};
use crate::error::{Error, Result};
use crate::for_width;
use crate::ndarray::NDArray;
use crate::op::{DATA, Differentiable, Inputs, Keeps, Op, OpDef, Run, expect_shape, input, same_dtype};
use crate::ops::functional as f;
use crate::ops::index::nd::ScatterSetNd;
use crate::ops::index::one_hot::OneHot;
use crate::ops::matrix::composite;
use crate::ops::movement::moves;
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&INDEX_COPY, &ONEHOT_ENCODE, &FILL_ELEMENT, &RAVEL, &UNRAVEL];

/// The reason MXNet gives.
const NO_GRADIENT: Differentiable = Differentiable::No("it didn't register FGradient attribute.");

/// The operator `_contrib_index_copy`.
struct IndexCopy;

/// `nd.contrib.index_copy`
pub static INDEX_COPY: OpDef = OpDef::new(
    "_contrib_index_copy",
    "old_tensor with the rows that index_vector names replaced by those of new_tensor; of several for one row the last stays.",
    Inputs::Fixed(&[
        input("old_tensor", "The whole."),
        input("index_vector", "(n,): the rows to replace."),
        input("new_tensor", "The n new rows."),
    ]),
    &[],
    |_| Ok(Rc::new(IndexCopy)),
);

impl IndexCopy {
    fn parts(&self, x: &[NDArray]) -> Result<NDArray> {
        let op = ScatterSetNd { shape: f::tuple(x[0].shape()) };
        let indices = f::reshape(&x[1], &Shape::from([1, x[1].shape().size()]))?;
        crate::invoke::invoke1(op, &[x[0].clone(), x[2].clone(), indices])
            .map_err(|e| Error::value(INDEX_COPY.name, e.to_string()))
    }
}

impl Op for IndexCopy {
    composite!(INDEX_COPY);
    fn compute(&self, _: &[Array]) -> crate::op::Compute {
        crate::op::Compute::Any
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let (old, indices, new) = (&inputs[0], &inputs[1], &inputs[2]);
        if indices.shape.len() != 1 {
            return Err(Error::shape(INDEX_COPY.name, "index_vector", &indices.shape, "1 dimension"));
        }
        if old.dtype != new.dtype {
            let expected = format!("{}, the dtype of old_tensor", old.dtype);
            return Err(Error::dtype(INDEX_COPY.name, "new_tensor", new.dtype, expected));
        }
        let rows: Shape = std::iter::once(indices.shape[0]).chain(old.shape.iter().skip(1).copied()).collect();
        expect_shape(&INDEX_COPY, 2, new, &rows, &"index_vector names so many rows of old_tensor")?;
        Ok(vec![old.clone()])
    }
}

/// The operator `_onehot_encode`.
struct OnehotEncode;

/// The predecessor of `one_hot`.
pub static ONEHOT_ENCODE: OpDef = OpDef {
    differentiable: NO_GRADIENT,
    ..OpDef::new(
        "_onehot_encode",
        "Indicator vectors of indices: 1 at the index, 0 elsewhere.",
        Inputs::Fixed(&[
            input("lhs", "(n,): the indices."),
            input("rhs", "(n, length): gives the length and dtype; its values do not matter."),
        ]),
        &[],
        |_| Ok(Rc::new(OnehotEncode)),
    )
};

impl Op for OnehotEncode {
    moves!(ONEHOT_ENCODE);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let n = inputs[0].shape.size();
        match *inputs[1].shape.as_slice() {
            [rows, _] if rows == n => Ok(vec![inputs[1].clone()]),
            _ => Err(Error::shape(
                ONEHOT_ENCODE.name,
                "rhs",
                &inputs[1].shape,
                format!("({n}, length), a row for each index"),
            )),
        }
    }
    fn forward(&self, run: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let op = OneHot { depth: y[0].shape()[1], on_value: 1.0, off_value: 0.0, dtype: y[0].dtype() };
        op.forward(run, &x[..1], y)
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
}

/// The operator `fill_element_0index`.
struct FillElement;

/// `nd.fill_element_0index`
pub static FILL_ELEMENT: OpDef = OpDef {
    differentiable: NO_GRADIENT,
    ..OpDef::new(
        "fill_element_0index",
        "lhs with one element of each row replaced: lhs[i, rhs[i]] = mhs[i]. Indices out of range replace nothing.",
        Inputs::Fixed(&[
            input("lhs", "(n, length)."),
            input("mhs", "(n,): the new elements."),
            input("rhs", "(n,): where they go."),
        ]),
        &[],
        |_| Ok(Rc::new(FillElement)),
    )
};

impl Op for FillElement {
    moves!(FILL_ELEMENT);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        same_dtype(&FILL_ELEMENT, &inputs[..2])?;
        if inputs[0].shape.len() != 2 {
            return Err(Error::shape(FILL_ELEMENT.name, "lhs", &inputs[0].shape, "2 dimensions"));
        }
        let rows = Shape::from([inputs[0].shape[0]]);
        expect_shape(&FILL_ELEMENT, 1, &inputs[1], &rows, &"lhs has so many rows")?;
        expect_shape(&FILL_ELEMENT, 2, &inputs[2], &rows, &"lhs has so many rows")?;
        Ok(vec![inputs[0].clone()])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        y[0].bytes_mut().copy_from_slice(&x[0].bytes());
        let length = x[0].shape()[1];
        for_width!(y[0].dtype(), E => {
            let (new, mut y) = (x[1].read::<E>(), y[0].write::<E>());
            for (row, &place) in x[2].to_i64()?.iter().enumerate() {
                if let Some(place) = usize::try_from(place).ok().filter(|&p| p < length) {
                    y[row * length + place] = new[row];
                }
            }
        });
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
}

attrs! {
    /// The shape that indices belong to.
    pub struct Grid {
        /// The shape that the indices belong to; its first size may be -1.
        shape: Tuple = Tuple(vec![]),
    }
}

/// Between index tuples and places in the flat order.
struct Flat {
    def: &'static OpDef,
    sizes: Vec<i64>,
}

fn flat(def: &'static OpDef, given: &mut crate::attrs::Given) -> Result<Rc<dyn Op>> {
    let Grid { shape } = Grid::read(given);
    if shape.0.is_empty() || shape.0[1..].iter().any(|&d| d < 1) || shape.0[0] < -1 {
        return Err(Error::attr(def.name, "shape", shape.text(), "positive sizes, of which the first may be -1"));
    }
    Ok(Rc::new(Flat { def, sizes: shape.0 }))
}

/// `nd.ravel_multi_index`
pub static RAVEL: OpDef = OpDef {
    aliases: &["ravel_multi_index"],
    differentiable: Differentiable::Zero,
    ..OpDef::new(
        "_ravel_multi_index",
        "The places in the flat order of index tuples, the columns of data. Indices are not checked.",
        DATA,
        Grid::SCHEMA,
        |given| flat(&RAVEL, given),
    )
};

/// `nd.unravel_index`
pub static UNRAVEL: OpDef = OpDef {
    aliases: &["unravel_index"],
    differentiable: Differentiable::Zero,
    ..OpDef::new(
        "_unravel_index",
        "The index tuples (as columns) of places in the flat order. Places are not checked.",
        DATA,
        Grid::SCHEMA,
        |given| flat(&UNRAVEL, given),
    )
};

/// The quotient for a positive size; of small numbers, which divide several times sooner.
fn quotient(place: i64, size: i64) -> i64 {
    match (u32::try_from(place), u32::try_from(size)) {
        (Ok(place), Ok(size)) => i64::from(place / size),
        _ => place / size,
    }
}

impl Op for Flat {
    fn def(&self) -> &'static OpDef {
        self.def
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let (given, axes) = (&inputs[0].shape, self.sizes.len());
        let shape: Shape = if std::ptr::eq(self.def, &UNRAVEL) {
            std::iter::once(axes).chain(given.iter().copied()).collect()
        } else if given.len() > 1 && given[0] == axes {
            given[1..].iter().copied().collect()
        } else {
            return Err(Error::shape(self.def.name, "data", given, format!("({axes}, …), a row for each axis")));
        };
        Ok(vec![Spec::new(shape, inputs[0].dtype)])
    }
    fn compute(&self, _: &[Array]) -> crate::op::Compute {
        crate::op::Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let given = x[0].to_i64()?;
        let mut result = vec![0i64; y[0].size()];
        let later = self.sizes.iter().enumerate().skip(1);
        if std::ptr::eq(self.def, &UNRAVEL) {
            let n = given.len();
            result[..n].copy_from_slice(&given);
            for (axis, &size) in later.rev() {
                let (left, rows) = result.split_at_mut(n);
                for (left, index) in left.iter_mut().zip(&mut rows[(axis - 1) * n..][..n]) {
                    let whole = quotient(*left, size);
                    *index = *left - whole * size;
                    *left = whole;
                }
            }
        } else if !result.is_empty() {
            let n = result.len();
            result.copy_from_slice(&given[..n]);
            for (axis, &size) in later {
                for i in 0..n {
                    result[i] = result[i].wrapping_mul(size).wrapping_add(given[axis * n + i]);
                }
            }
        }
        y[0].assign(Array::from_slice(y[0].shape().clone(), &result)?.cast(y[0].dtype())?);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
}
