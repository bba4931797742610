//! Choosing between two arrays element by element. Plain loops: with a condition for every element they become compares and
//! selects of whole vectors; a condition over rows moves rows.

use crate::simd::copy;
use bytemuck::Pod;

/// `out = x` where the condition is not 0, NaN too, and `y` elsewhere. Each element of the condition stands for as many
/// consecutive elements as the others are longer.
///
/// # Panics
/// If `x`, `y` and `out` differ in length, or that is no multiple of the condition's.
pub fn choose<T: Pod>(condition: &[f32], x: &[T], y: &[T], out: &mut [T]) {
    let len = out.len();
    assert!(x.len() == len && y.len() == len, "arrays differ in length");
    assert!(len.is_multiple_of(condition.len()), "the condition does not fit");
    if condition.len() == len {
        for (((out, &x), &y), &c) in out.iter_mut().zip(x).zip(y).zip(condition) {
            *out = if c != 0.0 { x } else { y };
        }
    } else {
        // Rows may be empty.
        let row = (len / condition.len()).max(1);
        for (i, (out, &c)) in out.chunks_exact_mut(row).zip(condition).enumerate() {
            copy(&(if c != 0.0 { x } else { y })[i * row..][..row], out);
        }
    }
}
