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
    let blocks = (len * size_of::<T>()).div_ceil(16);
    let mut free = FREE.take();
    let mut buffer = take_fitting(&mut free, blocks);
    FREE.set(free);
    if buffer.len() < blocks {
        buffer = vec![Block([0; 16]); blocks];
    }
    let out = f(&mut bytemuck::cast_slice_mut(&mut buffer)[..len]);
    let mut free = FREE.take();
    free.push(buffer);
    FREE.set(free);
    out
}

/// Gives the buffers of this thread back: nobody else does when a thread ends.
pub(crate) fn free() {
    drop(ManuallyDrop::into_inner(FREE.take()));
}

/// The smallest free buffer of at least `blocks`, else the largest one (to be replaced), else an empty one.
fn take_fitting(free: &mut Vec<Vec<Block>>, blocks: usize) -> Vec<Block> {
    let fits = (0..free.len()).filter(|&i| free[i].len() >= blocks).min_by_key(|&i| free[i].len());
    let pick = fits.or_else(|| (0..free.len()).max_by_key(|&i| free[i].len()));
    pick.map_or_else(Vec::new, |i| free.swap_remove(i))
}
