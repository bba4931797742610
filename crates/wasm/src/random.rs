//! Seeding, and the random numbers that are not made by operators.

use crate::error::{JsResult, throw};
use cells::{Lasting, Local, RefCell};
use mxgrad_core::Error;
use mxgrad_core::random::{RandomError, RandomState, with_streams};
use mxgrad_core::text::parse_f32;
use wasm_bindgen::prelude::*;

thread_local! {
    /// NumPy's generator, for the host's data iterators and samplers. Nothing here may use entropy, so it starts at seed 0.
    static NUMPY: Lasting<RefCell<RandomState>> = Lasting::new(RefCell::new(RandomState::new(0)));
}

fn refused(what: &'static str) -> impl Fn(RandomError) -> JsValue {
    move |error| throw(Error::value(what, error.to_string()))
}

/// Seeds the streams; with `device`, as MXNet's `seed(n, ctx=…)` does.
#[wasm_bindgen]
pub fn random_seed(seed: u32, device: bool) {
    with_streams(|streams| if device { streams.seed_ctx(i64::from(seed)) } else { streams.seed(i64::from(seed)) });
}

/// `count` zeros and ones, ones with the probability that the text says, as MXNet's `npx.random.bernoulli` draws them.
#[wasm_bindgen]
pub fn random_bernoulli(count: usize, prob: &str) -> JsResult<Vec<u8>> {
    let prob = parse_f32(prob).map_err(|e| throw(Error::value("random.bernoulli", e.to_string())))?;
    let mut out = vec![false; count];
    with_streams(|streams| streams.np_bernoulli(prob, &mut out)).map_err(refused("random.bernoulli"))?;
    Ok(out.into_iter().map(u8::from).collect())
}

/// `numpy.random.seed(seed)`
#[wasm_bindgen]
pub fn numpy_seed(seed: u32) {
    NUMPY.with_borrow_mut(|numpy| numpy.seed(seed));
}

/// `numpy.random.permutation(count)`: the order in which a shuffle puts `count` items, too.
#[wasm_bindgen]
pub fn numpy_permutation(count: u32) -> Vec<u32> {
    let order = NUMPY.with_borrow_mut(|numpy| numpy.permutation(count as usize));
    order.into_iter().map(|i| i as u32).collect()
}

/// `numpy.random.uniform(low, high, count)`
#[wasm_bindgen]
pub fn numpy_uniform(low: f64, high: f64, count: usize) -> Vec<f64> {
    NUMPY.with_borrow_mut(|numpy| (0..count).map(|_| numpy.uniform(low, high)).collect())
}

/// `numpy.random.normal(loc, scale, count)`
#[wasm_bindgen]
pub fn numpy_normal(loc: f64, scale: f64, count: usize) -> Vec<f64> {
    NUMPY.with_borrow_mut(|numpy| (0..count).map(|_| numpy.normal(loc, scale)).collect())
}

/// `numpy.random.randint(low, high, count, dtype=int64)`
#[wasm_bindgen]
pub fn numpy_randint(low: i64, high: i64, count: usize) -> JsResult<Vec<i64>> {
    let draws: Result<_, _> = NUMPY.with_borrow_mut(|numpy| (0..count).map(|_| numpy.randint(low, high)).collect());
    draws.map_err(refused("np.random.randint"))
}
