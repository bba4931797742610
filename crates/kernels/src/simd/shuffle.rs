//! Lanes of four `f32` change places, within a vector and between vectors.

use super::{F32x4, Lanes};
#[cfg(target_arch = "wasm32")]
use core::arch::wasm32::*;

impl F32x4 {
    /// Four of the eight lanes of both vectors, by number.
    #[inline(always)]
    fn shuffle<const I: usize, const J: usize, const K: usize, const L: usize>(self, o: Self) -> Self {
        both!(Self(i32x4_shuffle::<I, J, K, L>(self.0, o.0)), {
            let lane = |i: usize| if i < 4 { self.0[i] } else { o.0[i - 4] };
            Self([lane(I), lane(J), lane(K), lane(L)])
        })
    }
    /// Lane j of vector i becomes lane i of vector j.
    #[inline(always)]
    pub fn transpose([a, b, c, d]: [Self; 4]) -> [Self; 4] {
        let ((ab, ab_high), (cd, cd_high)) = (a.interleave(b), c.interleave(d));
        [
            ab.shuffle::<0, 1, 4, 5>(cd),
            ab.shuffle::<2, 3, 6, 7>(cd),
            ab_high.shuffle::<0, 1, 4, 5>(cd_high),
            ab_high.shuffle::<2, 3, 6, 7>(cd_high),
        ]
    }
    /// All lanes one place down, and a lane of `next` behind them (counted from 4).
    #[inline(always)]
    pub fn shift_in<const L: usize>(self, next: Self) -> Self {
        self.shuffle::<1, 2, 3, L>(next)
    }
    /// All lanes one place up, 0 in the first.
    #[inline(always)]
    pub fn shift_out(self) -> Self {
        Self::zero().shuffle::<3, 4, 5, 6>(self)
    }
    /// The last lane in the first place, 0 in the others.
    #[inline(always)]
    pub fn last(self) -> Self {
        self.shuffle::<3, 4, 5, 6>(Self::zero())
    }
    /// The lanes of both vectors by turns: the inverse of [`F32x4::unzip`].
    #[inline(always)]
    pub fn interleave(self, o: Self) -> (Self, Self) {
        (self.shuffle::<0, 4, 1, 5>(o), self.shuffle::<2, 6, 3, 7>(o))
    }
    /// The lanes with even numbers of both vectors, and the others.
    #[inline(always)]
    pub fn unzip(self, o: Self) -> (Self, Self) {
        (self.shuffle::<0, 2, 4, 6>(o), self.shuffle::<1, 3, 5, 7>(o))
    }
    /// The lower 16 bits of each lane, below the upper ones of `o`.
    #[inline(always)]
    pub fn below(self, o: Self) -> Self {
        both!(
            Self(i16x8_shuffle::<0, 9, 2, 11, 4, 13, 6, 15>(self.0, o.0)),
            self.bits(o, |low, high| low & 0xffff | high & 0xffff_0000)
        )
    }
    /// The lower 16 bits of all lanes of both vectors, where the upper ones are 0.
    #[inline(always)]
    pub fn narrow_bits(self, o: Self) -> [u16; 8] {
        both!(
            {
                let mut bits = [0; 8];
                // SAFETY: sixteen bytes.
                unsafe { v128_store(bits.as_mut_ptr().cast(), u16x8_narrow_i32x4(self.0, o.0)) };
                bits
            },
            core::array::from_fn(|i| (if i < 4 { self.0[i] } else { o.0[i - 4] }).to_bits() as u16)
        )
    }
    /// The inverse of [`F32x4::narrow_bits`].
    #[inline(always)]
    pub fn widen_bits(x: [u16; 8]) -> (Self, Self) {
        both!(
            {
                // SAFETY: sixteen bytes of plain data.
                let x = unsafe { v128_load(x.as_ptr().cast()) };
                (Self(u32x4_extend_low_u16x8(x)), Self(u32x4_extend_high_u16x8(x)))
            },
            {
                let half = |at: usize| Self(core::array::from_fn(|i| f32::from_bits(x[at + i].into())));
                (half(0), half(4))
            }
        )
    }
    /// The lanes whose bit of `mask` is set, in order, at the front; what follows is arbitrary.
    #[inline(always)]
    pub fn compress(self, mask: usize) -> Self {
        /// The bytes to take for each mask.
        const BYTES: [[u8; 16]; 16] = {
            let mut all = [[0; 16]; 16];
            let (mut mask, mut to) = (0, 0);
            while mask < 16 {
                let mut byte = 0;
                while byte < 16 {
                    if mask >> (byte / 4) & 1 == 1 {
                        all[mask][to] = byte as u8;
                        to += 1;
                    }
                    byte += 1;
                }
                (mask, to) = (mask + 1, 0);
            }
            all
        };
        let bytes = &BYTES[mask];
        both!(
            // SAFETY: sixteen bytes of plain data.
            Self(u8x16_swizzle(self.0, unsafe { v128_load(bytes.as_ptr().cast()) })),
            Self(core::array::from_fn(|i| self.0[usize::from(bytes[4 * i] / 4)]))
        )
    }
}
