//! Draws of float32 from a Mersenne Twister, many at a time.
//!
//! Words come in blocks, so that twisting, tempering and converting are loops over vectors. The polar method first
//! moves the points that hit the circle together; the costly logarithm then runs over hits only.

mod logf;
mod mt19937;

use self::mt19937::{load, temper};
use crate::simd::{F32x4, Lanes, update};
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

/// Four words as numbers in `[0, 2ᵉ]`, rounded as [`unit`] does.
#[inline(always)]
fn units(words: F32x4, e: i32) -> F32x4 {
    // Both halves of a word become significands of numbers whose last place is what a bit is worth there.
    let two_to = |e: i32| F32x4::from_bits(u64::from((127 + e) as u32) << 23);
    let high = words.shr(16).or(two_to(e + 7)) - (two_to(e + 7) + two_to(e - 9));
    high + words.below(two_to(e - 9))
}

/// Writes the vectors that `next` gives, and of the last one what there is room for.
#[inline(always)]
fn put(out: &mut [f32], mut next: impl FnMut(usize) -> F32x4) {
    let (vectors, rest) = out.as_chunks_mut::<4>();
    for (i, to) in vectors.iter_mut().enumerate() {
        // SAFETY: four places.
        unsafe { next(i).store(to.as_mut_ptr()) };
    }
    // Outside of the loop: V8 keeps no constants in registers over a call, or where the loop may end before their use.
    if !rest.is_empty() {
        next(vectors.len()).store_part(rest);
    }
}

/// Uniform numbers in `[0, 1]`.
pub fn uniforms(engine: &mut Mt19937, out: &mut [f32]) {
    map_uniforms(engine, out, |u| u);
}

/// Uniform numbers in `[0, 1]`, times `scale`, plus `shift`; rounded twice.
pub fn uniforms_affine(engine: &mut Mt19937, scale: f32, shift: f32, out: &mut [f32]) {
    let [scale, shift] = [scale, shift].map(F32x4::splat);
    map_uniforms(engine, out, |u| u * scale + shift);
}

/// `kept` where a uniform number in `[0, 1]` is at most `most`, else 0 times that.
pub fn keep(engine: &mut Mt19937, most: f32, kept: f32, out: &mut [f32]) {
    let [most, kept, dropped] = [most, kept, 0.0 * kept].map(F32x4::splat);
    map_uniforms(engine, out, |u| u.le(most).select(kept, dropped));
}

/// A function of uniform numbers in `[0, 1]`, straight from the engine's words.
#[inline(always)]
fn map_uniforms(engine: &mut Mt19937, mut out: &mut [f32], f: impl Fn(F32x4) -> F32x4) {
    while !out.is_empty() {
        let words = engine.raw(out.len());
        let (now, later) = out.split_at_mut(words.len());
        let ((vectors, rest), (to, to_rest)) = (words.as_chunks::<4>(), now.as_chunks_mut::<4>());
        for (to, words) in to.iter_mut().zip(vectors) {
            // SAFETY: four places.
            unsafe { f(units(temper(load(words)), 0)).store(to.as_mut_ptr()) };
        }
        if !rest.is_empty() {
            let mut words = [0; 4];
            words[..rest.len()].copy_from_slice(rest);
            f(units(temper(load(&words)), 0)).store_part(to_rest);
        }
        out = later;
    }
}

/// Standard normal numbers: Marsaglia's polar method, whose second value is thrown away. A round tries as many points as
/// there are values to go, so that it never takes a word too many.
pub fn normals(engine: &mut Mt19937, mut out: &mut [f32]) {
    let mut words = [[0; 4]; BLOCK / 4];
    // With room for a vector whose first lane is the last hit.
    let (mut ys, mut r2s, mut logs) = ([0.0; BLOCK / 2 + 4], [1.0; BLOCK / 2 + 4], [0.0; BLOCK / 2 + 4]);
    let (zero, one) = (F32x4::splat(0.0), F32x4::splat(1.0));
    while !out.is_empty() {
        let points = out.len().min(BLOCK / 2);
        let (now, later) = words.as_flattened_mut().split_at_mut(2 * points);
        engine.fill(now);
        // Points beyond the last one lie outside of the circle.
        later.fill(0);
        let mut hits = 0;
        for [a, b] in &words.as_chunks::<2>().0[..points.div_ceil(4)] {
            let (a, b) = load(a).unzip(load(b));
            let (x, y) = (units(a, 1) - one, units(b, 1) - one);
            let r2 = x * x + y * y;
            let mask = r2.le(one).and(zero.lt(r2)).mask_bits();
            // SAFETY: of 4 i points before, at most 4 i were hits.
            unsafe {
                y.compress(mask).store(ys.as_mut_ptr().add(hits));
                r2.compress(mask).store(r2s.as_mut_ptr().add(hits));
            }
            hits += mask.count_ones() as usize;
        }
        let (now, later) = out.split_at_mut(hits);
        // SAFETY: there is room for a whole vector from each hit on.
        let vector = |values: &[f32], i: usize| unsafe { F32x4::load(values.as_ptr().add(4 * i)) };
        // Two short loops keep more of their operations under way than one long one.
        put(&mut logs[..hits], |i| logf::normal_logs(vector(&r2s, i)));
        put(now, |i| vector(&ys, i) * ((F32x4::splat(-2.0) * vector(&logs, i)) / vector(&r2s, i)).sqrt());
        out = later;
    }
}

/// `x * scale + shift`, rounded twice.
pub fn affine(out: &mut [f32], scale: f32, shift: f32) {
    let [scale, shift] = [scale, shift].map(F32x4::splat);
    update([], [out], move |[], [x]| [x * scale + shift]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lanes_give_the_bits_of_one_draw_after_the_other() {
        for len in [0, 1, 2, 3, 5, 127, 128, 129, 1000, 20_000] {
            let (mut engine, mut twin) = (Mt19937::new(42), Mt19937::new(42));
            let mut out = vec![0.0; len];
            uniforms(&mut engine, &mut out);
            out.iter().for_each(|u| assert_eq!(u.to_bits(), unit(twin.next_u32()).to_bits()));
            normals(&mut engine, &mut out);
            for n in &out {
                let (y, r2) = loop {
                    let x = 2.0 * unit(twin.next_u32()) - 1.0;
                    let y = 2.0 * unit(twin.next_u32()) - 1.0;
                    let r2 = x * x + y * y;
                    if r2 <= 1.0 && r2 != 0.0 {
                        break (y, r2);
                    }
                };
                assert_eq!(n.to_bits(), (y * polar(r2)).to_bits());
            }
            assert_eq!(engine.next_u32(), twin.next_u32(), "after {len}");
        }
    }

    #[test]
    fn words_are_rounded_as_integers_are() {
        let words = [
            0,
            1,
            0xffff,
            0x1_0000,
            0x0100_0001,
            0x0100_0003,
            0x8000_0080,
            0x8000_0180,
            0xffff_ff7f,
            0xffff_ff80,
            0xffff_ffff,
            7,
        ];
        for words in words.as_chunks().0 {
            let expected = words.map(unit);
            assert_eq!(units(load(words), 0).to_array(), expected);
            assert_eq!(units(load(words), 1).to_array(), expected.map(|u| 2.0 * u));
        }
    }
}
