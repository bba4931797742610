//! Seeding.

use mxgrad_core::random::with_streams;
use wasm_bindgen::prelude::*;

/// Seeds the streams; with `device`, as MXNet's `seed(n, ctx=…)` does.
#[wasm_bindgen]
pub fn random_seed(seed: u32, device: bool) {
    with_streams(|streams| if device { streams.seed_ctx(i64::from(seed)) } else { streams.seed(i64::from(seed)) });
}
