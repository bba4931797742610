//! Workers that take blocks of one caller's work.
//!
//! A job is a pointer and a number of blocks that are left. Everybody, the caller included, takes blocks by counting that
//! number down, so a worker that comes late finds nothing to do and keeps nobody waiting. The caller never sleeps (the
//! main thread of a page must not): it waits for the blocks that others have begun.

use super::{Job, Parallel, futex};
use core::ptr::null_mut;
use core::sync::atomic::{
    AtomicBool, AtomicPtr, AtomicU32,
    Ordering::{AcqRel, Acquire, Relaxed, Release, SeqCst},
};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

/// How often a worker looks for more work before it sleeps: some tens of microseconds, in which the next operator comes in a
/// loop of them. To wake it takes as long.
const PATIENCE: usize = 20_000;

/// A caller's job and the workers that help with it. Only one thread may be the caller.
pub struct Pool {
    /// Points at the caller's job while it runs.
    job: AtomicPtr<Job<'static>>,
    /// Blocks of the job, while it runs.
    blocks: AtomicU32,
    /// Whether the caller is in a block.
    in_block: AtomicBool,
    /// Blocks that nobody has taken.
    left: AtomicU32,
    /// Blocks that are done.
    done: AtomicU32,
    /// Whether a block panicked, or the thread that had it is no more.
    failed: AtomicBool,
    /// Changes when there is something to do: what workers sleep on.
    signal: AtomicU32,
    sleeping: AtomicU32,
    /// How many workers there are, by the caller's word.
    workers: AtomicU32,
    /// Whether workers are to leave.
    closed: AtomicBool,
}

/// The pool of the process.
pub static POOL: Pool = Pool::new();

impl Default for Pool {
    fn default() -> Self {
        Self::new()
    }
}

impl Pool {
    /// A pool without workers.
    pub const fn new() -> Self {
        Pool {
            job: AtomicPtr::new(null_mut()),
            blocks: AtomicU32::new(0),
            in_block: AtomicBool::new(false),
            left: AtomicU32::new(0),
            done: AtomicU32::new(0),
            failed: AtomicBool::new(false),
            signal: AtomicU32::new(0),
            sleeping: AtomicU32::new(0),
            workers: AtomicU32::new(0),
            closed: AtomicBool::new(false),
        }
    }

    /// What a worker does until the pool is closed: helps with one job after the other, and sleeps in between.
    pub fn work(&self) {
        while !self.closed.load(Acquire) {
            // Read before looking for work: whatever comes after it is seen as a change.
            let seen = self.signal.load(SeqCst);
            drop(self.help(&AtomicBool::new(false)));
            let changed = || self.signal.load(Relaxed) != seen;
            if !(0..PATIENCE).any(|_| {
                core::hint::spin_loop();
                changed()
            }) {
                self.sleeping.fetch_add(1, SeqCst);
                futex::wait(&self.signal, seen);
                self.sleeping.fetch_sub(1, SeqCst);
            }
        }
        crate::gemm::scratch::free();
    }

    /// Takes blocks until none is left, and tells when it is in one; gives the last panic of one.
    fn help(&self, in_block: &AtomicBool) -> Option<Box<dyn core::any::Any + Send>> {
        let mut panic = None;
        let take = |left: u32| left.checked_sub(1);
        while let Ok(left) = self.left.fetch_update(AcqRel, Acquire, take) {
            in_block.store(true, Relaxed);
            // SAFETY: a block was left, so the job is not done, and its caller waits with it until this one is.
            let job = unsafe { *self.job.load(Acquire) };
            if let Err(payload) = catch_unwind(AssertUnwindSafe(|| job(left as usize - 1))) {
                self.failed.store(true, SeqCst);
                panic = Some(payload);
            }
            in_block.store(false, Relaxed);
            self.done.fetch_add(1, Release);
        }
        panic
    }

    /// How many workers there are.
    pub fn workers(&self) -> usize {
        self.workers.load(SeqCst) as usize
    }

    /// Counts on this many workers, who may come to [`Pool::work`] later.
    pub fn open(&self, workers: u32) {
        self.closed.store(false, SeqCst);
        self.workers.store(workers, SeqCst);
    }

    /// Counts on nobody any more, and tells all workers to leave.
    pub fn close(&self) {
        self.workers.store(0, SeqCst);
        self.closed.store(true, SeqCst);
        self.signal.fetch_add(1, SeqCst);
        futex::wake(&self.signal);
    }

    /// To be called by the caller of a job that ended in a trap: takes what is left of it, and waits for those who are in it.
    pub fn recover(&self) {
        let blocks = self.blocks.swap(0, Relaxed);
        let own = u32::from(self.in_block.swap(false, Relaxed));
        if blocks > 0 {
            let taken = blocks - self.left.swap(0, AcqRel) - own;
            while self.done.load(Acquire) < taken {
                core::hint::spin_loop();
            }
        }
    }

    /// To be called by a worker that trapped in a block: its caller gets a panic instead of waiting for ever.
    pub fn bury(&self) {
        self.failed.store(true, SeqCst);
        self.done.fetch_add(1, Release);
    }
}

impl Parallel for Pool {
    fn threads(&self) -> usize {
        self.workers() + 1
    }

    fn run(&self, blocks: usize, job: Job<'_>) {
        let blocks = u32::try_from(blocks).expect("fewer than 2^32 blocks");
        // SAFETY: only the lifetime changes; the job is not called after this function returns.
        let job: Job<'static> = unsafe { core::mem::transmute(job) };
        self.job.store((&raw const job).cast_mut(), Release);
        self.blocks.store(blocks, Relaxed);
        self.done.store(0, Relaxed);
        self.failed.store(false, Relaxed);
        self.left.store(blocks, Release);
        self.signal.fetch_add(1, SeqCst);
        if self.sleeping.load(SeqCst) > 0 {
            futex::wake(&self.signal);
        }
        let panic = self.help(&self.in_block);
        while self.done.load(Acquire) < blocks {
            core::hint::spin_loop();
        }
        self.blocks.store(0, Relaxed);
        if let Some(payload) = panic {
            resume_unwind(payload);
        }
        assert!(!self.failed.load(SeqCst), "a thread failed in a kernel");
    }
}
