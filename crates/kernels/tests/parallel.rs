//! Threads change no bit of a result, and a failing block harms nobody but its caller.

use kernels::binary::{self, Binary};
use kernels::conv::{self, Conv};
use kernels::norm::{self, Channels};
use kernels::parallel::{self, Parallel, Pool};
use kernels::pool::{self, Kind};
use kernels::unary::{self, Unary};
use kernels::{gemm, softmax};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// A pool with three workers, which this thread's kernels use until it is dropped.
struct Crew {
    pool: &'static Pool,
    workers: Vec<JoinHandle<()>>,
}

impl Crew {
    fn hire() -> Self {
        let pool: &'static Pool = Box::leak(Box::default());
        pool.open(3);
        let workers = (0..3).map(|_| thread::spawn(|| pool.work())).collect();
        assert!(parallel::install(Some(pool)).is_none());
        Crew { pool, workers }
    }
}

impl Drop for Crew {
    fn drop(&mut self) {
        parallel::install(None);
        self.pool.close();
        self.workers.drain(..).for_each(|worker| worker.join().expect("a worker ends well"));
    }
}

fn numbers(len: usize) -> Vec<f32> {
    let mut state = 0x2545_f491_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as f32 / (1 << 23) as f32 - 1.0
    };
    (0..len).map(|_| next()).collect()
}

/// What `f` writes on one thread and on four must be the same bits; it must have been shared out, too.
fn same_bits(what: &str, len: usize, f: impl Fn(&mut [f32])) {
    let mut one = numbers(len);
    f(&mut one);
    let crew = Crew::hire();
    for _ in 0..3 {
        let mut four = numbers(len);
        f(&mut four);
        let differ = one.iter().zip(&four).filter(|(a, b)| a.to_bits() != b.to_bits()).count();
        assert_eq!(differ, 0, "{what}: elements that differ");
    }
    drop(crew);
}

/// Counts the jobs it is given and runs them in turn.
struct Count(AtomicUsize);

impl Parallel for Count {
    fn threads(&self) -> usize {
        2
    }
    fn run(&self, blocks: usize, job: parallel::Job<'_>) {
        assert!(blocks > 1);
        self.0.fetch_add(1, SeqCst);
        (0..blocks).for_each(job);
    }
}

/// How many jobs `f` hands to a [`Parallel`].
fn jobs(f: impl FnOnce()) -> usize {
    let count: &'static Count = Box::leak(Box::new(Count(AtomicUsize::new(0))));
    parallel::install(Some(count));
    f();
    parallel::install(None);
    count.0.load(SeqCst)
}

fn product((ta, tb): (bool, bool), (m, n, k): (usize, usize, usize), c: &mut [f32]) {
    let (a, b) = (numbers(m * k), numbers(k * n));
    gemm::gemm(ta, tb, m, n, k, 0.5, &a, if ta { m } else { k }, &b, if tb { k } else { n }, 2.0, c, n);
}

#[test]
fn products() {
    // Rows with a shared block of B, whole blocks of columns, few columns a piece, odd remainders, products with vectors.
    for size in [(130, 131, 70), (300, 515, 300), (40, 2100, 65), (20, 500, 301), (1031, 1, 1027), (1030, 5, 517)] {
        for flags in [(false, false), (false, true), (true, false), (true, true)] {
            same_bits(&format!("gemm {size:?} {flags:?}"), size.0 * size.1, |c| product(flags, size, c));
        }
    }
    assert!(jobs(|| product((false, false), (130, 131, 70), &mut [0.0; 130 * 131])) > 0);
    assert_eq!(jobs(|| product((false, false), (30, 30, 30), &mut [0.0; 900])), 0, "small work stays on one thread");
}

#[test]
fn batches_of_products() {
    let (batch, m, n, k) = (70, 20, 24, 30);
    let (a, b) = (numbers(batch * m * k), numbers(batch * k * n));
    same_bits("batch_gemm", batch * m * n, |c| {
        gemm::batch_gemm(batch, false, true, m, n, k, 1.0, &a, k, m * k, &b, k, k * n, 1.0, c, n, m * n);
    });
}

