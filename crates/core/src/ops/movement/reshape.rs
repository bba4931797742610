//! Other shapes for the same elements. All of these operators are one, with different rules for the shape.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::{AttrValue, Tuple};
use crate::autograd::Grad;
use crate::error::{Error, Result};
use crate::op::{Compute, DATA, Gradients, Inputs, Keeps, Op, OpDef, Run, input};
use crate::ops::functional as f;
use crate::ops::reduce::axes_of;
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&RESHAPE, &SET_SHAPE, &FLATTEN, &EXPAND_DIMS, &SQUEEZE, &RESHAPE_LIKE];

/// How an operator finds the new shape.
pub trait ShapeRule: 'static {
    /// The operator's definition.
    const DEF: &'static OpDef;
    /// The new shape, or what is wrong.
    fn shape(&self, inputs: &[Spec]) -> Result<Shape>;
}

impl<R: ShapeRule> Op for R {
    fn def(&self) -> &'static OpDef {
        R::DEF
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![Spec::new(self.shape(inputs)?, inputs[0].dtype)])
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
        let mut grads = vec![Some(f::reshape(&grad.head(0)?, &grad.input_spec(0).shape)?)];
        grads.resize(grad.num_inputs(), None);
        Ok(grads)
    }
}

attrs! {
    /// A new shape, in MXNet's code.
    pub struct Reshape {
        /// The new shape. 0 keeps the input's size at this place, -1 is inferred, -2 keeps all remaining sizes,
        /// -3 merges the next two, -4 splits the next one into the two sizes that follow (one may be -1).
        shape: Tuple = Tuple(Vec::new()),
        /// Whether the code is matched from the right.
        reverse: bool = false,
        /// Deprecated: the target shape, where 0 is inferred.
        target_shape: Tuple = Tuple(Vec::new()),
        /// Deprecated: with `target_shape`, keeps the first size.
        keep_highest: bool = false,
    }
}

/// `nd.reshape`
pub static RESHAPE: OpDef = OpDef {
    aliases: &["reshape"],
    ..OpDef::new("Reshape", "The elements under another shape.", DATA, Reshape::SCHEMA, |given| {
        Ok(Rc::new(Reshape::read(given)))
    })
};

impl ShapeRule for Reshape {
    const DEF: &'static OpDef = &RESHAPE;
    fn shape(&self, inputs: &[Spec]) -> Result<Shape> {
        let from = &inputs[0].shape;
        if self.shape.0.is_empty() && !self.target_shape.0.is_empty() {
            let mut target: Vec<i64> = self.target_shape.0.iter().map(|&d| if d == 0 { -1 } else { d }).collect();
            if self.keep_highest {
                target[0] = from[0] as i64;
            }
            return decode(from, &target, false);
        }
        decode(from, &self.shape.0, self.reverse)
    }
}

/// Applies MXNet's reshape code to a shape.
pub fn decode(from: &Shape, code: &[i64], reverse: bool) -> Result<Shape> {
    let wrong = |why: &str| {
        let expected = format!("one that the code {} applies to: {why}", Tuple(code.to_vec()).text());
        Error::shape("Reshape", "data", from, expected)
    };
    if code.is_empty() {
        return Err(wrong("the code is empty"));
    }
    let mut source: Vec<usize> = from.to_vec();
    // From the right, the pieces of a split and their code stand in reverse order too.
    let mut code: Vec<i64> = code.to_vec();
    if reverse {
        source.reverse();
        code.reverse();
        let mut i = 0;
        while i < code.len() {
            // `-4, a, b` came out as `b, a, -4`.
            if i + 2 < code.len() && code[i + 2] == -4 {
                code.swap(i, i + 2);
                i += 2;
            }
            i += 1;
        }
    }
    let mut out: Vec<usize> = Vec::new();
    let (mut at, mut inferred, mut i) = (0, None, 0);
    let size_at = |at: usize| source.get(at).copied().ok_or_else(|| wrong("it has too few axes"));
    while i < code.len() {
        match code[i] {
            0 => {
                out.push(size_at(at)?);
                at += 1;
            }
            -1 => {
                if inferred.replace(out.len()).is_some() {
                    return Err(wrong("only one size can be inferred"));
                }
                out.push(1);
                at += 1;
            }
            -2 => {
                out.extend(source.get(at..).unwrap_or(&[]));
                at = source.len();
            }
            -3 => {
                out.push(size_at(at)? * size_at(at + 1)?);
                at += 2;
            }
            -4 => {
                let whole = size_at(at)?;
                let (&a, &b) = code.get(i + 1).zip(code.get(i + 2)).ok_or_else(|| wrong("-4 needs two sizes"))?;
                let (a, b) = match (a, b) {
                    (-1, b) if b > 0 => (whole as i64 / b, b),
                    (a, -1) if a > 0 => (a, whole as i64 / a),
                    (a, b) if a > 0 && b > 0 => (a, b),
                    _ => return Err(wrong("-4 needs two sizes, of which one may be -1")),
                };
                if (a * b) as usize != whole {
                    return Err(wrong(&format!("{whole} is not {a}·{b}")));
                }
                out.extend([a as usize, b as usize]);
                at += 1;
                i += 2;
            }
            d if d > 0 => {
                out.push(d as usize);
                at += 1;
            }
            d => return Err(wrong(&format!("{d} has no meaning"))),
        }
        i += 1;
    }
    if let Some(place) = inferred {
        let rest: usize = out.iter().product();
        if rest == 0 || !from.size().is_multiple_of(rest) {
            return Err(wrong(&format!("{} elements do not divide by {rest}", from.size())));
        }
        out[place] = from.size() / rest;
    }
    if reverse {
        out.reverse();
    }
    let shape = Shape::new(&out);
    if shape.size() != from.size() {
        return Err(wrong(&format!("it has {} elements, {shape} has {}", from.size(), shape.size())));
    }
    Ok(shape)
}

