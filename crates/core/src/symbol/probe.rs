//! What an operator's shape rule says of inputs whose sizes are not all known.

use crate::array::Spec;
use crate::dtype::DType;
use crate::op::Op;
use crate::shape::Shape;
use crate::symbol::infer::{Known, is_full, merge};

/// Two sizes to try in an unknown one's place: what comes out the same does not depend on it, what comes out as tried is it.
const TRIED: [usize; 2] = [1009, 1511];

/// Asks the rule twice, with different sizes in the places of the unknown one. Only for one unknown size: of several, it
/// could not be told which of them a size is.
#[inline(never)]
pub fn partial(op: &dyn Op, inputs: &mut [Known], outputs: &mut [Known]) {
    let mut unknown = inputs.iter().enumerate().flat_map(|(i, input)| {
        input.shape.iter().flat_map(move |shape| (0..shape.len()).filter(|&d| shape[d] == 0).map(move |d| (i, d)))
    });
    let (Some((which, axis)), None) = (unknown.next(), unknown.next()) else { return };
    let fallback = inputs.iter().find_map(|input| input.dtype).unwrap_or(DType::Float32);
    let attempt = |size: usize| -> Option<(Vec<Shape>, Vec<Spec>)> {
        let mut shapes: Vec<Option<Shape>> = inputs.iter().map(|input| input.shape.clone()).collect();
        shapes[which].as_mut()?[axis] = size;
        op.complete(&mut shapes);
        let shapes: Vec<Shape> = shapes.into_iter().collect::<Option<_>>()?;
        if !shapes.iter().all(is_full) {
            return None;
        }
        let specs: Vec<Spec> =
            shapes.iter().zip(inputs.iter()).map(|(s, x)| Spec::new(s.clone(), x.dtype.unwrap_or(fallback))).collect();
        let inferred = op.infer(&specs).ok()?;
        Some((shapes, inferred))
    };
    let (Some(first), Some(second)) = (attempt(TRIED[0]), attempt(TRIED[1])) else { return };
    let mut size = 0;
    let mut learn = |known: &mut Known, a: &Shape, b: &Shape| {
        if a.len() != b.len() {
            return;
        }
        let common: Shape = a.iter().zip(b.iter()).map(|(&a, &b)| if a == b { a } else { 0 }).collect();
        if let Some(merged) = merge(&known.shape, &Some(common)) {
            known.shape = merged;
        }
        if let Some(shape) = &known.shape {
            let is = |d: &usize| a[*d] == TRIED[0] && b[*d] == TRIED[1] && shape[*d] != 0;
            size = (0..a.len()).find(is).map_or(size, |d| shape[d]);
        }
    };
    for (input, (a, b)) in inputs.iter_mut().zip(first.0.iter().zip(&second.0)) {
        learn(input, a, b);
    }
    for (output, (a, b)) in outputs.iter_mut().zip(first.1.iter().zip(&second.1)) {
        learn(output, &a.shape, &b.shape);
        output.dtype = Some(a.dtype);
    }
    if size != 0
        && let Some(shape) = &mut inputs[which].shape
    {
        shape[axis] = size;
    }
}
