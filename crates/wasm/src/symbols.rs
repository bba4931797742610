//! Symbols. Texts pass as lists whose items each follow a `\u{1}`; lists of lists have a `\u{2}` before each.

use crate::error::{JsResult, throw};
use crate::handles::Table;
use crate::{scratch, slots};
use mxgrad_core::symbol::{self, Attrs, Inferred, Known, Ordered, Role, Symbol};
use mxgrad_core::{DType, Result, autograd};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

thread_local! {
    static SYMBOLS: Table<Symbol> = const { Table::new("Symbol") };
}

/// The symbol of a handle.
pub fn get(handle: u32) -> Result<Rc<Symbol>> {
    SYMBOLS.with(|symbols| symbols.get(handle))
}

fn insert(symbol: Symbol) -> u32 {
    SYMBOLS.with(|symbols| symbols.insert(symbol))
}

/// Frees a handle.
#[wasm_bindgen]
pub fn symbol_free(handle: u32) {
    SYMBOLS.with(|symbols| symbols.remove(handle));
}

fn items(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split('\u{1}').skip(1).map(str::to_string)
}

fn pairs(text: &str) -> Attrs {
    let (mut items, mut pairs) = (items(text), Attrs::new());
    while let (Some(key), Some(value)) = (items.next(), items.next()) {
        pairs.push((key, value));
    }
    pairs
}

fn joined(names: impl IntoIterator<Item = String>) -> String {
    names.into_iter().map(|name| "\u{1}".to_string() + &name).collect()
}

/// The symbols in the scratch words.
fn read(count: usize) -> Result<Vec<Symbol>> {
    (0..count).map(|i| get(scratch::get(i)).map(|symbol| (*symbol).clone())).collect()
}

/// A variable.
#[wasm_bindgen]
pub fn symbol_variable(name: &str, attrs: &str) -> u32 {
    insert(symbol::variable(name.into(), pairs(attrs)))
}

/// An operator on the symbols in the scratch words; `keys` has their names, empty for those that come by position.
#[wasm_bindgen]
pub fn symbol_atomic(op: &str, attrs: &str, name: &str, keys: &str, count: usize) -> JsResult<u32> {
    let make = || {
        let keys = items(keys).map(|key| (!key.is_empty()).then_some(key));
        let inputs: Vec<(Option<String>, Symbol)> = keys.zip(read(count)?).collect();
        symbol::atomic(op, pairs(attrs), name.into(), &inputs)
    };
    make().map(insert).map_err(throw)
}

/// The outputs of the symbols in the scratch words as one symbol.
#[wasm_bindgen]
pub fn symbol_group(count: usize) -> JsResult<u32> {
    read(count).map(|symbols| insert(symbol::group(&symbols))).map_err(throw)
}

/// A copy with variables replaced by the symbols in the scratch words, and with another name if there is one.
#[wasm_bindgen]
pub fn symbol_compose(handle: u32, name: &str, keys: &str, count: usize) -> JsResult<u32> {
    let make = || {
        let by: Vec<(String, Symbol)> = items(keys).zip(read(count)?).collect();
        symbol::compose(&*get(handle)?, (!name.is_empty()).then(|| name.into()), &by)
    };
    make().map(insert).map_err(throw)
}

/// Reads JSON.
#[wasm_bindgen]
pub fn symbol_read(json: &str) -> JsResult<u32> {
    symbol::from_json(json).map(insert).map_err(throw)
}

/// Writes JSON.
#[wasm_bindgen]
pub fn symbol_write(handle: u32) -> JsResult<String> {
    get(handle).map(|symbol| symbol.to_json()).map_err(throw)
}

/// The recorded graph of an array as a symbol.
#[wasm_bindgen]
pub fn symbol_recorded(array: u32) -> JsResult<u32> {
    slots::get(array).and_then(|x| autograd::symbol::recorded(&x)).map(insert).map_err(throw)
}

/// The name of the node that all outputs belong to.
#[wasm_bindgen]
pub fn symbol_name(handle: u32) -> JsResult<Option<String>> {
    Ok(get(handle).map_err(throw)?.head().map(|node| node.name.clone()))
}

