//! Copies of few bytes without `memory.copy`, which engines do by a call of some twenty nanoseconds.

use super::{F32x4, Lanes};
use bytemuck::Pod;
use core::ptr::{read_unaligned, write_unaligned};

/// Bytes of a vector.
const VECTOR: usize = 16;
/// The most bytes that [`copy`] copies itself.
const FEW: usize = 4 * VECTOR;

/// Copies a vector.
///
/// # Safety
/// `from` must be valid for reading 16 bytes, `to` for writing as many.
#[inline(always)]
unsafe fn copy_vector(from: *const u8, to: *mut u8) {
    // SAFETY: the caller's promise; a vector may lie anywhere.
    unsafe { F32x4::load(from.cast()).store(to.cast()) }
}

/// `to = from` for an array of whole vectors, whose number the compiler knows.
#[inline(always)]
pub(crate) fn copy_array<E: Pod, const N: usize>(from: &[E; N], to: &mut [E; N]) {
    const { assert!(size_of::<[E; N]>().is_multiple_of(VECTOR) && size_of::<[E; N]>() <= 12 * VECTOR) };
    let (from, to) = (from.as_ptr().cast::<u8>(), to.as_mut_ptr().cast::<u8>());
    // One by one: the compiler makes `memory.copy` of a loop.
    macro_rules! vector {
        ($($i:literal)*) => {$(
            if $i * VECTOR < size_of::<[E; N]>() {
                // SAFETY: inside of both arrays.
                unsafe { copy_vector(from.add($i * VECTOR), to.add($i * VECTOR)) };
            }
        )*};
    }
    vector!(0 1 2 3 4 5 6 7 8 9 10 11);
}

/// `to = from`, which are often short.
///
/// # Panics
/// If the lengths differ.
#[inline(always)]
pub(crate) fn copy<E: Pod>(from: &[E], to: &mut [E]) {
    if size_of_val(from) > FEW {
        return to.copy_from_slice(from);
    }
    assert_eq!(from.len(), to.len(), "copies differ in length");
    // SAFETY: the slices have so many bytes, and are two.
    unsafe { copy_few(from.as_ptr().cast(), to.as_mut_ptr().cast(), size_of_val(from)) };
}

/// Copies what lies at the beginning and what lies at the end; in the middle they may meet.
///
/// # Safety
/// `from` must be valid for reading, and `to` for writing, `bytes` bytes, at most [`FEW`]. They do not overlap.
#[inline(never)]
unsafe fn copy_few(from: *const u8, to: *mut u8, bytes: usize) {
    macro_rules! ends {
        ($type:ty) => {{
            let last = bytes - size_of::<$type>();
            let ends = (read_unaligned(from.cast::<$type>()), read_unaligned(from.add(last).cast::<$type>()));
            write_unaligned(to.cast::<$type>(), ends.0);
            write_unaligned(to.add(last).cast::<$type>(), ends.1);
        }};
    }
    // SAFETY: each access is inside by the caller's promise.
    unsafe {
        match bytes {
            0 => {}
            1 => *to = *from,
            2..4 => ends!(u16),
            4..8 => ends!(u32),
            8..16 => ends!(u64),
            _ => {
                let last = bytes - VECTOR;
                copy_vector(from, to);
                if bytes > 2 * VECTOR {
                    copy_vector(from.add(VECTOR), to.add(VECTOR));
                    copy_vector(from.add(last - VECTOR), to.add(last - VECTOR));
                }
                copy_vector(from.add(last), to.add(last));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_every_length_and_nothing_else() {
        let from: Vec<u8> = (1..=100).collect();
        for start in 0..4 {
            for len in 0..=FEW + 9 {
                let mut to = [0; 100];
                copy(&from[start..start + len], &mut to[start..start + len]);
                let expected: Vec<u8> =
                    (0..100).map(|i| if (start..start + len).contains(&i) { from[i] } else { 0 }).collect();
                assert_eq!(to.as_slice(), expected, "{len} from {start}");
            }
        }
    }

    #[test]
    fn copies_elements_of_any_size() {
        let (from, mut to) = ([1u64, 2, 3], [0; 3]);
        copy(&from, &mut to);
        assert_eq!(to, from);
        let (from, mut to) = ([1.0f32, -0.0, f32::INFINITY, 2.0], [0.0; 4]);
        copy_array(&from, &mut to);
        assert_eq!(to, from);
    }
}
