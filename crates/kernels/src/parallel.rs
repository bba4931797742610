//! Threads, if the caller has any: kernels cut their work into blocks, and whoever runs them says who takes these.
//!
//! A caller installs a [`Parallel`] for its thread; without one everything runs in turn, on the caller. Blocks are cut by
//! the sizes of the work alone and never share a sum, so that results are the same bits with any number of threads.
//!
//! Every block is a call through a pointer. That matters in V8: it gives a function that runs for ever no better code
//! than it began with, so a worker must come back to its loop, and the loop call the kernel anew.

mod futex;
mod pool;

pub use pool::{POOL, Pool};

use core::cell::Cell;
use core::marker::PhantomData;
use core::ops::Range;

/// What a block of work is: a function of the block's number.
pub type Job<'a> = &'a (dyn Fn(usize) + Sync);

/// Whoever runs blocks of work.
pub trait Parallel: Sync {
    /// How many threads take blocks, the caller's included.
    fn threads(&self) -> usize;
    /// Calls `job` with each number below `blocks` once, in any order, and returns when all calls have returned.
    fn run(&self, blocks: usize, job: Job<'_>);
}

thread_local! {
    static CURRENT: Cell<Option<&'static dyn Parallel>> = const { Cell::new(None) };
}

/// Says who runs blocks of work that this thread's kernels cut; gives who did before.
pub fn install(parallel: Option<&'static dyn Parallel>) -> Option<&'static dyn Parallel> {
    CURRENT.replace(parallel)
}

/// After a trap in this thread's kernels: waits for who helps them, and installs the pool again.
pub fn recover() {
    POOL.recover();
    install((POOL.workers() > 0).then_some(&POOL));
}

/// How many threads run the blocks of this thread's kernels.
pub fn threads() -> usize {
    CURRENT.get().map_or(1, Parallel::threads)
}

/// Calls `job` with each number below `blocks`. Blocks that cut their work again run it in turn.
pub(crate) fn run(blocks: usize, job: Job<'_>) {
    struct Restore(Option<&'static dyn Parallel>);
    impl Drop for Restore {
        fn drop(&mut self) {
            CURRENT.set(self.0);
        }
    }
    let current = Restore(CURRENT.take());
    match current.0 {
        Some(parallel) if blocks > 1 && parallel.threads() > 1 => parallel.run(blocks, job),
        _ => (0..blocks).for_each(job),
    }
}

/// Work below this many operations stays on one thread: handing it over costs some microseconds.
pub(crate) const WORTH: usize = 1 << 20;
/// Operations a block: small enough that nobody waits long for the last one.
const BLOCK: usize = 1 << 18;

/// What an element costs in operations: memory is what is slow, so it is as many as a product does meanwhile.
pub(crate) const ELEMENT: usize = 8;
/// Elementwise work is cut at multiples of this many elements, so that all vectors but the last are whole.
pub(crate) const MOST_LANES: usize = 4;

/// Calls `job` with ranges that cover `0..len`, each but the last a multiple of `unit`; an element costs `cost`
/// operations. Small work, and all work of a lone thread, is one range.
pub(crate) fn ranges(len: usize, unit: usize, cost: usize, job: &(dyn Fn(Range<usize>) + Sync)) {
    if len.saturating_mul(cost) < WORTH || threads() == 1 {
        return job(0..len);
    }
    let step = (BLOCK / cost.max(1)).max(1).next_multiple_of(unit.max(1));
    run(len.div_ceil(step), &|i| job(i * step..len.min((i + 1) * step)));
}

/// As [`ranges`] over the rows (of `row` elements) of `y`: `job` gets the first row and the rows themselves. A row costs
/// `cost` operations; a rest of `y` beyond the last whole row is left alone.
pub(crate) fn rows<T: Send>(y: &mut [T], row: usize, cost: usize, job: &(dyn Fn(usize, &mut [T]) + Sync)) {
    let count = y.len().checked_div(row).unwrap_or(0);
    let y = Shared::new(y);
    ranges(count, 1, cost, &|rows| {
        // SAFETY: ranges do not overlap.
        let part = unsafe { y.part(rows.start * row..rows.end * row) };
        job(rows.start, part);
    });
}

/// A function of the same range of inputs and outputs.
type OnElements<'a, T, const K: usize, const M: usize> = &'a (dyn Fn([&[T]; K], [&mut [T]; M]) + Sync);

/// Calls `job` with the same ranges of inputs and outputs, all of one length; an element costs `cost` operations.
pub(crate) fn elements<T: Send + Sync, const K: usize, const M: usize>(
    xs: [&[T]; K],
    ys: [&mut [T]; M],
    cost: usize,
    job: OnElements<'_, T, K, M>,
) {
    let len = ys[0].len();
    if len.saturating_mul(cost) < WORTH || threads() == 1 {
        return job(xs, ys);
    }
    let ys = ys.map(Shared::new);
    ranges(len, MOST_LANES, cost, &|range| {
        // SAFETY: ranges do not overlap.
        job(xs.map(|x| &x[range.clone()]), ys.each_ref().map(|y| unsafe { y.part(range.clone()) }));
    });
}

/// A mutable slice of which threads take different parts.
pub(crate) struct Shared<'a, T> {
    start: *mut T,
    len: usize,
    slice: PhantomData<&'a mut [T]>,
}

// SAFETY: it gives out parts only, and whoever asks for one answers for nobody else having it.
unsafe impl<T: Send> Sync for Shared<'_, T> {}
// SAFETY: as a mutable slice is.
unsafe impl<T: Send> Send for Shared<'_, T> {}

impl<'a, T> Shared<'a, T> {
    /// Takes a slice to share.
    pub fn new(slice: &'a mut [T]) -> Self {
        Shared { start: slice.as_mut_ptr(), len: slice.len(), slice: PhantomData }
    }

    /// A part of the slice.
    ///
    /// # Safety
    /// No part that overlaps it may be in use.
    ///
    /// # Panics
    /// If it leads outside the slice.
    #[inline(always)]
    #[allow(clippy::mut_from_ref)] // that is what sharing means; see the contract
    pub unsafe fn part(&self, range: Range<usize>) -> &'a mut [T] {
        assert!(range.start <= range.end && range.end <= self.len, "a part leads outside its slice");
        // SAFETY: inside the slice by the assertion, and nobody else uses it by the contract.
        unsafe { core::slice::from_raw_parts_mut(self.start.add(range.start), range.end - range.start) }
    }

    /// Where an element is, of which the caller will write some as far as `reach` elements on.
    ///
    /// # Panics
    /// If these lead outside the slice.
    #[inline(always)]
    pub fn pointer(&self, start: usize, reach: usize) -> *mut T {
        assert!(start + reach <= self.len, "a pointer leads outside its slice");
        self.start.wrapping_add(start)
    }
}
