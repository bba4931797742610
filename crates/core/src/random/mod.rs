//! MXNet 1.9.1's CPU random numbers, bit for bit, and NumPy's legacy generator.
//!
//! All streams are words of MT19937. [`Streams`] holds MXNet's two sources: 1024 *parallel* engines that most
//! operators split their output over, and one *global* engine for multinomial draws, shuffles and the NumPy-like
//! namespace. Only float64 results of a logarithm or power may differ from MXNet's, whose own last bits depend on the
//! machine: about one value in a thousand does, by a few units in the last place. Nothing here uses time or entropy: a
//! fresh [`Streams`] is that of seed 0, as a fresh MXNet process is.

mod categorical;
mod distributions;
mod draws;
mod dropout;
mod error;
pub(crate) mod glibc;
mod image;
mod log;
mod np;
mod numpy;
mod samplers;
mod shuffle;
mod types;
mod zipfian;

pub use categorical::Probability;
pub use draws::Draw;
pub use dropout::{MaskShape, keep_probability};
pub use error::RandomError;
pub use kernels::random::Mt19937;
pub use numpy::RandomState;
pub use samplers::Integer;
pub use types::{Output, Param, Real};

use cells::{Lasting, Local, RefCell};

/// Engines that an output can be split over.
const ENGINES: usize = 1024;
/// Elements of an output per engine, until the engines run out.
const ELEMENTS_PER_ENGINE: usize = 64;
/// MXNet multiplies its seed by this, so that seeds and engines do not overlap at once.
const SEED_STRIDE: u32 = 127;

thread_local! {
    static STREAMS: Lasting<RefCell<Streams>> = Lasting::default();
}

/// Runs `f` on this thread's random streams, which all random operators draw from and a seed resets.
pub fn with_streams<R>(f: impl FnOnce(&mut Streams) -> R) -> R {
    STREAMS.with_borrow_mut(f)
}

/// The state behind MXNet's random operators on the CPU.
///
/// Every call goes on where the engines stopped; only a seed resets them. The order of calls is the order of draws.
#[derive(Clone, Debug)]
pub struct Streams {
    base: u32,
    /// The parallel engines touched so far. An output touches a prefix of them, so they are made on demand.
    parallel: Vec<Mt19937>,
    global: Mt19937,
}

impl Default for Streams {
    fn default() -> Self {
        Self::new(0)
    }
}

impl Streams {
    /// The streams after `mx.random.seed(seed)`. Only the lowest 32 bits of the seed count.
    pub fn new(seed: i64) -> Self {
        let base = (seed as u32).wrapping_mul(SEED_STRIDE);
        Self { base, parallel: Vec::new(), global: Mt19937::new(base) }
    }

    /// Resets all engines, as `mx.random.seed(seed)` does.
    pub fn seed(&mut self, seed: i64) {
        *self = Self::new(seed);
    }

    /// Resets all engines as `mx.random.seed(seed, ctx=mx.cpu())` does: the parallel engines start as with
    /// [`seed`](Self::seed), the global one starts at `seed` itself.
    pub fn seed_ctx(&mut self, seed: i64) {
        *self = Self { global: Mt19937::new(seed as u32), ..Self::new(seed) };
    }

    /// Hands out the parts of `out` to the engines, in runs that share one of `parameters` parameters.
    ///
    /// Of `n` elements, `engines = min(ceil(n / 64), 1024)` engines get `ceil(n / engines)` each (the last ones less);
    /// element `i` belongs to parameter `i / (n / parameters)`.
    fn split<T>(&mut self, parameters: usize, out: &mut [T], mut draw: impl FnMut(&mut Mt19937, usize, &mut [T])) {
        if out.is_empty() {
            return;
        }
        let count = out.len().div_ceil(ELEMENTS_PER_ENGINE).min(ENGINES);
        let step = out.len().div_ceil(count);
        let per_parameter = out.len() / parameters;
        for (index, (engine, part)) in self.engines(count).iter_mut().zip(out.chunks_mut(step)).enumerate() {
            let mut start = index * step;
            let mut rest = part;
            while !rest.is_empty() {
                let parameter = start / per_parameter;
                let length = ((parameter + 1) * per_parameter - start).min(rest.len());
                let (run, later) = rest.split_at_mut(length);
                draw(engine, parameter, run);
                start += length;
                rest = later;
            }
        }
    }

    /// The first `count` parallel engines.
    fn engines(&mut self, count: usize) -> &mut [Mt19937] {
        let made = self.parallel.len();
        if made < count {
            self.parallel.reserve_exact(count - made);
            self.parallel.extend((made..count).map(|i| Mt19937::new(self.base.wrapping_add(i as u32))));
        }
        &mut self.parallel[..count]
    }
}