attrs! {
    /// A plain new shape.
    pub struct SetShape {
        /// The new shape, of the same size.
        shape: Tuple,
    }
}

/// Reshaping for gradients: sizes mean what they say, 0 included.
pub static SET_SHAPE: OpDef = OpDef {
    internal: true,
    ..OpDef::new("_set_shape", "The elements under another shape.", DATA, SetShape::SCHEMA, |given| {
        Ok(Rc::new(SetShape::read(given)))
    })
};

impl ShapeRule for SetShape {
    const DEF: &'static OpDef = &SET_SHAPE;
    fn shape(&self, inputs: &[Spec]) -> Result<Shape> {
        let shape = self.shape.sizes().map(|s| Shape::new(&s)).filter(|s| s.size() == inputs[0].shape.size());
        shape.ok_or_else(|| {
            Error::shape("_set_shape", "data", &inputs[0].shape, format!("as many elements as {}", self.shape.text()))
        })
    }
}

/// The operator `Flatten`.
pub struct Flatten;

/// `nd.flatten`
pub static FLATTEN: OpDef = OpDef {
    aliases: &["flatten", "_npx_batch_flatten"],
    ..OpDef::new("Flatten", "Merges all axes but the first: (n, …) becomes (n, size of …).", DATA, &[], |_| {
        Ok(Rc::new(Flatten))
    })
};

impl ShapeRule for Flatten {
    const DEF: &'static OpDef = &FLATTEN;
    fn shape(&self, inputs: &[Spec]) -> Result<Shape> {
        let from = &inputs[0].shape;
        Ok(Shape::from([from[0], from[1..].iter().product()]))
    }
}

attrs! {
    /// Inserts an axis.
    pub struct ExpandDims {
        /// Where the new axis stands in the result; negative ones count from the end.
        axis: i64,
    }
}

/// `nd.expand_dims`
pub static EXPAND_DIMS: OpDef = OpDef {
    aliases: &["_npi_expand_dims"],
    ..OpDef::new("expand_dims", "Inserts an axis of size 1.", DATA, ExpandDims::SCHEMA, |given| {
        Ok(Rc::new(ExpandDims::read(given)))
    })
};

impl ShapeRule for ExpandDims {
    const DEF: &'static OpDef = &EXPAND_DIMS;
    fn shape(&self, inputs: &[Spec]) -> Result<Shape> {
        let n = inputs[0].shape.len() as i64;
        let place = if self.axis < 0 { self.axis + n + 1 } else { self.axis };
        if !(0..=n).contains(&place) {
            return Err(Error::attr(
                "expand_dims",
                "axis",
                self.axis,
                format!("-{0} to {n}, because data has shape {1}", n + 1, inputs[0].shape),
            ));
        }
        let mut shape = inputs[0].shape.clone();
        shape.insert(place as usize, 1);
        Ok(shape)
    }
}

attrs! {
    /// Removes axes.
    pub struct Squeeze {
        /// The axes to remove, each of size 1; all axes of size 1 when None.
        axis: Option<Tuple> = None,
    }
}

