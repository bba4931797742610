//! Draws of float32 from a Mersenne Twister, many at a time.
//!
//! Words come in blocks, so that twisting, tempering and converting are loops over vectors. The polar method first
//! moves the points that hit the circle together; the costly logarithm then runs over hits only.

mod logf;
mod mt19937;

pub use logf::logf;
pub use mt19937::Mt19937;

/// Words taken from an engine at a time.
const BLOCK: usize = 256;

/// A word as a number in `[0, 1]`, both ends included: rounding can reach exactly 1.
#[inline(always)]
pub fn unit(word: u32) -> f32 {
    word as f32 * (1.0 / 4_294_967_296.0)
}

/// `sqrt(-2 ln(r2) / r2)`, the factor of the polar method.
#[inline(always)]
pub fn polar(r2: f32) -> f32 {
    ((-2.0 * logf(r2)) / r2).sqrt()
}

/// Uniform numbers in `[0, 1]`.
pub fn uniforms(engine: &mut Mt19937, out: &mut [f32]) {
    let mut words = [0; BLOCK];
    for part in out.chunks_mut(BLOCK) {
        let words = &mut words[..part.len()];
        engine.fill(words);
        for (value, &word) in part.iter_mut().zip(&*words) {
            *value = unit(word);
        }
    }
}

/// Standard normal numbers: Marsaglia's polar method, whose second value is thrown away. A round tries as many points as
/// there are values to go, so that it never takes a word too many.
pub fn normals(engine: &mut Mt19937, mut out: &mut [f32]) {
    let mut words = [0; BLOCK];
    let (mut ys, mut r2s) = ([0.0; BLOCK / 2], [0.0; BLOCK / 2]);
    while !out.is_empty() {
        let words = &mut words[..2 * out.len().min(BLOCK / 2)];
        engine.fill(words);
        let mut hits = 0;
        for &[a, b] in words.as_chunks::<2>().0 {
            let x = 2.0 * unit(a) - 1.0;
            let y = 2.0 * unit(b) - 1.0;
            let r2 = x * x + y * y;
            ys[hits] = y;
            r2s[hits] = r2;
            hits += usize::from((r2 <= 1.0) & (r2 != 0.0));
        }
        let (now, later) = out.split_at_mut(hits);
        for ((value, &y), &r2) in now.iter_mut().zip(&ys).zip(&r2s) {
            *value = y * polar(r2);
        }
        out = later;
    }
}

/// `x * scale + shift`, rounded twice.
pub fn affine(out: &mut [f32], scale: f32, shift: f32) {
    for x in out {
        *x = *x * scale + shift;
    }
}
