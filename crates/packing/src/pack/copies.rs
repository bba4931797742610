//! Where bytes stood before.

use crate::codes::{LONGEST, SHORTEST};
use std::collections::HashMap;

/// Copies of this length and longer ones are looked for farther back than where these bytes stood last.
const CHAINED: usize = 5;
/// The most places that are looked at for a copy.
const PLACES: usize = 500;
/// A copy of the shortest length from farther away costs more than literals.
const FARTHEST_SHORTEST: usize = 256;
/// A copy of this length is taken without looking for a longer one.
const LONG_ENOUGH: usize = 512;

/// The longest copies at a place, each with the least distance: lengths and distances grow.
pub type Copies = Vec<(usize, usize)>;

/// How many bytes from `at` on are as `distance` bytes before.
pub fn common(source: &[u8], at: usize, distance: usize) -> usize {
    source[at..].iter().zip(&source[at - distance..]).take(LONGEST).take_while(|(a, b)| a == b).count()
}

/// The copies at each place.
pub fn find(source: &[u8]) -> Vec<Copies> {
    // Where pairs of bytes, triples and so on stood last.
    let mut nearest: [HashMap<_, _>; CHAINED - SHORTEST + 1] = Default::default();
    // The place before at which the same bytes stand.
    let mut earlier = vec![None; source.len()];
    let mut found = vec![Copies::new(); source.len()];
    for at in 0..source.len() {
        let mut longest = SHORTEST - 1;
        for (length, places) in (SHORTEST..).zip(&mut nearest) {
            let Some(bytes) = source.get(at..at + length) else { break };
            let place = places.insert(bytes, at);
            if length == CHAINED {
                earlier[at] = place;
            } else if let Some(place) = place.filter(|place| length > SHORTEST || at - place < FARTHEST_SHORTEST) {
                longest = length;
                found[at].push((length, at - place));
            }
        }
        for place in std::iter::successors(earlier[at], |place: &usize| earlier[*place]).take(PLACES) {
            if at + longest >= source.len() || longest >= LONG_ENOUGH {
                break;
            }
            if source[place + longest] == source[at + longest] {
                let length = common(source, at, at - place);
                if length > longest {
                    longest = length;
                    found[at].push((length, at - place));
                }
            }
        }
    }
    found
}
