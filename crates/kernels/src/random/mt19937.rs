//! The Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998): the word source of every stream.

const LENGTH: usize = 624;
const SHIFT: usize = 397;
const UPPER: u32 = 0x8000_0000;
const LOWER: u32 = 0x7fff_ffff;
const MATRIX: u32 = 0x9908_b0df;

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
        let word = temper(self.state[self.position]);
        self.position += 1;
        word
    }

    /// Fills `words` with the next words, as many calls of [`next_u32`](Self::next_u32) would.
    pub fn fill(&mut self, mut words: &mut [u32]) {
        while !words.is_empty() {
            if self.position == LENGTH {
                self.twist();
            }
            let count = words.len().min(LENGTH - self.position);
            let (now, later) = words.split_at_mut(count);
            for (word, &raw) in now.iter_mut().zip(&self.state[self.position..]) {
                *word = temper(raw);
            }
            self.position += count;
            words = later;
        }
    }

    fn twist(&mut self) {
        let s = &mut self.state;
        for i in 0..LENGTH - SHIFT {
            s[i] = s[i + SHIFT] ^ mix(s[i], s[i + 1]);
        }
        for i in LENGTH - SHIFT..LENGTH - 1 {
            s[i] = s[i + SHIFT - LENGTH] ^ mix(s[i], s[i + 1]);
        }
        s[LENGTH - 1] = s[SHIFT - 1] ^ mix(s[LENGTH - 1], s[0]);
        self.position = 0;
    }
}

#[inline(always)]
fn mix(current: u32, next: u32) -> u32 {
    (((current & UPPER) | (next & LOWER)) >> 1) ^ ((next & 1).wrapping_neg() & MATRIX)
}

#[inline(always)]
fn temper(word: u32) -> u32 {
    let y = word ^ (word >> 11);
    let y = y ^ ((y << 7) & 0x9d2c_5680);
    let y = y ^ ((y << 15) & 0xefc6_0000);
    y ^ (y >> 18)
}
