//! The functions of the second module, which has relaxed vector instructions: what `tile::relaxed` exports stands in the
//! table of functions, one behind the other in the order of the names, and is called through it.

use core::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// Where the functions begin in the table, or 0 while there are none to use.
static FIRST: AtomicUsize = AtomicUsize::new(0);

/// Takes the functions that stand in the table of functions from `first` on, or this crate's own for 0.
///
/// # Safety
/// The functions must be there, in every thread, and be what `tile::relaxed` exports, in the order of their names.
pub unsafe fn use_relaxed(first: usize) {
    FIRST.store(first, Relaxed);
}

/// Numbers of functions: the tiles of matrix products of `f64`, see [`crate::gemm::tile`].
pub(crate) const DOUBLES: usize = 0;
/// `exponential::exp`.
pub(crate) const EXP: usize = 5;
/// `exponential::minus_one`.
pub(crate) const EXP_MINUS_ONE: usize = 6;
/// `exponential::sum`.
pub(crate) const EXP_SUM: usize = 7;
/// The tiles of `f32`.
pub(crate) const SINGLES: usize = 8;
/// The gradient of `window` for stride 1; that for stride 2 follows.
pub(crate) const WINDOW_GRADIENT: usize = 13;
/// The sums of `window`, in the same way.
pub(crate) const WINDOW_SUMS: usize = 15;

/// The function of this number, if it is to be used.
///
/// # Safety
/// `F` must be its type, a pointer to a function.
pub(crate) unsafe fn function<F: Copy>(number: usize) -> Option<F> {
    assert_eq!(size_of::<F>(), size_of::<usize>());
    match FIRST.load(Relaxed) {
        0 => None,
        // SAFETY: a pointer to a function is an index of the table, and `use_relaxed` was promised what stands there.
        first => Some(unsafe { core::mem::transmute_copy::<usize, F>(&(first + number)) }),
    }
}
