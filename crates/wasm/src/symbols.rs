//! Symbols. How lists pass as texts is told in the core's `symbol::exchange`.

use crate::error::{JsResult, throw};
use crate::handles::Table;
use crate::{scratch, slots};
use cells::Lasting;
use mxgrad_core::symbol::{self, Symbol, exchange};
use mxgrad_core::{Result, autograd};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

thread_local! {
    static SYMBOLS: Lasting<Table<Symbol>> = const { Lasting::new(Table::new("Symbol")) };
}

/// The symbol of a handle.
#[inline(never)]
pub fn get(handle: u32) -> Result<Rc<Symbol>> {
    SYMBOLS.with(|symbols| symbols.get(handle))
}

/// The same for the host.
#[inline(never)]
fn symbol(handle: u32) -> JsResult<Rc<Symbol>> {
    get(handle).map_err(throw)
}

/// The handle of a new symbol.
#[inline(never)]
fn insert(made: Result<Symbol>) -> JsResult<u32> {
    made.map(|symbol| SYMBOLS.with(|symbols| symbols.insert(symbol))).map_err(throw)
}

/// The symbols in the scratch words.
#[inline(never)]
fn read(count: usize) -> JsResult<Vec<Symbol>> {
    (0..count).map(|i| symbol(scratch::get(i)).map(|symbol| (*symbol).clone())).collect()
}

/// Frees a handle.
#[wasm_bindgen]
pub fn symbol_free(handle: u32) {
    drop(SYMBOLS.with(|symbols| symbols.remove(handle)));
}

/// A variable.
#[wasm_bindgen]
pub fn symbol_variable(name: &str, attrs: &str) -> JsResult<u32> {
    insert(Ok(exchange::variable(name, attrs)))
}

/// An operator on the symbols in the scratch words.
#[wasm_bindgen]
pub fn symbol_atomic(op: &str, attrs: &str, name: &str, keys: &str, count: usize) -> JsResult<u32> {
    insert(exchange::atomic(op, attrs, name, keys, read(count)?))
}

/// The outputs of the symbols in the scratch words as one symbol.
#[wasm_bindgen]
pub fn symbol_group(count: usize) -> JsResult<u32> {
    insert(Ok(symbol::group(&read(count)?)))
}

/// A copy with variables replaced by the symbols in the scratch words, and with another name if there is one.
#[wasm_bindgen]
pub fn symbol_compose(handle: u32, name: &str, keys: &str, count: usize) -> JsResult<u32> {
    insert(exchange::compose(&*symbol(handle)?, name, keys, read(count)?))
}

/// The graph of a body that was made within a larger graph, and what its variables stand for there. Gives their number;
/// their handles are in the scratch words.
#[wasm_bindgen]
pub fn symbol_cut(handle: u32) -> JsResult<usize> {
    let (body, values) = symbol::cut(&*symbol(handle)?).map_err(throw)?;
    let all = std::iter::once(body).chain(values);
    let handles: Vec<u32> = all.map(|symbol| insert(Ok(symbol))).collect::<JsResult<_>>()?;
    handles.iter().enumerate().for_each(|(i, &handle)| scratch::set(i, handle));
    Ok(handles.len())
}

/// Reads JSON.
#[wasm_bindgen]
pub fn symbol_read(json: &str) -> JsResult<u32> {
    insert(symbol::from_json(json))
}

/// Writes JSON.
#[wasm_bindgen]
pub fn symbol_write(handle: u32) -> JsResult<String> {
    Ok(symbol(handle)?.to_json())
}

/// The recorded graph of an array as a symbol.
#[wasm_bindgen]
pub fn symbol_recorded(array: u32) -> JsResult<u32> {
    insert(slots::get(array).and_then(|x| autograd::symbol::recorded(&x)))
}

/// The name of the node that all outputs belong to.
#[wasm_bindgen]
pub fn symbol_name(handle: u32) -> JsResult<Option<String>> {
    Ok(symbol(handle)?.head().map(|node| node.name.clone()))
}

/// Names: 0 of arguments, 1 of states, 2 of both as they come, 3 of outputs.
#[wasm_bindgen]
pub fn symbol_names(handle: u32, what: u32) -> JsResult<String> {
    Ok(exchange::names(&*symbol(handle)?, what))
}

/// Another symbol of the same graph, or 0: 0 all its values, 1 its inputs, 2 one output.
#[wasm_bindgen]
pub fn symbol_part(handle: u32, what: u32, output: usize) -> JsResult<u32> {
    match exchange::part(&*symbol(handle)?, what, output) {
        Some(part) => insert(Ok(part)),
        None => Ok(0),
    }
}

/// An attribute of the symbol's node.
#[wasm_bindgen]
pub fn symbol_attr(handle: u32, key: &str) -> JsResult<Option<String>> {
    Ok(exchange::attr(&*symbol(handle)?, key))
}

/// Sets an attribute of the symbol's node.
#[wasm_bindgen]
pub fn symbol_set_attr(handle: u32, key: &str, value: &str) -> JsResult<()> {
    exchange::set_attr(&*symbol(handle)?, key, value);
    Ok(())
}

/// The attributes of the symbol's node, or those of all nodes.
#[wasm_bindgen]
pub fn symbol_attrs(handle: u32, all: bool) -> JsResult<String> {
    Ok(exchange::attrs(&*symbol(handle)?, all))
}

/// Infers shapes and types.
#[wasm_bindgen]
pub fn symbol_infer(handle: u32, known: &str) -> JsResult<String> {
    exchange::infer(&*symbol(handle)?, known).map_err(throw)
}
