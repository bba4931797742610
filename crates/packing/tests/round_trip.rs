//! What is packed comes out again.

use packing::pack::pack;
use packing::unpack::{MORE, Tables, unpack};

fn round_trip(source: &[u8]) -> usize {
    let packed = pack(source);
    let mut out = vec![0; source.len() + MORE];
    let followed = [&packed[..], &[0xff; MORE]].concat();
    let mut tables = Box::new(Tables::EMPTY);
    unpack(&followed, &mut out, &mut tables);
    assert!(out[..source.len()] == *source, "{} bytes", source.len());
    packed.len()
}

/// Bytes that are as good as random.
fn noise(count: usize) -> Vec<u8> {
    let mut state = 1_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    (0..count).map(|_| next()).collect()
}

#[test]
fn short_ones() {
    for length in 0..=6 {
        round_trip(&vec![7; length]);
        round_trip(&noise(length));
    }
}

#[test]
fn every_byte_and_long_copies() {
    let all: Vec<u8> = (0..=255).collect();
    round_trip(&all);
    let packed = round_trip(&all.repeat(40));
    assert!(packed < 2_000, "{packed}");
    round_trip(&[vec![0; 5_000], noise(300), vec![0; 5_000]].concat());
}

#[test]
fn noise_far_copies_and_rare_words() {
    let far = noise(40_000);
    let packed = round_trip(&[&far[..], &far[..]].concat());
    assert!(packed < 50_000, "{packed}");
    // Powers of two make the longest words.
    let skewed: Vec<u8> = (0..16).flat_map(|byte| vec![byte; 1 << byte]).collect();
    let mixed: Vec<u8> = (0..skewed.len()).map(|i| skewed[i * 7919 % skewed.len()]).collect();
    round_trip(&mixed);
}
