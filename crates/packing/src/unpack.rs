//! The unpacker. What it is given was packed by [`crate::pack`]: anything else is a panic.

use crate::codes::{
    BEFORE_BITS, CODE_BITS, CODES, CONTEXTS, DISTANCE, DISTANCE_CODES, DISTANCES, LAST_BITS, LENGTH, LONGEST_WORD,
    RECENT, RUN_BITS, SHORTEST, SYMBOLS, WORD_LENGTH_BITS, distance_code,
};

/// How many bytes of any value must follow what is packed and what comes out: both are handled eight at a time.
pub const MORE: usize = 16;

/// Words by the next bits: the word, and the number of its bits in the lowest four.
type Table = [u16; 1 << LONGEST_WORD];

/// What unpacking needs to remember.
pub struct Tables {
    /// The code by the last byte, for each class of the byte before.
    codes: [[u8; 256]; 1 << BEFORE_BITS],
    /// The class of a byte as the one before.
    before: [u8; 256],
    words: [Table; CODES],
    distances: [Table; DISTANCE_CODES],
    lengths: [u8; SYMBOLS],
}

impl Tables {
    /// Nothing.
    pub const EMPTY: Self = Self {
        codes: [[0; 256]; 1 << BEFORE_BITS],
        before: [0; 256],
        words: [[0; 1 << LONGEST_WORD]; CODES],
        distances: [[0; 1 << LONGEST_WORD]; DISTANCE_CODES],
        lengths: [0; SYMBOLS],
    };
}

/// The bits of a slice, of which [`MORE`] bytes at the end are only looked at.
struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
    held: u64,
    holds: u32,
}

impl Bits<'_> {
    /// Sees to it that 56 bits or more are held.
    #[inline(always)]
    fn fill(&mut self) {
        let next = self.bytes[self.at..].first_chunk().unwrap();
        self.held |= u64::from_le_bytes(*next) << self.holds;
        self.at += (63 - self.holds as usize) / 8;
        self.holds |= 56;
    }

    #[inline(always)]
    fn take(&mut self, count: u32) -> u32 {
        let value = self.held as u32 & ((1 << count) - 1);
        self.held >>= count;
        self.holds -= count;
        value
    }

    #[inline(always)]
    fn word(&mut self, table: &Table) -> u32 {
        let entry = u32::from(table[self.held as usize % table.len()]);
        self.take(entry & 15);
        entry >> 4
    }

    /// Reads the lengths of a code's words and makes the table of it.
    #[inline(never)]
    fn table(&mut self, lengths: &mut [u8], table: &mut Table) {
        let mut at = 0;
        while at < lengths.len() {
            self.fill();
            let length = self.take(WORD_LENGTH_BITS) as u8;
            let end = at + if length == 0 { self.take(RUN_BITS) as usize + 1 } else { 1 };
            lengths[at..end].fill(length);
            at = end;
        }
        let mut next = 0_u32;
        for length in 1..=LONGEST_WORD {
            for (word, _) in lengths.iter().enumerate().filter(|(_, l)| u32::from(**l) == length) {
                let mut at = next.reverse_bits() as usize >> (32 - LONGEST_WORD);
                while at < table.len() {
                    table[at] = (word << 4) as u16 | length as u16;
                    at += 1 << length;
                }
                next += 1 << (LONGEST_WORD - length);
            }
        }
    }

    fn contexts(&mut self, tables: &mut Tables) {
        let mut last = [0_u8; 256];
        for (last, before) in last.iter_mut().zip(&mut tables.before) {
            self.fill();
            *last = self.take(LAST_BITS) as u8;
            *before = self.take(BEFORE_BITS) as u8;
        }
        let mut codes = [0; CONTEXTS];
        for code in &mut codes {
            self.fill();
            *code = self.take(CODE_BITS) as u8;
        }
        for (before, row) in tables.codes.iter_mut().enumerate() {
            for (code, last) in row.iter_mut().zip(&last) {
                *code = codes[usize::from(*last) << BEFORE_BITS | before];
            }
        }
    }
}

/// Unpacks. Behind what is packed there are [`MORE`] bytes, and so there are behind what comes out.
pub fn unpack(packed: &[u8], out: &mut [u8], tables: &mut Tables) {
    let mut bits = Bits { bytes: packed, at: 0, held: 0, holds: 0 };
    bits.contexts(tables);
    for table in &mut tables.words {
        bits.table(&mut tables.lengths, table);
    }
    for table in &mut tables.distances {
        bits.table(&mut tables.lengths[..DISTANCES], table);
    }

    // Nobody else refers to this one: it stays in registers.
    let mut bits = Bits { ..bits };
    let end = out.len() - MORE;
    let mut recent = [1; RECENT];
    let (mut last, mut before) = (0_u8, tables.before[0]);
    let mut at = 0;
    while at < end {
        bits.fill();
        let code = tables.codes[before as usize % tables.codes.len()][last as usize];
        let word = bits.word(&tables.words[code as usize % CODES]);
        if word < 256 {
            before = tables.before[last as usize];
            last = word as u8;
            out[at] = last;
            at += 1;
            continue;
        }
        let (least, extra) = LENGTH.join(word - 256);
        let length = SHORTEST + (least + bits.take(extra)) as usize;
        let word = bits.word(&tables.distances[distance_code(length)]) as usize;
        let distance = if word < RECENT {
            recent[word]
        } else {
            let (least, extra) = DISTANCE.join((word - RECENT) as u32);
            (least + bits.take(extra)) as usize
        };
        for i in (1..=word.min(RECENT - 1)).rev() {
            recent[i] = recent[i - 1];
        }
        recent[0] = distance;
        repeat(out, at, distance, length);
        at += length;
        last = out[at - 1];
        before = tables.before[out[at - 2] as usize];
    }
}

/// Copies to `at` what begins `distance` bytes before and may reach into the copy; up to seven bytes behind it change too.
#[inline(always)]
fn repeat(out: &mut [u8], at: usize, distance: usize, length: usize) {
    assert!(distance <= at && at + length + 8 <= out.len());
    let (mut from, mut to) = (at - distance, at);
    while to < at + length {
        if distance < 8 {
            out[to] = out[from];
            (from, to) = (from + 1, to + 1);
        } else {
            let bytes: [u8; 8] = *out[from..].first_chunk().unwrap();
            *out[to..].first_chunk_mut().unwrap() = bytes;
            (from, to) = (from + 8, to + 8);
        }
    }
}
