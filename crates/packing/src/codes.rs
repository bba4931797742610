//! What packer and unpacker agree on.

#![cfg_attr(target_family = "wasm", expect(dead_code))]

/// Bits of a byte's class, as the last byte and as the one before.
pub const LAST_BITS: u32 = 5;
/// See [`LAST_BITS`].
pub const BEFORE_BITS: u32 = 4;
/// Pairs of classes.
pub const CONTEXTS: usize = 1 << (LAST_BITS + BEFORE_BITS);
/// Bits of a code's number.
pub const CODE_BITS: u32 = 5;
/// Codes for literals and lengths.
pub const CODES: usize = 1 << CODE_BITS;
/// Words of such a code: bytes, and the parts of lengths.
pub const SYMBOLS: usize = 256 + 36;
/// The shortest copy.
pub const SHORTEST: usize = 2;
/// The longest copy.
pub const LONGEST: usize = SHORTEST + 1023;
/// Codes for distances: of copies of 2, 3, 4, and more bytes.
pub const DISTANCE_CODES: usize = 4;
/// How many distances are remembered.
pub const RECENT: usize = 4;
/// Words of such a code: the remembered distances, and the parts of new ones, which are below 2^24.
pub const DISTANCES: usize = RECENT + 48;
/// The longest word in bits.
pub const LONGEST_WORD: u32 = 11;
/// Bits of a word's length, and of a run of words that there are not.
pub const WORD_LENGTH_BITS: u32 = 4;
/// See [`WORD_LENGTH_BITS`].
pub const RUN_BITS: u32 = 5;

/// How numbers become words: their highest bit and as many bits after that; the others are extra.
#[derive(Clone, Copy)]
pub struct Parts(u32);

/// Of lengths.
pub const LENGTH: Parts = Parts(2);
/// Of distances.
pub const DISTANCE: Parts = Parts(1);

impl Parts {
    /// The word of a number and how many extra bits follow: the number's lowest.
    pub fn split(self, value: u32) -> (u32, u32) {
        let bits = (31 - (value | 1).leading_zeros()).saturating_sub(self.0);
        ((bits << self.0) + (value >> bits), bits)
    }

    /// The lowest number of a word, and how many extra bits follow.
    #[inline(always)]
    pub fn join(self, word: u32) -> (u32, u32) {
        let bits = (word >> self.0).saturating_sub(1);
        ((word - (bits << self.0)) << bits, bits)
    }
}

/// The code for the distance of a copy of so many bytes.
#[inline(always)]
pub fn distance_code(length: usize) -> usize {
    (length - SHORTEST).min(DISTANCE_CODES - 1)
}
