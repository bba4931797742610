//! Symbols as texts, for hosts: lists whose items each follow a `\u{1}`, lists of lists with a `\u{2}` before each.
//!
//! Here and not in the binding, because what is compiled there is compiled for speed, and large.

use crate::dtype::DType;
use crate::error::Result;
use crate::shape::Shape;
use crate::symbol::graph::{Attrs, Symbol};
use crate::symbol::infer::{Known, infer_named};
use crate::symbol::order::{Ordered, Role};
use crate::symbol::{compose as make, facts};

fn items(text: &str) -> Vec<String> {
    text.split('\u{1}').skip(1).map(str::to_string).collect()
}

fn pairs(text: &str) -> Attrs {
    let mut pairs = Attrs::new();
    let mut items = items(text).into_iter();
    while let (Some(key), Some(value)) = (items.next(), items.next()) {
        pairs.push((key, value));
    }
    pairs
}

fn push(into: &mut String, item: &str) {
    into.push('\u{1}');
    into.push_str(item);
}

fn joined(names: &[String]) -> String {
    let mut text = String::new();
    names.iter().for_each(|name| push(&mut text, name));
    text
}

/// A variable with attributes.
#[inline(never)]
pub fn variable(name: &str, attrs: &str) -> Symbol {
    make::variable(name.into(), pairs(attrs))
}

/// An operator on symbols; `keys` has their names, empty for those that come by position.
#[inline(never)]
pub fn atomic(op: &str, attrs: &str, name: &str, keys: &str, symbols: Vec<Symbol>) -> Result<Symbol> {
    let keys = items(keys).into_iter().map(|key| (!key.is_empty()).then_some(key));
    let inputs: Vec<(Option<String>, Symbol)> = keys.zip(symbols).collect();
    make::atomic(op, pairs(attrs), name.into(), &inputs)
}

/// A copy with variables replaced, and with another name if there is one.
#[inline(never)]
pub fn compose(symbol: &Symbol, name: &str, keys: &str, symbols: Vec<Symbol>) -> Result<Symbol> {
    let by: Vec<(String, Symbol)> = items(keys).into_iter().zip(symbols).collect();
    make::compose(symbol, (!name.is_empty()).then(|| name.into()), &by)
}

/// Names: 0 of arguments, 1 of states, 2 of both as they come, 3 of outputs.
#[inline(never)]
pub fn names(symbol: &Symbol, what: u32) -> String {
    let graph = symbol.ordered();
    joined(&match what {
        0 => graph.names(Role::Argument),
        1 => graph.names(Role::State),
        2 => graph.nodes.iter().filter(|node| node.op.is_none()).map(|node| node.name.clone()).collect(),
        _ => symbol.outputs(),
    })
}

/// Another symbol of the same graph: 0 all its values, 1 its inputs, 2 one output.
#[inline(never)]
pub fn part(symbol: &Symbol, what: u32, output: usize) -> Option<Symbol> {
    match what {
        0 => Some(symbol.internals()),
        1 => symbol.children(),
        _ => symbol.heads.get(output).map(|entry| Symbol { heads: vec![entry.clone()] }),
    }
}

/// An attribute of the symbol's node; hidden ones go by their bare keys, too.
#[inline(never)]
pub fn attr(symbol: &Symbol, key: &str) -> Option<String> {
    let node = symbol.head()?;
    if key == "_value_index" {
        return symbol.heads.first().map(|head| head.output.to_string());
    }
    node.attr(key).or_else(|| node.attr(&facts::hidden_key(key)?))
}

/// Sets an attribute of the symbol's node.
#[inline(never)]
pub fn set_attr(symbol: &Symbol, key: &str, value: &str) {
    if let Some(node) = symbol.head() {
        node.set_attr(facts::hidden_key(key).as_deref().unwrap_or(key), value);
    }
}

/// The attributes of the symbol's node, or lists of those of all nodes, each with the node's name first.
#[inline(never)]
pub fn attrs(symbol: &Symbol, all: bool) -> String {
    let mut text = String::new();
    let nodes = if all { symbol.ordered().nodes } else { symbol.head().cloned().into_iter().collect() };
    for node in nodes {
        if all {
            text.push('\u{2}');
            push(&mut text, &node.name);
        }
        for (key, value) in node.listed() {
            push(&mut text, &key);
            push(&mut text, &value);
        }
    }
    text
}

/// Infers shapes and types. Known are triples of name, shape (`2,3`, or `?`) and dtype code (or `?`); what comes back are
/// three lists, of arguments, outputs and states, with shape and code for each.
#[inline(never)]
pub fn infer(symbol: &Symbol, known: &str) -> Result<String> {
    let mut list: Vec<(String, Known)> = Vec::new();
    let mut words = items(known).into_iter();
    while let (Some(name), Some(shape), Some(dtype)) = (words.next(), words.next(), words.next()) {
        let sizes = shape.split(',').filter(|size| !size.is_empty()).map(|size| size.parse().ok());
        let dtype = dtype.parse().ok().and_then(DType::from_code);
        list.push((name, Known { shape: sizes.collect(), dtype }));
    }
    let graph: Ordered = symbol.ordered();
    let inferred = infer_named(&graph, &list)?;
    let mut text = String::new();
    let mut tell = |node: usize, output: usize, first: bool| {
        if first {
            text.push('\u{2}');
        }
        if let Some(Known { shape, dtype }) = inferred.values.get(node).and_then(|values| values.get(output)) {
            push(&mut text, &shape.as_ref().map_or("?".into(), sizes));
            push(&mut text, &dtype.map_or("?".into(), |dtype| (dtype as u32).to_string()));
        }
    };
    tell(usize::MAX, 0, true);
    graph.variables(Role::Argument).for_each(|place| tell(place, 0, false));
    tell(usize::MAX, 0, true);
    graph.heads.iter().for_each(|head| tell(head.node, head.output, false));
    tell(usize::MAX, 0, true);
    graph.variables(Role::State).for_each(|place| tell(place, 0, false));
    Ok(text)
}

fn sizes(shape: &Shape) -> String {
    shape.iter().map(usize::to_string).collect::<Vec<_>>().join(",")
}
