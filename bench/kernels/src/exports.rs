//! What the module exports: the cases by number.

use crate::{Case, cases};
use std::cell::RefCell;

thread_local! {
    static CASES: RefCell<Vec<Case>> = RefCell::new(cases());
}

/// What `f` makes of a case.
fn with<R>(case: usize, f: impl FnOnce(&mut Case) -> R) -> R {
    CASES.with_borrow_mut(|cases| f(&mut cases[case]))
}

/// How many cases there are.
#[unsafe(no_mangle)]
pub extern "C" fn count() -> usize {
    CASES.with_borrow(Vec::len)
}

/// Where the name of a case is.
#[unsafe(no_mangle)]
pub extern "C" fn name(case: usize) -> *const u8 {
    with(case, |case| case.name.as_ptr())
}

/// How many bytes it has.
#[unsafe(no_mangle)]
pub extern "C" fn name_length(case: usize) -> usize {
    with(case, |case| case.name.len())
}

/// Floating point operations of a run, 0 where bytes count.
#[unsafe(no_mangle)]
pub extern "C" fn flops(case: usize) -> f64 {
    with(case, |case| case.flops)
}

/// Bytes that a run reads and writes, 0 where operations count.
#[unsafe(no_mangle)]
pub extern "C" fn bytes(case: usize) -> f64 {
    with(case, |case| case.bytes)
}

/// Runs a case once.
#[unsafe(no_mangle)]
pub extern "C" fn run(case: usize) {
    with(case, |case| (case.run)());
}

/// See [`kernels::relaxed::use_relaxed`].
///
/// # Safety
/// As there.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn use_relaxed(first: usize) {
    // SAFETY: the caller's promise.
    unsafe { kernels::relaxed::use_relaxed(first) }
}
