//! Nodes as files have them, made into a graph: what old versions wrote is brought up to date on the way.

use crate::error::{Error, Result};
use crate::invoke::check_count;
use crate::op::Op;
use crate::symbol::compose::{hint, input_name, parse};
use crate::symbol::control;
use crate::symbol::facts;
use crate::symbol::graph::{Attrs, Entry, Node, Symbol};
use crate::symbol::parse::entry;
use std::rc::Rc;

/// A node as a file has it.
pub(super) struct Raw {
    pub op: String,
    pub name: String,
    pub attrs: Attrs,
    /// Node, output, version.
    pub inputs: Vec<[u32; 3]>,
    /// Places of nodes that run before.
    pub after: Vec<u32>,
    /// The graphs of a loop or a branch.
    pub subgraphs: Vec<Symbol>,
}

/// Makes the nodes; inputs come before what uses them. `version` is that of the MXNet that wrote the file.
#[inline(never)]
pub(super) fn build(nodes: Vec<Raw>, version: u32) -> Result<Vec<Rc<Node>>> {
    let mut made: Vec<Rc<Node>> = Vec::with_capacity(nodes.len());
    for raw in nodes {
        let node = node(raw, version, &made)?;
        made.push(Rc::new(node));
    }
    Ok(made)
}

/// An error with the node that could not be made.
fn loading(name: &str, error: Error) -> Error {
    Error::value("Symbol.fromJSON", format!("Failed loading node {name}: {error}"))
}

#[inline(never)]
fn node(raw: Raw, version: u32, made: &[Rc<Node>]) -> Result<Node> {
    let Raw { op, name, mut attrs, inputs, after, subgraphs } = raw;
    let mut inputs: Vec<Entry> = inputs
        .into_iter()
        .map(|[node, output, version]| entry(made, node, output, version, &name))
        .collect::<Result<_>>()?;
    let mut hidden = Attrs::new();
    if version < 10901 {
        (hidden, attrs) =
            attrs.into_iter().partition(|(key, _)| facts::hidden_key(key).is_some() || facts::input_key(key).is_some());
    }
    let mut control = None;
    let op: Option<Rc<dyn Op>> = match op.as_str() {
        op if control::graphs(op).is_some() || !subgraphs.is_empty() => {
            control = Some(control::parse(op, &attrs, subgraphs).map_err(|error| loading(&name, error))?);
            control.clone().map(|control| control as Rc<dyn Op>)
        }
        "null" if inputs.is_empty() => None,
        "null" => return Err(Error::value("Symbol.fromJSON", format!("the variable {name} has inputs"))),
        op => {
            if version < 905 && matches!(op, "argmax" | "argmin") {
                attrs.retain(|(key, value)| key != "axis" || value != "-1");
            }
            Some(parse(op, &attrs).map_err(|error| loading(&name, error))?)
        }
    };
    let mut back = Attrs::new();
    for (key, value) in hidden {
        match (facts::hidden_key(&key), facts::input_key(&key)) {
            (Some(stored), _) => attrs.push((stored, value)),
            (None, Some((input, hidden))) => {
                let place =
                    op.as_ref().and_then(|op| (0..inputs.len()).find(|&i| input_name(&**op, &attrs, i) == input));
                match place.map(|i| &inputs[i].node).filter(|node| node.op.is_none()) {
                    Some(variable) => variable.set_attr(&format!("__{hidden}__"), &value),
                    None => back.push((key, value)),
                }
            }
            (None, None) => back.push((key, value)),
        }
    }
    attrs.append(&mut back);
    if let Some(op) = &op {
        if version < 900 {
            for i in inputs.len()..facts::arity(&**op).unwrap_or(0) {
                let input = format!("{name}_{}", input_name(&**op, &attrs, i));
                inputs.push(Entry::first(Rc::new(Node::new(None, input, attrs.clone(), Vec::new()))));
            }
        }
        check_count(&**op, inputs.len()).map_err(|error| loading(&name, error))?;
        if version < 904 {
            hint(&**op, &attrs, &inputs);
        }
    }
    let mut node = Node::new(op, name, attrs, inputs);
    node.control = control;
    node.after = after.into_iter().map(|place| made[place as usize].clone()).collect();
    for input in &node.inputs {
        let writers = &input.node.writers;
        writers.set(writers.get().max(input.version));
    }
    Ok(node)
}
