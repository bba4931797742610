//! `Custom` in symbols: operators that the host defines. One function of the host answers for all of them.

use crate::error::ask_host;
use crate::{scratch, slots};
use cells::{Lasting, Local, RefCell};
use js_sys::Function;
use mxgrad_core::array::{Array, Spec};
use mxgrad_core::attrs::Given;
use mxgrad_core::op::{Compute, Inputs, Keeps, Op, OpDef, Run, Signature};
use mxgrad_core::{DType, Error, NDArray, Result, Shape, registry};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

mxgrad_core::attrs! {
    /// The options that every custom operator has.
    pub struct CustomOptions {
        /// The name that it was registered under.
        op_type: String,
    }
}

static CUSTOM: OpDef = OpDef {
    internal: true,
    closed: false,
    ..OpDef::new(
        "Custom",
        "An operator that the host defines.",
        Inputs::Variadic { count: "num_args", doc: "The inputs and states." },
        CustomOptions::SCHEMA,
        parse,
    )
};

thread_local! {
    static HOST: Lasting<RefCell<Option<Function>>> = const { Lasting::new(RefCell::new(None)) };
}

/// Makes `Custom` known. The host's function takes a question, the attributes as a list, and a text or number:
/// `describe` (gives lists of inputs, states and outputs, and what it needs), `infer` (shapes and dtype codes of inputs; gives
/// those of all), `run` (as many handles are in the scratch words; gives the number of outputs, whose handles are there).
#[wasm_bindgen]
pub fn custom_register(host: Function) {
    HOST.with(|known| known.replace(Some(host)));
    registry::add(&CUSTOM);
}

#[inline(never)]
fn ask(question: &str, attrs: &str, about: &JsValue) -> Result<JsValue> {
    let host = HOST.with_borrow(Clone::clone);
    let host = host.ok_or_else(|| Error::value("Custom", "the host has no custom operators"))?;
    ask_host(|| host.call3(&JsValue::NULL, &JsValue::from_str(question), &JsValue::from_str(attrs), about))
}

fn list(text: &str) -> Vec<String> {
    text.split('\u{1}').skip(1).map(str::to_string).collect()
}

struct Custom {
    attrs: String,
    signature: Signature,
}

fn parse(given: &mut Given) -> Result<Rc<dyn Op>> {
    let mut attrs = String::new();
    for (key, value) in given.pairs {
        if !(key.starts_with("__") && key.ends_with("__")) {
            for text in [key, value] {
                attrs.push('\u{1}');
                attrs.push_str(text);
            }
        }
    }
    let said = ask("describe", &attrs, &JsValue::NULL)?.as_string().unwrap_or_default();
    let mut lists = said.split('\u{2}').skip(1).map(list);
    let mut next = || lists.next().unwrap_or_default();
    let (mut inputs, states, outputs, loss) = (next(), next(), next(), next());
    let signature = Signature {
        states: states.len(),
        outputs,
        loss: !loss.is_empty(),
        inputs: {
            inputs.extend(states);
            inputs
        },
    };
    Ok(Rc::new(Custom { attrs, signature }))
}

impl Custom {
    /// Shapes and types of inputs, outputs and states, from what is known of inputs and states.
    fn said(&self, inputs: &[(Option<Shape>, Option<DType>)]) -> Result<Vec<Vec<Spec>>> {
        let mut known = String::new();
        for (shape, dtype) in inputs {
            let sizes = |shape: &Shape| shape.iter().map(usize::to_string).collect::<Vec<_>>().join(",");
            known.push('\u{1}');
            known.push_str(&shape.as_ref().map_or("?".into(), sizes));
            known.push('\u{1}');
            known.push_str(&dtype.map_or("?".into(), |dtype| (dtype as u32).to_string()));
        }
        let said = ask("infer", &self.attrs, &JsValue::from_str(&known))?.as_string().unwrap_or_default();
        let spec = |pair: &[String]| -> Option<Spec> {
            let [shape, dtype] = pair else { return None };
            let sizes = shape.split(',').filter(|size| !size.is_empty()).map(|size| size.parse().ok());
            Some(Spec::new(sizes.collect::<Option<_>>()?, dtype.parse().ok().and_then(DType::from_code)?))
        };
        let lists = said.split('\u{2}').skip(1).map(|part| list(part).chunks(2).filter_map(spec).collect());
        Ok(lists.collect())
    }

    fn run(&self, inputs: Vec<NDArray>) -> Result<Vec<NDArray>> {
        let count = inputs.len() as u32;
        let handles: Vec<u32> = inputs.into_iter().map(slots::insert).collect();
        handles.iter().enumerate().for_each(|(i, &handle)| scratch::set(i, handle));
        let made = ask("run", &self.attrs, &JsValue::from(count))?;
        let made = made.as_f64().unwrap_or(0.0) as usize;
        let outputs: Result<Vec<NDArray>> = (0..made).map(|i| slots::get(scratch::get(i))).collect();
        outputs.and_then(|outputs| match outputs.len() == self.signature.outputs.len() {
            true => Ok(outputs),
            false => Err(Error::value("Custom", "the operator gave another number of outputs than it lists")),
        })
    }
}

impl Op for Custom {
    fn def(&self) -> &'static OpDef {
        &CUSTOM
    }
    fn signature(&self) -> Option<&Signature> {
        Some(&self.signature)
    }
    fn arity(&self) -> Option<usize> {
        Some(self.signature.inputs.len())
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let known: Vec<_> = inputs.iter().map(|spec| (Some(spec.shape.clone()), Some(spec.dtype))).collect();
        let outputs = self.said(&known)?.into_iter().nth(1).unwrap_or_default();
        match outputs.len() == self.signature.outputs.len() {
            true => Ok(outputs),
            false => Err(Error::value("Custom", "the operator infers another number of outputs than it lists")),
        }
    }
    fn complete(&self, inputs: &mut [Option<Shape>]) {
        if inputs.first().is_none_or(Option::is_none) {
            return;
        }
        let known: Vec<_> = inputs.iter().map(|shape| (shape.clone(), Some(DType::Float32))).collect();
        let Ok(said) = self.said(&known) else { return };
        let mut said = said.into_iter();
        let (mut all, states) = (said.next().unwrap_or_default(), said.nth(1).unwrap_or_default());
        all.extend(states);
        for (input, spec) in inputs.iter_mut().zip(all) {
            input.get_or_insert(spec.shape);
        }
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn forward(&self, _: &Run, inputs: &[Array], outputs: &[Array]) -> Result<()> {
        let made = self.run(inputs.iter().map(|x| NDArray::new(x.clone())).collect())?;
        made.iter().zip(outputs).for_each(|(made, output)| output.assign(made.array().clone()));
        Ok(())
    }
    fn expand(&self, inputs: &[NDArray]) -> Result<Option<Vec<NDArray>>> {
        self.run(inputs.to_vec()).map(Some)
    }
}
