//! Codes of the fewest bits.

use crate::codes::LONGEST_WORD;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The lengths of words that are needed so often, 0 for never. Words that would be too long take from the others: their
/// counts are raised until they are not.
pub fn lengths(counts: &[u32]) -> Vec<u32> {
    let mut counts: Vec<u64> = counts.iter().map(|&count| count.into()).collect();
    loop {
        let lengths = unlimited(&counts);
        if lengths.iter().all(|&length| length <= LONGEST_WORD) {
            return lengths;
        }
        let total: u64 = counts.iter().sum();
        let least = counts.iter().filter(|&&count| count > 0).min().map_or(1, |&count| count + 1 + (total >> 14));
        for count in counts.iter_mut().filter(|count| **count > 0) {
            *count = (*count).max(least);
        }
    }
}

fn unlimited(counts: &[u64]) -> Vec<u32> {
    let mut lengths = vec![0; counts.len()];
    let used: Vec<usize> = (0..counts.len()).filter(|&word| counts[word] > 0).collect();
    if let [only] = used[..] {
        lengths[only] = 1;
    }
    // Trees by how often they are needed; each is the list of its words.
    let mut trees: BinaryHeap<_> = used.iter().map(|&word| Reverse((counts[word], vec![word]))).collect();
    while trees.len() > 1 {
        let (Some(Reverse((a, mut words))), Some(Reverse((b, others)))) = (trees.pop(), trees.pop()) else { break };
        words.extend(others);
        for &word in &words {
            lengths[word] += 1;
        }
        trees.push(Reverse((a + b, words)));
    }
    lengths
}

/// The words' bits, the first bit lowest, and their lengths.
pub fn words(lengths: &[u32]) -> Vec<(u32, u32)> {
    let mut words = vec![(0, 0); lengths.len()];
    let mut next = 0_u32;
    for length in 1..=LONGEST_WORD {
        for word in (0..lengths.len()).filter(|&word| lengths[word] == length) {
            words[word] = (next.reverse_bits() >> (32 - length), length);
            next += 1;
        }
        next <<= 1;
    }
    words
}
