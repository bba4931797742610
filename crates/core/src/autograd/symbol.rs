//! The recorded graph as a symbol.

use crate::autograd::tape::{Kind, Node as Recorded};
use crate::error::{Error, ErrorKind, Result};
use crate::ndarray::NDArray;
use crate::symbol::{Attrs, Entry, Node, Symbol};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// The graph that an array came from. Marked variables are named `var<k>`, constants `null<k>`, operators `node_<k>`,
/// counted within the graph.
#[inline(never)]
pub fn recorded(x: &NDArray) -> Result<Symbol> {
    let head = x.entry().ok_or_else(|| Error::new(ErrorKind::NoSymbol))?;
    let mut nodes: Vec<Rc<Recorded>> = Vec::new();
    let mut made: FxHashMap<*const Recorded, Option<Rc<Node>>> = FxHashMap::default();
    let mut pending = vec![head.node.clone()];
    while let Some(node) = pending.pop() {
        if made.insert(Rc::as_ptr(&node), None).is_none() {
            if let Kind::Op(record) = &*node.kind() {
                pending.extend(record.inputs.iter().map(|(e, _)| e.node.clone()));
            }
            nodes.push(node);
        }
    }
    nodes.sort_unstable_by_key(|n| n.id);
    let (mut variables, mut operators) = (0, 0);
    for recorded in &nodes {
        let node = match &*recorded.kind() {
            Kind::Op(record) => {
                let entry = |e: &super::tape::Entry| {
                    let node = made.get(&Rc::as_ptr(&e.node)).cloned().flatten();
                    node.map(|node| Entry { node, output: e.output, version: 0 })
                };
                let inputs: Vec<Entry> = record.inputs.iter().filter_map(|(e, _)| entry(e)).collect();
                let attrs: Attrs = record.call.given.as_ref().map_or(Vec::new(), |given| given.to_vec());
                operators += 1;
                Node::new(Some(record.call.op.clone()), format!("node_{}", operators - 1), attrs, inputs)
            }
            Kind::Variable(v) => {
                let kind = if v.grad.is_some() || v.rows.is_some() { "var" } else { "null" };
                variables += 1;
                Node::new(None, format!("{kind}{}", variables - 1), Attrs::new(), Vec::new())
            }
            Kind::FreedLeaf | Kind::FreedOp => return Err(Error::new(ErrorKind::NoSymbol)),
        };
        made.insert(Rc::as_ptr(recorded), Some(Rc::new(node)));
    }
    let node = made.remove(&Rc::as_ptr(&head.node)).flatten().ok_or_else(|| Error::new(ErrorKind::NoSymbol))?;
    Ok(Symbol { heads: vec![Entry { node, output: head.output, version: 0 }] })
}