fn convolution(groups: usize, channels: usize, stride: usize, size: usize) -> Conv {
    let out = (size + 2 - 3) / stride + 1;
    Conv {
        batch: 3,
        in_channels: channels,
        out_channels: channels,
        groups,
        spatial: 2,
        in_size: [1, size, size],
        kernel: [1, 3, 3],
        stride: [1, stride, stride],
        dilate: [1; 3],
        pad: [0, 1, 1],
        out_size: [1, out, out],
        plain: false,
        rectify: false,
    }
}

#[test]
fn convolutions() {
    for (groups, channels, stride, size) in [(1, 24, 1, 33), (2, 24, 2, 41), (48, 48, 1, 40), (48, 48, 2, 51)] {
        let g = convolution(groups, channels, stride, size);
        let (x_len, y_len) = (3 * channels * size * size, 3 * channels * g.out_size.iter().product::<usize>());
        let w_len = channels * channels / groups * 9;
        let (x, w, dy, bias) = (numbers(x_len), numbers(w_len), numbers(y_len), numbers(channels));
        same_bits("convolution", y_len, |y| conv::forward(&g, &x, &w, Some(&bias), y));
        same_bits("its data gradient", x_len, |dx| conv::backward_data(&g, &dy, &w, dx));
        same_bits("its weight gradient", w_len, |dw| conv::backward_weight(&g, &x, &dy, dw));
    }
}

#[test]
fn elementwise() {
    let len = 300_007;
    let (a, b) = (numbers(len), numbers(len));
    same_bits("exp", len, |y| unary::apply(Unary::Exp, &a, y));
    same_bits("add", len, |y| binary::apply(Binary::Add, &a, &b, y));
    same_bits("scalar", len, |y| binary::apply_scalar_left(Binary::Sub, 0.3, &a, y));
    same_bits("in place", len, |y| binary::axpy(0.7, &a, y));
    let shape = [1, 301, 7, 99];
    let size = shape.iter().product();
    same_bits("broadcast", size, |y| {
        binary::broadcast(Binary::Mul, &a, &[0, 693, 99, 1], &b, &[0, 1, 0, 301], &shape, y)
    });
    same_bits("empty", 0, |y| binary::broadcast(Binary::Mul, &a, &[0, 1], &b, &[1, 0], &[0, 5], y));
    assert!(jobs(|| unary::apply(Unary::Exp, &a, &mut numbers(len))) > 0);
}

#[test]
fn rows_and_channels() {
    let (outer, n, inner) = (37, 301, 29);
    let (x, g) = (numbers(outer * n * inner), numbers(outer * n * inner));
    for (outer, inner) in [(outer * inner, 1), (outer, inner)] {
        same_bits("softmax", x.len(), |y| softmax::softmax(&x, outer, n, inner, 1.5, y));
        same_bits("its gradient", x.len(), |dx| softmax::softmax_backward(&x, &g, outer, n, inner, 1.0, dx));
    }
    let sizes = Channels { outer: 9, channels: 37, inner: 960 };
    same_bits("batch statistics", 74, |stats| {
        let (mean, var) = stats.split_at_mut(37);
        norm::batch_stats(sizes, &x, mean, var);
    });
    let table = numbers(37);
    same_bits("batch normalisation", 9 * 37 * 960, |y| {
        norm::batch_normalize(sizes, &x, &table, &[0.5; 37], 1e-3, Some(&table), &table, y);
    });
    let (gamma, rows) = (numbers(n), outer * inner);
    same_bits("layer normalisation", rows * (n + 2), |out| {
        let (y, stats) = out.split_at_mut(rows * n);
        let (mean, std) = stats.split_at_mut(rows);
        norm::layer_forward(n, &x, 1e-3, &gamma, &gamma, y, mean, std);
    });
}

