//! What makes the library work on after a trap, which is what a panic or a full stack is here: nothing is unwound.

use mxgrad_core::autograd::state;
use mxgrad_core::parallel;
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use wasm_bindgen::prelude::*;

/// Called by the host after a trap, when the stack is what it was before the call that trapped. Arrays that were made in the
/// call are lost. Tells whether the memory is sound; else nothing may be called any more.
#[wasm_bindgen]
pub fn recover() -> bool {
    // SAFETY: the frames that borrowed are no more, and those below a callback of the host borrow nothing: see `lib.rs`.
    unsafe { cells::forget_borrows() };
    state::recover();
    parallel::recover();
    !ALLOCATING.get()
}

thread_local! {
    static ALLOCATING: Cell<bool> = const { Cell::new(false) };
}

/// The system's allocator, which tells whether it was left in the middle of its work.
struct Watched;

#[global_allocator]
static ALLOCATOR: Watched = Watched;

#[inline(always)]
fn watched<R>(work: impl FnOnce() -> R) -> R {
    ALLOCATING.set(true);
    let result = work();
    ALLOCATING.set(false);
    result
}

// SAFETY: as the system's.
unsafe impl GlobalAlloc for Watched {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's, as below.
        watched(|| unsafe { System.alloc(layout) })
    }
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as above.
        watched(|| unsafe { System.alloc_zeroed(layout) })
    }
    unsafe fn realloc(&self, start: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: as above.
        watched(|| unsafe { System.realloc(start, layout, size) })
    }
    unsafe fn dealloc(&self, start: *mut u8, layout: Layout) {
        // SAFETY: as above.
        watched(|| unsafe { System.dealloc(start, layout) });
    }
}
