//! Uniform and normal draws from one engine, in single and double precision.

use super::log::log;
use kernels::random::{self as fast, Mt19937, polar, unit};

/// Words taken from an engine at a time.
const BLOCK: usize = 256;

/// The precision of a draw: one word a uniform for `f32`, two for `f64`.
pub trait Draw: Copy {
    /// A uniform in `[0, 1]`, both ends included: rounding can reach exactly 1.
    fn uniform(engine: &mut Mt19937) -> Self;
    /// Writes `convert(uniform)` to all of `out`.
    fn uniforms<T>(engine: &mut Mt19937, out: &mut [T], convert: impl Fn(Self) -> T);
    /// A standard normal: Marsaglia's polar method, whose second value is thrown away.
    fn normal(engine: &mut Mt19937) -> Self;
    /// Writes `convert(normal)` to all of `out`.
    fn normals<T>(engine: &mut Mt19937, out: &mut [T], convert: impl Fn(Self) -> T);
    /// Rounds to this precision.
    fn round(value: f64) -> f64;
    /// The draw as double precision.
    fn to_f64(self) -> f64;
}

#[inline(always)]
fn double(pair: [u32; 2]) -> f64 {
    (f64::from(pair[0]) + f64::from(pair[1]) * 4_294_967_296.0) * (1.0 / 18_446_744_073_709_551_616.0)
}

/// Whether the polar method keeps a point at this squared distance from the centre.
#[inline(always)]
fn in_circle<F: PartialOrd + From<u8>>(r2: F) -> bool {
    (r2 <= F::from(1)) & (r2 != F::from(0))
}

/// `sqrt(-2 ln(r2) / r2)`, the factor of the polar method.
#[inline(always)]
fn polar_f64(r2: f64) -> f64 {
    (-2.0 * log(r2) / r2).sqrt()
}

/// A point `(x, y)` inside the unit circle without its centre, as `(x, y, factor)`.
pub(super) fn polar_pair(engine: &mut Mt19937) -> (f32, f32, f32) {
    loop {
        let x = 2.0 * f32::uniform(engine) - 1.0;
        let y = 2.0 * f32::uniform(engine) - 1.0;
        let r2 = x * x + y * y;
        if in_circle(r2) {
            return (x, y, polar(r2));
        }
    }
}

/// Writes `convert` of the next pairs of words to all of `out`.
pub(super) fn pairs<T>(engine: &mut Mt19937, out: &mut [T], convert: impl Fn([u32; 2]) -> T) {
    let mut words = [0; BLOCK];
    for part in out.chunks_mut(BLOCK / 2) {
        let words = &mut words[..2 * part.len()];
        engine.fill(words);
        for (value, &pair) in part.iter_mut().zip(words.as_chunks::<2>().0) {
            *value = convert(pair);
        }
    }
}

/// The draws of `fill`, a block at a time, as `convert` makes them.
fn blocks<T>(out: &mut [T], mut fill: impl FnMut(&mut [f32]), convert: impl Fn(f32) -> T) {
    let mut draws = [0.0; BLOCK];
    for part in out.chunks_mut(BLOCK) {
        let draws = &mut draws[..part.len()];
        fill(draws);
        for (value, &draw) in part.iter_mut().zip(&*draws) {
            *value = convert(draw);
        }
    }
}

impl Draw for f32 {
    #[inline(always)]
    fn uniform(engine: &mut Mt19937) -> Self {
        unit(engine.next_u32())
    }

    fn uniforms<T>(engine: &mut Mt19937, out: &mut [T], convert: impl Fn(Self) -> T) {
        blocks(out, |draws| fast::uniforms(engine, draws), convert);
    }

    fn normal(engine: &mut Mt19937) -> Self {
        let (_, y, factor) = polar_pair(engine);
        y * factor
    }

    fn normals<T>(engine: &mut Mt19937, out: &mut [T], convert: impl Fn(Self) -> T) {
        blocks(out, |draws| fast::normals(engine, draws), convert);
    }

    #[inline(always)]
    fn round(value: f64) -> f64 {
        f64::from(value as f32)
    }

    #[inline(always)]
    fn to_f64(self) -> f64 {
        f64::from(self)
    }
}

impl Draw for f64 {
    #[inline(always)]
    fn uniform(engine: &mut Mt19937) -> Self {
        let low = engine.next_u32();
        double([low, engine.next_u32()])
    }

    #[inline(always)]
    fn uniforms<T>(engine: &mut Mt19937, out: &mut [T], convert: impl Fn(Self) -> T) {
        pairs(engine, out, |pair| convert(double(pair)));
    }

    fn normal(engine: &mut Mt19937) -> Self {
        loop {
            let x = 2.0 * f64::uniform(engine) - 1.0;
            let y = 2.0 * f64::uniform(engine) - 1.0;
            let r2 = x * x + y * y;
            if in_circle(r2) {
                return y * polar_f64(r2);
            }
        }
    }

    fn normals<T>(engine: &mut Mt19937, out: &mut [T], convert: impl Fn(Self) -> T) {
        out.fill_with(|| convert(Self::normal(engine)));
    }

    #[inline(always)]
    fn round(value: f64) -> f64 {
        value
    }

    #[inline(always)]
    fn to_f64(self) -> f64 {
        self
    }
}
