//! The choice of literals and copies.

use super::Counts;
use super::contexts::Contexts;
use super::copies::{Copies, common};
use crate::codes::{CODES, DISTANCE, DISTANCE_CODES, DISTANCES, LENGTH, RECENT, SHORTEST, SYMBOLS, distance_code};

/// Up to this length copies are also tried shorter than they could be.
const TRIED: usize = 64;
/// What a word costs at most in a round's choice: one that was not needed before may be worth its while.
const DEAREST: f32 = 14.0;

/// A copy.
#[derive(Clone, Copy)]
pub struct Copy {
    pub length: usize,
    pub distance: usize,
    /// Which of the remembered distances it is.
    pub recent: Option<usize>,
}

/// A literal, or a copy.
pub struct Step {
    pub at: usize,
    pub copy: Option<Copy>,
}

impl Step {
    pub fn length(&self) -> usize {
        self.copy.map_or(1, |copy| copy.length)
    }
}

/// What words cost in bits, extra bits included.
pub struct Costs {
    words: Vec<Vec<f32>>,
    distances: Vec<Vec<f32>>,
}

impl Costs {
    /// Before anything is known.
    pub fn guess() -> Self {
        Self::with(vec![vec![8.0; SYMBOLS]; CODES], vec![vec![6.0; DISTANCES]; DISTANCE_CODES])
    }

    /// If words are needed so often.
    pub fn of(counts: &Counts) -> Self {
        let bits = |counts: &Vec<u32>| {
            let total = counts.iter().sum::<u32>() as f32 + 1.0;
            counts.iter().map(|&count| libm::log2f(total / (count as f32 + 0.05)).min(DEAREST)).collect()
        };
        Self::with(counts.words.iter().map(bits).collect(), counts.distances.iter().map(bits).collect())
    }

    fn with(mut words: Vec<Vec<f32>>, mut distances: Vec<Vec<f32>>) -> Self {
        for code in &mut words {
            (256..).zip(&mut code[256..]).for_each(|(word, cost)| *cost += LENGTH.join(word - 256).1 as f32);
        }
        for code in &mut distances {
            (0..).zip(&mut code[RECENT..]).for_each(|(word, cost)| *cost += DISTANCE.join(word).1 as f32);
        }
        Self { words, distances }
    }
}

/// The cheapest way to a place.
#[derive(Clone, Copy)]
struct Way {
    cost: f32,
    copy: Option<Copy>,
    recent: [usize; RECENT],
}

/// The distances that are remembered after a copy.
fn remember(recent: [usize; RECENT], copy: Copy) -> [usize; RECENT] {
    let mut next = recent;
    let until = copy.recent.unwrap_or(RECENT - 1);
    next[1..=until].copy_from_slice(&recent[..until]);
    next[0] = copy.distance;
    next
}

/// The cheapest steps.
pub fn steps(source: &[u8], copies: &[Copies], contexts: &Contexts, costs: &Costs) -> Vec<Step> {
    let start = Way { cost: 0.0, copy: None, recent: [1; RECENT] };
    let mut ways = vec![Way { cost: f32::INFINITY, ..start }; source.len() + 1];
    ways[0] = start;
    for at in 0..source.len() {
        let here = ways[at];
        let words = &costs.words[contexts.code(source, at)];
        let mut offer = |copy: Option<Copy>, cost: f32| {
            let way = &mut ways[at + copy.map_or(1, |copy| copy.length)];
            let cost = here.cost + cost;
            if cost < way.cost {
                *way = Way { cost, copy, recent: copy.map_or(here.recent, |copy| remember(here.recent, copy)) };
            }
        };
        offer(None, words[usize::from(source[at])]);
        let mut offer_copies = |lengths: std::ops::RangeInclusive<usize>, distance: usize, recent: Option<usize>| {
            let longest = *lengths.end();
            let word = recent.unwrap_or_else(|| RECENT + DISTANCE.split(distance as u32).0 as usize);
            for length in lengths.filter(|&length| length < TRIED || length == longest) {
                let cost = words[256 + LENGTH.split((length - SHORTEST) as u32).0 as usize];
                offer(Some(Copy { length, distance, recent }), cost + costs.distances[distance_code(length)][word]);
            }
        };
        for (index, &distance) in here.recent.iter().enumerate() {
            if distance <= at && !here.recent[..index].contains(&distance) {
                offer_copies(SHORTEST..=common(source, at, distance), distance, Some(index));
            }
        }
        let mut least = SHORTEST;
        for &(longest, distance) in &copies[at] {
            offer_copies(least..=longest, distance, None);
            least = longest + 1;
        }
    }
    let mut chosen = Vec::new();
    let mut at = source.len();
    while at > 0 {
        let copy = ways[at].copy;
        at -= copy.map_or(1, |copy| copy.length);
        chosen.push(Step { at, copy });
    }
    chosen.reverse();
    chosen
}