/// `nd.squeeze`
pub static SQUEEZE: OpDef = OpDef {
    aliases: &["_npi_squeeze"],
    ..OpDef::new("squeeze", "Removes axes of size 1.", DATA, Squeeze::SCHEMA, |given| Ok(Rc::new(Squeeze::read(given))))
};

impl ShapeRule for Squeeze {
    const DEF: &'static OpDef = &SQUEEZE;
    fn shape(&self, inputs: &[Spec]) -> Result<Shape> {
        let from = &inputs[0].shape;
        let axes = match &self.axis {
            Some(axis) => axes_of("squeeze", "axis", &axis.0, from)?,
            None => (0..from.len()).filter(|&i| from[i] == 1).collect(),
        };
        if let Some(&a) = axes.iter().find(|&&a| from[a] != 1) {
            return Err(Error::shape("squeeze", "data", from, format!("size 1 at axis {a}")));
        }
        let shape: Shape = (0..from.len()).filter(|i| !axes.contains(i)).map(|i| from[i]).collect();
        Ok(if shape.is_empty() { Shape::from([1]) } else { shape })
    }
}

const LIKE: Inputs =
    Inputs::Fixed(&[input("lhs", "The tensor."), input("rhs", "The tensor with the shape; its values do not matter.")]);

attrs! {
    /// Which axes take the other tensor's shape.
    pub struct ReshapeLike {
        /// The first axis of lhs to replace.
        lhs_begin: Option<i64> = None,
        /// The end (not included) of the axes of lhs to replace.
        lhs_end: Option<i64> = None,
        /// The first axis of rhs to take.
        rhs_begin: Option<i64> = None,
        /// The end (not included) of the axes of rhs to take.
        rhs_end: Option<i64> = None,
    }
}

/// `nd.reshape_like`
pub static RESHAPE_LIKE: OpDef = OpDef {
    aliases: &["_npx_reshape_like"],
    ..OpDef::new(
        "reshape_like",
        "The elements of lhs under the shape of rhs (or with some axes replaced by axes of rhs).",
        LIKE,
        ReshapeLike::SCHEMA,
        |given| Ok(Rc::new(ReshapeLike::read(given))),
    )
};

impl ShapeRule for ReshapeLike {
    const DEF: &'static OpDef = &RESHAPE_LIKE;
    fn shape(&self, inputs: &[Spec]) -> Result<Shape> {
        let range = |shape: &Shape, begin: Option<i64>, end: Option<i64>| {
            let n = shape.len() as i64;
            let place = |v: i64| if v < 0 { v + n } else { v };
            let (begin, end) = (place(begin.unwrap_or(0)), place(end.unwrap_or(n)));
            if !(0 <= begin && begin <= end && end <= n) {
                return Err(Error::value("reshape_like", format!("axes {begin} to {end} are not in shape {shape}")));
            }
            Ok((begin as usize, end as usize))
        };
        let (l, r) = (&inputs[0].shape, &inputs[1].shape);
        let (l0, l1) = range(l, self.lhs_begin, self.lhs_end)?;
        let (r0, r1) = range(r, self.rhs_begin, self.rhs_end)?;
        let shape: Shape = l[..l0].iter().chain(&r[r0..r1]).chain(&l[l1..]).copied().collect();
        if shape.size() != l.size() {
            return Err(Error::shape("reshape_like", "lhs", l, format!("as many elements as {shape}")));
        }
        Ok(shape)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_the_documentation() {
        let check = |from: &[usize], code: &[i64], reverse, to: &[usize]| {
            assert_eq!(decode(&Shape::new(from), code, reverse).unwrap(), Shape::new(to), "{from:?} {code:?}");
        };
        check(&[2, 3, 4], &[0, -1], false, &[2, 12]);
        check(&[2, 3, 4], &[-2], false, &[2, 3, 4]);
        check(&[2, 3, 4], &[-3, 4], false, &[6, 4]);
        check(&[2, 3, 4], &[0, -3], false, &[2, 12]);
        check(&[2, 3, 4], &[-4, 1, 2, -2], false, &[1, 2, 3, 4]);
        check(&[2, 3, 4], &[0, -4, -1, 3, 0], false, &[2, 1, 3, 4]);
        check(&[2, 3, 4], &[-1, 0], false, &[8, 3]);
        check(&[10, 5, 4], &[-1, 0], false, &[40, 5]);
        check(&[10, 5, 4], &[-1, 0], true, &[50, 4]);
        assert!(decode(&Shape::from([2, 3]), &[4, 4], false).is_err());
    }
}
