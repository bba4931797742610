//! What an operator's shape rule says of inputs whose sizes are not all known.

use crate::array::Spec;
use crate::dtype::DType;
use crate::op::Op;
use crate::shape::Shape;
use crate::symbol::infer::{Known, is_full, merge};

/// Pairs of sizes to try in the places of unknown ones: what comes out the same does not depend on them, and what comes out
/// as tried is them. The first pair is for all first axes, which are the batch.
const TRIED: [[usize; 2]; 5] = [[1009, 1511], [1013, 1523], [1019, 1531], [1021, 1543], [1031, 1549]];

/// Asks the rule twice, with different sizes in the places of the unknown ones.
#[inline(never)]
pub fn partial(op: &dyn Op, inputs: &mut [Known], outputs: &mut [Known]) {
    // Where each unknown size is, and which pair it tries.
    let mut unknown: Vec<(usize, usize, usize)> = Vec::new();
    let mut others = 0;
    for (i, input) in inputs.iter().enumerate() {
        for (axis, &size) in input.shape.iter().flat_map(|shape| shape.iter()).enumerate() {
            if size == 0 {
                others += usize::from(axis > 0);
                unknown.push((i, axis, if axis > 0 { others } else { 0 }));
            }
        }
    }
    if unknown.is_empty() || others >= TRIED.len() {
        return;
    }
    let fallback = inputs.iter().find_map(|input| input.dtype).unwrap_or(DType::Float32);
    let attempt = |which: usize| -> Option<(Vec<Shape>, Vec<Spec>)> {
        let mut shapes: Vec<Option<Shape>> = inputs.iter().map(|input| input.shape.clone()).collect();
        for &(input, axis, pair) in &unknown {
            shapes[input].as_mut()?[axis] = TRIED[pair][which];
        }
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
    let (Some(first), Some(second)) = (attempt(0), attempt(1)) else { return };
    let mut sizes = [0; TRIED.len()];
    for (known, (a, b)) in inputs.iter_mut().zip(first.0.iter().zip(&second.0)) {
        learn(known, a, b, &mut sizes);
    }
    for (known, (a, b)) in outputs.iter_mut().zip(first.1.iter().zip(&second.1)) {
        learn(known, &a.shape, &b.shape, &mut sizes);
        known.dtype = Some(a.dtype);
    }
    for (input, axis, pair) in unknown {
        if let Some(shape) = inputs[input].shape.as_mut().filter(|shape| shape[axis] == 0) {
            shape[axis] = sizes[pair];
        }
    }
}

/// Takes over what came out the same, and reads off the sizes that were tried where they are known.
fn learn(known: &mut Known, a: &Shape, b: &Shape, sizes: &mut [usize; TRIED.len()]) {
    if a.len() != b.len() {
        return;
    }
    let common: Shape = a.iter().zip(b.iter()).map(|(&a, &b)| if a == b { a } else { 0 }).collect();
    if let Some(merged) = merge(&known.shape, &Some(common)) {
        known.shape = merged;
    }
    let Some(shape) = &known.shape else { return };
    for (axis, &size) in shape.iter().enumerate().filter(|(_, size)| **size != 0) {
        if let Some(pair) = TRIED.iter().position(|pair| *pair == [a[axis], b[axis]]) {
            sizes[pair] = size;
        }
    }
}
