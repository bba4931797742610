//! Operators whose gradient the host computes: `autograd.Function`.

use crate::calls::read_arrays;
use crate::error::{JsResult, ask_host, throw};
use crate::{scratch, slots};
use js_sys::Function;
use mxgrad_core::array::{Array, Spec};
use mxgrad_core::autograd::{Grad, tape};
use mxgrad_core::op::{Call, Gradients, Inputs, Keeps, Op, OpDef, Run};
use mxgrad_core::{Error, Result};
use wasm_bindgen::prelude::*;

static HOST_FUNCTION: OpDef = OpDef {
    internal: true,
    ..OpDef::new(
        "_CustomFunction",
        "A function of the host.",
        Inputs::Variadic { count: "num_args", doc: "The inputs." },
        &[],
        |_| Err(Error::value("_CustomFunction", "host functions are not called by name")),
    )
};

/// A recorded call of a host function. Its backward takes the number of head gradients (whose handles are in the
/// scratch words), writes the gradients' handles there and gives their number.
struct HostFunction {
    backward: Function,
}

impl Op for HostFunction {
    fn def(&self) -> &'static OpDef {
        &HOST_FUNCTION
    }
    fn infer(&self, _: &[Spec]) -> Result<Vec<Spec>> {
        Err(Error::value("_CustomFunction", "host functions are not called by name"))
    }
    fn forward(&self, _: &Run, _: &[Array], _: &[Array]) -> Result<()> {
        Err(Error::value("_CustomFunction", "host functions are not called by name"))
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn widens_gradient(&self) -> bool {
        false
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let heads = grad.num_outputs();
        let handles: Vec<u32> = (0..heads).map(|i| grad.head(i).map(slots::insert)).collect::<Result<_>>()?;
        for (i, &handle) in handles.iter().enumerate() {
            scratch::set(i, handle);
        }
        let count = ask_host(|| self.backward.call1(&JsValue::NULL, &JsValue::from(heads as u32)))?;
        let count = count.as_f64().unwrap_or(0.0) as usize;
        (0..count)
            .map(|i| match scratch::get(i) {
                slots::NONE => Ok(None),
                handle => slots::get(handle).map(Some),
            })
            .collect()
    }
}

/// Records a host function's call: the scratch words hold the inputs' and then the outputs' handles.
#[wasm_bindgen]
pub fn record_function(backward: Function, inputs: usize, outputs: usize) -> JsResult<()> {
    let run = || {
        let (x, y) = (read_arrays(0, inputs)?, read_arrays(inputs, outputs)?);
        let kept: Vec<Array> = y.iter().map(|y| y.array().clone()).collect();
        tape::record(Call::of(HostFunction { backward }), &x, &kept, &y);
        Ok(())
    };
    run().map_err(throw)
}