#[test]
fn pooling() {
    let g = |kind| pool::Pool {
        outer: 96,
        in_size: [1, 31, 33],
        kernel: [1, 3, 3],
        stride: [1, 2, 2],
        pad: [0, 1, 1],
        out_size: [1, 16, 17],
        kind,
    };
    let (max, avg) = (g(Kind::Max), g(Kind::Avg { count_include_pad: false }));
    let (x, dy) = (numbers(96 * 31 * 33), numbers(96 * 16 * 17));
    let mut idx = vec![0; dy.len()];
    pool::max_forward(&max, &x, &mut dy.clone(), Some(&mut idx));
    same_bits("max", dy.len(), |y| pool::max_forward(&max, &x, y, Some(&mut vec![0; y.len()])));
    same_bits("max gradient", x.len(), |dx| pool::max_scatter(&max, &dy, &idx, dx));
    same_bits("mean", dy.len(), |y| pool::forward(&avg, &x, y));
    same_bits("mean gradient", x.len(), |dx| pool::backward(&avg, &dy, dx));
}

#[test]
fn every_block_runs_once_and_a_panic_reaches_the_caller() {
    let crew = Crew::hire();
    for blocks in [2, 3, 1000] {
        let calls: Vec<AtomicUsize> = (0..blocks).map(|_| AtomicUsize::new(0)).collect();
        crew.pool.run(blocks, &|i| {
            calls[i].fetch_add(1, SeqCst);
        });
        assert!(calls.iter().all(|calls| calls.load(SeqCst) == 1));
        for bad in [0, blocks / 2, blocks - 1] {
            let run = || crew.pool.run(blocks, &|i| assert_ne!(i, bad, "a bad block"));
            assert!(catch_unwind(AssertUnwindSafe(run)).is_err());
        }
    }
    drop(crew);
}

#[test]
fn a_dead_worker_keeps_nobody_waiting() {
    let pool: &'static Pool = Box::leak(Box::default());
    pool.open(1);
    thread::spawn(|| pool.work());
    let (caller, dead) = (thread::current().id(), AtomicBool::new(false));
    let run = || {
        pool.run(2, &|_| {
            if thread::current().id() == caller {
                while !dead.load(SeqCst) {
                    thread::yield_now();
                }
                return;
            }
            pool.bury();
            dead.store(true, SeqCst);
            loop {
                thread::park();
            }
        });
    };
    assert!(catch_unwind(AssertUnwindSafe(run)).is_err());
}

#[test]
fn after_a_trap_of_the_caller_nobody_is_in_its_job() {
    let pool: &'static Pool = Box::leak(Box::default());
    pool.open(1);
    thread::spawn(|| pool.work());
    let (started, finished) = (&*Box::leak(Box::new(AtomicUsize::new(0))), &*Box::leak(Box::new(AtomicUsize::new(0))));
    thread::spawn(|| {
        let caller = thread::current().id();
        pool.run(1000, &|_| {
            if thread::current().id() == caller {
                // As if it had trapped: it never comes back.
                while started.load(SeqCst) == 0 {
                    thread::yield_now();
                }
                started.fetch_add(1, SeqCst);
                loop {
                    thread::park();
                }
            }
            started.fetch_add(1, SeqCst);
            while started.load(SeqCst) < 2 {
                thread::yield_now();
            }
            thread::sleep(Duration::from_millis(2));
            finished.fetch_add(1, SeqCst);
        });
    });
    while started.load(SeqCst) < 2 {
        thread::yield_now();
    }
    pool.recover();
    let (started, finished) = (started.load(SeqCst), finished.load(SeqCst));
    assert_eq!(started, finished + 1, "a worker is still in the job");
    assert!(finished < 999, "the job ran to its end");
    let calls = AtomicUsize::new(0);
    pool.run(100, &|_| {
        calls.fetch_add(1, SeqCst);
    });
    assert_eq!(calls.into_inner(), 100);
}

#[test]
fn blocks_that_cut_their_work_run_it_in_turn() {
    let crew = Crew::hire();
    let a = numbers(300_000);
    crew.pool.run(8, &|_| {
        let mut y = vec![0.0; a.len()];
        unary::apply(Unary::Exp, &a, &mut y);
    });
    let a = numbers(64 * 64);
    crew.pool.run(4, &|_| assert_eq!(jobs(|| gemm_small(&a)), 0));
    drop(crew);
}

fn gemm_small(a: &[f32]) {
    gemm::gemm(false, false, 64, 64, 64, 1.0, a, 64, a, 64, 0.0, &mut [0.0; 64 * 64], 64);
}
