//! The Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998): the word source of every stream.

use crate::simd::{F32x4, Lanes};
use core::hint::black_box;

const LENGTH: usize = 624;
const SHIFT: usize = 397;
const UPPER: u32 = 0x8000_0000;
const LOWER: u32 = 0x7fff_ffff;
const MATRIX: u32 = 0x9908_b0df;
const MASKS: (u32, u32) = (0x9d2c_5680, 0xefc6_0000);

/// One MT19937 engine: the words of C++'s `std::mt19937` and of NumPy's `RandomState(seed)`.
#[derive(Clone, Debug)]
pub struct Mt19937 {
    state: [u32; LENGTH],
    /// Words of the current block already handed out.
    position: usize,
}

impl Mt19937 {
    /// The engine that starts at `seed`.
    pub fn new(seed: u32) -> Self {
        let mut state = [0; LENGTH];
        let mut word = seed;
        state[0] = word;
        for (i, slot) in state.iter_mut().enumerate().skip(1) {
            word = 1_812_433_253u32.wrapping_mul(word ^ (word >> 30)).wrapping_add(i as u32);
            *slot = word;
        }
        Self { state, position: LENGTH }
    }

    /// The next 32-bit word.
    pub fn next_u32(&mut self) -> u32 {
        if self.position == LENGTH {
            self.twist();
        }
        self.position += 1;
        temper_one(self.state[self.position - 1])
    }

    /// Fills `words` with the next words, as many calls of [`next_u32`](Self::next_u32) would.
    pub fn fill(&mut self, mut words: &mut [u32]) {
        while !words.is_empty() {
            let raw = self.raw(words.len());
            let (now, later) = words.split_at_mut(raw.len());
            let ((vectors, rest), (to, to_rest)) = (raw.as_chunks::<4>(), now.as_chunks_mut::<4>());
            for (to, raw) in to.iter_mut().zip(vectors) {
                // SAFETY: four places.
                unsafe { temper(load(raw)).store(to.as_mut_ptr().cast()) };
            }
            for (to, &raw) in to_rest.iter_mut().zip(rest) {
                *to = temper_one(raw);
            }
            words = later;
        }
    }

    /// The next words before tempering: at least one and at most `most`, of which there must be one.
    pub(super) fn raw(&mut self, most: usize) -> &[u32] {
        if self.position == LENGTH {
            self.twist();
        }
        let start = self.position;
        self.position = LENGTH.min(start + most);
        &self.state[start..self.position]
    }

    fn twist(&mut self) {
        let s = &mut self.state;
        // Of a known 1 LLVM makes a comparison that takes two instructions more.
        let one = black_box(1);
        for i in 0..LENGTH - SHIFT {
            s[i] = s[i + SHIFT] ^ mix(s[i], s[i + 1], one);
        }
        for i in LENGTH - SHIFT..LENGTH - 1 {
            s[i] = s[i + SHIFT - LENGTH] ^ mix(s[i], s[i + 1], one);
        }
        s[LENGTH - 1] = s[SHIFT - 1] ^ mix(s[LENGTH - 1], s[0], one);
        self.position = 0;
    }
}

#[inline(always)]
fn mix(current: u32, next: u32, one: u32) -> u32 {
    let odd = next & one == one;
    (((current & UPPER) | (next & LOWER)) >> 1) ^ if odd { MATRIX } else { 0 }
}

/// Four words as a vector.
#[inline(always)]
pub(super) fn load(words: &[u32; 4]) -> F32x4 {
    F32x4::from_array(words.map(f32::from_bits))
}

/// Makes words of the state what the engine hands out.
#[inline(always)]
pub(super) fn temper(y: F32x4) -> F32x4 {
    let mask = |bits: u32| F32x4::from_bits(bits.into());
    let y = y.xor(y.shr(11));
    let y = y.xor(y.shl(7).and(mask(MASKS.0)));
    let y = y.xor(y.shl(15).and(mask(MASKS.1)));
    y.xor(y.shr(18))
}

/// [`temper`] of one word, which by way of a vector would take twice as long.
#[inline(always)]
fn temper_one(y: u32) -> u32 {
    let y = y ^ (y >> 11);
    let y = y ^ ((y << 7) & MASKS.0);
    let y = y ^ ((y << 15) & MASKS.1);
    y ^ (y >> 18)
}
