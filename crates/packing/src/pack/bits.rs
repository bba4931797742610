use crate::codes::{RUN_BITS, WORD_LENGTH_BITS};

/// Bits that are being written, the lowest of a byte first.
#[derive(Default)]
pub struct Bits {
    bytes: Vec<u8>,
    held: u64,
    holds: u32,
}

impl Bits {
    pub fn put(&mut self, value: u32, count: u32) {
        self.held |= u64::from(value) << self.holds;
        self.holds += count;
        while self.holds >= 8 {
            self.bytes.push(self.held as u8);
            self.held >>= 8;
            self.holds -= 8;
        }
    }

    /// The lengths of a code's words; 0 begins a run of words that there are not.
    pub fn put_lengths(&mut self, lengths: &[u32]) {
        let mut rest = lengths;
        while let Some(&length) = rest.first() {
            self.put(length, WORD_LENGTH_BITS);
            let mut count = 1;
            if length == 0 {
                count = rest.iter().take(1 << RUN_BITS).take_while(|&&l| l == 0).count();
                self.put(count as u32 - 1, RUN_BITS);
            }
            rest = &rest[count..];
        }
    }

    pub fn finish(mut self) -> Vec<u8> {
        self.put(0, 7);
        self.bytes
    }
}
