//! Memory of arrays: 16-byte aligned buffers that are pooled by size class and counted.

use crate::error::{Error, ErrorKind, Result};
use cells::{Lasting, Local, Ref, RefCell, RefMut};
use std::cell::Cell;

/// One block of a buffer; its alignment is what SIMD loads like best.
type Block = u128;
const BLOCK: usize = size_of::<Block>();
/// Freed buffers kept for reuse beyond this many bytes go back to the allocator.
const POOL_LIMIT: usize = 128 << 20;

/// How much memory arrays use.
#[derive(Clone, Copy, Default, Debug, PartialEq)]
pub struct Usage {
    /// Bytes in buffers that arrays hold.
    pub bytes: usize,
    /// The most there ever were.
    pub peak: usize,
    /// Bytes in freed buffers kept for reuse.
    pub pooled: usize,
}

#[derive(Default)]
struct Pool {
    /// Free buffers by size class.
    free: Vec<Vec<Vec<Block>>>,
    usage: Usage,
}

thread_local! {
    static POOL: Lasting<RefCell<Pool>> = Lasting::default();
    static LIMIT: Cell<usize> = const { Cell::new(POOL_LIMIT) };
}

/// The memory in use by this thread's arrays.
pub fn usage() -> Usage {
    POOL.with_borrow(|pool| pool.usage)
}

/// Starts counting the peak anew.
pub fn reset_peak() {
    POOL.with_borrow_mut(|pool| pool.usage.peak = pool.usage.bytes);
}

/// Gives all pooled buffers back to the allocator.
pub fn trim() {
    POOL.with_borrow_mut(|pool| {
        pool.free.clear();
        pool.usage.pooled = 0;
    });
}

/// The size class for `blocks` blocks, and how many blocks its buffers have: four classes an octave.
fn class_of(blocks: usize) -> (usize, usize) {
    if blocks <= 4 {
        return (blocks, blocks);
    }
    let octave = blocks.ilog2() as usize;
    let step = 1usize << (octave - 2);
    let steps = (blocks - (1 << octave)).div_ceil(step);
    (octave * 4 + steps - 3, (1 << octave) + steps * step)
}

/// An owned, pooled piece of memory.
#[derive(Debug)]
struct Buffer {
    blocks: Vec<Block>,
    bytes: usize,
}

impl Buffer {
    /// A buffer of at least `bytes` bytes, contents arbitrary (zero when `zero`).
    fn new(bytes: usize, zero: bool) -> Result<Buffer> {
        let used = bytes.div_ceil(BLOCK);
        let (class, blocks) = class_of(used);
        let pooled = POOL.with_borrow_mut(|pool| {
            let found = pool.free.get_mut(class).and_then(Vec::pop);
            if found.is_some() {
                pool.usage.pooled -= blocks * BLOCK;
            }
            found
        });
        let blocks = match pooled {
            Some(mut old) => {
                if zero {
                    old[..used].fill(0);
                }
                old
            }
            None => allocate(blocks).or_else(|_| {
                trim();
                allocate(blocks).map_err(|_| Error::new(ErrorKind::OutOfMemory { bytes }))
            })?,
        };
        POOL.with_borrow_mut(|pool| {
            pool.usage.bytes += blocks.len() * BLOCK;
            pool.usage.peak = pool.usage.peak.max(pool.usage.bytes);
        });
        Ok(Buffer { blocks, bytes })
    }
}

fn allocate(blocks: usize) -> std::result::Result<Vec<Block>, std::collections::TryReserveError> {
    let mut fresh = Vec::new();
    fresh.try_reserve_exact(blocks)?;
    fresh.resize(blocks, 0);
    Ok(fresh)
}

impl Drop for Buffer {
    fn drop(&mut self) {
        let blocks = std::mem::take(&mut self.blocks);
        POOL.with_borrow_mut(|pool| {
            let bytes = blocks.len() * BLOCK;
            pool.usage.bytes -= bytes;
            if bytes > 0 && pool.usage.pooled + bytes <= LIMIT.get() {
                let (class, _) = class_of(blocks.len());
                if pool.free.len() <= class {
                    pool.free.resize_with(class + 1, Vec::new);
                }
                pool.free[class].push(blocks);
                pool.usage.pooled += bytes;
            }
        });
    }
}

/// The memory of one or several arrays (views share it).
#[derive(Debug)]
pub struct Storage {
    buffer: RefCell<Buffer>,
    /// Changes whenever the memory may have been written.
    version: Cell<u32>,
}

impl Storage {
    /// Memory for `bytes` bytes with arbitrary contents.
    pub fn new(bytes: usize) -> Result<Storage> {
        Ok(Storage { buffer: RefCell::new(Buffer::new(bytes, false)?), version: Cell::new(0) })
    }

    /// Memory for `bytes` bytes, all zero.
    pub fn zeroed(bytes: usize) -> Result<Storage> {
        Ok(Storage { buffer: RefCell::new(Buffer::new(bytes, true)?), version: Cell::new(0) })
    }

    /// Its size in bytes.
    pub fn bytes(&self) -> usize {
        self.buffer.borrow().bytes
    }

    /// A number that changes whenever the memory may have been written.
    pub fn version(&self) -> u32 {
        self.version.get()
    }

    /// The memory as elements.
    pub fn read<T: bytemuck::Pod>(&self) -> Ref<'_, [T]> {
        Ref::map(self.buffer.borrow(), |b| &bytemuck::cast_slice(&b.blocks)[..b.bytes / size_of::<T>()])
    }

    /// The memory as elements to write. Panics while it is read elsewhere: the caller makes sure that outputs never
    /// share memory with inputs.
    pub fn write<T: bytemuck::Pod>(&self) -> RefMut<'_, [T]> {
        self.version.set(self.version.get().wrapping_add(1));
        RefMut::map(self.buffer.borrow_mut(), |b| {
            let n = b.bytes / size_of::<T>();
            &mut bytemuck::cast_slice_mut(&mut b.blocks)[..n]
        })
    }

    /// Exchanges the contents of two memories of the same size without copying.
    pub fn swap(&self, other: &Storage) {
        debug_assert_eq!(self.bytes(), other.bytes());
        self.version.set(self.version.get().wrapping_add(1));
        other.version.set(other.version.get().wrapping_add(1));
        self.buffer.swap(&other.buffer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_grow_by_at_most_a_quarter() {
        let mut last = (0, 0);
        for blocks in 1..5000 {
            let (class, size) = class_of(blocks);
            assert!(size >= blocks && size * 4 <= blocks * 5 + 4, "{blocks} -> {size}");
            assert!(
                class == last.0 && size == last.1 || class == last.0 + 1 || blocks == 5,
                "{blocks}: {class} {last:?}"
            );
            assert_eq!(class_of(size), (class, size));
            last = (class, size);
        }
    }

    #[test]
    fn freed_memory_is_reused() {
        let before = usage().bytes;
        drop(Storage::new(1 << 20).unwrap());
        assert_eq!(usage().bytes, before);
        assert!(usage().pooled >= 1 << 20);
        let again = Storage::zeroed(1 << 20).unwrap();
        assert!(again.read::<u8>().iter().all(|&b| b == 0));
    }

    #[test]
    fn too_much_is_an_error() {
        let error = Storage::new(usize::MAX / 4).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::OutOfMemory { .. }));
    }
}
