//! Shapes and types of everything in a graph, from what is known of some of it.
//!
//! What is unknown is filled in until nothing changes, forward (from inputs to outputs), backward (elementwise operators)
//! and sideways (parameters from data). A size of 0 is an unknown size, as in MXNet.

use crate::array::Spec;
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::op::Op;
use crate::shape::Shape;
use crate::symbol::compose::unknown_name;
use crate::symbol::graph::Node;
use crate::symbol::like;
use crate::symbol::order::{Ordered, Role};
use std::rc::Rc;

/// What is known of a value.
#[derive(Clone, Default, Debug, PartialEq)]
pub struct Known {
    /// The shape; sizes of 0 are unknown.
    pub shape: Option<Shape>,
    /// The element type.
    pub dtype: Option<DType>,
}

impl Known {
    fn full(&self) -> Option<&Shape> {
        self.shape.as_ref().filter(|shape| is_full(shape))
    }
}

/// Whether all sizes are known.
pub(super) fn is_full(shape: &Shape) -> bool {
    !shape.contains(&0)
}

/// Graphs settle in a few rounds; those that were made not to are left as they are after this many.
const MOST_ROUNDS: usize = 100;

/// What is known of every output of every node.
pub struct Inferred {
    /// For each node its visible outputs.
    pub values: Vec<Vec<Known>>,
}

/// Infers a graph from what is known of arguments, by their names.
#[inline(never)]
pub fn infer_named(graph: &Ordered, known: &[(String, Known)]) -> Result<Inferred> {
    let mut given = vec![Known::default(); graph.nodes.len()];
    for (name, known) in known {
        let mut found = false;
        for place in graph.variables(Role::Argument).chain(graph.variables(Role::State)) {
            if graph.nodes[place].name == *name {
                found = true;
                given[place] = known.clone();
            }
        }
        if !found {
            return Err(unknown_name("InferShape", name, &graph.names(Role::Argument)));
        }
    }
    infer(graph, &given)
}

/// Infers a graph. `given` is what is known of each node's first output (only variables' counts).
#[inline(never)]
pub fn infer(graph: &Ordered, given: &[Known]) -> Result<Inferred> {
    let mut values: Vec<Vec<Known>> = graph.nodes.iter().map(|node| vec![Known::default(); node.total()]).collect();
    for (place, node) in graph.nodes.iter().enumerate() {
        if node.op.is_none() {
            let mut known = given.get(place).cloned().unwrap_or_default();
            if known.shape.is_none() {
                known.shape = node.attr("__shape__").and_then(|text| shape_text(&text));
            }
            if known.dtype.is_none() {
                known.dtype = node.attr("__dtype__").and_then(|code| DType::from_code(code.parse().ok()?));
            }
            values[place][0] = known;
        }
    }
    let mut walk = Inferred { values };
    // Rounds forth and back settle long chains at once; more are only needed where what is known zigzags.
    for round in 0..MOST_ROUNDS {
        let mut changed = false;
        for i in 0..graph.nodes.len() {
            let place = if round % 2 == 0 { i } else { graph.nodes.len() - 1 - i };
            changed |= walk.step(graph, place)?;
        }
        if !changed {
            break;
        }
    }
    Ok(walk)
}

/// Reads `(2, 3)`.
fn shape_text(text: &str) -> Option<Shape> {
    let inner = text.trim().strip_prefix(['(', '['])?.strip_suffix([')', ']'])?;
    let sizes = inner.split(',').map(str::trim).filter(|size| !size.is_empty());
    // Negative sizes are MXNet's other way to say unknown.
    sizes.map(|size| Some(size.parse::<i64>().ok()?.max(0) as usize)).collect()
}

/// An error with the node that it is about.
fn at(node: &Node, message: impl std::fmt::Display) -> Error {
    Error::value("Symbol", format!("Error in operator {}: {message}", node.name))
}

/// Puts two accounts of a shape together; nothing when they contradict each other.
#[inline(never)]
pub(super) fn merge(a: &Option<Shape>, b: &Option<Shape>) -> Option<Option<Shape>> {
    match (a, b) {
        (None, other) | (other, None) => Some(other.clone()),
        (Some(a), Some(b)) if a.len() == b.len() => {
            let sizes = a.iter().zip(b.iter()).map(|(&a, &b)| match (a, b) {
                (0, size) | (size, 0) => Some(size),
                (a, b) => (a == b).then_some(a),
            });
            sizes.collect::<Option<Shape>>().map(Some)
        }
        _ => None,
    }
}

/// A shape as MXNet prints it in these messages.
fn brackets(shape: &Option<Shape>) -> String {
    let sizes = shape.iter().flat_map(|shape| shape.iter()).map(usize::to_string);
    format!("[{}]", sizes.collect::<Vec<_>>().join(","))
}

