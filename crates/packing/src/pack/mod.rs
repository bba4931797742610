//! The packer. Copies are chosen for the fewest bits by what the codes of the round before cost; the codes follow from the
//! choice, and so on, round after round.

mod bits;
mod contexts;
mod copies;
mod huffman;
mod steps;

use crate::codes::{
    BEFORE_BITS, CODE_BITS, CODES, DISTANCE, DISTANCE_CODES, DISTANCES, LAST_BITS, LENGTH, RECENT, SHORTEST, SYMBOLS,
    distance_code,
};
use bits::Bits;
use contexts::Contexts;
use steps::{Costs, Step, steps};

const ROUNDS: usize = 6;

/// How often each word of the codes is needed.
struct Counts {
    words: Vec<Vec<u32>>,
    distances: Vec<Vec<u32>>,
}

/// Packs.
pub fn pack(source: &[u8]) -> Vec<u8> {
    let copies = copies::find(source);
    let mut contexts = Contexts::none();
    let mut costs = Costs::guess();
    let mut chosen = Vec::new();
    for _ in 0..ROUNDS {
        chosen = steps(source, &copies, &contexts, &costs);
        contexts = Contexts::of(&chosen, source);
        costs = Costs::of(&count(&chosen, source, &contexts));
    }
    write(&chosen, source, &contexts)
}

/// What a step is written as: a word of the code of its context, and a word of the code of its distance.
struct Written {
    word: (usize, u32, u32),
    distance: Option<(usize, u32, u32)>,
}

impl Step {
    /// Its word for a literal or length, and that for the distance, each with the number of extra bits and their value.
    fn written(&self, source: &[u8]) -> Written {
        let Some(copy) = self.copy else {
            return Written { word: (usize::from(source[self.at]), 0, 0), distance: None };
        };
        let part = |parts: crate::codes::Parts, value: usize, first: usize| {
            let (word, extra) = parts.split(value as u32);
            (first + word as usize, extra, value as u32 & ((1 << extra) - 1))
        };
        let distance = match copy.recent {
            Some(index) => (index, 0, 0),
            None => part(DISTANCE, copy.distance, RECENT),
        };
        Written { word: part(LENGTH, copy.length - SHORTEST, 256), distance: Some(distance) }
    }
}

fn count(chosen: &[Step], source: &[u8], contexts: &Contexts) -> Counts {
    let mut counts =
        Counts { words: vec![vec![0; SYMBOLS]; CODES], distances: vec![vec![0; DISTANCES]; DISTANCE_CODES] };
    for step in chosen {
        let Written { word, distance } = step.written(source);
        counts.words[contexts.code(source, step.at)][word.0] += 1;
        if let Some(distance) = distance {
            counts.distances[distance_code(step.length())][distance.0] += 1;
        }
    }
    counts
}

fn write(chosen: &[Step], source: &[u8], contexts: &Contexts) -> Vec<u8> {
    let counts = count(chosen, source, contexts);
    let mut bits = Bits::default();
    for byte in 0..256 {
        bits.put(contexts.last[byte].into(), LAST_BITS);
        bits.put(contexts.before[byte].into(), BEFORE_BITS);
    }
    for &code in &contexts.codes {
        bits.put(code.into(), CODE_BITS);
    }
    let mut code = |counts: &Vec<u32>| {
        let lengths = huffman::lengths(counts);
        bits.put_lengths(&lengths);
        huffman::words(&lengths)
    };
    let words: Vec<_> = counts.words.iter().map(&mut code).collect();
    let distances: Vec<_> = counts.distances.iter().map(&mut code).collect();
    for step in chosen {
        let written = step.written(source);
        let mut put = |code: &[(u32, u32)], (word, extra, value): (usize, u32, u32)| {
            let (bits_of_word, length) = code[word];
            bits.put(bits_of_word, length);
            bits.put(value, extra);
        };
        put(&words[contexts.code(source, step.at)], written.word);
        if let Some(distance) = written.distance {
            put(&distances[distance_code(step.length())], distance);
        }
    }
    bits.finish()
}
