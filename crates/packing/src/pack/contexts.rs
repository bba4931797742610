//! Which code is used after which two bytes: bytes after which much the same comes are a class, pairs of classes share a code.

use super::steps::Step;
use crate::codes::{BEFORE_BITS, CODES, CONTEXTS, LAST_BITS, SYMBOLS};
use std::collections::HashMap;

/// How often the groups are made anew.
const TURNS: usize = 12;
/// What a word that was not seen counts.
const UNSEEN: f32 = 0.05;

/// The byte before a place.
pub fn last(source: &[u8], at: usize) -> usize {
    at.checked_sub(1).map_or(0, |at| source[at].into())
}

/// The byte before that.
pub fn before(source: &[u8], at: usize) -> usize {
    at.checked_sub(2).map_or(0, |at| source[at].into())
}

/// Classes by byte, codes by pair of classes.
pub struct Contexts {
    pub last: Vec<u8>,
    pub before: Vec<u8>,
    pub codes: Vec<u8>,
}

/// What there is, and how often: a word, plus `SYMBOLS` times what it depends on.
type Histogram = Vec<(usize, f32)>;

impl Contexts {
    /// One code for all.
    pub fn none() -> Self {
        Self { last: vec![0; 256], before: vec![0; 256], codes: vec![0; CONTEXTS] }
    }

    /// Those that suit these steps.
    pub fn of(steps: &[Step], source: &[u8]) -> Self {
        let words: Vec<usize> = steps.iter().map(|step| step.written(source).word.0).collect();
        let seen = |len: usize, key: &dyn Fn(usize) -> (usize, usize)| {
            let mut counts = vec![HashMap::new(); len];
            for (step, word) in steps.iter().zip(&words) {
                let (item, given) = key(step.at);
                *counts[item].entry(given * SYMBOLS + word).or_default() += 1.0;
            }
            let sorted = |counts: HashMap<usize, f32>| {
                let mut histogram: Histogram = counts.into_iter().collect();
                histogram.sort_by_key(|&(key, _)| key);
                histogram
            };
            counts.into_iter().map(sorted).collect::<Vec<_>>()
        };
        let last_of = group(&seen(256, &|at| (last(source, at), 0)), 1 << LAST_BITS);
        let given_last = |at| usize::from(last_of[last(source, at)]);
        let before_of = group(&seen(256, &|at| (before(source, at), given_last(at))), 1 << BEFORE_BITS);
        let mut contexts = Self { last: last_of.clone(), before: before_of, codes: Vec::new() };
        contexts.codes = group(&seen(CONTEXTS, &|at| (contexts.context(source, at), 0)), CODES);
        contexts
    }

    fn context(&self, source: &[u8], at: usize) -> usize {
        usize::from(self.last[last(source, at)]) << BEFORE_BITS | usize::from(self.before[before(source, at)])
    }

    /// The code for what is at a place.
    pub fn code(&self, source: &[u8], at: usize) -> usize {
        self.codes[self.context(source, at)].into()
    }
}

/// Puts items of which much the same is seen into groups.
fn group(items: &[Histogram], groups: usize) -> Vec<u8> {
    let width =
        items.iter().flatten().max_by_key(|seen| seen.0).map_or(SYMBOLS, |(key, _)| (key / SYMBOLS + 1) * SYMBOLS);
    let mut order: Vec<usize> = (0..items.len()).collect();
    let weight = |item: &usize| items[*item].iter().map(|seen| seen.1).sum::<f32>();
    order.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
    let mut group_of = vec![0; items.len()];
    for (rank, item) in order.into_iter().enumerate() {
        group_of[item] = rank.min(groups - 1);
    }
    for _ in 0..TURNS {
        let mut bits = vec![vec![UNSEEN; width]; groups];
        for (item, &group) in items.iter().zip(&group_of) {
            for &(key, count) in item {
                bits[group][key] += count;
            }
        }
        for given in bits.iter_mut().flat_map(|group| group.chunks_mut(SYMBOLS)) {
            let total: f32 = given.iter().sum();
            given.iter_mut().for_each(|count| *count = libm::log2f(total / *count));
        }
        let cost = |item: &Histogram, group: &[f32]| item.iter().map(|&(key, count)| count * group[key]).sum::<f32>();
        for (item, group) in items.iter().zip(&mut group_of) {
            let costs = bits.iter().map(|group| cost(item, group));
            *group = costs.enumerate().min_by(|a, b| a.1.total_cmp(&b.1)).map_or(0, |(group, _)| group);
        }
    }
    group_of.into_iter().map(|group| group as u8).collect()
}
