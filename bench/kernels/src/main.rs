//! Prints the milliseconds of every kernel whose name contains the first argument: the least of many runs.
use kernels_bench::cases;
use std::time::{Duration, Instant};

/// How long one kernel is run for.
const TURN: Duration = Duration::from_millis(150);

fn main() {
    let word = std::env::args().nth(1).unwrap_or_default();
    for mut case in cases().into_iter().filter(|case| case.always || case.name.contains(&word)) {
        let (start, mut least) = (Instant::now(), Duration::MAX);
        while start.elapsed() < TURN {
            let before = Instant::now();
            (case.run)();
            least = least.min(before.elapsed());
        }
        println!("{}\t{}", case.name, least.as_secs_f64() * 1e3);
    }
}
