//! Sorting along the middle axis of (outer, n, inner).
//!
//! The elements of a line become whole numbers in the order that is asked for, of which positions are then sorted: few by
//! insertion, many by radix, byte by byte from the lowest. Both are stable: equal elements keep their order, as in MXNet. NaN
//! goes last in both directions (MXNet compares with `<` alone, so that a NaN leaves an order nobody can rely on).

/// Elements that can be ordered.
pub trait Key: Copy {
    /// How many bytes of the numbers count.
    const BYTES: usize;
    /// A number that is greater for elements that come later: 0 and -0 are equal, NaN is the last.
    fn key(self, ascending: bool) -> u64;
}

macro_rules! float_key {
    ($float:ty, $bits:ty, $int:ty) => {
        impl Key for $float {
            const BYTES: usize = size_of::<$float>();
            #[inline(always)]
            fn key(self, ascending: bool) -> u64 {
                if self.is_nan() {
                    return <$bits>::MAX.into();
                }
                // Adding 0 makes 0 of -0. Negative numbers have all bits turned, others the sign.
                let bits = (self + 0.0).to_bits();
                let turned = ((bits as $int) >> (<$bits>::BITS - 1)) as $bits | 1 << (<$bits>::BITS - 1);
                (bits ^ turned ^ if ascending { 0 } else { <$bits>::MAX }).into()
            }
        }
    };
}
float_key!(f32, u32, i32);
float_key!(f64, u64, i64);

impl Key for i64 {
    const BYTES: usize = 8;
    #[inline(always)]
    fn key(self, ascending: bool) -> u64 {
        (self ^ if ascending { i64::MIN } else { i64::MAX }) as u64
    }
}

/// So few are sorted, or chosen, by insertion.
const FEW: usize = 32;

/// Where the first `k` of the sorted order stand along the middle axis: (outer, k, inner).
///
/// # Panics
/// If a slice is too short or `k > n`.
pub fn topk<T: Key>(x: &[T], outer: usize, n: usize, inner: usize, k: usize, ascending: bool, idx: &mut [u32]) {
    if k == 0 {
        return;
    }
    let mut line = Line { keys: vec![0; n], positions: vec![0; n], room: Vec::new() };
    for o in 0..outer {
        for i in 0..inner {
            // By index: loops over all strides, vectorised too, would be long.
            for (place, key) in line.keys.iter_mut().enumerate() {
                *key = x[(o * n + place) * inner + i].key(ascending);
            }
            line.choose(k, T::BYTES);
            for (rank, &position) in line.positions[..k].iter().enumerate() {
                idx[(o * k + rank) * inner + i] = position;
            }
        }
    }
}

/// The numbers of a line, and their positions.
struct Line {
    keys: Vec<u64>,
    positions: Vec<u32>,
    room: Vec<u32>,
}

impl Line {
    /// Puts the first `k` positions in order.
    #[inline(never)]
    fn choose(&mut self, k: usize, bytes: usize) {
        if k <= FEW {
            insert(&self.keys, &mut self.positions[..k]);
        } else {
            radix(&self.keys, bytes, &mut self.positions, &mut self.room);
        }
    }
}

/// The positions of the first keys, by insertion into those found so far.
fn insert(keys: &[u64], first: &mut [u32]) {
    let (mut found, mut worst) = (0, u64::MAX);
    for (position, &key) in (0u32..).zip(keys) {
        if found == first.len() {
            if key >= worst {
                continue;
            }
        } else {
            found += 1;
        }
        let mut at = found - 1;
        while at > 0 && keys[first[at - 1] as usize] > key {
            first[at] = first[at - 1];
            at -= 1;
        }
        first[at] = position;
        worst = keys[first[found - 1] as usize];
    }
}

/// The positions of all keys in order. `room` is for a second list of positions.
fn radix(keys: &[u64], bytes: usize, positions: &mut Vec<u32>, room: &mut Vec<u32>) {
    room.resize(keys.len(), 0);
    (0u32..).zip(positions.iter_mut()).for_each(|(i, position)| *position = i);
    for byte in 0..bytes {
        let digit = |key: u64| (key >> (8 * byte)) as usize & 255;
        let mut count = [0u32; 256];
        keys.iter().for_each(|&key| count[digit(key)] += 1);
        // Where all have one digit, nothing moves.
        if count[digit(keys[0])] as usize == keys.len() {
            continue;
        }
        let mut start = 0;
        for count in count.iter_mut() {
            (*count, start) = (start, start + *count);
        }
        for &position in positions.iter() {
            let start = &mut count[digit(keys[position as usize])];
            room[*start as usize] = position;
            *start += 1;
        }
        core::mem::swap(positions, room);
    }
}
