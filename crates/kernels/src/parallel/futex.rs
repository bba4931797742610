//! Sleeping until a word changes.

#[cfg(target_arch = "wasm32")]
pub(super) use engine::{wait, wake};
#[cfg(not(target_arch = "wasm32"))]
pub(super) use native::{wait, wake};

/// The engine's own instructions.
#[cfg(target_arch = "wasm32")]
mod engine {
    use core::arch::wasm32::{memory_atomic_notify, memory_atomic_wait32};
    use core::sync::atomic::AtomicU32;

    /// Sleeps unless `word` is no longer `seen`; may wake for no reason.
    pub fn wait(word: &AtomicU32, seen: u32) {
        // SAFETY: the address is that of an aligned word which lives as long as the call.
        unsafe { memory_atomic_wait32(word.as_ptr().cast(), seen as i32, -1) };
    }

    /// Wakes all that sleep on `word`.
    pub fn wake(word: &AtomicU32) {
        // SAFETY: as above.
        unsafe { memory_atomic_notify(word.as_ptr().cast(), u32::MAX) };
    }
}

/// The same by the standard library, so that native tests run the pool.
#[cfg(not(target_arch = "wasm32"))]
mod native {
    use core::sync::atomic::{AtomicU32, Ordering::SeqCst};
    use std::sync::{Condvar, Mutex, PoisonError};

    static LOCK: Mutex<()> = Mutex::new(());
    static CHANGED: Condvar = Condvar::new();

    pub fn wait(word: &AtomicU32, seen: u32) {
        let guard = LOCK.lock().unwrap_or_else(PoisonError::into_inner);
        if word.load(SeqCst) == seen {
            drop(CHANGED.wait(guard));
        }
    }

    pub fn wake(_: &AtomicU32) {
        let _guard = LOCK.lock().unwrap_or_else(PoisonError::into_inner);
        CHANGED.notify_all();
    }
}
