//! The allocator: dlmalloc, as std has it, but one that outlives a trap in the middle of its work.
//!
//! The engine's stack may be full in any function, those of the allocator too, and then its lists are as it left them. The
//! memory that they tell of is given up: a new allocator takes what comes after it. What lives there lives on, and is never
//! given back.

use core::alloc::{GlobalAlloc, Layout};
use core::arch::wasm32::memory_size;
use core::cell::{Cell, UnsafeCell};
use core::ptr::copy_nonoverlapping;
use core::sync::atomic::{
    AtomicUsize,
    Ordering::{Acquire, Relaxed, Release},
};
use dlmalloc::Dlmalloc;

const PAGE: usize = 65536;

thread_local! {
    /// Its address names the thread.
    static THREAD: Cell<u8> = const { Cell::new(0) };
}

struct Heap {
    lists: UnsafeCell<Dlmalloc>,
    /// The thread that is in the lists, or 0.
    owner: AtomicUsize,
    /// Where their memory begins.
    start: AtomicUsize,
}

#[global_allocator]
static HEAP: Heap =
    Heap { lists: UnsafeCell::new(Dlmalloc::new()), owner: AtomicUsize::new(0), start: AtomicUsize::new(0) };

// SAFETY: only the owner uses the lists.
unsafe impl Sync for Heap {}

#[inline(always)]
fn this_thread() -> usize {
    THREAD.with(Cell::as_ptr) as usize
}

/// After a trap in this thread: gives up the memory of the allocator if it was left in the middle.
pub fn recover() {
    if HEAP.owner.load(Relaxed) == this_thread() {
        // A full memory ends at 2³², which is no address.
        HEAP.start.store(memory_size(0).saturating_mul(PAGE), Relaxed);
        // SAFETY: this thread is the owner, and what it did with the lists is over.
        unsafe { *HEAP.lists.get() = Dlmalloc::new() };
        HEAP.owner.store(0, Release);
    }
}

impl Heap {
    /// Lets this thread alone at the lists. The main thread of a page must not sleep, so waiting is looking again.
    #[inline(always)]
    fn with<R>(&self, work: impl FnOnce(&mut Dlmalloc) -> R) -> R {
        while self.owner.compare_exchange_weak(0, this_thread(), Acquire, Relaxed).is_err() {
            core::hint::spin_loop();
        }
        // SAFETY: this thread is the owner, and `work` does not allocate.
        let result = work(unsafe { &mut *self.lists.get() });
        self.owner.store(0, Release);
        result
    }

    /// Whether the memory belongs to the lists that there are.
    #[inline(always)]
    fn knows(&self, start: *mut u8) -> bool {
        start as usize >= self.start.load(Relaxed)
    }
}

// Not inlined: kernels, which are compiled for speed, would have a copy wherever they free a list.
// SAFETY: as dlmalloc's. Memory of given-up lists stays as it is for ever.
unsafe impl GlobalAlloc for Heap {
    #[inline(never)]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's, as below.
        self.with(|lists| unsafe { lists.malloc(layout.size(), layout.align()) })
    }
    #[inline(never)]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as above.
        self.with(|lists| unsafe { lists.calloc(layout.size(), layout.align()) })
    }
    #[inline(never)]
    unsafe fn realloc(&self, start: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if self.knows(start) {
            // SAFETY: as above.
            return self.with(|lists| unsafe { lists.realloc(start, layout.size(), layout.align(), size) });
        }
        // SAFETY: as above; what is new overlaps nothing.
        unsafe {
            let moved = self.with(|lists| lists.malloc(size, layout.align()));
            if !moved.is_null() {
                copy_nonoverlapping(start, moved, layout.size().min(size));
            }
            moved
        }
    }
    #[inline(never)]
    unsafe fn dealloc(&self, start: *mut u8, layout: Layout) {
        if self.knows(start) {
            // SAFETY: as above.
            self.with(|lists| unsafe { lists.free(start, layout.size(), layout.align()) });
        }
    }
}
