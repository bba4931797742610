//! Elementwise operators behind another one, computed in its memory: a piece of it at a time goes through all of them while it
//! is in the cache, and what lies between them is never written out.

use crate::array::{Array, Spec};
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::op::{Op, Run};
use std::rc::Rc;

/// Elements of a piece.
const PIECE: usize = 8192;

/// An operator of a tail.
struct Link {
    /// The place of its node, for errors.
    node: usize,
    op: Rc<dyn Op>,
    /// Its inputs; none for what came before.
    inputs: Vec<Option<Array>>,
}

/// A call for a piece.
struct Call {
    /// The number of the operator.
    link: usize,
    inputs: Vec<Array>,
    output: Array,
    /// Where the output goes afterwards, if it was written beside the array.
    home: Option<Array>,
}

/// Operators of float32 that are applied to an array, one after the other, in its place.
pub struct Tail {
    target: Array,
    links: Vec<Link>,
    calls: Vec<Call>,
}

impl Tail {
    /// A tail of no operators yet.
    pub fn new(target: Array) -> Tail {
        Tail { target, links: Vec::new(), calls: Vec::new() }
    }

    /// Whether an operator with these inputs can be computed in the place of input `main`.
    pub fn takes(op: &dyn Op, inputs: &[&Array], main: usize, output: &Spec) -> bool {
        let target = inputs[main];
        output.dtype == DType::Float32
            && op.pointwise()
            && inputs.iter().all(|input| input.spec() == output)
            && inputs.iter().enumerate().all(|(i, input)| i == main || !input.shares_memory(target))
    }

    /// Whether this is the tail of an array.
    pub fn is_of(&self, target: &Array) -> bool {
        self.target.shares_memory(target) && self.target.spec() == target.spec()
    }

    /// Adds an operator, whose input `main` is what came before.
    pub fn push(&mut self, node: usize, op: Rc<dyn Op>, inputs: &[&Array], main: usize) {
        let inputs = inputs.iter().enumerate().map(|(i, &input)| (i != main).then(|| input.clone())).collect();
        self.links.push(Link { node, op, inputs });
    }

    /// Cuts the work into pieces, with memory for what lies between operators.
    pub fn cut(&mut self, between: &[Array]) {
        let (size, last) = (self.target.size(), self.links.len() - 1);
        for start in (0..size).step_by(PIECE) {
            let len = PIECE.min(size - start);
            let piece = |array: &Array| array.reshaped([size].into()).rows(start, start + len);
            let target = piece(&self.target);
            let mut value = target.clone();
            for (i, link) in self.links.iter().enumerate() {
                // Operators do not write what they read: a lone one writes beside it.
                let output = if i == last && i > 0 { target.clone() } else { between[i % 2].rows(0, len) };
                let inputs = link.inputs.iter().map(|input| input.as_ref().map_or_else(|| value.clone(), piece));
                let inputs = inputs.collect();
                let home = (last == 0).then(|| target.clone());
                self.calls.push(Call { link: i, inputs, output: output.clone(), home });
                value = output;
            }
        }
    }

    /// Memory for [`Tail::cut`], enough for all of these.
    pub fn between(tails: &[&mut Tail]) -> Result<Vec<Array>> {
        let largest = tails.iter().map(|tail| PIECE.min(tail.target.size())).max().unwrap_or(0);
        let longest = tails.iter().map(|tail| tail.links.len()).max().unwrap_or(0);
        let spec = Spec::new([largest].into(), DType::Float32);
        (0..if longest > 2 { 2 } else { 1 }).map(|_| Array::empty(spec.clone())).collect()
    }

    /// Computes all pieces; an error comes with the place of the node.
    pub fn run(&self) -> std::result::Result<(), (usize, Error)> {
        for Call { link, inputs, output, home } in &self.calls {
            let Link { node, op, .. } = &self.links[*link];
            op.forward(&Run { training: false }, inputs, std::slice::from_ref(output))
                .map_err(|error| (*node, error))?;
            if let Some(home) = home {
                home.bytes_mut().copy_from_slice(&output.bytes());
            }
        }
        Ok(())
    }
}