/// Names: 0 of arguments, 1 of states, 2 of both as they come, 3 of outputs.
#[wasm_bindgen]
pub fn symbol_names(handle: u32, what: u32) -> JsResult<String> {
    let symbol = get(handle).map_err(throw)?;
    let graph = symbol.ordered();
    Ok(joined(match what {
        0 => graph.names(Role::Argument),
        1 => graph.names(Role::State),
        2 => graph.nodes.iter().filter(|node| node.op.is_none()).map(|node| node.name.clone()).collect(),
        _ => symbol.outputs(),
    }))
}

/// Another symbol of the same graph, or 0: 0 all its values, 1 its inputs, 2 one output.
#[wasm_bindgen]
pub fn symbol_part(handle: u32, what: u32, output: usize) -> JsResult<u32> {
    let symbol = get(handle).map_err(throw)?;
    let part = match what {
        0 => Some(symbol.internals()),
        1 => symbol.children(),
        _ => symbol.heads.get(output).map(|entry| Symbol { heads: vec![entry.clone()] }),
    };
    Ok(part.map_or(0, insert))
}

/// An attribute of the symbol's node.
#[wasm_bindgen]
pub fn symbol_attr(handle: u32, key: &str) -> JsResult<Option<String>> {
    let symbol = get(handle).map_err(throw)?;
    let attr = |node: &Rc<symbol::Node>| {
        node.attr(key).or_else(|| symbol::hidden_key(key).and_then(|hidden| node.attr(&hidden)))
    };
    Ok(symbol.head().and_then(attr))
}

/// Sets an attribute of the symbol's node.
#[wasm_bindgen]
pub fn symbol_set_attr(handle: u32, key: &str, value: &str) -> JsResult<()> {
    if let Some(node) = get(handle).map_err(throw)?.head() {
        node.set_attr(symbol::hidden_key(key).as_deref().unwrap_or(key), value);
    }
    Ok(())
}

/// The attributes of the symbol's node, or those of all nodes by their names, each list with the name first.
#[wasm_bindgen]
pub fn symbol_attrs(handle: u32, all: bool) -> JsResult<String> {
    let symbol = get(handle).map_err(throw)?;
    let listed = |node: &Rc<symbol::Node>| joined(node.listed().into_iter().flat_map(|(key, value)| [key, value]));
    if !all {
        return Ok(symbol.head().map_or(String::new(), listed));
    }
    let nodes = symbol.ordered().nodes;
    Ok(nodes.iter().map(|node| format!("\u{2}\u{1}{}{}", node.name, listed(node))).collect())
}

/// Infers shapes and types. Known are triples of name, shape (`2,3`, or `?`) and dtype code (or `?`); what comes back are
/// three lists, of arguments, outputs and states, with shape and code for each.
#[wasm_bindgen]
pub fn symbol_infer(handle: u32, known: &str) -> JsResult<String> {
    let run = || {
        let symbol = get(handle)?;
        let (mut words, mut list) = (items(known), Vec::new());
        while let (Some(name), Some(shape), Some(dtype)) = (words.next(), words.next(), words.next()) {
            let sizes = shape.split(',').filter(|size| !size.is_empty()).map(|size| size.parse().ok());
            let dtype = dtype.parse().ok().and_then(DType::from_code);
            list.push((name, Known { shape: sizes.collect(), dtype }));
        }
        let graph = symbol.ordered();
        let inferred = symbol::infer_named(&graph, &list)?;
        Ok(report(&graph, &inferred))
    };
    run().map_err(throw)
}

fn report(graph: &Ordered, inferred: &Inferred) -> String {
    let known = |node: usize, output: usize| -> String {
        let Known { shape, dtype } = &inferred.values[node][output];
        let sizes = |shape: &mxgrad_core::Shape| shape.iter().map(usize::to_string).collect::<Vec<_>>().join(",");
        let dtype = dtype.map_or("?".to_string(), |dtype| (dtype as u32).to_string());
        format!("\u{1}{}\u{1}{dtype}", shape.as_ref().map_or("?".into(), sizes))
    };
    let variables = |role| graph.variables(role).map(|place| known(place, 0)).collect::<String>();
    let outputs: String = graph.heads.iter().map(|head| known(head.node, head.output)).collect();
    format!("\u{2}{}\u{2}{outputs}\u{2}{}", variables(Role::Argument), variables(Role::State))
}
