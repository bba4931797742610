//! Executors, which are symbols on arrays of their own, and programs, which are symbols as functions of arrays.

use crate::autograd::grad_req;
use crate::calls::{read_arrays, read_optional};
use crate::error::{JsResult, ask_host, throw};
use crate::handles::Table;
use crate::{memory, scratch, slots, symbols};
use cells::Lasting;
use js_sys::Function;
use mxgrad_core::symbol::{Bound, Executor, Monitor, Program};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

thread_local! {
    static EXECUTORS: Lasting<Table<Executor>> = const { Lasting::new(Table::new("Executor")) };
    static PROGRAMS: Lasting<Table<Program>> = const { Lasting::new(Table::new("Program")) };
}

fn get(handle: u32) -> JsResult<Rc<Executor>> {
    EXECUTORS.with(|executors| executors.get(handle)).map_err(throw)
}

/// Binds a symbol to the arrays in the scratch words: arguments, their gradients (0 for none), states. `reqs` has a digit
/// for each argument. After it the scratch words hold the handles of the outputs.
#[wasm_bindgen]
pub fn executor_new(symbol: u32, reqs: &str, states: usize) -> JsResult<u32> {
    let make = || {
        let args = reqs.len();
        let reqs = reqs.bytes().map(|digit| grad_req(u32::from(digit.wrapping_sub(b'0'))));
        let grads = read_optional(args, args)?.into_iter().zip(reqs).map(|(grad, req)| Some((grad?, req?)));
        let bound =
            Bound { args: read_arrays(0, args)?, grads: grads.collect(), states: read_arrays(2 * args, states)? };
        Executor::new(&*symbols::get(symbol)?, bound)
    };
    let executor = make().map_err(throw)?;
    for (i, output) in executor.outputs().iter().enumerate() {
        scratch::set(i, slots::insert(output.clone()));
    }
    Ok(EXECUTORS.with(|executors| executors.insert(executor)))
}

/// Frees a handle.
#[wasm_bindgen]
pub fn executor_free(handle: u32) {
    if let Some(executor) = EXECUTORS.with(|executors| executors.remove(handle)) {
        Executor::release(executor);
    }
}

/// Runs forward; tells whether memory presses.
#[wasm_bindgen]
pub fn executor_forward(handle: u32, training: bool) -> JsResult<bool> {
    get(handle)?.forward(training).map_err(throw)?;
    Ok(memory::presses())
}

/// Runs backward from the gradients of outputs in the scratch words (0 for none).
#[wasm_bindgen]
pub fn executor_backward(handle: u32, grads: usize, training: bool) -> JsResult<bool> {
    let executor = get(handle)?;
    read_optional(0, grads).and_then(|grads| executor.backward(&grads, training)).map_err(throw)?;
    Ok(memory::presses())
}

/// Sets what is told of every value: a function of its name and handle.
#[wasm_bindgen]
pub fn executor_monitor(handle: u32, monitor: Option<Function>) -> JsResult<()> {
    let told = monitor.map(|monitor| -> Monitor {
        Rc::new(move |name, value| {
            let handle = JsValue::from(slots::insert(value.clone()));
            ask_host(|| monitor.call2(&JsValue::NULL, &JsValue::from_str(name), &handle)).map(drop)
        })
    });
    get(handle)?.set_monitor(told);
    Ok(())
}

/// Makes a symbol ready to run.
#[wasm_bindgen]
pub fn program_new(symbol: u32) -> JsResult<u32> {
    let symbol = symbols::get(symbol).map_err(throw)?;
    Ok(PROGRAMS.with(|programs| programs.insert(Program::new(&symbol))))
}

/// Frees a handle.
#[wasm_bindgen]
pub fn program_free(handle: u32) {
    drop(PROGRAMS.with(|programs| programs.remove(handle)));
}

/// Runs a program on the arrays in the scratch words, one for each variable in the order of `list_inputs`; recorded if the
/// recording flag is set. After it they hold the handles of the outputs. Tells whether memory presses.
#[wasm_bindgen]
pub fn program_run(handle: u32, inputs: usize) -> JsResult<bool> {
    let program = PROGRAMS.with(|programs| programs.get(handle)).map_err(throw)?;
    let outputs = read_arrays(0, inputs).and_then(|inputs| program.run(inputs, None)).map_err(throw)?;
    for (i, output) in outputs.into_iter().enumerate() {
        scratch::set(i, slots::insert(output));
    }
    Ok(memory::presses())
}

/// Whether prediction folds batch normalisations into the layers before them.
#[wasm_bindgen]
pub fn executor_fold(handle: u32, fold: bool) -> JsResult<()> {
    get(handle)?.set_fold(fold);
    Ok(())
}
