//! A graph that is ready to run: its nodes are called one after the other, and recorded if the recording flag is set.

use crate::error::{Error, ErrorKind, Result};
use crate::invoke::invoke;
use crate::ndarray::NDArray;
use crate::op::{Call, Op};
use crate::symbol::graph::{Node, Symbol};
use crate::symbol::order::Ordered;
use crate::symbol::plan::uses;
use std::rc::Rc;

/// What is told of every output of every node, by its name.
pub type Monitor = Rc<dyn Fn(&str, &NDArray) -> Result<()>>;

/// A graph in the order that it runs in.
pub struct Program {
    /// The graph.
    pub graph: Ordered,
    /// The nodes' operators; an executor gives constants the shapes that it infers.
    pub ops: Vec<Option<Rc<dyn Op>>>,
    /// The names of each node's outputs.
    names: Vec<Vec<String>>,
}

impl Program {
    /// The program of a symbol.
    pub fn new(symbol: &Symbol) -> Program {
        let graph = symbol.ordered();
        let names = graph.nodes.iter().map(|node| Symbol::of(node.clone()).outputs()).collect();
        let ops = graph.nodes.iter().map(|node| node.op.clone()).collect();
        Program { graph, ops, names }
    }

    /// The outputs for values of all variables, in the order of `list_inputs`. Lets go of values that nobody needs any
    /// more as it goes.
    pub fn run(&self, variables: Vec<NDArray>, monitor: Option<&Monitor>) -> Result<Vec<NDArray>> {
        let graph = &self.graph;
        let mut uses = uses(graph);
        let wanted = graph.nodes.iter().filter(|node| node.op.is_none()).count();
        if variables.len() != wanted {
            return Err(Error::value("Symbol", format!("{wanted} inputs are needed, got {}", variables.len())));
        }
        let mut variables = variables.into_iter();
        let mut values: Vec<Vec<Option<NDArray>>> = vec![Vec::new(); graph.nodes.len()];
        for (place, node) in graph.nodes.iter().enumerate() {
            let Some(op) = &self.ops[place] else {
                values[place].push(variables.next());
                continue;
            };
            let inputs = graph.inputs[place]
                .iter()
                .map(|source| {
                    let slot = values[source.node].get_mut(source.output);
                    let left = uses[source.node].get_mut(source.output);
                    let (Some(slot), Some(left)) = (slot, left) else {
                        return Err(hidden(&graph.nodes[source.node].name));
                    };
                    *left -= 1;
                    let value = if *left == 0 { slot.take() } else { slot.clone() };
                    value.ok_or_else(|| hidden(&graph.nodes[source.node].name))
                })
                .collect::<Result<Vec<NDArray>>>()?;
            let outputs = match &node.control {
                Some(control) => control.run(&inputs),
                None => invoke(&Call { op: op.clone(), given: None }, &inputs, &[]),
            };
            let outputs = outputs.map_err(|error| at(node, error))?;
            values[place] = outputs.into_iter().map(Some).collect();
            if let Some(monitor) = monitor {
                for (name, value) in self.names[place].iter().zip(&values[place]) {
                    value.iter().try_for_each(|value| monitor(name, &value.detach()))?;
                }
            }
            for (value, uses) in values[place].iter_mut().zip(&uses[place]) {
                if *uses == 0 {
                    *value = None;
                }
            }
        }
        graph
            .heads
            .iter()
            .map(|head| {
                let value = values[head.node].get(head.output).cloned().flatten();
                value.ok_or_else(|| hidden(&graph.nodes[head.node].name))
            })
            .collect()
    }
}

/// An error with the node that it happened in. What the host threw stays as it is.
pub(super) fn at(node: &Node, error: Error) -> Error {
    match error.kind() {
        ErrorKind::Host => error,
        _ => Error::value("Executor", format!("Error in operator {}: {error}", node.name)),
    }
}

pub(super) fn hidden(name: &str) -> Error {
    Error::value("Executor", format!("{name} has no such output: MXNet keeps it to itself"))
}
