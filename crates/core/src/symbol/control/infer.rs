//! Shapes and types of loops and branches, through their graphs.

use crate::array::Spec;
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::shape::Shape;
use crate::symbol::control::Control;
use crate::symbol::infer::{Known, infer, is_full, merge};

/// Adds to what is known of a value; an error when it is something else.
#[inline(never)]
fn learn(known: &mut Known, new: &Known, what: &str, i: usize) -> Result<()> {
    match merge(&known.shape, &new.shape) {
        Some(shape) => known.shape = shape,
        None => {
            let text = |shape: &Option<Shape>| shape.as_ref().map_or(String::new(), Shape::to_string);
            let message = format!("{what} {i} has shape {}, expected {}", text(&known.shape), text(&new.shape));
            return Err(Error::value("Symbol", message));
        }
    }
    known.dtype = known.dtype.or(new.dtype);
    Ok(())
}

impl Control {
    /// Infers a graph from what is known of the inputs, to which what follows is added. Gives what is known of its outputs.
    #[inline(never)]
    fn through(&self, graph_of: usize, inputs: &mut [Known], steps: usize) -> Result<Vec<Known>> {
        let graph = &self.programs[graph_of].graph;
        let variables: Vec<usize> = (0..graph.nodes.len()).filter(|&place| graph.nodes[place].op.is_none()).collect();
        let mut given = vec![Known::default(); graph.nodes.len()];
        for (&place, &input) in variables.iter().zip(&self.feeds[graph_of]) {
            given[place] = inputs[input].clone();
            if input < self.sliced {
                given[place].shape = inputs[input].shape.as_ref().map(|shape| shape.iter().skip(1).copied().collect());
            }
        }
        let values = infer(graph, &given)?.values;
        for (&place, &input) in variables.iter().zip(&self.feeds[graph_of]) {
            let mut value = values[place][0].clone();
            if input < self.sliced {
                along(&mut value, steps);
            }
            learn(&mut inputs[input], &value, "input", input)?;
        }
        Ok(graph.heads.iter().map(|head| values[head.node][head.output].clone()).collect())
    }

    /// Adds to what is known of inputs and outputs.
    #[inline(never)]
    pub fn know(&self, inputs: &mut [Known], outputs: &mut [Known]) -> Result<()> {
        if self.programs.len() == 3 {
            self.through(0, inputs, 0)?;
            for branch in [1, 2] {
                for (i, head) in self.through(branch, inputs, 0)?.iter().enumerate() {
                    learn(&mut outputs[i], head, "output", i)?;
                }
            }
            return Ok(());
        }
        // The number of steps is the first size of all slices and of all that is stacked.
        let first = |known: &Known| known.shape.as_ref().and_then(|shape| shape.first().copied());
        let mut steps = Known { shape: Some([self.most].into()), dtype: None };
        for (i, known) in inputs[..self.sliced].iter().chain(&outputs[..self.stacked]).enumerate() {
            if let Some(size) = first(known) {
                learn(&mut steps, &Known { shape: Some([size].into()), dtype: None }, "the first axis of array", i)?;
            }
        }
        let steps = first(&steps).unwrap_or(0);
        let body = self.programs.len() - 1;
        let state = |i: usize| self.feeds[body][self.carried[i]];
        for i in 0..self.carried.len() {
            learn(&mut inputs[state(i)], &outputs[self.stacked + i], "state", i)?;
        }
        if body > 0 {
            self.through(0, inputs, steps)?;
        }
        let heads = self.through(body, inputs, steps)?;
        for (i, mut head) in heads.into_iter().enumerate() {
            match i.checked_sub(self.stacked) {
                None => along(&mut head, steps),
                Some(i) => learn(&mut inputs[state(i)], &head, "state", i)?,
            }
            learn(&mut outputs[i], &head, "output", i)?;
        }
        Ok(())
    }

    /// The outputs of inputs that are known.
    #[inline(never)]
    pub(super) fn specs(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let known = |spec: &Spec| Known { shape: Some(spec.shape.clone()), dtype: Some(spec.dtype) };
        let mut inputs: Vec<Known> = inputs.iter().map(known).collect();
        let mut outputs = vec![Known::default(); self.outputs];
        self.know(&mut inputs, &mut outputs)?;
        let spec = |known: Known| {
            let shape = known.shape.filter(is_full);
            let shape = shape.ok_or_else(|| Error::value(self.def.name, "the shape of an output does not follow"))?;
            Ok(Spec::new(shape, known.dtype.unwrap_or(DType::Float32)))
        };
        outputs.into_iter().map(spec).collect()
    }
}

/// Makes what is known of a step that of all steps, along a new first axis.
#[inline(never)]
fn along(value: &mut Known, steps: usize) {
    value.shape = value.shape.as_ref().map(|shape| [steps].into_iter().chain(shape.iter().copied()).collect());
}
