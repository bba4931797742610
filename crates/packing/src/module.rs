//! The unpacker as a module of its own, with a memory of its own.

use crate::unpack::{MORE, Tables, unpack};
use core::slice;

static mut TABLES: Tables = Tables::EMPTY;

/// Unpacks to behind what is packed, and tells where that is.
///
/// # Safety
/// The `length` bytes must be what packing `size` bytes gave, and the memory must go on for both and [`MORE`] after each. One call
/// at a time.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn run(packed: *mut u8, length: usize, size: usize) -> *mut u8 {
    let out = packed.wrapping_add(length + MORE);
    // SAFETY: the caller's promise.
    let (packed, space, tables) = unsafe {
        (
            slice::from_raw_parts(packed, length + MORE),
            slice::from_raw_parts_mut(out, size + MORE),
            &mut *&raw mut TABLES,
        )
    };
    unpack(packed, space, tables);
    out
}
