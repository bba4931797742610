//! The one place where errors of the core become exceptions of the host.

use cells::{Lasting, Local, RefCell};
use js_sys::Function;
use mxgrad_core::autograd::state;
use mxgrad_core::{Error, ErrorKind};
use wasm_bindgen::prelude::*;

/// What exported functions return.
pub type JsResult<T> = Result<T, JsValue>;

thread_local! {
    static FACTORY: Lasting<RefCell<Option<Function>>> = const { Lasting::new(RefCell::new(None)) };
    static THROWN: Lasting<RefCell<Option<JsValue>>> = const { Lasting::new(RefCell::new(None)) };
}

/// Tells the function that makes an exception from a message.
#[wasm_bindgen]
pub fn set_error_factory(factory: Function) {
    FACTORY.with(|known| known.replace(Some(factory)));
}

/// The exception for an error. What a host callback threw is thrown again as it was.
pub fn throw(error: Error) -> JsValue {
    if *error.kind() == ErrorKind::Host
        && let Some(thrown) = THROWN.with(|kept| kept.take())
    {
        return thrown;
    }
    let message = JsValue::from_str(&error.to_string());
    match FACTORY.with_borrow(Clone::clone) {
        Some(factory) => factory.call1(&JsValue::NULL, &message).unwrap_or(message),
        None => message,
    }
}

/// Runs a callback of the host. Keeps what it throws until the error reaches the host again.
pub fn ask_host(callback: impl FnOnce() -> JsResult<JsValue>) -> Result<JsValue, Error> {
    state::outside(callback).map_err(|thrown| {
        THROWN.with(|kept| kept.replace(Some(thrown)));
        Error::new(ErrorKind::Host)
    })
}
