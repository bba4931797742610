//! Working memory of the kernels: buffers kept by the thread and used again, 16-byte aligned.

use bytemuck::Pod;
use core::cell::Cell;
use core::mem::ManuallyDrop;

/// 16 bytes, so that a buffer is aligned for every vector and element.
#[derive(Clone, Copy)]
#[repr(C, align(16))]
struct Block([u8; 16]);

// SAFETY: sixteen bytes without padding, any bit pattern is a value.
unsafe impl bytemuck::Zeroable for Block {}
// SAFETY: as above; `repr(C)` and `Copy`.
unsafe impl Pod for Block {}

thread_local! {
    /// Buffers not in use, the last returned on top: nested calls take different ones. They are not dropped with the thread, for
    /// which they would be registered by code at every use.
    static FREE: Cell<ManuallyDrop<Vec<Vec<Block>>>> = const { Cell::new(ManuallyDrop::new(Vec::new())) };
}

/// Calls `f` with `len` elements of unspecified content (left from earlier calls).
pub(crate) fn with<T: Pod, R>(len: usize, f: impl FnOnce(&mut [T]) -> R) -> R {
    let mut buffer = take((len * size_of::<T>()).div_ceil(16));
    let out = f(&mut bytemuck::cast_slice_mut(&mut buffer)[..len]);
    give(buffer);
    out
}

/// Gives the buffers of this thread back: nobody else does when a thread ends.
pub(crate) fn free() {
    drop(ManuallyDrop::into_inner(FREE.take()));
}

// Apart, because some forty kernels would have copies.

/// A buffer of at least `blocks`: the smallest free one that fits; else in the place of the largest one a new one.
#[inline(never)]
fn take(blocks: usize) -> Vec<Block> {
    let mut free = FREE.take();
    let fits = (0..free.len()).filter(|&i| free[i].len() >= blocks).min_by_key(|&i| free[i].len());
    let pick = fits.or_else(|| (0..free.len()).max_by_key(|&i| free[i].len()));
    let found = pick.map_or_else(Vec::new, |i| free.swap_remove(i));
    FREE.set(free);
    if found.len() >= blocks { found } else { vec![Block([0; 16]); blocks] }
}

/// Takes a buffer back.
#[inline(never)]
fn give(buffer: Vec<Block>) {
    let mut free = FREE.take();
    free.push(buffer);
    FREE.set(free);
}