impl Inferred {
    /// Looks at one node; tells whether anything new became known.
    #[inline(never)]
    fn step(&mut self, graph: &Ordered, place: usize) -> Result<bool> {
        let node = &graph.nodes[place];
        let Some(op) = &node.op else { return Ok(false) };
        let sources = &graph.inputs[place];
        let mut inputs: Vec<Known> = sources.iter().map(|s| self.values[s.node][s.output].clone()).collect();
        let mut outputs = self.values[place].clone();
        match &node.control {
            Some(control) => control.know(&mut inputs, &mut outputs).map_err(|error| at(node, error))?,
            None => self.rules(node, op, &mut inputs, &mut outputs)?,
        }
        let mut changed = false;
        let targets = sources.iter().map(|s| (s.node, s.output)).chain((0..outputs.len()).map(|i| (place, i)));
        for ((node, output), known) in targets.zip(inputs.into_iter().chain(outputs)) {
            let value = &mut self.values[node][output];
            if *value != known {
                // Two inputs may be the same value: what each learned counts.
                let shape = merge(&value.shape, &known.shape);
                let dtype = known.dtype.or(value.dtype);
                let new = Known { shape: shape.unwrap_or(known.shape), dtype };
                changed |= *value != new;
                *value = new;
            }
        }
        Ok(changed)
    }

    /// What is true of most operators, then the operator's own rules.
    #[inline(never)]
    fn rules(&self, node: &Node, op: &Rc<dyn Op>, inputs: &mut [Known], outputs: &mut [Known]) -> Result<()> {
        like::types(&**op, node, inputs, outputs).map_err(|message| at(node, message))?;
        like::unify(&**op, inputs, outputs).map_err(|(which, expected, got)| {
            let (expected, got) = (brackets(&expected), brackets(&got));
            at(node, format!("Incompatible attr in node {} at {which}: expected {expected}, got {got}", node.name))
        })?;
        self.shapes(node, op, inputs, outputs)
    }

    /// The operator's own rules: parameters from data, and outputs from inputs.
    #[inline(never)]
    fn shapes(&self, node: &Node, op: &Rc<dyn Op>, inputs: &mut [Known], outputs: &mut [Known]) -> Result<()> {
        let mut shapes: Vec<Option<Shape>> = inputs.iter().map(|input| input.full().cloned()).collect();
        if !shapes.is_empty() {
            op.complete(&mut shapes);
        }
        for (i, (input, shape)) in inputs.iter_mut().zip(&shapes).enumerate() {
            match merge(&input.shape, shape) {
                Some(merged) => input.shape = merged,
                None => return Err(inconsistent(node, i, input, shape)),
            }
        }
        let fallback = inputs.iter().find_map(|input| input.dtype).unwrap_or(DType::Float32);
        let specs: Option<Vec<Spec>> = inputs
            .iter()
            .map(|input| Some(Spec::new(input.full()?.clone(), input.dtype.unwrap_or(fallback))))
            .collect();
        let Some(specs) = specs else {
            super::probe::partial(&**op, inputs, outputs);
            return Ok(());
        };
        let inferred = op.infer(&specs).map_err(|error| self.explain(node, op, inputs, error))?;
        for (output, spec) in outputs.iter_mut().zip(&inferred) {
            match merge(&output.shape, &Some(spec.shape.clone())) {
                // What values decide, or a shape that has a size of 0, is not known beforehand.
                Some(merged) => output.shape = merged,
                None => return Err(inconsistent(node, 0, output, &Some(spec.shape.clone()))),
            }
            output.dtype = Some(spec.dtype);
        }
        Ok(())
    }

    /// The message for inputs that do not fit: MXNet's, where a parameter has another shape than follows from the data.
    #[inline(never)]
    fn explain(&self, node: &Node, op: &Rc<dyn Op>, inputs: &[Known], error: Error) -> Error {
        let mut shapes: Vec<Option<Shape>> = vec![None; inputs.len()];
        shapes[0] = inputs[0].full().cloned();
        op.complete(&mut shapes);
        for (i, input) in inputs.iter().enumerate() {
            if merge(&input.shape, &shapes[i]).is_none() {
                return inconsistent(node, i, input, &shapes[i]);
            }
        }
        at(node, error)
    }
}

#[inline(never)]
fn inconsistent(node: &Node, input: usize, given: &Known, inferred: &Option<Shape>) -> Error {
    let _ = input;
    let inferred = inferred.as_ref().map_or("()".to_string(), Shape::to_string);
    at(node, format!("Shape inconsistent, Provided = {}, inferred shape={inferred}", brackets(&given.shape)))
}
