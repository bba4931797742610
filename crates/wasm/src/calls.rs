//! Calling operators. A call site's operator and attributes are parsed once and known by a number afterwards.

use crate::error::{JsResult, throw};
use crate::{memory, scratch, slots};
use cells::{Lasting, Local, RefCell};
use mxgrad_core::op::Call;
use mxgrad_core::{Error, NDArray, Result, invoke, registry};
use wasm_bindgen::prelude::*;

#[derive(Default)]
struct Calls {
    list: Vec<Option<Call>>,
    free: Vec<u32>,
}

thread_local! {
    static CALLS: Lasting<RefCell<Calls>> = Lasting::default();
}

/// Parses an operator with attributes (`key\u{1}value` pairs joined by `\u{2}`) and gives it a number.
#[wasm_bindgen]
pub fn call_new(name: &str, attrs: &str) -> JsResult<u32> {
    let pairs: Vec<(String, String)> = attrs
        .split('\u{2}')
        .filter_map(|pair| pair.split_once('\u{1}'))
        .map(|(key, value)| (key.to_string(), value.to_string()))
        .collect();
    let call = registry::parse(name, &pairs).map_err(throw)?;
    Ok(CALLS.with_borrow_mut(|calls| {
        if let Some(id) = calls.free.pop() {
            calls.list[id as usize] = Some(call);
            return id;
        }
        calls.list.push(Some(call));
        calls.list.len() as u32 - 1
    }))
}

/// What operators there are, as [`registry::describe`] writes it.
#[wasm_bindgen]
pub fn describe_registry() -> String {
    registry::describe()
}

/// Forgets a number.
#[wasm_bindgen]
pub fn call_free(id: u32) {
    CALLS.with_borrow_mut(|calls| {
        if calls.list.get_mut(id as usize).is_some_and(|op| op.take().is_some()) {
            calls.free.push(id);
        }
    });
}

/// Reads handles from the scratch words.
pub fn read_arrays(from: usize, count: usize) -> Result<Vec<NDArray>> {
    (from..from + count).map(|i| slots::get(scratch::get(i))).collect()
}

/// The same, where 0 stands for none.
pub fn read_optional(from: usize, count: usize) -> Result<Vec<Option<NDArray>>> {
    (from..from + count)
        .map(|i| match scratch::get(i) {
            slots::NONE => Ok(None),
            handle => slots::get(handle).map(Some),
        })
        .collect()
}

/// Calls an operator: the scratch words hold the inputs' handles and then those of `out`. Writes the outputs' handles
/// there (those of `out` come first and unchanged). Gives their number, plus 65536 when memory presses.
#[wasm_bindgen]
pub fn call(id: u32, inputs: usize, out: usize) -> JsResult<u32> {
    let call = CALLS.with_borrow(|calls| calls.list.get(id as usize).cloned().flatten());
    let call = call.ok_or_else(|| throw(Error::value("invoke", "unknown call")))?;
    let arrays = read_arrays(0, inputs).map_err(throw)?;
    let targets = read_arrays(inputs, out).map_err(throw)?;
    let results = invoke::invoke(&call, &arrays, &targets).map_err(throw)?;
    let count = results.len() as u32;
    for i in 0..out {
        scratch::set(i, scratch::get(inputs + i));
    }
    drop((arrays, targets));
    for (i, result) in results.into_iter().enumerate().skip(out) {
        scratch::set(i, slots::insert(result));
    }
    Ok(count + 65536 * memory::presses() as u32)
}
