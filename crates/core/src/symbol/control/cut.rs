//! Cutting the graph of a body out of the graph that it was made in.

use crate::error::{Error, Result};
use crate::symbol::compose::MOST;
use crate::symbol::graph::{Entry, Node, Symbol};
use crate::symbol::order::Source;
use std::rc::Rc;

/// The attribute with the name of the graph that a node was made for.
const NAME: &str = "__subgraph_name__";

/// A copy of what was made for the same graph as the first output, with variables in the place of values from outside. And
/// for each of its variables what it stands for: such a value, or a variable of the same name.
#[inline(never)]
pub fn cut(symbol: &Symbol) -> Result<(Symbol, Vec<Symbol>)> {
    let graph = symbol.ordered();
    let name = symbol.heads.first().and_then(|head| head.node.attr(NAME));
    let inside: Vec<bool> = graph.nodes.iter().map(|node| name.is_some() && node.attr(NAME) == name).collect();
    if let Some(head) = graph.heads.iter().find(|head| !inside[head.node]) {
        let message = format!("{} was not made for the graph that is cut", graph.nodes[head.node].name);
        return Err(Error::value("Symbol", message));
    }
    // The values from outside, and the variables in their places.
    let mut values: Vec<(Source, Entry, Rc<Node>)> = Vec::new();
    let mut made: Vec<Option<Rc<Node>>> = Vec::with_capacity(graph.nodes.len());
    for (place, node) in graph.nodes.iter().enumerate() {
        if !inside[place] {
            made.push(None);
            continue;
        }
        let mut inputs = Vec::with_capacity(node.inputs.len());
        for (source, old) in graph.inputs[place].iter().zip(&node.inputs) {
            inputs.push(match &made[source.node] {
                Some(new) => Entry { node: new.clone(), ..old.clone() },
                None => {
                    let same = |known: &&(Source, Entry, Rc<Node>)| known.0 == *source;
                    let variable = values.iter().find(same).map(|(_, _, variable)| variable.clone());
                    Entry::first(variable.unwrap_or_else(|| {
                        let variable = Rc::new(Node::new(None, old.name(), Vec::new(), Vec::new()));
                        values.push((*source, old.clone(), variable.clone()));
                        variable
                    }))
                }
            });
        }
        made.push(Some(Rc::new(node.copied(inputs))));
    }
    let heads = symbol.heads.iter().zip(&graph.heads).filter_map(|(old, source)| {
        let node = made[source.node].clone()?;
        Some(Entry { node, ..old.clone() })
    });
    let body = Symbol { heads: heads.collect() };
    let stands = |node: &Rc<Node>| match values.iter().find(|(.., variable)| Rc::ptr_eq(variable, node)) {
        Some((_, value, _)) => Symbol { heads: vec![value.clone()] },
        None => Symbol::of(Rc::new(node.copied(Vec::new()))),
    };
    let variables: Vec<Symbol> = body.ordered().nodes.iter().filter(|node| node.op.is_none()).map(stands).collect();
    if variables.len() >= MOST {
        return Err(Error::value(
            "Symbol",
            format!("a graph has fewer than {MOST} variables, got {}", variables.len()),
        ));
    }
    Ok((body, variables))
}
